"""How the program says no: 2 for input or a command it refuses, 1 for anything else; never a traceback."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import click

from netwerkanalyse.cli.problem_table import problem_table
from netwerkanalyse.errors import NetwerkanalyseError, ValidationError
from netwerkanalyse.texts import text

FAILED = 1
REFUSED = 2


class Refused(click.ClickException):
    """The input or the command cannot be accepted; the person can do something about it."""

    exit_code = REFUSED


class Failed(click.ClickException):
    """Something went wrong that has nothing to do with what the person typed."""

    exit_code = FAILED


_REASONS = {
    errno.EACCES: "access",
    errno.EPERM: "access",
    errno.ENOENT: "absent",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "no_folder",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read_only",
    errno.ENAMETOOLONG: "long_name",
    errno.EBUSY: "busy",
    errno.ETXTBSY: "busy",
}
"""Number of an error of the system to the words for it; of other errors no reason is said."""


def because(key: str, error: OSError, lang: str, **values: object) -> str:
    """Say what failed and why, in the language of the person: the system's own words are English.

    Parameters
    ----------
    key
        Key of the sentence with a ``reason``; the one without stands under ``<key>_unknown``.
    error
        What the system said.
    lang
        Language.
    **values
        More values for the sentence.

    Returns
    -------
    sentence
        With the reason, when there are words for it.
    """
    name = _REASONS.get(error.errno or 0)
    if name is None:
        return text(f"{key}_unknown", lang, **values)
    return text(key, lang, reason=text(f"cli.reason.{name}", lang), **values)


def _of_the_other_kind(error: ValidationError, lang: str) -> str | None:
    """Say that a region was given where clients are read, or the other way round: one sentence, not one a table."""
    from netwerkanalyse.model.caseload_tables import CASELOAD
    from netwerkanalyse.model.codes import fold
    from netwerkanalyse.model.problem import Problem
    from netwerkanalyse.model.region_tables import REGION

    met = {(problem.code, problem.table) for problem in error.problems if isinstance(problem, Problem)}
    called = {fold(table) for _, table in met if table}
    for read, other, kind in ((CASELOAD, REGION, "region"), (REGION, CASELOAD, "caseload")):
        first = other.tables[0]
        names = {fold(name) for name in (first.name, first.sheet.nl, first.sheet.en)}
        if ("missing_table", read.tables[0].name) in met and names & called:
            return text(f"cli.other_kind.{kind}", lang)
    return None


@contextmanager
def telling(lang: str) -> Iterator[None]:
    """Turn every exception into words.

    Parameters
    ----------
    lang
        Language of the words.

    Raises
    ------
    Refused
        When the package refused the input.
    Failed
        When the disk, the memory or the program itself failed.
    """
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except ValidationError as error:
        width = shutil.get_terminal_size((120, 0)).columns
        raise Refused(_of_the_other_kind(error, lang) or problem_table(error.problems, lang, width)) from error
    except NetwerkanalyseError as error:
        raise Refused(str(error)) from error
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever reads our output has seen enough
            raise
        raise Failed(because("cli.failed.system", error, lang)) from error
    except MemoryError as error:
        raise Failed(text("cli.failed.memory", lang)) from error
    except Exception as error:
        said = " ".join(str(error).split())
        raise Failed(text("cli.failed.unexpected", lang, kind=type(error).__name__, said=said)) from error

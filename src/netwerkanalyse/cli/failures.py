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
        raise Refused(problem_table(error.problems, lang, width)) from error
    except NetwerkanalyseError as error:
        raise Refused(str(error)) from error
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever reads our output has seen enough
            raise
        reason = ": ".join(str(part) for part in (error.strerror or error, error.filename) if part)
        raise Failed(text("cli.failed.system", lang, reason=reason)) from error
    except MemoryError as error:
        raise Failed(text("cli.failed.memory", lang)) from error
    except Exception as error:
        said = " ".join(str(error).split())
        raise Failed(text("cli.failed.unexpected", lang, kind=type(error).__name__, said=said)) from error

"""Reading a caseload for a command: what is doubtful goes to standard error, what is wrong stops."""

import shlex
import shutil
from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli.options import STREAM
from netwerkanalyse.cli.problem_table import problem_table
from netwerkanalyse.texts import text

FEW = 10
"""Up to so many warnings are told by a command that is about something else."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netwerkanalyse.model.caseload import Caseload
    from netwerkanalyse.model.problem import Problem


def read(source: str, *, strict: bool, quiet: bool, lang: str, in_full: bool = False) -> "Caseload":
    """Read a caseload and tell its warnings.

    Parameters
    ----------
    source
        File or folder; ``-`` is standard input.
    strict
        Whether warnings stop too.
    quiet
        Whether warnings are kept silent.
    lang
        Language of messages.
    in_full
        Whether all warnings are told, however many.

    Returns
    -------
    caseload
        The caseload.
    """
    from netwerkanalyse.io.formats import read_caseload

    caseload = read_caseload(source, strict=strict, lang=lang)
    if caseload.warnings and not quiet:
        click.echo(_told(caseload.warnings, source, lang, in_full=in_full), err=True)
    return caseload


def _told(warnings: "Sequence[Problem]", source: str, lang: str, *, in_full: bool) -> str:
    if in_full or len(warnings) <= FEW:
        return problem_table(warnings, lang, shutil.get_terminal_size((120, 0)).columns)
    place = "..." if source == STREAM else shlex.quote(source)
    return text("cli.problems.see_check", lang, count=sum(warning.cases for warning in warnings), source=place)

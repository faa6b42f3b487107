"""Reading a caseload for a command: what is doubtful goes to standard error, what is wrong stops."""

import shutil
from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli.problem_table import problem_table

if TYPE_CHECKING:
    from netwerkanalyse.model.caseload import Caseload


def read(source: str, *, strict: bool, quiet: bool, lang: str) -> "Caseload":
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

    Returns
    -------
    caseload
        The caseload.
    """
    from netwerkanalyse.io.formats import read_caseload

    caseload = read_caseload(source, strict=strict, lang=lang)
    if caseload.warnings and not quiet:
        width = shutil.get_terminal_size((120, 0)).columns
        click.echo(problem_table(caseload.warnings, lang, width), err=True)
    return caseload

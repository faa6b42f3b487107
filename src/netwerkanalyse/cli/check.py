"""Tell whether data is in order: ``netwerkanalyse check``."""

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command
from netwerkanalyse.cli.reading import read
from netwerkanalyse.texts import text


@click.command("check", cls=Command)
@options.source
@options.strict
@options.quiet
@options.lang
def command(source: str, *, strict: bool, quiet: bool, lang: str) -> None:
    """Read a caseload, tell its problems, and count what is in it."""
    from netwerkanalyse.model.caseload_tables import CASELOAD

    caseload = read(source, strict=strict, quiet=quiet, lang=lang, in_full=True)
    if quiet:
        return
    click.echo(text("cli.check.good", lang))
    for table in CASELOAD.tables:
        if rows := len(caseload.tables[table.name]):
            click.echo(f"{rows:>10}  {table.sheet.get(lang)}")

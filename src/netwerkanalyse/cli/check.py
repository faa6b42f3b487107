"""Tell whether data is in order: ``netwerkanalyse check``."""

from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command, Option
from netwerkanalyse.cli.reading import read
from netwerkanalyse.cli.region_reading import read_region
from netwerkanalyse.texts import text

if TYPE_CHECKING:
    from netwerkanalyse.model.caseload import Caseload
    from netwerkanalyse.model.region import Region


@click.command("check", cls=Command)
@options.source
@click.option("--region", cls=Option, is_flag=True, help="region_check")
@options.strict
@options.quiet
@options.lang
def command(source: str, *, region: bool, strict: bool, quiet: bool, lang: str) -> None:
    """Read a caseload or a region, tell its problems, and count what is in it."""
    from netwerkanalyse.model.caseload_tables import CASELOAD
    from netwerkanalyse.model.region_tables import REGION

    if region:
        found: Caseload | Region = read_region(source, strict=strict, quiet=quiet, lang=lang)
    else:
        found = read(source, strict=strict, quiet=quiet, lang=lang, in_full=True)
    if quiet:
        return
    click.echo(text("cli.check.good", lang))
    for table in (REGION if region else CASELOAD).tables:
        if rows := len(found.tables[table.name]):
            click.echo(f"{rows:>10}  {table.sheet.get(lang)}")

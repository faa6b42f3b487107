"""Tell whether data is in order: ``netwerkanalyse check``."""

from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command, Option
from netwerkanalyse.cli.failures import Refused
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
    from netwerkanalyse.model.problem import Problem
    from netwerkanalyse.model.region_tables import REGION

    if region:
        found: Caseload | Region = read_region(source, strict=strict, quiet=quiet, lang=lang)
    else:
        found = read(source, strict=strict, quiet=quiet, lang=lang, in_full=True)
    tables = (REGION if region else CASELOAD).tables
    counts = {table.sheet: rows for table in tables if (rows := len(found.tables[table.name]))}
    if not counts:
        first, second = (table.sheet for table in tables[:2])
        raise Refused(Problem("nothing_filled_in", details={"first": first, "second": second}).sentence(lang))
    if quiet:
        return
    click.echo(text("cli.check.good", lang))
    for sheet, rows in counts.items():
        click.echo(f"{rows:>10}  {sheet.get(lang)}")

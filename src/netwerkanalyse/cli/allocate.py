"""Where places are short, and who could be offered one: ``netwerkanalyse allocate``."""

from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command, Option, say
from netwerkanalyse.cli.failures import Refused
from netwerkanalyse.cli.output import deliver, spare
from netwerkanalyse.cli.progress import counting
from netwerkanalyse.cli.reading import read
from netwerkanalyse.cli.region_reading import read_region
from netwerkanalyse.cli.tables import WRITERS
from netwerkanalyse.texts import has, text

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from netwerkanalyse.recommend import Allocation

FOR_PEOPLE = "xlsx"
FORMS = (FOR_PEOPLE, "json")
"""Forms that hold several tables."""


@click.command("allocate", cls=Command)
@options.source
@click.option("--region", cls=Option, metavar="path", required=True, help="region_allocate")
@click.option("--coordinator", cls=Option, is_flag=True, help="coordinator")
@click.option("--seed", cls=Option, metavar="count", default="0", callback=options.whole, help="seed_allocate")
@options.day
@options.formats(FORMS, "format_allocate")
@options.out("file", "out_allocate")
@options.strict
@options.quiet
@options.lang
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    *,
    region: str,
    coordinator: bool,
    seed: int,
    day: "date | None",
    form: str | None,
    out: str | None,
    strict: bool,
    quiet: bool,
    lang: str,
) -> None:
    """Write the tables for the region, or those for whoever coordinates, and tell the main things."""
    target = out or say(ctx, "allocate.file")
    form = form or options.suffix_of(ctx, target, FORMS)
    if region == source == options.STREAM:
        ctx.fail(say(ctx, "usage.one_stream"))
    for path in (source, region):
        spare(path, target, lang)
    caseload = read(source, strict=strict, quiet=quiet, lang=lang)
    services = read_region(region, strict=strict, quiet=quiet, lang=lang)

    from netwerkanalyse import recommend
    from netwerkanalyse.recommend.allocation.allocate import STEPS
    from netwerkanalyse.recommend.allocation.flow import SolverMissingError

    settings = recommend.AllocationSettings(seed=seed)
    try:
        with counting(STEPS, quiet=quiet) as told:
            seen = caseload.at(day.isoformat()) if day else caseload
            found = recommend.allocate(seen, services, settings=settings, progress=told)
    except SolverMissingError as error:
        raise Refused(say(ctx, "allocate.no_solver")) from error
    if not quiet:
        click.echo("\n".join(found.sentences(lang)), err=True)
    tables = _tables(found, coordinator=coordinator)
    if form == FOR_PEOPLE:
        tables = {name: _in_words(frame, lang) for name, frame in tables.items()}
    deliver(WRITERS[form](tables, lang), target, quiet=quiet, lang=lang)


def _tables(found: "Allocation", *, coordinator: bool) -> "dict[str, pd.DataFrame]":
    """Choose the tables: clients stand only in those for whoever coordinates."""
    if not coordinator:
        return found.for_region()
    keys = ["client", "domain"]
    lists = {"offers": found.offers.set_index(keys), "still_open": found.still_open.set_index(keys)}
    return lists | {"services": found.services, "severities": found.severities, "domains": found.domains}


def _in_words(frame: "pd.DataFrame", lang: str) -> "pd.DataFrame":
    """Write codes the way people say them, under headings for people, and say where a number is suppressed."""
    from netwerkanalyse.recommend.words import domain_or_network

    keys = frame.index.names
    rows = frame.reset_index()
    if "domain" in rows:
        rows["domain"] = rows["domain"].map(lambda code: domain_or_network(code, lang))
    if "reason" in rows:
        rows["reason"] = rows["reason"].map(lambda code: text(f"allocation.reason.{code}", lang))
    numbers = rows.select_dtypes("Float64")
    hidden = {name: numbers[name].astype(object).where(numbers[name].notna(), _suppressed(lang)) for name in numbers}
    named = rows.assign(**hidden).rename(columns=lambda one: _heading(one, lang))
    return named.set_index([_heading(one, lang) for one in keys])


def _suppressed(lang: str) -> str:
    return text("words.suppressed", lang)


def _heading(column: str, lang: str) -> str:
    key = f"allocation.column.{column}"
    return text(key, lang) if has(key, lang) else text(f"allocation.reason.{column}", lang)

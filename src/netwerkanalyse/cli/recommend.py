"""Propose what could be talked about: ``netwerkanalyse recommend``."""

from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.client import chosen_clients
from netwerkanalyse.cli.command import Command, Option, say
from netwerkanalyse.cli.output import deliver, spare
from netwerkanalyse.cli.progress import counting
from netwerkanalyse.cli.reading import read
from netwerkanalyse.cli.region_reading import read_region
from netwerkanalyse.cli.tables import ONE_TABLE, WRITERS
from netwerkanalyse.texts import has, text

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from netwerkanalyse.model.caseload import Caseload
    from netwerkanalyse.recommend import Recommendations

SHEET = "txt"
FORMS = (SHEET, *WRITERS)
"""A sheet for the conversation, or tables for a spreadsheet or a program."""

FOR_PEOPLE = "xlsx"


@click.command("recommend", cls=Command)
@options.source
@click.option("--region", cls=Option, metavar="path", help="region")
@options.clients
@options.day
@options.formats(FORMS, "format_recommend")
@options.out("file", "out_recommend")
@options.strict
@options.quiet
@options.lang
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    *,
    region: str | None,
    clients: tuple[str, ...],
    day: "date | None",
    form: str | None,
    out: str | None,
    strict: bool,
    quiet: bool,
    lang: str,
) -> None:
    """Write the proposals for every client asked for."""
    target = out or say(ctx, "recommend.file")
    form = form or options.suffix_of(ctx, target, FORMS)
    for path in filter(None, (source, region)):
        spare(path, target, lang)
    caseload = read(source, strict=strict, quiet=quiet, lang=lang)
    seen = caseload.at(day.isoformat()) if day else caseload
    services = read_region(region, strict=strict, quiet=quiet, lang=lang) if region else None

    from netwerkanalyse import recommend

    chosen = seen.select(chosen_clients(ctx, caseload, clients))
    with counting(len(chosen), quiet=quiet) as told:
        found = recommend.client(chosen, services, progress=told)
    if form == SHEET:
        from netwerkanalyse.recommend.agenda import agenda
        from netwerkanalyse.report.proposal_sheet import proposal_sheet

        deliver(proposal_sheet(found, lang, agenda(chosen, found)), target, quiet=quiet, lang=lang)
    else:
        deliver(WRITERS[form](_tables(chosen, found, form, lang), lang), target, quiet=quiet, lang=lang)


def _tables(caseload: "Caseload", found: "Recommendations", form: str, lang: str) -> dict[str, "pd.DataFrame"]:
    """Make the tables a form has room for, in words where people read."""
    tables = {"proposals": found.to_frame(lang)}
    if form not in ONE_TABLE:
        from netwerkanalyse.recommend.agenda import agenda, agenda_frame
        from netwerkanalyse.recommend.questions import ask_first, questions_frame

        tables |= {
            "effects": found.effects(),
            "agenda": agenda_frame(agenda(caseload, found), lang),
            "ask_first": questions_frame(ask_first(caseload), lang),
        }
    if form == FOR_PEOPLE:
        tables = {name: _in_words(frame, lang) for name, frame in tables.items()}
    return {name: frame.set_index(list(frame.columns[:2])) for name, frame in tables.items()}


def _in_words(frame: "pd.DataFrame", lang: str) -> "pd.DataFrame":
    """Write life domains and measures the way people say them, under headings for people."""
    from netwerkanalyse.recommend.words import domain_or_network, measure_name

    said = {"domain": domain_or_network, "measure": measure_name}
    words = {
        name: frame[name].map(lambda code, say=say: say(code, lang)) for name, say in said.items() if name in frame
    }
    return frame.assign(**words).rename(columns=lambda one: _heading(one, lang))


def _heading(column: str, lang: str) -> str:
    key = f"proposals.column.{column}"
    return text(key, lang) if has(key, lang) else column

"""Measure a caseload: ``netwerkanalyse caseload``."""

from datetime import date

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command, Option, say
from netwerkanalyse.cli.output import deliver, spare
from netwerkanalyse.cli.reading import read
from netwerkanalyse.cli.tables import LEVELS, ONE_TABLE, WRITERS, measured

PAGE = "html"
FORMS = (PAGE, *WRITERS)
"""A page for people, or tables of measures for a spreadsheet or a program."""


@click.command("caseload", cls=Command)
@options.source
@options.day
@click.option(
    "--level", "levels", cls=Option, type=options.Choice(LEVELS), multiple=True, default=("client",), help="level"
)
@options.formats(FORMS, "format_caseload_measures")
@options.out("path", "out_caseload")
@click.option("--scheduler", cls=Option, metavar="address", help="scheduler")
@options.strict
@options.quiet
@options.lang
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    *,
    day: date | None,
    levels: tuple[str, ...],
    form: str | None,
    out: str | None,
    scheduler: str | None,
    strict: bool,
    quiet: bool,
    lang: str,
) -> None:
    """Write the page or the tables of a caseload; of one in parts the tables only."""
    from netwerkanalyse.cli.partitions import holds_parts, measure_parts

    if holds_parts(source):
        measure_parts(ctx, source, out, form, levels, day=day, scheduler=scheduler, strict=strict, quiet=quiet)
        return
    if scheduler:
        ctx.fail(say(ctx, "usage.scheduler", value=source))
    target = out or say(ctx, "caseload.file")
    form = form or options.suffix_of(ctx, target, FORMS)
    spare(source, target, lang)
    if form in ONE_TABLE and len(levels) > 1:
        ctx.fail(say(ctx, "usage.one_level"))
    caseload = read(source, strict=strict, quiet=quiet, lang=lang)
    seen = caseload.at(day.isoformat()) if day else caseload
    if form == PAGE:
        from netwerkanalyse.report.caseload_report import caseload_report
        from netwerkanalyse.report.renderers import RENDERERS

        document: str | bytes = RENDERERS[PAGE].render(caseload_report(seen, lang=lang))
    else:
        document = WRITERS[form](measured(seen, levels, quiet=quiet), lang)
    deliver(document, target, quiet=quiet, lang=lang)

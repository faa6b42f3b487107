"""Do agreements between organisations exist around clients, as one table: ``netwerkanalyse alignment``."""

from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Argument, Command, Option, say
from netwerkanalyse.cli.named import FOR_PEOPLE, named
from netwerkanalyse.cli.output import deliver, spare
from netwerkanalyse.cli.problem_table import printable
from netwerkanalyse.cli.reading import read
from netwerkanalyse.cli.region_reading import read_region
from netwerkanalyse.cli.tables import WRITERS
from netwerkanalyse.texts import listing, number, percent, text

if TYPE_CHECKING:
    import pandas as pd

    from netwerkanalyse.metrics.region.alignment.network import Alignment

LEVELS = ("dyad", "organisation", "region")
"""What one row can be: a level of :class:`netwerkanalyse.metrics.measure.Level`; never a client."""

SUMMARY = (
    "aligned_clients",
    "organisations_with_clients",
    "pairs_sharing",
    "pairs_sharing_suppressed",
    "agreement_coverage",
    "agreement_coverage_low",
    "agreement_coverage_high",
    "agreements",
    "paper_share",
    "realised_share_with",
    "realised_share_without",
    "realised_ratio",
    "realised_ratio_from",
    "realised_ratio_to",
)
"""The measures that are told on the screen."""


@click.command("alignment", cls=Command)
@click.argument("region", cls=Argument, metavar="region")
@click.argument("caseload", cls=Argument, metavar="caseload")
@click.option("--level", cls=Option, type=options.Choice(LEVELS), default=LEVELS[0], help="level_alignment")
@options.formats(tuple(WRITERS), "format_caseload_measures")
@options.out("file", "out_alignment")
@options.strict
@options.quiet
@options.lang
@click.pass_context
def command(
    ctx: click.Context,
    region: str,
    caseload: str,
    *,
    level: str,
    form: str | None,
    out: str | None,
    strict: bool,
    quiet: bool,
    lang: str,
) -> None:
    """Write the table of pairs of organisations, and tell the main numbers."""
    from netwerkanalyse.metrics.region.alignment.network import Alignment

    target = out or say(ctx, "alignment.file")
    form = form or options.suffix_of(ctx, target, tuple(WRITERS))
    if region == caseload == options.STREAM:
        ctx.fail(say(ctx, "usage.one_stream"))
    for source in (region, caseload):
        spare(source, target, lang)
    alignment = Alignment(
        read_region(region, strict=strict, quiet=quiet, lang=lang),
        read(caseload, strict=strict, quiet=quiet, lang=lang),
    )
    if not quiet:
        click.echo(_told(alignment, lang), err=True)
    table = _table(alignment, level)
    said = named(table, alignment.region, lang) if form == FOR_PEOPLE else table
    deliver(WRITERS[form]({level: said}, lang), target, quiet=quiet, lang=lang)


def _table(alignment: "Alignment", level: str) -> "pd.DataFrame":
    """Make the table of a level; pairs come with the work without agreement first."""
    from netwerkanalyse.metrics.measure import Level
    from netwerkanalyse.metrics.region.alignment.catalogue import measure_aligned

    table = measure_aligned(alignment, level=Level[level.upper()])
    return table.sort_values("work_without_agreement", kind="stable") if level == "dyad" else table


def _told(alignment: "Alignment", lang: str) -> str:
    """Write the main numbers, a line each, and the organisations that the region does not know."""
    from netwerkanalyse.metrics.catalogue import why_missing
    from netwerkanalyse.metrics.measure import Unit
    from netwerkanalyse.metrics.region.alignment.catalogue import ALIGNMENT_FAMILIES, measure_aligned

    frame = measure_aligned(alignment, ["agreement_coverage", "alignment_realisation"])
    values, reasons = frame.iloc[0], why_missing(frame).iloc[0]
    shares = {one.name for family in ALIGNMENT_FAMILIES for one in family.measures if one.unit is Unit.SHARE}
    names = {name: text(f"measures.{name}.name", lang) for name in SUMMARY}
    width = max(map(len, names.values()))
    lines = []
    for name in SUMMARY:
        known = percent(values[name], lang) if name in shares else number(values[name], lang)
        told = known if values.notna()[name] else text(f"reasons.{reasons[name]}", lang)
        lines.append(f"{names[name]:<{width}}  {told}")
    if elsewhere := alignment.organisations_elsewhere:
        lines += ["", text("cli.alignment.elsewhere", lang, names=printable(listing(elsewhere, lang)))]
    return "\n".join(lines)

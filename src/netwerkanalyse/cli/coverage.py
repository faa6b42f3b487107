"""What covers what in a region, as one table: ``netwerkanalyse coverage``."""

from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command, Option, say
from netwerkanalyse.cli.named import FOR_PEOPLE, named
from netwerkanalyse.cli.output import deliver, spare
from netwerkanalyse.cli.region_reading import read_region
from netwerkanalyse.cli.tables import WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from netwerkanalyse.model.region import Region

LEVELS = ("area", "area_domain", "region_domain", "service", "organisation", "covers", "gaps", "pairs")
"""What one row can be: a level of :class:`netwerkanalyse.metrics.measure.Level`, a service in an area, a gap, ..."""


@click.command("coverage", cls=Command)
@options.source
@click.option("--level", cls=Option, type=options.Choice(LEVELS), default=LEVELS[0], help="level_coverage")
@options.formats(tuple(WRITERS), "format_caseload_measures")
@options.out("file", "out_coverage")
@options.strict
@options.quiet
@options.lang
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    *,
    level: str,
    form: str | None,
    out: str | None,
    strict: bool,
    quiet: bool,
    lang: str,
) -> None:
    """Write the table of services and areas."""
    target = out or say(ctx, "coverage.file")
    form = form or options.suffix_of(ctx, target, tuple(WRITERS))
    spare(source, target, lang)
    region = read_region(source, strict=strict, quiet=quiet, lang=lang)
    table = _table(region, level)
    said = named(table, region, lang) if form == FOR_PEOPLE else table
    deliver(WRITERS[form]({level: said}, lang), target, quiet=quiet, lang=lang)


def _table(region: "Region", level: str) -> "pd.DataFrame":
    """Make the table of a level."""
    from netwerkanalyse.metrics import Level
    from netwerkanalyse.metrics.region.services.catalogue import measure_service_map
    from netwerkanalyse.metrics.region.services.covering import covering_services
    from netwerkanalyse.metrics.region.services.gaps import service_gaps
    from netwerkanalyse.metrics.region.services.loss import worst_pairs
    from netwerkanalyse.metrics.region.services.service_map import ServiceMap

    own: dict[str, Callable[[ServiceMap], pd.DataFrame]] = {
        "covers": covering_services,
        "gaps": service_gaps,
        "pairs": worst_pairs,
    }
    services = ServiceMap(region)
    return own[level](services) if level in own else measure_service_map(services, level=Level[level.upper()])

"""Who links whom in a region, as one table: ``netwerkanalyse brokerage``."""

from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command, say
from netwerkanalyse.cli.output import deliver, spare
from netwerkanalyse.cli.region_reading import chosen_layer, read_region
from netwerkanalyse.cli.tables import WRITERS

if TYPE_CHECKING:
    import pandas as pd

    from netwerkanalyse.model.region import Region


@click.command("brokerage", cls=Command)
@options.source
@options.layer
@options.formats(tuple(WRITERS), "format_caseload_measures")
@options.out("file", "out_brokerage")
@options.strict
@options.quiet
@options.lang
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    *,
    layer: str | None,
    form: str | None,
    out: str | None,
    strict: bool,
    quiet: bool,
    lang: str,
) -> None:
    """Write the table of brokers."""
    target = out or say(ctx, "brokerage.file")
    form = form or options.suffix_of(ctx, target, tuple(WRITERS))
    spare(source, target, lang)
    region = read_region(source, layer=layer, strict=strict, quiet=quiet, lang=lang)
    table = _table(region, chosen_layer(region, layer, lang), lang)
    deliver(WRITERS[form]({"organisation": table}, lang), target, quiet=quiet, lang=lang)


def _table(region: "Region", layer: str, lang: str) -> "pd.DataFrame":
    """Put beside every organisation how often it brokers in each role, and what speaks for it as a connector."""
    from netwerkanalyse.metrics import Level
    from netwerkanalyse.metrics.region.catalogue import measure_region_network
    from netwerkanalyse.metrics.region.network import RegionNetwork
    from netwerkanalyse.metrics.region.position.connectors import connectors
    from netwerkanalyse.model.vocabulary import SECTOR

    network = RegionNetwork(region, layer)
    families = ["region_brokerage", "region_brokerage_shared", "region_connectors"]
    measured = measure_region_network(network, families, level=Level.ORGANISATION)
    known = region.tables["organisations"].set_index("organisation")
    words = known.reindex(columns=["name", "sector"]).astype("str")
    words["sector"] = words["sector"].map(lambda sector: SECTOR.label(sector, lang), na_action="ignore")
    return words.join([connectors(network, lang)["connector_reasons"], measured])

"""What the region is: how many organisations, of which sectors, tied in which layers."""

from collections.abc import Iterator

from netwerkanalyse.metrics.region.shape.sectors import organisations_by_sector
from netwerkanalyse.model.region import FEWEST
from netwerkanalyse.report.document import Block, Format, Notice, Number, Numbers, Section, TableBlock
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_sections.titled import titled
from netwerkanalyse.texts import plural

SIZES = ("organisations", "affiliations", "services", "areas")
LAYER_MEASURES = ("region_ties", "region_pairs_asked", "region_pairs_unknown", "pairs_no_response")


def section(evidence: RegionEvidence) -> Section:
    """Say what was recorded of the region, and whether it is a network in this sense."""
    return titled("region", evidence, _blocks(evidence))


def _blocks(evidence: RegionEvidence) -> Iterator[Block]:
    region = evidence.region
    if not region.is_network:
        kind = "perhaps_network" if region.is_network is None else "no_network"
        known, unknown = region.autonomous_organisations, region.autonomous_unknown
        yield Notice(plural(f"region_report.{kind}", known, evidence.lang, fewest=FEWEST, unknown=unknown))
    sizes = [Number(evidence.say(f"size.{name}"), len(region.tables[name]), Format.COUNT) for name in SIZES]
    autonomous = Number(
        evidence.say("size.autonomous"),
        region.autonomous_organisations,
        Format.COUNT,
        meaning=evidence.say("size.autonomous_meaning"),
    )
    yield Numbers(evidence.say("block.sizes"), (sizes[0], autonomous, *sizes[1:]))
    sectors = organisations_by_sector(region).sort_values(ascending=False, kind="stable")
    rows = tuple((evidence.sector(code), int(count)) for code, count in sectors.items())
    columns = (evidence.column("sector"), evidence.column("organisations", Format.COUNT))
    yield TableBlock(evidence.say("block.by_sector"), columns, rows)
    networks = evidence.networks.values()
    if networks:
        frame = evidence.over_layers(["region_structure"], networks)
        first = (evidence.say("head.layer"), [evidence.layer(one) for one in frame.index])
        yield evidence.table(evidence.say("block.layers"), frame, LAYER_MEASURES, first)
    else:
        yield Notice(evidence.say("no_ties"))

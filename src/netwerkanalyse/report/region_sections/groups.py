"""Groups of organisations that work together, compared with sectors and areas; core and rim."""

from collections.abc import Iterator

from netwerkanalyse.report.document import Block, Numbers, Section
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_sections.titled import titled

MEASURES = (
    "communities",
    "modularity",
    "community_sector_rand",
    "community_area_rand",
    "core_size_full",
    "core_fit_full",
    "core_p_full",
)


def section(evidence: RegionEvidence) -> Section:
    """Show how many groups there are, whether they are the sectors, and whether there is a core."""
    return titled("groups", evidence, _blocks(evidence))


def _blocks(evidence: RegionEvidence) -> Iterator[Block]:
    for layer, network in evidence.shown.items():
        frame = evidence.over_layers(["region_communities", "core_periphery"], [network])
        yield Numbers(evidence.layer(layer), evidence.numbers(frame, MEASURES))

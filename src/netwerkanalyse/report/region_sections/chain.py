"""Chain or network: whether work goes from one to the next, or about between all."""

from collections.abc import Iterator

from netwerkanalyse.report.document import Block, Notice, Numbers, Section
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_sections.titled import titled

MEASURES = (
    "chain_index",
    "connectedness",
    "reach_hierarchy",
    "chain_efficiency",
    "lubness",
    "centralisation_degree",
    "reciprocity_edgewise",
)
RETURNS = ("return_route_share",)


def section(evidence: RegionEvidence) -> Section:
    """Show the chain index with its parts, and beside it what tells a chain from a star."""
    return titled("chain", evidence, _blocks(evidence) if evidence.networks else ())


def _blocks(evidence: RegionEvidence) -> Iterator[Block]:
    for layer, network in evidence.networks.items():
        frame = evidence.over_layers(["region_chain", "region_centralisation", "region_dyads"], [network])
        if network.listed.directed:
            yield Numbers(evidence.layer(layer), evidence.numbers(frame, MEASURES))
        else:
            yield Numbers(evidence.layer(layer), evidence.numbers(frame, ("connectedness", "centralisation_degree")))
    if len(evidence.region.tables["referrals"]):
        yield Numbers(evidence.say("block.returns"), evidence.numbers(evidence.partnership, RETURNS))
    else:
        yield Notice(evidence.say("no_referrals"))

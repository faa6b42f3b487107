"""What falls apart when organisations fall away."""

from collections.abc import Iterator

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region_network
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.robustness.removal import removal_curves
from netwerkanalyse.report.document import Block, Figure, Notice, Numbers, Section
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_map.curves import curves_svg
from netwerkanalyse.report.region_sections.titled import titled
from netwerkanalyse.texts import percent

REMOVAL = ("removal_most", "removal_random", "removal_degree")
LOSING = ("parts_without", "pairs_cut_off", "connection_lost")
ORDERS = ("random", "degree", "betweenness")
MOST_CURVED = 1000
"""With more organisations the curves take long and say the same as the numbers."""
MOST_ROWS = 40


def section(evidence: RegionEvidence) -> Section:
    """Show the organisations that hold others together, and how the largest part shrinks."""
    return titled("robustness", evidence, _blocks(evidence))


def _blocks(evidence: RegionEvidence) -> Iterator[Block]:
    for layer, network in evidence.shown.items():
        if not len(network.graph.source):
            continue
        if len(evidence.region) <= MOST_CURVED:
            frame = evidence.over_layers(["region_removal"], [network])
            yield Numbers(evidence.say("block.removal", layer=evidence.layer(layer)), evidence.numbers(frame, REMOVAL))
            yield _curves(evidence, layer, network)
        yield _cuts(evidence, layer, network)


def _curves(evidence: RegionEvidence, layer: str, network: RegionNetwork) -> Figure:
    curves = removal_curves(network)["largest_share"]
    lines = {evidence.say(f"order.{order}"): curves.loc[order].tolist() for order in ORDERS}
    title = evidence.say("picture.removal.title", layer=evidence.layer(layer))
    about = evidence.say("picture.removal.about")
    svg = curves_svg(
        title, about, lines, evidence.say("picture.removal.across"), evidence.lang, name=f"removal-{layer}"
    )
    quarter = {words: shares[len(shares) // 4] for words, shares in lines.items()}
    said = "; ".join(f"{words}: {percent(share, evidence.lang)}" for words, share in quarter.items())
    return Figure(svg, f"{title}. {about}", evidence.say("picture.removal.said", shares=said))


def _cuts(evidence: RegionEvidence, layer: str, network: RegionNetwork) -> Block:
    frame = measure_region_network(network, ["region_cut_organisations", "region_losing"], level=Level.ORGANISATION)
    cut = frame[frame["cut_organisation"].fillna(value=False).to_numpy(dtype=bool)]
    title = evidence.say("block.cuts", layer=evidence.layer(layer))
    if cut.empty:
        return Notice(evidence.say("no_cuts", layer=evidence.layer(layer)))
    heaviest = cut["pairs_cut_off"].astype(float).nlargest(MOST_ROWS).index
    cut = cut[cut.index.isin(heaviest)]
    first = (evidence.say("head.organisation"), [evidence.names[code] for code in cut.index])
    return evidence.table(title, cut, LOSING, first)

"""The picture of the network: organisations and ties, or sectors where there are too many organisations."""

from collections.abc import Iterator

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region_network
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.shape.sectors import organisations_by_sector, ties_between_sectors
from netwerkanalyse.metrics.region.working_areas import sectors_by_area
from netwerkanalyse.report.document import Block, Figure, Format, Notice, Paragraph, Section, TableBlock
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_map.bubbles import bubbles_svg
from netwerkanalyse.report.region_map.network import MOST_DRAWN, MOST_NAMED, Drawing
from netwerkanalyse.report.region_map.network_svg import network_svg
from netwerkanalyse.report.region_sections.titled import titled
from netwerkanalyse.texts import listing

MOST_ALONE = 12
"""So many organisations without a tie are named below a picture; of more it says that there are others."""


def section(evidence: RegionEvidence) -> Section:
    """Draw every layer that may be shown per pair."""
    if not evidence.shown:
        return titled("network", evidence, ())
    drawn = _dots if len(evidence.region) <= MOST_DRAWN else _bubbles
    return titled("network", evidence, drawn(evidence))


def _dots(evidence: RegionEvidence) -> Iterator[Block]:
    drawing = Drawing(evidence)
    if len(evidence.region) > MOST_NAMED:
        yield Paragraph(evidence.say("picture.named", most=MOST_NAMED))
    for layer in evidence.shown:
        title = evidence.say("picture.network.title", layer=evidence.layer(layer))
        yield Figure(network_svg(drawing, layer, name=f"network-{layer}"), title, _in_words(drawing, layer))
    yield _per_organisation(drawing)


def _in_words(drawing: Drawing, layer: str) -> str:
    """Say what can be read from the picture."""
    evidence, ties = drawing.evidence, drawing.ties[layer]
    ends = {end for tie in ties for end in (tie.source, tie.target)}
    alone = [words for place, words in enumerate(drawing.organisations) if place not in ends]
    said = evidence.say("picture.network.said", ties=len(ties), organisations=len(drawing.organisations))
    if not alone:
        return said
    key = "picture.network.alone" if len(alone) <= MOST_ALONE else "picture.network.alone_among"
    return f"{said} {evidence.say(key, names=listing(alone[:MOST_ALONE], evidence.lang), count=len(alone))}"


def _per_organisation(drawing: Drawing) -> TableBlock:
    """Give every organisation with whom it is tied in every layer: the same facts without the picture."""
    evidence = drawing.evidence
    partners = {
        layer: evidence.values(measure_region_network(network, ["region_holes"], level=Level.ORGANISATION), "partners")
        for layer, network in evidence.shown.items()
    }
    columns = (
        evidence.column("organisation"),
        evidence.column("sector"),
        *(evidence.column_named(evidence.layer(layer), Format.COUNT) for layer in partners),
    )
    sectors = [evidence.sector(code or None) for code in drawing.sectors]
    rows = tuple(zip(drawing.organisations, sectors, *partners.values(), strict=True))
    return TableBlock(evidence.say("block.per_organisation"), columns, rows, sortable=True)


def _bubbles(evidence: RegionEvidence) -> Iterator[Block]:
    yield Notice(evidence.say("picture.too_many", most=MOST_DRAWN, organisations=len(evidence.region)))
    for layer, network in evidence.shown.items():
        yield _bubble(evidence, layer, network)
    yield from _by_area(evidence)


def _bubble(evidence: RegionEvidence, layer: str, network: RegionNetwork) -> Figure:
    counts = organisations_by_sector(evidence.region)
    sectors = [(code, evidence.sector(code), int(count)) for code, count in counts.items() if isinstance(code, str)]
    ties = {pair: int(count) for pair, count in ties_between_sectors(network).items()}
    title = evidence.say("picture.network.title", layer=evidence.layer(layer))
    about = evidence.say("picture.bubbles.about")
    svg = bubbles_svg(title, about, sectors, ties, name=f"network-{layer}")
    return Figure(svg, f"{title}. {about}", "; ".join(f"{words}: {count}" for _, words, count in sectors))


def _by_area(evidence: RegionEvidence) -> Iterator[Block]:
    """Count organisations by sector and area, where it is known in which area they work."""
    counts = sectors_by_area(evidence.region)
    if counts.empty:
        return
    columns = (
        evidence.column("area"),
        *(evidence.column_named(evidence.sector(code), Format.COUNT) for code in counts),
    )
    rows = tuple(
        (evidence.areas.get(area, area), *map(int, row))
        for area, row in zip(counts.index, counts.to_numpy(), strict=True)
    )
    yield TableBlock(evidence.say("block.sector_area"), columns, rows, sortable=True)

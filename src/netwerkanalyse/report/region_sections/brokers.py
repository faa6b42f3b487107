"""Who links others that are not tied to each other, by role, and who could be asked to connect sectors."""

from collections.abc import Iterator

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region_network
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.position.connectors import connectors
from netwerkanalyse.report.document import Block, Notice, Paragraph, Section, TableBlock
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_sections.titled import titled

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "brokerage_total")
MOST_ROWS = 60
"""So many organisations have a row; of more, those that link most, still in the order of the table."""


def section(evidence: RegionEvidence) -> Section:
    """List possible connectors with their reasons, and the roles of who links others."""
    return titled("brokers", evidence, _blocks(evidence))


def _blocks(evidence: RegionEvidence) -> Iterator[Block]:
    for layer, network in evidence.shown.items():
        yield _connectors(evidence, layer, network)
        yield from _roles(evidence, layer, network)


def _connectors(evidence: RegionEvidence, layer: str, network: RegionNetwork) -> Block:
    found = connectors(network, evidence.lang)
    if found.empty:
        return Notice(evidence.say("no_connectors", layer=evidence.layer(layer)))
    sector = evidence.region.tables["organisations"].set_index("organisation")["sector"]
    rows = tuple(
        (evidence.names[code], evidence.sector(sector[code]), reasons)
        for code, reasons in found["connector_reasons"].items()
    )
    columns = tuple(evidence.column(one) for one in ("organisation", "sector", "reasons"))
    return TableBlock(evidence.say("block.connectors", layer=evidence.layer(layer)), columns, rows)


def _roles(evidence: RegionEvidence, layer: str, network: RegionNetwork) -> Iterator[Block]:
    frame = measure_region_network(network, ["region_brokerage"], level=Level.ORGANISATION)
    linking = frame[frame["brokerage_total"].fillna(0) > 0]
    if linking.empty:
        return
    if len(linking) > MOST_ROWS:
        most = linking["brokerage_total"].astype(float).nlargest(MOST_ROWS).index
        yield Paragraph(evidence.say("more_brokers", shown=MOST_ROWS, all=len(linking)))
        linking = linking[linking.index.isin(most)]
    first = (evidence.say("head.organisation"), [evidence.names[code] for code in linking.index])
    yield evidence.table(evidence.say("block.roles", layer=evidence.layer(layer)), linking, ROLES, first)

"""What is not known of the region, and what could be asked."""

from netwerkanalyse.model.region_arrays import NO_RESPONSE, UNKNOWN
from netwerkanalyse.report.document import Block, Format, Notice, Section, TableBlock, Value
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_sections.titled import titled

BLANKS = {
    "autonomous": ("organisations", "autonomous"),
    "sector": ("organisations", "sector"),
    "coordination": ("organisations", "coordination_capacity"),
    "service_area": ("services", "areas"),
    "service_domain": ("services", "domains"),
    "capacity": ("services", "capacity"),
    "waiting": ("services", "waiting_days"),
    "population": ("areas", "population"),
}
"""Name of what may be blank to its table and column."""


def section(evidence: RegionEvidence) -> Section:
    """List what is blank, with the question that would fill it."""
    rows = [*_blank(evidence), *_layers(evidence)]
    columns = (
        evidence.column("unknown"),
        evidence.column("times", Format.COUNT),
        evidence.column("of", Format.COUNT),
        evidence.column("ask"),
    )
    table: Block = TableBlock(evidence.say("block.unknown"), columns, tuple(rows))
    return titled("unknown", evidence, (table if rows else Notice(evidence.say("all_known")),))


def _blank(evidence: RegionEvidence) -> list[tuple[Value, ...]]:
    rows: list[tuple[Value, ...]] = []
    for name, (table, column) in BLANKS.items():
        frame = evidence.region.tables[table]
        blank = int(frame[column].isna().sum())
        if blank:
            rows.append((evidence.say(f"blank.{name}"), blank, len(frame), evidence.say(f"ask.{name}")))
    return rows


def _layers(evidence: RegionEvidence) -> list[tuple[Value, ...]]:
    """Say what is not known of layers: pairs nobody was asked about, and organisations that did not answer."""
    rows: list[tuple[Value, ...]] = []
    for layer, network in evidence.networks.items():
        listed, said = network.listed, evidence.layer(layer)
        if not listed.all_asked:
            rows.append((evidence.say("blank.pairs", layer=said), None, None, evidence.say("ask.pairs", layer=said)))
        if silent := int(network.without_answer.sum()):
            of, ask = evidence.say("blank.organisations", layer=said), evidence.say("ask.organisations")
            rows.append((of, silent, len(evidence.region), ask))
        for name, answer in (("answer", UNKNOWN), ("response", NO_RESPONSE)):
            count = int((listed.answer == answer).sum())
            if count:
                said_of = evidence.say(f"blank.{name}", layer=said)
                rows.append((said_of, count, len(listed.answer), evidence.say(f"ask.{name}")))
    return rows

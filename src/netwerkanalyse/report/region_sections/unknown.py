"""What is not known of the region, and what could be asked."""

from netwerkanalyse.metrics.region.blanks import blanks, unanswered
from netwerkanalyse.report.document import Block, Format, Notice, Section, TableBlock, Value
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_sections.titled import titled


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
    return [
        (evidence.say(f"blank.{name}"), int(blank), int(of), evidence.say(f"ask.{name}"))
        for name, blank, of in blanks(evidence.region).itertuples()
        if blank
    ]


def _layers(evidence: RegionEvidence) -> list[tuple[Value, ...]]:
    """Say what is not known of layers: pairs nobody was asked about, and organisations that did not answer."""
    rows: list[tuple[Value, ...]] = []
    for layer, network in evidence.networks.items():
        said = evidence.layer(layer)
        if not network.listed.all_asked:
            rows.append((evidence.say("blank.pairs", layer=said), None, None, evidence.say("ask.pairs", layer=said)))
        rows += [
            (evidence.say(f"blank.{name}", layer=said), int(blank), int(of), evidence.say(f"ask.{name}"))
            for name, blank, of in unanswered(network).itertuples()
            if blank
        ]
    return rows

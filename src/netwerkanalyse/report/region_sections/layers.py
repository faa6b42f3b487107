"""Layers on top of each other, and how far organisations have come on the ladder of integration."""

from collections.abc import Iterator

from netwerkanalyse.report.document import Block, Figure, Notice, Numbers, Section
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_map.curves import counts_svg
from netwerkanalyse.report.region_sections.titled import titled

MULTIPLEX = ("pairs_tied", "pairs_multiplex", "pairs_multiplex_share", "layers_per_tied_pair", "pairs_thin")
SHARES = ("ladder_share_from_1", "ladder_share_from_2", "ladder_share_from_3")
RUNGS = 4


def section(evidence: RegionEvidence) -> Section:
    """Show how many ties rest on one layer only, and the rungs of the ladder."""
    return titled("layers", evidence, _blocks(evidence))


def _blocks(evidence: RegionEvidence) -> Iterator[Block]:
    frame = evidence.partnership
    if len(evidence.ladder.shown_layers) > 1:
        yield Numbers(evidence.say("block.multiplex"), evidence.numbers(frame, MULTIPLEX))
    else:
        yield Notice(evidence.say("one_layer"))
    counts = {evidence.say(f"rung.{rung}"): int(frame[f"ladder_rung_{rung}"].iloc[0]) for rung in range(RUNGS)}
    if not any(list(counts.values())[1:]):
        yield Notice(evidence.say("no_ladder"))
        return
    title, about = evidence.say("picture.ladder.title"), evidence.say("picture.ladder.about")
    said = evidence.say("picture.ladder.said", rungs="; ".join(f"{words}: {count}" for words, count in counts.items()))
    yield Figure(counts_svg(title, about, counts, name="ladder"), title, said)
    yield Numbers(evidence.say("block.ladder"), evidence.numbers(frame, SHARES))

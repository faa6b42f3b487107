"""How every part of the report on a region begins."""

from collections.abc import Iterable

from netwerkanalyse.report.document import Block, Notice, Section
from netwerkanalyse.report.region_evidence import RegionEvidence


def titled(key: str, evidence: RegionEvidence, blocks: Iterable[Block]) -> Section:
    """Give a part its title and intro from the texts; one without blocks says in a line what was not recorded."""
    title, intro = evidence.say(f"section.{key}.title"), evidence.say(f"section.{key}.intro")
    return Section(key, title, intro, tuple(blocks) or (Notice(evidence.say(f"none.{key}")),))

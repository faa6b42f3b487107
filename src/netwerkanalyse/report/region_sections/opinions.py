"""Trust, shared goals and referrals, as far as organisations said something about them."""

from collections.abc import Iterator

from netwerkanalyse.report.document import Block, Notice, Numbers, Section
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_sections.titled import titled

SUBJECTS = {
    "ratings": ("trust_density", "trust_coverage", "trust_centralisation"),
    "goal_ratings": ("goal_consensus", "goal_response"),
    "referrals": (
        "all_referrals",
        "all_contact_share",
        "all_contact_in_time",
        "all_days_to_contact",
        "all_bounce_share",
        "all_back_share",
    ),
}
"""Table to the measures made of it; where there are too few answers, the measure itself is suppressed."""


def section(evidence: RegionEvidence) -> Section:
    """Show the whole only: what one organisation thinks of another is nowhere in a report."""
    return titled("opinions", evidence, _blocks(evidence))


def _blocks(evidence: RegionEvidence) -> Iterator[Block]:
    for table, names in SUBJECTS.items():
        if len(evidence.region.tables[table]):
            yield Numbers(evidence.say(f"block.{table}"), evidence.numbers(evidence.partnership, names))
        else:
            yield Notice(evidence.say(f"none.{table}"))

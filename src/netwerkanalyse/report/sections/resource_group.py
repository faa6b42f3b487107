"""What is noted about the resource group, held beside what is usual for one.

These are our own checks of what is noted, not a fidelity scale: there is no score and no total. Blank is not known.
"""

from collections.abc import Iterator

import pandas as pd

from netwerkanalyse.metrics.client.resource_group import measure_resource_group
from netwerkanalyse.metrics.client.tables import measures
from netwerkanalyse.metrics.measure import Unit
from netwerkanalyse.report.document import Check, Status
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.texts import percent, text

FACTS = {
    "chosen_by_client": ("people_chosen", "people_not_chosen"),
    "with_naaste": ("naasten",),
    "both_sides": ("medical", "social", "sector_unknown"),
    "with_goals": ("goals_short", "goals_long", "goals_unclear"),
    "rhythm": ("meetings", "longest_interval"),
    "led_by_client": ("meetings_chaired", "coordinators", "role_unknown"),
    "all_have_task": ("people_with_task", "people"),
    "has_name": (),
    "attendance_noted": ("attendance_informal", "attendance_formal", "attendance_peer", "attendance_unknown"),
    "stable": ("overlap_lowest",),
    "goes_on": ("professionals_gone", "meetings_after"),
    "connected": ("components_low", "components_high"),
}
"""Every check with the numbers that stand behind it, in the order in which they are read."""


def checks(evidence: Evidence) -> tuple[Check, ...]:
    """Say what is noted about the resource group.

    Parameters
    ----------
    evidence
        One client.

    Returns
    -------
    checks
        None when nothing about a resource group is noted.
    """
    row = measure_resource_group(evidence.network, evidence.cutoffs).iloc[0]
    if not row["group_recorded"]:
        return ()
    usual = int(evidence.cutoffs.recent_meeting_days + evidence.cutoffs.meeting_slack_days)
    return tuple(
        Check(
            text(f"report.group.{name}", evidence.lang, days=usual),
            Status(row[f"group_{name}"]),
            " ".join(_facts(row, facts, evidence.lang)),
        )
        for name, facts in FACTS.items()
    )


def _facts(row: pd.Series, names: tuple[str, ...], lang: str) -> Iterator[str]:
    """Say the numbers, a sentence each; of what there is none, and of what is not known, nothing is said."""
    catalogue = measures()
    for name in names:
        value = row[f"group_{name}"]
        if pd.notna(value) and value > 0:
            share = catalogue[f"group_{name}"].unit in {Unit.SHARE, Unit.INDEX}
            yield text(f"report.group.fact.{name}", lang, count=percent(value, lang) if share else int(value))

"""What was recorded about the resource group, held beside what is usual for one.

These are our own checks of recorded facts, not a fidelity scale: there is no score and no total. Blank is not known.
"""

from collections.abc import Iterator

import pandas as pd

from netwerkanalyse.model.codes import fold
from netwerkanalyse.model.vocabulary import SECTOR
from netwerkanalyse.report.document import Check, Status
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.texts import plural, text

_GOALS_A_TERM = 2
"""Two goals for the short and two for the long term: the resource-group method in the Dutch project plan of 2021."""


def checks(evidence: Evidence) -> tuple[Check, ...]:
    """Check what was recorded about the resource group.

    In the group is who the client chose for it, or who is on the list of a meeting, as far as they are around now.

    Parameters
    ----------
    evidence
        One client.

    Returns
    -------
    checks
        None when nothing about a resource group was recorded.
    """
    group = _group(evidence)
    tables = evidence.caseload.tables
    made = [
        *(_who(evidence, group) if len(group) else ()),
        *([_goals(evidence, tables["goals"])] if len(tables["goals"]) else []),
        *(_meetings(evidence, tables["meetings"]) if len(tables["meetings"]) else ()),
    ]
    return tuple(made)


def is_client(evidence: Evidence, words: object) -> bool:
    """Tell whether a cell that says who, means the client."""
    pseudonym = str(evidence.network.clients[0])
    return isinstance(words, str) and fold(words) in {"client", fold(pseudonym)}


def _group(evidence: Evidence) -> pd.DataFrame:
    tables = evidence.caseload.tables
    members = tables["members"].iloc[evidence.network.people.row]
    listed = members["member"].isin(tables["attendance"]["member"])
    return members[listed | members["nominated"].fillna(value=False)]


def _who(evidence: Evidence, group: pd.DataFrame) -> Iterator[Check]:
    lang, size = evidence.lang, len(group)
    chosen = group["nominated"]
    yes, no = int(chosen.sum()), int((~chosen).sum())
    facts = _counted(lang, chosen_count=yes, not_chosen=no, chosen_unknown=size - yes - no)
    yield Check(text("report.group.chosen", lang), _status(yes == size, no > 0), facts)
    kinds = group["kind"]
    naasten = int((kinds == "informal").sum())
    facts = plural("report.group.naasten", naasten, lang) if naasten else ""
    yield Check(text("report.group.naaste", lang), _status(naasten > 0, kinds.notna().all()), facts)
    sides = group["sector"].map(SECTOR.group, na_action="ignore")
    medical, social = int((sides == "medical").sum()), int((sides == "social").sum())
    known = not (group["sector"].isna() & (kinds != "informal")).any()
    facts = _counted(lang, medical=medical, social=social)
    yield Check(text("report.group.sides", lang), _status(medical > 0 < social, known), facts)
    coordinators = int((group["role"] == "resource_coordinator").sum())
    facts = plural("report.group.coordinators", coordinators, lang) if coordinators else ""
    settled = coordinators > 1 or group["role"].notna().all()
    yield Check(text("report.group.coordinator", lang), _status(coordinators == 1, settled), facts)
    roles = int(group["role"].notna().sum())
    facts = text("report.group.roles.facts", lang, part=roles, whole=size)
    yield Check(text("report.group.roles", lang), _status(roles == size, known=False), facts)


def _goals(evidence: Evidence, goals: pd.DataFrame) -> Check:
    lang = evidence.lang
    own = goals["author"].map(lambda words: is_client(evidence, words)).astype(bool)
    short, long = ((goals["term"] == term) for term in ("short", "long"))
    enough = min(int((own & short).sum()), int((own & long).sum())) >= _GOALS_A_TERM
    known = bool(goals["term"].notna().all() and goals["author"].notna().all())
    facts = _counted(lang, short_term=int(short.sum()), long_term=int(long.sum()), own_goals=int(own.sum()))
    return Check(text("report.group.goals", lang), _status(enough, known), facts)


def _meetings(evidence: Evidence, meetings: pd.DataFrame) -> Iterator[Check]:
    lang = evidence.lang
    chairs = meetings["chair"]
    by_client = int(chairs.map(lambda words: is_client(evidence, words)).sum())
    facts = text("report.group.chair.facts", lang, part=by_client, whole=len(meetings))
    yield Check(text("report.group.chair", lang), _status(by_client == len(meetings), chairs.notna().all()), facts)
    days = meetings["date"].sort_values()
    until = evidence.caseload.tables["clients"]["reference_date"].iloc[0]
    held = days if pd.isna(until) else pd.concat([days[days <= until], pd.Series([until])])
    between = held.diff().dt.days.dropna()
    facts = plural("report.group.rhythm.facts", len(meetings), lang, last=days.iloc[-1])
    usual = evidence.cutoffs.recent_meeting_days + evidence.cutoffs.meeting_slack_days
    enough = len(between) > 0 and bool((between <= usual).all())
    yield Check(text("report.group.rhythm", lang, days=int(usual)), _status(enough, len(between) > 0), facts)


def _counted(lang: str, **counts: int) -> str:
    """Say how many there are of each, a sentence each; of what there is none, nothing is said."""
    return " ".join(text(f"report.group.{name}", lang, count=count) for name, count in counts.items() if count)


def _status(holds: bool, known: object) -> Status:
    """Answer a check: yes when it holds, no when that is certain, and otherwise not known."""
    if holds:
        return Status.YES
    return Status.NO if known else Status.UNKNOWN

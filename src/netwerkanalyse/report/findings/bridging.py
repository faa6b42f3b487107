"""Contact between naasten and professionals, and on how many people it rests."""

from collections.abc import Iterator

import pandas as pd

from netwerkanalyse.report.document import Finding, Number, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.found import as_far_as_known, found
from netwerkanalyse.texts import plural


def two_sides(evidence: Evidence) -> Iterator[Finding]:
    """Say when everybody whose kind is known is a professional, or nobody is."""
    row = evidence.client
    informal, formal, peer = (int(row[f"kind_{kind}"]) for kind in ("informal", "formal", "peer"))
    numbers = [
        evidence.number("informal", informal, count=row["members"]),
        evidence.number("formal", formal, count=row["members"]),
        evidence.number("peer", peer, count=row["members"]),
        evidence.number("activatable", row["activatable"]),
    ]
    if formal and not informal and not row["kind_unknown"]:
        yield found(evidence, "no_informal", Tone.QUESTION, numbers)
    if informal and not formal and not row["kind_unknown"]:
        yield found(evidence, "no_formal", Tone.NEUTRAL, numbers)


def bridge(evidence: Evidence) -> Iterator[Finding]:
    """Say whether naasten and professionals have contact, and whether that rests on one person."""
    row = evidence.client
    asked = int(row["bridge_pairs_asked"])
    if not asked or pd.isna(row["bridge_robustness"]):
        return
    ties, robustness = int(row["bridge_ties"]), int(row["bridge_robustness"])
    if robustness > 1:
        code, tone = "bridge", Tone.STRENGTH
    else:
        code, tone = ("one_bridge" if ties else "no_bridge"), Tone.QUESTION
    words = as_far_as_known(evidence, int(row["bridge_pairs_unknown"]))
    known = plural("report.pairs", asked, evidence.lang)
    yield found(evidence, code, tone, _numbers(evidence), ties=ties, asked=known, rests_on=robustness, **words)


def _numbers(evidence: Evidence) -> list[Number]:
    row = evidence.client
    return [
        evidence.number("bridge_ties", row["bridge_ties"], count=row["bridge_pairs_asked"]),
        evidence.number("informal_linked", row["bridge_informal_linked"], count=row["bridge_informal_linkable"]),
        evidence.number("formal_linked", row["bridge_formal_linked"], count=row["bridge_formal_linkable"]),
    ]


def hinges(evidence: Evidence) -> Iterator[Finding]:
    """Say who connects groups that would be apart without them, in the order of the client's own list."""
    cut = evidence.members["cut_member"].fillna(value=False).to_numpy(dtype=bool)
    people = list(evidence.members.index[cut])
    if people:
        numbers = [evidence.number("hinges", len(people), count=len(evidence.members))]
        words = as_far_as_known(evidence, int(evidence.client["pairs_unknown"]), "may_differ")
        yield found(evidence, "hinges", Tone.NEUTRAL, numbers, people=people, **words)

"""What remains when formal help becomes less: an exercise in arithmetic, never a proposal to stop."""

from collections.abc import Iterator

import pandas as pd

from netwerkanalyse.metrics.client.path import planned_path
from netwerkanalyse.metrics.client.routes import return_routes
from netwerkanalyse.report.document import Finding, Format, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.found import found
from netwerkanalyse.texts import long_date


def without_professionals(evidence: Evidence) -> Iterator[Finding]:
    """Say how much of the coverage stays by naasten and peers; nobody is named."""
    row = evidence.client
    if row["formal_helpers"] and pd.notna(row["self_reliance"]):
        numbers = [
            evidence.number("coverage_now", row["coverage_with_formal"], Format.SHARE),
            evidence.number("coverage_without_formal", row["coverage_without_formal"], Format.SHARE),
        ]
        yield found(evidence, "without_professionals", Tone.NEUTRAL, numbers)


def planned_ends(evidence: Evidence) -> Iterator[Finding]:
    """Say from which day on there is a new gap, if all goes as planned."""
    path = planned_path(evidence.network, evidence.cutoffs)
    for (_, day), row in path[path["first_new_gap"]].iterrows():
        numbers = [
            evidence.number("supports_ending", row["supports_ending"]),
            evidence.number("new_absent", row["new_absent"]),
            evidence.number("new_short", row["new_short"]),
        ]
        if pd.notna(row["network_coverage"]):
            numbers.append(evidence.number("coverage_then", row["network_coverage"], Format.SHARE))
        yield found(evidence, "planned_end", Tone.ATTENTION, numbers, day=long_date(day, evidence.lang))


def way_back(evidence: Evidence) -> Iterator[Finding]:
    """Say for which help that ended nobody could open the door again."""
    routes = return_routes(evidence.network, evidence.cutoffs).droplevel("client")
    ended = routes[routes["because"] == "ended"]
    closed = list(ended.index[~ended["way_back"].fillna(value=True).to_numpy(dtype=bool)])
    if closed:
        numbers = [evidence.number("no_way_back", len(closed), count=len(ended))]
        yield found(evidence, "no_way_back", Tone.QUESTION, numbers, people=closed)


def way_up(evidence: Evidence) -> Iterator[Finding]:
    """Say whether crisis support is near; nothing is said about how likely it is to be needed."""
    route = evidence.client["crisis_route"]
    if evidence.client["members"] and pd.notna(route) and not route:
        numbers = [evidence.number("members", evidence.client["members"])]
        yield found(evidence, "no_way_up", Tone.QUESTION, numbers)

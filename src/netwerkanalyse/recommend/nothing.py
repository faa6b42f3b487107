"""Leaving everything as it is: always one of the options, and never the worst by itself."""

from collections.abc import Iterator

import numpy as np

from netwerkanalyse.recommend.proposal import Draft, Fact, Finding, Kind
from netwerkanalyse.recommend.situation import Situation
from netwerkanalyse.recommend.words import Counted, Domain, Said, Several, counted, said

KEY = "nothing"
"""What identifies it."""


def find(situation: Situation) -> Iterator[Draft]:
    """Propose that nothing changes, and say what stays open then."""
    open_gaps = [
        need.domain for need in situation.needs.values() if need.holds("gap_absent") or need.holds("gap_short")
    ]
    names = ("network_coverage", "fragile_domains", "components")
    facts = tuple(Fact(name, situation.measured[name]) for name in names if not np.isnan(situation.measured[name]))
    finding = Finding("now", _now(open_gaps), facts)
    also = tuple((fact.measure, "") for fact in facts)
    yield Draft(KEY, finding, said("what.nothing"), also=also)


def _now(open_gaps: list[str]) -> Said | Counted:
    if not open_gaps:
        return said("because.now")
    return counted("because.open", len(open_gaps), domains=Several(tuple(Domain(domain) for domain in open_gaps)))


KIND = Kind("nothing", find)

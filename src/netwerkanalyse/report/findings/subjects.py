"""The one list of what reports look at, by the section in which it stands."""

from collections.abc import Callable, Iterable

from netwerkanalyse.report.document import Finding
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings import (
    bridging,
    continuity,
    doubles,
    fragility,
    gaps,
    load,
    roles,
    together,
    unknowns,
    withdrawal,
)

Subject = Callable[[Evidence], Iterable[Finding]]

STANDING_OUT: tuple[Subject, ...] = (
    gaps.enough,
    gaps.lacking,
    gaps.unhelpful,
    gaps.wanted,
    gaps.two_views,
    doubles.doublures,
    doubles.overlaps,
    doubles.role_doublures,
    roles.empty_roles,
    gaps.apart,
    bridging.two_sides,
    bridging.bridge,
    together.together,
    bridging.hinges,
    load.relations,
    load.tension,
    continuity.not_taken_over,
    continuity.interrupted,
    continuity.handovers,
)
"""Subjects of the section that says what stands out, in reading order."""

HANGING: tuple[Subject, ...] = (
    fragility.robust,
    fragility.one_person,
    fragility.only_just,
    fragility.overburdened,
    load.over_capacity,
    load.burdened,
    fragility.stress_dependent,
    fragility.one_source,
    fragility.one_kind,
    withdrawal.planned_ends,
    withdrawal.way_back,
    withdrawal.way_up,
    withdrawal.without_professionals,
)
"""Subjects of the section that says what hangs on whom, in reading order."""

UNKNOWN: tuple[Subject, ...] = (unknowns.questions,)
"""Subjects of the section that says what is not known yet."""


def findings(evidence: Evidence, subjects: tuple[Subject, ...]) -> list[Finding]:
    """Collect what subjects have to say about a client."""
    return [finding for subject in subjects for finding in subject(evidence)]

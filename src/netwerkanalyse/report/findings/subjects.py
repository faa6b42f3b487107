"""The one list of what reports look at, by the section it stands in."""

from collections.abc import Callable, Iterable

from netwerkanalyse.report.document import Finding
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.together import together

Subject = Callable[[Evidence], Iterable[Finding]]

STANDING_OUT: tuple[Subject, ...] = (together,)
"""Subjects of the section that says what stands out, in reading order."""

HANGING: tuple[Subject, ...] = ()
"""Subjects of the section that says what hangs on whom."""

UNKNOWN: tuple[Subject, ...] = ()
"""Subjects of the section that says what is not known yet."""


def findings(evidence: Evidence, subjects: tuple[Subject, ...]) -> list[Finding]:
    """Collect what subjects have to say about a client."""
    return [finding for subject in subjects for finding in subject(evidence)]

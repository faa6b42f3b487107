"""Roles that nobody has."""

from collections.abc import Iterator

import pandas as pd

from netwerkanalyse.model.vocabulary import ROLE
from netwerkanalyse.report.document import Finding, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.found import found
from netwerkanalyse.texts import plural


def empty_roles(evidence: Evidence) -> Iterator[Finding]:
    """Say which role is empty; nothing is said when nobody's role was noted, or nobody is there."""
    people = int(evidence.client["members"])
    without = int(evidence.client["people_without_role"])
    for role in ("general_practitioner", "resource_coordinator"):
        empty = evidence.client[f"role_gap_{role}"]
        if people and pd.notna(empty) and empty:
            numbers = [evidence.number("members", people)]
            if without:
                numbers.append(evidence.number("people_without_role", without, count=people))
            unknown = " " + plural("findings.role_unknown", without, evidence.lang) if without else ""
            named = ROLE.label(role, evidence.lang)
            yield found(evidence, "role_gap", Tone.QUESTION, numbers, role=named, unknown=unknown)

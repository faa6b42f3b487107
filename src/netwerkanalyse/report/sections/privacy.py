"""Who may see a report, and what it may and may not be used for."""

from netwerkanalyse.model.process_tables import CONSENTS
from netwerkanalyse.report.document import Block, Definition, Definitions, Section
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.sections.recorded import recorded
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.texts import text

LIMITS = ("purpose", "no_decision", "client", "others", "care", "keeping")
"""What is said about the limits of every report; the words stand in the texts."""


def section(evidence: Evidence) -> Section:
    """Say for whom this report is and what may be shared with whom.

    Parameters
    ----------
    evidence
        One client.

    Returns
    -------
    section
        Limits in words, and the consents that were recorded.
    """
    lang = evidence.lang
    version = "own" if evidence.for_client else "shared"
    blocks: list[Block] = [limits(lang, f"version_{version}")]
    consents = evidence.caseload.tables["consents"]
    if len(consents):
        named = consents.assign(member=consents["member"].map(evidence.names))
        blocks.append(recorded(CONSENTS, named, ("member", "domain", "purpose", "until"), lang))
    return titled("privacy", lang, tuple(blocks))


def limits(lang: str, *more: str) -> Definitions:
    """Give the limits that hold for every report, after those of this one."""
    terms = tuple(
        Definition(text(f"report.privacy.{name}.term", lang), text(f"report.privacy.{name}.text", lang))
        for name in (*more, *LIMITS)
    )
    return Definitions(text("report.privacy.limits", lang), terms)

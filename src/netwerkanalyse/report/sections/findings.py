"""Findings, by how they are meant: first what is in place."""

from netwerkanalyse.report.document import Block, Finding, Findings, Notice, Section, Tone
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.texts import text


def section(key: str, findings: list[Finding], lang: str, more: tuple[Block, ...] = ()) -> Section:
    """Make a section of findings, and what comes after them; it says so when there is nothing to say."""
    blocks = (*by_tone(findings, lang), *more)
    return titled(key, lang, blocks or (Notice(text("report.findings.none", lang)),))


def by_tone(findings: list[Finding], lang: str) -> tuple[Block, ...]:
    """Group findings by tone.

    Parameters
    ----------
    findings
        In the order in which subjects come.
    lang
        Language of the headings.

    Returns
    -------
    blocks
        A block a tone.
    """
    groups = [(tone, tuple(one for one in findings if one.tone is tone)) for tone in Tone]
    return tuple(Findings(text(f"report.findings.{tone.value}", lang), group) for tone, group in groups if group)

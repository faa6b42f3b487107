"""What stands out, by how it is meant: first what is in place."""

from netwerkanalyse.report.document import Block, Finding, Findings, Notice, Section, Tone
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.texts import text


def section(key: str, findings: list[Finding], lang: str) -> Section:
    """Group findings by tone.

    Parameters
    ----------
    key
        Which section this is.
    findings
        In the order in which subjects come.
    lang
        Language of the headings.

    Returns
    -------
    section
        A block a tone; a sentence when there is nothing to say.
    """
    groups = [(tone, tuple(one for one in findings if one.tone is tone)) for tone in Tone]
    blocks: list[Block] = [
        Findings(text(f"report.findings.{tone.value}", lang), group) for tone, group in groups if group
    ]
    return titled(key, lang, tuple(blocks) or (Notice(text("report.findings.none", lang)),))

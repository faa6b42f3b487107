"""Goals, themes and the resource group, as recorded."""

import pandas as pd

from netwerkanalyse.metrics.client.group_meetings import says_client
from netwerkanalyse.model.codes import Vocabulary
from netwerkanalyse.model.process_tables import GOALS, MEETINGS, THEMES
from netwerkanalyse.model.vocabulary import DOMAIN, GOAL_STATUS, KIND, RECOVERY, TERM
from netwerkanalyse.report.document import Block, Checklist, Column, Section, TableBlock
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.sections.recorded import plain, recorded
from netwerkanalyse.report.sections.resource_group import checks
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.texts import listing, long_date, text


def section(evidence: Evidence) -> Section:
    """Show what was recorded about goals, themes and meetings.

    Parameters
    ----------
    evidence
        One client.

    Returns
    -------
    section
        Tables and a checklist of facts; no score.
    """
    tables = evidence.caseload.tables
    blocks: list[Block] = []
    if len(tables["goals"]):
        blocks.append(_goals(evidence, tables["goals"]))
    if evidence.for_client and len(tables["themes"]):
        blocks.append(_themes(evidence, tables["themes"]))
    if len(tables["meetings"]):
        blocks.append(_meetings(evidence, tables["meetings"], tables["attendance"]))
    looked_at = checks(evidence)
    if looked_at:
        blocks.append(Checklist(text("report.goals.checks", evidence.lang), looked_at))
    return titled("goals", evidence.lang, tuple(blocks))


def _goals(evidence: Evidence, goals: pd.DataFrame) -> TableBlock:
    """Show the goals in the words in which they were set, and who does what."""
    lang = evidence.lang
    rows = []
    for goal in goals.itertuples():
        words = goal.goal if pd.isna(goal.wording) else goal.wording
        about = _joined(_label(DOMAIN, goal.domain, lang), _label(RECOVERY, goal.recovery, lang))
        when = _joined(_label(TERM, goal.term, lang), None if pd.isna(goal.due) else long_date(goal.due, lang))
        status = _label(GOAL_STATUS, goal.status, lang)
        rows.append((words, about, when, _owners(evidence, goal.owners), plain(goal.author), status))
    heads = (GOALS.field(name).heading.get(lang) for name in ("goal", "domain", "term", "owners", "author", "status"))
    return TableBlock(GOALS.sheet.get(lang), tuple(map(Column, heads)), tuple(rows))


def _label(vocabulary: Vocabulary, code: object, lang: str) -> str | None:
    return vocabulary.label(code, lang) if isinstance(code, str) else None


def _joined(*words: str | None) -> str | None:
    """Join what was filled in."""
    return ", ".join(filter(None, words)) or None


def _owners(evidence: Evidence, codes: object) -> str | None:
    """Name the people who work on a goal; the sheet lists them by code, with semicolons."""
    if not isinstance(codes, str):
        return None
    parts = [part.strip() for part in codes.split(";") if part.strip()]
    return listing([evidence.names.get(part, part) for part in parts], evidence.lang)


def _themes(evidence: Evidence, themes: pd.DataFrame) -> TableBlock:
    """Show the themes of the network intake, in the client's own words: for the client only."""
    return recorded(THEMES, themes, ("theme", "domain", "helping", "hindering", "change_wanted"), evidence.lang)


def _meetings(evidence: Evidence, meetings: pd.DataFrame, attendance: pd.DataFrame) -> TableBlock:
    """Show each meeting, who chaired, and how many of each kind were there."""
    lang = evidence.lang
    members = evidence.caseload.tables["members"]
    kind = attendance["member"].map(dict(zip(members["member"], members["kind"], strict=True)))
    rows = []
    by_client = says_client(meetings["chair"], meetings["client"])
    for meeting in meetings.assign(by_client=by_client).sort_values("date").itertuples():
        here = attendance["meeting"] == meeting.meeting
        present = [_present(attendance.loc[here & (kind == one), "present"], lang) for one in KIND.names]
        chair = text("report.goals.client", lang) if meeting.by_client else plain(meeting.chair)
        rows.append((plain(meeting.date), chair, *present))
    heads = [MEETINGS.field(name).heading.get(lang) for name in ("date", "chair")]
    heads += [text(f"report.goals.present.{kind}", lang) for kind in KIND.names]
    return TableBlock(text("report.goals.meetings", lang), tuple(map(Column, heads)), tuple(rows))


def _present(answers: pd.Series, lang: str) -> str | None:
    """Say how many were there, of how many listed; blank when nobody of this kind was listed."""
    return text("words.of", lang, part=int(answers.sum()), whole=len(answers)) if len(answers) else None

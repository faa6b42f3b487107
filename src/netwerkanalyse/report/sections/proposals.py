"""Proposals to talk about, with room for the client's answer, and the questions to ask first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.recommend import Effect, Proposal, Question, Settings, ask_first, client
from netwerkanalyse.recommend.agenda import Point, agenda
from netwerkanalyse.recommend.wording import sentences, shown_values
from netwerkanalyse.recommend.words import domain_or_network, measure_name
from netwerkanalyse.report.document import Block, Column, Notice, Paragraph, Section, TableBlock
from netwerkanalyse.report.proposal_sheet import beforehand, boxes
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.texts import plural, text


def section(caseload: Caseload, cutoffs: Cutoffs, lang: str) -> Section:
    """Show the proposals to talk about first, each with boxes to print, and all others by name.

    Parameters
    ----------
    caseload
        One client.
    cutoffs
        The cut-offs of measures.
    lang
        ``"nl"`` or ``"en"``.

    Returns
    -------
    section
        What proposals are for and what they are not, then questions, then proposals.
    """
    found = client(caseload, settings=Settings(cutoffs=cutoffs))
    (questions,) = ask_first(caseload, cutoffs).values()
    blocks: list[Block] = [Notice(line) for line in beforehand(lang)]
    blocks += _questions(questions, lang)
    for one in found.shown:
        blocks += _proposal(one, lang)
    (points,) = agenda(caseload, found, cutoffs).values()
    blocks += _agenda(points, lang)
    return titled("proposals", lang, (*blocks, *_others(found.proposals, lang)))


def _questions(questions: Sequence[Question], lang: str) -> Iterator[Block]:
    if questions:
        heads = tuple(Column(text(f"proposals.column.{name}", lang)) for name in ("question", "decides"))
        rows = tuple(
            (one.what.say(lang), plural("proposals.ask.decides", ceil(one.largest), lang)) for one in questions
        )
        yield TableBlock(text("proposals.ask.title", lang), heads, rows)


def _proposal(one: Proposal, lang: str) -> Iterator[Block]:
    what, because, *rest = sentences(one, lang)
    yield Paragraph(because, f"{one.place}. {what}")
    yield from (Paragraph(line) for line in rest)
    rows = tuple(_effect(effect, lang) for effect in one.effects if effect.before != effect.after)
    if rows:
        heads = tuple(
            Column(text(f"proposals.column.{name}", lang)) for name in ("measure", "domain", "before", "after")
        )
        yield TableBlock(text("proposals.sheet.effects", lang, place=one.place), heads, rows)
    yield Paragraph(boxes(one, lang))


def _effect(effect: Effect, lang: str) -> tuple[str, str, str, str]:
    before, after = shown_values(effect, lang)
    return measure_name(effect.measure, lang), domain_or_network(effect.domain, lang), before, after


def _agenda(points: Sequence[Point], lang: str) -> Iterator[Block]:
    """Give the first points for a meeting, each with where it comes from; the client decides what it is about."""
    shown = [one for one in points if one.shown]
    if shown:
        yield Paragraph(text("proposals.agenda.purpose", lang))
        heads = tuple(Column(text(f"proposals.column.{name}", lang)) for name in ("point", "source", "because"))
        rows = tuple(
            (one.what.say(lang), text(f"proposals.agenda.source.{one.source}", lang), one.because.say(lang))
            for one in shown
        )
        yield TableBlock(text("proposals.agenda.title", lang), heads, rows)


def _others(proposals: Sequence[Proposal], lang: str) -> Iterator[Block]:
    """List the others, kinds of which there are few first, so that they are not lost among the many."""
    others = [one for one in proposals if not one.shown]
    many = Counter(one.kind for one in others)
    rows = tuple(
        (text(f"proposals.kind.{one.kind}", lang), one.what.say(lang), one.key)
        for one in sorted(others, key=lambda one: many[one.kind])
    )
    if rows:
        heads = tuple(Column(text(f"proposals.column.{name}", lang)) for name in ("kind", "what", "proposal"))
        yield TableBlock(text("proposals.sheet.more", lang), heads, rows)

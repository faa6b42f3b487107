"""Proposals on paper: what they are meant for, each part by part, and room for the client's answer."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from netwerkanalyse.model.vocabulary import ANSWER
from netwerkanalyse.recommend import Proposal, Recommendations
from netwerkanalyse.recommend.agenda import Point
from netwerkanalyse.recommend.wording import sentences
from netwerkanalyse.texts import long_date, plural, text


def proposal_sheet(
    found: Recommendations, lang: str = "nl", agenda: Mapping[str, Sequence[Point]] | None = None
) -> str:
    """Write the proposals to talk about first as plain text, client by client.

    Parameters
    ----------
    found
        The proposals.
    lang
        ``"nl"`` or ``"en"``.
    agenda
        By client, the points for a meeting (:func:`netwerkanalyse.recommend.agenda`).

    Returns
    -------
    sheet
        Text to print. What was dropped because it would show whom it is about is not in it.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> print(proposal_sheet(na.recommend.client(na.datasets.load("voorbeeld"))).splitlines()[0])
    Voorstellen om samen te bespreken
    """
    return "\n".join(
        [
            *_opening(lang),
            *(
                line
                for client in found.choices.index
                for line in (*_client(found, client, lang), *_agenda((agenda or {}).get(client, ()), lang))
            ),
        ]
    )


def beforehand(lang: str) -> Iterator[str]:
    """Say what stands before the first proposal, in every form: what they are for, who decides, and how to answer."""
    return (text(f"proposals.sheet.{line}", lang) for line in ("purpose", "decide", "article_22", "answer"))


def boxes(one: Proposal, lang: str) -> str:
    """Give a box for every answer the sheet of answers takes, in its own words, and the code to write there.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> boxes(na.recommend.client(na.datasets.load("voorbeeld")).shown[-1], "nl")
    '☐ akkoord, ☐ niet akkoord, ☐ later. Code voor het tabblad Antwoorden: nothing'
    """
    ticked = ", ".join(f"☐ {label}" for label in ANSWER.labels(lang))
    return text("proposals.sheet.boxes", lang, boxes=ticked, code=one.key)


def _opening(lang: str) -> Iterator[str]:
    """Say first what proposals are for: to talk about, and never a decision."""
    yield text("proposals.sheet.title", lang)
    yield ""
    yield from beforehand(lang)
    yield ""


def _client(found: Recommendations, client: str, lang: str) -> Iterator[str]:
    proposals = found.of(client).values()
    yield text("proposals.sheet.client", lang, client=client)
    day = found.choices.at[client, "day"]
    if pd.notna(day):
        yield text("proposals.sheet.day", lang, day=long_date(day, lang))
    yield ""
    for one in proposals:
        if one.shown:
            yield from _proposal(one, lang)
    others = sum(not one.shown for one in proposals)
    if others:
        yield plural("proposals.sheet.others", others, lang)
    told = found.told_dropped
    for _, limit, drafts in told[told["client"] == client].itertuples(index=False):
        yield text("proposals.sheet.dropped", lang, why=text(f"proposals.dropped.{limit}", lang), count=drafts)
    yield ""


def _proposal(one: Proposal, lang: str) -> Iterator[str]:
    what, *rest = sentences(one, lang)
    yield f"{one.place}. {what}"
    yield from (f"   {line}" for line in rest)
    yield f"   {boxes(one, lang)}"
    yield ""


def _agenda(points: Sequence[Point], lang: str) -> Iterator[str]:
    """Give the first points for a meeting, each with where it comes from."""
    if points:
        yield text("proposals.agenda.title", lang)
        yield text("proposals.agenda.purpose", lang)
        yield from (f"- {one.what.say(lang)} ({_source(one, lang)})" for one in points if one.shown)
        more = sum(not one.shown for one in points)
        if more:
            yield plural("proposals.agenda.more", more, lang)
        yield ""


def _source(one: Point, lang: str) -> str:
    return text(f"proposals.agenda.source.{one.source}", lang)

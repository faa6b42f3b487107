"""A suggested agenda for a meeting: from proposals, goals and what is not known, each with where it comes from.

The client makes the agenda; this is a list to choose from. Proposals stand in their own order, which is that of the
aims (see :class:`netwerkanalyse.recommend.Gain`); questions come first, because proposals may hang on their answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.recommend.nothing import KEY as NOTHING
from netwerkanalyse.recommend.proposal import Proposal
from netwerkanalyse.recommend.questions import Question, ask_first
from netwerkanalyse.recommend.recommendations import Recommendations
from netwerkanalyse.recommend.words import Day, Word, said
from netwerkanalyse.texts import text

SHOWN = 6
"""At most so many points are shown: what one meeting can hold (our default). All are in the list."""

OPEN = frozenset({"open", "busy", ""})
"""The states of a goal that is still worked on; blank is one of them."""


@dataclass(frozen=True)
class Point:
    """A point for a meeting.

    Parameters
    ----------
    client
        For whom.
    what
        What to talk about.
    source
        ``unknown``, ``gap``, ``proposal`` or ``goal``: what it comes from.
    because
        Where it comes from, in words.
    key
        What it refers to: a question, a proposal, or a goal.
    shown
        Whether it is among the first few.
    """

    client: str
    what: Word
    source: str
    because: Word
    key: str
    shown: bool


def agenda(
    caseload: Caseload, found: Recommendations, cutoffs: Cutoffs | None = None, *, shown: int = SHOWN
) -> dict[str, tuple[Point, ...]]:
    """Suggest an agenda for a meeting with every client.

    Parameters
    ----------
    caseload
        Any number of clients.
    found
        The proposals for them, as :func:`netwerkanalyse.recommend.client` gave them.
    cutoffs
        Other cut-offs than the defaults.
    shown
        At most so many points are shown; all are given.

    Returns
    -------
    agenda
        By client: the question that decides most, proposals in their order, one for every finding, the goals of the
        client that are still worked on, and then the other questions.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> caseload = na.datasets.load("voorbeeld")
    >>> points = agenda(caseload, na.recommend.client(caseload))["voorbeeld"]
    >>> [point.source for point in points if point.shown]
    ['unknown', 'gap', 'gap', 'proposal', 'proposal', 'proposal']
    """
    questions, goals = ask_first(caseload, cutoffs), _goals(caseload)
    made = {}
    for client in caseload.client_index:
        asked = [_question(one) for one in questions[client]]
        proposed = _proposals(list(found.of(client).values()))
        points = [*asked[:1], *proposed, *goals.get(client, ()), *asked[1:]]
        made[client] = tuple(
            Point(client, what, source, because, key, shown=place < shown)
            for place, (what, source, because, key) in enumerate(points)
        )
    return made


_Made = tuple[Word, str, Word, str]
"""A point without its client and place: what, source, because, key."""


def _question(one: Question) -> _Made:
    return one.what, "unknown", said("agenda.unknown"), one.key


def _proposals(proposals: Sequence[Proposal]) -> list[_Made]:
    """Take the first proposal of every finding, the shown ones in front; what was answered is not repeated."""
    first: dict[str, Proposal] = {}
    for one in proposals:
        if one.key != NOTHING and one.answer in {"", "rejected"}:
            first.setdefault(one.finding.name, one)
    return [
        (one.what, "gap" if one.finding.gap else "proposal", one.finding.sentence, one.key) for one in first.values()
    ]


def _goals(caseload: Caseload) -> dict[str, list[_Made]]:
    """List the goals that are still worked on, in the words in which they were set, those due first in front."""
    frame = caseload.tables["goals"].sort_values("due", kind="stable", na_position="last").astype(object)
    frame = frame.where(frame.notna(), "")
    found: dict[str, list[_Made]] = {}
    for row in frame[frame["status"].isin(OPEN)].itertuples():
        words = str(row.wording or row.goal)
        why = said("agenda.goal_due", day=Day(row.due.date())) if row.due else said("agenda.goal")
        found.setdefault(row.client, []).append(
            (said("agenda.about_goal", goal=words), "goal", why, f"goal/{row.goal}")
        )
    return found


def agenda_frame(points: Mapping[str, Sequence[Point]], lang: str = "nl") -> pd.DataFrame:
    """Give a row a point, in words."""
    rows = [
        {
            "client": one.client,
            "point": one.what.say(lang),
            "source": text(f"proposals.agenda.source.{one.source}", lang),
            "because": one.because.say(lang),
            "proposal": one.key,
            "shown": one.shown,
        }
        for of_client in points.values()
        for one in of_client
    ]
    return pd.DataFrame(rows, columns=["client", "point", "source", "because", "proposal", "shown"])

"""What to ask first: the questions whose answers would change the picture most.

The value of a question is measured, not guessed: every answer that is possible is filled in, the same measures are
computed again, and the aims are held beside those of the other answers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.model import arrays
from netwerkanalyse.model.arrays import Floats
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.recommend.change import Cell, Change, becomes, tie
from netwerkanalyse.recommend.from_caseload import situations
from netwerkanalyse.recommend.settings import Settings
from netwerkanalyse.recommend.situation import Situation
from netwerkanalyse.recommend.ties import weight
from netwerkanalyse.recommend.vacancies import ROLES as VACANCIES
from netwerkanalyse.recommend.what_if import Measured, measured, what_if
from netwerkanalyse.recommend.words import Domain, Said, said

ASKED = 3
"""At most so many questions are given: what fits at the start of one conversation (our default)."""

AMOUNTS = {"level": (1.0, 3.0), "hours": (1.0, 8.0)}
"""What a need or an amount that is not known could be, by scale: little and much."""

AIMS = ("gap_absent", "gap_short", "fragile")
"""What is counted over life domains, each as a yes or no."""

VACANT = tuple(f"role_gap_{role}" for role in VACANCIES)
"""What is counted of roles, each as a yes or no."""

PAIRS = 3
"""Of so many pairs that were not asked about at most it is worked out what hangs on them: those who help with the same
first, because contact between them says most."""


@dataclass(frozen=True)
class Question:
    """Something that is not known, and how much its answer matters.

    Parameters
    ----------
    client
        For whom.
    key
        What is not known, the same for the same data.
    what
        The question, in words.
    answers
        How many answers were tried.
    largest
        The largest difference between two answers, over life domains that are a gap or fragile and groups: how many
        of them it decides.
    expected
        The mean difference between two answers, every answer counting as much; no answer is held to be more likely.
    """

    client: str
    key: str
    what: Said
    answers: int
    largest: float
    expected: float


def questions_frame(questions: Mapping[str, Sequence[Question]], lang: str = "nl") -> pd.DataFrame:
    """Give a row a question, in words."""
    rows = [
        {"client": one.client, "question": one.what.say(lang), "answers": one.answers, "largest": one.largest}
        for of_client in questions.values()
        for one in of_client
    ]
    return pd.DataFrame(rows, columns=["client", "question", "answers", "largest"])


@dataclass(frozen=True)
class _Unknown:
    key: str
    what: Said
    answers: tuple[Change, ...]


def ask_first(
    caseload: Caseload, cutoffs: Cutoffs | None = None, *, most: int = ASKED
) -> dict[str, tuple[Question, ...]]:
    """Find the questions whose answers would change the picture most.

    Parameters
    ----------
    caseload
        Any number of clients.
    cutoffs
        Other cut-offs than the defaults.
    most
        At most so many questions a client.

    Returns
    -------
    questions
        By client, those that decide most first. A question of which no answer changes anything is left out, and so is
        any question about somebody the client refuses or who is not safe.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> [one.key for one in ask_first(na.datasets.load("voorbeeld"))["voorbeeld"]]
    ['need/physical_health']
    """
    settings = Settings(cutoffs=cutoffs or Cutoffs())
    before = measured(caseload, settings.cutoffs)
    blank = _blank_needs(caseload)
    of_client = [(one, list(_unknowns(one, blank[one.at]))) for one in situations(caseload, before, None, settings)]
    tried = [(one.at, answer) for one, found in of_client for unknown in found for answer in unknown.answers]
    at = np.array([where for where, _ in tried], dtype=np.int64)
    pictures = _pictures(what_if(caseload, at, [answer for _, answer in tried], settings.cutoffs))
    questions: dict[str, tuple[Question, ...]] = {}
    first = 0
    for situation, found in of_client:
        made = []
        for unknown in found:
            last = first + len(unknown.answers)
            made.append(_question(situation, unknown, pictures[first:last]))
            first = last
        matter = sorted((one for one in made if one.largest > 0), key=lambda one: (-one.largest, -one.expected))
        questions[situation.client] = tuple(matter[:most])
    return questions


def _pictures(found: Measured) -> Floats:
    """Lay the aims of every answer out beside each other: life domains by aim, roles, and groups.

    What is not known counts as half: an answer that settles it changes something.
    """
    domains = np.concatenate([np.nan_to_num(found.domain[name], nan=0.5) for name in AIMS], axis=1)
    # Whether there must be a coordinator is only told where there are meetings; without, no answer changes that.
    roles = [np.nan_to_num(found.client[name], nan=0.5) for name in VACANT]
    return np.column_stack([domains, *roles, np.nan_to_num(found.client["components"])])


def _question(situation: Situation, unknown: _Unknown, pictures: Floats) -> Question:
    apart = np.abs(pictures[:, None, :] - pictures[None, :, :]).sum(axis=2)
    pairs = apart[np.triu_indices(len(pictures), 1)]
    return Question(
        situation.client, unknown.key, unknown.what, len(pictures), float(pairs.max()), float(round(pairs.mean(), 9))
    )


def _unknowns(situation: Situation, blank: Sequence[str]) -> Iterator[_Unknown]:
    """List what is not known: needs, amounts, contact, roles and kinds, in the order of the tables."""
    yield from _needs(situation, blank)
    yield from _amounts(situation)
    yield from _contacts(situation)
    yield from _pairs(situation)
    yield from _roles(situation)
    for person in situation.present:
        if not person.kind and not person.off_limits:
            where = {"member": person.code}
            answers = tuple(becomes("members", where, kind=kind) for kind in ("informal", "formal", "peer"))
            yield _Unknown(f"kind/{person.code}", said("ask.kind", person=person.name), answers)


def _blank_needs(caseload: Caseload) -> list[list[str]]:
    """List by client the life domains that are listed without saying how much is needed."""
    frame, client = caseload.tables["needs"], caseload.keys.client["needs"]
    found: list[list[str]] = [[] for _ in range(len(caseload))]
    for row in np.flatnonzero(frame["need"].isna()):
        found[client[row]].append(frame["domain"].iloc[row])
    return found


def _needs(situation: Situation, blank: Sequence[str]) -> Iterator[_Unknown]:
    for code in blank:
        where = {"domain": code}
        answers = tuple(becomes("needs", where, need=need) for need in (0.0, *AMOUNTS[situation.scale]))
        yield _Unknown(f"need/{code}", said("ask.need", domain=Domain(code)), answers)


def _amounts(situation: Situation) -> Iterator[_Unknown]:
    for row in situation.supports:
        if row.counts and row.amount is None and not situation.by_code[row.member].off_limits:
            where = {"member": row.member, "domain": row.domain, **({"type": row.type} if row.type else {})}
            answers = tuple(becomes("supports", where, amount=amount) for amount in AMOUNTS[situation.scale])
            name = situation.by_code[row.member].name
            what = said("ask.amount", person=name, domain=Domain(row.domain))
            yield _Unknown(f"amount/{row.domain}/{row.member}/{row.type}", what, answers)


def _contacts(situation: Situation) -> Iterator[_Unknown]:
    """Ask about a listed pair of which it is not known whether they coordinate; not where it could do harm."""
    for pair, ends in situation.listed.items():
        people = [situation.by_code[code] for code in ends]
        barred = pair in situation.unwanted | situation.tension or any(one.off_limits for one in people)
        if situation.state(*ends) == arrays.UNKNOWN and not barred and all(one.present for one in people):
            yield _Unknown(
                f"contact/{'+'.join(sorted(ends))}",
                said("ask.contact", one=people[0].name, other=people[1].name),
                _yes_or_no(ends),
            )


def _pairs(situation: Situation) -> Iterator[_Unknown]:
    """Ask about pairs that nobody asked about, a few of those who could tell most; not where it could do harm."""
    if situation.all_asked:
        return
    open_ = [
        (one, other)
        for one, other in combinations(situation.present, 2)
        if (pair := frozenset((one.code, other.code))) not in situation.listed
        and situation.state(one.code, other.code) == arrays.UNKNOWN
        and pair not in situation.unwanted | situation.tension
        and not (one.off_limits or other.off_limits)
    ]
    for one, other in sorted(open_, key=lambda pair: weight(situation, *pair).apart)[:PAIRS]:
        yield _Unknown(
            f"contact/{'+'.join(sorted((one.code, other.code)))}",
            said("ask.contact", one=one.name, other=other.name),
            (tie(one.code, other.code), tie(one.code, other.code, present="no")),
        )


def _roles(situation: Situation) -> Iterator[_Unknown]:
    """Ask who somebody is whose role is blank and who could have one that is looked for."""
    for person in situation.present:
        if not person.role and person.kind == "formal" and not person.off_limits:
            answers = (*VACANCIES, "support_worker")
            where = {"member": person.code}
            changes = tuple(becomes("members", where, role=role) for role in answers)
            yield _Unknown(f"role/{person.code}", said("ask.role", person=person.name), changes)


def _yes_or_no(ends: Sequence[str]) -> tuple[Change, ...]:
    where = {"source": ends[0], "target": ends[1], "kind": "coordinates"}
    return tuple(Change(cells=(Cell("ties", "present", where, answer),)) for answer in ("yes", "no"))

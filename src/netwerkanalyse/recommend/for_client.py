"""From a caseload to proposals for every client in it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from netwerkanalyse.recommend.answers import CHOSEN, LATER, REJECTED, Answers
from netwerkanalyse.recommend.choosing import choose_together
from netwerkanalyse.recommend.effects import Outcome, effects_of, why_dropped
from netwerkanalyse.recommend.from_caseload import situations
from netwerkanalyse.recommend.gains import gain, more, options
from netwerkanalyse.recommend.kinds import KINDS
from netwerkanalyse.recommend.limits import broken, respected
from netwerkanalyse.recommend.nothing import KEY as NOTHING
from netwerkanalyse.recommend.proposal import Draft, Gain, Proposal, RunnerUp
from netwerkanalyse.recommend.recommendations import Recommendations
from netwerkanalyse.recommend.selection import Choice
from netwerkanalyse.recommend.sets import Options
from netwerkanalyse.recommend.settings import Settings
from netwerkanalyse.recommend.situation import Situation
from netwerkanalyse.recommend.social_map import SocialMap, social_map
from netwerkanalyse.recommend.what_if import measured, what_if
from netwerkanalyse.recommend.words import Word, said

PART = 200
"""Clients at a time, so that memory is bounded and progress can be told."""

CLOSE = 2
"""How many options that came close are named."""


def client(
    caseload: Caseload,
    region: Region | None = None,
    *,
    settings: Settings | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Recommendations:
    """Propose what clients and the people around them could talk about. Nothing is decided here.

    Parameters
    ----------
    caseload
        Any number of clients.
    region
        The region whose social map is looked at.
    settings
        How proposals are found and chosen.
    progress
        Is told after every part how many clients are done, and of how many.

    Returns
    -------
    recommendations
        The proposals for every client, what was dropped for which limit, and how the shown ones were chosen.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> found = na.recommend.client(na.datasets.load("voorbeeld"))
    >>> [proposal.key for proposal in found.shown][-1]
    'nothing'
    """
    used, services = settings or Settings(), None if region is None else social_map(region)
    names = list(caseload.client_index)
    proposals: list[Proposal] = []
    dropped: list[tuple[str, str, int]] = []
    chosen: list[tuple[str, int, bool, float]] = []
    for first in range(0, len(names), PART):
        part = caseload if len(names) <= PART else caseload.select(names[first : first + PART])
        for result in _of_part(part, services, used):
            name = result.ranked.situation.client
            proposals += result.proposals
            dropped += [(name, limit, count) for limit, count in result.ranked.dropped.items()]
            chosen.append((name, result.ranked.open, result.choice.exact, result.choice.missed))
        if progress is not None:
            progress(min(first + PART, len(names)), len(names))
    return Recommendations(
        tuple(proposals),
        pd.DataFrame(dropped, columns=["client", "limit", "drafts"]),
        pd.DataFrame(chosen, columns=["client", "candidates", "exact", "missed"])
        .set_index("client")
        .assign(day=caseload.tables["clients"]["reference_date"].to_numpy()),
    )


class _Result(NamedTuple):
    """What came out for one client."""

    ranked: "_Ranked"
    proposals: list[Proposal]
    choice: Choice


class _Made(NamedTuple):
    """A draft with the kind that made it and its number among all that are measured."""

    kind: str
    draft: Draft
    number: int


class _Ranked(NamedTuple):
    """The drafts of one client that measuring left: first so many that can be chosen, then the others."""

    situation: Situation
    dropped: Counter[str]
    made: list[_Made]
    open: int
    earlier: dict[str, str]
    options: Options


def _of_part(caseload: Caseload, services: SocialMap | None, settings: Settings) -> Iterator[_Result]:
    """Find drafts for every client, measure them all at once, and choose."""
    before, answers = measured(caseload, settings.cutoffs), Answers(caseload)
    clients: list[tuple[Situation, Counter[str], list[_Made]]] = []
    total = 0
    for situation in situations(caseload, before, services, settings):
        dropped: Counter[str] = Counter()
        made = []
        for kind, draft in _drafts(situation, answers, dropped):
            made.append(_Made(kind, draft, total))
            total += 1
        clients.append((situation, dropped, made))
    everything = [(situation.at, one.draft) for situation, _, made in clients for one in made]
    of = np.array([at for at, _ in everything], dtype=np.int64)
    drafts = [draft for _, draft in everything]
    outcome = Outcome(before, what_if(caseload, of, [draft.change for draft in drafts], settings.cutoffs), of)
    reasons = why_dropped(outcome, drafts)
    ranked = []
    for situation, dropped, made in clients:
        dropped.update(reasons[one.number] for one in made if reasons[one.number])
        kept = [one for one in made if not reasons[one.number]]
        ranked.append(_rank(situation, outcome, answers, dropped, kept))
    offered = [
        (one.situation.at, one.options.first(one.open), [made.draft.change for made in one.made[: one.open]])
        for one in ranked
    ]
    for one, choice in zip(ranked, choose_together(caseload, before, offered, settings), strict=True):
        yield _result(one, outcome, choice)


def _drafts(situation: Situation, answers: Answers, dropped: Counter[str]) -> Iterator[tuple[str, Draft]]:
    """Give the drafts that keep within the limits and were not rejected on the same grounds; count the others."""
    for kind in KINDS:
        for draft in kind.find(situation):
            limit = broken(situation, draft)
            if limit is not None:
                dropped[limit.name] += 1
            elif draft.key != NOTHING and answers.rules_out(situation.client, draft.key, draft.finding):
                dropped[REJECTED] += 1
            else:
                yield kind.name, draft


def _rank(
    situation: Situation, outcome: Outcome, answers: Answers, dropped: Counter[str], kept: Sequence[_Made]
) -> _Ranked:
    """Put what can be chosen before what cannot, and value it all."""
    earlier = {one.draft.key: answers.to(situation.client, one.draft.key) for one in kept}
    open_ = [one for one in kept if one.draft.key != NOTHING and earlier[one.draft.key] not in {CHOSEN, LATER}]
    made = [*open_, *(one for one in kept if one not in open_)]
    values = options(situation, outcome, [one.number for one in made], [one.draft for one in made])
    return _Ranked(situation, dropped, made, len(open_), earlier, values)


def _result(ranked: _Ranked, outcome: Outcome, choice: Choice) -> _Result:
    """Make proposals of everything, the chosen ones first."""
    situation, made = ranked.situation, ranked.made
    gains = [gain(row) for row in ranked.options.value(np.eye(len(made), dtype=bool))]
    adds, fair = (dict(zip(choice.chosen, gained, strict=True)) for gained in (choice.adds, choice.fair))
    places = {number: place for place, number in enumerate(choice.chosen, start=1)}
    places |= {at: len(places) + 1 for at, one in enumerate(made) if one.draft.key == NOTHING}
    proposals = []
    by_finding: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(made):
        by_finding[one.draft.finding.name].append(at)
    for at, one in enumerate(made):
        others = [other for other in by_finding[one.draft.finding.name] if other != at]
        close = _close(one.draft, gains[at], [(gains[other], made[other].draft) for other in others])
        proposal = _proposal(situation, outcome, one, gains[at], (*one.draft.runners_up, *close))
        answer, place = ranked.earlier[one.draft.key], places.get(at, 0)
        added, share = adds.get(at, gains[at]), fair.get(at, gains[at])
        proposals.append(replace(proposal, place=place, adds=added, fair=share, answer=answer))
    proposals = _either_or(sorted(proposals, key=lambda one: one.place or len(made) + 1))
    return _Result(ranked, proposals, choice)


def _proposal(
    situation: Situation, outcome: Outcome, made: _Made, added: Gain, runners_up: tuple[RunnerUp, ...]
) -> Proposal:
    draft = made.draft
    return Proposal(
        client=situation.client,
        kind=made.kind,
        key=draft.key,
        what=draft.what,
        finding=draft.finding,
        effects=effects_of(outcome, made.number, draft),
        agree=(said("agree.client"), *draft.agree),
        unknowns=draft.unknowns,
        runners_up=runners_up,
        limits=respected(situation, draft),
        involved=draft.involved,
        change=draft.change,
        gain=added,
        adds=added,
        fair=added,
    )


def _either_or(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Say of a shown proposal that adds little to an earlier one for the same life domain: one of the two."""
    found: list[Proposal] = []
    for one in proposals:
        before = [other.key for other in found if other.shown and other.finding.name == one.finding.name]
        overlaps = one.shown and one.adds.gap < one.gain.gap and bool(before)
        found.append(replace(one, instead_of=before[0]) if overlaps else one)
    return found


def _close(mine: Draft, added: Gain, others: Sequence[tuple[Gain, Draft]]) -> tuple[RunnerUp, ...]:
    """Name the options for the same finding that come closest, and what makes the difference."""
    nearest = sorted(others, key=lambda one: [-value for value in vars(one[0]).values()])[:CLOSE]
    return tuple(RunnerUp(draft.key, draft.what, _why_not(added, other, mine, draft)) for other, draft in nearest)


def _why_not(mine: Gain, other: Gain, draft: Draft, rival: Draft) -> Word:
    aim = more(mine, other)
    if aim:
        less = getattr(other, aim) < getattr(mine, aim)
        return said(f"why_not.{'less' if less else 'more'}", aim=said(f"aim.{aim}"))
    if rival.involved.new_person and not draft.involved.new_person:
        return said("why_not.new_person")
    return said("why_not.equal")

"""What the drafts of one client add, aim by aim, read from what was measured."""

from collections.abc import Sequence
from dataclasses import fields

import numpy as np

from netwerkanalyse.model import arrays
from netwerkanalyse.model.arrays import Flags, Floats, Ints
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.recommend.effects import Outcome
from netwerkanalyse.recommend.proposal import Draft, Gain
from netwerkanalyse.recommend.scaling import ENDING
from netwerkanalyse.recommend.sets import Options
from netwerkanalyse.recommend.situation import Situation
from netwerkanalyse.recommend.what_if import CLOSED_ROUTES, CRISIS_AGREED, CRISIS_NEAR

AIMS = tuple(field.name for field in fields(Gain))
"""The aims, the first of which counts most."""

WISHES = ("gap_wrong_kind", "gap_wrong_type")

ENDED, SAFETY_NET = frozenset((CLOSED_ROUTES,)), frozenset((CRISIS_NEAR, CRISIS_AGREED))
"""What a draft can promise: a way back to help that ended, and a way up to crisis support. A way back to help that goes
on as it does is no aim: nobody should be spoken of as less needed before something else is settled."""


def options(situation: Situation, outcome: Outcome, numbers: Sequence[int], drafts: Sequence[Draft]) -> Options:
    """Make the options of one client.

    Parameters
    ----------
    situation
        The client.
    outcome
        What was measured.
    numbers
        The numbers of the drafts in the outcome.
    drafts
        These drafts.

    Returns
    -------
    options
        What each adds.
    """
    at = np.array(numbers, dtype=np.int64)
    need, weighed, size = (outcome.before.domain[name][situation.at] for name in ("need", "gap_weight", "gap_size"))
    # Only gaps of amount that are known count (G1 and G2), each as heavily as the client says it matters.
    gap = np.maximum(outcome.before.domain["gap_absent"], outcome.before.domain["gap_short"])[situation.at] == 1
    open_ = np.where(gap, np.nan_to_num(size), 0.0)
    before, after = outcome.domains("effective_supply", at)
    some = open_ > 0
    return Options(
        weight=weighed[some] / size[some],
        open=open_[some],
        filled=(after - before)[:, some] / need[some],
        wishes=_some(np.concatenate([*(_settled(outcome, name, at) for name in WISHES), _said_unmet(drafts)], axis=1)),
        firm=_some(_settled(outcome, "fragile", at)),
        ahead=np.array([_ahead(draft) for draft in drafts], dtype=np.float64),
        groups=len(situation.present),
        joins=tuple(_joins(situation, draft) for draft in drafts),
        linked=_linked(situation, drafts),
        single=np.array(
            [_single(situation, outcome, number, draft) for number, draft in zip(at, drafts, strict=True)]
        ).reshape(len(at), 5),
        asked=_some(
            np.array(
                [[draft.involved.asked == person.code for person in situation.people] for draft in drafts], dtype=bool
            ).reshape(len(at), len(situation.people))
        ),
        supplies=after > before,
        apart=np.zeros((0, len(at)), dtype=bool),
        classes=np.array([_classes(draft) for draft in drafts], dtype=bool).reshape(len(at), 3),
    )


def gain(values: Floats) -> Gain:
    """Make a gain of a row of values."""
    return Gain(*(float(value) + 0.0 for value in values))  # a zero without a sign


def more(one: Gain, other: Gain) -> str:
    """Name the first aim on which two gains differ, blank when there is none."""
    return next((aim for aim in AIMS if getattr(one, aim) != getattr(other, aim)), "")


def _settled(outcome: Outcome, measure: str, at: Ints) -> Flags:
    before, after = outcome.domains(measure, at)
    settled: Flags = (before == 1) & (after == 0)
    return settled


def _some(settles: Flags) -> Flags:
    """Leave out what no draft settles: every set is valued many times over."""
    columns: Flags = settles[:, settles.any(axis=0)]
    return columns


def _joins(situation: Situation, draft: Draft) -> tuple[tuple[int, int], ...]:
    """Give the pairs of groups that a draft joins; none where no contact is known at all, and groups cannot be told."""
    if np.isnan(situation.measured["components"]):
        return ()
    group = situation.groups
    pairs = (sorted(pair) for pair in draft.involved.meet if pair <= group.keys())
    return tuple((group[one], group[other]) for one, other in pairs)


def _linked(situation: Situation, drafts: Sequence[Draft]) -> Flags:
    """Tell which naasten without contact with a professional would get it."""
    kinds = {person.code: person.kind for person in situation.present}
    has = {
        code
        for pair, state in situation.pairs.items()
        if state == arrays.YES and {kinds.get(one) for one in pair} == {"informal", "formal"}
        for code in pair
    }
    alone = [code for code, kind in kinds.items() if kind == "informal" and code not in has]
    found = np.zeros((len(drafts), len(alone)), dtype=bool)
    for number, draft in enumerate(drafts):
        for (at, code), pair in ((place, pair) for place in enumerate(alone) for pair in draft.involved.meet):
            found[number, at] |= code in pair and {kinds.get(one) for one in pair} == {"informal", "formal"}
    return found


def _single(situation: Situation, outcome: Outcome, number: int, draft: Draft) -> tuple[float, ...]:
    """Give what is simply added up. Of who is new nobody knows yet whom they know."""
    relief = 0.0
    if draft.involved.meet:
        effect = outcome.effect(number, "coordination_load", "")
        relief = float(np.nan_to_num(effect.before - effect.after))
    asked = situation.by_code.get(draft.involved.asked)
    burden = -1.0 if asked is not None and asked.kind != "formal" else 0.0
    service = draft.involved.service
    waiting = -(service.waiting_days or 0.0) if service else 0.0
    return _promised(draft, SAFETY_NET), relief, -_not_known(draft), burden, waiting


def _not_known(draft: Draft) -> float:
    """Count what is not known of who would come: who it is, and how long the wait is.

    Counted before burden and waiting, so that what is not known never passes for no burden and no wait.
    """
    involved = draft.involved
    if involved.service is not None:
        return float(involved.service.waiting_days is None)
    return 2.0 * involved.new_person


def _ahead(draft: Draft) -> float:
    """Count ways back, and a talk before an end date that leaves a gap; that others help too is not counted again."""
    return _promised(draft, ENDED) + (draft.finding.code == ENDING)


def _promised(draft: Draft, measures: frozenset[str]) -> float:
    """Count what a draft promises of some measures; it would have been dropped if it did not do so."""
    return float(sum(promise.measure in measures for promise in draft.promises))


def _said_unmet(drafts: Sequence[Draft]) -> Flags:
    """Tell which drafts take up what the client calls not met though it is enough by the numbers (G8)."""
    said: Flags = np.array(
        [[draft.finding.gap == "G8" and draft.finding.domain == name for name in DOMAIN.names] for draft in drafts],
        dtype=bool,
    ).reshape(len(drafts), len(DOMAIN.names))
    return said


def _classes(draft: Draft) -> tuple[bool, bool, bool]:
    side = draft.involved.side
    return not draft.involved.new_person, side in {"informal", "peer"}, side == "formal"

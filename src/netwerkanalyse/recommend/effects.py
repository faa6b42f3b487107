"""What came of drafts when they were measured: whether they do as promised, and what they add."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from netwerkanalyse.metrics.client.doubles import DOUBLE_CLASS
from netwerkanalyse.model.arrays import Flags, Floats, Ints
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.recommend.proposal import Draft, Effect
from netwerkanalyse.recommend.what_if import OVER_CAPACITY, Measured

NO_EFFECT, DOUBLES, OVERASKS = "no_effect", "doublure", "over_capacity"
"""Why a draft is dropped after measuring: it does not do as promised, makes a doublure, or asks somebody too much."""

_RANK = np.array([{"possible_doublure": 1, "doublure": 2}.get(name, 0) for name in DOUBLE_CLASS.names])


@dataclass(frozen=True)
class Outcome:
    """What was measured of all clients as they are, and of every draft as if it were done.

    Parameters
    ----------
    before
        A row a client.
    after
        A row a draft.
    client
        The position of the client of each draft.
    """

    before: Measured
    after: Measured
    client: Ints

    def change(self, measure: str) -> Floats:
        """Give how much a measure of the client as a whole rises, a value a draft."""
        rise: Floats = self.after.client[measure] - self.before.client[measure][self.client]
        return rise

    def domains(self, measure: str, drafts: Ints) -> tuple[Floats, Floats]:
        """Give a measure of life domains before and after some drafts: drafts by domains."""
        return self.before.domain[measure][self.client[drafts]], self.after.domain[measure][drafts]

    def effect(self, draft: int, measure: str, domain: str) -> Effect:
        """Give one measure before and after one draft."""
        client = self.client[draft]
        if domain:
            at = DOMAIN.position[domain]
            before, after = self.before.domain[measure][client, at], self.after.domain[measure][draft, at]
        else:
            before, after = self.before.client[measure][client], self.after.client[measure][draft]
        return Effect(measure, domain, float(before), float(after))


def effects_of(outcome: Outcome, number: int, draft: Draft) -> tuple[Effect, ...]:
    """Give what a draft promises, and what it shows beside that, before and after; undefined on both sides is left out.

    Parameters
    ----------
    outcome
        What was measured.
    number
        The number of the draft.
    draft
        The draft.

    Returns
    -------
    effects
        What was promised first.
    """
    asked = dict.fromkeys([*((promise.measure, promise.domain) for promise in draft.promises), *draft.also])
    effects = (outcome.effect(number, *where) for where in asked)
    return tuple(one for one in effects if not (np.isnan(one.before) and np.isnan(one.after)))


def why_dropped(outcome: Outcome, drafts: Sequence[Draft]) -> list[str]:
    """Tell of every draft why measuring drops it, blank when it does not.

    Parameters
    ----------
    outcome
        What was measured.
    drafts
        The drafts, in the same order.

    Returns
    -------
    reasons
        One of :data:`NO_EFFECT`, :data:`DOUBLES`, :data:`OVERASKS`, or blank.
    """
    doubles, overasks = makes_doublure(outcome), outcome.change(OVER_CAPACITY) > 0
    return [
        NO_EFFECT
        if not _kept(outcome, number, draft)
        else DOUBLES
        if doubles[number].any()
        else OVERASKS
        if overasks[number]
        else ""
        for number, draft in enumerate(drafts)
    ]


def makes_doublure(outcome: Outcome) -> Flags:
    """Tell of every draft in which life domains it makes a doublure, or perhaps one, that was not there."""
    sides = outcome.domains("double_class", np.arange(len(outcome.client)))
    before, after = (_RANK[np.nan_to_num(classes, nan=0).astype(int)] for classes in sides)
    doubled: Flags = after > before
    return doubled


def _kept(outcome: Outcome, number: int, draft: Draft) -> bool:
    """Tell whether every measure changes the way that was promised; what cannot be told is no promise kept."""
    found = ((promise.way.value, outcome.effect(number, promise.measure, promise.domain)) for promise in draft.promises)
    return all((one.after - one.before) * way > 1e-9 for way, one in found)

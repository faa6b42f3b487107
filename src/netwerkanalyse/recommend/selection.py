"""Which few proposals to talk about first.

Aims are compared one after the other (lexicographically): how much gaps become smaller comes first, and only between
sets that are equal there the next aim counts. No hidden exchange rate makes a little of one worth a lot of another.
First of all there is something of every class, as far as there is any: an option without a new person, one from a
naaste or peer, one from a professional.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from math import factorial

import numpy as np

from netwerkanalyse.model.arrays import Flags, Floats
from netwerkanalyse.recommend.gains import AIMS, gain
from netwerkanalyse.recommend.proposal import Gain
from netwerkanalyse.recommend.sets import Options, sets_up_to

FAIR_UP_TO = 12
"""Up to so many chosen ones every order counts: 2^12 sets are valued."""


@dataclass(frozen=True)
class Choice:
    """What was chosen.

    Parameters
    ----------
    chosen
        The numbers of the drafts, what adds most first.
    adds
        What each adds to those before it.
    fair
        What each adds on average over all orders (Shapley); NaN when there are more than :data:`FAIR_UP_TO`.
    exact
        Whether no other set is better, for certain.
    missed
        How much more of the first aim (smaller gaps) another set could reach at most; 0 when exact.
    fast_missed
        How much the exact answer is better than the fast one, aim by aim; None when it was not sought.
    """

    chosen: tuple[int, ...]
    adds: tuple[Gain, ...]
    fair: tuple[Gain, ...]
    exact: bool
    missed: float
    fast_missed: Gain | None


def choose(options: Options, most: int, exact_up_to: int) -> Choice:
    """Choose at most so many drafts.

    Parameters
    ----------
    options
        The drafts of one client.
    most
        How many at most.
    exact_up_to
        Up to so many drafts every set is looked at.

    Returns
    -------
    choice
        The best set, or above ``exact_up_to`` what a fast search gives, with a bound on what it missed.
    """
    quick = fast(options, most)
    if len(options) > exact_up_to:
        return Choice(*_in_order(options, quick), exact=False, missed=_bound(options, quick, most), fast_missed=None)
    best = exact(options, most)
    found, sought = (options.value(_as_set(options, one)) for one in (best, quick))
    return Choice(*_in_order(options, best), exact=True, missed=0.0, fast_missed=gain((found - sought)[0]))


def exact(options: Options, most: int) -> tuple[int, ...]:
    """Look at every set; of equal sets the smallest, and of those the one whose drafts come first."""
    subsets = _subsets(len(options), most)
    subsets = subsets[options.allowed(subsets)]
    columns = np.column_stack([options.variety(subsets), options.value(subsets), -subsets.sum(axis=1)])
    return tuple(int(one) for one in np.flatnonzero(subsets[_first(columns)]))


def fast(options: Options, most: int) -> tuple[int, ...]:
    """Look for what adds most and leaves room for variety, then see to it that the variety is there."""
    nothing = np.zeros(len(options), dtype=bool)
    roomy = _climb(options, nothing, most, partial(_leaving_room, most=most))
    return tuple(int(one) for one in np.flatnonzero(_climb(options, roomy, most, _columns)))


def _climb(options: Options, chosen: Flags, most: int, columns: Callable[[Options, Flags], Floats]) -> Flags:
    """Add a draft, or exchange one for another, whichever is best, until nothing gets better."""
    value = columns(options, chosen[None, :])[0]
    while True:
        tried = np.concatenate([_one_more(chosen, most), _one_other(chosen)])
        if not len(tried):
            return chosen
        tried_columns = columns(options, tried)
        best = _first(tried_columns)
        if not _better(tried_columns[best], value):
            return chosen
        chosen, value = tried[best], tried_columns[best]


def _one_more(chosen: Flags, most: int) -> Flags:
    """List the sets with one draft more, as long as there is room."""
    more: Flags = np.eye(len(chosen), dtype=bool) | chosen
    return more[~chosen] if chosen.sum() < most else more[:0]


def _one_other(chosen: Flags) -> Flags:
    """List the sets with one draft in the place of another."""
    every = np.eye(len(chosen), dtype=bool)
    others: Flags = (chosen & ~every[chosen][:, None, :]) | every[~chosen][None, :, :]
    return others.reshape(others.shape[0] * others.shape[1], len(chosen))


def _columns(options: Options, subsets: Flags) -> Floats:
    """Value sets, variety first; a set that is not allowed comes behind all others."""
    columns: Floats = np.column_stack([options.variety(subsets), options.value(subsets)]).astype(np.float64)
    columns[~options.allowed(subsets)] = -np.inf
    return columns


def _leaving_room(options: Options, subsets: Flags, most: int) -> Floats:
    """Value sets; one that leaves too little room for the variety that is still missing comes behind others."""
    columns = _columns(options, subsets)
    room = most - subsets.sum(axis=1)
    columns[:, 0] = np.where(
        np.isinf(columns[:, 0]), columns[:, 0], np.minimum(0, columns[:, 0] + room - options.classes.any(axis=0).sum())
    )
    return columns


def _first(columns: Floats) -> int:
    """Return the first row that is lexicographically largest."""
    rows = np.arange(len(columns))
    for column in columns.T:
        rows = rows[column[rows] == column[rows].max()]
    return int(rows[0])


def _better(one: Floats, other: Floats) -> bool:
    """Tell whether one row comes before another where they first differ."""
    differs = np.flatnonzero(one != other)
    return bool(len(differs) and one[differs[0]] > other[differs[0]])


def _in_order(options: Options, chosen: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[Gain, ...], tuple[Gain, ...]]:
    """Put drafts in the order of what they add, and tell what that is, in this order and over all orders."""
    left, order, adds = list(chosen), [], []
    have = np.zeros((1, len(options)), dtype=bool)
    while left:
        tried = np.repeat(have, len(left), axis=0)
        tried[np.arange(len(left)), left] = True
        added = options.value(tried) - options.value(have)
        best = _first(added)
        order.append(left.pop(best))
        adds.append(gain(np.round(added[best], 9)))
        have[0, order[-1]] = True
    return tuple(order), tuple(adds), _fair(options, order)


def _fair(options: Options, chosen: Sequence[int]) -> tuple[Gain, ...]:
    """Divide what a set reaches over its drafts: the mean of what each adds, over all orders (Shapley)."""
    n = len(chosen)
    if n > FAIR_UP_TO:
        return (gain(np.full(len(AIMS), np.nan)),) * n
    members = np.arange(2**n)[:, None] >> np.arange(n) & 1 == 1
    sets = np.zeros((2**n, len(options)), dtype=bool)
    sets[:, list(chosen)] = members
    value, others = options.value(sets), members.sum(axis=1)
    shares = []
    for at in range(n):
        without = np.flatnonzero(~members[:, at])
        orders = [factorial(size) * factorial(n - 1 - size) / factorial(n) for size in others[without]]
        shares.append(gain(np.round(orders @ (value[without + 2**at] - value[without]), 9)))
    return tuple(shares)


def _bound(options: Options, chosen: tuple[int, ...], most: int) -> float:
    """Bound what the first aim could still gain.

    Where every draft is about one life domain, so many drafts reach at most the largest steps that domains allow, each
    domain taking its largest drafts first. Otherwise they reach no more than the largest single gains.
    """
    reached = options.value(_as_set(options, chosen))[0, 0]
    if ((options.filled > 0).sum(axis=1) <= 1).all():
        largest = -np.sort(-options.filled, axis=0)
        level = np.minimum(np.cumsum(largest, axis=0), options.open) * options.weight
        steps = np.diff(level, axis=0, prepend=0).ravel()
    else:
        steps = options.value(np.eye(len(options), dtype=bool))[:, 0]
    possible = np.sort(steps)[::-1][:most].sum()
    return float(max(0.0, round(possible - reached, 9)))


def _as_set(options: Options, chosen: tuple[int, ...]) -> Flags:
    found: Flags = np.isin(np.arange(len(options)), np.array(chosen, dtype=np.int64))[None, :]
    return found


@lru_cache(maxsize=64)
def _subsets(drafts: int, most: int) -> Flags:
    return sets_up_to(drafts, most)

"""Which few proposals to talk about first.

Aims are compared one after the other (lexicographically): how much gaps become smaller comes first, and only between
sets that are equal there the next aim counts. No hidden exchange rate makes a little of one worth a lot of another.
First of all there is something of every class, as far as there is any: an option without a new person, one from a
naaste or peer, one from a professional.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from netwerkanalyse.model.arrays import Flags, Floats
from netwerkanalyse.recommend.gains import Options, gain, sets_up_to
from netwerkanalyse.recommend.proposal import Gain


@dataclass(frozen=True)
class Choice:
    """What was chosen.

    Parameters
    ----------
    chosen
        The numbers of the drafts, what adds most first.
    adds
        What each adds to those before it.
    exact
        Whether no other set is better, for certain.
    missed
        How much more of the first aim (smaller gaps) another set could reach at most; 0 when exact.
    fast_missed
        How much the exact answer is better than the fast one, aim by aim; None when it was not sought.
    """

    chosen: tuple[int, ...]
    adds: tuple[Gain, ...]
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
    columns = np.column_stack([options.variety(subsets), options.value(subsets), -subsets.sum(axis=1)])
    return tuple(int(one) for one in np.flatnonzero(subsets[_first(columns)]))


def fast(options: Options, most: int) -> tuple[int, ...]:
    """Take what adds most, one after the other, until nothing adds anything."""
    chosen = np.zeros((1, len(options)), dtype=bool)
    value = _columns(options, chosen)[0]
    for _ in range(min(most, len(options))):
        tried = chosen | np.eye(len(options), dtype=bool)
        columns = _columns(options, tried)
        columns[chosen[0]] = -np.inf
        best = _first(columns)
        if not _better(columns[best], value):
            break
        chosen, value = tried[best : best + 1], columns[best]
    return tuple(int(one) for one in np.flatnonzero(chosen[0]))


def _columns(options: Options, subsets: Flags) -> Floats:
    columns: Floats = np.column_stack([options.variety(subsets), options.value(subsets)]).astype(np.float64)
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


def _in_order(options: Options, chosen: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[Gain, ...]]:
    """Put drafts in the order of what they add, and tell what that is."""
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
    return tuple(order), tuple(adds)


def _bound(options: Options, chosen: tuple[int, ...], most: int) -> float:
    """Bound what the first aim could still gain: it adds up to no more than the largest single gains, nor than all."""
    reached = options.value(_as_set(options, chosen))[0, 0]
    alone = np.sort(options.value(np.eye(len(options), dtype=bool))[:, 0])[::-1]
    return float(max(0.0, min(alone[:most].sum(), (options.open * options.weight).sum()) - reached))


def _as_set(options: Options, chosen: tuple[int, ...]) -> Flags:
    found: Flags = np.isin(np.arange(len(options)), np.array(chosen, dtype=np.int64))[None, :]
    return found


@lru_cache(maxsize=64)
def _subsets(drafts: int, most: int) -> Flags:
    return sets_up_to(drafts, most)

"""The people whose loss together would cost most coverage: pairs by trying all, larger groups one person at a time."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import SAME, Demand, Floats, Ints, Numbers, Supply
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, a and b = people within the client, d = domain, i = entries of supply, k = people who fall away.

EXACT = 2
"""Up to so many people all groups are tried. A larger group is the one before it with one person more."""


class Removal(NamedTuple):
    """Results: clients by number of people who fall away (from one); NaN where undefined.

    ``gone`` are those people, in the order of the list: clients by number of people by place, -1 beyond them.
    """

    needed: Floats
    unclear: Floats
    loss: Floats
    after: Floats
    gone: Numbers


class Work(NamedTuple):
    """Room to work in: what each person gives in each domain, and all together, and who falls away."""

    gives: Floats
    total: Floats
    chosen: Ints


@kernel
def worst_removal(first: int, last: int, people: Ints, supply: Supply, demand: Demand, out: Removal) -> None:
    """Find the people without whom network coverage would be lowest."""
    most = np.max(np.diff(people[first : last + 1])) if last > first else 0
    domains = demand.need.shape[1]
    work = Work(np.zeros((most, domains)), np.zeros(domains), np.zeros(max(out.gone.shape[1], EXACT), np.int64))
    for c in range(first, last):
        n = people[c + 1] - people[c]
        needed, unclear, weights = _fill(c, n, supply, demand, work)
        now = _coverage(c, 0, demand, work)
        for k in range(1, min(n, out.gone.shape[1]) + 1):
            then = _worst_pair(c, n, demand, work) if k == EXACT else _worst_more(c, n, k - 1, demand, work)
            out.needed[c, k - 1], out.unclear[c, k - 1] = needed, unclear
            for place in range(k):
                out.gone[c, k - 1, place] = work.chosen[place]
            out.gone[c, k - 1, :k].sort()
            if weights > 0 and unclear == 0:
                out.loss[c, k - 1], out.after[c, k - 1] = (now - then) / weights, then / weights


@inner
def _fill(c: int, n: int, supply: Supply, demand: Demand, work: Work) -> tuple[int, int, float]:
    """Lay out who gives how much; count the needs, those with an unknown amount, and what they weigh together."""
    needed, unclear, weights = 0, 0, 0.0
    work.gives[:n] = 0
    work.total[:] = 0
    for d in range(demand.need.shape[1]):
        if demand.need[c, d] > 0:
            blank = 0
            for i in range(supply.start[c, d], supply.start[c, d + 1]):
                work.gives[supply.person[i], d] += supply.effective[i]
                work.total[d] += supply.effective[i]
                blank += supply.blank[i]
            needed += 1
            unclear += blank > 0
            weights += demand.weight[c, d]
    return needed, unclear, weights


@inner
def _coverage(c: int, k: int, demand: Demand, work: Work) -> float:
    """Add up the weighted coverage of all domains without the first ``k`` chosen people."""
    covered = 0.0
    for d in range(demand.need.shape[1]):
        need = demand.need[c, d]
        if need > 0 and demand.weight[c, d] > 0:
            left = work.total[d]
            for place in range(k):
                left -= work.gives[work.chosen[place], d]
            covered += demand.weight[c, d] * (1.0 if left >= need - SAME else max(left, 0.0) / need)
    return covered


@inner
def _worst_pair(c: int, n: int, demand: Demand, work: Work) -> float:
    """Choose two people without whom least is covered; of equal pairs, the one listed first."""
    lowest, one, other = np.inf, -1, -1
    for a in range(n):
        for b in range(a + 1, n):
            work.chosen[0], work.chosen[1] = a, b
            left = _coverage(c, 2, demand, work)
            if left < lowest - SAME:
                lowest, one, other = left, a, b
    work.chosen[0], work.chosen[1] = one, other
    return lowest


@inner
def _worst_more(c: int, n: int, k: int, demand: Demand, work: Work) -> float:
    """Choose one person more than the first ``k`` without whom least is covered; of equals, who is listed first."""
    lowest, one = np.inf, -1
    for a in range(n):
        taken = False
        for place in range(k):
            taken = taken or work.chosen[place] == a
        if not taken:
            work.chosen[k] = a
            left = _coverage(c, k + 1, demand, work)
            if left < lowest - SAME:
                lowest, one = left, a
    work.chosen[k] = one
    return lowest

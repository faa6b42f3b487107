"""Fair shares: how much each person adds to network coverage, on average over all orders in which people could join.

Coverage is a weighted sum over domains, so the shares add up over domains, and only the supporters of a domain share
in it. With few supporters all subsets are gone through; with many, random orders are drawn.
"""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Demand, Floats, Ints, Supply
from netwerkanalyse.kernels._jit import inner, kernel, loop, ones

# c = client, a = person over all clients, d = domain, i = players (the supporters of one domain), k = their number.

MODULUS = 2**31 - 1
MULTIPLIER = 48_271
"""Park and Miller's minimal standard generator: whole numbers only, so the same with and without the compiler."""


class Draws(NamedTuple):
    """How shares are computed: exactly up to so many supporters, otherwise from so many orders, from a seed."""

    exact: int
    orders: int
    seed: int


class Shares(NamedTuple):
    """Results per person; NaN where undefined. Names are those of the measures."""

    domains_shared: Floats
    domains_share_unclear: Floats
    fair_share: Floats
    fair_share_se: Floats


class Players(NamedTuple):
    """Room to work in: the supporters of one domain, and what comes out for each.

    ``covered`` is by subset of them, a bit each; ``chance`` is by the size of a subset.
    """

    person: Ints
    amount: Floats
    share: Floats
    square: Floats
    order: Ints
    covered: Floats
    chance: Floats


@kernel
def shapley(first: int, last: int, people: Ints, supply: Supply, demand: Demand, draws: Draws, out: Shares) -> None:
    """Divide every client's network coverage over the people who give it."""
    most = np.max(np.diff(people[first : last + 1])) if last > first else 0
    _divide_all(first, last, people, supply, demand, draws, _players(most, 1 << min(draws.exact, most)), out)


@loop
def _divide_all(
    first: int, last: int, people: Ints, supply: Supply, demand: Demand, draws: Draws, players: Players, out: Shares
) -> None:
    for c in range(first, last):
        needed, weights = 0, 0.0
        for d in range(demand.need.shape[1]):
            if demand.need[c, d] > 0:
                needed += 1
                weights += demand.weight[c, d]
        for a in range(people[c], people[c + 1]):
            out.domains_shared[a], out.domains_share_unclear[a] = needed, 0
            out.fair_share[a] = 0.0 if weights > 0 else np.nan
            out.fair_share_se[a] = out.fair_share[a]
        state = draws.seed
        for d in range(demand.need.shape[1]):
            if demand.need[c, d] > 0:
                state = _divide(c, d, supply, demand.need[c, d], draws, state, players)
                _add(c, d, people[c], supply, demand.weight[c, d] / weights if weights > 0 else 0.0, players, out)
        for a in range(people[c], people[c + 1]):
            out.fair_share_se[a] = np.sqrt(out.fair_share_se[a])


@inner
def _players(most: int, subsets: int) -> Players:
    return Players(
        np.empty(most, np.int64),
        np.empty(most),
        np.empty(most),
        np.empty(most),
        np.empty(most, np.int64),
        np.empty(subsets),
        np.empty(most + 1),
    )


@inner
def _divide(c: int, d: int, supply: Supply, need: float, draws: Draws, state: int, players: Players) -> int:
    """Divide the coverage of one domain, if every amount in it is known; return the state of the generator."""
    k, blank = 0, 0
    for i in range(supply.start[c, d], supply.start[c, d + 1]):
        players.amount[k] = supply.effective[i]
        blank += supply.blank[i]
        k += 1
    if blank > 0:
        players.share[:k] = np.nan
        players.square[:k] = np.nan
    elif k <= draws.exact:
        _exact(k, need, players)
    else:
        state = _sampled(k, need, draws.orders, state, players)
    return state


@inner
def _add(c: int, d: int, people: int, supply: Supply, weight: float, players: Players, out: Shares) -> None:
    """Add the shares in one domain to those of the whole network."""
    for i in range(supply.start[c, d], supply.start[c, d + 1]):
        a, k = people + supply.person[i], i - supply.start[c, d]
        out.domains_share_unclear[a] += np.isnan(players.share[k])
        out.fair_share[a] += weight * players.share[k]
        out.fair_share_se[a] += weight * weight * players.square[k]


@inner
def _exact(k: int, need: float, players: Players) -> None:
    """Weigh what each player adds to every subset of the others."""
    covered, chance = players.covered, players.chance
    covered[0] = 0.0
    for i in range(k):
        for subset in range(1 << i):
            covered[subset | 1 << i] = covered[subset] + players.amount[i]
    for subset in range(1 << k):
        covered[subset] = min(1.0, covered[subset] / need)
    for size in range(k):
        chance[size] = _chance(size, k)
    for i in range(k):
        players.share[i], players.square[i] = 0.0, 0.0
        for subset in range(1 << k):
            if subset >> i & 1 == 0:
                players.share[i] += (covered[subset | 1 << i] - covered[subset]) * chance[ones(subset)]


@inner
def _chance(size: int, k: int) -> float:
    """Compute the chance that exactly one given subset of that size stands before a player in a random order."""
    chance = 1 / k
    for i in range(1, size + 1):
        chance *= i / (k - i)
    return chance


@inner
def _sampled(k: int, need: float, orders: int, state: int, players: Players) -> int:
    """Average what each player adds over random orders; ``square`` becomes the square of the standard error."""
    for i in range(k):
        players.order[i] = i
        players.share[i], players.square[i] = 0.0, 0.0
    for _ in range(orders):
        for i in range(k - 1, 0, -1):
            state = state * MULTIPLIER % MODULUS
            j = state % (i + 1)
            players.order[i], players.order[j] = players.order[j], players.order[i]
        supplied = 0.0
        for place in range(k):
            i = players.order[place]
            added = min(1.0, (supplied + players.amount[i]) / need) - min(1.0, supplied / need)
            supplied += players.amount[i]
            players.share[i] += added
            players.square[i] += added * added
    for i in range(k):
        mean = players.share[i] / orders
        spread = max(0.0, players.square[i] - orders * mean * mean)
        players.share[i] = mean
        players.square[i] = spread / (orders - 1) / orders
    return state

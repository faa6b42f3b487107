"""What stays when formal help scales down: coverage by naasten and peers, and who could stop at the same time."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import FORMAL, INFORMAL, PEER, SAME, Codes, Demand, Flags, Floats, Ints, Supply
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, d = domain, i = entries of supply, p = person within the client, k = number of candidates,
# j = candidates, in the order in which they are listed.


class Helpers(NamedTuple):
    """The people over all clients: offsets by client, kind (-1 not known), and whose role stays in any case.

    ``over_capacity`` is 1 for who is asked more than they can give, 0 for who is not, NaN when nobody knows.
    """

    people: Ints
    kind: Codes
    protected: Flags
    over_capacity: Floats


class Limits(NamedTuple):
    """Cut-offs: the share of a need that is enough, and up to how many candidates the search is exact."""

    enough: float
    exact: int


class Withdrawal(NamedTuple):
    """Results per client; NaN where undefined. Names are those of the measures.

    ``withdrawn`` is per person: what somebody gives who could be spared, NaN for who stays.
    """

    domains_weighing: Floats
    domains_informal_unclear: Floats
    coverage_without_formal: Floats
    formal_helpers: Floats
    formal_helpers_unjudged: Floats
    safe_withdrawal: Floats
    safe_withdrawal_amount: Floats
    withdrawal_exact: Floats
    carers_relied_on: Floats
    carers_over_capacity: Floats
    carers_capacity_unknown: Floats
    withdrawn: Floats


class Search(NamedTuple):
    """Candidates of one client: what each gives per domain and in all, who is taken, and what a domain can spare."""

    person: Ints
    gives: Floats
    total: Floats
    taken: Flags
    spare: Floats


@kernel
def withdrawal(
    first: int, last: int, supply: Supply, demand: Demand, helpers: Helpers, limits: Limits, out: Withdrawal
) -> None:
    """Measure every network without its formal supporters, and find the largest set of them that can be spared."""
    for c in range(first, last):
        _informal(c, supply, demand, helpers, out)
        search = _candidates(c, supply, demand, helpers, limits, out)
        k = len(search.person)
        exact = k <= limits.exact
        if exact:
            _search(k, search)
        else:
            _greedy(k, search)
        out.withdrawal_exact[c] = exact
        _conclude(c, search, helpers, out)
        _carers(c, search, supply, demand, helpers, out)


@inner
def _conclude(c: int, search: Search, helpers: Helpers, out: Withdrawal) -> None:
    """Write down who could be spared."""
    amount = 0.0
    for j in range(len(search.person)):
        if search.taken[j]:
            amount += search.total[j]
            out.withdrawn[helpers.people[c] + search.person[j]] = search.total[j]
    out.safe_withdrawal[c] = np.sum(search.taken)
    out.safe_withdrawal_amount[c] = amount


@inner
def _carers(c: int, search: Search, supply: Supply, demand: Demand, helpers: Helpers, out: Withdrawal) -> None:
    """Count the naasten who would go on in the domains that somebody leaves, and what they can bear."""
    base = helpers.people[c]
    relied = np.zeros(helpers.people[c + 1] - base, np.bool_)
    for d in range(demand.need.shape[1]):
        if demand.need[c, d] > 0 and np.any(search.gives[search.taken, d] > 0):
            for i in range(supply.start[c, d], supply.start[c, d + 1]):
                if helpers.kind[base + supply.person[i]] == INFORMAL:
                    relied[supply.person[i]] = True
    over, unknown = 0, 0
    for p in range(len(relied)):
        over += relied[p] and helpers.over_capacity[base + p] == 1
        unknown += relied[p] and np.isnan(helpers.over_capacity[base + p])
    out.carers_relied_on[c] = np.sum(relied)
    out.carers_over_capacity[c] = over
    out.carers_capacity_unknown[c] = unknown


@inner
def _informal(c: int, supply: Supply, demand: Demand, helpers: Helpers, out: Withdrawal) -> None:
    """Measure coverage by naasten and peers only."""
    needed, unclear, covered, weights = 0, 0, 0.0, 0.0
    for d in range(demand.need.shape[1]):
        if demand.need[c, d] > 0:
            amount, unknown = 0.0, False
            for i in range(supply.start[c, d], supply.start[c, d + 1]):
                kind = helpers.kind[helpers.people[c] + supply.person[i]]
                if kind in (INFORMAL, PEER):
                    amount += supply.effective[i]
                    unknown = unknown or supply.blank[i] > 0
                unknown = unknown or kind < 0
            enough = amount >= demand.need[c, d] - SAME
            needed += 1
            unclear += unknown and not enough
            weights += demand.weight[c, d]
            covered += demand.weight[c, d] * (1.0 if enough else amount / demand.need[c, d])
    out.domains_weighing[c] = needed
    out.domains_informal_unclear[c] = unclear
    if unclear == 0 and weights > 0:
        out.coverage_without_formal[c] = covered / weights


@inner
def _candidates(c: int, supply: Supply, demand: Demand, helpers: Helpers, limits: Limits, out: Withdrawal) -> Search:
    """List the formal supporters who could be spared on their own; nobody else can be in a set that can."""
    base, domains = helpers.people[c], demand.need.shape[1]
    n = helpers.people[c + 1] - base
    spare = _spare(c, supply, demand, limits)
    gives, total = np.zeros((n, domains)), np.zeros(n)
    supports, unjudged, needed = np.zeros(n, np.bool_), np.zeros(n, np.bool_), np.zeros(n, np.bool_)
    for d in range(domains):
        for i in range(supply.start[c, d], supply.start[c, d + 1]):
            p = supply.person[i]
            supports[p] = True
            gives[p, d] = supply.effective[i]
            total[p] += supply.effective[i]
            unjudged[p] = unjudged[p] or np.isnan(spare[d])
            needed[p] = needed[p] or supply.effective[i] > spare[d] + SAME
    k = 0
    person = np.empty(n, np.int64)
    formal, unclear = 0, 0
    for p in range(n):
        if helpers.kind[base + p] == FORMAL and supports[p]:
            formal += 1
            unclear += unjudged[p]
            if not (helpers.protected[base + p] or unjudged[p] or needed[p]):
                person[k] = p
                k += 1
    out.formal_helpers[c] = formal
    out.formal_helpers_unjudged[c] = unclear
    person = person[:k]
    return Search(person, gives[person], total[person], np.zeros(k, np.bool_), spare)


@inner
def _spare(c: int, supply: Supply, demand: Demand, limits: Limits) -> Floats:
    """Compute per domain what can be taken away: all of it without need, NaN when nobody knows."""
    spare = np.full(demand.need.shape[1], np.inf)
    for d in range(len(spare)):
        amount, blank = 0.0, 0
        for i in range(supply.start[c, d], supply.start[c, d + 1]):
            amount += supply.effective[i]
            blank += supply.blank[i]
        enough = limits.enough * demand.need[c, d]
        if np.isnan(demand.need[c, d]):
            spare[d] = np.nan
        elif demand.need[c, d] > 0:
            if amount >= enough - SAME:
                spare[d] = amount - enough
            else:
                spare[d] = 0.0 if blank == 0 else np.nan
    return spare


@inner
def _fits(j: int, used: Floats, search: Search) -> bool:
    """Tell whether a candidate can be spared beside what is used already."""
    for d in range(len(used)):
        if search.gives[j, d] > 0 and used[d] + search.gives[j, d] > search.spare[d] + SAME:
            return False
    return True


@inner
def _search(k: int, search: Search) -> None:
    """Find the largest set, and among equals the largest amount, and then who is listed first.

    Depth first: take a candidate, then leave them; a branch that cannot beat the best set is cut.
    """
    used, count, amount = np.zeros((k + 1, len(search.spare))), np.zeros(k + 1, np.int64), np.zeros(k + 1)
    rest = np.zeros(k + 1)
    for j in range(k - 1, -1, -1):
        rest[j] = rest[j + 1] + search.total[j]
    step, most, largest, j = np.zeros(k + 1, np.int64), 0, 0.0, 0
    while j >= 0:
        step[j] += 1
        can_win = _beats(count[j] + k - j, amount[j] + rest[j], most, largest)
        if step[j] > 2 or not can_win or j == k:
            if j == k and can_win:
                most, largest = count[k], amount[k]
                for i in range(k):
                    search.taken[i] = step[i] == 1
            step[j] = 0
            j -= 1
        elif step[j] == 2 or _fits(j, used[j], search):
            taken = step[j] == 1
            used[j + 1] = used[j] + search.gives[j] if taken else used[j]
            count[j + 1] = count[j] + taken
            amount[j + 1] = amount[j] + search.total[j] * taken
            j += 1


@inner
def _beats(count: int, amount: float, most: int, largest: float) -> bool:
    return count > most or (count == most and amount > largest + SAME)


@inner
def _greedy(k: int, search: Search) -> None:
    """Take candidates one by one, who asks the smallest part of what a domain can spare first."""
    asks, used = np.zeros(k), np.zeros(len(search.spare))
    for j in range(k):
        for d in range(len(used)):
            if search.gives[j, d] > 0:
                asks[j] = max(asks[j], search.gives[j, d] / max(search.spare[d], SAME))
    for j in np.argsort(asks, kind="mergesort"):
        if _fits(j, used, search):
            search.taken[j] = True
            used += search.gives[j]

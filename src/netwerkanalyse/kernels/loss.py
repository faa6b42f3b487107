"""What coverage is lost when people fall away: one by one, or all of an organisation, a law or a kind at once."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import SAME, Demand, Floats, Groups, Ints, Supply
from netwerkanalyse.kernels._jit import inner, kernel, loop

# c = client, g = group, i = entries of supply, d = domains.


class Loss(NamedTuple):
    """Coverage per group that falls away; NaN where undefined. Names are those of the measures."""

    domains_weighed: Ints
    domains_unclear: Ints
    domains_unclear_after: Ints
    coverage_loss: Floats
    coverage_after: Floats
    domains_lost: Ints


class LossOfClient(NamedTuple):
    """What hangs on single people, per client; NaN where undefined. Names are those of the measures."""

    people_weighed: Ints
    loss_domains: Ints
    losses_unclear: Ints
    largest_loss: Floats
    mean_loss: Floats


class Given(NamedTuple):
    """What each group around one client gives in one domain: an amount, rows of unknown amount, and by how many."""

    amount: Floats
    blank: Ints
    people: Ints


@kernel
def losses(first: int, last: int, supply: Supply, demand: Demand, groups: Groups, out: Loss) -> None:
    """Measure network coverage without each group."""
    most = np.max(np.diff(groups.start[first : last + 1])) if last > first else 0
    given = Given(np.zeros(most), np.zeros(most, np.int64), np.zeros(most, np.int64))
    _losses(first, last, supply, demand, groups, given, out)


@loop
def _losses(first: int, last: int, supply: Supply, demand: Demand, groups: Groups, given: Given, out: Loss) -> None:
    for c in range(first, last):
        begin, end = groups.start[c], groups.start[c + 1]
        of = groups.of[groups.people[c] : groups.people[c + 1]]
        for g in range(begin, end):
            out.coverage_loss[g] = 0
        needed, unclear, covered, weights = 0, 0, 0.0, 0.0
        for d in range(demand.need.shape[1]):
            if demand.need[c, d] > 0:
                now = _without_each(c, d, begin, of, supply, demand, given, out)
                needed += 1
                unclear += now[1]
                covered += demand.weight[c, d] * now[0]
                weights += demand.weight[c, d]
        for g in range(begin, end):
            out.domains_weighed[g] = needed
            out.domains_unclear_after[g] += unclear
            _conclude(g, covered, weights, out)


@inner
def _without_each(
    c: int, d: int, begin: int, of: Ints, supply: Supply, demand: Demand, given: Given, out: Loss
) -> tuple[float, bool]:
    """Add what one domain loses without each group, from ``begin`` on; return its coverage now, as in ``_met``."""
    need, weight = demand.need[c, d], demand.weight[c, d]
    amount, blank, people = 0.0, 0, supply.start[c, d + 1] - supply.start[c, d]
    for i in range(supply.start[c, d], supply.start[c, d + 1]):
        amount += supply.effective[i]
        blank += supply.blank[i]
        g = of[supply.person[i]]
        if g >= 0:
            given.amount[g] += supply.effective[i]
            given.blank[g] += supply.blank[i]
            given.people[g] += 1
    now = _met(need, amount, blank)
    for i in range(supply.start[c, d], supply.start[c, d + 1]):
        g = of[supply.person[i]]
        if g >= 0 and given.people[g] > 0:  # each group once
            then = _met(need, amount - given.amount[g], blank - given.blank[g])
            out.coverage_loss[begin + g] += weight * (now[0] - then[0])
            out.domains_unclear[begin + g] += now[1] or then[1]
            out.domains_unclear_after[begin + g] += int(then[1]) - int(now[1])
            out.domains_lost[begin + g] += given.people[g] == people
            given.amount[g], given.blank[g], given.people[g] = 0, 0, 0
    return now


@inner
def _met(need: float, amount: float, blank: int) -> tuple[float, bool]:
    """Compute the coverage of a domain, and whether it may be more.

    It may be more where the amount of some support is unknown: that counts for nothing here.
    """
    if amount >= need - SAME:
        return 1.0, False
    return amount / need, blank > 0


@inner
def _conclude(g: int, covered: float, weights: float, out: Loss) -> None:
    """Turn sums over domains into network coverage, where it is known."""
    lost = out.coverage_loss[g]
    known = weights > 0 and out.domains_unclear[g] == 0
    out.coverage_loss[g] = lost / weights if known else np.nan
    if weights > 0 and out.domains_unclear_after[g] == 0:
        out.coverage_after[g] = (covered - lost) / weights


@kernel
@loop
def loss_of_clients(first: int, last: int, people: Ints, need: Floats, loss: Loss, out: LossOfClient) -> None:
    """Take the losses of the people around every client together; ``people`` are their offsets by client."""
    for c in range(first, last):
        number, total, largest = people[c + 1] - people[c], 0.0, 0.0
        for p in range(people[c], people[c + 1]):
            out.losses_unclear[c] += loss.domains_unclear[p] > 0
            total += loss.coverage_loss[p]
            largest = max(largest, loss.coverage_loss[p])
        out.people_weighed[c] = number
        for d in range(need.shape[1]):
            out.loss_domains[c] += need[c, d] > 0
        if number > 0 and not np.isnan(total):
            out.largest_loss[c], out.mean_loss[c] = largest, total / number

"""What is lost when people fall away: one by one, or all of an organisation, a law or a kind at once."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import SAME, Demand, Floats, Graph, Ints, Supply
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, g = group, a and b = people within the client, s = supports, d = domains, e = ties.

NOBODY = -2
"""A group to which nobody belongs."""


class Groups(NamedTuple):
    """People in groups: ``start`` are the offsets of groups by client, ``of`` numbers each person's group.

    Groups are numbered within the client; -1 is no group. A person alone is a group of one.
    """

    start: Ints
    of: Ints


class Loss(NamedTuple):
    """Results per group; NaN where undefined. Names are those of the measures."""

    domains_weighed: Floats
    domains_unclear: Floats
    domains_unclear_after: Floats
    coverage_loss: Floats
    coverage_after: Floats
    domains_lost: Floats
    people_left: Floats
    fragmentation_change: Floats


@kernel
def losses(first: int, last: int, supply: Supply, demand: Demand, graph: Graph, groups: Groups, out: Loss) -> None:
    """Measure every network without each of its groups."""
    most = np.max(np.diff(graph.people[first : last + 1])) if last > first else 0
    parent, size = np.empty(most, np.int64), np.empty(most, np.int64)
    for c in range(first, last):
        _coverage(c, supply, demand, graph.people[c], groups, out)
        before = _fragmentation(c, NOBODY, graph, groups, parent, size)[1]
        for g in range(groups.start[c], groups.start[c + 1]):
            left, after = _fragmentation(c, g - groups.start[c], graph, groups, parent, size)
            out.people_left[g] = left
            out.fragmentation_change[g] = after - before


@inner
def _coverage(c: int, supply: Supply, demand: Demand, people: int, groups: Groups, out: Loss) -> None:
    """Measure network coverage without each group of a client."""
    begin, end = groups.start[c], groups.start[c + 1]
    for g in range(begin, end):
        out.domains_lost[g], out.domains_unclear[g], out.domains_unclear_after[g] = 0, 0, 0
        out.coverage_loss[g], out.coverage_after[g] = 0.0, 0.0
    weighed, unclear, covered, weights = 0, 0, 0.0, 0.0
    for d in range(demand.need.shape[1]):
        if demand.need[c, d] > 0:
            share, _ = _without(c, d, NOBODY, supply, demand, people, groups)
            weighed += 1
            weights += demand.weight[c, d]
            if np.isnan(share):
                unclear += 1
            else:
                covered += demand.weight[c, d] * share
            _domain(c, d, share, supply, demand, people, groups, out)
    for g in range(begin, end):
        out.domains_weighed[g] = weighed
        out.domains_unclear_after[g] += unclear
        out.coverage_loss[g] = out.coverage_loss[g] / weights if weights > 0 else np.nan
        clear = weights > 0 and out.domains_unclear_after[g] == 0
        out.coverage_after[g] = (covered + out.coverage_after[g]) / weights if clear else np.nan


@inner
def _domain(
    c: int, d: int, share: float, supply: Supply, demand: Demand, people: int, groups: Groups, out: Loss
) -> None:
    """Add what a domain loses without each group that supports in it."""
    for i in range(supply.start[c, d], supply.start[c, d + 1]):
        of = groups.of[people + supply.person[i]]
        if of >= 0 and _is_first(c, d, i, of, supply, people, groups):
            g, weight = groups.start[c] + of, demand.weight[c, d]
            rest, others = _without(c, d, of, supply, demand, people, groups)
            out.domains_lost[g] += others == 0
            out.coverage_loss[g] += weight * (share - rest)
            if np.isnan(share) or np.isnan(rest):
                out.domains_unclear[g] += 1
            if np.isnan(share):
                out.domains_unclear_after[g] -= 1
            else:
                out.coverage_after[g] -= weight * share
            if np.isnan(rest):
                out.domains_unclear_after[g] += 1
            else:
                out.coverage_after[g] += weight * rest


@inner
def _without(
    c: int, d: int, group: int, supply: Supply, demand: Demand, people: int, groups: Groups
) -> tuple[float, int]:
    """Compute the coverage of a domain without a group, NaN when it is not known, and count who still supports."""
    amount, blank, others = 0.0, 0, 0
    for i in range(supply.start[c, d], supply.start[c, d + 1]):
        if groups.of[people + supply.person[i]] != group:
            amount += supply.effective[i]
            blank += supply.blank[i]
            others += supply.effective[i] > 0 or supply.blank[i] > 0
    if amount >= demand.need[c, d] - SAME:
        return 1.0, others
    return np.nan if blank > 0 else amount / demand.need[c, d], others


@inner
def _is_first(c: int, d: int, entry: int, group: int, supply: Supply, people: int, groups: Groups) -> bool:
    """Tell whether an entry is the first of its group in its domain."""
    i = supply.start[c, d]
    while groups.of[people + supply.person[i]] != group:
        i += 1
    return i == entry


@inner
def _fragmentation(c: int, without: int, graph: Graph, groups: Groups, parent: Ints, size: Ints) -> tuple[int, float]:
    """Count the people who are left, and compute the share of their pairs that cannot reach each other."""
    base, n = graph.people[c], graph.people[c + 1] - graph.people[c]
    for a in range(n):
        parent[a] = a
        size[a] = 0
    for e in range(graph.start[c], graph.start[c + 1]):
        if groups.of[base + graph.source[e]] != without and groups.of[base + graph.target[e]] != without:
            a, b = _root(parent, graph.source[e]), _root(parent, graph.target[e])
            if a != b:
                parent[b] = a
    left, reachable = 0, 0
    for a in range(n):
        if groups.of[base + a] != without:
            root = _root(parent, a)
            reachable += 2 * size[root]  # ordered pairs with those of the component counted so far
            size[root] += 1
            left += 1
    return left, 1 - reachable / (left * (left - 1)) if left > 1 else np.nan


@inner
def _root(parent: Ints, a: int) -> int:
    while parent[a] != a:
        parent[a] = parent[parent[a]]
        a = parent[a]
    return a

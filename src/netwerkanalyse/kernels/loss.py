"""What is lost when people fall away: one by one, or all of an organisation, a law or a kind at once."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import SAME, Demand, Floats, Graph, Ints, Numbers, Supply
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, g = group, a and b = people within the client, i = entries of supply, d = domains, e = ties.

NOBODY = -2
"""A group to which nobody belongs."""


class Groups(NamedTuple):
    """People in groups: ``start`` are the offsets of groups by client, ``of`` numbers each person's group.

    ``people`` are the offsets of people by client. Groups are numbered within the client; -1 is no group. A person
    alone is a group of one.
    """

    people: Ints
    start: Ints
    of: Ints


class Loss(NamedTuple):
    """Coverage per group that falls away; NaN where undefined. Names are those of the measures."""

    domains_weighed: Ints
    domains_unclear: Ints
    domains_unclear_after: Ints
    coverage_loss: Floats
    coverage_after: Floats
    domains_lost: Ints


class Apart(NamedTuple):
    """People who are left when a group falls away; NaN where undefined. Names are those of the measures."""

    people_left: Ints
    fragmentation_change: Floats


@kernel
def losses(first: int, last: int, supply: Supply, demand: Demand, groups: Groups, out: Loss) -> None:
    """Measure network coverage without each group."""
    for c in range(first, last):
        begin, end = groups.start[c], groups.start[c + 1]
        of = groups.of[groups.people[c] : groups.people[c + 1]]
        for g in range(begin, end):
            out.coverage_loss[g] = 0
        needed, unclear, covered, weights = 0, 0, 0.0, 0.0
        for d in range(demand.need.shape[1]):
            if demand.need[c, d] > 0:
                weight = demand.weight[c, d]
                now = _met(c, d, NOBODY, demand.need[c, d], supply, of)
                for i in range(supply.start[c, d], supply.start[c, d + 1]):
                    group = of[supply.person[i]]
                    if group >= 0 and _is_first(i, supply.start[c, d], supply, of):
                        then = _met(c, d, group, demand.need[c, d], supply, of)
                        out.coverage_loss[begin + group] += weight * (now[0] - then[0])
                        out.domains_unclear[begin + group] += now[1] or then[1]
                        out.domains_unclear_after[begin + group] += int(then[1]) - int(now[1])
                        out.domains_lost[begin + group] += then[2] == 0
                needed += 1
                unclear += now[1]
                covered += weight * now[0]
                weights += weight
        for g in range(begin, end):
            out.domains_weighed[g] = needed
            out.domains_unclear_after[g] += unclear
            _conclude(g, covered, weights, out)


@inner
def _met(c: int, d: int, without: int, need: float, supply: Supply, of: Ints) -> tuple[float, bool, int]:
    """Compute the coverage of a domain without a group, whether it may be more, and how many people still support.

    It may be more where the amount of some support is unknown: that counts for nothing here.
    """
    amount, blank, supporters = 0.0, 0, 0
    for i in range(supply.start[c, d], supply.start[c, d + 1]):
        if of[supply.person[i]] != without:
            amount += supply.effective[i]
            blank += supply.blank[i]
            supporters += 1
    if amount >= need - SAME:
        return 1.0, False, supporters
    return amount / need, blank > 0, supporters


@inner
def _is_first(entry: int, begin: int, supply: Supply, of: Ints) -> bool:
    """Tell whether an entry is the first of its group in a domain, whose entries start at ``begin``."""
    i = begin
    while of[supply.person[i]] != of[supply.person[entry]]:
        i += 1
    return i == entry


@inner
def _conclude(g: int, covered: float, weights: float, out: Loss) -> None:
    """Turn sums over domains into network coverage, where it is known."""
    lost = out.coverage_loss[g]
    known = weights > 0 and out.domains_unclear[g] == 0
    out.coverage_loss[g] = lost / weights if known else np.nan
    if weights > 0 and out.domains_unclear_after[g] == 0:
        out.coverage_after[g] = (covered - lost) / weights


@kernel
def apart_without_groups(first: int, last: int, graph: Graph, groups: Groups, out: Apart) -> None:
    """Measure how far every network falls apart without each group: the groups of people are found anew."""
    most = np.max(np.diff(graph.people[first : last + 1])) if last > first else 0
    parent, size = np.empty(most, np.int64), np.empty(most, np.int64)
    for c in range(first, last):
        of = groups.of[graph.people[c] : graph.people[c + 1]]
        before = _fragmentation(c, NOBODY, graph, of, parent, size)[1]
        for g in range(groups.start[c], groups.start[c + 1]):
            left, after = _fragmentation(c, g - groups.start[c], graph, of, parent, size)
            out.people_left[g] = left
            out.fragmentation_change[g] = after - before


@inner
def _fragmentation(c: int, without: int, graph: Graph, of: Ints, parent: Ints, size: Ints) -> tuple[int, float]:
    """Count the people who are left, and compute the share of their pairs that cannot reach each other."""
    for a in range(len(of)):
        parent[a] = a
        size[a] = 0
    for e in range(graph.start[c], graph.start[c + 1]):
        if of[graph.source[e]] != without and of[graph.target[e]] != without:
            a, b = _root(parent, graph.source[e]), _root(parent, graph.target[e])
            if a != b:
                parent[b] = a
    left, reachable = 0, 0
    for a in range(len(of)):
        if of[a] != without:
            root = _root(parent, a)
            reachable += 2 * size[root]  # ordered pairs with those of the same component counted so far
            size[root] += 1
            left += 1
    return left, 1 - reachable / (left * (left - 1)) if left > 1 else np.nan


@inner
def _root(parent: Ints, a: int) -> int:
    while parent[a] != a:
        parent[a] = parent[parent[a]]
        a = parent[a]
    return a


class Walk(NamedTuple):
    """Room to walk through one network depth first; an entry a person.

    ``place`` counts first visits, ``lowest`` is the first place that a person, or the branch behind them, has a tie
    with. ``branch`` is the size of that branch, the person included. ``cut`` and ``cut_pairs`` are the people, and
    their ordered pairs, in branches that hang on this person alone.
    """

    place: Ints
    lowest: Ints
    onward: Ints
    came: Ints
    root: Ints
    branch: Ints
    cut: Ints
    cut_pairs: Ints


@kernel
def apart_without_people(first: int, last: int, graph: Graph, out: Apart) -> None:
    """Measure how far every network falls apart without each person, in one walk (Tarjan).

    Without somebody, the branches that hang on them alone are each on their own; the rest of their component stays
    together.
    """
    most = np.max(np.diff(graph.people[first : last + 1])) if last > first else 0
    walk = Walk(
        np.empty(most, np.int64),
        np.empty(most, np.int64),
        np.empty(most, np.int64),
        np.empty(most, np.int64),
        np.empty(most, np.int64),
        np.empty(most, np.int64),
        np.empty(most, np.int64),
        np.empty(most, np.int64),
    )
    for c in range(first, last):
        base, n = graph.people[c], graph.people[c + 1] - graph.people[c]
        walk.place[:n] = -1
        visited, pairs = 0, 0
        for a in range(n):
            if walk.place[a] < 0:
                visited = _component(a, visited, graph.indptr[base:], graph.indices, walk)
                pairs += walk.branch[a] * (walk.branch[a] - 1)
        for a in range(n):
            out.people_left[base + a] = n - 1
            if n > 2:
                size = walk.branch[walk.root[a]]
                rest = size - 1 - walk.cut[a]
                after = pairs - size * (size - 1) + walk.cut_pairs[a] + rest * (rest - 1)
                out.fragmentation_change[base + a] = pairs / (n * (n - 1)) - after / ((n - 1) * (n - 2))


@inner
def _component(root: int, visited: int, indptr: Ints, indices: Numbers, walk: Walk) -> int:
    """Walk through the component of ``root``; return how many people were visited in all."""
    walk.came[root] = -1
    a = root
    while a >= 0:
        if walk.place[a] < 0:
            walk.place[a], walk.lowest[a], walk.onward[a], walk.root[a] = visited, visited, indptr[a], root
            walk.branch[a], walk.cut[a], walk.cut_pairs[a] = 1, 0, 0
            visited += 1
        if walk.onward[a] < indptr[a + 1]:
            b = indices[walk.onward[a]]
            walk.onward[a] += 1
            if walk.place[b] < 0:
                walk.came[b] = a
                a = b
            else:
                walk.lowest[a] = min(walk.lowest[a], walk.place[b])
        else:
            b = walk.came[a]
            if b >= 0:
                _return(a, b, walk)
            a = b
    return visited


@inner
def _return(a: int, b: int, walk: Walk) -> None:
    """Go back from a branch to the person it hangs on."""
    walk.branch[b] += walk.branch[a]
    walk.lowest[b] = min(walk.lowest[b], walk.lowest[a])
    if walk.lowest[a] >= walk.place[b]:
        walk.cut[b] += walk.branch[a]
        walk.cut_pairs[b] += walk.branch[a] * (walk.branch[a] - 1)

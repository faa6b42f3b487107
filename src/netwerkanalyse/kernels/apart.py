"""How far a network falls apart when people fall away: one by one, or all of a group at once."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Floats, Graph, Groups, Ints, Numbers
from netwerkanalyse.kernels._jit import inner, kernel, loop

# c = client, g = group, a and b = people within the client, e = ties.

NOBODY = -2
"""A group to which nobody belongs."""


class Apart(NamedTuple):
    """People who are left when a group falls away; NaN where undefined. Names are those of the measures."""

    people_left: Ints
    fragmentation_change: Floats


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
    rooms = np.empty((8, most), np.int64)
    walk = Walk(rooms[0], rooms[1], rooms[2], rooms[3], rooms[4], rooms[5], rooms[6], rooms[7])
    _walk_all(first, last, graph, walk, out)


@loop
def _walk_all(first: int, last: int, graph: Graph, walk: Walk, out: Apart) -> None:
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

"""The place of every person among the people around the client, the client left out."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import FORMAL, INFORMAL, PEER, UNKNOWN, Codes, Floats, Graph, Ints, Listed, Numbers
from netwerkanalyse.kernels._jit import inner, kernel, loop, ones

FEW = 62
"""Around so many people at most, the ties of a person are the bits of one whole number."""

# c = client, n = people, p = person over all clients, a, b and s = people within the client, e = ties, i = neighbours.


class Members(NamedTuple):
    """Results per person; NaN where undefined. Names are those of the measures."""

    own_pairs_asked: Floats
    degree: Floats
    informal_ties: Floats
    formal_ties: Floats
    peer_ties: Floats
    own_ties_without_strength: Floats
    strength: Floats
    betweenness: Floats
    component: Floats
    component_size: Floats
    cut_member: Floats


@kernel
@loop
def asked_about(first: int, last: int, people: Ints, listed: Listed, out: Members) -> None:
    """Count for every person the others of whom it is known whether they have contact."""
    for c in range(first, last):
        base, end = people[c], people[c + 1]
        out.own_pairs_asked[base:end] = end - base - 1 if listed.all_asked[c] else 0
        for e in range(listed.start[c], listed.start[c + 1]):
            # A listed pair adds an answer, or takes one away where all others have one.
            answered = int(listed.state[e] != UNKNOWN) - int(listed.all_asked[c])
            out.own_pairs_asked[base + listed.source[e]] += answered
            out.own_pairs_asked[base + listed.target[e]] += answered


@kernel
@loop
def contacts(first: int, last: int, graph: Graph, kind: Codes, out: Members) -> None:
    """Count the ties of every person, by the kind of the other, and add up their strengths."""
    for c in range(first, last):
        base = graph.people[c]
        for p in range(base, graph.people[c + 1]):
            informal, formal, peer = 0, 0, 0
            for i in range(graph.indptr[p], graph.indptr[p + 1]):
                other = kind[base + graph.indices[i]]
                informal += other == INFORMAL
                formal += other == FORMAL
                peer += other == PEER
            out.degree[p] = graph.indptr[p + 1] - graph.indptr[p]
            out.informal_ties[p], out.formal_ties[p], out.peer_ties[p] = informal, formal, peer
            out.own_ties_without_strength[p], out.strength[p] = 0, 0
        for e in range(graph.start[c], graph.start[c + 1]):
            weight = graph.weight[e]
            for p in (base + graph.source[e], base + graph.target[e]):
                out.own_ties_without_strength[p] += np.isnan(weight)
                out.strength[p] += weight  # one strength that is not known makes the sum unknown


class Room(NamedTuple):
    """Room to go through one network: an entry a person, for whole numbers and for other numbers."""

    group: Ints
    came: Ints
    place: Ints
    lowest: Ints
    onward: Ints
    row: Ints
    before: Ints
    ways: Floats
    waiting: Floats


@kernel
def positions(first: int, last: int, graph: Graph, out: Members) -> None:
    """Measure on how many shortest paths every person stands, in which group, and who holds a group together.

    The place of somebody about whom nobody asked is not known: the numbers of pairs asked about must be in ``out``.
    """
    most = np.max(np.diff(graph.people[first : last + 1])) if last > first else 0
    whole, other = np.empty((7, most), np.int64), np.empty((2, most))
    room = Room(whole[0], whole[1], whole[2], whole[3], whole[4], whole[5], whole[6], other[0], other[1])
    _place_all(first, last, graph, room, out)


@loop
def _place_all(first: int, last: int, graph: Graph, room: Room, out: Members) -> None:
    for c in range(first, last):
        base, end = graph.people[c], graph.people[c + 1]
        indptr = graph.indptr[base : end + 1]
        out.betweenness[base:end] = 0
        if end - base <= FEW:
            _bits(indptr, graph.indices, room.row)
            row = room.row[: end - base]
            _betweenness_of_few(row, room.before, room.place, room.ways, room.waiting, out.betweenness[base:end])
        else:
            _betweenness(
                indptr, graph.indices, room.place, room.lowest, room.ways, room.waiting, out.betweenness[base:end]
            )
        _walk(
            indptr, graph.indices, room.group, room.came, room.place, room.lowest, room.onward, out.cut_member[base:end]
        )
        _groups(base, end, room.group, room.onward, out)


@inner
def _groups(base: int, end: int, group: Ints, size: Ints, out: Members) -> None:
    """Write in which group everybody is, and forget the place of who was not asked about."""
    size[: end - base] = 0
    for a in range(end - base):
        size[group[a]] += 1
    for a in range(end - base):
        p = base + a
        out.component[p], out.component_size[p] = group[a] + 1, size[group[a]]
        if out.own_pairs_asked[p] == 0 and end - base > 1:
            out.component[p], out.component_size[p] = np.nan, np.nan
            out.betweenness[p], out.cut_member[p] = np.nan, np.nan


@inner
def _bits(indptr: Ints, indices: Numbers, row: Ints) -> None:
    """Write the neighbours of everybody as bits."""
    for a in range(len(indptr) - 1):
        row[a] = 0
        for i in range(indptr[a], indptr[a + 1]):
            row[a] |= 1 << int(indices[i])


@inner
def _betweenness_of_few(
    row: Ints, before: Ints, order: Ints, ways: Floats, waiting: Floats, betweenness: Floats
) -> None:
    """Count the same as :func:`_betweenness`, in the same order of operations, among people whose ties are bits.

    Only steps that are part of a shortest path are taken: whoever is new at a next distance, and who they came from,
    follows from whole rows at once. ``before`` keeps the latter.
    """
    for s in range(len(row)):
        tail = _shortest_ways(s, row, before, order, ways, waiting) if row[s] else 0
        for k in range(tail - 1, 0, -1):
            b = order[k]
            passed = (1 + waiting[b]) / ways[b]
            rest = before[b]
            while rest:
                a = ones((rest & -rest) - 1)  # the lowest bit
                rest &= rest - 1
                waiting[a] += ways[a] * passed
            betweenness[b] += waiting[b] / 2


@inner
def _shortest_ways(s: int, row: Ints, before: Ints, order: Ints, ways: Floats, waiting: Floats) -> int:
    """List in ``order`` who can be reached from ``s``, nearest first, and count the shortest paths to each."""
    level = seen = 1 << s
    order[0], ways[s], waiting[s] = s, 1, 0
    head, tail = 0, 1
    while head < tail:
        last, beyond = tail, 0
        for k in range(head, last):
            new = row[order[k]] & ~seen
            seen |= new
            beyond |= new
            while new:
                b = ones((new & -new) - 1)
                new &= new - 1
                order[tail], before[b], waiting[b] = b, row[b] & level, 0
                tail += 1
                rest, found = before[b], 0.0
                while rest:
                    found += ways[ones((rest & -rest) - 1)]
                    rest &= rest - 1
                ways[b] = found
        head, level = last, beyond
    return tail


@inner
def _betweenness(
    indptr: Ints, indices: Numbers, order: Ints, distance: Ints, ways: Floats, waiting: Floats, betweenness: Floats
) -> None:
    """Count for everybody the shortest paths between others that run through them (Brandes).

    From each person ``s``: ``ways`` counts the shortest paths to somebody, ``waiting`` adds up, from the farthest
    back, the share of paths that somebody passes on. Every pair is met twice, from either end.
    """
    n = len(indptr) - 1
    for s in range(n):
        distance[:n] = -1
        distance[s], ways[s], order[0] = 0, 1, s
        head, tail = 0, 1
        while head < tail:
            a = order[head]
            head += 1
            waiting[a] = 0
            for i in range(indptr[a], indptr[a + 1]):
                b = indices[i]
                if distance[b] < 0:
                    distance[b], ways[b], order[tail] = distance[a] + 1, 0, b
                    tail += 1
                if distance[b] == distance[a] + 1:
                    ways[b] += ways[a]
        for k in range(tail - 1, 0, -1):
            b = order[k]
            passed = (1 + waiting[b]) / ways[b]
            for i in range(indptr[b], indptr[b + 1]):
                a = indices[i]
                if distance[a] == distance[b] - 1:
                    waiting[a] += ways[a] * passed
            betweenness[b] += waiting[b] / 2


@inner
def _walk(
    indptr: Ints, indices: Numbers, group: Ints, came: Ints, place: Ints, lowest: Ints, onward: Ints, cut: Floats
) -> None:
    """Walk through every group depth first: number the groups, and mark in ``cut`` who holds a group together (Tarjan).

    ``place`` counts first visits, ``lowest`` is the first place that somebody or the branch behind them has a tie with.
    A branch that reaches back no further than the person it hangs on is cut off by that person. Whoever a walk began
    with has only such branches: they hold the group together from the second one.
    """
    n, visited, groups = len(indptr) - 1, 0, 0
    place[:n], cut[:] = -1, 0
    for root in range(n):
        a = -1
        if place[root] < 0:
            a, came[root] = root, -1
            groups += 1
        while a >= 0:
            if place[a] < 0:
                place[a], lowest[a], onward[a], group[a] = visited, visited, indptr[a], groups - 1
                visited += 1
            if onward[a] < indptr[a + 1]:
                b = indices[onward[a]]
                onward[a] += 1
                if place[b] < 0:
                    came[b] = a
                    a = b
                else:
                    lowest[a] = min(lowest[a], place[b])
            else:
                b = came[a]
                if b >= 0:
                    cut[b] += lowest[a] >= place[b]
                    lowest[b] = min(lowest[b], lowest[a])
                a = b
    for a in range(n):
        cut[a] = cut[a] > (came[a] < 0)

"""The place of every person among the people around the client, the client left out."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import FORMAL, INFORMAL, PEER, Codes, Floats, Graph, Ints, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, n = people, p = person over all clients, a, b and s = people within the client, e = ties, i = neighbours.


class Members(NamedTuple):
    """Results per person; NaN where undefined. Names are those of the measures."""

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
def contacts(first: int, last: int, graph: Graph, kind: Codes, out: Members) -> None:
    """Count the ties of every person, by the kind of the other, and add up their strengths."""
    for c in range(first, last):
        base = graph.people[c]
        for p in range(base, graph.people[c + 1]):
            neighbours = graph.indices[graph.indptr[p] : graph.indptr[p + 1]]
            out.degree[p] = len(neighbours)
            out.informal_ties[p] = _of_kind(INFORMAL, neighbours, kind[base:])
            out.formal_ties[p] = _of_kind(FORMAL, neighbours, kind[base:])
            out.peer_ties[p] = _of_kind(PEER, neighbours, kind[base:])
            out.own_ties_without_strength[p] = 0
            out.strength[p] = 0
        for e in range(graph.start[c], graph.start[c + 1]):
            for p in (base + graph.source[e], base + graph.target[e]):
                out.own_ties_without_strength[p] += np.isnan(graph.weight[e])
                out.strength[p] += graph.weight[e]  # one strength that is not known makes the sum unknown


@inner
def _of_kind(wanted: int, neighbours: Numbers, kind: Codes) -> int:
    found = 0
    for i in range(len(neighbours)):
        found += kind[neighbours[i]] == wanted
    return found


@kernel
def positions(first: int, last: int, graph: Graph, out: Members) -> None:
    """Measure on how many shortest paths every person stands, in which group, and who holds a group together."""
    most = np.max(np.diff(graph.people[first : last + 1])) if last > first else 0
    order, distance = np.empty(most, np.int64), np.empty(most, np.int64)
    ways, waiting = np.empty(most), np.empty(most)
    for c in range(first, last):
        base, end = graph.people[c], graph.people[c + 1]
        indptr = graph.indptr[base : end + 1]
        out.betweenness[base:end] = 0
        _betweenness(indptr, graph.indices, order, distance, ways, waiting, out.betweenness[base:end])
        groups = 0
        for a in range(end - base):
            if np.isnan(out.component[base + a]):
                groups += 1
                size = _reach(a, -1, indptr, graph.indices, order, distance)
                for k in range(size):
                    out.component[base + order[k]] = groups
                    out.component_size[base + order[k]] = size
            out.cut_member[base + a] = 0
            if indptr[a + 1] - indptr[a] > 1:
                reached = _reach(graph.indices[indptr[a]], a, indptr, graph.indices, order, distance)
                out.cut_member[base + a] = reached < out.component_size[base + a] - 1


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
            for i in range(indptr[b], indptr[b + 1]):
                a = indices[i]
                if distance[a] == distance[b] - 1:
                    waiting[a] += ways[a] / ways[b] * (1 + waiting[b])
            betweenness[b] += waiting[b] / 2


@inner
def _reach(start: int, without: int, indptr: Ints, indices: Numbers, order: Ints, met: Ints) -> int:
    """List in ``order`` whom somebody can reach, themselves first, without the help of ``without``; count them."""
    met[: len(indptr) - 1] = 0
    met[start] = 1
    if without >= 0:
        met[without] = 1
    order[0] = start
    head, tail = 0, 1
    while head < tail:
        a = order[head]
        head += 1
        for i in range(indptr[a], indptr[a + 1]):
            b = indices[i]
            if met[b] == 0:
                met[b] = 1
                order[tail] = b
                tail += 1
    return tail

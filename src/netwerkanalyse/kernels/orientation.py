"""A whole graph in the forms that kernels take, made of its arcs in any order by counting instead of comparing.

To sort by two ends is to deal out by the one and then, going over what was dealt, by the other.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import Arcs, Floats, Ints, Numbers, Oriented
from netwerkanalyse.kernels._jit import inner, kernel

# a = arcs, i and j = nodes, u and v = places, e = pairs in the orientation, s = slots of what was dealt out.

FORTH, BACK = 1, 2


class Given(NamedTuple):
    """The arcs of a graph in any order; an undirected tie stands in both directions."""

    source: Ints
    target: Ints
    weight: Floats


class Dealt(NamedTuple):
    """Pairs dealt out by the end with more ties: the other end, which arcs there are and their weight."""

    end: Ints
    other: Numbers
    arcs: npt.NDArray[np.int8]
    weight: Floats


@kernel
def sort_arcs(given: Given, out: Arcs) -> None:
    """Sort the arcs by source and then target."""
    nodes, arcs = len(out.indptr) - 1, len(given.source)
    end, place = np.zeros(nodes + 1, np.int64), np.zeros(nodes + 1, np.int64)
    for a in range(arcs):
        end[given.target[a] + 1] += 1
        place[given.source[a] + 1] += 1
    _add_up(end)
    _add_up(place)
    out.indptr[:] = place
    source = np.empty(arcs, np.int32)
    for a in range(arcs):
        j = given.target[a]
        source[end[j]] = given.source[a]
        end[j] += 1
    s = 0
    for j in range(nodes):
        while s < end[j]:
            i = source[s]
            out.target[place[i]] = j
            place[i] += 1
            s += 1


@kernel
def orient(given: Given, directed: bool, out: Oriented) -> None:
    """List every pair at its end with fewer ties; there are ``out.indptr[-1]``."""
    place = _places(given, directed, out.node)
    last = np.zeros(len(place) + 1, np.int64)
    end, other, dealt_arcs, dealt_weight = _deal(given, directed, place, last)
    target, weight, arcs = out.target, out.weight, out.arcs
    start = last.copy()
    s = 0
    for v in range(len(place)):
        while s < end[v]:
            u = other[s]
            e = last[u]
            # Both arcs of a pair were dealt to v, so that the second finds the first at the end of the list of u.
            if e > start[u] and target[e - 1] == v:
                arcs[e - 1] |= dealt_arcs[s]
                weight[e - 1] += dealt_weight[s]
            else:
                target[e], arcs[e], weight[e] = v, dealt_arcs[s], dealt_weight[s]
                last[u] += 1
            s += 1
    _close_up(start, last, out)


@inner
def _add_up(counts: Ints) -> None:
    """Make offsets of counts; the count of i stands at i + 1."""
    for i in range(1, len(counts)):
        counts[i] += counts[i - 1]


@inner
def _places(given: Given, directed: bool, node: Ints) -> Numbers:
    """Place the nodes by how many arcs they have, most first, equals in their own order."""
    source, target, _ = given
    arcs = np.zeros(len(node), np.int64)
    for a in range(len(source)):
        if directed or source[a] < target[a]:
            arcs[source[a]] += 1
            arcs[target[a]] += 1
    most = 0
    for i in range(len(node)):
        most = max(most, arcs[i])
    first = np.zeros(most + 2, np.int64)
    for i in range(len(node)):
        first[most - arcs[i] + 1] += 1
    _add_up(first)
    place = np.empty(len(node), np.int32)
    for i in range(len(node)):
        u = first[most - arcs[i]]
        first[most - arcs[i]] += 1
        place[i], node[u] = u, i
    return place


@inner
def _deal(given: Given, directed: bool, place: Numbers, start: Ints) -> Dealt:
    """Deal arcs, or undirected ties, out by their end with more ties; ``start`` becomes the offsets by the other."""
    source, target, weight = given
    end = np.zeros(len(place) + 1, np.int64)
    for a in range(len(source)):
        if directed or source[a] < target[a]:
            u, v = place[source[a]], place[target[a]]
            end[min(u, v) + 1] += 1
            start[max(u, v) + 1] += 1
    _add_up(end)
    _add_up(start)
    other, arcs, both = np.empty(end[-1], np.int32), np.empty(end[-1], np.int8), np.empty(end[-1])
    for a in range(len(source)):
        if directed or source[a] < target[a]:
            u, v = place[source[a]], place[target[a]]
            s = end[min(u, v)]
            end[min(u, v)] += 1
            other[s] = max(u, v)
            if directed:
                arcs[s], both[s] = FORTH if u > v else BACK, weight[a]
            else:
                arcs[s], both[s] = FORTH | BACK, 2 * weight[a]
    return Dealt(end, other, arcs, both)


@inner
def _close_up(start: Ints, last: Ints, out: Oriented) -> None:
    """Close the gaps that arcs back left, and count the steps in which triangles are listed."""
    filled, steps = 0, 0
    for u in range(len(last) - 1):
        out.indptr[u], out.work[u] = filled, steps
        steps += 1
        for e in range(start[u], last[u]):
            v = out.target[e]
            out.target[filled], out.arcs[filled], out.weight[filled] = v, out.arcs[e], out.weight[e]
            filled += 1
            steps += 1 + out.indptr[v + 1] - out.indptr[v]
    out.indptr[len(last) - 1], out.work[len(last) - 1] = filled, steps

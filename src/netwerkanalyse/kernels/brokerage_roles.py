"""Gould and Fernandez' brokerage roles of every node of a whole directed graph.

Node v brokers the ordered pair (a, b) when there is an arc from a to v and from v to b, and none from a to b. All
two-step paths through v are counted by class at once, from how many of each class send and receive; the paths that an
arc closes are counted in one listing of all triangles, to be taken off. Nothing enumerates open paths.
"""

import numpy as np

from netwerkanalyse.kernels._arrays import Ints, Oriented
from netwerkanalyse.kernels._jit import inner, kernel

# b = blocks of places, u, v, w = corners of a triangle, e, f, g = pairs in the orientation, s = class.

COORDINATOR, ITINERANT, REPRESENTATIVE, GATEKEEPER, LIAISON = range(5)


@kernel
def all_paths(graph: Oriented, group: Ints, groups: int, out: Ints) -> None:
    """Count all two-step paths through every node by role, open or not; a path back to its start is none.

    ``group`` is the class of each place, 0 .. groups - 1; ``out`` is laid out as places by roles.
    """
    sends, receives = np.zeros((len(group), groups), np.int64), np.zeros((len(group), groups), np.int64)
    # Those who both send and receive, of the own class and of others.
    mates, others = np.zeros(len(group), np.int64), np.zeros(len(group), np.int64)
    indptr, target, arcs = graph.indptr, graph.target, graph.arcs
    for u in range(len(group)):
        for e in range(indptr[u], indptr[u + 1]):
            v, forth, back = target[e], arcs[e] & 1, arcs[e] >> 1
            receives[u, group[v]] += forth
            sends[u, group[v]] += back
            receives[v, group[u]] += back
            sends[v, group[u]] += forth
            if group[u] == group[v]:
                mates[u] += forth & back
                mates[v] += forth & back
            else:
                others[u] += forth & back
                others[v] += forth & back
    for v in range(len(group)):
        _paths(sends[v], receives[v], group[v], out[v])
        out[v, COORDINATOR] -= mates[v]
        out[v, ITINERANT] -= others[v]


@inner
def _paths(sends: Ints, receives: Ints, own: int, out: Ints) -> None:
    """Count the paths through one node, from how many of each class send to it and receive from it."""
    all_in, all_out, same = 0, 0, 0
    for s in range(len(sends)):
        all_in += sends[s]
        all_out += receives[s]
        same += sends[s] * receives[s]
    other_in, other_out = all_in - sends[own], all_out - receives[own]
    out[COORDINATOR] = sends[own] * receives[own]
    out[ITINERANT] = same - sends[own] * receives[own]
    out[REPRESENTATIVE] = sends[own] * other_out
    out[GATEKEEPER] = other_in * receives[own]
    out[LIAISON] = other_in * other_out - out[ITINERANT]


@kernel
def closed_paths(first: int, last: int, graph: Oriented, block: Ints, group: Ints, out: Ints) -> None:
    """Count the paths that an arc closes: ``out[b]``, places by roles, of the triangles listed from block ``b``."""
    indptr, arcs = graph.indptr, graph.arcs
    # Read as numbers without a sign, which cannot count from the end: compiled, looking up takes up to half as long.
    begin, after, target = indptr[:-1].view(np.uint64), indptr[1:].view(np.uint64), graph.target.view(np.uint32)
    near = np.zeros(len(group), np.int8)
    for b in range(first, last):
        counts = out[b]
        for u in range(block[b], block[b + 1]):
            start, end = indptr[u], indptr[u + 1]
            for e in range(start, end):
                near[target[e]] = arcs[e]
            # The first contact has no contact before it.
            for e in range(start + 1, end):
                v = target[e]
                for f in range(begin[v], after[v]):
                    w = target[f]
                    if near[w] > 0:
                        _triangle((u, v, w), (near[v], arcs[f], near[w]), group, counts)
            for e in range(start, end):
                near[target[e]] = 0


@inner
def _triangle(corners: tuple[int, int, int], pairs: tuple[int, int, int], group: Ints, out: Ints) -> None:
    """Count the closed paths of the triangle u, v, w, with the arcs of its pairs u-v, v-w and u-w."""
    u, v, w = corners
    a, b, c = group[u], group[v], group[w]
    uv, vw, uw = pairs[0] & 1, pairs[1] & 1, pairs[2] & 1
    vu, wv, wu = pairs[0] >> 1, pairs[1] >> 1, pairs[2] >> 1
    out[u, _role(b, a, c)] += vu & uw & vw
    out[u, _role(c, a, b)] += wu & uv & wv
    out[v, _role(a, b, c)] += uv & vw & uw
    out[v, _role(c, b, a)] += wv & vu & wu
    out[w, _role(a, c, b)] += uw & wv & uv
    out[w, _role(b, c, a)] += vw & wu & vu


@inner
def _role(first: int, own: int, last: int) -> int:
    """Name the role of a broker of class ``own`` between a sender of class ``first`` and a receiver of ``last``."""
    if first == last:
        role = COORDINATOR if own == first else ITINERANT
    elif own == first:
        role = REPRESENTATIVE
    elif own == last:
        role = GATEKEEPER
    else:
        role = LIAISON
    return role

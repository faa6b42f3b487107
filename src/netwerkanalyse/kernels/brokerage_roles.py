"""Gould and Fernandez' brokerage roles of every node of a whole directed graph.

Node v brokers the ordered pair (a, b) when there is an arc from a to v and from v to b, and none from a to b. All
two-step paths through v are counted by class at once, from how many of each class send and receive; the paths that an
arc closes are taken off again in one listing of all triangles. Nothing enumerates open paths.
"""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Arcs, Floats, Ints, Oriented
from netwerkanalyse.kernels._jit import inner, kernel

# v = broker, a and b = the pair, s = class, e = pairs in the orientation.


class Roles(NamedTuple):
    """How many ordered pairs every node brokers, by role; the names are those of the measures."""

    coordinator: Floats
    itinerant: Floats
    representative: Floats
    gatekeeper: Floats
    liaison: Floats


@kernel
def brokerage_roles(arcs: Arcs, graph: Oriented, group: Ints, groups: int, out: Roles) -> None:
    """Count the roles of every node; ``group`` is the class of each node, 0 .. groups - 1."""
    sends = _senders(arcs, group, groups)
    _two_paths(arcs, group, sends, out)
    last = np.full(len(group), -1, np.int64)
    for u in range(len(group)):
        for e in range(graph.indptr[u], graph.indptr[u + 1]):
            last[graph.target[e]] = e
        for e in range(graph.indptr[u], graph.indptr[u + 1]):
            v = graph.target[e]
            for f in range(graph.indptr[v], graph.indptr[v + 1]):
                g = last[graph.target[f]]
                if g >= graph.indptr[u]:
                    _close(graph, group, u, e, f, g, out)


@inner
def _senders(arcs: Arcs, group: Ints, groups: int) -> Ints:
    """Count the arcs that every node receives, by class of the sender."""
    sends = np.zeros((len(group), groups), np.int64)
    for a in range(len(group)):
        for e in range(arcs.indptr[a], arcs.indptr[a + 1]):
            sends[arcs.target[e], group[a]] += 1
    return sends


@inner
def _two_paths(arcs: Arcs, group: Ints, sends: Ints, out: Roles) -> None:
    """Count all two-step paths through every node, by role; a path back to its start is none."""
    groups = sends.shape[1]
    receives, mutual = np.zeros(groups, np.int64), np.zeros(groups, np.int64)
    for v in range(len(group)):
        receives[:] = 0
        mutual[:] = 0
        for e in range(arcs.indptr[v], arcs.indptr[v + 1]):
            receives[group[arcs.target[e]]] += 1
            mutual[group[arcs.target[e]]] += arcs.reverse[e] >= 0
        own = group[v]
        all_in, all_out, same, itinerant = 0, 0, 0, 0
        for s in range(groups):
            all_in += sends[v, s]
            all_out += receives[s]
            if s != own:
                same += sends[v, s] * receives[s]
                itinerant += sends[v, s] * receives[s] - mutual[s]
        other_in, other_out = all_in - sends[v, own], all_out - receives[own]
        out.coordinator[v] = sends[v, own] * receives[own] - mutual[own]
        out.itinerant[v] = itinerant
        out.representative[v] = sends[v, own] * other_out
        out.gatekeeper[v] = other_in * receives[own]
        out.liaison[v] = other_in * other_out - same


@inner
def _close(graph: Oriented, group: Ints, u: int, e: int, f: int, g: int, out: Roles) -> None:
    """Take off the paths that close in the triangle u, v, w; e is the pair u-v, f is v-w, g is u-w."""
    v, w = graph.target[e], graph.target[f]
    uv, vu = graph.arcs[e] & 1, graph.arcs[e] >> 1
    vw, wv = graph.arcs[f] & 1, graph.arcs[f] >> 1
    uw, wu = graph.arcs[g] & 1, graph.arcs[g] >> 1
    _take_off(group[v], group[u], group[w], u, vu & uw & vw, out)
    _take_off(group[w], group[u], group[v], u, wu & uv & wv, out)
    _take_off(group[u], group[v], group[w], v, uv & vw & uw, out)
    _take_off(group[w], group[v], group[u], v, wv & vu & wu, out)
    _take_off(group[u], group[w], group[v], w, uw & wv & uv, out)
    _take_off(group[v], group[w], group[u], w, vw & wu & vu, out)


@inner
def _take_off(a: int, own: int, b: int, v: int, closed: int, out: Roles) -> None:
    """Take a closed path from class a through v of class own to class b off the role it was counted in."""
    if closed == 0:
        return
    if a == own and b == own:
        out.coordinator[v] -= 1
    elif a == b:
        out.itinerant[v] -= 1
    elif a == own:
        out.representative[v] -= 1
    elif b == own:
        out.gatekeeper[v] -= 1
    else:
        out.liaison[v] -= 1

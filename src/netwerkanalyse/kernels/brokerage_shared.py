"""Gould and Fernandez' brokerage roles with shared credit: of k brokers of a pair, each gets 1 / k.

How many brokers a pair has is only known by meeting all open paths of two arcs from its first node, so these are
enumerated, start by start.
"""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Arcs, Floats, Ints
from netwerkanalyse.kernels._jit import inner, kernel

# a and b = the pair, v = broker, e and f = arcs.


class SharedRoles(NamedTuple):
    """What every node is credited with, by role; the names are those of the measures."""

    coordinator_shared: Floats
    itinerant_shared: Floats
    representative_shared: Floats
    gatekeeper_shared: Floats
    liaison_shared: Floats


@kernel
def brokerage_shared(arcs: Arcs, group: Ints, out: SharedRoles) -> None:
    """Credit the brokers of every pair a, b without an arc; ``group`` is the class of each node."""
    nodes = len(group)
    brokers, closed = np.zeros(nodes, np.int64), np.full(nodes, -1, np.int64)
    for a in range(nodes):
        closed[a] = a
        for e in range(arcs.indptr[a], arcs.indptr[a + 1]):
            closed[arcs.target[e]] = a
        for e in range(arcs.indptr[a], arcs.indptr[a + 1]):
            v = arcs.target[e]
            for f in range(arcs.indptr[v], arcs.indptr[v + 1]):
                brokers[arcs.target[f]] += 1
        for e in range(arcs.indptr[a], arcs.indptr[a + 1]):
            v = arcs.target[e]
            for f in range(arcs.indptr[v], arcs.indptr[v + 1]):
                b = arcs.target[f]
                if closed[b] != a:
                    _credit(group[a], group[v], group[b], v, 1 / brokers[b], out)
        for e in range(arcs.indptr[a], arcs.indptr[a + 1]):
            v = arcs.target[e]
            for f in range(arcs.indptr[v], arcs.indptr[v + 1]):
                brokers[arcs.target[f]] = 0


@inner
def _credit(first: int, own: int, last: int, v: int, part: float, out: SharedRoles) -> None:
    """Add a part to the role of broker v of class own, from class first to class last."""
    if first == last:
        if own == first:
            out.coordinator_shared[v] += part
        else:
            out.itinerant_shared[v] += part
    elif own == first:
        out.representative_shared[v] += part
    elif own == last:
        out.gatekeeper_shared[v] += part
    else:
        out.liaison_shared[v] += part

"""Burt's structural holes and the density around every node of a whole graph, from one listing of its triangles.

Every triangle is met once. For node i with contact j, a third contact q of both makes j partly redundant and adds an
indirect tie: both are sums over triangles, so that each triangle adds to six sums (i, j) and to three nodes.
"""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Floats, Ints, Oriented
from netwerkanalyse.kernels._jit import inner, kernel

# u, v, w = corners of a triangle, e = pairs in the orientation.


class Nodes(NamedTuple):
    """Sums and results by node: total and largest two-way weight, number of contacts, and Burt's measures."""

    total: Floats
    largest: Floats
    contacts: Ints
    constraint: Floats
    redundancy: Floats
    inside: Floats


class Indirect(NamedTuple):
    """Indirect ties by pair, both ways: how much of u's investment in others goes on to v, and the reverse."""

    forth: Floats
    back: Floats


@kernel
def burt(graph: Oriented, nodes: Nodes, indirect: Indirect) -> None:
    """Compute constraint, redundancy (contacts minus effective size) and arcs among contacts of every node."""
    _totals(graph, nodes)
    last = np.full(len(nodes.total), -1, np.int64)
    for u in range(len(nodes.total)):
        for e in range(graph.indptr[u], graph.indptr[u + 1]):
            last[graph.target[e]] = e
        for e in range(graph.indptr[u], graph.indptr[u + 1]):
            v = graph.target[e]
            for f in range(graph.indptr[v], graph.indptr[v + 1]):
                g = last[graph.target[f]]
                if g >= graph.indptr[u]:
                    _triangle(graph, nodes, indirect, u, e, f, g)
    _constraints(graph, nodes, indirect)


@inner
def _totals(graph: Oriented, nodes: Nodes) -> None:
    for u in range(len(nodes.total)):
        for e in range(graph.indptr[u], graph.indptr[u + 1]):
            v, both = graph.target[e], graph.forth[e] + graph.back[e]
            nodes.total[u] += both
            nodes.total[v] += both
            nodes.largest[u] = max(nodes.largest[u], both)
            nodes.largest[v] = max(nodes.largest[v], both)
            nodes.contacts[u] += 1
            nodes.contacts[v] += 1


@inner
def _triangle(graph: Oriented, nodes: Nodes, indirect: Indirect, u: int, e: int, f: int, g: int) -> None:
    """Add what the triangle u, v, w adds; e is the pair u-v, f is v-w, g is u-w."""
    v, w = graph.target[e], graph.target[f]
    uv, vw, uw = (graph.forth[e] + graph.back[e], graph.forth[f] + graph.back[f], graph.forth[g] + graph.back[g])
    per_u, per_v, per_w = 1 / nodes.total[u], 1 / nodes.total[v], 1 / nodes.total[w]
    indirect.forth[e] += uw * per_u * vw * per_w
    indirect.back[e] += vw * per_v * uw * per_w
    indirect.forth[f] += uv * per_v * uw * per_u
    indirect.back[f] += uw * per_w * uv * per_u
    indirect.forth[g] += uv * per_u * vw * per_v
    indirect.back[g] += vw * per_w * uv * per_v
    # For u: contacts v and w, each partly redundant by the other; m is scaled by the contact's own largest weight.
    nodes.redundancy[u] += per_u * vw * (uw / nodes.largest[v] + uv / nodes.largest[w])
    nodes.redundancy[v] += per_v * uw * (vw / nodes.largest[u] + uv / nodes.largest[w])
    nodes.redundancy[w] += per_w * uv * (vw / nodes.largest[u] + uw / nodes.largest[v])
    nodes.inside[u] += (graph.arcs[f] & 1) + (graph.arcs[f] >> 1)
    nodes.inside[v] += (graph.arcs[g] & 1) + (graph.arcs[g] >> 1)
    nodes.inside[w] += (graph.arcs[e] & 1) + (graph.arcs[e] >> 1)


@inner
def _constraints(graph: Oriented, nodes: Nodes, indirect: Indirect) -> None:
    for u in range(len(nodes.total)):
        for e in range(graph.indptr[u], graph.indptr[u + 1]):
            v, both = graph.target[e], graph.forth[e] + graph.back[e]
            nodes.constraint[u] += (both / nodes.total[u] + indirect.forth[e]) ** 2
            nodes.constraint[v] += (both / nodes.total[v] + indirect.back[e]) ** 2

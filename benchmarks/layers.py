"""Layers to measure, in which the order of organisations tells nothing.

In the usual one few organisations have many ties. Beside it stand one of communities, one in which all have about as
many, and one in which a single organisation has every tie.
"""

import random
from functools import cache

import igraph
import numpy as np

from netwerkanalyse.metrics.region.graphs.whole import WholeGraph

TIES_EACH = 10

TOGETHER, TIED = 25, 0.75
"""Organisations of a community and the share of their pairs that is tied: nine of ten ties stay inside."""


@cache
def layer(ties, *, directed, clustered=False):
    """A layer with ten ties an organisation; half of the directed ties are returned."""
    nodes, rng = ties // TIES_EACH, np.random.default_rng(1)
    ends = rng.permutation(nodes)[communities(nodes, rng) if clustered else preferred(nodes)]
    back = ends[rng.random(len(ends)) < 0.5] if directed else ends
    return of_arcs(nodes, np.concatenate([ends, back[:, ::-1]]), directed=directed)


@cache
def even(ties):
    """A layer in which ties are drawn at random, so that all organisations have about as many."""
    nodes = ties // TIES_EACH
    ends = without_doubles(np.random.default_rng(1).integers(0, nodes, (ties, 2)), nodes)
    return of_arcs(nodes, np.concatenate([ends, ends[:, ::-1]]), directed=False)


def star(leaves):
    """One organisation that all others are tied to: the largest hub there can be."""
    ends = np.column_stack([np.zeros(leaves, dtype=np.int64), np.arange(1, leaves + 1)])
    return of_arcs(leaves + 1, np.concatenate([ends, ends[:, ::-1]]), directed=False)


def preferred(nodes):
    """Ties by preferential attachment: the number of ties follows a power law."""
    random.seed(1)  # igraph draws from it
    return np.array(igraph.Graph.Barabasi(nodes, TIES_EACH).simplify().get_edgelist(), dtype=np.int64)


def communities(nodes, rng):
    """Ties within communities, and one an organisation to anyone: many triangles, few on the way between."""
    near = np.column_stack(np.triu_indices(TOGETHER, 1))
    first = np.arange(0, nodes - nodes % TOGETHER, TOGETHER)
    inside = (first[:, None, None] + near).reshape(-1, 2)
    inside = inside[rng.random(len(inside)) < TIED]
    across = np.column_stack([np.arange(nodes), rng.integers(0, nodes, nodes)])
    return without_doubles(np.concatenate([inside, across]), nodes)


def without_doubles(ends, nodes):
    """Every pair once, nobody with itself."""
    ends = np.sort(ends[ends[:, 0] != ends[:, 1]], axis=1)
    return np.column_stack(np.divmod(np.unique(ends[:, 0] * nodes + ends[:, 1]), nodes))


def of_arcs(nodes, arcs, *, directed):
    """A plain graph of rows of a begin and an end."""
    source, target = np.ascontiguousarray(arcs.T)
    return WholeGraph(nodes, source, target, np.ones(len(source)), directed)


def afresh(graph):
    """The same arcs, nothing made of them yet."""
    return WholeGraph(graph.nodes, graph.source, graph.target, graph.weight, graph.directed)


def ready(graph):
    """The same graph in the form that our kernels take, as others have theirs built, and nothing found yet."""
    made = afresh(graph)
    made.__dict__["oriented"] = graph.oriented
    return made

"""Layers to measure: few organisations have many ties, and the order tells nothing."""

import random
from functools import cache

import igraph
import numpy as np

from netwerkanalyse.metrics.region.graphs.whole import WholeGraph

TIES_EACH = 10


@cache
def layer(ties, *, directed):
    """A layer with ten ties an organisation; half of the directed ties are returned."""
    random.seed(1)  # igraph draws from it
    nodes, rng = ties // TIES_EACH, np.random.default_rng(1)
    ends = np.array(igraph.Graph.Barabasi(nodes, TIES_EACH).simplify().get_edgelist(), dtype=np.int64)
    ends = rng.permutation(nodes)[ends]
    back = ends[rng.random(len(ends)) < 0.5] if directed else ends
    source, target = np.ascontiguousarray(np.concatenate([ends, back[:, ::-1]]).T)
    return WholeGraph(nodes, source, target, np.ones(len(source)), directed)


def star(leaves):
    """One organisation that all others are tied to: the largest hub there can be."""
    hub, leaf = np.zeros(leaves, dtype=np.int64), np.arange(1, leaves + 1)
    source, target = np.concatenate([hub, leaf]), np.concatenate([leaf, hub])
    return WholeGraph(leaves + 1, source, target, np.ones(2 * leaves), directed=False)


def afresh(graph):
    """The same arcs, nothing made of them yet."""
    return WholeGraph(graph.nodes, graph.source, graph.target, graph.weight, graph.directed)


def ready(graph):
    """The same graph in the form that our kernels take, as others have theirs built, and nothing found yet."""
    made = afresh(graph)
    made.__dict__["oriented"] = graph.oriented
    return made

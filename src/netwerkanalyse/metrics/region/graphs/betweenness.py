"""How often organisations stand on the shortest paths of others: exact, or from a sample of starts."""

from math import log, sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels.betweenness import betweenness
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph

BLOCKS = 8
"""Pieces in which the starts are added up; more than one so that they can be shared over threads."""

KERNEL_FROM = 20_000_000
"""Arcs met from all starts together from which our kernel is quicker than igraph, threads and compiler counted."""

WORK = 32
"""Meeting so many arcs costs about as much as other kernels spend on a person."""

CERTAINTY = 0.95
"""With this probability the stated error holds for all organisations at once."""


class Between(NamedTuple):
    """Betweenness of every node.

    ``passing`` is over pairs of others the sum of the shares of shortest paths that pass; ``starts`` how many starts
    it rests on; ``error`` how far each share of the pairs of others may be off, 0 when all starts were used.
    """

    passing: npt.NDArray[np.float64]
    starts: int
    error: float


def between(graph: WholeGraph, *, exact_at_most: float, error: float, seed: int = 1) -> Between:
    """Compute betweenness, exactly or from as many random starts as the error asks for.

    With n nodes, k starts drawn without replacement and c = n / (n - 1), one start adds between 0 and c to the
    estimated share of a node. By Hoeffding's inequality, over all nodes together, no share is further off than
    c sqrt(ln(2 n / (1 - certainty)) / (2 k)) with the probability :data:`CERTAINTY`.

    Parameters
    ----------
    graph
        Nodes and arcs; an undirected tie goes both ways and counts once.
    exact_at_most
        Number of nodes up to which all starts are used.
    error
        The largest error in the share that is accepted above that size.
    seed
        Start of the random numbers.

    Returns
    -------
    between
        The values, and what they rest on.

    Examples
    --------
    >>> path = WholeGraph(3, np.array([0, 1]), np.array([1, 2]), np.ones(2), directed=True)
    >>> between(path, exact_at_most=100, error=0.05)
    Between(passing=array([0., 1., 0.]), starts=3, error=0.0)
    """
    nodes = graph.nodes
    needed = nodes if nodes <= max(exact_at_most, 2) else min(nodes, _starts_for(error, nodes))
    if needed == nodes:
        return Between(_passing(graph, _near_each_other(graph)), nodes, 0.0)
    chosen = np.zeros(nodes, dtype=bool)
    chosen[np.random.default_rng(seed).choice(nodes, needed, replace=False)] = True
    order = _near_each_other(graph)
    passing = _passing(graph, order[chosen[order]]) * (nodes / needed)
    scale = nodes / (nodes - 1)
    return Between(passing, needed, scale * sqrt(log(2 * nodes / (1 - CERTAINTY)) / (2 * needed)))


def _starts_for(error: float, nodes: int) -> int:
    scale = nodes / (nodes - 1)
    return int(np.ceil(log(2 * nodes / (1 - CERTAINTY)) * (scale / error) ** 2 / 2))


def _passing(graph: WholeGraph, starts: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Add up over starts; a small graph is left to igraph, which needs no compiler."""
    met = (graph.nodes + len(graph.source)) * len(starts)
    if met < KERNEL_FROM:
        return np.asarray(graph.peer.betweenness(sources=starts.tolist()), dtype=float)
    block = np.linspace(0, len(starts), BLOCKS + 1).astype(np.int64)
    out = np.zeros((BLOCKS, graph.nodes))
    betweenness.over_clients(block * (met // len(starts)) // WORK, starts, block, graph.arcs, out)
    return out.sum(axis=0) / (1 if graph.directed else 2)


def _near_each_other(graph: WholeGraph) -> npt.NDArray[np.int64]:
    """Order the nodes so that neighbours in the order lie near each other: by part, then step by step from one."""
    part = np.array(graph.pairs.connected_components().membership, dtype=np.int64)
    _, first = np.unique(part, return_index=True)
    joined = graph.pairs.copy()
    joined.add_vertices(1)
    joined.add_edges([(graph.nodes, int(node)) for node in first])
    by_step = np.array(joined.bfs(graph.nodes)[0][1:], dtype=np.int64)
    return by_step[np.argsort(part[by_step], kind="stable")]

"""Burt's structural holes of the nodes of a graph, from the kernels that list its triangles."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels.burt import INDIRECT, Nodes, add_pairs, add_ties, add_triangles
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from netwerkanalyse.metrics.region.tables import ratio

Floats = npt.NDArray[np.float64]


class Holes(NamedTuple):
    """Burt's measures by node, NaN without contacts; and by pair and place what :func:`hierarchy` needs."""

    constraint: Floats
    effective_size: Floats
    indirect: Floats
    total: Floats


def find_holes(graph: WholeGraph) -> Holes:
    """Find constraint and effective size of every node.

    Parameters
    ----------
    graph
        Nodes and arcs with weights that are known.

    Returns
    -------
    holes
        A number a node.
    """
    oriented = graph.oriented
    nodes = Nodes(*(np.zeros(graph.nodes) for _ in Nodes._fields))
    third = np.empty((len(graph.block) - 1, len(oriented.target), 2))
    add_ties.once(graph.work, oriented, nodes)
    graph.over_blocks(add_triangles, nodes, third)
    add_pairs.once(graph.work, oriented, graph.block, nodes, third)
    tied = graph.contacts > 0
    return Holes(
        np.where(tied, graph.by_node(nodes.constraint), np.nan),
        np.where(tied, graph.contacts - graph.by_node(nodes.redundancy), np.nan),
        third[-1, :, INDIRECT],
        nodes.total,
    )


def hierarchy(graph: WholeGraph, holes: Holes) -> Floats:
    """Compute how unequally constraint is spread over contacts: sum r ln r / (n ln n) with r = c_ij n / constraint.

    Parameters
    ----------
    graph
        The graph.
    holes
        What was found in it.

    Returns
    -------
    hierarchy
        From 0 (all alike) to 1, by node; NaN with fewer than two contacts.
    """
    oriented = graph.oriented
    row = np.repeat(np.arange(graph.nodes), np.diff(oriented.indptr))
    # From sum c ln c: the rest follows from sum c = constraint.
    entropy = np.zeros(graph.nodes)
    for end in (row, oriented.target):
        share = ((oriented.weight + holes.indirect) / holes.total[end]) ** 2
        entropy += np.bincount(end, share * np.log(share), graph.nodes)
    several = graph.contacts > 1
    n, c = np.where(several, graph.contacts, 2.0), np.where(several, holes.constraint, 1.0)
    found = ratio(n / c * graph.by_node(entropy) + n * np.log(n / c), n * np.log(n))
    return np.where(several, np.clip(found, 0, 1), np.nan)

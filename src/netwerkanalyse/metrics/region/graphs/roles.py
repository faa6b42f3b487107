"""Brokerage roles of the nodes of a graph, from the kernels that count them."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels.brokerage_roles import all_paths, closed_paths
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph

Floats = npt.NDArray[np.float64]


class Roles(NamedTuple):
    """How many ordered pairs every node brokers, by role; the names are those of the measures."""

    coordinator: Floats
    itinerant: Floats
    representative: Floats
    gatekeeper: Floats
    liaison: Floats


def count_roles(graph: WholeGraph, group: npt.NDArray[np.int64]) -> Roles:
    """Count the open paths of two ties through every node, by role.

    Parameters
    ----------
    graph
        Nodes and arcs; an undirected tie goes both ways.
    group
        The class of every node, from 0.

    Returns
    -------
    roles
        A number a node, by role.
    """
    placed, roles = group[graph.oriented.node], len(Roles._fields)
    paths = np.zeros((graph.nodes, roles), dtype=np.int64)
    all_paths.once(graph.work, graph.oriented, placed, int(group.max(initial=0)) + 1, paths)
    closed = np.zeros((len(graph.block) - 1, graph.nodes, roles), dtype=np.int64)
    graph.over_blocks(closed_paths, placed, closed)
    return Roles(*graph.by_node(paths - closed.sum(axis=0)).T.astype(float))

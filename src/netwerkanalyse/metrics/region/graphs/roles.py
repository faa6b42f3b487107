"""Brokerage roles of the nodes of a graph, from the kernel that counts them."""

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels.brokerage_roles import Roles, brokerage_roles
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph


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
    roles = Roles(*(np.zeros(graph.nodes) for _ in Roles._fields))
    brokerage_roles.once(graph.work, graph.arcs, graph.oriented, group, int(group.max(initial=0)) + 1, roles)
    return roles

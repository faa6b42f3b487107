"""How fast the five brokerage roles of all nodes of a directed layer are found.

R sna's C core, the program to beat, looks for the arc a -> b of every path a -> v -> b; it is not in Python. Beside
ours stand that search in Python and its best form in sparse matrices. What bounds ours: sorting the arcs, the same
listing of triangles as for structural holes, and counts by sector at both ends of every pair.
"""

import numpy as np

from contest import Contender, on_one_core
from floor import bytes_of
from layers import afresh, layer
from netwerkanalyse.metrics.region.graphs.roles import count_roles

SECTORS = 5
SMALL = 20_000
"""Ties up to which meeting every path in Python takes seconds."""


def role(first, own, last):
    """The position of a role in the order of the measures."""
    if first == last:
        return 0 if own == first else 1
    return {first: 2, last: 3}.get(own, 4)


def open_paths(graph, sector):
    """Meet all paths of two arcs and keep those without an arc from begin to end."""
    rows = [set() for _ in range(graph.nodes)]
    for source, target in zip(graph.source.tolist(), graph.target.tolist(), strict=True):
        rows[source].add(target)
    found, group = np.zeros((5, graph.nodes)), sector.tolist()
    for a, near in enumerate(rows):
        for v in near:
            for b in rows[v] - near - {a}:
                found[role(group[a], group[v], group[b]), v] += 1
    return found


def with_scipy(graph, sector):
    """All paths by sectors of both ends, less those that close: a sparse product a sector."""
    from scipy.sparse import csr_array

    ties = csr_array((np.ones(len(graph.source)), (graph.source, graph.target)), shape=(graph.nodes, graph.nodes))
    member = np.eye(SECTORS)[sector]

    def run():
        sends, receives, back = ties.T @ member, ties @ member, ties.multiply(ties.T) @ member
        paths = sends[:, :, None] * receives[:, None, :] - back[:, :, None] * np.eye(SECTORS)
        for first in range(SECTORS):
            own = ties[sector == first]
            paths[:, first, :] -= (own.T @ own).multiply(ties) @ member
        found = np.zeros((5, graph.nodes))
        for v in range(SECTORS):
            here = sector == v
            for first in range(SECTORS):
                for last in range(SECTORS):
                    found[role(first, v, last), here] += paths[here, first, last]
        return found

    return run


def roles(ties):
    """Ours from the arcs; the matrix is ready."""
    graph = layer(ties, directed=True)
    sector = np.random.default_rng(2).integers(0, SECTORS, graph.nodes)

    def ours():
        return np.array(count_roles(afresh(graph), sector))

    contenders = [
        Contender("netwerkanalyse, from arcs", ours, graph.nodes),
        Contender("netwerkanalyse, from arcs, one thread", on_one_core(ours), graph.nodes),
        Contender("scipy, a product a sector", with_scipy(graph, sector), graph.nodes),
    ]
    if ties <= SMALL:
        contenders.append(Contender("all open paths, in Python", lambda: open_paths(graph, sector), graph.nodes))
    return contenders


def test_brokerage_roles(ask, sizes):
    """All five roles of every node of a directed layer."""
    graph = layer(sizes.ties, directed=True)
    moved = bytes_of((graph.source, graph.target)) + (1 + 5) * 8 * graph.nodes  # a sector and five roles a node
    same = np.testing.assert_array_equal
    ask("brokerage roles of a layer", roles, sizes.ties, same=same, unit="organisation", moved=moved)

"""Kernels over a whole graph: Burt's structural holes and brokerage roles."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerkanalyse.kernels.brokerage_roles import Roles, brokerage_roles
from netwerkanalyse.kernels.burt import Indirect, Nodes, burt
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph


@st.composite
def digraphs(draw, most=8):
    """A random directed graph with weights: (nodes, {(source, target): weight})."""
    n = draw(st.integers(1, most))
    pairs = [(i, j) for i in range(n) for j in range(n) if i != j and draw(st.booleans())]
    return n, {pair: draw(st.sampled_from([0.5, 1.0, 2.0, 3.0])) for pair in pairs}


def whole(n, arcs):
    """Our form of a graph."""
    source, target = (np.array([pair[side] for pair in arcs], dtype=np.int64) for side in (0, 1))
    return WholeGraph(n, source, target, np.array(list(arcs.values()), dtype=float), directed=True)


def peer(n, arcs):
    """The same graph in networkx."""
    graph = nx.DiGraph()
    graph.add_nodes_from(range(n))
    graph.add_weighted_edges_from((i, j, weight) for (i, j), weight in arcs.items())
    return graph


def run_burt(n, arcs, kernel):
    """Run the kernel, plain or compiled."""
    graph = whole(n, arcs)
    nodes = Nodes(*(np.zeros(n, dtype=np.int64 if name == "contacts" else float) for name in Nodes._fields))
    pairs = len(graph.oriented.target)
    kernel(graph.oriented, nodes, Indirect(np.zeros(pairs), np.zeros(pairs)))
    return nodes


def run_roles(n, arcs, groups, kernel):
    """Run the kernel, plain or compiled; give roles by node."""
    graph = whole(n, arcs)
    roles = Roles(*(np.zeros(n) for _ in Roles._fields))
    kernel(graph.arcs, graph.oriented, np.array(groups, dtype=np.int64), max(groups, default=0) + 1, roles)
    return np.array(roles)


def roles_by_definition(n, arcs, groups):
    """Count a -> v -> b and not a -> b, by the classes of a, v and b."""
    counts = np.zeros((5, n))
    for a, v, b in ((a, v, b) for a, v in arcs for w, b in arcs if w == v and a != b and (a, b) not in arcs):
        first, own, last = groups[a], groups[v], groups[b]
        role = 0 if first == own == last else 1 if first == last else 2 if first == own else 3 if own == last else 4
        counts[role, v] += 1
    return counts


@given(digraphs())
def test_burt_agrees_with_networkx(drawn):
    """Constraint and effective size in the whole-network model, directed and weighted.

    networkx computes effective size by its definition only for named nodes; its shortcut over all nodes gives other
    values on weighted graphs (3.6.1), so nodes are named one by one.
    """
    n, arcs = drawn
    graph = peer(n, arcs)
    found = run_burt(n, arcs, burt.python)

    for node in range(n):
        if graph.out_degree(node):  # networkx calls a node that only receives an isolate
            size = nx.effective_size(graph, [node], weight="weight")[node]
            assert found.constraint[node] == pytest.approx(nx.constraint(graph, [node], weight="weight")[node])
            assert found.contacts[node] - found.redundancy[node] == pytest.approx(size)


@given(digraphs())
def test_arcs_among_contacts(drawn):
    """What ego density counts."""
    n, arcs = drawn
    graph = peer(n, arcs)
    found = run_burt(n, arcs, burt.python)

    for node in range(n):
        contacts = set(graph.predecessors(node)) | set(graph.successors(node))
        assert found.inside[node] == graph.subgraph(contacts).number_of_edges()


@given(digraphs(), st.lists(st.integers(0, 2), min_size=8, max_size=8))
def test_roles_agree_with_the_definition(drawn, groups):
    """Counting all paths and taking closed ones off equals enumerating open ones."""
    n, arcs = drawn

    np.testing.assert_array_equal(
        run_roles(n, arcs, groups[:n], brokerage_roles.python), roles_by_definition(n, arcs, groups)
    )


def test_published_roles_of_four_nodes():
    """A -> B, A -> C, B -> C, B -> D, C -> D, D -> A; A and B in one class (example of R package cograph)."""
    arcs = dict.fromkeys([(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (3, 0)], 1.0)
    coordinator, itinerant, representative, gatekeeper, liaison = run_roles(
        4, arcs, [0, 0, 1, 1], brokerage_roles.python
    )

    assert itinerant.tolist() == [1, 0, 0, 1]
    assert gatekeeper.tolist() == [1, 0, 1, 0]
    assert representative.tolist() == [0, 1, 0, 1]
    assert coordinator.sum() == liaison.sum() == 0


def test_compiled_and_plain_give_the_same_bits():
    """The compiler changes nothing but the time."""
    rng = np.random.default_rng(7)
    arcs = {
        (int(i), int(j)): float(w)
        for i, j, w in zip(*rng.integers(0, 40, (2, 300)), rng.random(300), strict=True)
        if i != j
    }
    groups = rng.integers(0, 4, 40).tolist()

    for mine, yours in zip(run_burt(40, arcs, burt.python), run_burt(40, arcs, burt.compiled), strict=True):
        np.testing.assert_array_equal(mine, yours)
    np.testing.assert_array_equal(
        run_roles(40, arcs, groups, brokerage_roles.python), run_roles(40, arcs, groups, brokerage_roles.compiled)
    )

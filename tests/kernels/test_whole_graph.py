"""Kernels over a whole graph: Burt's structural holes and brokerage roles."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerkanalyse.kernels._jit import Kernel
from netwerkanalyse.metrics.region.graphs import whole as graphs
from netwerkanalyse.metrics.region.graphs.holes import find_holes, hierarchy
from netwerkanalyse.metrics.region.graphs.roles import count_roles
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph

ROLES = 5


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


def among_contacts(n, arcs):
    """Arcs and tied pairs among the contacts of every node, by definition."""
    graph = peer(n, arcs)
    near = [graph.subgraph({*graph.predecessors(node), *graph.successors(node)}) for node in range(n)]
    return [part.number_of_edges() for part in near], [part.to_undirected().number_of_edges() for part in near]


def roles_by_definition(n, arcs, groups):
    """Count a -> v -> b and not a -> b, by the classes of a, v and b."""
    counts = np.zeros((ROLES, n))
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
    found = find_holes(whole(n, arcs))

    for node in range(n):
        if graph.out_degree(node):  # networkx calls a node that only receives an isolate
            size = nx.effective_size(graph, [node], weight="weight")[node]
            assert found.constraint[node] == pytest.approx(nx.constraint(graph, [node], weight="weight")[node])
            assert found.effective_size[node] == pytest.approx(size)


@given(digraphs())
def test_among_contacts(drawn):
    """What ego density and clustering count."""
    n, arcs = drawn
    graph = whole(n, arcs)
    expected_arcs, expected_pairs = among_contacts(n, arcs)

    assert graph.arcs_among_contacts.tolist() == expected_arcs
    assert graph.tied_contacts.tolist() == expected_pairs


@given(digraphs(), st.randoms(use_true_random=False))
def test_forms_of_a_graph(drawn, random):
    """Whatever the order of the arcs: sorted, and each pair once at its end with fewer arcs."""
    n, arcs = drawn
    shuffled = dict(random.sample(list(arcs.items()), len(arcs)))
    graph = whole(n, shuffled)
    oriented, count = graph.oriented, [sum(node in arc for arc in arcs) for node in range(n)]
    node = oriented.node.tolist()

    assert list(zip(np.repeat(range(n), np.diff(graph.arcs.indptr)), graph.arcs.target, strict=True)) == sorted(arcs)
    assert node == sorted(range(n), key=lambda one: (-count[one], one))
    rows = np.repeat(range(n), np.diff(oriented.indptr)).tolist()
    pairs = list(zip(rows, oriented.target.tolist(), strict=True))
    assert pairs == sorted({tuple(sorted(map(node.index, arc), reverse=True)) for arc in arcs})
    for (u, v), held, weight in zip(pairs, oriented.arcs, oriented.weight, strict=True):
        forth, back = (node[u], node[v]), (node[v], node[u])
        assert held == (forth in arcs) + 2 * (back in arcs)
        assert weight == arcs.get(forth, 0) + arcs.get(back, 0)


def test_undirected_ties_are_met_once():
    """Both arcs of an undirected tie stand in the input; the pair has the weight of both."""
    ends = np.array([0, 1, 1, 2, 2, 0]), np.array([1, 0, 2, 1, 0, 2])
    graph = WholeGraph(4, *ends, np.array([1.0, 1, 2, 2, 3, 3]), directed=False)

    assert sorted(graph.oriented.weight) == [2, 4, 6]
    assert set(graph.oriented.arcs) == {3}
    assert graph.tied_contacts.tolist() == [1, 1, 1, 0]
    assert graph.contacts.tolist() == [2, 2, 2, 0]


@given(digraphs(), st.lists(st.integers(0, 2), min_size=8, max_size=8))
def test_roles_agree_with_the_definition(drawn, groups):
    """Counting all paths and taking closed ones off equals enumerating open ones."""
    n, arcs = drawn
    found = count_roles(whole(n, arcs), np.array(groups[:n], dtype=np.int64))

    np.testing.assert_array_equal(found, roles_by_definition(n, arcs, groups))


def test_published_roles_of_four_nodes():
    """A -> B, A -> C, B -> C, B -> D, C -> D, D -> A; A and B in one class (example of R package cograph)."""
    arcs = dict.fromkeys([(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (3, 0)], 1.0)
    coordinator, itinerant, representative, gatekeeper, liaison = count_roles(whole(4, arcs), np.array([0, 0, 1, 1]))

    assert itinerant.tolist() == [1, 0, 0, 1]
    assert gatekeeper.tolist() == [1, 0, 1, 0]
    assert representative.tolist() == [0, 1, 0, 1]
    assert coordinator.sum() == liaison.sum() == 0


@pytest.fixture
def with_hub():
    """Eighty nodes in four groups and a hub that all are tied to."""
    rng = np.random.default_rng(7)
    drawn = ((int(i), int(j)) for i, j in rng.integers(0, 80, (400, 2)) if i != j)
    arcs = {arc: float(rng.integers(1, 5)) for arc in drawn} | {(80, node): 1.5 for node in range(80)}
    return 81, arcs, rng.integers(0, 4, 81)


def everything(n, arcs, groups):
    """All that is found by listing triangles."""
    graph = whole(n, arcs)
    holes = find_holes(graph)
    counts = graph.arcs_among_contacts, graph.tied_contacts, graph.contacts, graph.arcs.target
    return graph, [*holes, hierarchy(graph, holes), *counts, *count_roles(graph, groups)]


def test_compiled_and_plain_give_the_same_bits(with_hub, monkeypatch):
    """The compiler changes nothing but the time."""
    monkeypatch.setattr(Kernel, "_runs_plain", lambda *_: True)
    plain = everything(*with_hub)[1]
    monkeypatch.setattr(Kernel, "_runs_plain", lambda *_: False)
    compiled = everything(*with_hub)[1]

    for mine, yours in zip(plain, compiled, strict=True):
        np.testing.assert_array_equal(mine, yours)


def test_blocks_and_threads_change_nothing(with_hub, monkeypatch):
    """Counts are the same in blocks, sums too but for rounding; the number of threads changes no bit."""
    graph, whole_piece = everything(*with_hub)
    monkeypatch.setattr(graphs, "SHARE_ABOVE", 1_000)
    monkeypatch.setattr("netwerkanalyse.kernels._jit.SHARE_ABOVE", 1_000)
    found = []
    for cores in (1, 3):
        monkeypatch.setattr("netwerkanalyse.kernels._jit._cores", lambda cores=cores: cores)
        blocks, in_blocks = everything(*with_hub)
        found.append(in_blocks)

    assert len(graph.block) == 2
    assert len(blocks.block) == graphs.BLOCKS + 1
    for one, some, more in zip(whole_piece, *found, strict=True):
        np.testing.assert_allclose(one, some, rtol=1e-12)
        np.testing.assert_array_equal(some, more)


def test_a_hub_agrees_with_networkx(with_hub):
    """Where one node is tied to all others, and all others to few."""
    n, arcs, groups = with_hub
    graph = peer(n, arcs)
    found = find_holes(whole(n, arcs))
    expected, some = among_contacts(n, arcs), [0, 1, 80]
    constraint, size = (of(graph, some, weight="weight") for of in (nx.constraint, nx.effective_size))

    np.testing.assert_allclose(found.constraint[some], [constraint[node] for node in some])
    np.testing.assert_allclose(found.effective_size[some], [size[node] for node in some])
    assert whole(n, arcs).arcs_among_contacts.tolist() == expected[0]
    np.testing.assert_array_equal(count_roles(whole(n, arcs), groups), roles_by_definition(n, arcs, groups))

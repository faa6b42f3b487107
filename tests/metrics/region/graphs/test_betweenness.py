"""Standing between others: all shortest paths, or a sample with a stated error."""

import igraph
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerkanalyse.kernels.betweenness import LANES, betweenness
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.graphs import betweenness as measures
from netwerkanalyse.metrics.region.graphs.betweenness import between
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from regions import built, plain


def graph_of(n, ties, *, directed):
    """A graph; a tie without direction goes both ways."""
    arcs = np.array(sorted(set(ties)) or np.zeros((0, 2)), dtype=np.int64).reshape(-1, 2)
    arcs = arcs if directed else np.concatenate([arcs, arcs[:, ::-1]])
    return WholeGraph(n, arcs[:, 0], arcs[:, 1], np.ones(len(arcs)), directed)


def run(kernel, graph, starts, blocks=2):
    """Run the kernel over some starts, in blocks."""
    block = np.linspace(0, len(starts), blocks + 1).astype(np.int64)
    out = np.zeros((blocks, graph.nodes))
    kernel(0, blocks, np.asarray(starts, dtype=np.int64), block, graph.arcs, out)
    return out


@st.composite
def digraphs(draw):
    """A small graph with direction, and more nodes than walk together."""
    n = draw(st.integers(1, LANES + 3))
    node = st.integers(0, n - 1)
    ties = draw(st.lists(st.tuples(node, node).filter(lambda tie: tie[0] != tie[1]), max_size=30, unique=True))
    return graph_of(n, ties, directed=True)


@given(digraphs(), st.randoms(use_true_random=False))
def test_agrees_with_igraph(graph, random):
    """From all starts, in any order, and from some of them."""
    starts = random.sample(range(graph.nodes), graph.nodes)
    some = starts[: max(graph.nodes // 2, 1)]

    np.testing.assert_allclose(run(betweenness.python, graph, starts).sum(axis=0), graph.peer.betweenness(), atol=1e-9)
    np.testing.assert_allclose(
        run(betweenness.python, graph, some).sum(axis=0), graph.peer.betweenness(sources=some), atol=1e-9
    )


def test_compiled_and_plain_give_the_same_bits():
    """The compiler changes nothing but the time."""
    rng = np.random.default_rng(3)
    pairs = {(int(a), int(b)) for a, b in rng.integers(0, 60, (200, 2)) if a < b}
    graph = graph_of(60, pairs, directed=False)
    starts = rng.permutation(60)

    np.testing.assert_array_equal(run(betweenness.python, graph, starts), run(betweenness.compiled, graph, starts))


@pytest.fixture
def large(monkeypatch):
    """A network of which all paths are many enough for our own kernel."""
    monkeypatch.setattr(measures, "KERNEL_FROM", 100_000)
    nodes, ties = 150, 700
    pairs = np.random.default_rng(5).integers(0, nodes, (ties, 2))
    graph = graph_of(nodes, {(int(min(p)), int(max(p))) for p in pairs if p[0] != p[1]}, directed=False)
    assert nodes * (nodes + len(graph.source)) > 2 * measures.KERNEL_FROM
    return graph


def test_a_large_network_agrees_with_igraph(large):
    """In blocks, without direction."""
    found = between(large, exact_at_most=np.inf, error=0.05)

    np.testing.assert_allclose(found.passing, large.peer.betweenness(), rtol=1e-9, atol=1e-9)
    assert (found.starts, found.error) == (large.nodes, 0)


def test_a_sample_stays_within_its_error(large):
    """The error that is stated holds, is no more than was asked, and the same seed gives the same sample."""
    first, again = (between(large, exact_at_most=100, error=0.2, seed=7) for _ in range(2))
    pairs = (large.nodes - 1) * (large.nodes - 2) / 2
    off = np.abs(first.passing - np.array(large.peer.betweenness())) / pairs

    assert first.starts < large.nodes
    assert off.max() <= first.error <= 0.2
    assert off.max() > 0
    np.testing.assert_array_equal(first.passing, again.passing)


def test_a_sample_is_right_on_average():
    """Many samples together come to the exact value: the estimate is not skewed."""
    graph = graph_of(40, [(i, (i + 1) % 40) for i in range(40)] + [(0, 20)], directed=False)
    means = np.mean([between(graph, exact_at_most=0, error=0.45, seed=seed).passing for seed in range(400)], axis=0)

    assert between(graph, exact_at_most=0, error=0.45).starts < 40
    np.testing.assert_allclose(means, graph.peer.betweenness(), rtol=0.03, atol=0.5)


def test_a_sample_is_told_at_the_layer_and_at_organisations():
    """Beside an estimate stands what it rests on and how far it may be off; the share stays a share."""
    star = built(plain(60, [(0, i) for i in range(1, 60)], "agreement"))
    cutoffs = RegionCutoffs(betweenness_exact_at_most=10, betweenness_error=0.4)
    one = measure_region(star, "agreement", ["region_centrality"], level=Level.ORGANISATION, cutoffs=cutoffs)
    whole = measure_region(star, "agreement", ["region_centralisation"], cutoffs=cutoffs).iloc[0]

    assert (one["betweenness_starts"] < 60).all()
    assert one["betweenness_share"].max() <= 1
    assert whole["centralisation_betweenness_error"] == pytest.approx(2 * one["betweenness_error"].iloc[0])
    assert abs(whole["centralisation_betweenness"] - 1) <= whole["centralisation_betweenness_error"]


def test_lattice_with_many_equal_paths():
    """Numbers of paths multiply: a grid of ten by ten as igraph counts it."""
    lattice = igraph.Graph.Lattice([10, 10], circular=False)
    graph = graph_of(100, lattice.get_edgelist(), directed=False)

    np.testing.assert_allclose(
        run(betweenness.python, graph, range(100)).sum(axis=0) / 2, lattice.betweenness(), rtol=1e-9
    )

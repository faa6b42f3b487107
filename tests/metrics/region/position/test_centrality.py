"""Where every organisation stands, and whether the whole turns around few."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from regions import SmallRegion, built, plain, regions

NAN = float("nan")
STAR, RING = [(0, i) for i in range(1, 5)], [(i, (i + 1) % 5) for i in range(5)]
PATH, COMPLETE = RING[:4], [(i, j) for i in range(5) for j in range(i)]


def centrality(small):
    """The measures of every organisation."""
    return measure_region(built(small), small.layer, ["region_centrality"], level=Level.ORGANISATION)


def centralisation(small):
    """The measures of the layer."""
    return measure_region(built(small), small.layer, ["region_centralisation"]).iloc[0]


@pytest.mark.parametrize(
    ("ties", "degree", "betweenness", "closeness"),
    [(STAR, 1, 1, 1), (RING, 0, 0, 0), (PATH, 0.1667, 0.4167, 0.4222), (COMPLETE, 0, 0, 0)],
    ids=["star", "ring", "path", "complete"],
)
def test_published_centralisation(ties, degree, betweenness, closeness):
    """Star and path of five as in R sna; a ring and a complete network turn around nobody.

    Closeness of a path of five by hand: 4/10, 4/7, 4/6, 4/7, 4/10.
    """
    found = centralisation(plain(5, ties, "agreement"))

    assert found["centralisation_degree"] == pytest.approx(degree, abs=5e-5)
    assert found["centralisation_betweenness"] == pytest.approx(betweenness, abs=5e-5)
    assert found["centralisation_closeness"] == pytest.approx(closeness, abs=5e-5)


def test_centralisation_with_direction():
    """All refer to one: all the way centralised inward, hardly outward."""
    found = centralisation(plain(5, [(j, i) for i, j in STAR]))

    assert found["centralisation_in"] == 1
    assert found["centralisation_out"] == pytest.approx(1 / 16)
    assert np.isnan(found["centralisation_closeness"])


@given(regions())
def test_agrees_with_the_definitions(small):
    """Degrees, reach and distances by their definitions; betweenness, core numbers and PageRank as networkx."""
    found = centrality(small)
    arcs, others = small.arcs, small.size - 1
    graph = (nx.DiGraph if small.directed else nx.Graph)(sorted(arcs))
    graph.add_nodes_from(range(small.size))
    between = nx.betweenness_centrality(graph, normalized=False) if small.size else {}
    rank = nx.pagerank(graph, tol=1e-12, max_iter=1000) if small.size else {}
    for node, row in enumerate(found.to_dict("records")):
        steps = [naive.region.steps(node, other, arcs) for other in range(small.size) if other != node]
        known = [step for step in steps if step is not None]
        expected = {"core_number": nx.core_number(graph)[node]}
        named, names = small.known_to(node) > 0, small.known_from(node) > 0
        expected |= {
            "degree_in": sum(b == node for _, b in arcs) if named else NAN,
            "degree_out": sum(a == node for a, _ in arcs) if names else NAN,
            "organisations_reached": len(known) if names else NAN,
            "closeness": others / sum(known) if names and len(known) == others else NAN,
            "harmonic_closeness": sum(1 / step for step in known) / others if names else NAN,
            "region_betweenness": between[node] if named and names else NAN,
            "pagerank": rank[node] if named else NAN,
            "pairs_known_in": small.known_to(node),
            "pairs_known_out": small.known_from(node),
        }
        for name, value in expected.items():
            assert row[name] == pytest.approx(value, nan_ok=True, abs=1e-8), name


def test_strength_needs_every_value():
    """The values of one's ties add up; a tie without value leaves the sum unknown."""
    rows = ((0, 1, "yes", 3.0), (0, 2, "yes", 1.0), (2, 0, "yes", None))
    found = centrality(SmallRegion((None,) * 3, rows))

    assert found["strength_out"].tolist() == pytest.approx([4, 0, NAN], nan_ok=True)
    assert found["strength_in"].tolist() == pytest.approx([NAN, 3, 1], nan_ok=True)


def test_eigenvector_exists_where_one_part_leads():
    """Two equal pairs give no single outcome, a pair beside a triangle does, a chain with direction gives none."""
    triangle = [(0, 1), (1, 2), (0, 2)]

    assert not centrality(plain(4, [(0, 1), (2, 3)], "agreement"))["eigenvector_unique"].any()
    assert not centrality(plain(3, [(0, 1), (1, 2)]))["eigenvector_unique"].any()
    found = centrality(plain(5, [*triangle, (3, 4)], "agreement"))["eigenvector"]
    np.testing.assert_allclose(found, [3**-0.5] * 3 + [0, 0], atol=1e-9)

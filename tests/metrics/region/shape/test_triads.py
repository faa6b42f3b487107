"""How triples are tied and how often a path of two ties is closed."""

import networkx as nx
import pytest
from hypothesis import given

import naive
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.shape.triads import TRIADS
from regions import built, plain, regions


def triads(small):
    """The measures of the layer."""
    return measure_region(built(small), small.layer, ["region_triads"]).iloc[0]


@given(regions())
def test_agrees_with_other_definitions(small):
    """Triads as networkx counts them; transitivity and clustering by their definitions."""
    found = triads(small)
    graph = nx.DiGraph(sorted(small.arcs))
    graph.add_nodes_from(range(small.size))
    census = nx.triadic_census(graph)
    either = small.arcs | {(b, a) for a, b in small.arcs}

    for name in TRIADS:
        assert found[f"triad_{name}"] == census[name.upper()]
    for name, arcs in (("region_transitivity", small.arcs), ("region_clustering", either)):
        value = naive.region.transitivity(arcs)
        assert found[name] == pytest.approx(float("nan") if value is None else value, nan_ok=True)


def test_a_chain_with_a_shortcut_is_closed():
    """One path of two ties, closed by the third; turned into a circle none of three is."""
    assert triads(plain(3, [(0, 1), (1, 2), (0, 2)]))["region_transitivity"] == 1
    assert triads(plain(3, [(0, 1), (1, 2), (2, 0)]))["region_transitivity"] == 0
    assert triads(plain(3, [(0, 1), (1, 2), (2, 0)]))["region_clustering"] == 1

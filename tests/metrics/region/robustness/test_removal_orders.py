"""Removal curves against all orders, and betweenness beyond size against a line drawn by hand."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import naive
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.position.size import measure_size
from netwerkanalyse.metrics.region.robustness.removal import measure_removal
from regions import built, plain

DRAWS = 400


@st.composite
def graphs(draw, fewest=2, most=5):
    """How many organisations, and any ties among them."""
    n = draw(st.integers(fewest, most))
    return n, [(i, j) for i in range(n) for j in range(i) if draw(st.booleans())]


def layer(n, ties, name="agreement"):
    """The layer, ready to measure."""
    return RegionNetwork(built(plain(n, ties, name)), name)


@settings(max_examples=12)
@given(graphs())
def test_removal_agrees_with_all_orders(drawn):
    """Random: the mean over every order. Most ties and most paths first: over every order that equals allow."""
    n, ties = drawn
    found = measure_removal(layer(n, ties), draws=DRAWS).iloc[0]
    graph = nx.Graph(ties)
    graph.add_nodes_from(range(n))
    between = {node: round(score, 9) for node, score in nx.betweenness_centrality(graph, normalized=False).items()}

    for column, every in (
        ("removal_random", naive.removal.areas(n, ties)),
        ("removal_degree", naive.removal.areas_by([graph.degree[node] for node in range(n)], ties)),
        ("removal_betweenness", naive.removal.areas_by([between[node] for node in range(n)], ties)),
    ):
        values = np.array(every, dtype=float)
        assert found[column] == pytest.approx(values.mean(), abs=5 * values.std() / np.sqrt(DRAWS) + 1e-12), column
        assert values.min() - 1e-12 <= found[column] <= values.max() + 1e-12
    assert found["organisations_removed"] == n


@settings(max_examples=15)
@given(graphs(3, 6), st.data())
def test_residual_agrees_with_the_definition(drawn, data):
    """Any sizes: unknown ones and those below ten are left out, and with equal sizes there is no line."""
    n, ties = drawn
    sizes = data.draw(st.lists(st.none() | st.sampled_from((0, 9, 10, 25, 100)), min_size=n, max_size=n))
    found = measure_size(layer(n, ties), pd.Series(sizes, index=[f"O{one}" for one in range(n)], dtype=float))
    graph = nx.Graph(ties)
    graph.add_nodes_from(range(n))
    share = nx.betweenness_centrality(graph)
    used = [one for one in range(n) if sizes[one] is not None and sizes[one] >= 10]
    left = naive.removal.residuals([sizes[one] for one in used], [share[one] for one in used])

    expected = [np.nan] * n
    for one, value in zip(used, left or (), strict=False):
        expected[one] = value
    assert found["sizes_compared"].tolist() == [len(used)] * n
    assert found["betweenness_residual"].tolist() == pytest.approx(expected, nan_ok=True, abs=1e-9)

"""What hangs on whom in networks measured by others."""

import networkx
import numpy as np
import pytest

import real
from netwerkanalyse.metrics.client.catalogue import measure, measure_network
from netwerkanalyse.metrics.client.sensitivity import tie_sensitivity
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import Network

SINGLE_SUPPORTERS = 10 + 19 + 14 + 10 + 9 + 7
"""Egos with exactly one supporter, over the six support functions: published with the data."""


@pytest.fixture(scope="module")
def transnat(shared):
    """Fifty personal networks with six support functions."""
    return real.transnat(shared)


def test_losing_the_only_supporter_loses_the_function(transnat):
    """Every single supporter is found, and nobody else leaves a function without support."""
    lost = measure(transnat, ["loss"], level=Level.MEMBER)["domains_lost"]

    assert lost.sum() == SINGLE_SUPPORTERS


def test_fair_shares_add_up_to_coverage(transnat):
    """What is divided is what there is, for each of the fifty."""
    shares = measure(transnat, ["shapley"], level=Level.MEMBER)["fair_share"].groupby(level="client").sum()
    coverage = measure(transnat, ["coverage"])["network_coverage"].loc[shares.index]

    np.testing.assert_allclose(shares, coverage)


def test_falling_apart_agrees_with_networkx(shared):
    """Taking people out one by one, in ten networks of 45 people, changes what networkx says it changes."""
    network = Network(real.milan(shared))
    found = measure_network(network, ["loss"], level=Level.MEMBER)["fragmentation_change"].to_numpy().reshape(-1, 45)
    for client in range(10):
        ties = slice(network.graph.start[client], network.graph.start[client + 1])
        graph = networkx.Graph(zip(network.graph.source[ties], network.graph.target[ties], strict=True))
        graph.add_nodes_from(range(45))
        expected = [apart(graph.subgraph(set(graph) - {person})) - apart(graph) for person in range(45)]
        np.testing.assert_allclose(found[client], expected, atol=1e-12)


def apart(graph):
    """The share of pairs that cannot reach each other."""
    sizes = [len(component) for component in networkx.connected_components(graph)]
    return 1 - sum(size * (size - 1) for size in sizes) / (len(graph) * (len(graph) - 1))


def test_one_tie_more_or_less_changes_the_density_by_one_pair(shared):
    """Twenty networks: one pair of all pairs, unless there is no tie to take away or none to add."""
    caseload = real.ngq(shared)
    found = tie_sensitivity(caseload, ["cohesion"]).xs("density", level="measure")
    pairs = measure(caseload, ["cohesion"])["pairs_asked"]
    some = found["flips"] > 0

    step = 1 / pairs[some]
    np.testing.assert_allclose(found["rise"][some], np.where(found["value"][some] < 1, step, 0))
    np.testing.assert_allclose(found["fall"][some], np.where(found["value"][some] > 0, -step, 0))

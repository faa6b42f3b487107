"""Personal networks of 45 people: published values, and two other programs for every one of them."""

import igraph
import networkx
import numpy as np
import pytest

import real
from netwerkanalyse.metrics.client.catalogue import measure_network
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import Network


@pytest.fixture(scope="module")
def network(shared):
    """All 102 networks."""
    return Network(real.milan(shared))


@pytest.fixture(scope="module")
def clients(network):
    """Measures of the clients."""
    return measure_network(network, ["cohesion", "brokerage", "hinges"])


@pytest.fixture(scope="module")
def people(network):
    """Measures of the people."""
    return measure_network(network, ["positions"], level=Level.MEMBER)


def test_size(clients):
    """All people and ties are there."""
    assert len(clients) == 102
    assert (clients["members"] == 45).all()
    assert clients["ties"].sum() == 30_064


def test_published_values_of_one_network(clients, people):
    """Ego 28 of the book, with the ties of ego as strong as three and without strengths."""
    found = clients.loc["28"]

    assert (found["ties"], found["components"]) == (259, 1)
    assert found["density"] == pytest.approx(0.26161616, abs=5e-9)
    assert found["client_betweenness"] == pytest.approx(434.0271, abs=5e-5)
    assert found["highest_betweenness"] == pytest.approx(257.0168, abs=5e-5)
    assert found["constraint"] == pytest.approx(0.08544433, abs=5e-9)
    assert found["weighted_constraint"] == pytest.approx(0.07344785, abs=5e-9)
    assert people.loc["28", "betweenness"].idxmax() == "2801"


def test_published_densities(clients):
    """Densities of the first networks of the book, and two others."""
    egos = ["28", "29", "33", "35", "39", "57", "99"]
    expected = [0.26161616, 0.20404040, 0.20909091, 0.22323232, 0.09292929, 0.6, 0.24040404]

    assert clients.loc[egos, "density"].tolist() == pytest.approx(expected, abs=5e-9)


def edges(network, client):
    """The ties of one client, as two other programs take them; person 45 is the client."""
    ties = slice(network.graph.start[client], network.graph.start[client + 1])
    strengths = network.graph.weight[ties].tolist() + [1.0] * 45
    star = [(45, person) for person in range(45)]
    return (
        [*zip(network.graph.source[ties].tolist(), network.graph.target[ties].tolist(), strict=True)],
        star,
        strengths,
    )


def test_agrees_with_igraph(network, clients, people):
    """Every network: density, components, constraint, and betweenness with and without the client."""
    for position, (name, found) in enumerate(clients.iterrows()):
        ties, star, strengths = edges(network, position)
        alters, whole = igraph.Graph(45, ties), igraph.Graph(46, [*ties, *star])

        assert found["density"] == pytest.approx(alters.density())
        assert found["components"] == len(alters.connected_components())
        assert found["constraint"] == pytest.approx(whole.constraint([45])[0])
        assert found["weighted_constraint"] == pytest.approx(whole.constraint([45], weights=strengths)[0])
        assert found["client_betweenness"] == pytest.approx(whole.betweenness([45])[0])
        np.testing.assert_allclose(people.loc[name, "betweenness"], alters.betweenness(), atol=1e-9)
        assert np.flatnonzero(people.loc[name, "cut_member"]).tolist() == sorted(alters.articulation_points())


def test_agrees_with_networkx(network, clients):
    """Every network: effective size with and without strengths, components and isolates."""
    for position, (_, found) in enumerate(clients.iterrows()):
        ties, star, strengths = edges(network, position)
        whole = networkx.Graph()
        whole.add_weighted_edges_from((a, b, w) for (a, b), w in zip([*ties, *star], strengths, strict=True))
        alters = whole.subgraph(range(45))

        assert found["effective_size"] == pytest.approx(networkx.effective_size(whole, [45])[45])
        assert found["weighted_effective_size"] == pytest.approx(
            networkx.effective_size(whole, [45], weight="weight")[45]
        )
        assert found["components"] == networkx.number_connected_components(alters)
        assert found["isolates"] == networkx.number_of_isolates(alters)

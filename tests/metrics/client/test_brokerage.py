"""The client's place between people: structural holes and betweenness, against definitions and other programs."""

import igraph
import networkx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.cutoffs import Cutoffs
from networks import Client, caseload_of, clients, plain
from tables import agree, missing_has_a_reason


def brokerage(client, **cutoffs):
    """The measures of one client."""
    frame = measure(caseload_of(client), ["brokerage"], cutoffs=Cutoffs(**cutoffs))
    assert missing_has_a_reason(frame)
    return frame.iloc[0]


def with_client(n, ties, client_tie=1.0):
    """The table of strengths with the client as the last person."""
    weights = [[0.0] * (n + 1) for _ in range(n + 1)]
    for person in range(n):
        weights[person][n] = weights[n][person] = client_tie
    for a, b, weight in ties:
        weights[a][b] = weights[b][a] = weight
    return weights


def test_worked_example():
    """The values worked out by hand."""
    found = measure(load("voorbeeld"), ["brokerage"]).loc["voorbeeld"]

    assert found["effective_size"] == pytest.approx(6.1429, abs=5e-5)
    assert found["constraint"] == pytest.approx(0.2710, abs=5e-5)
    assert found["client_betweenness"] == 17
    assert found["coordination_load"] == pytest.approx(0.8095, abs=5e-5)


TRIANGLE = [(0, 1), (0, 2), (1, 2)]


@pytest.mark.parametrize(
    ("n", "edges", "effective_size", "constraint", "client_betweenness", "hierarchy"),
    [
        (1, [], 1, 1, 0, None),
        (2, [], 2, 0.5, 1, 0),
        (2, [(0, 1)], 1, 1.125, 0, 0),
        (3, [], 3, 0.3333, 3, 0),
        (3, [(0, 1), (1, 2)], 1.6667, 0.8395, 0.5, 0.0737),
        (3, TRIANGLE, 1, 0.9259, 0, 0),
        (4, [(0, 1), (2, 3)], 3, 0.5625, 4, 0),
        (5, [*TRIANGLE, (3, 4)], 3.4, 0.5133, 6, 0.0032),
        (5, [*TRIANGLE, (3, 4), (2, 3)], 3, 0.5542, 3.5, 0.0217),
        (5, naive.cohesion.pairs(5), 1, 0.648, 0, 0),
    ],
)
def test_published_fixtures(n, edges, effective_size, constraint, client_betweenness, hierarchy):
    """Values computed by other programs for ten small networks."""
    found = brokerage(plain(n, edges))
    expected = {
        "effective_size": effective_size,
        "constraint": constraint,
        "client_betweenness": client_betweenness,
        "hierarchy": hierarchy,
    }

    for name, value in expected.items():
        assert found[name] == pytest.approx(np.nan if value is None else value, abs=5e-5, nan_ok=True), name


def test_example_of_structural_holes():
    """Node G of the example in networkx's own tests (after Burt): six people, four ties between them."""
    a, b, d, e, f = range(5)
    found = brokerage(plain(6, [(a, b), (a, f), (a, e), (b, d)]))

    assert found["constraint"] == pytest.approx(0.400, abs=5e-4)
    assert found["effective_size"] == pytest.approx(4.67, abs=5e-3)


def test_a_bridge_raises_constraint():
    """Constraint is no goodness: it rises when two groups of helpers find each other."""
    apart = brokerage(plain(5, [*TRIANGLE, (3, 4)]))
    joined = brokerage(plain(5, [*TRIANGLE, (3, 4), (2, 3)]))

    assert joined["constraint"] > apart["constraint"]
    assert joined["coordination_load"] < apart["coordination_load"]


@given(clients(), st.sampled_from([0.25, 1.0, 3.0]))
def test_agrees_with_the_definitions(client, client_tie):
    """Kernel and definition agree on any small network."""
    n, ties = len(client.people), client.edges
    strengths = [(a, b, strength) for a, b, present, strength in client.ties if present == "yes"]
    unknown = sum(strength is None for *_, strength in strengths)
    equal = with_client(n, [(a, b, 1.0) for a, b in ties])
    graded = None if unknown or not n else with_client(n, strengths, client_tie)
    listed = {(a, b): present for a, b, present, _ in client.ties}
    answers = {
        pair: naive.mixing.answer_about(pair, listed, all_asked=client.all_asked) for pair in naive.cohesion.pairs(n)
    }
    possible = [pair for pair, answer in answers.items() if answer in {"yes", "unknown"}]
    asked = sum(answer != "unknown" for answer in answers.values())
    expected = {"client_ties": n, "brokerage_pairs_asked": asked, "strengths_unknown": unknown}
    if n == 1 or asked:
        terms, size = naive.brokerage.burt_terms(equal, n), naive.brokerage.burt_effective_size(equal, n)
        betweenness, least = (
            naive.brokerage.client_betweenness(n, ties),
            naive.brokerage.client_betweenness(n, possible),
        )
        expected |= {
            "effective_size": size,
            "effective_size_low": naive.brokerage.burt_effective_size(
                with_client(n, [(a, b, 1.0) for a, b in possible]), n
            ),
            "efficiency": size / n,
            "constraint": sum(terms),
            "hierarchy": naive.brokerage.hierarchy(terms),
            "weighted_effective_size": naive.brokerage.burt_effective_size(graded, n) if graded else None,
            "weighted_constraint": sum(naive.brokerage.burt_terms(graded, n)) if graded else None,
            "client_betweenness": betweenness,
            "coordination_load": betweenness / len(naive.cohesion.pairs(n)) if n > 1 else None,
            "coordination_load_low": least / len(naive.cohesion.pairs(n)) if n > 1 else None,
        }
    else:  # nobody, or nothing asked
        expected |= dict.fromkeys(set(measure(load("voorbeeld"), ["brokerage"])) - set(expected))

    agree_nearly(brokerage(client, client_tie=client_tie), expected)


def agree_nearly(row, expected):
    """Compare with plain values, where zero may be off by rounding."""
    for name, value in expected.items():
        assert row[name] == pytest.approx(np.nan if value is None else value, abs=1e-12, nan_ok=True), name


@given(clients(most=12))
def test_agrees_with_networkx_and_igraph(client):
    """Two other programs give the same values for the client in the network with everybody."""
    n, star = len(client.people), [(len(client.people), person) for person in range(len(client.people))]
    found = brokerage(client)
    if n == 0 or found["brokerage_pairs_asked"] == 0 < n - 1:
        return
    graph = networkx.Graph([*client.edges, *star])
    other = igraph.Graph(n + 1, [*client.edges, *star])

    assert found["constraint"] == pytest.approx(networkx.constraint(graph, [n])[n])
    assert found["constraint"] == pytest.approx(other.constraint([n])[0])
    assert found["effective_size"] == pytest.approx(networkx.effective_size(graph, [n])[n])
    assert found["client_betweenness"] == pytest.approx(other.betweenness([n])[0], abs=1e-9)
    assert found["client_betweenness"] == pytest.approx(
        networkx.betweenness_centrality(graph, normalized=False)[n], abs=1e-9
    )


@given(
    st.integers(1, 9).flatmap(
        lambda n: st.tuples(st.just(n), st.sets(st.sampled_from(naive.cohesion.pairs(n))) if n > 1 else st.just(set()))
    ),
    st.randoms(use_true_random=False),
)
def test_weighted_agrees_with_networkx_and_igraph(network, random):
    """Strengths count as they do in two other programs."""
    n, pairs = network
    ties = [(a, b, random.choice([0.25, 0.5, 1.0])) for a, b in sorted(pairs)]
    star = [(n, person, 2.0) for person in range(n)]
    graph = networkx.Graph()
    graph.add_weighted_edges_from([*ties, *star])
    other = igraph.Graph(n + 1, [(a, b) for a, b, _ in [*ties, *star]])
    other.es["weight"] = [weight for *_, weight in [*ties, *star]]
    client = Client("K", [{} for _ in range(n)], [(a, b, "yes", weight) for a, b, weight in ties])
    found = brokerage(client, client_tie=2.0)

    assert found["weighted_constraint"] == pytest.approx(networkx.constraint(graph, [n], weight="weight")[n])
    assert found["weighted_constraint"] == pytest.approx(other.constraint([n], weights="weight")[0])
    assert found["weighted_effective_size"] == pytest.approx(networkx.effective_size(graph, [n], weight="weight")[n])


def test_unknown_pairs_give_a_range():
    """Nobody asked whether two of three people have contact: the load lies between both answers."""
    found = brokerage(Client("K", [{}, {}, {}], [(0, 1, "no", None), (1, 2, "no", None), (0, 2, "unknown", None)]))

    agree(found, {"coordination_load": 1.0, "coordination_load_low": 2 / 3})


def test_nothing_asked_is_not_everybody_apart():
    """When nobody asked about any pair, nothing is known of the client's place; of one person everything is."""
    unasked = measure(caseload_of(Client("K", [{}, {}], all_asked=False)), ["brokerage"])

    agree(unasked.iloc[0], {"constraint": None, "effective_size": None, "coordination_load": None})
    assert why_missing(unasked)["constraint"].item() == "no_pair_asked"
    agree(brokerage(Client("K", [{}], all_asked=False)), {"constraint": 1.0, "effective_size": 1.0})


def test_a_strength_that_is_not_known_is_not_zero():
    """One tie without strength: no weighted measures, and the reason is said."""
    found = brokerage(Client("K", [{}, {}], [(0, 1, "yes", None)]))

    agree(found, {"strengths_unknown": 1, "weighted_constraint": None, "constraint": 1.125})


@pytest.mark.parametrize("client_tie", [0.0, -1.0, float("nan")])
def test_the_client_has_a_tie_with_everybody(client_tie):
    """Weighted measures need a strength of the client's own ties."""
    with pytest.raises(ValueError, match="above 0"):
        measure(load("voorbeeld"), ["brokerage"], cutoffs=Cutoffs(client_tie=client_tie))

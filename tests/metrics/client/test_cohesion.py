"""Density, components and fragmentation."""

import numpy as np
import pytest
from hypothesis import given

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.client.catalogue import measure, measure_network
from netwerkanalyse.metrics.network import Network
from networks import caseload_of, clients, plain


def test_worked_example():
    """The values worked out by hand."""
    found = measure(load("voorbeeld"), ["cohesion"]).loc["voorbeeld"]

    assert found["members"] == 7
    assert found["pairs_asked"] == 21
    assert found["density"] == pytest.approx(3 / 21)
    assert found["components"] == 4
    assert found["fragmentation"] == pytest.approx(0.7143, abs=5e-5)


CLIQUE = [(0, 1), (0, 2), (1, 2)]


@pytest.mark.parametrize(
    ("n", "edges", "density", "components", "fragmentation"),
    [
        (1, [], None, 1, None),
        (2, [], 0, 2, 1),
        (2, [(0, 1)], 1, 1, 0),
        (3, [], 0, 3, 1),
        (3, [(0, 1), (1, 2)], 0.6667, 1, 0),
        (3, CLIQUE, 1, 1, 0),
        (4, [(0, 1), (2, 3)], 0.3333, 2, 0.6667),
        (5, [*CLIQUE, (3, 4)], 0.4, 2, 0.6),
        (5, [*CLIQUE, (3, 4), (2, 3)], 0.5, 1, 0),
        (5, naive.cohesion.pairs(5), 1, 1, 0),
    ],
)
def test_published_fixtures(n, edges, density, components, fragmentation):
    """Values computed by other programs for ten small networks."""
    found = measure(caseload_of(plain(n, edges)), ["cohesion"]).iloc[0]

    assert found["components"] == components
    for name, expected in (("density", density), ("fragmentation", fragmentation)):
        assert found[name] == pytest.approx(np.nan if expected is None else expected, abs=5e-5, nan_ok=True)


@given(clients())
def test_agrees_with_the_definitions(client):
    """Kernel and definition agree on any small network."""
    n, ties = len(client.people), client.edges
    known = sum(present != "unknown" for _, _, present, _ in client.ties)
    unknown = naive.cohesion.pairs_unknown(n, known, len(client.ties) - known, all_asked=client.all_asked)
    low, high = naive.cohesion.density_bounds(n, ties, unknown)
    strengths = [strength for _, _, present, strength in client.ties if present == "yes"]
    groups = naive.cohesion.components(n, ties)
    expected = {
        "members": n,
        "ties": len(ties),
        "pairs_unknown": unknown,
        "pairs_asked": len(naive.cohesion.pairs(n)) - unknown,
        "density": naive.cohesion.density(n, ties, unknown),
        "density_low": low,
        "density_high": high,
        "weighted_density": naive.cohesion.weighted_density(n, strengths, unknown),
        "ties_without_strength": strengths.count(None),
        "components": len(groups),
        "largest_component": max(map(len, groups), default=0),
        "giant_share": naive.cohesion.giant_share(n, ties),
        "component_ratio": naive.cohesion.component_ratio(n, ties),
        "fragmentation": naive.cohesion.fragmentation(n, ties),
        "isolates": naive.cohesion.isolates(n, ties),
        "mean_degree": 2 * len(ties) / n if n else None,
    }
    if n > 1 and unknown == len(naive.cohesion.pairs(n)):  # nothing was asked: nothing is known of groups
        of_groups = ("components", "largest_component", "giant_share", "component_ratio", "fragmentation")
        expected.update(dict.fromkeys((*of_groups, "isolates", "mean_degree")))

    found = measure(caseload_of(client), ["cohesion"]).iloc[0]

    for name, value in expected.items():
        assert found[name] == pytest.approx(np.nan if value is None else value, nan_ok=True), name


@pytest.mark.parametrize(
    ("n", "edges", "components", "largest"),
    [(4, [(0, 2), (1, 3), (2, 3)], 1, 4), (6, [(0, 1), (2, 3), (4, 5)], 3, 2)],
)
def test_components_that_another_program_miscounts(n, edges, components, largest):
    """EgoWeb counts two groups in either network: one is a path whose ends come first, one is three pairs."""
    found = measure(caseload_of(plain(n, edges)), ["cohesion"]).iloc[0]

    assert found[["components", "largest_component"]].tolist() == [components, largest]


def test_compiled_and_plain_give_the_same_bits():
    """The compiler changes nothing but the time."""
    from netwerkanalyse.kernels.cohesion import Cohesion, cohesion
    from netwerkanalyse.metrics.measure import empty_results

    network = Network(caseload_of(plain(6, CLIQUE, "a"), plain(0, [], "b"), plain(70, [(0, 1)], "c")))
    plain_results, compiled_results = (empty_results(Cohesion, 3) for _ in range(2))
    cohesion.python(0, 3, network.graph, network.contacts, plain_results)
    cohesion.compiled(0, 3, network.graph, network.contacts, compiled_results)

    for mine, yours in zip(plain_results, compiled_results, strict=True):
        np.testing.assert_array_equal(mine, yours)


def test_knows_is_a_layer_of_its_own():
    """Who coordinates knows each other; who only knows each other does not coordinate."""
    import pandas as pd

    caseload = load("voorbeeld").with_tables(
        ties=pd.DataFrame(
            {
                "client": "voorbeeld",
                "source": ["moeder", "vriend"],
                "target": ["broer", "broer"],
                "kind": ["coordinates", "knows"],
            }
        )
    )

    assert measure_network(Network(caseload, "coordinates"), ["cohesion"])["ties"].item() == 1
    assert measure_network(Network(caseload, "knows"), ["cohesion"])["ties"].item() == 2

"""Chain or network."""

import numpy as np
import pytest
from hypothesis import given

import naive
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from regions import built, plain, regions

NAN = float("nan")
FOUR = ["connectedness", "reach_hierarchy", "chain_efficiency", "lubness"]
CHAIN, STAR, RING = [(0, 1), (1, 2), (2, 3)], [(0, 1), (0, 2), (0, 3)], [(0, 1), (1, 2), (2, 3), (3, 0)]


def chain(small):
    """The measures of the layer."""
    return measure_region(built(small), small.layer, ["region_chain"]).iloc[0]


def both_ways(ties):
    """Every tie returned."""
    return [*ties, *((b, a) for a, b in ties)]


@pytest.mark.parametrize(
    ("n", "ties", "expected"),
    [
        (4, CHAIN, (1, 1, 1, 1)),
        (4, both_ways(CHAIN), (1, 0, 0.667, 1)),
        (4, both_ways(STAR), (1, 0, 0.667, 1)),
        (4, RING, (1, 0, 0.889, 1)),
        (4, [(a, b) for a in range(4) for b in range(4) if a != b], (1, 0, 0, 1)),
        (3, [(0, 2), (1, 2)], (1, 1, 1, 0)),
        (4, [(0, 1), (1, 0), (2, 3)], (0.333, 0.5, 0.5, NAN)),
        (4, [], (0, NAN, NAN, NAN)),
    ],
    ids=["chain", "returns", "star", "ring", "complete", "two sources", "mutual and arc", "empty"],
)
def test_published_fixtures(n, ties, expected):
    """Values by R sna for eight small networks; the chain index is the mean of those that exist."""
    found = chain(plain(n, ties))

    assert found[FOUR].tolist() == pytest.approx(expected, abs=5e-4, nan_ok=True)
    assert found["chain_index"] == pytest.approx(np.nanmean(expected), abs=5e-4)
    assert found["chain_parts"] == np.isfinite(expected).sum()


def test_two_ways_to_take_components_together():
    """A mutual pair (efficiency 0) and a chain of three (efficiency 1).

    Pooled, one tie too many of 1 + 4 possible; as a mean by size 3/5.
    """
    found = chain(plain(5, [(0, 1), (1, 0), (2, 3), (3, 4)]))

    assert found["chain_efficiency"] == pytest.approx(1 - 1 / 5)
    assert found["chain_efficiency_by_part"] == pytest.approx(3 / 5)


def test_a_layer_without_direction_is_no_chain():
    """Connected or not can be told, but not which way the chain runs."""
    found = chain(plain(4, CHAIN, "agreement"))

    assert found["connectedness"] == 1
    assert found[[*FOUR[1:], "chain_index"]].isna().all()


def test_above_a_size_pairs_are_not_compared():
    """Too large to compute is missing with a reason, and the index is made of the other three."""
    found = measure_region(
        built(plain(4, CHAIN)), "referral", ["region_chain"], cutoffs=RegionCutoffs(lub_organisations_at_most=3)
    )

    assert found["chain_parts"].item() == 3
    assert why_missing(found)["lubness"].item() == "too_many_organisations"


@given(regions())
def test_agrees_with_the_definitions(small):
    """Groups and counts agree with looking at every pair."""
    found = chain(small)
    expected = {"connectedness": naive.region.connectedness(small.size, small.arcs)}
    for name in ("reach_hierarchy", "chain_efficiency", "chain_efficiency_by_part", "lubness"):
        expected[name] = getattr(naive.region, name)(small.size, small.arcs) if small.directed else None

    for name, value in expected.items():
        assert found[name] == pytest.approx(NAN if value is None else value, nan_ok=True), name

"""Distances over those who reach each other."""

import pytest
from hypothesis import given

import naive
from netwerkanalyse.metrics.region.catalogue import measure_region
from regions import built, plain, regions


def distances(small):
    """The measures of the layer."""
    return measure_region(built(small), small.layer, ["region_distances"]).iloc[0].drop("distances_answered")


def test_a_chain_of_three():
    """From first to last two steps; back there is no path."""
    found = distances(plain(3, [(0, 1), (1, 2)]))

    assert found.tolist() == [3, 3, pytest.approx(4 / 3), 2]
    assert distances(plain(3, [(0, 1), (1, 2)], "agreement")).tolist() == [3, 0, pytest.approx(4 / 3), 2]


@given(regions())
def test_agrees_with_the_definitions(small):
    """Counting by length equals walking from everybody."""
    found = distances(small)
    steps = [naive.region.steps(a, b, small.arcs) for a, b in small.pairs]
    known = [step for step in steps if step is not None]

    assert found["reachable_pairs"] == len(known)
    assert found["unreachable_pairs"] == len(steps) - len(known)
    assert found["mean_distance"] == pytest.approx(sum(known) / len(known) if known else float("nan"), nan_ok=True)
    assert found["diameter"] == pytest.approx(max(known, default=float("nan")), nan_ok=True)

"""Five roles of brokers, what chance would give, and tests by simulation."""

import numpy as np
import pytest
from hypothesis import given, settings

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.position.brokerage import ROLES
from netwerkanalyse.metrics.region.position.brokerage_test import brokerage_test
from regions import SmallRegion, built, regions, tied


def brokerage(small):
    """The measures of every organisation."""
    return measure_region(built(small), small.layer, ["region_brokerage"], level=Level.ORGANISATION)


@pytest.mark.parametrize(
    ("sectors", "role"),
    [
        (("welfare", "welfare", "welfare"), "coordinator"),
        (("welfare", "insurer", "welfare"), "itinerant"),
        (("welfare", "welfare", "insurer"), "representative"),
        (("welfare", "insurer", "insurer"), "gatekeeper"),
        (("welfare", "insurer", "housing_corporation"), "liaison"),
    ],
)
def test_names_of_roles(sectors, role):
    """A path a -> broker -> b: the name of the role follows from the three sectors."""
    found = brokerage(tied(sectors, [(0, 1), (1, 2)])).iloc[1]

    assert found[list(ROLES)].tolist() == [name in {role, "brokerage_total"} for name in ROLES]


def test_without_direction_every_pair_counts_twice():
    """The same path both ways: a representative is as much a gatekeeper."""
    found = brokerage(tied(("welfare", "welfare", "insurer"), [(0, 1), (1, 2)], "agreement")).iloc[1]

    assert found[["representative", "gatekeeper", "brokerage_total"]].tolist() == [1, 1, 2]
    assert np.isnan(found["gatekeeper_z"])


@given(regions())
def test_agrees_with_the_definition(small):
    """Counting paths by sector equals looking at every triple; who has no sector is left out."""
    found = brokerage(small)
    for node, row in enumerate(found.to_dict("records")):
        expected = naive.region.brokerage_roles(node, small.arcs, small.sectors)
        assert row["org_sector_known"] == (small.sectors[node] is not None)
        for name in ROLES[:-1]:
            value = expected.count(name) if expected is not None and small.known_both(node) else np.nan
            assert row[name] == pytest.approx(value, nan_ok=True), name


@pytest.mark.parametrize("sizes", [(3, 1), (2, 2), (2, 1, 1)], ids=str)
def test_expectation_and_variance_are_those_of_all_networks(sizes):
    """All 4096 networks of four organisations with six ties expected: exact mean and variance of every role."""
    sectors = [
        group for group, size in zip(("welfare", "insurer", "education"), sizes, strict=False) for _ in range(size)
    ]
    found = brokerage(tied(sectors, [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)])).to_dict("records")

    exact = naive.region.brokerage_by_chance(sectors, density=0.5)
    for node, row in enumerate(found):
        for name in ROLES[:-1]:
            mean, variance = exact[node, name]
            assert row[f"{name}_expected"] == pytest.approx(mean), name
            assert row[f"{name}_sd"] ** 2 == pytest.approx(variance), name


def test_no_variance_gives_no_z():
    """Who is alone in a sector can never be a coordinator."""
    found = brokerage(tied(("welfare", "insurer", "insurer"), [(0, 1), (1, 2)]))

    assert found["coordinator_sd"].iloc[0] == 0
    assert np.isnan(found["coordinator_z"].iloc[0])


LIAISONS = tied(
    ["welfare", "insurer", "education"] * 4,
    [(a, b) for a in range(12) for b in range(12) if (b - a) % 3 == 1 and (a + b) % 5],
)


def test_simulation_finds_what_is_planted():
    """All ties run from sector to sector in a circle: more liaisons than with sectors dealt out anew."""
    found = brokerage_test(RegionNetwork(built(LIAISONS), "referral"), draws=19)

    assert found.loc[("shuffled_sectors", "liaison"), "p_at_least"] == 1 / 20
    assert found.loc[("shuffled_sectors", "coordinator"), "counted"] == 0
    totals = found.xs("brokerage_total", level="role")
    assert totals.loc["shuffled_sectors", ["p_at_least", "p_at_most", "sd"]].tolist() == [1, 1, 0]


def test_of_an_unknown_layer_nothing_is_counted():
    """Where no pair is known, that there are no brokers is not known either."""
    unknown = SmallRegion(("welfare",) * 3, ((0, 1, "unknown", None),), all_asked=False)
    assert brokerage_test(RegionNetwork(built(unknown), "referral"), draws=9).isna().all(axis=None)


@pytest.mark.parametrize("layer", ["referral", "agreement"])
def test_draws_are_networks_with_as_many_ties(layer):
    """Two networks of three with all ties: every draw is that network, so that nothing differs from chance."""
    all_ties = tied(["welfare", "insurer", "welfare"], [(a, b) for a in range(3) for b in range(3) if a != b], layer)
    found = brokerage_test(RegionNetwork(built(all_ties), layer), draws=9)

    assert (found["counted"] == found["mean"]).all()
    assert (found[["p_at_least", "p_at_most"]] == 1).all(axis=None)


@settings(max_examples=20)
@given(regions())
def test_the_same_seed_gives_the_same_table(small):
    """Any region can be tested, again and again."""
    network = RegionNetwork(built(small), small.layer)

    first, second = (brokerage_test(network, draws=3, seed=5) for _ in range(2))
    assert first.equals(second)
    assert first["p_at_least"].between(0.25, 1).all()

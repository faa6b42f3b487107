"""Structural holes, cut organisations and bridges."""

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.robustness.cuts import bridges
from regions import SmallRegion, built, plain, regions

NAN = float("nan")


def holes(small):
    """The measures of every organisation."""
    return measure_region(built(small), small.layer, ["region_holes"], level=Level.ORGANISATION)


@pytest.mark.parametrize(
    ("ties", "constraint", "size"),
    [([(0, 1)], 1, 1), ([(0, 1), (0, 2), (1, 2)], 1.125, 1), ([(0, 1), (0, 2)], 0.5, 2)],
    ids=["one partner", "two tied partners", "two partners apart"],
)
def test_published_fixtures(ties, constraint, size):
    """Constraint can exceed 1; partners who know each other count for one."""
    found = holes(plain(3, ties, "agreement")).iloc[0]

    assert found["org_constraint"] == pytest.approx(constraint)
    assert found["org_effective_size"] == pytest.approx(size)
    assert found["org_efficiency"] == pytest.approx(size / found["partners"])


def test_hierarchy_of_equals_is_zero():
    """The middle of a star is bound to all alike; who has one strong and one weak tie is not."""
    star = holes(plain(4, [(0, 1), (0, 2), (0, 3)], "agreement")).iloc[0]
    rows = ((0, 1, "yes", 9.0), (0, 2, "yes", 1.0))
    uneven = holes(SmallRegion((None,) * 3, rows, "agreement")).iloc[0]
    shares = [2 * 0.81 / 0.82, 2 * 0.01 / 0.82]

    assert star["org_hierarchy"] == pytest.approx(0, abs=1e-12)
    assert uneven["org_constraint_weighted"] == pytest.approx(0.82)
    assert uneven["org_hierarchy_weighted"] == pytest.approx(
        sum(share * math.log(share) for share in shares) / (2 * math.log(2))
    )


def test_weighted_measures_need_every_value():
    """One tie without value leaves all weighted measures missing, and the plain ones there."""
    found = holes(SmallRegion((None,) * 3, ((0, 1, "yes", 2.0), (1, 2, "yes", None))))

    assert found["org_constraint_weighted"].isna().all()
    assert found["org_constraint"].notna().all()


@given(regions())
def test_agrees_with_the_definitions(small):
    """Listing triangles agrees with summing over all pairs of partners."""
    found = holes(small)
    for node, row in enumerate(found.to_dict("records")):
        for name, value in naive.region.holes(node, small.arcs).items():
            assert row[name] == pytest.approx(NAN if value is None else value, nan_ok=True, abs=1e-9), name


@given(regions())
def test_cuts_agree_with_networkx(small):
    """Cut organisations and bridges, direction forgotten."""
    region = built(small)
    graph = nx.Graph(sorted(small.arcs))
    graph.add_nodes_from(range(small.size))
    by_organisation = measure_region(region, small.layer, ["region_cut_organisations"], level=Level.ORGANISATION)
    whole = measure_region(region, small.layer, ["region_cuts"]).iloc[0]
    expected = {frozenset(f"O{end}" for end in bridge) for bridge in nx.bridges(graph)}
    found = bridges(RegionNetwork(region, small.layer))

    assert np.flatnonzero(by_organisation["cut_organisation"]).tolist() == sorted(nx.articulation_points(graph))
    assert whole["cut_organisations"] == by_organisation["cut_organisation"].sum()
    assert set(map(frozenset, found.to_numpy().tolist())) == expected
    assert whole["region_bridges"] == len(expected) == by_organisation["bridges_held"].sum() / 2

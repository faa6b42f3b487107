"""Ties within and between sectors."""

import networkx as nx
import pytest
from hypothesis import given

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from regions import built, regions, tied

SECTORS = ["welfare", "welfare", "municipality", None]


def test_every_pair_of_sectors_once_or_both_ways():
    """Two of welfare and a municipality: within a sector of one there are no pairs, so no density."""
    ties = [(0, 1), (0, 2), (2, 3)]
    directed = measure_region(built(tied(SECTORS, ties)), "referral", level=Level.SECTOR)
    undirected = measure_region(built(tied(SECTORS, ties, "agreement")), "agreement", level=Level.SECTOR)

    assert directed["sector_density"].to_dict() == {
        ("welfare", "welfare"): 0.5,
        ("welfare", "municipality"): 0.5,
        ("municipality", "welfare"): 0,
        ("municipality", "municipality"): pytest.approx(float("nan"), nan_ok=True),
    }
    assert undirected["sector_density"].to_dict() == {
        ("welfare", "welfare"): 1,
        ("municipality", "welfare"): 0.5,
        ("municipality", "municipality"): pytest.approx(float("nan"), nan_ok=True),
    }


@given(regions())
def test_blocks_agree_with_the_definition(small):
    """Every block: its pairs by what was answered."""
    found = measure_region(built(small), small.layer, ["sector_density"], level=Level.SECTOR)

    assert set(found.index.get_level_values(0)) == set(small.sectors) - {None}
    for (one, other), row in found.iterrows():
        block = {(one, other)} if small.directed else {(one, other), (other, one)}
        answers = [small.answer((a, b)) for a, b in small.pairs if (small.sectors[a], small.sectors[b]) in block]
        low, high = naive.region.region_density_bounds(answers)
        expected = {
            "sector_pairs": len(answers),
            "sector_pair_ties": answers.count("yes"),
            "sector_pairs_unknown": answers.count("unknown"),
            "sector_pairs_no_response": answers.count("no_response"),
            "sector_density": naive.region.region_density(answers) if small.absence_told else None,
            "sector_density_low": low,
            "sector_density_high": high,
        }
        for name, value in expected.items():
            assert row[name] == pytest.approx(float("nan") if value is None else value, nan_ok=True), name


@given(regions())
def test_mixing_agrees_with_the_definition(small):
    """E-I by its definition; assortativity as networkx computes it."""
    found = measure_region(built(small), small.layer, ["sector_mixing"]).iloc[0]
    sectors = small.sectors
    known = {(a, b) for a, b in small.arcs if sectors[a] and sectors[b]}
    value = naive.region.ei(known, sectors)

    assert found["region_sector_ei"] == pytest.approx(float("nan") if value is None else value, nan_ok=True)
    assert found["ties_sector_unknown"] == len(small.arcs - known) / (1 if small.directed else 2)
    if len({sectors[end] for arc in known for end in arc}) > 1:
        graph = nx.DiGraph(sorted(known))
        nx.set_node_attributes(graph, dict(enumerate(sectors)), "sector")
        peer = nx.attribute_assortativity_coefficient(graph, "sector")
        assert found["sector_assortativity"] == pytest.approx(peer)

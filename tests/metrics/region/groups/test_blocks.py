"""Closely-knit groups: how many must go before one falls apart."""

import networkx as nx
import pytest
from hypothesis import given, settings

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.groups.blocks import blocks
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.model.vocabulary import SECTOR
from regions import built, plain, regions, tied

NAN = float("nan")


def whole(small, cutoffs=None):
    """The measures of the layer."""
    return measure_region(built(small), small.layer, ["region_cohesion"], cutoffs=cutoffs).iloc[0]


def cohesion(small, cutoffs=None):
    """The cohesion of every organisation."""
    frame = measure_region(
        built(small), small.layer, ["organisation_cohesion"], level=Level.ORGANISATION, cutoffs=cutoffs
    )
    return frame["cohesion"].tolist()


def test_four_all_tied_with_a_tail():
    """The four stand the loss of any two; the tail hangs on one."""
    small = plain(6, [(a, b) for a in range(4) for b in range(a)] + [(3, 4), (4, 5)], "agreement")

    assert cohesion(small) == [3, 3, 3, 3, 1, 1]
    assert whole(small)[["node_connectivity", "inner_cohesion", "inner_organisations"]].tolist() == [1, 3, 4]


def test_pieces_and_complete():
    """In pieces already: nothing need go. All tied: all but one must go."""
    assert whole(plain(4, [(0, 1), (2, 3)], "agreement"))["node_connectivity"] == 0
    assert whole(plain(4, [(0, 1), (2, 3)], "agreement"))["inner_groups"] == 2
    assert whole(plain(4, [(a, b) for a in range(4) for b in range(a)], "agreement"))["node_connectivity"] == 3


def test_moody_and_white_as_networkx():
    """The largest k of every node of the karate club, as networkx finds it."""
    graph = nx.karate_club_graph()
    largest = dict.fromkeys(graph, 0)
    for k, groups in sorted(nx.k_components(graph).items()):
        largest |= {node: k for group in groups for node in group}

    assert cohesion(plain(34, graph.edges, "agreement")) == [largest[node] for node in range(34)]


@settings(max_examples=60, deadline=None)
@given(regions())
def test_agrees_with_the_definition(small):
    """Taking organisations out of every group until it falls into pieces."""
    ties, n = small.arcs, small.size
    strength = {group: naive.region_groups.withstands(group, ties) for group in naive.region_groups.groups_of(n)}
    found = whole(small)
    each = [max(k for group, k in strength.items() if node in group) for node in range(n)]
    assert cohesion(small) == each
    if n > 1:
        side = [SECTOR.group(sector) if sector else "" for sector in small.sectors]
        both = [k for group, k in strength.items() if {"medical", "social"} <= {side[node] for node in group}]
        inside = {node for node in range(n) if each[node] == max(each)}
        assert found["node_connectivity"] == strength[tuple(range(n))]
        assert found["inner_cohesion"] == max(each)
        assert found["cross_cohesion"] == pytest.approx(max(both, default=NAN), nan_ok=True)
        if max(each):
            assert found["inner_organisations"] == len(inside)
            assert found["inner_sectors"] == len({small.sectors[node] for node in inside} - {None})
            assert found["inner_sector_unknown"] == sum(small.sectors[node] is None for node in inside)


def test_groups_are_listed():
    """The closest-knit group first, with who is in it."""
    small = tied(["welfare", "insurer", "mental_health_care", "welfare"], [(0, 1), (1, 2), (0, 2), (2, 3)], "agreement")
    frame = blocks(RegionNetwork(built(small), "agreement"))

    assert frame[frame["group"] == 1]["organisation"].tolist() == ["O0", "O1", "O2"]
    assert frame.groupby("group")["cohesion"].first().tolist() == [2, 1]


def test_a_large_layer_is_not_searched():
    """Above a size the search takes too long; the list is empty and the measures say why."""
    small, cutoffs = plain(4, [(0, 1), (1, 2)], "agreement"), RegionCutoffs(cohesion_at_most=3)

    assert cohesion(small, cutoffs) == pytest.approx([NAN] * 4, nan_ok=True)
    assert not whole(small, cutoffs)["groups_sought"]
    assert blocks(RegionNetwork(built(small), "agreement", cutoffs)).empty

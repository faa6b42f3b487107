"""What a layer loses when organisations fall away: one, two, or one after another."""

from itertools import combinations, permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

import naive
from netwerkanalyse.kernels.giant import giant_sizes
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.robustness.losing import worst_joint_losses
from netwerkanalyse.metrics.region.robustness.removal import measure_removal, removal_curves
from regions import built, plain, regions


def losing(small, **cutoffs):
    """The measures of every organisation."""
    return measure_region(
        built(small), small.layer, ["region_losing"], level=Level.ORGANISATION, cutoffs=RegionCutoffs(**cutoffs)
    )


def network(small):
    """The layer, ready to measure."""
    return RegionNetwork(built(small), small.layer)


def neighbours(n, ties):
    """Offsets and neighbours, every tie in both directions."""
    both = [*ties, *((j, i) for i, j in ties)]
    found = [sorted({j for i, j in both if i == node}) for node in range(n)]
    return np.cumsum([0, *map(len, found)]), np.array([j for one in found for j in one], dtype=np.int32)


def test_a_star_hangs_on_its_middle():
    """Without the middle of a star of five the four others are apart; without another nothing changes for the rest."""
    found = losing(plain(5, [(0, 1), (0, 2), (0, 3), (0, 4)], "agreement"))

    assert found["parts_without"].tolist() == [4, 1, 1, 1, 1]
    assert found["largest_share_without"].tolist() == [1 / 4, 1, 1, 1, 1]
    assert found["pairs_cut_off"].tolist() == [6, 0, 0, 0, 0]
    assert found["connection_lost"].tolist() == [1, 0, 0, 0, 0]
    assert found["reach_lost"].tolist() == [1, 0, 0, 0, 0]


def test_direction_counts_for_reach():
    """With a shortcut nobody is out of reach without B; in a ring one way every loss leaves half of the reach."""
    shortcut = losing(plain(3, [(0, 1), (1, 2), (0, 2)]))
    detour = losing(plain(3, [(0, 2), (2, 1), (1, 0)]))

    assert shortcut["reach_lost"].tolist() == [0, 0, 0]
    assert detour["connection_lost"].tolist() == [0, 0, 0]
    assert detour["reach_lost"].tolist() == [1 / 2, 1 / 2, 1 / 2]


def test_too_many_organisations_for_reach():
    """Above the cut-off reach is not worked out in a layer with direction; without direction it is connection."""
    ties = [(0, 1), (1, 2)]

    assert losing(plain(3, ties), reach_organisations_at_most=2)["reach_lost"].isna().all()
    assert losing(plain(3, ties, "agreement"), reach_organisations_at_most=2)["reach_lost"].tolist()[1] == 1


@settings(deadline=None, max_examples=60)
@given(regions())
def test_losing_one_agrees_with_the_definitions(small):
    """Parts, the largest part, pairs that lose each other, and reach along direction."""
    found = losing(small)
    n, arcs = small.size, small.arcs
    for node, (_, row) in enumerate(found.iterrows()):
        before = {pair for pair in naive.layers.connected_pairs(n, arcs) if node not in pair}
        after = naive.layers.connected_pairs(n, arcs, {node})
        assert row["parts_without"] == naive.layers.parts_left(n, arcs, {node})
        assert row["largest_without"] == naive.layers.giant(n, arcs, {node})
        assert (row["pairs_connected"], row["pairs_cut_off"]) == (len(before), len(before - after))
        rest = {pair for pair in arcs if node not in pair}
        others = [one for one in range(n) if one != node]
        could = {(a, b) for a in others for b in naive.region.reached(a, arcs) if b not in {a, node}}
        still = {(a, b) for a in others for b in naive.region.reached(a, rest) if a != b}
        assert row["others_in_reach"] == len(could)
        share = len(could - still) / len(could) if could else float("nan")
        assert row["reach_lost"] == pytest.approx(share, nan_ok=True)


@settings(deadline=None, max_examples=60)
@given(regions())
def test_losing_two_agrees_with_the_definitions(small):
    """Every pair whose loss cuts others off is listed, worst first."""
    n, arcs = small.size, small.arcs
    found = worst_joint_losses(network(small), count=100)
    expected = {}
    for pair in combinations(range(n), 2):
        before = {one for one in naive.layers.connected_pairs(n, arcs) if not {*one} & {*pair}}
        if lost := len(before - naive.layers.connected_pairs(n, arcs, pair)):
            parts, share = naive.layers.parts_left(n, arcs, pair), naive.layers.giant(n, arcs, pair) / (n - 2)
            expected[tuple(f"O{one}" for one in pair)] = (lost, parts, pytest.approx(share))

    columns = ["cut_off_together", "parts_left", "largest_share_left"]
    assert dict(zip(found.index, found[columns].itertuples(index=False, name=None), strict=True)) == expected
    assert found["cut_off_together"].is_monotonic_decreasing


def test_two_that_stand_in_for_each_other():
    """In a ring of six no single loss cuts anybody off; opposite ones together cut off most."""
    ring = plain(6, [(i, (i + 1) % 6) for i in range(6)], "agreement")
    found = worst_joint_losses(network(ring), count=1)

    assert found.index.tolist() == [("O0", "O3"), ("O1", "O4"), ("O2", "O5")]
    assert found["cut_off_together"].tolist() == [4, 4, 4]
    assert found["cut_off_by_one"].tolist() == [0, 0, 0]


@settings(deadline=None, max_examples=60)
@given(regions())
def test_the_largest_part_while_everybody_goes(small):
    """Putting organisations back one by one gives what taking them away one by one gives."""
    n = small.size
    orders = np.array(list(permutations(range(n)))[:7], dtype=np.int64)
    out = np.full(orders.shape, np.nan)
    giant_sizes.python(orders, *neighbours(n, small.arcs), out)

    for order, sizes in zip(orders.tolist(), out.tolist(), strict=True):
        assert sizes == [naive.layers.giant(n, small.arcs, order[: gone + 1]) for gone in range(n)]


def test_compiled_and_plain_give_the_same_bits():
    """The compiler changes nothing but the time."""
    rng = np.random.default_rng(3)
    arrays = neighbours(30, [tuple(pair) for pair in rng.integers(0, 30, (40, 2)).tolist() if pair[0] != pair[1]])
    orders = rng.permuted(np.tile(np.arange(30), (5, 1)), axis=1)
    mine, yours = np.zeros((2, 5, 30))
    giant_sizes.python(orders, *arrays, mine)
    giant_sizes.compiled(orders, *arrays, yours)

    np.testing.assert_array_equal(mine, yours)


def test_the_area_under_removal_curves():
    """All tied to all: (N - 1) / (2 N) whatever the order; nobody tied, or a star without its middle: (N - 1) / N²."""
    everybody = [(i, j) for i in range(6) for j in range(i)]
    full, none = (measure_removal(network(plain(6, ties, "agreement"))).iloc[0] for ties in (everybody, []))
    star = measure_removal(network(plain(6, [(0, i) for i in range(1, 6)], "agreement"))).iloc[0]
    names = ["removal_random", "removal_random_low", "removal_degree", "removal_betweenness"]

    assert full[names].tolist() == pytest.approx([5 / 12] * 4)
    assert full["removal_most"] == 5 / 12
    assert none[names].tolist() == pytest.approx([5 / 36] * 4)
    assert star[["removal_degree", "removal_betweenness"]].tolist() == pytest.approx([5 / 36] * 2)


def test_random_removal_is_the_mean_of_all_orders():
    """A path of three: the middle goes first, second or third, which gives 2, 3 and 3 in all, over nine."""
    path = network(plain(3, [(0, 1), (1, 2)], "agreement"))
    found = measure_removal(path, draws=2000).iloc[0]

    assert found["removal_random"] == pytest.approx(8 / 27, abs=4 * np.sqrt(2 / 9) / 9 / np.sqrt(2000))
    assert [found["removal_random_low"], found["removal_random_high"]] == pytest.approx([2 / 9, 3 / 9])


def test_curves_of_a_known_graph():
    """Zachary's club, busiest first: the largest part as networkx finds it. Equals never matter up to the third."""
    club = nx.karate_club_graph()
    found = removal_curves(network(plain(34, list(club.edges), "agreement")), draws=20)
    graph, expected = club.copy(), [1.0]
    for node in (33, 0, 32):
        graph.remove_node(node)
        expected.append(max(map(len, nx.connected_components(graph))) / 34)

    assert found.loc["degree", "largest_share"].tolist()[:4] == pytest.approx(expected)
    assert found.loc["random", "largest_share"].tolist()[-1] == 0
    assert (found["low"] <= found["largest_share"] + 1e-9).all()
    assert (found["largest_share"] <= found["high"] + 1e-9).all()
    assert removal_curves(network(plain(0, [])), draws=5)["largest_share"].isna().all()

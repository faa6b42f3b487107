"""Whether organisations find the same goals important."""

from itertools import combinations
from statistics import pstdev

import pandas as pd
import pytest
from hypothesis import given, settings

import naive
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from partnerships import Plain, built, partnerships, planted


def whole(plain, **cutoffs):
    """The measures of the region."""
    return measure_partnership(built(plain), ["region_goals"], cutoffs=RegionCutoffs(**cutoffs))


def rating(*orders, sectors=None):
    """Organisations that each score goals."""
    goals = {(who, goal): score for who, order in enumerate(orders) for goal, score in enumerate(order)}
    return Plain(sectors or (None,) * len(orders), goals=goals)


def test_the_same_order_and_the_reverse():
    """Three the same: full consensus. One turned around: of three pairs two are as far apart as can be."""
    same = whole(rating(range(5), range(5), range(5))).iloc[0]
    turned = whole(rating(range(5), range(5), range(4, -1, -1))).iloc[0]

    assert same["goal_consensus"] == same["goal_score_consensus"] == 1
    assert turned["goal_consensus"] == pytest.approx(1 / 3)


def test_only_the_order_counts_for_the_first_and_the_height_for_the_second():
    """High marks and low marks in one order agree in order, and not in score."""
    found = whole(rating((1, 2, 3, 4, 5), (6, 7, 8, 9, 10), (1, 2, 3, 4, 5))).iloc[0]

    assert found["goal_consensus"] == 1
    assert found["goal_score_consensus"] == pytest.approx(1 - pstdev([1, 6, 1]) / 4.5)


def test_a_tie_counts_for_half():
    """Who finds all goals equal is half way from everybody who orders them."""
    found = whole(rating((1, 2, 3, 4, 5), (1, 1, 1, 1, 1), (1, 2, 3, 4, 5))).iloc[0]

    assert found["goal_consensus"] == pytest.approx(1 - (1 / 2 + 1 / 2 + 0) / 3)


@pytest.mark.parametrize(
    ("plain", "reason"),
    [
        (Plain((None,) * 3), "nobody_rated_goals"),
        (rating(range(5), range(5)), "suppressed_few_raters"),
        (rating(range(4), range(4), range(4)), "too_few_goals_rated"),
        (rating(range(5), range(5), range(5), (), (), ()), "too_few_goals_rated"),
    ],
)
def test_too_few(plain, reason):
    """Nobody, two raters, four goals, half of the organisations: no single number, and the reason why."""
    assert why_missing(whole(plain))["goal_consensus"].item() == reason


def test_half_of_the_answers_leaves_a_range():
    """Three of six agree fully: of fifteen pairs three are known, the others could be anything."""
    found = whole(rating(range(5), range(5), range(5), (), (), ())).iloc[0]

    assert found[["goal_consensus_low", "goal_consensus_high"]].tolist() == pytest.approx([3 / 15, 1])
    assert found["goal_response"] == 1 / 2


@settings(deadline=None, max_examples=60)
@given(partnerships())
def test_agrees_with_the_definitions(plain):
    """Kendall's distance over all pairs, and the scaled standard deviation over all goals."""
    found = whole(plain, smallest_raters=1, response_from=0, network_goals_from=0).iloc[0]
    scores = {who: {} for who in range(plain.size)}
    for (who, goal), score in plain.goals.items():
        scores[who][goal] = score
    members = [who for who in scores if scores[who] or (plain.autonomous or (True,) * plain.size)[who]]
    known = {
        pair: distance
        for pair in combinations(members, 2)
        if (distance := naive.layers.goal_distance(scores[pair[0]], scores[pair[1]])) is not None
    }
    by_goal = [[one[goal] for one in scores.values() if goal in one] for goal in range(6)]
    several = [one for one in by_goal if len(one) >= 2]
    marks = list(plain.goals.values())
    assert found["goal_pairs_compared"] == len(known)
    assert found["goals_rated"] == len(several)
    if known:
        pairs = len(members) * (len(members) - 1) / 2
        assert found["goal_consensus"] == pytest.approx(1 - sum(known.values()) / len(known))
        assert found["goal_consensus_high"] == pytest.approx(1 - sum(known.values()) / pairs)
        assert found["goal_consensus_low"] == pytest.approx((len(known) - sum(known.values())) / pairs)
    if several and max(marks) > min(marks):
        spread = sum(map(pstdev, several)) / len(several) / ((max(marks) - min(marks)) / 2)
        assert found["goal_score_consensus"] == pytest.approx(1 - spread)


def test_sectors_apart():
    """Each sector agrees within, and is the reverse of the other; of a small sector its rows tell: all are hidden.

    Of two insurers the row with welfare tells what these two said, and so does the whole less the row of welfare.
    """
    sectors = ("welfare",) * 3 + ("insurer",) * 3
    region = built(rating(*[range(5)] * 3, *[range(4, -1, -1)] * 3, sectors=sectors))
    found = measure_partnership(region, ["sector_goals"], level=Level.SECTOR)
    small = built(rating(*[range(5)] * 5, sectors=("welfare",) * 3 + ("insurer",) * 2))
    hidden = measure_partnership(small, ["sector_goals"], level=Level.SECTOR)

    assert sorted(found["sector_goal_consensus"]) == [0, 1, 1]
    assert found["sector_goal_pairs"].tolist() == [3, 9, 3]
    assert hidden["sector_goal_organisations"].tolist() == [3, 5, 2]
    assert hidden["sector_goal_consensus"].isna().all()


def test_one_without_a_sector_is_not_what_is_left():
    """Two sectors of three, and one organisation without: the whole less all rows would be about that one."""
    region = built(rating(*[range(5)] * 7, sectors=("welfare",) * 3 + ("insurer",) * 3 + (None,)))
    found = measure_partnership(region, ["sector_goals"], level=Level.SECTOR)

    assert sorted(found["sector_goals_shown"]) == [False, False, True]


def test_one_pair_to_compare_is_not_shown():
    """Three rated, of whom one a single goal: the consensus would be how the two others differ."""
    found = why_missing(whole(rating(range(5), range(4, -1, -1), (1,)), network_goals_from=1))

    assert (
        found[["goal_consensus", "goal_consensus_low", "goal_score_consensus"]]
        .eq("suppressed_few_raters")
        .all(axis=None)
    )


@settings(deadline=None, max_examples=60)
@given(partnerships(most=8))
def test_sectors_beside_the_whole_tell_of_nobody(plain):
    """Rows that are shown, and the whole less these, are about three organisations at least, on every side of a row."""
    found = measure_partnership(built(plain), ["sector_goals"], level=Level.SECTOR)["sector_goal_consensus"].dropna()
    scores = {who: {g: score for (one, g), score in plain.goals.items() if one == who} for who in range(plain.size)}
    pairs = {
        pair
        for pair in combinations(range(plain.size), 2)
        if naive.layers.goal_distance(scores[pair[0]], scores[pair[1]]) is not None
    }
    rows = {
        index: {pair for pair in pairs if sorted(str(plain.sectors[one]) for one in pair) == sorted(index)}
        for index in found.index
    }

    for (one, other), row in rows.items():
        for sector in (one, other):
            assert len({end for pair in row for end in pair if plain.sectors[end] == sector}) >= 3
    if rows:
        told = {sector for index in found.index for sector in index}
        left = pairs - set().union(*rows.values())
        outside = {end for pair in left for end in pair if plain.sectors[end] not in told}
        assert len(outside) not in {1, 2}
        assert bool(left) == bool(outside)


def test_the_made_region_agrees_within_sectors():
    """In the made region taste belongs to the sector: every sector agrees more within than with others."""
    found = measure_partnership(built(planted()), ["sector_goals"], level=Level.SECTOR)["sector_goal_consensus"]
    within = found[[one == other for one, other in found.index]]

    assert within.min() > found.drop(within.index).max()
    assert not pd.isna(whole(planted())["goal_consensus"].item())

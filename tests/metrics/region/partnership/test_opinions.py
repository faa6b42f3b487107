"""Trust, value and goals against a second reading of their definitions, with blanks in every cell that may be blank."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from netwerkanalyse.model.region import Region
from partnerships import TRUST_ITEMS, VALUE_ITEMS

OPEN = RegionCutoffs(smallest_raters=1, response_from=0, network_goals_from=0)
NAN = float("nan")


@st.composite
def opinions(draw):
    """Who decides for itself, and rows of ratings and of goals: blanks, of itself, of one item, in any order."""
    autonomous = draw(st.lists(st.sampled_from((True, True, False, None)), min_size=1, max_size=5))
    who = st.integers(0, len(autonomous) - 1)
    mark = st.none() | st.integers(1, 4)
    items = st.sampled_from((*TRUST_ITEMS, *VALUE_ITEMS))
    ratings = draw(st.dictionaries(st.tuples(who, who, items), mark, max_size=40))
    goals = draw(st.dictionaries(st.tuples(who, st.integers(0, 4)), st.none() | st.integers(0, 5), max_size=20))
    return (
        autonomous,
        [(*key, score) for key, score in ratings.items()],
        [(*key, score) for key, score in goals.items()],
    )


def region_of(autonomous, ratings, goals):
    """The region as the package reads it."""
    said = pd.DataFrame(ratings, columns=["rater", "rated", "item", "score"])
    marks = pd.DataFrame(goals, columns=["organisation", "goal", "score"])
    names = [f"O{one}" for one in range(len(autonomous))]
    return Region.build(
        {
            "organisations": pd.DataFrame({"organisation": names, "autonomous": autonomous}),
            "ratings": said.assign(
                rater=said["rater"].map("O{}".format), rated=said["rated"].map("O{}".format), score=said["score"]
            ),
            "goal_ratings": marks.assign(
                organisation=marks["organisation"].map("O{}".format), goal=marks["goal"].map("doel {}".format)
            ),
        }
    )


def plainly(value):
    """A plain number; None is missing."""
    return NAN if value is None else float(value)


@settings(deadline=None, max_examples=35)
@given(opinions())
def test_ratings_agree_with_the_second_reading(drawn):
    """Raters and score of every organisation on both scales, density and centralisation of the whole."""
    autonomous, ratings, _ = drawn
    region, everybody = region_of(*drawn), range(len(autonomous))
    table = measure_partnership(region, ["region_ratings"], level=Level.ORGANISATION)
    whole = measure_partnership(region, ["region_trust"], cutoffs=OPEN).iloc[0]
    named = {end for one, other, _, _ in ratings for end in (one, other)}
    members = [one for one in everybody if autonomous[one] or one in named]

    for scale, items in (("trust", TRUST_ITEMS), ("value", VALUE_ITEMS)):
        for one in everybody:
            count, mean = naive.opinions.received(ratings, items, one, everybody)
            assert table[f"{scale}_raters"].iloc[one] == count
            assert table[f"{scale}_score"].iloc[one] == pytest.approx(plainly(mean), nan_ok=True)
    rated, trusting, spread = naive.opinions.trust(ratings, TRUST_ITEMS, members)
    assert whole["rating_organisations"] == len(members)
    assert whole["trust_pairs_rated"] == rated
    assert whole["trust_density"] == pytest.approx(trusting / rated if rated else NAN, nan_ok=True)
    assert whole["trust_centralisation"] == pytest.approx(plainly(spread) if rated else NAN, nan_ok=True)


@settings(deadline=None, max_examples=35)
@given(opinions())
def test_goals_agree_with_the_second_reading(drawn):
    """Who rated, which goals, how far pairs are apart in order, and how far apart the marks are."""
    _, _, goals = drawn
    found = measure_partnership(region_of(*drawn), ["region_goals"], cutoffs=OPEN).iloc[0]
    respondents = {who for who, _, score in goals if score is not None}
    compared, order = naive.opinions.consensus(goals, range(5))

    assert found["goal_respondents"] == len(respondents)
    assert found["goal_pairs_compared"] == compared
    assert found["goal_consensus"] == pytest.approx(plainly(order), nan_ok=True)
    assert found["goal_score_consensus"] == pytest.approx(plainly(naive.opinions.score_consensus(goals)), nan_ok=True)

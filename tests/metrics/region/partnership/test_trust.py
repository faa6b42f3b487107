"""How organisations rate each other: composites, suppression, density and centralisation of trust."""

from itertools import permutations, product

import pandas as pd
import pytest
from hypothesis import given, settings

import naive
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from partnerships import TRUST_ITEMS, VALUE_ITEMS, Plain, built, partnerships, planted


def whole(plain, **cutoffs):
    """The measures of the region."""
    return measure_partnership(built(plain), ["region_trust"], cutoffs=RegionCutoffs(**cutoffs))


def received(plain):
    """The measures of every organisation."""
    return measure_partnership(built(plain), ["region_ratings"], level=Level.ORGANISATION)


def participants(plain):
    """Who decides for itself, and who rates or is rated."""
    said = {end for one, other, _ in plain.ratings for end in (one, other)}
    return [one for one in range(plain.size) if one in said or (plain.autonomous or (True,) * plain.size)[one]]


def rated(*pairs, size=4, score=4):
    """Organisations of which these rate those, on all items of trust."""
    return Plain((None,) * size, ratings={(*pair, item): score for pair in pairs for item in TRUST_ITEMS})


def test_a_composite_needs_two_of_three_items():
    """One item is no score of a pair; two are, and a blank item is not a low one."""
    ratings = {(0, 1, "mission"): 4, (0, 1, "openness"): 3, (2, 1, "mission"): 1, (3, 1, "mission"): 2}
    ratings |= {(3, 1, "reliability"): 2, (2, 1, "power"): 4}
    found = received(Plain((None,) * 4, ratings=ratings))

    assert found["trust_raters"].tolist() == [0, 2, 0, 0]
    assert found["value_raters"].tolist() == [0, 0, 0, 0]
    assert why_missing(found)["trust_score"].tolist() == [
        "not_rated",
        "suppressed_few_raters",
        "not_rated",
        "not_rated",
    ]


def test_scores_of_few_raters_are_suppressed():
    """Two raters: nothing is shown. Three: their mean."""
    two, three = received(rated((0, 3), (1, 3))), received(rated((0, 3), (1, 3), (2, 3)))

    assert pd.isna(two.loc["O3", "trust_score"])
    assert three.loc["O3", "trust_score"] == 4
    assert not three.loc["O0", "trust_score_shown"]


def test_few_raters_in_all_show_nothing():
    """When two organisations rated, the density would tell what they said: it is suppressed, the range too."""
    found = whole(rated((0, 1), (1, 0), size=2))

    assert found["trust_coverage"].item() == 1
    assert set(why_missing(found).filter(like="trust_density").iloc[0]) == {"suppressed_few_raters"}
    assert set(why_missing(found).filter(like="trust_centralisation").iloc[0]) == {"suppressed_few_raters"}


def test_a_total_does_not_tell_what_one_organisation_said():
    """Three rate one organisation, whose score is shown; a fourth rates another: the total would tell how."""
    four = rated((0, 3), (1, 3), (2, 3), (3, 0))
    found, table = whole(four), received(four)
    three_more = whole(rated((0, 3), (1, 3), (2, 3), (3, 0), (0, 1), (1, 2)))

    assert table["trust_score_shown"].tolist() == [False, False, False, True]
    assert found["organisations_that_rate"].item() == 4
    assert set(why_missing(found).filter(like="trust_density").iloc[0]) == {"suppressed_few_raters"}
    assert set(why_missing(found).filter(like="trust_centralisation").iloc[0]) == {"suppressed_few_raters"}
    assert three_more["trust_density_low"].item() == 6 / 12


def test_less_than_sixty_percent_gives_a_range_only():
    """Six of twelve pairs are rated: no density, but bounds. With eight there is one."""
    pairs = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)]
    six, eight = whole(rated(*pairs)).iloc[0], whole(rated(*pairs, (2, 0), (3, 1))).iloc[0]

    assert pd.isna(six["trust_density"])
    assert six[["trust_density_low", "trust_density_high"]].tolist() == [1 / 2, 1]
    assert eight["trust_density"] == 1
    assert eight["trust_coverage"] == 8 / 12


def test_all_trust_one():
    """Everybody trusts the first and nobody else: centralisation of a star, where it is 1."""
    ratings = {(*pair, item): 4 if pair[1] == 0 else 1 for pair in permutations(range(5), 2) for item in TRUST_ITEMS}
    found = whole(Plain((None,) * 5, ratings=ratings)).iloc[0]

    assert found["trust_density"] == 4 / 20
    assert found["trust_centralisation"] == 1
    assert found[["trust_centralisation_low", "trust_centralisation_high"]].tolist() == [1, 1]


@settings(deadline=None, max_examples=60)
@given(partnerships())
def test_agrees_with_the_definitions(plain):
    """Scores of pairs, of organisations, and of the whole."""
    found, table = whole(plain, smallest_raters=1, response_from=0).iloc[0], received(plain)
    scores = {scale: naive.layers.pair_scores(plain.ratings, items) for scale, items in SCALES.items()}
    for scale, pairs in scores.items():
        for one in range(plain.size):
            given_scores = [score for (_, other), score in pairs.items() if other == one]
            assert table[f"{scale}_raters"].iloc[one] == len(given_scores)
            mean = sum(given_scores) / len(given_scores) if len(given_scores) >= 3 else float("nan")
            assert table[f"{scale}_score"].iloc[one] == pytest.approx(mean, nan_ok=True)
    members, trust = participants(plain), scores["trust"]
    pairs = list(permutations(members, 2))
    trusting = {pair for pair, score in trust.items() if score >= 3}
    assert found["rating_organisations"] == len(members)
    assert (found["trust_pairs"], found["trust_pairs_rated"]) == (len(pairs), len(trust))
    if trust:
        assert found["trust_density"] == pytest.approx(len(trusting) / len(trust))
        assert found["trust_density_low"] == pytest.approx(len(trusting) / len(pairs))
        assert found["trust_density_high"] == pytest.approx((len(trusting) + len(pairs) - len(trust)) / len(pairs))
        assert found["trust_centralisation"] == pytest.approx(naive.layers.trust_centralisation(members, trusting))


@settings(deadline=None, max_examples=40)
@given(partnerships(most=3))
def test_bounds_hold_every_way_in_which_the_rest_could_rate(plain):
    """The range of centralisation is reached, and never left, whoever would trust whom."""
    found = whole(plain, smallest_raters=1).iloc[0]
    members, trust = participants(plain), naive.layers.pair_scores(plain.ratings, TRUST_ITEMS)
    if trust:
        open_pairs = [pair for pair in permutations(members, 2) if pair not in trust]
        sure = {pair for pair, score in trust.items() if score >= 3}
        values = [
            naive.layers.trust_centralisation(
                members, sure | {pair for pair, yes in zip(open_pairs, world, strict=True) if yes}
            )
            for world in product((True, False), repeat=len(open_pairs))
        ]
        assert found["trust_centralisation_low"] == pytest.approx(min(values))
        assert found["trust_centralisation_high"] == pytest.approx(max(values))


def test_the_made_region_trusts_the_first():
    """In the made region nearly all who rate the first one trust it, others a third: it stands above all."""
    table, found = received(planted()), whole(planted()).iloc[0]

    assert table["trust_score"].idxmax() == "O0"
    assert found["trust_coverage"] == pytest.approx(0.8, abs=0.05)
    assert found["trust_density"] == pytest.approx(0.33, abs=0.08)
    assert found["trust_centralisation_low"] <= found["trust_centralisation"] <= found["trust_centralisation_high"]


SCALES = {"trust": TRUST_ITEMS, "value": VALUE_ITEMS}

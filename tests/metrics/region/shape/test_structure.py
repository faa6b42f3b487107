"""Size, density and components of a layer, and what is not known."""

import pandas as pd
import pytest
from hypothesis import given

import naive
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.region.catalogue import measure_region
from netwerkanalyse.model.region import Region
from regions import SmallRegion, built, plain, regions


def structure(small):
    """The measures of the layer."""
    return measure_region(built(small), small.layer, ["region_structure"]).iloc[0]


@pytest.mark.parametrize(("layer", "pairs"), [("referral", 12), ("agreement", 6)])
def test_direction_decides_how_many_pairs_there_are(layer, pairs):
    """A star of four: three ties of twelve pairs with direction, of six without."""
    found = structure(plain(4, [(0, 1), (0, 2), (0, 3)], layer))

    assert (found["region_pairs"], found["region_ties"]) == (pairs, 3)
    assert found["region_density"] == 3 / pairs
    assert found["strong_components"] == (4 if layer == "referral" else 1)


def test_unlisted_pairs_are_unknown_unless_all_were_asked():
    """One tie, one no, one without response; of the other three pairs nothing is known unless all were asked."""
    rows = ((0, 1, "yes", None), (1, 0, "no", None), (0, 2, "no_response", None))
    listed = structure(SmallRegion((None,) * 3, rows, all_asked=False))
    asked = structure(SmallRegion((None,) * 3, rows))

    assert (listed["region_pairs_asked"], listed["region_pairs_unknown"], listed["pairs_no_response"]) == (2, 3, 1)
    assert listed[["region_density", "region_density_low", "region_density_high"]].tolist() == [1 / 2, 1 / 6, 5 / 6]
    assert (asked["region_pairs_asked"], asked["region_density"]) == (5, 1 / 5)


ASKED = ((0, 1, "yes", None), (1, 0, "yes", None), (1, 2, "yes", None))


@pytest.mark.parametrize(
    ("more", "silent", "known"),
    [
        ((), 0, 12),  # 2 and 3 name nobody
        (((2, 0, "no_response", None),), 1, 9),  # one row is enough to say that 2 gave no answer
        (((2, 0, "no_response", None), (3, 0, "unknown", None), (3, 1, "unknown", None)), 2, 6),
        (((2, 0, "no_response", None), (2, 1, "no", None)), 0, 11),  # who said something of one pair did answer
        (((2, 3, "yes", None), (3, 3, "unknown", None)), 0, 12),  # a row about oneself says nothing of others
    ],
)
def test_asked_is_not_answered(more, silent, known):
    """Four organisations were asked about all: pairs from who gave no answer are unknown, and no no."""
    found = structure(SmallRegion((None,) * 4, (*ASKED, *more)))
    ties = 3 + sum(row[2] == "yes" and row[0] != row[1] for row in more)

    assert found["organisations_without_answer"] == silent
    assert found["region_pairs_asked"] == known
    assert found["region_pairs_unknown"] + found["pairs_no_response"] == 12 - known
    assert found["region_density"] == ties / known
    assert found["region_density_high"] == (ties + 12 - known) / 12


def test_without_direction_or_without_rows_a_pair_that_is_not_listed_is_a_no():
    """An agreement has no side that answers; a layer of which all was asked and nothing is listed has no ties."""
    agreement = structure(SmallRegion((None,) * 4, ASKED, "agreement"))
    nothing = structure(SmallRegion((None,) * 4))

    assert (agreement["organisations_without_answer"], agreement["region_pairs_unknown"]) == (0, 0)
    assert (nothing["organisations_without_answer"], nothing["region_pairs_unknown"]) == (0, 0)
    assert nothing["region_density"] == 0


def test_of_a_mere_list_of_ties_only_bounds_of_density_are_known():
    """Three of six pairs are listed, all as ties: that is no density of 100%."""
    ties = tuple((0, other, "yes", None) for other in (1, 2, 3))
    found = structure(SmallRegion((None,) * 4, ties, "agreement", all_asked=False))

    assert not found["absence_told"]
    assert pd.isna(found["region_density"])
    assert found[["region_density_low", "region_density_high"]].tolist() == [1 / 2, 1]


def test_few_autonomous_organisations_are_no_network():
    """Two are a collaboration, three a network."""
    assert not structure(plain(2, [(0, 1)]))["is_network"]
    assert structure(plain(3, []))["is_network"]


def test_blank_is_not_known_to_be_no_network():
    """Of three organisations it is not said whether they decide for themselves: unknown is not no."""
    region = Region.build({"organisations": pd.DataFrame({"organisation": ["A", "B", "C"]})})
    found = measure_region(region, "agreement", ["region_structure"])

    assert pd.isna(found["is_network"].iloc[0])
    assert found["autonomous_unknown"].iloc[0] == 3
    assert why_missing(found)["is_network"].iloc[0] == "autonomy_unknown"


@given(regions())
def test_agrees_with_the_definitions(small):
    """Arrays and definitions agree on any small region."""
    found = structure(small)
    answers = [small.answer(pair) for pair in small.pairs]
    low, high = naive.region.region_density_bounds(answers)
    expected = {
        "organisations": small.size,
        "region_pairs": len(answers),
        "region_ties": answers.count("yes"),
        "region_pairs_asked": answers.count("yes") + answers.count("no"),
        "region_pairs_unknown": answers.count("unknown"),
        "pairs_no_response": answers.count("no_response"),
        "loops_left_out": sum(source == target for source, target, *_ in small.rows),
        "region_density": naive.region.region_density(answers) if small.absence_told else None,
        "region_density_low": low,
        "region_density_high": high,
        "region_components": len(naive.cohesion.components(small.size, small.arcs)),
        "region_largest_component": max(map(len, naive.cohesion.components(small.size, small.arcs)), default=0),
        "strong_components": len(naive.region.strong_components(small.size, small.arcs)),
        "region_isolates": naive.cohesion.isolates(small.size, small.arcs),
    }

    for name, value in expected.items():
        assert found[name] == pytest.approx(float("nan") if value is None else value, nan_ok=True), name

"""Who takes part in what: compared without a projection."""

from collections import defaultdict
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.two_mode import (
    MISSING_MEASURES,
    OVERLAP_MEASURES,
    initiative_overlap,
    missing_initiatives,
)
from netwerkanalyse.model.region import Region
from netwerkanalyse.texts import LANGUAGES, catalogue

KINDS = {"I0": "care", "I1": "care", "I2": "work"}


def region_of(rows):
    """A region of organisations O.. and initiatives I.. with rows of who takes part in what, any more than once."""
    columns = pd.DataFrame([(f"O{one}", f"I{other}") for one, other in rows], columns=["organisation", "initiative"])
    names = [*(f"O{number}" for number in range(6)), *(f"I{number}" for number in range(6))]
    return Region.build(
        {
            "organisations": pd.DataFrame({"organisation": names}),
            "affiliations": columns.assign(role=[str(number) for number in range(len(rows))]),
        }
    )


def taking_part(rows):
    """Organisation to the initiatives it takes part in."""
    found = defaultdict(set)
    for one, other in rows:
        found[f"O{one}"].add(f"I{other}")
    return found


MEMBERSHIPS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=25)


@given(MEMBERSHIPS)
def test_overlap_agrees_with_the_definition(rows):
    """Every two initiatives with somebody in common, whoever is listed twice."""
    members = defaultdict(set)
    for one, other in rows:
        members[f"I{other}"].add(one)
    expected = {
        (one, other): naive.participation.jaccard(members[one], members[other])
        for one, other in combinations(sorted(members), 2)
        if members[one] & members[other]
    }
    found = initiative_overlap(region_of(rows))

    assert found["initiative_overlap"].to_dict() == pytest.approx(expected)
    for (one, other), row in found.iterrows():
        shared = members[one] & members[other]
        assert row["members_shared"] == len(shared)
        assert row["smaller_within"] == len(shared) / min(len(members[one]), len(members[other]))
    most = initiative_overlap(region_of(rows), fewest_shared=2)
    assert (most["members_shared"] >= 2).all()


@given(MEMBERSHIPS, st.integers(1, 3), st.integers(1, 2), st.sampled_from([0.5, 1.0]))
def test_what_is_missing_agrees_with_the_definition(rows, neighbours, fewest, share):
    """For every organisation and initiative of a kind; the kind itself does not say who is alike."""
    found = missing_initiatives(region_of(rows), KINDS, neighbours=neighbours, fewest_shared=fewest, from_share=share)
    expected = naive.participation.missing_among_alike(taking_part(rows), KINDS, neighbours, fewest, share)

    assert found["neighbours_share"].to_dict() == pytest.approx(expected)
    for (who, initiative), row in found.iterrows():
        same = {one for one, kind in KINDS.items() if kind == KINDS[initiative]}
        assert row["another_of_kind"] == bool(taking_part(rows)[who] & same)


def test_an_example_by_hand():
    """Three municipalities share an archive and a tax office; two of them share a credit bank, the third has none."""
    rows = [(0, 3), (1, 3), (2, 3), (0, 4), (1, 4), (2, 4), (0, 2), (1, 2)]
    found = missing_initiatives(region_of(rows), {"I2": "debt"})

    assert found.index.tolist() == [("O2", "I2")]
    assert found.iloc[0].to_dict() == {
        "neighbours": 2,
        "neighbours_in": 2,
        "neighbours_share": 1.0,
        "neighbours_in_names": "O0;O1",
        "another_of_kind": False,
    }


def test_nothing_is_projected_and_nothing_is_invented():
    """Without anybody taking part there is nothing to compare."""
    empty = region_of([])

    assert initiative_overlap(empty).empty
    assert missing_initiatives(empty, KINDS).empty
    assert missing_initiatives(region_of([(0, 0)]), {}).empty


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("frame", "level", "measures"),
    [
        (initiative_overlap(region_of([(0, 0), (0, 1)])), Level.INITIATIVE_PAIR, OVERLAP_MEASURES),
        (missing_initiatives(region_of([(0, 0)]), KINDS), Level.MISSING, MISSING_MEASURES),
    ],
    ids=["overlap", "missing"],
)
def test_columns_are_those_of_the_catalogue_and_speak(frame, level, measures, lang):
    """As every table of measures."""
    assert list(frame.columns) == [one.name for one in measures]
    assert tuple(frame.index.names) == level.keys
    for one in measures:
        assert f"measures.{one.name}.sentence" in catalogue(lang)
        assert f"sources.{one.source}" in catalogue(lang)

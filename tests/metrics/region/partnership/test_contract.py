"""What every measure of a region as a whole promises, on a zoo of odd regions."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.tables import measures
from netwerkanalyse.metrics.measure import Level, Reading, Unit
from netwerkanalyse.metrics.region.catalogue import region_measures
from netwerkanalyse.metrics.region.partnership.catalogue import (
    PARTNERSHIP_FAMILIES,
    measure_partnership,
    partnership_measures,
)
from netwerkanalyse.texts import LANGUAGES, catalogue
from partnerships import Plain, built, planted, zoo

ZOO = {name: built(plain) for name, plain in (zoo() | {"planted": planted()}).items()}
LEVELS = sorted({family.level for family in PARTNERSHIP_FAMILIES}, key=lambda level: level.name)
family = pytest.mark.parametrize("family", PARTNERSHIP_FAMILIES, ids=lambda one: f"{one.level.name.lower()}-{one.name}")


@cache
def tables(family):
    """The tables of a family for every region of the zoo; made once, for the tests only look."""
    return {name: measure_partnership(region, [family.name], level=family.level) for name, region in ZOO.items()}


@family
def test_columns_are_those_of_the_catalogue(family):
    """A family gives exactly its declared columns, indexed by the keys of its level."""
    for frame in tables(family).values():
        assert sorted(frame.columns) == sorted(one.name for one in family.measures)
        assert tuple(frame.index.names) == family.level.keys
        assert frame.index.is_unique


@family
def test_missing_has_a_reason_and_only_missing_has_one(family):
    """Undefined and suppressed are missing with a reason, never zero by convention."""
    for name, frame in tables(family).items():
        pd.testing.assert_frame_equal(frame.isna(), why_missing(frame).notna(), obj=name)


@family
def test_values_stay_in_their_range(family):
    """No value lies outside the range the catalogue states, and none is infinite."""
    for name, frame in tables(family).items():
        for one in family.measures:
            if one.codes is None:
                values = frame[one.name].astype("Float64").dropna().to_numpy(dtype=float)
                assert np.isfinite(values).all(), (name, one.name)
                assert ((values >= one.low - 1e-9) & (values <= one.high + 1e-9)).all(), (name, one.name)


@family
def test_counts_behind_a_measure_exist(family):
    """The count that stands beside a measure is a column of the same table, and so is what it requires."""
    names = {one.name for one in family.measures}

    for one in family.measures:
        assert one.count in names | {""}, one.name
        assert {condition.column for condition in one.requires} <= names, one.name
        assert one.source, one.name


@family
def test_a_ratio_stands_on_a_count(family):
    """Every share and index has a count beside it, and wherever a share is known that count is more than zero."""
    for name, frame in tables(family).items():
        for one in family.measures:
            if one.unit in {Unit.SHARE, Unit.INDEX}:
                assert one.count, one.name
                known = frame[one.name].notna()
                assert (frame.loc[known, one.count] > 0).all(), (name, one.name)


@family
def test_a_value_and_its_bounds_read_alike(family):
    """What is read from a value is read from the lowest and the highest it can be; these rest on the same count."""
    found = {one.name: one for one in family.measures}
    for one in found.values():
        bounds = [found[f"{one.name}_{side}"] for side in ("low", "high") if f"{one.name}_{side}" in found]
        assert {bound.reading for bound in bounds} <= {one.reading}, one.name
        assert len({bound.count for bound in bounds}) <= 1, one.name


@family
def test_what_is_unknown_asks_for_attention(family):
    """What nobody knows could be asked: no count of it is passed over."""
    unknown = [one for one in family.measures if one.name.endswith(("_unknown", "_without_rung"))]

    assert {one.reading for one in unknown} <= {Reading.ATTENTION}


@pytest.mark.parametrize("lang", LANGUAGES)
@family
def test_every_measure_speaks(family, lang):
    """Each measure has a name and a sentence, each reason has words, in both languages."""
    texts = catalogue(lang)

    assert f"families.{family.name}" in texts
    for one in family.measures:
        assert f"measures.{one.name}.name" in texts
        assert f"measures.{one.name}.sentence" in texts
        assert f"sources.{one.source}" in texts
        for condition in one.requires:
            assert f"reasons.{condition.reason}" in texts


def test_measure_names_are_unique():
    """A column means one thing, beside those of one layer and those of clients too: they share their texts."""
    names = [one.name for family in PARTNERSHIP_FAMILIES for one in family.measures]

    assert len(names) == len(set(names))
    assert not set(names) & (set(measures()) | set(region_measures()))


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name.lower())
def test_a_level_is_one_table(level):
    """Without naming families all measures of a level stand side by side."""
    assert set(measure_partnership(ZOO["complete"], level=level).columns) == set(partnership_measures(level))


def test_no_table_has_a_row_or_column_of_who_rates_whom():
    """What one organisation thinks of another stays inside: no pair is in any table of ratings, and no layer of it."""
    for family in PARTNERSHIP_FAMILIES:
        if family.level is Level.DYAD:
            assert not [one.name for one in family.measures if "trust" in one.name or "score" in one.name]
    trusting = measure_partnership(ZOO["trust only"], level=Level.DYAD)
    assert trusting.empty


def test_a_family_that_does_not_exist_is_told():
    """A typing mistake is answered with what there is."""
    with pytest.raises(UnknownNameError, match="region_multiplexity"):
        measure_partnership(built(Plain()), ["multiplexity"])

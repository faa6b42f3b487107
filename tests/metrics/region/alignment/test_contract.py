"""What every measure of agreements and practice promises, on a zoo of odd regions and caseloads."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from alignments import built, zoo
from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.tables import measures
from netwerkanalyse.metrics.measure import Unit
from netwerkanalyse.metrics.region.alignment.catalogue import ALIGNMENT_FAMILIES, measure_aligned, measure_alignment
from netwerkanalyse.metrics.region.catalogue import region_measures
from netwerkanalyse.metrics.region.partnership.catalogue import partnership_measures
from netwerkanalyse.metrics.region.services.catalogue import SERVICE_FAMILIES
from netwerkanalyse.texts import LANGUAGES, catalogue

ZOO = {name: built(small) for name, small in zoo().items()}
family = pytest.mark.parametrize("family", ALIGNMENT_FAMILIES, ids=lambda one: f"{one.level.name.lower()}-{one.name}")


@cache
def tables(family):
    """The tables of a family for everything in the zoo; made once, for the tests only look."""
    return [measure_aligned(alignment, [family.name], level=family.level) for alignment in ZOO.values()]


@family
def test_columns_are_those_of_the_catalogue(family):
    """A family gives exactly its declared columns, indexed by the keys of its level."""
    for frame in tables(family):
        assert sorted(frame.columns) == sorted(one.name for one in family.measures)
        assert tuple(frame.index.names) == family.level.keys
        assert frame.index.is_unique


@family
def test_missing_has_a_reason_and_only_missing_has_one(family):
    """Undefined and suppressed are missing with a reason, never zero by convention."""
    for name, frame in zip(ZOO, tables(family), strict=True):
        pd.testing.assert_frame_equal(frame.isna(), why_missing(frame).notna(), obj=name)


@family
def test_values_stay_in_their_range(family):
    """No value lies outside the range the catalogue states, and none is infinite."""
    for frame in tables(family):
        for one in family.measures:
            values = frame[one.name].astype("Float64").dropna().to_numpy(dtype=float)
            assert np.isfinite(values).all(), one.name
            assert ((values >= one.low - 1e-9) & (values <= one.high + 1e-9)).all(), one.name


@family
def test_counts_behind_a_measure_exist(family):
    """The count that stands beside a measure is a column of the same table, and so is what it requires."""
    names = {one.name for one in family.measures}

    for one in family.measures:
        assert one.count in names | {""}, one.name
        assert one.count or one.unit not in {Unit.SHARE, Unit.INDEX}, one.name
        assert {condition.column for condition in one.requires} <= names, one.name
        assert one.source, one.name


@pytest.mark.parametrize("lang", LANGUAGES)
@family
def test_every_measure_speaks(family, lang):
    """Each measure has a name and a sentence, each reason and source has words, in both languages."""
    texts = catalogue(lang)

    assert f"families.{family.name}" in texts
    for one in family.measures:
        assert f"measures.{one.name}.name" in texts
        assert f"measures.{one.name}.sentence" in texts
        assert f"sources.{one.source}" in texts
        for condition in one.requires:
            assert f"reasons.{condition.reason}" in texts


def test_measure_names_are_unique():
    """A column means one thing in every catalogue: they share their texts."""
    names = [one.name for family in ALIGNMENT_FAMILIES for one in family.measures]
    others = {one.name for family in SERVICE_FAMILIES for one in family.measures}

    assert len(names) == len(set(names))
    assert not set(names) & (set(measures()) | set(region_measures()) | set(partnership_measures()) | others)


def test_a_suppressed_number_is_called_suppressed():
    """Not "<10": what is suppressed can be higher."""
    frame = measure_aligned(ZOO["few clients"])

    assert why_missing(frame).loc["region", "aligned_clients"] == "suppressed"
    assert catalogue("nl")["reasons.suppressed"].startswith("onderdrukt")


def test_names_that_do_not_exist_are_told():
    """A typing mistake in a family is answered with what there is."""
    alignment = ZOO["agreements"]

    with pytest.raises(UnknownNameError, match="agreement_coverage"):
        measure_alignment(alignment.region, alignment.caseload, ["agrement_coverage"])

"""What every measure of the social map promises, on a zoo of odd ones."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.tables import measures
from netwerkanalyse.metrics.measure import Level, Unit
from netwerkanalyse.metrics.region.catalogue import region_measures
from netwerkanalyse.metrics.region.services.catalogue import (
    SERVICE_FAMILIES,
    SERVICE_TABLES,
    measure_service_map,
    measure_services,
)
from netwerkanalyse.metrics.region.services.service_map import ServiceMap
from netwerkanalyse.texts import LANGUAGES, catalogue
from social_maps import built, zoo

ZOO = [ServiceMap(built(small)) for small in zoo().values()]
EVERYTHING = (*SERVICE_FAMILIES, *SERVICE_TABLES)
family = pytest.mark.parametrize("family", EVERYTHING, ids=lambda one: f"{one.level.name.lower()}-{one.name}")


@cache
def tables(family):
    """The tables of a family for every map of the zoo; made once, for the tests only look."""
    if family in SERVICE_TABLES:
        return [family.compute(services) for services in ZOO]
    return [measure_service_map(services, [family.name], level=family.level) for services in ZOO]


@family
def test_columns_are_those_of_the_catalogue(family):
    """A family gives exactly its declared columns, indexed by the keys of its level."""
    for frame in tables(family):
        assert sorted(frame.columns) == sorted(one.name for one in family.measures)
        assert tuple(frame.index.names) == family.level.keys
        assert frame.index.is_unique


@family
def test_missing_has_a_reason_and_only_missing_has_one(family):
    """Undefined is missing with a reason, never zero by convention."""
    for name, frame in zip(zoo(), tables(family), strict=True):
        pd.testing.assert_frame_equal(frame.isna(), why_missing(frame).notna(), obj=name)


@family
def test_values_stay_in_their_range(family):
    """No value lies outside the range the catalogue states, and none is infinite."""
    for frame in tables(family):
        for one in (one for one in family.measures if one.unit not in {Unit.CODE, Unit.LABEL}):
            values = frame[one.name].astype("Float64").dropna().to_numpy(dtype=float)
            assert np.isfinite(values).all(), one.name
            assert ((values >= one.low - 1e-9) & (values <= one.high + 1e-9)).all(), one.name


@family
def test_counts_behind_a_measure_exist(family):
    """The count that stands beside a measure is a column of the same table, and so is what it requires."""
    names = {one.name for one in family.measures}

    for one in family.measures:
        assert one.count in names | {""}, one.name
        assert {condition.column for condition in one.requires} <= names, one.name
        assert one.source, one.name


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
        if one.codes is not None:
            assert all(one.codes.labels(lang))


def test_measure_names_are_unique():
    """A column means one thing, at every level and beside all other measures: they share their texts."""
    names = [one.name for family in EVERYTHING for one in family.measures]

    assert len(names) == len(set(names))
    assert not set(names) & {*measures(), *region_measures()}


@pytest.mark.parametrize(
    "level", dict.fromkeys(one.level for one in SERVICE_FAMILIES), ids=lambda level: level.name.lower()
)
def test_a_level_is_one_table(level):
    """Without naming families all measures of a level stand side by side."""
    expected = [one.name for family in SERVICE_FAMILIES if family.level is level for one in family.measures]

    assert set(measure_services(ZOO[-1].region, level=level).columns) == set(expected)


def test_names_that_do_not_exist_are_told():
    """A typing mistake in a family is answered with what there is."""
    with pytest.raises(UnknownNameError, match="area_services"):
        measure_services(ZOO[0].region, ["services"], level=Level.AREA)

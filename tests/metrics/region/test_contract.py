"""What every measure of a region promises, on a zoo of odd regions."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.tables import measures
from netwerkanalyse.metrics.measure import Level, Unit
from netwerkanalyse.metrics.region.catalogue import REGION_FAMILIES, measure_region, region_measures
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.texts import LANGUAGES, catalogue
from regions import SmallRegion, built, plain, zoo

LEVELS = sorted({family.level for family in REGION_FAMILIES}, key=lambda level: level.name)
ZOO_BY_NAME = zoo()
ZOO = [(built(small), small.layer) for small in ZOO_BY_NAME.values()]
family = pytest.mark.parametrize("family", REGION_FAMILIES, ids=lambda one: f"{one.level.name.lower()}-{one.name}")


@cache
def tables(family):
    """The tables of a family for every region of the zoo; made once, for the tests only look."""
    return [measure_region(region, layer, [family.name], level=family.level) for region, layer in ZOO]


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
    for (region, layer), frame in zip(ZOO, tables(family), strict=True):
        reasons = why_missing(frame)
        pd.testing.assert_frame_equal(frame.isna(), reasons.notna(), obj=f"{region} {layer}")


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
        assert {condition.column for condition in one.requires} <= names, one.name
        assert one.source, one.name
        assert one.unit is not Unit.CODE, one.name


@pytest.mark.parametrize("lang", LANGUAGES)
@family
def test_every_measure_speaks(family, lang):
    """Each measure has a name and a sentence, each reason and own definition has words, in both languages."""
    texts = catalogue(lang)

    assert f"families.{family.name}" in texts
    for one in family.measures:
        assert f"sources.{one.source}" in texts or not one.source.startswith("own definition")
        assert f"measures.{one.name}.name" in texts
        assert f"measures.{one.name}.sentence" in texts
        for condition in one.requires:
            assert f"reasons.{condition.reason}" in texts


KNOWN_WITHOUT_ANSWERS = {"region_density_low", "centralisation_betweenness_error"}
"""Bounds over what is not known, and how far an estimate can be off."""


@pytest.mark.parametrize("layer", ["referral", "agreement"])
@family
def test_a_layer_of_which_nothing_is_known_is_not_a_layer_without_ties(family, layer):
    """Where every pair is unknown or silent, nothing but counts and yes-or-no is zero: the rest is missing."""
    silent = SmallRegion(
        ("mental_health_care", "welfare", None, "welfare"),
        ((0, 1, "unknown", None), (1, 2, "no_response", None)),
        layer,
        all_asked=False,
    )
    frame = measure_region(built(silent), layer, [family.name], level=family.level)
    said = [
        one.name
        for one in family.measures
        if one.unit not in {Unit.COUNT, Unit.YES_NO} and (frame[one.name] == 0).any()
    ]

    assert set(said) <= KNOWN_WITHOUT_ANSWERS | {f"{pair}_density_low" for pair in PAIRS_OF_GROUPS}
    for one in ("degree_in", "region_isolates", "coordinator", "cut_organisation", "cut_organisations", "cohesion"):
        assert one not in frame or frame[one].isna().all()


@pytest.mark.parametrize("layer", ["referral", "agreement"])
@family
def test_an_organisation_of_which_nothing_is_known_is_left_out(family, layer):
    """It is missing in measures of its own, and for all others it is as if it were not there."""
    small, half = ZOO_BY_NAME[f"one without response {layer}"], RegionCutoffs(response_from=0.5)
    whole, part = (
        measure_region(built(one), layer, [family.name], level=family.level, cutoffs=half)
        for one in (small, small.known_part)
    )
    gated = [one.name for one in family.measures if any(needed.reason in GATES for needed in one.requires)]
    of_graph = [one for one in gated if one not in ABOUT_ALL_PAIRS]

    if family.level is Level.ORGANISATION:
        assert gated
        assert whole.loc["O3", gated].isna().all()
        assert set(why_missing(whole).loc["O3", gated]) <= GATES
        whole = whole.drop(index="O3")
    pd.testing.assert_frame_equal(whole[of_graph], part[of_graph])


GATES = {"no_organisation_pair_asked", "no_pair_of_organisation_known", "organisation_known_from_one_side"}
ABOUT_ALL_PAIRS = {f"{name}_density" for name in ("region", "sector", "medical_social", "insurer_municipality")}


def test_who_was_only_named_may_name_others():
    """In a layer with direction, ties from an organisation and ties to it are known apart."""
    named = SmallRegion(
        ("welfare",) * 3, ((0, 2, "yes", None), (1, 2, "no", None), (0, 1, "yes", None)), all_asked=False
    )
    found = measure_region(built(named), "referral", level=Level.ORGANISATION).loc["O2"]
    reasons = why_missing(measure_region(built(named), "referral", level=Level.ORGANISATION)).loc["O2"]

    assert (found["degree_in"], found["pairs_known_in"], found["pairs_known_out"]) == (1, 2, 0)
    assert reasons["degree_out"] == reasons["organisations_reached"] == "ties_from_organisation_unknown"
    assert reasons["brokerage_total"] == reasons["connector"] == "organisation_known_from_one_side"
    assert not found["cut_organisation"]


PAIRS_OF_GROUPS = ("sector", "medical_social", "insurer_municipality")


def test_measure_names_are_unique():
    """A column means one thing, at every level and beside the measures of clients: they share their texts."""
    names = [one.name for family in REGION_FAMILIES for one in family.measures]

    assert len(names) == len(set(names))
    assert not set(names) & set(measures())


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name.lower())
def test_a_level_is_one_table(level):
    """Without naming families all measures of a level stand side by side."""
    region, layer = ZOO[0]

    assert sorted(measure_region(region, layer, level=level).columns) == sorted(region_measures(level))


def test_names_that_do_not_exist_are_told():
    """A typing mistake in a layer or a family is answered with what there is."""
    region = built(plain(2, []))

    with pytest.raises(UnknownNameError, match="referral"):
        measure_region(region, "referal")
    with pytest.raises(UnknownNameError, match="region_structure"):
        measure_region(region, "referral", ["structure"])

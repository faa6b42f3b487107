"""What every measure promises, on a zoo of odd networks."""

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse.metrics.catalogue import FAMILIES, measure, why_missing
from netwerkanalyse.metrics.measure import Level, Unit
from netwerkanalyse.texts import LANGUAGES, catalogue
from networks import caseload_of, zoo

ZOO = list(zoo())
family = pytest.mark.parametrize("family", FAMILIES, ids=lambda one: f"{one.level.name.lower()}-{one.name}")


@pytest.fixture(scope="module")
def caseload():
    """The whole zoo as one caseload."""
    return caseload_of(*zoo().values())


@family
def test_columns_are_those_of_the_catalogue(family, caseload):
    """A family gives exactly its declared columns, indexed by the keys of its level."""
    frame = measure(caseload, [family.name], level=family.level)

    assert list(frame.columns) == [one.name for one in family.measures]
    assert tuple(frame.index.names) == family.level.keys
    assert frame.index.is_unique


@family
def test_missing_has_a_reason_and_only_missing_has_one(family, caseload):
    """Undefined is missing with a reason, never zero by convention."""
    frame = measure(caseload, [family.name], level=family.level)
    reasons = why_missing(frame)

    pd.testing.assert_frame_equal(frame.isna(), reasons.notna())


@family
def test_values_stay_in_their_range(family, caseload):
    """No value lies outside the range the catalogue states, and none is infinite."""
    frame = measure(caseload, [family.name], level=family.level)

    for one in family.measures:
        if one.unit is not Unit.CODE:
            values = frame[one.name].astype("Float64").dropna().to_numpy(dtype=float)
            assert np.isfinite(values).all(), one.name
            assert ((values >= one.low - 1e-12) & (values <= one.high + 1e-12)).all(), one.name


@family
def test_counts_behind_a_measure_exist(family):
    """The count that stands beside a measure is a column of the same table."""
    names = {one.name for one in family.measures}

    for one in family.measures:
        assert one.count in names | {""}, one.name
        assert {condition.column for condition in one.requires} <= names, one.name


@family
def test_a_client_is_measured_the_same_alone_and_in_company(family, caseload):
    """Clients do not touch each other: one client is a caseload of one."""
    together = measure(caseload, [family.name], level=family.level)

    for name in ZOO:
        alone = measure(caseload.select([name]), [family.name], level=family.level)
        same = together[together.index.get_level_values("client") == name]
        pd.testing.assert_frame_equal(alone, same, check_exact=True, check_categorical=False)


@family
def test_an_empty_caseload_gives_an_empty_table(family, caseload):
    """No clients is not an error."""
    assert measure(caseload.select([]), [family.name], level=family.level).empty


@pytest.mark.parametrize("lang", LANGUAGES)
@family
def test_every_measure_speaks(family, lang):
    """Each measure has a name and a sentence, each reason has words, in both languages."""
    texts = catalogue(lang)

    assert f"families.{family.name}" in texts
    for one in family.measures:
        assert f"measures.{one.name}.name" in texts
        assert f"measures.{one.name}.sentence" in texts
        for condition in one.requires:
            assert f"reasons.{condition.reason}" in texts


def test_measure_names_are_unique_within_a_level():
    """A column means one thing."""
    for level in Level:
        names = [one.name for family in FAMILIES if family.level is level for one in family.measures]
        assert len(names) == len(set(names)), level

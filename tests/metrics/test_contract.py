"""What every measure promises, on a zoo of odd networks."""

import re

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse.datasets import simulate
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import FAMILIES, measure
from netwerkanalyse.metrics.client.change import change
from netwerkanalyse.metrics.client.cohort import cohort
from netwerkanalyse.metrics.client.sensitivity import tie_sensitivity
from netwerkanalyse.metrics.client.tables import OWN_TABLES
from netwerkanalyse.metrics.measure import Level, Reading, Unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.texts import LANGUAGES, catalogue
from networks import caseload_of, zoo

ZOO = list(zoo())
EVERYTHING = (*FAMILIES, *OWN_TABLES)
TODAY = pd.Timestamp("2026-03-01")


def _named(one):
    return f"{one.level.name.lower()}-{one.name}"


family = pytest.mark.parametrize("family", FAMILIES, ids=_named)
table = pytest.mark.parametrize("family", EVERYTHING, ids=_named)


@pytest.fixture(scope="module")
def caseload():
    """The whole zoo as one caseload."""
    return caseload_of(*zoo().values())


@pytest.fixture(scope="module")
def made(caseload):
    """Make the table of a family, or the one that a function of its own makes, of odd and of ordinary clients."""
    dated = [_dated(caseload), simulate(20, seed=1, contacts=5.0).caseload]

    def table_of(family, one):
        if family in FAMILIES:
            return measure(one, [family.name], level=family.level)
        found = OWN.get(family.compute, lambda one: family.compute(Network(one)))(one)
        return getattr(found, PARTS[family.level]) if family.compute is change else found

    return lambda family: [table_of(family, one) for one in dated]


def _dated(caseload):
    """The zoo today: of the people listed on odd rows, and of all support, the end is in sight."""
    members, supports = caseload.members, caseload.supports
    ends = [TODAY + pd.Timedelta(days=9) if row % 2 else None for row in range(len(members))]
    return caseload.with_tables(
        clients=caseload.clients.assign(reference_date=TODAY),
        members=members.assign(end=ends),
        supports=supports.assign(end=TODAY + pd.Timedelta(days=30)),
    )


OWN = {
    change: lambda one: change(one, one.at(TODAY + pd.Timedelta(days=10))),
    tie_sensitivity: lambda one: tie_sensitivity(one.select(one.client_index[:5]), ["cohesion", "bridging"]),
    cohort: lambda one: cohort(measure(one, ["cohesion", "coverage"])),
}
"""How tables are made that take something else than a network."""

PARTS = {Level.CLIENT: "clients", Level.MEMBER: "members", Level.DOMAIN: "domains"}


@table
def test_columns_are_those_of_the_catalogue(family, made):
    """A table has exactly its declared columns, and is indexed by the keys of its level."""
    for frame in made(family):
        assert sorted(frame.columns) == sorted(one.name for one in family.measures)
        assert tuple(frame.index.names) == family.level.keys
        assert frame.index.is_unique


@table
def test_missing_has_a_reason_and_only_missing_has_one(family, made):
    """Undefined is missing with a reason, never zero by convention."""
    for frame in made(family):
        pd.testing.assert_frame_equal(frame.isna(), why_missing(frame).notna())


@table
def test_values_stay_in_their_range(family, made):
    """No value lies outside the range the catalogue states, and none is infinite."""
    quantities = [one for one in family.measures if one.unit not in {Unit.CODE, Unit.LABEL}]
    for frame in made(family):
        for one in quantities:
            values = frame[one.name].astype("Float64").dropna().to_numpy(dtype=float)
            assert np.isfinite(values).all(), one.name
            assert ((values >= one.low - 1e-12) & (values <= one.high + 1e-12)).all(), one.name


@table
def test_counts_behind_a_measure_exist(family):
    """The count that stands beside a measure is a column of the same table."""
    names = {one.name for one in family.measures}

    for one in family.measures:
        assert one.count in names | {""}, one.name
        assert {condition.column for condition in one.requires} <= names, one.name


@table
def test_a_ratio_stands_on_a_count(family, made):
    """Every share and index has a count beside it, and wherever a share is known that count is more than zero."""
    units = {Unit.SHARE, Unit.INDEX}
    ratios = [one for one in family.measures if one.unit in units]
    for frame in made(family):
        for one in ratios:
            assert one.count, one.name
            known = frame[one.name].notna() & (one.unit is Unit.SHARE)
            assert (frame.loc[known, one.count] > 0).all(), one.name


UNKNOWN = re.compile(r"_(unknowns?|unclear|unclear_after|unjudged|undecided|blank|without_(amount|strength|role))$")


@table
def test_what_is_unknown_asks_for_attention(family):
    """What nobody knows could be asked: no count of it is passed over."""
    unknown = [one for one in family.measures if UNKNOWN.search(one.name)]

    assert {one.reading for one in unknown} <= {Reading.ATTENTION}


@pytest.mark.parametrize("level", Level)
def test_a_value_and_its_bounds_read_alike(level):
    """What is read from a value is read from the lowest and the highest it can be, and both have the same count."""
    measures = {one.name: one for family in EVERYTHING if family.level is level for one in family.measures}
    for name, one in measures.items():
        for bound in (f"{name}_low", f"{name}_high"):
            if bound in measures:
                assert (measures[bound].reading, measures[bound].unit) == (one.reading, one.unit), bound


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
@table
def test_every_measure_speaks(family, lang):
    """Each measure has a name, a sentence and a source, each reason has words, in both languages."""
    texts = catalogue(lang)

    assert f"families.{family.name}" in texts
    for one in family.measures:
        assert f"measures.{one.name}.name" in texts
        assert f"measures.{one.name}.sentence" in texts
        assert f"sources.{one.source}" in texts
        for condition in one.requires:
            assert f"reasons.{condition.reason}" in texts


def test_measure_names_are_unique_within_a_level():
    """A column means one thing."""
    for level in Level:
        names = [one.name for family in EVERYTHING if family.level is level for one in family.measures]
        assert len(names) == len(set(names)), level


def test_tables_of_their_own_are_all_filled(made):
    """Every table that a function of its own makes has rows in these tests, so that what they say was looked at."""
    for family in OWN_TABLES:
        assert sum(map(len, made(family))), family.name


def test_a_wide_table_is_a_few_pieces_of_memory(caseload):
    """Tables of all measures can be worked with as they come: pandas warns when columns lie scattered."""
    for level in (Level.CLIENT, Level.DOMAIN, Level.MEMBER):
        frame = measure(caseload, level=level)

        assert len(frame.reset_index()) == len(frame)

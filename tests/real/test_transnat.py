"""Support networks of migrants: only some pairs were asked about, and rows may say that there is no tie."""

from pathlib import Path

import pandas as pd
import pytest

import real
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.measure import Level


@pytest.fixture(scope="module")
def caseload(shared):
    """All fifty networks."""
    return real.transnat(shared)


def test_size(caseload):
    """Everybody named is in the network, also whom nobody was asked about."""
    members = measure(caseload, ["cohesion"])["members"]

    assert len(caseload) == 50
    assert (members.sum(), members.min(), members.max(), members.mean()) == (385, 1, 22, 7.7)


def test_not_at_all_is_not_a_tie(caseload):
    """387 ties among 776 pairs that were asked about; the published densities."""
    found = measure(caseload, ["cohesion"])

    assert found["ties"].sum() == 387
    assert found["pairs_asked"].sum() == 776
    assert found["density"].notna().sum() == 47
    assert found["density"].mean() == pytest.approx(0.495, abs=5e-4)
    assert found.loc[["5", "10"], "density"].tolist() == pytest.approx([0.467, 0.333], abs=5e-4)


def test_who_was_not_asked_about_is_unknown(caseload, shared):
    """A pair with an alter who was not selected is no tie and no absent tie."""
    found = measure(caseload, ["cohesion"])
    selected = pd.read_csv(shared / "real" / "transnat" / "alters.csv").groupby(".egoID")["selected"].sum().to_numpy()

    assert (found["pairs_asked"] == selected * (selected - 1) / 2).all()
    assert (found["pairs_asked"] + found["pairs_unknown"] == found["members"] * (found["members"] - 1) / 2).all()


def test_conflict_is_hindering(caseload):
    """Conflict stands apart from support: egos by how many people they have conflict with."""
    members = caseload.tables["members"]
    conflicts = members["hindering"].groupby(members["client"]).sum()

    assert [(conflicts == 0).sum(), (conflicts == 1).sum(), (conflicts >= 2).sum()] == [23, 15, 12]


SUPPORTERS = {
    "advice": (0, 10, 40),
    "help": (6, 19, 25),
    "talk": (3, 14, 33),
    "money": (35, 10, 5),
    "hobby": (1, 9, 40),
    "rely": (2, 7, 41),
}
"""Egos with nobody, exactly one person and more for each support function: published with the data."""


@pytest.fixture(scope="module")
def domains(caseload):
    """Gaps and fragility of every life domain."""
    return measure(caseload, ["gaps", "fragility"], level=Level.DOMAIN)


@pytest.mark.parametrize("function", SUPPORTERS)
def test_missing_and_single_support(function, domains):
    """Nobody who supports is a gap, one who supports is fragile; the published counts."""
    found = domains.xs(real.TRANSNAT_FUNCTIONS[function], level="domain")
    tolerance = found["drop_out_tolerance"]

    assert (found["gap_absent"].sum(), (tolerance == 1).sum(), (tolerance >= 2).sum()) == SUPPORTERS[function]
    assert found["single_supporter"].sum() == SUPPORTERS[function][1]


def test_conflict_is_stress_load(caseload):
    """The published counts of people with whom there is conflict, found as what contacts cost."""
    stress = measure(caseload, ["load"])["stress_load"]

    assert [(stress == 0).sum(), (stress == 1).sum(), (stress >= 2).sum()] == [23, 15, 12]


def test_what_the_documentation_says(caseload, domains):
    """Every number on the page about real networks is found again."""
    page = " ".join((Path(__file__).parents[2] / "docs" / "real-data.md").read_text(encoding="utf-8").split())
    gaps, load = measure(caseload, ["gaps"]), measure(caseload, ["load"])
    absent = gaps["gaps_absent"].value_counts()
    only_money = domains.xs("finances", level="domain")["gap_absent"] & (gaps["gaps_absent"] == 1)
    unsure = domains["gap_connection"].isna().groupby("client").any()
    stress = domains["stress_dependent"].fillna(value=False).groupby("client").any()

    for function, (nobody, one, more) in SUPPORTERS.items():
        assert f"| {function} | {nobody} | {one} | {more} |" in page
    assert f"missing for {absent[0]} people, one kind of support for {absent[1]} (for {only_money.sum()} of" in page
    assert f"two for {absent[2]} and three for one" in page
    assert absent[3] == 1
    assert f"for {(gaps['gaps_connection'] > 0).sum()} of the 50 there is at least one" in page
    assert f"for {unsure.sum()} there is one where that depends" in page
    assert f"{(load['stress_load'] > 0).sum()} of the 50 have a conflict" in page
    assert f"For {stress.sum()} there is a kind of support" in page
    assert f"for {(load['stress_dependence'] == 1).sum()} that is all support" in page
    assert measure(caseload, ["doubles"])[["doublures", "possible_doublures"]].sum().sum() == 0

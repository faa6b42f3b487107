"""The simulator; what it plants is tested in test_planted."""

import sys

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse.datasets import simulate, simulate_parts
from netwerkanalyse.datasets import simulate as package_level
from netwerkanalyse.datasets.simulate import simulate as module_level
from netwerkanalyse.datasets.simulation.design import BLOCK

FAMILY = {"partner", "mother", "father", "brother", "sister", "son", "daughter", "relative"}


@pytest.fixture(scope="module")
def simulated():
    """A caseload of more than one block."""
    return simulate(BLOCK + 400, seed=3, contacts=1.0)


def same(one, other):
    """Two simulated caseloads are the same, table by table."""
    for name, frame in one.caseload.tables.items():
        pd.testing.assert_frame_equal(frame, other.caseload.tables[name])
    pd.testing.assert_frame_equal(one.truth, other.truth)


def test_same_seed_same_caseload():
    """A result can be repeated, and another seed gives something else."""
    same(simulate(60, seed=5), simulate(60, seed=5))

    assert not simulate(60, seed=5).caseload.needs.equals(simulate(60, seed=6).caseload.needs)


@pytest.mark.parametrize("part", [BLOCK, 300, 2000])
def test_clients_are_the_same_in_parts_of_any_size(simulated, part):
    """A million clients can be made piece by piece without becoming other clients."""
    whole, at = simulated.caseload, 0
    for piece in simulate_parts(len(whole), part=part, seed=3, contacts=1.0):
        names = whole.client_index[at : at + part]
        at += len(piece.caseload)
        assert list(piece.caseload.client_index) == list(names)
        for name, frame in whole.select(names).tables.items():
            pd.testing.assert_frame_equal(frame, piece.caseload.tables[name])
        expected = simulated.truth[simulated.truth["client"].isin(names)].reset_index(drop=True)
        pd.testing.assert_frame_equal(expected, piece.truth)
    assert at == len(whole)


def test_only_support_without_need_is_doubtful(simulated):
    """Valid tables; the one kind of warning is planted."""
    assert {problem.code for problem in simulated.caseload.warnings} == {"support_without_need", "and_more"}


def test_volumes_are_as_asked(simulated):
    """Mean size near what was asked; sizes skewed, some with nobody or almost nobody, nobody's network absurd."""
    caseload = simulated.caseload
    sizes = caseload.members.groupby("client").size().reindex(caseload.client_index, fill_value=0)
    clients = len(caseload)

    assert 19 < sizes.mean() < 21
    assert sizes.skew() > 0.5
    assert (sizes == 0).any()
    assert sizes.max() < 150
    assert 7 < len(caseload.needs) / clients < 10
    assert 15 < len(caseload.supports) / clients < 30
    assert 20 < ((caseload.ties["kind"] == "coordinates") & (caseload.ties["present"] == "yes")).sum() / clients < 36


def test_organisations_are_unequal_and_in_one_sector(simulated):
    """A few large ones; each belongs to one sector; naasten work for none."""
    members = simulated.caseload.members
    employed = members.dropna(subset=["organisation"])
    popularity = employed["organisation"].value_counts()

    assert popularity.iloc[:30].sum() > 0.3 * popularity.sum()
    assert employed.groupby("organisation")["sector"].nunique().max() == 1
    assert members.loc[members["kind"] == "informal", ["organisation", "sector", "law"]].isna().all().all()


@pytest.mark.parametrize(
    ("role", "sector", "law"),
    [
        ("general_practitioner", "general_practice", "zvw"),
        ("debt_counsellor", "municipality", "wmo"),
        ("youth_worker", "youth_care", "jeugdwet"),
        ("job_coach", "work_and_daytime", "participatiewet"),
    ],
)
def test_roles_go_with_their_sector_and_law(simulated, role, sector, law):
    """A general practitioner works in general practice, under the health insurance act."""
    members = simulated.caseload.members
    found = members[members["role"] == role]

    assert set(found["kind"]) == {"formal"}
    assert set(found["sector"]) == {sector}
    assert set(found["law"]) == {law}


def test_relatives_and_colleagues_are_tied_more_often(simulated):
    """Density among relatives, and among professionals of one organisation, is above that of all pairs."""
    caseload = simulated.caseload
    all_asked = caseload.clients.loc[caseload.clients["pairs_asked"] == "all", "client"]
    members = caseload.members[caseload.members["client"].isin(all_asked)]
    ties = caseload.ties[(caseload.ties["kind"] == "coordinates") & (caseload.ties["present"] == "yes")]
    tied = set(zip(ties["client"], ties["source"], ties["target"], strict=True))
    pairs = members.merge(members, on="client", suffixes=("", "_other"))
    pairs = pairs[pairs["member"] < pairs["member_other"]]
    keys = zip(pairs["client"], pairs["member"], pairs["member_other"], strict=True)
    is_tied = np.array([key in tied for key in keys])
    relatives = (pairs["role"].isin(FAMILY) & pairs["role_other"].isin(FAMILY)).to_numpy()
    colleagues = (pairs["organisation"] == pairs["organisation_other"]).to_numpy()

    assert is_tied[relatives].mean() > 2 * is_tied.mean()
    assert is_tied[colleagues].mean() > 2 * is_tied.mean()


def test_unknown_is_at_the_stated_rate():
    """Needs, pairs and optional cells; with nothing unknown, all pairs were asked about."""
    caseload = simulate(800, seed=2, unknown=0.2).caseload

    assert caseload.needs["need"].isna().mean() == pytest.approx(0.2, abs=0.02)
    assert caseload.members["circle"].isna().mean() == pytest.approx(0.2, abs=0.02)
    assert (caseload.ties["present"] == "unknown").any()

    known = simulate(200, seed=2, unknown=0.0)
    assert set(known.caseload.clients["pairs_asked"]) == {"all"}
    assert not (known.caseload.ties["present"] == "unknown").any()
    assert known.caseload.needs["need"].notna().all()
    assert known.caseload.supports["amount"].notna().all()
    assert "possible_doublure" not in set(known.truth["code"])


def test_contacts_come_when_asked_and_in_the_last_year(simulated):
    """About one a support; none by default; nothing in the future."""
    caseload = simulated.caseload
    today = caseload.clients["reference_date"].iloc[0]
    age = (today - caseload.contacts["date"]).dt.days

    assert age.between(0, 365).all()
    assert 0.8 < len(caseload.contacts) / (caseload.supports["status"] == "happening").sum() < 1.2
    assert len(simulate(50).caseload.contacts) == 0


def test_dates_agree_with_what_they_say(simulated):
    """Happening support has begun and not ended, planned support has not begun, ended support has ended."""
    caseload = simulated.caseload
    today = caseload.clients["reference_date"].iloc[0]
    start, end = (
        {name: rows[column] for name, rows in caseload.supports.groupby("status", observed=True)}
        for column in ("start", "end")
    )

    assert not (start["happening"] > today).any()
    assert not (end["happening"] <= today).any()
    assert (start["planned"] > today).all()
    assert (end["ended"] < today).all()


def test_nobody_is_named(simulated):
    """Pseudonyms are a letter and a number; organisations are a sector and a number."""
    members = simulated.caseload.members

    assert members["client"].str.fullmatch(r"k\d{7}").all()
    assert members["member"].str.fullmatch(r"p\d{3}").all()
    assert members["organisation"].dropna().str.fullmatch(r"[a-zà-ÿ, -]+ \d+").all()
    assert members["label"].isna().all()


def test_it_says_that_it_is_synthetic():
    """Whoever reads about it reads that it is made up."""
    module = sys.modules["netwerkanalyse.datasets.simulate"]

    assert "describe\nno population" in module.__doc__
    assert "fictional" in simulate.__doc__
    assert "synthetic" in simulate.__doc__


def test_odd_sizes():
    """No clients, clients with nobody, and clients far down the line are all caseloads."""
    assert len(simulate(0).caseload) == 0
    assert list(simulate(0).truth) == ["client", "domain", "code"]

    lonely = simulate(30, members=0)
    assert len(lonely.caseload.members) == 0
    assert not set(lonely.truth["code"]) & {"G2", "doublure", "complementary"}

    assert list(simulate(2, first=5_000_000).caseload.client_index) == ["k5000000", "k5000001"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"clients": -1},
        {"first": -1},
        {"unknown": 1.5},
        {"members": -1},
        {"organisations": 3},
        {"areas": 0},
        {"seed": -1},
        {"contacts": -1.0},
    ],
)
def test_what_cannot_be_is_refused(wrong):
    """A number that makes no sense is said, by name."""
    with pytest.raises(ValueError, match=next(iter(wrong))):
        simulate(**{"clients": 5, **wrong})


def test_the_function_is_found_either_way():
    """The package and the module give the same function."""
    assert package_level is module_level

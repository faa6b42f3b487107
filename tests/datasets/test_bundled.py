"""The fictional clients that come with the package."""

import re
from importlib.resources import files

import pytest

from netwerkanalyse.datasets import ALL_CLIENTS, CLIENTS, DATASETS, describe, load
from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.texts import text

# Support for which no need is recorded is part of the picture of this client.
MEANT = {"doublures": {"support_without_need"}, "voorbeelden": {"support_without_need"}}
FICTIONAL = {"nl": "verzonnen", "en": "fictional"}


def working(supports):
    """The support that happens now and goes to the client."""
    return supports[(supports["status"] == "happening") & (supports["direction"] != "from_client")]


@pytest.mark.parametrize("name", DATASETS)
def test_nothing_doubtful_that_was_not_meant(name):
    """An example teaches good form: no error and no warning but the one that is its point."""
    assert {problem.code for problem in load(name).warnings} == MEANT.get(name, set())


@pytest.mark.parametrize("name", CLIENTS)
def test_every_client_is_fictional_and_says_so(name):
    """In the file itself and in the sentence of either language."""
    page = (files("netwerkanalyse.datasets") / "clients" / f"{name}.md").read_text(encoding="utf-8")

    assert FICTIONAL["nl"] in page.split("\n## ")[0]
    for lang, word in FICTIONAL.items():
        assert word in text(f"datasets.{name}.sentence", lang).casefold()


@pytest.mark.parametrize("name", CLIENTS)
def test_people_go_by_role_not_by_name(name):
    """A label is a role: one capital at most, and only in an abbreviation such as FACT."""
    members = load(name).members

    for written in [*members["member"], *members["label"].dropna()]:
        assert not re.search(r"\b[A-Z][a-z]+", written), written


@pytest.mark.parametrize("name", sorted(set(CLIENTS) - {"voorbeeld"}))
def test_each_client_is_complete(name):
    """Two short and two long goals, themes, a meeting with attendance, contacts, and a need nobody asked about."""
    caseload = load(name)
    terms = caseload.goals["term"].value_counts()

    assert terms["short"] >= 2
    assert terms["long"] >= 2
    assert caseload.needs["need"].isna().any()
    assert all(len(caseload.tables[table]) for table in ("themes", "meetings", "attendance", "contacts"))
    assert caseload.members[["circle", "helping", "hindering"]].notna().any().all()
    assert caseload.supports[["type", "amount"]].notna().all().all()


@pytest.mark.parametrize("name", CLIENTS)
def test_goals_are_owned_by_people_around_the_client(name):
    """Owners are members of the same client."""
    caseload = load(name)
    owners = {owner for written in caseload.goals["owners"].dropna() for owner in written.split(";")}

    assert owners <= set(caseload.members["member"])


@pytest.mark.parametrize("name", CLIENTS)
def test_what_lies_in_the_past_lies_in_the_past(name):
    """Meetings and contacts do not come after the reference date."""
    caseload = load(name)
    day = caseload.clients["reference_date"][0]

    assert not (caseload.meetings["date"] > day).any()
    assert not (caseload.contacts["date"] > day).any()


def test_isolated_has_few_people_and_no_ties():
    """Four people at most, and not one pair in contact."""
    caseload = load("geisoleerd")

    assert len(caseload.members) <= 4
    assert (caseload.ties["present"] != "yes").all()


def test_family_centred_leans_on_the_family():
    """More than half of the support comes from naasten, one of whom scores heavy (9 or more) on EDIZ-plus."""
    caseload = load("gezinsgericht")
    kind = caseload.members.set_index("member")["kind"]
    supports = working(caseload.supports)
    informal = supports["member"].map(kind) == "informal"

    assert supports["amount"][informal].sum() > supports["amount"].sum() / 2
    assert caseload.members["burden"].max() >= 9


def test_only_professionals_has_nobody_else():
    """Every member is formal, while the client wants somebody informal."""
    caseload = load("alleen-formeel")

    assert set(caseload.members["kind"]) == {"formal"}
    assert "informal" in set(caseload.needs["wanted_kind"])


def test_tension_has_tension_refusals_and_unknown_pairs():
    """The three things that make this picture."""
    caseload = load("spanning")

    assert (caseload.ties["kind"] == "tension").sum() >= 3
    assert {"unknown", "unwanted"} <= set(caseload.ties["present"])
    assert caseload.members["unwanted"].any()
    assert caseload.members["unsafe"].any()


def test_turning_eighteen_loses_the_youth_act_on_the_birthday():
    """Everybody under the Youth Act stops that day, and some life domains have no planned successor."""
    caseload = load("achttien")
    youth = caseload.members[caseload.members["law"] == "jeugdwet"]
    supports = caseload.supports
    ending = supports[supports["member"].isin(youth["member"])]
    planned = set(supports.loc[supports["status"] == "planned", "domain"])

    assert set(youth["end"]) == set(ending["end"]) == {youth["end"].iloc[0]}
    assert planned & set(ending["domain"])
    assert set(ending["domain"]) - planned


def test_scaling_down_has_ends_and_ways_back():
    """End dates after the reference date, planned backup, and a meeting every three months (92 + 14 days)."""
    caseload = load("afschaling")
    supports, day = caseload.supports, caseload.clients["reference_date"][0]
    intervals = caseload.meetings["date"].sort_values().diff().dt.days.dropna()

    assert (supports["end"] > day).sum() >= 3
    assert ((supports["status"] == "planned") & supports["backup"]).any()
    assert intervals.max() <= 106


def test_crowded_fills_every_domain():
    """Some 24 people, all thirteen life domains, all kinds and circles."""
    caseload = load("druk")

    assert len(caseload.members) == 24
    assert caseload.needs["domain"].nunique() == 13
    assert set(caseload.members["kind"]) == {"informal", "formal", "peer"}
    assert set(caseload.members["circle"]) == {1, 2, 3}


def test_consent_is_recorded_in_several_examples():
    """What may be shown with whom appears in two examples or more."""
    assert sum(len(load(name).consents) > 0 for name in CLIENTS) >= 2


def test_all_examples_together_are_the_examples():
    """Selecting a client from the whole gives the client."""
    together = load(ALL_CLIENTS)

    assert list(together.client_index) == list(CLIENTS)
    for name in CLIENTS:
        alone = load(name)
        assert repr(together.select([name])) == repr(alone)


def test_describe_tells_titles_and_sizes():
    """One row a data set, in either language, sizes as loaded."""
    dutch, english = describe("nl"), describe("en")

    assert list(dutch.index) == list(english.index) == list(DATASETS)
    assert dutch.loc["druk", "members"] == english.loc["druk", "members"] == 24
    assert not (dutch["sentence"] == english["sentence"]).any()
    assert dutch.loc[ALL_CLIENTS, "clients"] == len(CLIENTS)


def test_an_unknown_name_names_the_nearest():
    """Somebody who types it wrong is helped on."""
    with pytest.raises(UnknownNameError, match="'doublures'"):
        load("doubluren")


def test_every_file_is_listed_and_every_name_has_a_file():
    """No forgotten example."""
    folder = files("netwerkanalyse.datasets") / "clients"

    assert {item.name.removesuffix(".md") for item in folder.iterdir()} == set(CLIENTS)

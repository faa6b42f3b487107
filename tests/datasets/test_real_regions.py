"""The four regions of the text: nothing added, nothing smoothed, nothing lost."""

import csv
from importlib.resources import files

import pytest

from netwerkanalyse.datasets import ALL_REGIONS, REGIONS, load_region
from netwerkanalyse.datasets.real_regions import PLACE, SECTOR, TYPE
from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.model.region_vocabulary import ORGANISATION_TYPE
from netwerkanalyse.model.vocabulary import SECTOR as OUR_SECTORS

NAMES = (*REGIONS, ALL_REGIONS)


def transcribed(name):
    """The rows of the transcription, read by another program."""
    with (files("netwerkanalyse.datasets") / "regions" / f"{name}.csv").open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def everything():
    """All regions together."""
    return load_region(ALL_REGIONS)


def test_every_row_is_there(everything):
    """As many of each as the transcription says it has."""
    places = [node["id"] for node in transcribed("nodes") if node["soort"] == PLACE]
    assert len(places) == 3
    assert len(everything.organisations) == len(transcribed("nodes")) - 3 == 108
    assert {*REGIONS.values(), *places} <= set(everything.areas["area"])
    assert len(everything.affiliations) == 114
    assert everything.collaborations["present"].value_counts().to_dict() == {
        "yes": 20,  # of the 29; the other nine say where a team works
        "no": 1,
        "unknown": 0,
        "no_response": 0,
    }


def test_it_is_the_transcription_that_was_shared(shared):
    """Copied, not edited."""
    for name in ("nodes", "edges"):
        ours = (files("netwerkanalyse.datasets") / "regions" / f"{name}.csv").read_text(encoding="utf-8")
        assert ours == (shared / "regions" / f"{name}.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_doubtful_to_the_checks(name):
    """No warning: what is unsure is said in the data themselves."""
    assert load_region(name).warnings == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_its_source(name):
    """The line of the text stands with each organisation, tie and affiliation."""
    region = load_region(name)

    for table in ("organisations", "collaborations", "affiliations"):
        assert region.tables[table]["evidence"].notna().all(), table


def test_where_a_team_works_is_an_area_and_no_tie(everything):
    """The nine rows "werkgebied" are areas of the team that they speak of, with their line; no place has a tie."""
    rows = {edge["van"]: edge for edge in transcribed("edges") if edge["relatie"] == "werkgebied"}
    organisations = everything.organisations.set_index("organisation")
    areas = everything.areas.set_index("area")

    assert len(rows) == 9
    for team, edge in rows.items():
        assert organisations.loc[team, "areas"] == edge["naar"]
        assert edge["bron"] in organisations.loc[team, "evidence"].split("; ")
        assert areas.loc[edge["naar"], "parent"] == "Noord-Holland-Noord"
        assert areas.loc[edge["naar"], "evidence"] == "S2:341"
    assert not set(areas.index) & set(organisations.index)


def test_nothing_is_measured_that_the_text_does_not_measure(everything):
    """No strength, no dates, no capacity; and of unlisted pairs nothing is known."""
    assert everything.collaborations[["value", "since", "until", "respondent"]].isna().all(axis=None)
    assert everything.organisations[["coordination_capacity", "willing", "laws"]].isna().all(axis=None)
    assert everything.layers["pairs_asked"].tolist() == ["listed"]
    assert set(everything.collaborations["layer"]) == {"cooperation"}


def test_affiliations_stay_two_mode():
    """The four founders of the partnership in Zuid-Limburg are not tied to each other by it."""
    region = load_region("zuid-limburg")
    founders = {"LEV", "RAD", "MEA", "WELZ_ZL"}
    ties = region.collaborations

    assert founders < set(region.affiliations.query("initiative == 'PSD'")["organisation"])
    assert not (ties["source"].isin(founders) & ties["target"].isin(founders)).any()


def test_the_tie_that_is_said_to_be_missing_is_missing():
    """Social district teams were "(not yet) closely involved": a no, not a blank."""
    ties = load_region("noord-holland-noord").collaborations.set_index(["source", "target"])

    assert ties.loc[("GGZNHN", "NHN_SWT"), "present"] == "no"
    assert "ontbrekende band" in ties.loc[("GGZNHN", "NHN_SWT"), "note"]


@pytest.mark.parametrize(("name", "network"), [(name, name != "noord-holland-noord") for name in REGIONS])
def test_one_organisation_is_no_network(name, network):
    """Noord-Holland-Noord is one organisation that integrates; the other three are networks."""
    assert load_region(name).is_network is network


def test_only_organisations_decide_for_themselves(everything):
    """Teams, programmes, units and bodies do not; of unnamed categories and partnerships it is not known."""
    said = everything.organisations.groupby("type", observed=True)["autonomous"]

    assert {kind: sorted(set(values.dropna())) for kind, values in said} == {
        "organisation": [True],
        "team": [False],
        "unit": [False],
        "programme": [False],
        "body": [False],
        "initiative": [],
        "partnership": [],
        "facility": [],
        "category": [],
    }
    unsure = everything.organisations.query("type == 'organisation' and autonomous.isna()")
    assert unsure["organisation"].tolist() == ["MET", "VIR"]


@pytest.mark.parametrize(
    ("organisation", "words"),
    [
        ("OLD", "vier regio's"),
        ("OLD", "gemiddeld 50 professionals"),
        ("GGZNHN", "(nog) niet intensief"),
        ("WELZ_ZL", "niet bij naam genoemd"),
        ("HAP2", "niet bij naam genoemd"),
        ("WIJ30", "sector staat niet in de tekst"),
    ],
)
def test_contradictions_are_carried(organisation, words, everything):
    """What the text leaves open or says twice stands with the organisation."""
    assert words in everything.organisations.set_index("organisation").loc[organisation, "note"]


def test_the_doubtful_part_of_the_insurer_is_said():
    """Taken literally, an insurer would send professionals to the teams."""
    rows = load_region("drenthe").affiliations.query("organisation == 'ZK' and initiative == 'OLT_ASS'")

    assert rows["role"].tolist() == ["deelname onzeker"]
    assert "vermoedelijk" in rows["note"].item()


def test_every_word_of_the_text_has_its_place():
    """Each type and sector of the transcription is mapped, to codes that exist, and none for nothing."""
    nodes = transcribed("nodes")

    assert {node["soort"] for node in nodes} == {*TYPE, PLACE}
    assert {node["sector"] for node in nodes if node["soort"] != PLACE} == set(SECTOR)
    assert set(TYPE.values()) - {None} <= set(ORGANISATION_TYPE.names)
    assert set(SECTOR.values()) - {None} <= set(OUR_SECTORS.names)


def test_what_is_said_with_the_rows_comes_in_the_language_asked_for():
    """The words of the text itself stay Dutch."""
    ties = load_region("drenthe", lang="en").collaborations

    assert ties["note"].str.startswith("in the source: ").all()


def test_an_unknown_region_is_told_with_the_known_ones():
    """With the nearest name."""
    with pytest.raises(UnknownNameError, match="'utrecht'"):
        load_region("utrect")

"""The facts of a sociogram: who, where, and what is between them, taken from a caseload."""

import pandas as pd
import pytest

from netwerkanalyse import Level, datasets, measure
from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.report.sociogram.data import sociogram
from netwerkanalyse.report.sociogram.facts import Facts, Layer, Overlap, Supply
from netwerkanalyse.report.sociogram.routes import chosen
from netwerkanalyse.report.sociogram.words import attention
from netwerkanalyse.texts import catalogue
from sociograms import example_facts

PLACES = [(0, -100), (100, 0), (0, 100), (-100, 0)]
"""Four people around the client."""


def caseload(**tables) -> Caseload:
    """Make one fictional client from rows of tables."""
    frames = {name: pd.DataFrame(rows).assign(client="K1") for name, rows in tables.items()}
    return Caseload.build({"clients": pd.DataFrame({"client": ["K1"], "pairs_asked": ["all"]}), **frames})


def pairs_of(facts: Facts, layer: Layer) -> set[tuple[str, str]]:
    """Name the pairs of a layer by member."""
    return {(facts.people[pair.a].member, facts.people[pair.b].member) for pair in facts.pairs if pair.layer is layer}


@pytest.fixture(scope="module")
def worked_example() -> Facts:
    """The worked example of the definitions."""
    return sociogram(datasets.load("voorbeeld"), "voorbeeld")


def test_worked_example_gaps(worked_example):
    """Werken is a gap, financiën is short, lichamelijk was not asked: the worked-out values of the definitions."""
    states = {area.domain: area.state for area in worked_example.areas}

    assert states["work"] is Supply.ABSENT
    assert states["finances"] is Supply.SHORT
    assert states["physical_health"] is Supply.UNASKED
    assert states["mental_health"] is Supply.MET
    assert "meaning" not in states  # no need and no support: no sector


def test_worked_example_doublure(worked_example):
    """Wonen is a doublure of casemanager and begeleider; psychisch is overlap that is coordinated."""
    areas = {area.domain: area for area in worked_example.areas}

    assert areas["housing"].overlap is Overlap.DOUBLURE
    doubling = [[worked_example.people[one].member for one in group] for group in areas["housing"].doubling]
    assert doubling == [["casemanager"], ["begeleider"]]
    assert areas["mental_health"].overlap is Overlap.COORDINATED
    assert worked_example.doubles == (areas["housing"],)


def test_worked_example_pairs(worked_example):
    """Three ties; missing are the pairs that share a life domain without a tie."""
    ties = {("moeder", "broer"), ("moeder", "casemanager"), ("casemanager", "huisarts")}

    assert pairs_of(worked_example, Layer.COORDINATES) == ties
    assert pairs_of(worked_example, Layer.MISSING) == {("moeder", "huisarts"), ("casemanager", "begeleider")}
    assert worked_example.unknown_pairs == 0


def test_main_domain_is_the_one_with_most_support(worked_example):
    """The casemanager gives 2 in psychisch and 1 in wonen, and so stands in psychisch."""
    casemanager = next(person for person in worked_example.people if person.member == "casemanager")

    assert casemanager.domains == ("mental_health", "housing")


def test_measures_can_be_handed_over(worked_example):
    """A table of measures that exists already gives the same facts."""
    loaded = datasets.load("voorbeeld")
    table = measure(loaded, ["coverage", "gaps", "doubles"], level=Level.DOMAIN)

    assert sociogram(loaded, "voorbeeld", domain_table=table) == worked_example


def test_domains_nobody_talked_about_get_no_sector(worked_example):
    """A life domain that is not listed is named, but gets no sector."""
    assert "leren" in worked_example.unlisted
    assert "zingeving" not in worked_example.unlisted
    assert all(area.label not in worked_example.unlisted for area in worked_example.areas)


def test_unknown_pairs_are_counted_and_not_missing():
    """Where only listed pairs were asked about, a silent pair is unknown: not a tie and not a missing tie."""
    loaded = caseload(
        members=[{"member": name} for name in "abc"],
        ties=[{"source": "a", "target": "b", "present": "no"}],
        needs=[{"domain": "work", "need": 2}],
        supports=[{"member": name, "domain": "work", "amount": 1} for name in "abc"],
    )
    clients = loaded.clients.assign(pairs_asked="listed")
    facts = sociogram(loaded.with_tables(clients=clients), "K1")

    assert pairs_of(facts, Layer.MISSING) == {("a", "b")}
    assert facts.unknown_pairs == 2


def test_who_met_or_may_not_meet_misses_no_tie():
    """Pairs that sat at the same meeting, and pairs the client does not want, are no missing ties."""
    loaded = caseload(
        members=[{"member": name} for name in "abc"],
        ties=[{"source": "a", "target": "c", "present": "unwanted"}],
        needs=[{"domain": "work", "need": 2}],
        supports=[{"member": name, "domain": "work", "amount": 1} for name in "abc"],
        meetings=[{"meeting": "1", "date": "2026-01-10"}],
        attendance=[{"meeting": "1", "member": name, "present": True} for name in "ab"],
    )

    assert pairs_of(sociogram(loaded, "K1"), Layer.MISSING) == {("b", "c")}


def test_who_coordinates_also_knows_each_other_once():
    """A pair that coordinates and knows each other gets one line, not two."""
    ties = [{"source": "a", "target": "b", "kind": kind} for kind in ("coordinates", "knows")]
    facts = sociogram(caseload(members=[{"member": "a"}, {"member": "b"}], ties=ties), "K1")

    assert [pair.layer for pair in facts.pairs] == [Layer.COORDINATES]


def test_activatable_people_are_shown_apart():
    """Somebody who is not in contact now is shown as such; not when contact is refused or unsafe."""
    members = [
        {"member": "oom", "active": "nee", "unwanted": None, "unsafe": None},
        {"member": "ex", "active": "nee", "unwanted": "ja", "unsafe": None},
        {"member": "vriend", "active": "nee", "unwanted": None, "unsafe": "ja"},
        {"member": "tante", "active": None, "unwanted": None, "unsafe": None},
    ]
    facts = sociogram(caseload(members=members), "K1")

    assert [(person.member, person.activatable) for person in facts.people] == [("tante", False), ("oom", True)]


def test_shared_version_keeps_what_only_the_client_may_see():
    """What costs strength, what is unsafe or unwanted, and tension stand in the client's own version only."""
    loaded = caseload(
        members=[
            {"member": "a", "hindering": 3, "unsafe": "ja", "unwanted": "ja"},
            {"member": "b", "hindering": 1, "unsafe": None, "unwanted": None},
        ],
        ties=[{"source": "a", "target": "b", "kind": "tension"}],
    )
    own, shared = sociogram(loaded, "K1"), sociogram(loaded, "K1", for_client=False)

    assert [(one.hindering, one.unsafe, one.unwanted) for one in own.people] == [(3, True, True), (1, False, False)]
    assert pairs_of(own, Layer.TENSION) == {("a", "b")}
    assert [(one.hindering, one.unsafe, one.unwanted) for one in shared.people] == [(None, False, False)] * 2
    assert shared.pairs == ()


def test_blank_closeness_and_kind_stay_unknown():
    """Nobody is given a closeness or kind that nobody asked about."""
    facts = sociogram(caseload(members=[{"member": "a"}]), "K1")

    assert facts.people[0].circle is None
    assert facts.people[0].kind == ""


def test_client_without_anything():
    """A client without people or needs has an empty sociogram."""
    facts = sociogram(Caseload.build({"clients": pd.DataFrame({"client": ["K1"]})}), "K1")

    assert (facts.people, facts.areas, facts.pairs) == ((), (), ())


def test_unknown_client():
    """A client who is not in the caseload is named."""
    with pytest.raises(UnknownNameError, match="K9"):
        sociogram(datasets.load("voorbeeld"), "K9")


def test_notebook_shows_the_picture(worked_example):
    """A notebook shows the sociogram as a picture."""
    assert worked_example._repr_svg_().startswith("<svg")


def test_every_example_has_a_sociogram():
    """Every bundled client can be shown, and the crowded one has everybody."""
    assert len(example_facts()["druk"].people) == 24


def test_who_coordinates_is_not_drawn_as_double():
    """Two professionals who coordinate, and a naaste who does not: no two of them do the same without knowing it."""
    people = [
        {"member": "a", "kind": "formal", "organisation": "A"},
        {"member": "b", "kind": "formal", "organisation": "B"},
        {"member": "c", "kind": "formal", "organisation": "C"},
        {"member": "m", "kind": "informal", "role": "mother"},
    ]
    need = [{"domain": "work", "need": 1}]
    gives = [{"member": who, "domain": "work", "amount": 2, "status": "happening"} for who in "abm"]
    tie = [{"source": "a", "target": "b"}]
    told = sociogram(caseload(members=people, needs=need, supports=gives, ties=tie), "K1")
    more = [*gives, {**gives[0], "member": "c"}]
    with_another = sociogram(caseload(members=people, needs=need, supports=more, ties=tie), "K1")

    assert told.areas[0].overlap is Overlap.DOUBLURE
    assert told.areas[0].doubling == ((0, 1),)
    assert not [pair for pair in chosen(told, PLACES) if pair.layer is Layer.DOUBLE]
    assert with_another.areas[0].doubling == ((0, 1), (2,))
    drawn = [pair.ends for pair in chosen(with_another, PLACES) if pair.layer is Layer.DOUBLE]
    assert drawn == [frozenset((1, 2))]


def test_an_answer_that_is_unknown_is_not_called_unasked():
    """Somebody asked whether they coordinate and nobody knew: the words say that it is not known."""
    people = [{"member": "a"}, {"member": "b"}]
    ties = [{"source": "a", "target": "b", "present": "unknown"}]
    facts = sociogram(caseload(members=people, ties=ties, needs=[{"domain": "work", "need": "?"}]), "K1")

    assert "gevraagd" not in " ".join(attention(facts))
    assert not [words for key, words in catalogue("nl").items() if key.startswith("picture.") and "gevraagd" in words]

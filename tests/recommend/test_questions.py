"""Questions whose answers would change the picture most: measured, few, and never about who is off limits."""

import pytest

from netwerkanalyse import datasets
from netwerkanalyse.recommend.questions import ask_first
from networks import Client, caseload_of


def client_with(**person):
    """Nobody said how much is needed at werken, and not whether the two know each other."""
    people = [{"kind": "formal", **person}, {"kind": "informal"}]
    supports = [{"member": k, "domain": "housing", "amount": 1} for k in (0, 1)]
    needs = [{"domain": "housing", "need": 2}, {"domain": "work", "need": None}]
    return Client("K", people, [(0, 1, "unknown", None)], needs, supports)


def test_a_need_nobody_asked_about_decides_a_gap():
    """Without support at werken, none or some need is a gap or not: one life domain between answers 0 and 1."""
    found = {one.key: one for one in ask_first(caseload_of(client_with()))["K"]}

    need = found["need/work"]
    assert (need.answers, need.largest) == (3, 1)
    assert need.expected == pytest.approx(2 / 3)  # of the three pairs of answers, two differ by one
    assert need.what.say("nl") == "Hoeveel steun is er nodig bij werken?"


def test_contact_decides_how_many_groups_there_are():
    """Two people are one group or two."""
    found = {one.key: one for one in ask_first(caseload_of(client_with()))["K"]}

    assert found["contact/p0+p1"].largest == 1


def test_nobody_off_limits_is_asked_about():
    """With somebody who is not safe there is no question about that person."""
    found = ask_first(caseload_of(client_with(unsafe="yes", kind=None)))["K"]

    assert [one.key for one in found] == ["need/work"]


def test_what_changes_nothing_is_not_asked():
    """When all is known there is nothing to ask."""
    client = client_with()
    client.needs.pop()
    client.ties[:] = [(0, 1, "yes", None)]
    client.people[0]["role"] = "clinician"

    assert ask_first(caseload_of(client)) == {"K": ()}


def test_a_blank_role_decides_whether_one_is_vacant():
    """A professional of whom nobody noted who it is may be the general practitioner; a naaste is not asked about."""
    found = {one.key: one for one in ask_first(caseload_of(client_with()))["K"]}

    assert found["role/p0"].largest == 1
    assert "role/p1" not in found


def test_a_pair_that_nobody_asked_about_is_asked_about():
    """Where only listed pairs were asked, contact of two who help with the same is asked; not of who is unsafe."""
    client = Client("K", client_with(role="clinician").people, [], [], client_with().supports, all_asked=False)
    (one,) = ask_first(caseload_of(client))["K"]
    assert (one.key, one.largest) == ("contact/p0+p1", 1)

    client.people[1]["unsafe"] = "yes"
    assert ask_first(caseload_of(client)) == {"K": ()}


@pytest.mark.parametrize("name", ["druk", "doublures", "voorbeeld", "spanning"])
def test_a_few_questions_the_same_every_time(name):
    """At most three a client, those that decide most first, and the same twice."""
    found = ask_first(datasets.load(name))
    for questions in found.values():
        assert len(questions) <= 3
        assert [one.largest for one in questions] == sorted((one.largest for one in questions), reverse=True)
    assert found == ask_first(datasets.load(name))

"""Roles that nobody has, and roles that several people have."""

import pytest

from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.catalogue import measure, why_missing
from networks import Client, with_meetings
from tables import agree, missing_has_a_reason


def roles(*names, meetings=()):
    """The roles of a client whose people have roles by name."""
    frame = measure(with_meetings(Client("K", [{"role": name} for name in names]), list(meetings)), ["roles"])
    assert missing_has_a_reason(frame)
    return frame


def test_worked_example():
    """There is a general practitioner and one case manager; no resource group, so nobody need coordinate it."""
    found = measure(load("voorbeeld"), ["roles"]).iloc[0]

    agree(found, {"role_gap_general_practitioner": False, "role_gap_resource_coordinator": None, "role_doublures": 0})


@pytest.mark.parametrize(
    ("names", "gap"),
    [
        (["general_practitioner"], False),
        (["mother"], True),
        (["mother", None], True),
        ([None, None], None),
        (["een eigen rol"], True),
        ([], True),
    ],
)
def test_general_practitioner(names, gap):
    """Nobody has the role; when no role was noted at all, nobody knows."""
    found = roles(*names)

    agree(found.iloc[0], {"role_gap_general_practitioner": gap, "people_without_role": names.count(None)})
    assert (why_missing(found)["role_gap_general_practitioner"].item() == "roles_unknown") == (gap is None)


def test_resource_coordinator_is_needed_when_there_are_meetings():
    """A resource group without its coordinator is a gap."""
    agree(roles("mother", meetings=[[0]]).iloc[0], {"role_gap_resource_coordinator": True})
    agree(roles("resource_coordinator", meetings=[[0]]).iloc[0], {"role_gap_resource_coordinator": False})
    assert why_missing(roles("mother"))["role_gap_resource_coordinator"].item() == "no_meetings"


@pytest.mark.parametrize(
    ("names", "doublures"),
    [
        (["case_manager", "case_manager"], 1),
        (["case_manager", "care_director"], 1),
        (["case_manager", "lead_clinician"], 0),
        (["case_manager", "case_manager", "lead_clinician", "lead_clinician", "resource_coordinator"], 2),
        (["support_worker", "support_worker", "general_practitioner", "general_practitioner"], 0),
    ],
)
def test_role_doublures(names, doublures):
    """Of three roles there is one person at most; a care director is a case manager."""
    assert roles(*names)["role_doublures"].item() == doublures


def test_who_is_not_in_contact_has_no_role():
    """Only people who are in the network now."""
    people = [{"role": "case_manager"}, {"role": "case_manager", "active": "no"}]
    found = measure(with_meetings(Client("K", people), []), ["roles"])

    assert found["case_managers"].item() == 1

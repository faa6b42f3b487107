"""Roles that nobody has, and roles that several people have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.model.vocabulary import KIND
from networks import Client, with_meetings
from tables import agree, missing_has_a_reason


def of(people, meetings=()):
    """The roles of a client whose people are pairs of kind and role."""
    client = Client("K", [{"kind": kind, "role": role} for kind, role in people])
    frame = measure(with_meetings(client, list(meetings)), ["roles"])
    assert missing_has_a_reason(frame)
    return frame


def roles(*names, meetings=()):
    """The roles of a client whose people have roles by name."""
    return of([(None, name) for name in names], meetings)


def test_worked_example():
    """There is a general practitioner and one case manager; no resource group, so nobody need coordinate it."""
    found = measure(load("voorbeeld"), ["roles"]).iloc[0]

    agree(found, {"role_gap_general_practitioner": False, "role_gap_resource_coordinator": None, "role_doublures": 0})


@pytest.mark.parametrize(
    ("names", "gap"),
    [
        (["general_practitioner"], False),
        (["mother"], True),
        (["clinician", None], None),
        ([None, None], None),
        (["een eigen rol"], True),
        ([], True),
    ],
)
def test_general_practitioner(names, gap):
    """Nobody has the role; somebody whose role was not noted may have it."""
    found = roles(*names)

    agree(found.iloc[0], {"role_gap_general_practitioner": gap, "people_without_role": names.count(None)})
    assert (why_missing(found)["role_gap_general_practitioner"].item() == "roles_unknown") == (gap is None)


def test_naasten_without_a_role_leave_no_doubt():
    """A naaste is not the general practitioner, whether it was noted who they are or not; anybody else may be."""
    gaps = {kind: of([(kind, None), ("formal", "clinician")]).iloc[0] for kind in ("informal", "formal", "peer", None)}

    agree(gaps["informal"], {"role_gap_general_practitioner": True, "possible_role_holders": 0})
    for kind in ("formal", "peer", None):
        agree(gaps[kind], {"role_gap_general_practitioner": None, "possible_role_holders": 1})


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


def test_role_doublures_have_a_range():
    """Two professionals without a role: one may be a second case manager, or they may be two lead clinicians."""
    found = roles("case_manager", None, None)

    agree(found.iloc[0], {"role_doublures": None, "role_doublures_low": 0, "role_doublures_high": 1})
    assert why_missing(found)["role_doublures"].item() == "roles_unknown"


ROLES = ("general_practitioner", "case_manager", "care_director", "lead_clinician", "resource_coordinator", "clinician")
SLOTS = ({"case_manager", "care_director"}, {"lead_clinician"}, {"resource_coordinator"})


@given(
    st.lists(
        st.tuples(st.sampled_from((*KIND.names, None)), st.sampled_from((*ROLES, None, None, "een eigen rol"))),
        max_size=5,
    )
)
def test_agrees_with_every_way_the_blanks_can_turn_out(people):
    """A gap and a doublure are there for sure when they are whatever the roles that were not noted are."""
    gaps = naive.roles.in_all_roles(people, lambda held: "general_practitioner" not in held, ROLES)
    doubles = naive.roles.in_all_roles(people, lambda held: naive.roles.double_roles(held, SLOTS), ROLES)

    agree(
        of(people).iloc[0],
        {
            "role_gap_general_practitioner": gaps.pop() if len(gaps) == 1 else None,
            "role_doublures_low": min(doubles),
            "role_doublures_high": max(doubles),
            "role_doublures": min(doubles) if len(doubles) == 1 else None,
        },
    )


def test_who_is_not_in_contact_has_no_role():
    """Only people who are in the network now."""
    people = [{"role": "case_manager"}, {"role": "case_manager", "active": "no"}]
    found = measure(with_meetings(Client("K", people), []), ["roles"])

    assert found["case_managers"].item() == 1

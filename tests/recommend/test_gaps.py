"""Every code of a gap leads to a proposal that says so."""

import pandas as pd
import pytest

from netwerkanalyse import datasets, recommend
from networks import Client, caseload_of
from proposal_cases import crowd, services


def found(client, **more):
    """The proposals for one client, by the code of their gap."""
    of_gap = {}
    for one in recommend.client(caseload_of(client, **more)).proposals:
        of_gap.setdefault(one.finding.gap, []).append(one)
    return of_gap


def covered(rating):
    """Somebody gives all that is needed at wonen; the client says whether that is enough."""
    return Client(
        "K",
        [{"kind": "formal", "role": "general_practitioner"}],
        [],
        [{"domain": "housing", "need": 2, "client_rating": rating}],
        [{"member": 0, "domain": "housing", "amount": 2}],
    )


def test_help_that_does_not_help_is_talked_about_first():
    """G8: enough by the numbers, and not by the client's own word. It is shown, and nobody new is needed for it."""
    (one,) = found(covered("unmet"))["G8"]

    assert one.key == "talk/housing/help"
    assert one.place == 1
    assert not one.involved.new_person
    assert "Toch zegt de cliënt dat de behoefte niet vervuld is." in recommend.paragraph(one, "nl")
    assert "G8" not in found(covered("met"))


def test_who_is_off_limits_is_not_named_where_help_does_not_help():
    """Who is not safe stands in no sentence, not even as somebody who helps."""
    client = covered("unmet")
    client.people[0] |= {"unsafe": "yes", "label": "Zwaan"}
    (one,) = found(client)["G8"]

    assert "Zwaan" not in recommend.paragraph(one, "nl")


@pytest.mark.parametrize(
    ("people", "meetings", "roles"),
    [
        ([{"kind": "formal", "role": "clinician"}], 0, ["general_practitioner"]),
        ([{"kind": "formal", "role": "general_practitioner"}], 1, ["resource_coordinator"]),
        ([{"kind": "formal"}], 1, []),  # whose role is not known may have it
    ],
)
def test_a_role_that_nobody_has(people, meetings, roles):
    """G9: somebody to look for, measured as if found; where it is not known nothing is proposed."""
    held = pd.DataFrame({"client": ["K"], "meeting": ["m"], "date": ["2026-01-01"]}).iloc[:meetings]
    proposals = found(Client("K", people), meetings=held).get("G9", [])

    assert [one.key for one in proposals] == [f"role/{role}" for role in roles]
    assert [[(one.before, one.after) for one in each.effects] for each in proposals] == [[(1, 0)] for _ in roles]


def test_a_goal_of_the_clients_own_where_something_is_missing():
    """An option that needs nobody: a goal. With a goal noted it is not asked again, unless it was let go."""
    client = Client("K", [{"kind": "formal", "role": "general_practitioner"}], [], [{"domain": "work", "need": 2}])

    def goals(status):
        row = {"client": "K", "goal": "1", "domain": "work", "status": status}
        return {one.key for one in recommend.client(caseload_of(client, goals=pd.DataFrame([row]))).proposals}

    asked = recommend.client(caseload_of(client)).of("K")["goal/work"]
    assert asked.shown
    assert not asked.involved.new_person
    assert "goal/work" in goals("dropped")
    assert "goal/work" not in goals("busy")


def test_support_that_lapsed_or_was_not_taken_over():
    """G7: support ended two months ago, the need goes on and nobody took it over; the same days are no G5 too."""
    day = pd.Timestamp("2026-03-01")
    client = Client(
        "K",
        [{"kind": "formal", "role": "general_practitioner"}],
        [],
        [{"domain": "work", "need": 2, "start": day - pd.Timedelta(days=200)}],
        [
            {"member": 0, "domain": "work", "amount": 2}
            | {"start": day - pd.Timedelta(days=200), "end": day - pd.Timedelta(days=60)}
        ],
        attributes={"reference_date": day},
    )
    of_gap = found(client)

    assert [one.key for one in of_gap["G7"]] == ["talk/work/not_taken_over"]
    assert "G5" not in of_gap


def test_every_gap_leads_to_a_proposal():
    """Over many clients, every code that this program measures comes up; with a social map G10 too."""
    many = crowd(60, seed=4)
    codes = {one.finding.gap for one in recommend.client(many, services(seed=4)).proposals}

    assert {"G1", "G2", "G3", "G4", "G6", "G8", "G9", "G10"} <= codes


def test_scaling_is_reached():
    """A talk before an end date that leaves a gap is among those shown, and scaling up where there is room."""
    ending = recommend.client(datasets.load("afschaling"))
    assert [one.key for one in ending.shown if one.kind == "scaling"] == ["scaling/before/2026-04-01"]

    up = [one for one in recommend.client(caseload_of(covered("met"))).shown if one.kind == "scaling"]
    assert [one.key for one in up] == ["scaling/up"]
    assert up[0].gain.safety_net == 1

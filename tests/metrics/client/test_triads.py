"""Triads of client, chosen naaste and professional with overview."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import naive
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.cutoffs import Cutoffs
from networks import Client, caseload_of, clients
from tables import agree, missing_has_a_reason

CHOSEN = {"kind": "informal", "nominated": "yes"}
CASE_MANAGER = {"kind": "formal", "role": "case_manager"}
TODAY = date(2026, 6, 30)


def triads(client, meetings=(), **cutoffs):
    """The measures of one client; a meeting is how many days ago it was, and who was present."""
    held = [
        {"client": client.name, "meeting": f"m{k}", "date": TODAY - timedelta(days=d)}
        for k, (d, _) in enumerate(meetings)
    ]
    there = [
        {"client": client.name, "meeting": f"m{k}", "member": f"p{person}", "present": "yes"}
        for k, (_, people) in enumerate(meetings)
        for person in people
    ]
    caseload = caseload_of(
        client,
        meetings=pd.DataFrame(held, columns=["client", "meeting", "date"]),
        attendance=pd.DataFrame(there, columns=["client", "meeting", "member", "present"]),
    )
    frame = measure(caseload, ["triads"], cutoffs=Cutoffs(**cutoffs))
    assert missing_has_a_reason(frame)
    return frame.iloc[0]


def dated(*people, ties=()):
    """A client at a date; ties are pairs who have contact."""
    return Client("K", list(people), [(a, b, "yes", None) for a, b in ties], attributes={"reference_date": TODAY})


def test_only_chosen_naasten_and_professionals_with_overview_count():
    """A naaste who was not chosen, and a professional without overview, are on neither side."""
    others = [{"kind": "informal", "nominated": "no"}, {"kind": "informal"}, {"kind": "formal", "role": "clinician"}]
    found = triads(dated(CHOSEN, CASE_MANAGER, *others, ties=[(0, 4), (1, 2), (1, 3)]))

    agree(found, {"triad_informal": 1, "triad_formal": 1, "triad_density": 0.0})


@pytest.mark.parametrize("role", ["lead_clinician", "case_manager", "care_director", "resource_coordinator"])
def test_who_keeps_the_overview(role):
    """The roles with overview, and those that stand for them."""
    assert triads(dated(CHOSEN, {"kind": "formal", "role": role}))["triad_formal"] == 1


def test_shares_of_either_side():
    """Two chosen naasten and two case managers, two contacts with the same professional."""
    found = triads(dated(CHOSEN, CHOSEN, CASE_MANAGER, CASE_MANAGER, ties=[(0, 2), (1, 2)]))

    agree(
        found,
        {"triad_density": 0.5, "triad_formal_linked_share": 0.5, "triad_informal_linked_share": 1.0},
    )


def test_a_refused_contact_takes_no_part():
    """The client does not want the contact: the pair leaves the denominator."""
    client = Client("K", [CHOSEN, CHOSEN, CASE_MANAGER], [(0, 2, "yes", None), (1, 2, "unwanted", None)])

    agree(triads(client), {"triad_pairs": 1, "triad_density": 1.0})


@pytest.mark.parametrize(
    ("people", "reason"),
    [([CASE_MANAGER, {"kind": "informal"}], "no_nominated_informal"), ([CHOSEN], "no_formal_with_overview")],
)
def test_nobody_on_a_side_has_a_reason(people, reason):
    """Nobody chosen, or nobody with overview, is itself a finding."""
    frame = measure(caseload_of(Client("K", people)), ["triads"])

    assert why_missing(frame)["triad_density"].item() == reason


@pytest.mark.parametrize(
    ("meetings", "met"),
    [
        ([(10, [0, 1])], 1),
        ([(92, [0, 1])], 1),
        ([(93, [0, 1])], 0),
        ([(10, [0]), (12, [1])], 0),
        ([(-1, [0, 1]), (100, [0, 1])], 0),
        ([(0, [0, 1, 2])], 1),
    ],
)
def test_met_together_recently(meetings, met):
    """At the same meeting, in the three months up to the reference date."""
    found = triads(dated(CHOSEN, CASE_MANAGER, CHOSEN, ties=[(0, 1)]), meetings)

    agree(found, {"triad_met": met, "triad_met_share": met / 2})


def test_how_recent_is_a_named_parameter():
    """With half a year, a meeting of four months ago counts."""
    client = dated(CHOSEN, CASE_MANAGER, ties=[(0, 1)])

    assert triads(client, [(120, [0, 1])])["triad_met"] == 0
    assert triads(client, [(120, [0, 1])], recent_meeting_days=183)["triad_met"] == 1


def test_meeting_without_contact_is_no_closed_triad():
    """Level 2 is a contact and a meeting; the meeting alone is not."""
    assert triads(dated(CHOSEN, CASE_MANAGER), [(10, [0, 1])])["triad_met"] == 0


def test_no_meeting_noted_is_not_never_met():
    """Without a meeting, or without a reference date, nobody can say who met."""
    people, ties = [CHOSEN, CASE_MANAGER], [(0, 1, "yes", None)]

    agree(triads(dated(*people, ties=[(0, 1)])), {"meetings_held": 0, "triad_met": None, "triad_met_share": None})
    agree(triads(Client("K", people, ties), [(10, [0, 1])]), {"meetings_held": 0, "triad_met": None})


@given(clients(), st.data())
def test_agrees_with_the_definitions(client, data):
    """Kernel and definition agree on any small network with roles and meetings."""
    n = len(client.people)
    client.attributes = {"reference_date": TODAY}
    for person in client.people:
        person["role"] = data.draw(st.sampled_from([None, "case_manager", "lead_clinician", "clinician", "eigen"]))
    present = st.lists(st.integers(0, max(n - 1, 0)), unique=True, max_size=n)
    meetings = data.draw(st.lists(st.tuples(st.sampled_from([-5, 0, 50, 200]), present), max_size=3))
    listed = {(a, b): answer for a, b, answer, _ in client.ties}
    chosen = [p for p in range(n) if client.people[p]["kind"] == "informal" and client.people[p]["nominated"] == "yes"]
    overview = [
        p
        for p in range(n)
        if client.people[p]["kind"] == "formal" and client.people[p]["role"] in {"case_manager", "lead_clinician"}
    ]
    answers = {
        (a, b): naive.mixing.answer_about((a, b), listed, all_asked=client.all_asked) for a in chosen for b in overview
    }
    density, low, high = naive.bridging.bridge(list(answers.values()))
    recent = [set(people) for days, people in meetings if 0 <= days <= 92]
    met = sum(answer == "yes" and any(set(pair) <= people for people in recent) for pair, answer in answers.items())
    asked = sum(answer in {"yes", "no"} for answer in answers.values())
    held = sum(days >= 0 for days, _ in meetings)
    expected = {
        "triad_informal": len(chosen),
        "triad_formal": len(overview),
        "triad_ties": list(answers.values()).count("yes"),
        "triad_density": density,
        "triad_density_low": low,
        "triad_density_high": high,
        "triad_formal_linked_share": naive.bridging.linked([[answers[a, b] for a in chosen] for b in overview])[0]
        if asked
        else None,
        "triad_informal_linked_share": naive.bridging.linked([[answers[a, b] for b in overview] for a in chosen])[0]
        if asked
        else None,
        "meetings_held": held,
        "triad_met": met if held else None,
        "triad_met_share": met / asked if held and asked else None,
    }

    agree(triads(client, meetings), expected)

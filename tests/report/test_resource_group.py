"""What is said about the resource group: noted facts, not known where a cell is blank, and never a score."""

import pandas as pd
import pytest

from netwerkanalyse import datasets
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.report.client_report import client_report
from netwerkanalyse.report.document import Status
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.html import render
from netwerkanalyse.report.sections.resource_group import FACTS, checks

YES, NO, UNKNOWN = Status.YES, Status.NO, Status.UNKNOWN
PEOPLE = {
    "member": ["zus", "behandelaar", "begeleider"],
    "kind": ["informal", "formal", "formal"],
    "role": ["sister", "clinician", "resource_coordinator"],
    "sector": [None, "mental_health_care", "social_domain"],
    "nominated": ["ja", "ja", "ja"],
}
GOALS = {"goal": list("1234"), "term": ["short", "short", "long", "long"], "author": ["cliënt"] * 4}
MEETINGS = {"meeting": list("12"), "date": ["2025-12-01", "2026-02-20"], "chair": ["cliënt", "K"]}
ATTENDANCE = {"meeting": list("1122"), "member": ["zus", "begeleider"] * 2, "present": ["ja", "ja", "ja", "nee"]}
TIES = {"source": ["zus", "zus"], "target": ["behandelaar", "begeleider"], "present": ["ja", "ja"]}
TABLES = {"members": PEOPLE, "goals": GOALS, "meetings": MEETINGS, "attendance": ATTENDANCE, "ties": TIES}


def group(**changed):
    """A client for whom every check holds, with some columns changed."""
    frames = {
        name: pd.DataFrame({**columns, **changed.get(name, {})}).assign(client="K") for name, columns in TABLES.items()
    }
    frames["clients"] = pd.DataFrame(
        {"client": ["K"], "reference_date": ["2026-03-01"], "pairs_asked": ["all"], "group_name": ["Samen"]}
    )
    return Caseload.build(frames)


def answers(**changed):
    """The answers by the name of the check."""
    made = checks(Evidence(Network(group(**changed))))
    return dict(zip(FACTS, [one.status for one in made], strict=True))


def test_all_that_is_usual_is_there():
    """A group as it is meant: every answer is yes; that a group goes on cannot be asked while no professional left."""
    found = answers()

    assert found.pop("goes_on") is Status.NOT_APPLICABLE
    assert set(found.values()) == {YES}


@pytest.mark.parametrize(
    ("question", "table", "columns", "answer"),
    [
        ("chosen_by_client", "members", {"nominated": ["ja", None, "nee"]}, NO),
        ("with_naaste", "members", {"kind": ["peer", "formal", "formal"]}, NO),
        ("both_sides", "members", {"sector": [None, "mental_health_care", None]}, UNKNOWN),
        ("led_by_client", "meetings", {"chair": ["behandelaar", "cliënt"]}, NO),
        ("led_by_client", "members", {"role": ["sister", "clinician", None]}, UNKNOWN),
        ("with_goals", "goals", {"author": ["cliënt", "behandelaar", "cliënt", "cliënt"]}, NO),
        ("rhythm", "meetings", {"date": ["2025-11-05", "2026-02-20"]}, NO),
        ("rhythm", "meetings", {"date": ["2025-11-06", "2026-02-20"]}, YES),  # 106 days: three months and two weeks
    ],
)
def test_each_check(question, table, columns, answer):
    """One thing changed changes one answer; a blank cell is not a no."""
    assert answers(**{table: columns})[question] is answer


def test_numbers_stand_behind_the_answer():
    """Who chose, who was there, and how long it was: the facts are told in words, and of none nothing is said."""
    told = dict(zip(FACTS, checks(Evidence(Network(group()), "nl")), strict=True))

    assert told["chosen_by_client"].facts == "Gekozen: 3."
    assert told["rhythm"].facts == "Bijeenkomsten tot nu toe: 2. Langste tijd ertussen: 81 dagen."
    assert (
        told["attendance_noted"].facts == "Naasten waren er 100% van de keren. Professionals waren er 50% van de keren."
    )
    assert told["has_name"].facts == ""


def test_answers_are_told_by_word_and_by_sign():
    """Who sees no colours reads the same: a word and a sign stand beside every check."""
    html = render(client_report(group(members={"nominated": ["ja", None, "nee"]})))

    for sign, word in (("✓", "ja"), ("○", "nee"), ("–", "niet van toepassing")):
        assert f'<span aria-hidden="true">{sign}</span> {word}</span>' in html


def test_without_a_resource_group_nothing_is_asked():
    """No list of no's for a client who has no resource group."""
    assert checks(Evidence(Network(datasets.load("voorbeeld")))) == ()

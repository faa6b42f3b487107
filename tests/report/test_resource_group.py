"""What is said about the resource group: recorded facts, and not known where a cell is blank."""

import pandas as pd
import pytest

from netwerkanalyse import datasets
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.report.document import Status
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.sections.resource_group import checks

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
QUESTIONS = ("chosen", "naaste", "sides", "coordinator", "roles", "goals", "chair", "rhythm")


def answers(**changed):
    """The answers about a client for whom every check holds, with some columns changed; None leaves a table out."""
    tables = {"members": PEOPLE, "goals": GOALS, "meetings": MEETINGS}
    frames = {
        name: pd.DataFrame({**columns, **changed.get(name, {})}).assign(client="K")
        for name, columns in tables.items()
        if changed.get(name, {}) is not None
    }
    frames["clients"] = pd.DataFrame({"client": ["K"], "reference_date": ["2026-03-01"]})
    made = checks(Evidence(Network(Caseload.build(frames))))
    return dict(zip(QUESTIONS, [one.status for one in made], strict=True))


def test_all_that_is_usual_is_there():
    """A group as it is meant: every answer is yes."""
    assert set(answers().values()) == {YES}


@pytest.mark.parametrize(
    ("question", "table", "columns", "answer"),
    [
        ("chosen", "members", {"nominated": ["ja", "ja", None]}, YES),  # who is not in the group does not count
        ("naaste", "members", {"kind": ["peer", "formal", "formal"]}, NO),
        ("naaste", "members", {"kind": [None, "formal", "formal"]}, UNKNOWN),
        ("sides", "members", {"sector": [None, "mental_health_care", "hospital"]}, NO),
        ("sides", "members", {"sector": [None, "mental_health_care", None]}, UNKNOWN),
        ("coordinator", "members", {"role": ["sister", "clinician", "support_worker"]}, NO),
        ("coordinator", "members", {"role": ["sister", "resource_coordinator", "resource_coordinator"]}, NO),
        ("coordinator", "members", {"role": ["sister", "clinician", None]}, UNKNOWN),
        ("roles", "members", {"role": [None, "clinician", "resource_coordinator"]}, UNKNOWN),
        ("goals", "goals", {"author": ["cliënt", "behandelaar", "cliënt", "cliënt"]}, NO),
        ("goals", "goals", {"term": ["short", None, "long", "long"]}, UNKNOWN),
        ("chair", "meetings", {"chair": ["behandelaar", "cliënt"]}, NO),
        ("chair", "meetings", {"chair": [None, "cliënt"]}, UNKNOWN),
        ("rhythm", "meetings", {"date": ["2025-10-01", "2026-02-20"]}, NO),
        ("rhythm", "meetings", {"date": ["2025-11-06", "2026-02-20"]}, YES),  # 106 days: three months and two weeks
    ],
)
def test_each_check(question, table, columns, answer):
    """One thing changed changes one answer; a blank cell is not a no."""
    assert answers(**{table: columns})[question] is answer


def test_who_was_not_chosen_is_said():
    """Somebody on the list of a meeting whom the client did not choose."""
    frames = {
        "clients": pd.DataFrame({"client": ["K"]}),
        "members": pd.DataFrame({"client": "K", "member": ["a", "b"], "nominated": ["ja", "nee"]}),
        "meetings": pd.DataFrame({"client": ["K"], "meeting": ["1"], "date": ["2026-01-01"]}),
        "attendance": pd.DataFrame({"client": ["K"], "meeting": ["1"], "member": ["b"], "present": ["ja"]}),
    }
    first = checks(Evidence(Network(Caseload.build(frames))))[0]

    assert first.status is NO
    assert first.facts == "Gekozen: 1. Niet gekozen: 1."


def test_without_a_resource_group_nothing_is_asked():
    """No list of no's for a client who has no resource group."""
    assert checks(Evidence(Network(datasets.load("voorbeeld")))) == ()

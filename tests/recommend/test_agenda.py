"""A suggested agenda: every point with where it comes from, the first few shown, everything there."""

import pandas as pd
import pytest

from netwerkanalyse import datasets, recommend
from netwerkanalyse.recommend.agenda import agenda, agenda_frame

GOALS = {
    "client": "voorbeeld",
    "goal": ["1", "2", "3"],
    "wording": ["Weer gitaar spelen", "Een eigen huis", "Oud doel"],
    "status": ["busy", None, "reached"],
    "due": [None, "2026-06-01", None],
}


@pytest.fixture(scope="module")
def caseload():
    """The worked example with goals."""
    return datasets.load("voorbeeld").with_tables(goals=pd.DataFrame(GOALS))


@pytest.fixture(scope="module")
def points(caseload):
    """Its agenda."""
    return agenda(caseload, recommend.client(caseload))["voorbeeld"]


def test_where_points_come_from(points):
    """The question that decides most, then gaps and proposals, then goals that are worked on, those due first."""
    assert [one.source for one in points[:3]] == ["unknown", "gap", "gap"]
    goals = [one.what.say("nl") for one in points if one.source == "goal"]
    assert goals == ["Hoe gaat het met dit doel: Een eigen huis?", "Hoe gaat het met dit doel: Weer gitaar spelen?"]
    assert any("1 juni 2026" in one.because.say("nl") for one in points)


def test_few_are_shown_and_all_are_there(caseload, points):
    """A named number is shown; every finding of a proposal has one point, and that nothing changes is none."""
    found = recommend.client(caseload)
    findings = {one.finding.name for one in found.proposals if one.key != "nothing"}
    proposed = [one for one in points if one.source in {"gap", "proposal"}]

    assert [one.shown for one in points] == [True] * 6 + [False] * (len(points) - 6)
    assert len(proposed) == len(findings)
    assert sum(one.shown for one in agenda(caseload, found, shown=2)["voorbeeld"]) == 2


def test_what_was_answered_is_not_on_the_agenda_again(caseload):
    """A proposal that was put off makes room."""
    first = recommend.client(caseload).shown[0]
    later = recommend.answered(caseload, first, "later")
    keys = {one.key for one in agenda(later, recommend.client(later))["voorbeeld"]}

    assert first.key not in keys


def test_table(points):
    """A row a point, in words."""
    frame = agenda_frame({"voorbeeld": points})

    assert frame["source"].iloc[0] == "vraag"
    assert len(frame) == len(points)

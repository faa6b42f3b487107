"""What changed since an earlier picture, and how much hangs on one answer."""

from dataclasses import replace

import pytest

from finding_cases import INFORMAL, TODAY, A, B, client, helps, work
from netwerkanalyse import datasets
from netwerkanalyse.report.client_report import client_report
from netwerkanalyse.report.document import Missing, Notice, Paragraph, Section, TableBlock
from networks import caseload_of

NEEDS = [work(), {"domain": "housing", "need": 1}, {"domain": "finances", "need": 1}]
PEOPLE = [
    {**INFORMAL, "label": "zus", "circle": 1, "end": "2026-01-01"},
    {**A, "label": "casemanager"},
    {**B, "label": "jobcoach", "start": "2026-02-01"},
]
SUPPORTS = [
    helps(0, 1.0),
    helps(2, 2.0, start="2026-02-01"),
    {**helps(1, 1.0), "domain": "housing"},
    {**helps(0, 1.0), "domain": "finances"},
]
NOW = caseload_of(client(PEOPLE, [], NEEDS, SUPPORTS, attributes=TODAY))


def section(report, key: str) -> Section:
    """A section of a report."""
    return next(one for one in report.sections if one.key == key)


def tables(found: Section) -> list[TableBlock]:
    """The tables of a section."""
    return [block for block in found.blocks if isinstance(block, TableBlock)]


def said(found: Section) -> str:
    """The running text of a section."""
    return " ".join(block.text for block in found.blocks if isinstance(block, Paragraph | Notice))


def test_who_came_and_went_and_what_it_did():
    """The sister left and took finances with her; the job coach brought work from half to whole."""
    found = section(client_report(NOW, earlier=NOW.at("2025-12-01")), "change")
    people, domains = tables(found)

    assert people.rows == (("zus", "ging weg", "heel dichtbij"), ("jobcoach", "kwam erbij", None))
    assert domains.rows == (("Financiën", 1.0, 0.0), ("Werken", 0.5, 1.0))
    assert "1 december 2025 met 1 maart 2026" in said(found)
    assert "zijn er nog: 1 van 2. Van wie toen heel dichtbij stonden: 0 van 1." in said(found)
    # Two and a half of three needs, then two of three.
    assert "van 83% (leefgebieden met een behoefte: 3) naar 67%" in said(found)


def test_nothing_changed_is_said():
    """The same picture twice: nobody came or went, and coverage is the same."""
    found = section(client_report(NOW, earlier=NOW), "change")

    assert tables(found) == []
    assert "Dezelfde mensen" in said(found)
    assert "dezelfde als toen" in said(found)


def test_a_client_who_was_not_there_cannot_be_compared():
    """Another client's picture is never taken for an earlier one."""
    found = section(client_report(NOW, earlier=datasets.load("voorbeeld")), "change")

    assert tables(found) == []
    assert "staat deze cliënt niet" in said(found)


def test_a_need_that_became_known_says_why_there_was_no_coverage():
    """Coverage that was not there is missing with its reason, not nought."""
    before = caseload_of(client(PEOPLE, [], [work(None), *NEEDS[1:]], SUPPORTS, attributes=TODAY))
    rows = tables(section(client_report(NOW, earlier=before), "change"))[0].rows

    assert [row[0] for row in rows] == ["Werken"]
    assert isinstance(rows[0][1], Missing)
    assert rows[0][2] == 1.0


def test_without_an_earlier_picture_nothing_is_compared():
    """The section is there only when there is something to compare with."""
    assert "change" not in [one.key for one in client_report(NOW).sections]


def test_one_answer_otherwise_changes_so_much():
    """Two naasten and a professional, one pair coordinates: worked out by turning each of the three pairs in turn."""
    made = client([INFORMAL, INFORMAL, A], [(0, 2)])
    (table,) = tables(section(client_report(caseload_of(made)), "unknown"))

    # Groups: 2 now; 3 without the tie, 1 with one more. Alone: 1 now; 3, or 0. Hinges: 0 now; a line of three has 1.
    # Bridge: 1 person must go now; 0 without the tie; with 1-2 too it still rests on person 2.
    assert [row[1:] for row in table.rows] == [(2, 1, 3), (1, 0, 3), (0, 0, 1), (1, 0, 1)]
    assert [column.title for column in table.columns[1:]] == ["nu", "laagste", "hoogste"]


@pytest.mark.parametrize("people", [1, 31])
def test_one_answer_is_not_tried_where_it_says_little(people):
    """One person has no pairs; with very many people one pair changes little, and trying all takes long."""
    made = client([INFORMAL] * people, [(0, 1)] if people > 1 else [])

    assert tables(section(client_report(caseload_of(made)), "unknown")) == []


def test_where_nobody_asked_about_contact_no_answer_is_turned():
    """Unknown is not no: without any answer there is no number to change."""
    made = replace(client([INFORMAL, A]), all_asked=False)

    assert tables(section(client_report(caseload_of(made)), "unknown")) == []

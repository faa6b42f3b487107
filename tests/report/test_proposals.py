"""Proposals in the client report: what they are not comes first, and every one has boxes to print."""

import re

import pytest

from netwerkanalyse import datasets, recommend
from netwerkanalyse.metrics import Cutoffs
from netwerkanalyse.model.vocabulary import ANSWER
from netwerkanalyse.report import proposal_sheet
from netwerkanalyse.report.document import Notice, Paragraph, TableBlock
from netwerkanalyse.report.sections import proposals


def test_limits_stand_before_the_first_proposal():
    """Purpose, who decides, article 22 and saying no are the first blocks."""
    section = proposals.section(datasets.load("voorbeeld"), Cutoffs(), "nl")

    assert all(isinstance(block, Notice) for block in section.blocks[:4])
    assert "artikel 22 AVG" in section.blocks[2].text
    assert "beslist nooit" in section.intro


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_ticked_can_be_typed_into_the_sheet_of_answers(lang):
    """Whoever copies the words of a box into the sheet is not refused."""
    first = recommend.client(datasets.load("voorbeeld")).shown[0]
    words = re.findall("☐ ([^,.]+)", proposal_sheet.boxes(first, lang))

    assert [ANSWER.read(word) for word in words] == ["chosen", "rejected", "later"]


def test_every_shown_proposal_has_boxes_and_all_others_are_named():
    """As many boxes as shown proposals; every other proposal stands in the table with its code."""
    caseload = datasets.load("afschaling")
    found = recommend.client(caseload)
    blocks = proposals.section(caseload, Cutoffs(), "nl").blocks

    titles = [one.title for one in blocks if isinstance(one, Paragraph) and one.title]
    assert titles == [f"{one.place}. {one.what.say('nl')}" for one in found.shown]
    boxes = [one.text for one in blocks if isinstance(one, Paragraph) and one.text.startswith("☐")]
    assert [one.key in box for one, box in zip(found.shown, boxes, strict=True)] == [True] * len(found.shown)
    codes = {row[-1] for row in blocks[-1].rows if isinstance(blocks[-1], TableBlock)}
    assert codes == {one.key for one in found.proposals if not one.shown}
    assert any(code.startswith("scaling/") for code in codes)

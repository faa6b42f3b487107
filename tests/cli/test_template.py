"""``netwerkanalyse template``."""

from pathlib import Path

import pytest

from netwerkanalyse.io.formats import read_caseload, read_region


@pytest.mark.parametrize(("lang", "name"), [("nl", "sjabloon-netwerk.xlsx"), ("en", "network-template.xlsx")])
def test_the_example_can_be_read_as_it_stands(netwerkanalyse, lang, name):
    """Without a name it gets one in the language, and its example client is a caseload of one."""
    assert netwerkanalyse("template", "--lang", lang) == (0, f"{name}\n", "")
    assert len(read_caseload(name)) == 1


def test_an_empty_template_holds_nobody(netwerkanalyse):
    """With --empty there is nobody to overwrite, and checking it says where to begin."""
    assert netwerkanalyse("template", "--empty", "--out", "empty.xlsx").code == 0
    checked = netwerkanalyse("check", "empty.xlsx")
    assert checked.code == 2
    assert "nog niets ingevuld" in checked.err


def test_a_file_of_the_same_name_stays(netwerkanalyse):
    """It may be filled in: making it again takes another name."""
    Path("t.xlsx").write_text("old", encoding="utf-8")
    outcome = netwerkanalyse("template", "--out", "t.xlsx", "--quiet")

    assert outcome.code == 2
    assert "t.xlsx" in outcome.err
    assert Path("t.xlsx").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_sheet_of_paper(netwerkanalyse, lang):
    """A name that ends in .svg gives an empty sociogram to draw on; any other ending is refused."""
    assert netwerkanalyse("template", "--out", "sheet.svg", "--lang", lang).code == 0
    assert Path("sheet.svg").read_text(encoding="utf-8").startswith("<svg")
    assert netwerkanalyse("template", "--out", "sheet.docx").code == 2
    assert [path.name for path in Path().iterdir()] == ["sheet.svg"]


@pytest.mark.parametrize(("lang", "name"), [("nl", "sjabloon-regio.xlsx"), ("en", "region-template.xlsx")])
def test_a_region_to_fill_in(netwerkanalyse, lang, name):
    """The workbook of a region can be read as it stands; a region is not drawn on paper."""
    assert netwerkanalyse("template", "region", "--lang", lang) == (0, f"{name}\n", "")
    assert len(read_region(name, strict=True).tables["collaborations"]) > 0
    assert netwerkanalyse("template", "region", "--out", "sheet.svg").code == 2
    assert netwerkanalyse("template", "stad").code == 2

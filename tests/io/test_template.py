"""The template: it reads back as it stands, and it helps the person who fills it in."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from caseloads import assert_same
from netwerkanalyse import datasets
from netwerkanalyse.errors import UnreadableError, ValidationError
from netwerkanalyse.io.formats import read_caseload
from netwerkanalyse.io.template import write_template
from netwerkanalyse.io.template_choices import FIRST_ROW, ROWS
from netwerkanalyse.io.template_guide import CASELOAD_GUIDE
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.fields import FieldType
from netwerkanalyse.texts import LANGUAGES, text

HEADINGS = FIRST_ROW - 1


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request) -> str:
    """Each language in turn."""
    return request.param


@pytest.fixture(scope="module")
def path(lang, tmp_path_factory) -> Path:
    """The template with an example."""
    path = tmp_path_factory.mktemp("template") / "t.xlsx"
    write_template(path, lang=lang, example=datasets.load("voorbeeld"))
    return path


@pytest.fixture(scope="module")
def book(path):
    """The template, opened by another program."""
    return load_workbook(path)


def rules(book, table, lang):
    """Return the check of each column of a sheet, by name."""
    sheet = book[table.sheet.get(lang)]
    by_letter = {
        str(rule.sqref).split(":")[0].rstrip("0123456789"): rule for rule in sheet.data_validations.dataValidation
    }
    return {name: by_letter[get_column_letter(at)] for at, name in enumerate(table.names, start=1)}


def test_the_example_is_read_back_as_it_stands(path):
    """Whoever tries the template without changing anything gets a report without a single remark."""
    assert_same(read_caseload(path, strict=True), datasets.load("voorbeeld"))


def test_an_empty_template_says_kindly_that_nothing_is_filled_in(lang, tmp_path):
    """And where to begin; it is one message."""
    write_template(tmp_path / "t.xlsx", lang=lang)

    with pytest.raises(ValidationError) as caught:
        read_caseload(tmp_path / "t.xlsx", lang=lang)
    assert [problem.code for problem in caught.value.problems] == ["nothing_filled_in"]


def test_the_sheets_stand_in_the_order_of_the_conversation(book, lang):
    """The explanation first, then what is needed at least, then the rest; the lists are out of sight."""
    core = [table.sheet.get(lang) for table in CASELOAD_GUIDE.core]

    assert book.sheetnames[: len(core) + 1] == [text("template.sheet.guide", lang), *core]
    assert set(book.sheetnames) >= {table.sheet.get(lang) for table in CASELOAD.tables}
    assert book[text("template.sheet.lists", lang)].sheet_state == "hidden"
    assert {book[name].sheet_properties.tabColor.rgb for name in core} != {
        book[table.sheet.get(lang)].sheet_properties.tabColor.rgb for table in CASELOAD_GUIDE.more
    }


@pytest.mark.parametrize("table", CASELOAD.tables, ids=lambda table: table.name)
def test_every_column_is_there_and_explained(table, book, lang):
    """The heading in the language, and its meaning when a cell is chosen, within what Excel can show."""
    sheet = book[table.sheet.get(lang)]
    shown = rules(book, table, lang)

    for at, field in enumerate(table.fields, start=1):
        assert sheet.cell(HEADINGS, at).value == field.heading.get(lang)
        rule = shown[field.name]
        assert field.meaning.get(lang)[:200] in rule.prompt
        assert len(rule.promptTitle) <= 32
        assert len(rule.prompt) <= 255
        assert len(rule.error or "") <= 255


@pytest.mark.parametrize("table", CASELOAD.tables, ids=lambda table: table.name)
def test_needed_columns_are_marked_in_shape(table, book, lang):
    """A star and a heavy line, so that it can be seen without colour."""
    sheet = book[table.sheet.get(lang)]

    for at, field in enumerate(table.fields, start=1):
        cell = sheet.cell(HEADINGS, at)
        assert ("*" in cell.number_format) == field.required
        assert (cell.border.bottom.style == "thick") == field.required


@pytest.mark.parametrize("table", CASELOAD.tables, ids=lambda table: table.name)
def test_choices_are_those_of_the_vocabulary(table, book, lang):
    """The list behind a drop-down holds every label, and only closed lists of one word refuse other words."""
    lists = book[text("template.sheet.lists", lang)]

    for field, rule in zip(table.fields, rules(book, table, lang).values(), strict=True):
        if field.codes is not None:
            place = book.defined_names[rule.formula1].attr_text.rpartition("!")[2]
            labels = [row[0].value for row in lists[place.replace("$", "")]]
            assert tuple(labels) == field.codes.labels(lang)
            assert rule.showErrorMessage == (field.type is FieldType.CODE and not field.codes.open)
        elif field.type is FieldType.FLAG:
            assert rule.type == "list"


def test_people_are_chosen_from_the_sheet_of_people(book, lang):
    """The drop-down of a tie holds the codes that were filled in, and as many lines as there are."""
    people = CASELOAD.by_name["members"].sheet.get(lang)
    rule = rules(book, CASELOAD.by_name["ties"], lang)["source"]

    formula = book.defined_names[rule.formula1].attr_text
    assert f"'{people}'!$B${FIRST_ROW}" in formula
    assert f"$B${FIRST_ROW + ROWS - 1}" in formula
    assert rule.errorStyle == "warning"


def test_headings_are_locked_and_cells_are_not(book, lang):
    """Without a password: guidance, not a barrier."""
    for table in CASELOAD.tables:
        sheet = book[table.sheet.get(lang)]
        assert sheet.protection.sheet
        assert not sheet.protection.password
        assert sheet.cell(HEADINGS, 1).protection.locked
        assert not sheet.column_dimensions["A"].protection.locked
        assert sheet.freeze_panes.endswith(str(FIRST_ROW))


def test_it_prints_on_a4_with_headings_on_every_page(book, lang):
    """On its side, as wide as the page."""
    for table in CASELOAD.tables:
        sheet = book[table.sheet.get(lang)]
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToHeight == 0
        assert str(HEADINGS) in sheet.print_title_rows


def test_the_guide_says_what_matters(book, lang):
    """What blank means, privacy, and the commands that make a report."""
    guide = book[text("template.sheet.guide", lang)]
    words = " ".join(str(cell.value) for row in guide.iter_rows() for cell in row if cell.value)

    for key in ("guide.blank.text", "caseload.names.text", "guide.laptop.text", "caseload.example"):
        assert text(f"template.{key}", lang) in words
    assert "netwerkanalyse client" in words


def test_a_filled_in_cell_that_was_pasted_over_is_still_checked(path, lang, tmp_path):
    """Pasting passes the drop-down by; the reader names the cell."""
    book = load_workbook(path)
    sheet = book[CASELOAD.by_name["members"].sheet.get(lang)]
    sheet["D6"] = "formeell"
    book.save(tmp_path / "t2.xlsx")

    with pytest.raises(ValidationError) as caught:
        read_caseload(tmp_path / "t2.xlsx", lang=lang)
    assert [problem.where(lang) for problem in caught.value.problems] == [f"{sheet.title}!D6"]


def test_it_can_be_written_to_an_open_file():
    """For a web page that offers it."""
    stream = BytesIO()
    write_template(stream)

    assert stream.getvalue().startswith(b"PK")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path):
    """And nothing is left behind."""
    with pytest.raises(UnreadableError, match="kan niet worden geschreven"):
        write_template(tmp_path / "no" / "t.xlsx")
    assert list(tmp_path.iterdir()) == []

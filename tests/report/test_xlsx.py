"""The workbook."""

from io import BytesIO

import openpyxl
import pytest

from netwerkanalyse.report.xlsx import render


@pytest.fixture
def book(everything):
    """The workbook, as another program reads it."""
    return openpyxl.load_workbook(BytesIO(render(everything)))


def test_there_is_a_sheet_a_table(book):
    """The first sheet is to read; sheet names hold nothing that Excel refuses."""
    names = book.sheetnames

    assert names[0] == "Verslag"
    assert len(names) == len({name.casefold() for name in names}) == 6
    assert not any(set(name) & set("[]:*?/\\") for name in names)


def test_nothing_is_a_formula(book):
    """What people type stays text, also when it begins with an equals sign."""
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert any(str(cell.value).startswith("=") for cell in cells)
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)


def test_numbers_stay_numbers(book):
    """A share can be calculated with, and what is missing is words."""
    sheet = next(sheet for sheet in book if sheet.title.startswith("Tabel"))

    assert [cell.value for cell in sheet[2]][1:4] == [0.25, 4, 1]
    assert sheet["B3"].value == "niet te zeggen: er is niemand"
    assert sheet["E2"].value.date().isoformat() == "2026-03-01"


def test_two_tables_of_one_name_both_stand(everything):
    """No table overwrites another."""
    twice = everything.sections[0].blocks[4]
    section = type(everything.sections[0])("x", "X", "", (twice, twice))
    report = type(everything)("T", "", "nl", (), (section,))

    assert len(openpyxl.load_workbook(BytesIO(render(report))).sheetnames) == 3

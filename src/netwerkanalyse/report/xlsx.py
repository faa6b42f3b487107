"""A report as a workbook: one sheet to read, then a sheet a table."""

import re
import textwrap
from datetime import date
from io import BytesIO
from typing import Any

from netwerkanalyse.report.document import Column, Format, Missing, Report, TableBlock, Value
from netwerkanalyse.report.tabular import section_prose, section_tables
from netwerkanalyse.report.writing import written
from netwerkanalyse.texts import text

_NUMBER_FORMATS = {
    Format.SHARE: "0%",
    Format.NUMBER: "0.00",
    Format.COUNT: "0",
    Format.AMOUNT: "0.##",
    Format.DAYS: "0",
}
_LONGEST_NAME = 31
_NARROWEST, _WIDEST, _PROSE = 10, 45, 80
_UPRIGHT = 4
"""Most columns of a sheet that prints upright."""
_LINE = 15
_A4 = 9
# Text stays text, also when it looks like a formula, a number or an address.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def render(report: Report) -> bytes:
    """Write a report as a workbook.

    Parameters
    ----------
    report
        Any report.

    Returns
    -------
    workbook
        The bytes of an .xlsx file.
    """
    import xlsxwriter

    held = BytesIO()
    with xlsxwriter.Workbook(held, _OPTIONS) as book:
        book.set_properties({"title": report.title, "author": "", "comments": report.subtitle})
        sheets = _Sheets(book, report.lang)
        sheets.prose(report)
        for section in report.sections:
            for table in section_tables(section, report.lang):
                sheets.table(table)
    return held.getvalue()


class _Sheets:
    """The sheets of one workbook and the formats they share."""

    def __init__(self, book: Any, lang: str) -> None:  # noqa: ANN401 - xlsxwriter comes without types
        self.book, self.lang = book, lang
        self.names: set[str] = set()
        top = {"valign": "top"}
        self.head = book.add_format({"bold": True, "bg_color": "#F3EEE4", "text_wrap": True, "bottom": 1, **top})
        self.title = book.add_format({"bold": True, "font_size": 14, "font_color": "#1D5754"})
        self.words = book.add_format({"text_wrap": True, **top})
        self.day = book.add_format({"num_format": "dd-mm-yyyy" if lang == "nl" else "yyyy-mm-dd", **top})
        self.numbers = {form: book.add_format({"num_format": code, **top}) for form, code in _NUMBER_FORMATS.items()}

    def prose(self, report: Report) -> None:
        """Write what is read, in one column."""
        sheet = self._sheet(text("report.head.prose", self.lang))
        sheet.set_column(0, 0, _PROSE)
        sheet.hide_gridlines(2)
        lines = [(report.title, self.title), *((words, self.words) for words in (report.subtitle, *report.made_of))]
        for section in report.sections:
            lines += [("", self.words), (section.title, self.title)]
            lines += [(words, self.words) for words in section_prose(section)]
        for row, (words, form) in enumerate(lines):
            if form is self.words:
                sheet.set_row(row, _height([words], [_PROSE]))
            sheet.write_string(row, 0, words, form)

    def table(self, table: TableBlock) -> None:
        """Write one table on its own sheet, ready to filter."""
        sheet = self._sheet(table.title)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        if len(table.columns) > _UPRIGHT:
            sheet.set_landscape()
        said = [_said(row, table, self.lang) for row in table.rows]
        widths = _widths(table, said)
        for at, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, column.title, self.head)
        for row, values in enumerate(table.rows, start=1):
            sheet.set_row(row, _height(said[row - 1], widths))
            for at, value in enumerate(values):
                self._cell(sheet, row, at, value, table.columns[at])
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)

    def _cell(self, sheet: Any, row: int, at: int, value: Value, column: Column) -> None:  # noqa: ANN401
        if value is None:
            return
        if isinstance(value, date):
            sheet.write_datetime(row, at, value, self.day)
        elif isinstance(value, bool | str | Missing):
            sheet.write_string(row, at, written(value, column.format, self.lang), self.words)
        else:
            sheet.write_number(row, at, value, self.numbers.get(column.format, self.words))

    def _sheet(self, title: str) -> Any:  # noqa: ANN401
        """Add a sheet, named by its title without what a sheet name may not hold; no name is used twice."""
        plain = re.sub(r"[\[\]:*?/\\']", " ", title).strip()[:_LONGEST_NAME].strip() or "-"
        name, again = plain, 2
        while name.casefold() in self.names:
            name = f"{plain[: _LONGEST_NAME - 5].strip()} ({again})"
            again += 1
        self.names.add(name.casefold())
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        return sheet


def _said(row: tuple[Value, ...], table: TableBlock, lang: str) -> list[str]:
    """Write a row in words, to know how much room it takes."""
    return [written(value, column.format, lang) for value, column in zip(row, table.columns, strict=True)]


def _widths(table: TableBlock, said: list[list[str]]) -> list[int]:
    """Give each column the width of its longest cell, within limits."""
    longest = (
        max([len(column.title) + 4, *(len(cells[at]) + 2 for cells in said)]) for at, column in enumerate(table.columns)
    )
    return [min(_WIDEST, max(_NARROWEST, width)) for width in longest]


def _height(cells: list[str], widths: list[int]) -> float:
    """Give a row the height its longest cell needs, since no program but Excel works it out by itself."""
    lines = (len(textwrap.wrap(cell, width - 2)) for cell, width in zip(cells, widths, strict=True))
    return _LINE * max(1, *lines)

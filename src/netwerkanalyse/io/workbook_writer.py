"""Writing a workbook: a sheet a table, in the language of the reader, and nothing in it that can run."""

from collections.abc import Mapping
from datetime import date, datetime, time
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

import pandas as pd

from netwerkanalyse.errors import ValidationError
from netwerkanalyse.io.spelling import Cell, iso, spelled, too_long
from netwerkanalyse.io.workbook_reader import COLUMN_LIMIT, LIMITS, ROW_LIMIT
from netwerkanalyse.model.fields import Schema, Table
from netwerkanalyse.model.problem import Problem

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_TEXT = 32_767
"""Most characters in a cell: Excel's own limit."""

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""What somebody typed stays text: it never becomes a formula or a link."""

_FIRST_DATE = date(1900, 3, 1)
_WIDTH = 18


def write_workbook(tables: Mapping[str, pd.DataFrame], stream: BinaryIO, schema: Schema, lang: str) -> None:
    """Write tables as a workbook.

    Parameters
    ----------
    tables
        Table name to typed table.
    stream
        Where to write the file, open for writing bytes.
    schema
        The declarations of the tables; every one gets a sheet.
    lang
        Language of sheets, headings and labels.

    Raises
    ------
    ValidationError
        If a table or a text is larger than a sheet or a cell can be.
    """
    from xlsxwriter import Workbook

    columns = {table.name: spelled(tables[table.name], table, lang) for table in schema.tables}
    _refuse_what_does_not_fit(columns, schema, lang)
    with TemporaryDirectory() as folder:  # private to this user, and removed whatever happens
        book = Workbook(stream, {**SAFE, "constant_memory": True, "tmpdir": folder})
        for table in schema.tables:
            _write_sheet(book, table, columns[table.name], lang)
        book.close()


class Exact(float):
    """A number that writes itself with all its digits, where XlsxWriter would keep sixteen.

    Examples
    --------
    >>> f"{0.1 + 0.2:.16G}", f"{Exact(0.1 + 0.2):.16G}"
    ('0.3', '0.30000000000000004')
    """

    def __format__(self, _spec: str) -> str:
        """Return the shortest text that reads back as the same number."""
        return repr(float(self))


def write_cell(sheet: "Worksheet", row: int, column: int, cell: Cell, look: "Format", date_look: "Format") -> None:
    """Write one value as what it is: text as text, numbers as numbers, dates as dates.

    Parameters
    ----------
    sheet
        The sheet of XlsxWriter.
    row, column
        Where, from 0.
    cell
        The value; None leaves the cell blank.
    look, date_look
        Format of the cell, and its format when it holds a date.
    """
    if isinstance(cell, datetime):
        if cell.date() >= _FIRST_DATE and cell.time() == time.min:
            sheet.write_datetime(row, column, cell, date_look)
        else:  # a time of day, or a day before Excel's calendar begins
            sheet.write_string(row, column, iso(cell), look)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, Exact(cell), look)
    elif cell is not None:
        sheet.write_string(row, column, cell, look)


def _write_sheet(book: "Workbook", table: Table, columns: dict[str, list[Cell]], lang: str) -> None:
    sheet = book.add_worksheet(table.sheet.get(lang))
    heading, plain = book.add_format({"bold": True, "bottom": 1}), book.add_format()
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, max(len(columns) - 1, 0), _WIDTH)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for position, name in enumerate(columns):
        sheet.write_string(0, position, name, heading)
    for number, cells in enumerate(zip(*columns.values(), strict=True), start=1):
        for position, cell in enumerate(cells):
            write_cell(sheet, number, position, cell, plain, day)


def _refuse_what_does_not_fit(columns: Mapping[str, dict[str, list[Cell]]], schema: Schema, lang: str) -> None:
    """Refuse before anything is written, so that nothing is cut off silently."""
    problems = []
    for table in schema.tables:
        cells = columns[table.name]
        if len(cells) > COLUMN_LIMIT or max(map(len, cells.values()), default=0) > ROW_LIMIT:
            problems.append(Problem("sheet_too_large", table=table.name, details=LIMITS, schema=schema))
        problems += too_long(cells, table, schema, LONGEST_TEXT)
    if problems:
        raise ValidationError(problems, lang)

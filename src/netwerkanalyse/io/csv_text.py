"""How a value stands in a CSV file, and how it is read back.

A spreadsheet program that opens a CSV file takes ``=1+1`` for a formula. Text that starts like one therefore gets an
apostrophe in front, as a person would do in Excel, and loses it when it is read. In columns that are not declared the
same apostrophe tells text that looks like a number from a number.
"""

import math
import re
from datetime import datetime

import pandas as pd

from netwerkanalyse.io.spelling import Cell, iso
from netwerkanalyse.model.fields import Table

_FORMULA = r"'*[=+\-@\t\r]"
_NUMBER = r"'*-?(?:0|[1-9][0-9]{0,14})(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?"
_LIKE_A_FORMULA = re.compile(_FORMULA)
_LIKE_A_NUMBER = re.compile(_NUMBER)
_MARK = {
    True: re.compile(rf"\A'(?={_FORMULA})"),
    False: re.compile(rf"\A'(?={_FORMULA}|{_NUMBER}\Z)"),
}


def written(cell: Cell, *, declared: bool = True) -> str:
    """Write a value the way Dutch spreadsheets do: decimal comma, days as year-month-day, blank as nothing.

    Parameters
    ----------
    cell
        The value.
    declared
        Whether its column is declared, so that its type is known when it is read.

    Returns
    -------
    text
        What stands in the file.

    Examples
    --------
    >>> written(0.5), written("=1+1"), written("007"), written("12", declared=False)
    ('0,5', "'=1+1", '007', "'12")
    """
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return iso(cell)
    if isinstance(cell, int | float):
        return _number(float(cell)).replace(".", ",")
    marked = _LIKE_A_FORMULA.match(cell) or (not declared and _LIKE_A_NUMBER.fullmatch(cell))
    return f"'{cell}" if marked else cell


def read_cells(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Take the marks off text, and read plain numbers in the columns that are not declared.

    Parameters
    ----------
    frame
        All cells as they stand in the file.
    table
        The table's declaration.

    Returns
    -------
    frame
        Cells as they were before they were written. Declared columns are text still: their type is known later.
    """
    columns = [
        _column(frame.iloc[:, position], declared=table.read_heading(heading) is not None)
        for position, heading in enumerate(frame.columns)
    ]
    return pd.concat(columns, axis=1) if columns else frame


def unmarked(text: str, *, declared: bool = True) -> str:
    """Take the apostrophe off one text that was marked with it."""
    return _MARK[declared].sub("", text)


def _column(cells: pd.Series, *, declared: bool) -> pd.Series:
    if not declared:
        filled = cells[cells.str.strip() != ""].dropna()
        if len(filled) and all(_LIKE_A_NUMBER.fullmatch(cell) and cell[0] != "'" for cell in filled):
            return filled.str.replace(",", ".").astype("float64").reindex(cells.index)
    if not cells.str.startswith("'").any():
        return cells
    return cells.map(lambda cell: unmarked(cell, declared=declared), na_action="ignore")


def _number(value: float) -> str:
    """Return the shortest text that reads back as the same number, without a needless ``.0``."""
    if abs(value) < 1e15 and value.is_integer():
        return str(int(value)) if value or math.copysign(1, value) > 0 else "-0.0"
    return f"{value:.16e}" if abs(value) >= 1e15 else repr(value)

"""How the cells of a table are written: for people (headings, labels, yes and no) and for programs."""

import math
from collections.abc import Mapping
from datetime import datetime, time

import numpy as np
import pandas as pd

from netwerkanalyse.model.fields import LIST_SEPARATOR, Field, FieldType, Schema, Table
from netwerkanalyse.model.problem import Problem
from netwerkanalyse.texts import text

Cell = str | float | datetime | None


def spelled(frame: pd.DataFrame, table: Table, lang: str) -> dict[str, list[Cell]]:
    """Write a typed table for people.

    Parameters
    ----------
    frame
        A table of a caseload.
    table
        Its declaration.
    lang
        Language of headings and labels.

    Returns
    -------
    columns
        Heading to cells: text, numbers, dates, or None where nothing is known.
    """
    columns: dict[str, list[Cell]] = {}
    for name in map(str, frame.columns):
        field = table.field(name) if name in table.names else None
        heading = field.heading.get(lang) if field else name
        cells = _cells(frame[name])
        words = _words(field, cells, lang)
        columns[heading] = [words.get(cell, cell) for cell in cells]
    return columns


def plain(frame: pd.DataFrame) -> dict[str, list[str | float | None]]:
    """Write a typed table for programs: codes, true and false, ISO dates.

    Parameters
    ----------
    frame
        A table of a caseload.

    Returns
    -------
    columns
        Column name to cells; None where nothing is known.
    """
    return {
        str(name): [iso(cell) if isinstance(cell, datetime) else cell for cell in _cells(frame[name])]
        for name in frame.columns
    }


def iso(moment: datetime) -> str:
    """Write a day as year-month-day, with the time when there is one.

    Examples
    --------
    >>> iso(datetime(2026, 3, 1)), iso(datetime(2026, 3, 1, 9, 30))
    ('2026-03-01', '2026-03-01T09:30:00')
    """
    return moment.date().isoformat() if moment.time() == time.min else moment.isoformat(timespec="seconds")


def too_long(columns: Mapping[str, list[Cell]], table: Table, schema: Schema, limit: int) -> list[Problem]:
    """Find texts that a file format would cut off or not read back.

    Parameters
    ----------
    columns
        Heading to cells.
    table
        The table's declaration.
    schema
        The tables it belongs to.
    limit
        Most characters in a cell.

    Returns
    -------
    problems
        One for every column with such a text.
    """
    return [
        Problem(
            "text_too_long", table=table.name, column=heading, value=heading, details={"limit": limit}, schema=schema
        )
        for heading, cells in columns.items()
        if any(isinstance(cell, str) and len(cell) > limit for cell in cells)
    ]


def _words(field: Field | None, cells: list[Cell], lang: str) -> dict[Cell, Cell]:
    """Return what stands for the values of a column: labels for codes, yes and no for flags."""
    if field is None:
        return {}
    if field.type is FieldType.CODES and field.codes:
        written = {cell: str(cell).split(LIST_SEPARATOR) for cell in cells if cell is not None}
        return {
            cell: LIST_SEPARATOR.join(field.codes.label(part, lang) for part in parts)
            for cell, parts in written.items()
        }
    if field.type is FieldType.FLAG:
        return {True: text("words.yes", lang), False: text("words.no", lang)}
    return {code: field.codes.label(code, lang) for code in field.codes.names} if field.codes else {}


def _cells(column: pd.Series) -> list[Cell]:
    """Return the values of a column as Python's own, None where they are missing."""
    missing = column.isna().to_numpy()
    values = column.astype(object)
    return [None if blank else _cell(value) for value, blank in zip(values, missing, strict=True)]


def _cell(value: object) -> Cell:
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime(warn=False)
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        return float(value) if math.isfinite(value) else str(value)
    return str(value)

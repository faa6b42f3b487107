"""Rows of the client's own sheet, shown as they were recorded."""

import numpy as np
import pandas as pd

from netwerkanalyse.model.fields import Table
from netwerkanalyse.report.document import Column, TableBlock, Value


def recorded(table: Table, rows: pd.DataFrame, names: tuple[str, ...], lang: str) -> TableBlock:
    """Show columns of a table under their own headings, codes by their labels.

    Parameters
    ----------
    table
        The declaration of the table.
    rows
        The rows to show.
    names
        The columns to show; the first one names the row.
    lang
        Language of the headings and labels.

    Returns
    -------
    block
        The rows as they were recorded; what is blank stays blank.
    """
    columns = tuple(Column(table.field(name).heading.get(lang)) for name in names)
    values = zip(*(_labels(rows[name], table, name, lang) for name in names), strict=True)
    return TableBlock(table.sheet.get(lang), columns, tuple(values))


def plain(value: Value | np.generic) -> Value:
    """Give a cell of a table as a plain value, None when it is blank."""
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value.item() if isinstance(value, np.generic) else value


def _labels(column: pd.Series, table: Table, name: str, lang: str) -> list[Value]:
    codes = table.field(name).codes
    values = [plain(value) for value in column]
    return values if codes is None else [None if value is None else codes.label(str(value), lang) for value in values]

"""Columns that are not declared: what somebody added about clients or people.

Such a column is numbers when every cell that is filled in is a number, and text otherwise. One rule for every format,
so that a caseload stays the same when it travels through them.
"""

import numpy as np
import pandas as pd

from netwerkanalyse.model.fields import Field, FieldType, Table
from netwerkanalyse.model.values import typed
from netwerkanalyse.model.vocabulary import Label

_TEXT = Field("attribute", FieldType.TEXT, Label("", ""), Label("", ""))


def settled(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Give the undeclared columns of a raw table their type.

    Parameters
    ----------
    frame
        Cells as a reader delivered them.
    table
        The table's declaration.

    Returns
    -------
    frame
        The same columns; undeclared ones are float64 or str. Declared ones are as they were.
    """
    undeclared = [table.read_heading(str(heading)) is None for heading in frame.columns]
    if not table.attributes or not any(undeclared):
        return frame
    columns = [
        _attribute(frame.iloc[:, position]) if is_attribute else frame.iloc[:, position]
        for position, is_attribute in enumerate(undeclared)
    ]
    return pd.concat(columns, axis=1)


def _attribute(cells: pd.Series) -> pd.Series:
    filled = cells.dropna()
    if len(filled) and all(isinstance(cell, int | float | np.number) and not isinstance(cell, bool) for cell in filled):
        return cells.astype("float64")
    text, _ = typed(cells, _TEXT)
    return text

"""From arrays of many blocks to the tables of a caseload, already typed so that checking them is quick."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.model.fields import Field, FieldType, Table

Array = npt.NDArray[Any]
Columns = Mapping[str, Array]


def stacked(parts: Sequence[Columns]) -> dict[str, Array]:
    """Put the columns of parts under each other."""
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def compact(columns: Columns) -> dict[str, Array]:
    """Hold whole numbers in half the memory."""
    return {name: values.astype(np.int32) if values.dtype == np.int64 else values for name, values in columns.items()}


def words(codes: Array, names: Sequence[str]) -> pd.Series:
    """Turn positions into text; -1 is blank."""
    known = pd.array([*names], dtype="str")
    return pd.Series(known.take(codes, allow_fill=True))


def frame_of(table: Table, columns: Columns, texts: Mapping[str, pd.Series]) -> pd.DataFrame:
    """Give arrays the types that a table declares.

    Parameters
    ----------
    table
        The table.
    columns
        Numbers, positions in the vocabulary, or days, by column; -1, NaN and NaT are blank.
    texts
        The columns of text.

    Returns
    -------
    frame
        The columns that were given, in the order of the table.
    """
    made = {
        field.name: texts[field.name] if field.name in texts else pd.Series(_typed(columns[field.name], field))
        for field in table.fields
        if field.name in texts or field.name in columns
    }
    return pd.DataFrame(made)


def _typed(values: Array, field: Field) -> pd.api.extensions.ExtensionArray | Array:
    if field.type is FieldType.CODE and field.codes is not None:
        return pd.Categorical.from_codes(values, dtype=pd.CategoricalDtype(field.codes.names))
    if field.type is FieldType.INTEGER:
        return pd.arrays.IntegerArray(values.astype(np.int64), values < 0)
    if field.type is FieldType.FLAG:
        return pd.arrays.BooleanArray(values > 0, values < 0)
    if field.type is FieldType.DATE:
        return values.astype("datetime64[us]")
    return values

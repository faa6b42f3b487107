"""From the arrays of blocks to tables with pseudonyms, already typed so that checking them is quick."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.datasets.simulation.design import Design
from netwerkanalyse.datasets.simulation.needs import CODES
from netwerkanalyse.datasets.simulation.region import Region
from netwerkanalyse.datasets.simulation.roles import KIND_OF, LAW_OF, ROLE_CODE, ROLE_NAME, SECTOR_OF
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.fields import Field, FieldType, Table
from netwerkanalyse.model.vocabulary import DOMAIN, PAIRS_ASKED

Array = npt.NDArray[Any]
Columns = Mapping[str, Array]


def stacked(parts: Sequence[Columns]) -> dict[str, Array]:
    """Put the columns of parts under each other."""
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def compact(columns: Columns) -> dict[str, Array]:
    """Hold whole numbers in half the memory."""
    return {name: values.astype(np.int32) if values.dtype == np.int64 else values for name, values in columns.items()}


def caseload_frames(
    tables: dict[str, dict[str, Array]], design: Design, region: Region, first: int, last: int
) -> dict[str, pd.DataFrame]:
    """Give the tables of clients ``first`` up to ``last`` their pseudonyms and types.

    Parameters
    ----------
    tables
        Table name to columns: numbers, positions in the vocabulary, days. Used up: at full size there is no room for
        arrays and frames beside each other.
    design, region
        What was simulated.
    first, last
        Numbers of the clients.

    Returns
    -------
    frames
        Table name to frame.
    """
    clients, members = tables["clients"], tables["members"]
    listed, asked_all = (PAIRS_ASKED.position[name] for name in ("listed", "all"))
    tables["clients"] = {
        "client": clients["client"],
        "area": clients["area"],
        "pairs_asked": np.where(clients["all_asked"], asked_all, listed),
        "reference_date": np.full(last - first, design.reference_date),
    }
    role = members["role"]
    tables["members"] = members | {
        "member": members["number"],
        "kind": KIND_OF[role],
        "role": ROLE_CODE[role],
        "sector": SECTOR_OF[role],
        "law": LAW_OF[role],
    }
    person = [f"p{number:03d}" for number in range(int(members["number"].max(initial=0)) + 1)]
    names = {
        "client": _pseudonyms(first, last),
        "area": [f"gebied {number + 1}" for number in range(design.areas)],
        "organisation": region.names,
        "role": ROLE_NAME,
        **dict.fromkeys(("member", "source", "target"), person),
    }
    return {name: _frame(CASELOAD.by_name[name], tables.pop(name), first, names) for name in list(tables)}


def truth_frame(truth: Columns, first: int, last: int) -> pd.DataFrame:
    """Give what was planted the pseudonyms of clients ``first`` up to ``last``, and the names of domains and codes."""
    return pd.DataFrame(
        {
            "client": _words(truth["client"] - first, _pseudonyms(first, last)),
            "domain": _categories(truth["domain"], DOMAIN.names),
            "code": _categories(truth["code"], CODES),
        }
    )


def _pseudonyms(first: int, last: int) -> list[str]:
    return [f"k{number:07d}" for number in range(first, last)]


def _frame(table: Table, columns: Columns, first: int, names: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Give the columns that a table declares their types; -1, NaN and NaT are blank."""
    positions = {**columns, "client": columns["client"] - first}
    made = {
        field.name: _typed(positions[field.name], field, names) for field in table.fields if field.name in positions
    }
    return pd.DataFrame(made)


def _typed(values: Array, field: Field, names: Mapping[str, Sequence[str]]) -> pd.api.extensions.ExtensionArray | Array:
    if field.name in names:
        return _words(values, names[field.name])
    if field.type is FieldType.CODE and field.codes is not None:
        return _categories(values, field.codes.names)
    if field.type is FieldType.INTEGER:
        return pd.arrays.IntegerArray(values.astype(np.int64), values < 0)
    if field.type is FieldType.FLAG:
        return pd.arrays.BooleanArray(values > 0, values < 0)
    if field.type is FieldType.DATE:
        return values.astype("datetime64[us]")
    return values


def _words(positions: Array, names: Sequence[str]) -> pd.api.extensions.ExtensionArray:
    return pd.array([*names], dtype="str").take(positions, allow_fill=True)


def _categories(positions: Array, names: Sequence[str]) -> pd.Categorical:
    return pd.Categorical.from_codes(positions, dtype=pd.CategoricalDtype(names))

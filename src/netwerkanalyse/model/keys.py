"""Positions: which client and which member every row speaks of, as numbers.

Joining on text is done once, here. Everything later (checks, arrays, measures) works with positions.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.model.caseload_tables import CASELOAD

Positions = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Keys:
    """Positions of the keys in every table of a caseload.

    Parameters
    ----------
    client
        Table name to the position of each row's client in ``clients``; -1 when there is no such client.
    refers
        (table, column) to the position of what a cell names in the table it refers to; -1 when there is no such row.
    """

    client: Mapping[str, Positions]
    refers: Mapping[tuple[str, str], Positions]

    @classmethod
    def of(cls, tables: Mapping[str, pd.DataFrame]) -> "Keys":
        """Look up all keys of typed tables.

        Parameters
        ----------
        tables
            All tables of the caseload, typed.

        Returns
        -------
        keys
            The positions.
        """
        clients = _unique_index(tables["clients"]["client"])
        client = {name: _look_up(frame["client"], clients) for name, frame in tables.items()}
        refers = {}
        for target in ("members", "meetings"):
            columns = _columns_that_refer_to(target)
            refers.update(_resolve(tables, client, target, columns))
        return cls(client, refers)


def _columns_that_refer_to(target: str) -> list[tuple[str, str]]:
    return [(table.name, field.name) for table in CASELOAD.tables for field in table.fields if field.refers == target]


def _resolve(
    tables: Mapping[str, pd.DataFrame],
    client: Mapping[str, Positions],
    target: str,
    columns: list[tuple[str, str]],
) -> dict[tuple[str, str], Positions]:
    """Find the row of ``target`` that each cell names, within the same client."""
    name = CASELOAD.by_name[target].key[-1]
    known = _unique_index(tables[target][name])
    width = len(known) + 1
    own = _pairs(client[target], _look_up(tables[target][name], known), width)
    rows = pd.Index(own)
    first_rows = rows.drop_duplicates()
    first = np.flatnonzero(~rows.duplicated())
    found = {}
    for table, column in columns:
        wanted = _pairs(client[table], _look_up(tables[table][column], known), width)
        at = first_rows.get_indexer(pd.Index(wanted))
        position = np.where(at >= 0, first[at] if len(first) else -1, -1)
        found[table, column] = np.where(wanted >= 0, position, -1)
    return found


def _pairs(client: Positions, item: Positions, width: int) -> Positions:
    """Number (client, item) pairs; -1 where either is unknown."""
    return np.where((client >= 0) & (item >= 0), client * width + item, -1)


def _unique_index(column: pd.Series) -> pd.Index:
    return pd.Index(column.dropna().unique())


def _look_up(column: pd.Series, index: pd.Index) -> Positions:
    positions = index.get_indexer(pd.Index(column)).astype(np.int64)
    missing = column.isna().to_numpy()
    return np.where(missing, -1, positions)

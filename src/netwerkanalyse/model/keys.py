"""Positions: which row of another table every cell names, as numbers.

Joining on text is done once, here. Everything later (checks, arrays, measures) works with positions.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.model.fields import Schema

Positions = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Keys:
    """Positions of the keys in a set of tables.

    Parameters
    ----------
    scope
        Table name to the position of each row's scope (its client) in the first table; -1 when there is no such row.
        All zero in a set without scope.
    refers
        (table, column) to the position of what a cell names in the table it refers to, within the same scope; -1
        when there is no such row.
    """

    scope: Mapping[str, Positions]
    refers: Mapping[tuple[str, str], Positions]

    @property
    def client(self) -> Mapping[str, Positions]:
        """The scope of a row of a caseload: its client."""
        return self.scope

    @classmethod
    def of(cls, tables: Mapping[str, pd.DataFrame], schema: Schema) -> "Keys":
        """Look up all keys of typed tables.

        Parameters
        ----------
        tables
            All tables of the schema, typed.
        schema
            Their declaration.

        Returns
        -------
        keys
            The positions.
        """
        scope = _scopes(tables, schema)
        refers = {}
        for target, columns in _references(schema).items():
            refers.update(_resolve(tables, scope, target, schema.by_name[target].key[-1], columns))
        return cls(scope, refers)


def _scopes(tables: Mapping[str, pd.DataFrame], schema: Schema) -> dict[str, Positions]:
    if not schema.scope:
        return {name: np.zeros(len(frame), dtype=np.int64) for name, frame in tables.items()}
    known = _unique_index(tables[schema.tables[0].name][schema.scope])
    return {name: look_up(frame[schema.scope], known) for name, frame in tables.items()}


def _references(schema: Schema) -> dict[str, list[tuple[str, str]]]:
    """Return the columns that refer to each table; the scope itself is looked up apart."""
    columns: dict[str, list[tuple[str, str]]] = {}
    for table in schema.tables:
        for field in table.fields:
            if field.refers and field.name != schema.scope:
                columns.setdefault(field.refers, []).append((table.name, field.name))
    return columns


def _resolve(
    tables: Mapping[str, pd.DataFrame],
    scope: Mapping[str, Positions],
    target: str,
    key: str,
    columns: list[tuple[str, str]],
) -> dict[tuple[str, str], Positions]:
    """Find the row of ``target`` that each cell names, within the same scope."""
    known = _unique_index(tables[target][key])
    width = len(known) + 1
    rows = pd.Index(_pairs(scope[target], look_up(tables[target][key], known), width))
    first = np.flatnonzero(~rows.duplicated())
    first_rows = rows.take(first)
    found = {}
    for table, column in columns:
        wanted = _pairs(scope[table], look_up(tables[table][column], known), width)
        at = first_rows.get_indexer(pd.Index(wanted))
        found[table, column] = np.where((wanted >= 0) & (at >= 0), np.append(first, -1)[at], -1)
    return found


def _pairs(scope: Positions, item: Positions, width: int) -> Positions:
    """Number (scope, item) pairs; -1 where either is unknown."""
    return np.where((scope >= 0) & (item >= 0), scope * width + item, -1)


def _unique_index(column: pd.Series) -> pd.Index:
    return pd.Index(column.dropna().unique())


def look_up(column: pd.Series, index: pd.Index) -> Positions:
    """Look up every cell of a column; each distinct text is sought once.

    Parameters
    ----------
    column
        Texts.
    index
        Where to look, each text once.

    Returns
    -------
    positions
        The position of every cell in the index, -1 where it is blank or not there.
    """
    codes, distinct = pd.factorize(column)
    return np.append(index.get_indexer(pd.Index(distinct)), -1)[codes]

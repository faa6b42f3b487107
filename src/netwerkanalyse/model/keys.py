"""Positions: which row of another table every cell names, as numbers.

Joining on text is done once, here. Everything later (checks, arrays, measures) works with positions.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.model.fields import Schema

Positions = npt.NDArray[np.int64]
WordNumbers = npt.NDArray[np.integer[npt.NBitBase]]

ROOMY = 16
"""A table of all (scope, item) pairs that can be may have so many places for each one that is there."""


@dataclass(frozen=True)
class Keys:
    """Positions of the keys in a set of tables.

    Parameters
    ----------
    scope
        Table name to the position of each row's scope (its client) in the first table; -1 when there is no such row.
        Empty in a set without scope.
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
        scopes = len(tables[schema.tables[0].name]) if schema.scope else 1
        refers = {}
        for target, columns in _references(schema).items():
            refers.update(_resolve(tables, scope, scopes, target, schema.by_name[target].key[-1], columns))
        return cls(scope, refers)


def _scopes(tables: Mapping[str, pd.DataFrame], schema: Schema) -> dict[str, Positions]:
    if not schema.scope:
        return {}
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
    scopes: int,
    target: str,
    key: str,
    columns: list[tuple[str, str]],
) -> dict[tuple[str, str], Positions]:
    """Find the row of ``target`` that each cell names, within the same scope."""
    known = _unique_index(tables[target][key])
    width = len(known) + 1
    there = _pairs(scope.get(target), look_up(tables[target][key], known), width)
    row_of = _first_rows(there, scopes * width)
    return {
        (table, column): row_of(_pairs(scope.get(table), look_up(tables[table][column], known), width))
        for table, column in columns
    }


def _first_rows(there: Positions, size: int) -> Callable[[Positions], Positions]:
    """Give what finds the first row with a number below ``size``: -1 where there is none, and for -1 itself."""
    if size <= ROOMY * (len(there) + 1):
        first = np.full(size + 1, -1, dtype=np.int64)
        first[there[::-1]] = np.arange(len(there))[::-1]  # of rows with the same number, the first is written last
        first[-1] = -1
        return lambda wanted: first[wanted]
    rows = np.flatnonzero(~pd.Index(there).duplicated())
    numbers = pd.Index(there[rows])

    def sought(wanted: Positions) -> Positions:
        at = numbers.get_indexer(pd.Index(wanted))
        return np.where(wanted >= 0, np.append(rows, -1)[at], -1)

    return sought


def _pairs(scope: Positions | None, item: Positions, width: int) -> Positions:
    """Number (scope, item) pairs; -1 where either is unknown. Without scope the items are numbers enough."""
    if scope is None:
        return item
    pairs: Positions = scope * width
    pairs += item
    if min(scope.min(initial=0), item.min(initial=0)) < 0:
        pairs[(scope < 0) | (item < 0)] = -1
    return pairs


def _unique_index(column: pd.Series) -> pd.Index:
    numbers, texts = distinct(column)
    used = pd.unique(numbers[numbers >= 0])
    return texts if np.array_equal(used, np.arange(len(texts))) else texts.take(used)


def distinct(column: pd.Series) -> tuple[WordNumbers, pd.Index]:
    """Take a column apart: the number of the text of every cell, -1 where it is blank, and the texts.

    Parameters
    ----------
    column
        Texts, or categories and dictionaries of Arrow: those are numbered already.

    Returns
    -------
    numbers, texts
        Each text once; there may be texts that no cell has.
    """
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy(), column.cat.categories
    if isinstance(column.dtype, pd.ArrowDtype):
        return _distinct_in_arrow(column.array)
    numbers, texts = pd.factorize(column)
    return numbers, pd.Index(texts)


def _distinct_in_arrow(cells: pd.api.extensions.ExtensionArray) -> tuple[WordNumbers, pd.Index]:
    """Take a column apart that Arrow numbered, as it does when it reads Parquet; nothing is copied."""
    import pyarrow as pa

    numbered = pa.array(cells)
    if numbered.null_count == len(numbered):
        return np.full(len(numbered), -1, dtype=np.int8), pd.Index([], dtype="str")
    numbers = numbered.indices.fill_null(-1).to_numpy()
    return numbers, pd.Index(pd.array(numbered.dictionary, dtype="str"))


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
    numbers, texts = distinct(column)
    return np.append(_places(texts, index), -1)[numbers]


def _places(texts: pd.Index, index: pd.Index) -> Positions:
    """Look up texts; Arrow does so in a third of the time that ``get_indexer`` takes."""
    import pyarrow as pa
    from pyarrow import compute

    if texts.empty or texts.equals(index):
        return np.arange(len(texts))
    wanted, known = (pa.array(words, pa.large_string()) for words in (texts, index))
    places: Positions = compute.fill_null(compute.index_in(wanted, known), -1).to_numpy().astype(np.int64)
    return places

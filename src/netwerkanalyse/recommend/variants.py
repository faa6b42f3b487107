"""A caseload in which every client is somebody's network with one change: a row a variant, measured in one go."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from netwerkanalyse.model.arrays import Ints
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.copies import copies
from netwerkanalyse.model.fields import Table
from netwerkanalyse.model.keys import Keys
from netwerkanalyse.model.values import as_dtype
from netwerkanalyse.recommend.change import Change

MEASURED = ("clients", "members", "ties", "needs", "supports", "meetings", "attendance", "consents")
"""The tables that measures of the present look at; of the others the variants have no rows."""


def variants(caseload: Caseload, client: Ints, changes: Sequence[Change]) -> Caseload:
    """Make a client of every change.

    Parameters
    ----------
    caseload
        Any number of clients.
    client
        The position of the client that each change is about.
    changes
        The changes.

    Returns
    -------
    caseload
        A client for every change, named by its number.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> from netwerkanalyse.recommend.change import NOTHING, tie
    >>> made = variants(na.datasets.load("voorbeeld"), np.array([0, 0]), [NOTHING, tie("vriend", "huisarts")])
    >>> np.bincount(made.keys.client["ties"]).tolist()
    [3, 4]
    """
    made = copies(_measured(caseload), client)
    cells, rows = _cells(made, changes), _rows(changes)
    tables = dict(made.tables)
    for name, put in cells.items():
        tables[name] = _with_cells(tables[name], CASELOAD.by_name[name], put)
    for name, come in rows.items():
        tables[name] = _with_rows(tables[name], CASELOAD.by_name[name], come)
    placed = _Placed(made, rows)
    ordered = {name: frame.take(placed.order[name]).reset_index(drop=True) for name, frame in tables.items()}
    return Caseload(MappingProxyType({**tables, **ordered} if rows else tables), placed.keys())


class _Placed:
    """Where rows stand once the new ones lie behind the others of their own copy.

    Parameters
    ----------
    made
        The copies, without the rows that come.
    rows
        By table, the rows that come.
    """

    def __init__(self, made: Caseload, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        self.made, self.rows = made, rows
        self.scope = {
            name: np.append(of, np.array([row["client"] for row in rows.get(name, ())], dtype=np.int64))
            for name, of in made.keys.client.items()
        }
        self.order = {name: np.argsort(of, kind="stable") for name, of in self.scope.items()}
        keyed = {name: CASELOAD.by_name[name].key[-1] for name in rows}
        targets = {CASELOAD.by_name[name].field(column).refers for name, column in made.keys.refers if name in rows}
        self.names = {name: made.tables[name][CASELOAD.by_name[name].key[-1]].tolist() for name in targets}
        self.new = {
            name: {(row["client"], row.get(keyed[name])): at for at, row in enumerate(come)}
            for name, come in rows.items()
        }

    def keys(self) -> Keys:
        """Give the positions of what every cell names."""
        scope = {name: of[self.order[name]] for name, of in self.scope.items()}
        refers = {where: self._refers(*where) for where in self.made.keys.refers}
        return Keys(scope, refers)

    def _refers(self, name: str, column: str) -> Ints:
        target = CASELOAD.by_name[name].field(column).refers
        new = [self._row(target, row["client"], row.get(column)) for row in self.rows.get(name, ())]
        old = np.append(self.made.keys.refers[name, column], np.array(new, dtype=np.int64))
        moved = np.empty(len(self.order[target]) + 1, dtype=np.int64)
        moved[self.order[target]] = np.arange(len(self.order[target]))
        moved[-1] = -1  # what names nothing goes on naming nothing
        return moved[old][self.order[name]]

    def _row(self, target: str, copy: int, named: object) -> int:
        """Find the row of a copy by its key, before rows are put in order."""
        first, last = np.searchsorted(self.made.keys.client[target], [copy, copy + 1])
        there = self.names[target][first:last]
        if named in there:
            return int(first) + there.index(named)
        return len(self.made.tables[target]) + self.new[target][copy, named]


def _measured(caseload: Caseload) -> Caseload:
    """Leave out the rows that no measure of a variant looks at."""
    kept = {name: slice(None) if name in MEASURED else slice(0) for name in caseload.tables}
    tables = {name: frame.iloc[kept[name]] for name, frame in caseload.tables.items()}
    scope = {name: position[kept[name]] for name, position in caseload.keys.scope.items()}
    refers = {where: position[kept[where[0]]] for where, position in caseload.keys.refers.items()}
    return Caseload(MappingProxyType(tables), Keys(scope, refers))


def _cells(made: Caseload, changes: Sequence[Change]) -> dict[str, dict[str, list[tuple[int, object]]]]:
    """List by table and column which row of the copies gets which value."""
    found: dict[str, dict[str, list[tuple[int, object]]]] = {}
    for number, change in enumerate(changes):
        for cell in change.cells:
            first, last = np.searchsorted(made.keys.client[cell.table], [number, number + 1])
            rows = made.tables[cell.table].iloc[first:last]
            there = np.logical_and.reduce([(rows[column] == value).to_numpy() for column, value in cell.where.items()])
            put = found.setdefault(cell.table, {}).setdefault(cell.column, [])
            put += [(int(first + row), cell.value) for row in np.flatnonzero(there)]
    return found


def _rows(changes: Sequence[Change]) -> dict[str, list[Mapping[str, Any]]]:
    """List by table the rows that come, with the copy they come to."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for number, change in enumerate(changes):
        for row in change.rows:
            found.setdefault(row.table, []).append({**row.filled, "client": number})
    return found


def _with_cells(frame: pd.DataFrame, table: Table, cells: Mapping[str, list[tuple[int, object]]]) -> pd.DataFrame:
    changed = {}
    for column, put in cells.items():
        rows, values = zip(*put, strict=True)
        array = frame[column].array.copy()
        array[list(rows)] = as_dtype(pd.Series(values, dtype=object), table.field(column)).array
        changed[column] = array
    return frame.assign(**changed)


def _with_rows(frame: pd.DataFrame, table: Table, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Put rows behind a table; the name of their client is told by the keys only."""
    columns = {}
    for name in frame:
        values = pd.Series([row.get(name) for row in rows], dtype=object)
        if name in table.names:
            columns[name] = as_dtype(values.astype(str) if name == "client" else values, table.field(name))
        else:
            columns[name] = values.astype(frame[name].dtype)
    return pd.concat([frame, pd.DataFrame(columns)], ignore_index=True)

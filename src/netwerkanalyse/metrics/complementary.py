"""Complementary suppression: which entries of a table with totals are suppressed to protect others.

An entry is protected by a rectangle of suppressed entries in which all can change by one: then somebody who knows all
that is shown cannot tell the table from the other one.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class _Board(NamedTuple):
    """A table with its totals in the last row and column, and what stands in it.

    In every row and column the counts less the total are zero. ``rises`` tells which entries can be one more in that
    sum, and ``falls`` which can be one less, without any count below 1: a total falls when it becomes larger.
    ``cost`` is what it costs to suppress an entry: nothing when it is suppressed already, infinite when it is zero.
    """

    values: Counts
    hidden: Flags
    safe: Flags
    rises: Flags
    falls: Flags
    cost: Floats
    symmetric: bool


def protected(values: Counts, hidden: Flags, limit: float, *, symmetric: bool) -> Flags:
    """Suppress more, until every suppressed entry can be one more or less without a shown entry changing.

    Parameters
    ----------
    values
        A table with its totals in the last row and column.
    hidden
        What must be suppressed; this is changed.
    limit
        Suppressed cells of a line with a shown total add up to this at least.
    symmetric
        Whether the table is the same both ways, and its two halves are suppressed together.

    Returns
    -------
    hidden
        What is suppressed in the end.
    """
    totals = np.zeros(values.shape, dtype=bool)
    totals[-1], totals[:, -1] = True, True
    totals[-1, -1] = False
    rises, falls = np.where(totals, values > 1, values > 0), np.where(totals, values > 0, values > 1)
    cost = np.where(values > 0, values.astype(float), np.inf)
    # A total costs more than all cells of a table together, the total of all more than all totals.
    cost[-1] += values[-1, -1] + 1.0
    cost[:, -1] += values[-1, -1] + 1.0
    cost[-1, -1] += 4.0 * (values[-1, -1] + 1.0) * len(values)
    cost[hidden] = 0
    board = _Board(values, hidden, np.zeros_like(hidden), rises, falls, cost, symmetric)
    unsafe = np.argwhere(hidden)
    while len(unsafe):
        for row, column in unsafe.tolist():
            if not board.safe[row, column]:
                _make_safe(board, row, column)
        _fill(board, limit)
        if not symmetric:
            _fill(_turned(board), limit)
        unsafe = np.argwhere(board.hidden & ~board.safe)
    return board.hidden


def _turned(board: _Board) -> _Board:
    """Give the same board with rows as columns; what is written in it is written in the other."""
    values, hidden, safe, rises, falls, cost, symmetric = board
    return _Board(values.T, hidden.T, safe.T, rises.T, falls.T, cost.T, symmetric)


def _make_safe(board: _Board, row: int, column: int) -> None:
    """Find the cheapest rectangle around an entry in which all can change by one, and suppress it.

    There always is one: by way of the total of the row, of the column, and of all.
    """
    found = [_rectangle(board, row, column, rises=rises) for rises in (True, False)]
    _, other_row, other_column = min(found)
    for one, other in ((row, column), (row, other_column), (other_row, other_column), (other_row, column)):
        _hide(board, one, other, safe=True)


def _rectangle(board: _Board, row: int, column: int, *, rises: bool) -> tuple[float, int, int]:
    """Find the other row and column of the cheapest rectangle in which this entry rises, or falls; and its cost."""
    same, opposite = (board.rises, board.falls) if rises else (board.falls, board.rises)
    if not same[row, column]:
        return np.inf, -1, -1
    across = np.where(opposite[row], board.cost[row], np.inf)
    down = np.where(opposite[:, column], board.cost[:, column], np.inf)
    across[column], down[row] = np.inf, np.inf
    rows, columns = np.flatnonzero(np.isfinite(down)), np.flatnonzero(np.isfinite(across))
    if not len(rows) or not len(columns):
        return np.inf, -1, -1
    block = np.ix_(rows, columns)
    cost = np.where(same[block], board.cost[block], np.inf) + across[columns] + down[rows][:, None]
    at, where = divmod(int(cost.argmin()), len(columns))
    return float(cost[at, where]), int(rows[at]), int(columns[where])


def _hide(board: _Board, row: int, column: int, *, safe: bool) -> None:
    for one, other in ((row, column), (column, row))[: 2 if board.symmetric else 1]:
        board.hidden[one, other] = True
        board.safe[one, other] |= safe
        board.cost[one, other] = 0


def _fill(board: _Board, limit: float) -> None:
    """Suppress the next smallest cell of every row whose suppressed cells are together a small cell."""
    together = np.where(board.hidden[:, :-1], board.values[:, :-1], 0).sum(axis=1)
    for row in np.flatnonzero((together > 0) & (together < limit) & ~board.hidden[:, -1]).tolist():
        shown = np.where(board.hidden[row, :-1], np.inf, board.cost[row, :-1])
        next_one = int(shown.argmin())
        _hide(board, row, next_one if np.isfinite(shown[next_one]) else len(shown), safe=False)

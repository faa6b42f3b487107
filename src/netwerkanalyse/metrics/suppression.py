"""Small cells of public tables: which counts may be shown and which are suppressed.

A count of fewer clients than the limit is suppressed. So are other counts, where somebody who knows the shown cells and
the totals could work it out: then the table has complementary suppression, and both kinds look the same. A suppressed
cell is called suppressed and never "<10": its value can be higher.

What is promised of every table with the totals that stand in it: whoever knows all shown cells, all shown totals, and
that a suppressed cell is not zero, is left with at least two values for every suppressed cell. In a line with a shown
total the suppressed cells also add up to the limit at least, so that together they are no small cell either.

**Zero is shown.** An empty cell is about nobody, and "no shared clients" is what a planner must be able to see. Hence a
suppressed cell is known to be one at least, and the promise holds with that knowledge. A zero can still tell something
about everybody else in its line; whoever publishes weighs that.

**One count, one decision.** A count that stands in several outputs is suppressed in all or in none: decide once, over
the table that has its totals, and use that decision everywhere. Of a suppressed count nothing else may be shown that
depends on it: no share, no p-value, no place in a ranking. Totals that a table does not have must not be published
elsewhere.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class List(NamedTuple):
    """What is suppressed in a list of counts with a total."""

    cells: Flags
    total: bool


class Table(NamedTuple):
    """What is suppressed in a table of counts with totals of rows, of columns and of all."""

    cells: Flags
    rows: Flags
    columns: Flags
    total: bool


class Pairs(NamedTuple):
    """What is suppressed in a symmetric table of pairs with a total by organisation and of all pairs."""

    cells: Flags
    totals: Flags
    total: bool


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


def small(counts: Counts, limit: float) -> Flags:
    """Tell which counts are small: not zero, and below the limit.

    Parameters
    ----------
    counts
        Numbers of clients, or of raters.
    limit
        The lowest number that may be shown: ``RegionCutoffs.smallest_cell`` or ``RegionCutoffs.smallest_raters``.

    Returns
    -------
    small
        By count. In a list without a total this is all that is suppressed.

    Examples
    --------
    >>> small(np.array([0, 3, 9, 10]), 10).tolist()
    [False, True, True, False]
    """
    return (counts > 0) & (counts < limit)


def suppress_list(counts: Counts, limit: float, *, also: Flags | None = None) -> List:
    """Decide what is suppressed in a list of counts that is published with its total.

    Parameters
    ----------
    counts
        Whole numbers.
    limit
        The lowest number that may be shown.
    also
        Counts that must be suppressed for another reason; zeros stay shown.

    Returns
    -------
    suppressed
        By count, and whether the total is.

    Examples
    --------
    One small cell would follow from the total, so that the next smallest is suppressed with it.

    >>> suppress_list(np.array([40, 3, 15, 0]), 10)
    List(cells=array([False,  True,  True, False]), total=False)
    """
    hidden = _primary(counts, limit, also)
    total = bool(small(counts.sum(), limit))
    nexts = iter(np.argsort(counts, kind="stable"))
    while not total and _gives_away(counts[hidden], limit):
        at = next((at for at in nexts if counts[at] and not hidden[at]), None)
        if at is None:
            total = True
        else:
            hidden[at] = True
    return List(hidden, total)


def suppress_table(counts: Counts, limit: float, *, also: Flags | None = None) -> Table:
    """Decide what is suppressed in a table that is published with totals of rows and columns.

    Every suppressed entry gets three others, in a rectangle, that could make up for one client more or less in it.
    The cheapest rectangle is taken: small counts rather than large ones, cells rather than totals.

    Parameters
    ----------
    counts
        Whole numbers, rows by columns.
    limit
        The lowest number that may be shown.
    also
        Cells that must be suppressed for another reason; zeros stay shown.

    Returns
    -------
    suppressed
        By cell, by total of a row and of a column, and whether the total of all is.

    Examples
    --------
    >>> found = suppress_table(np.array([[3, 40, 20], [30, 25, 60], [50, 70, 80]]), 10)
    >>> found.cells.tolist()
    [[True, True, False], [True, True, False], [False, False, False]]
    """
    hidden = _extended(_primary(counts, limit, also))
    values = _with_totals(counts)
    hidden[-1], hidden[:, -1] = hidden[-1] | small(values[-1], limit), hidden[:, -1] | small(values[:, -1], limit)
    hidden = _protected(values, hidden, limit, symmetric=False)
    return Table(hidden[:-1, :-1], hidden[:-1, -1], hidden[-1, :-1], bool(hidden[-1, -1]))


def suppress_pairs(counts: Counts, limit: float, *, also: Flags | None = None) -> Pairs:
    """Decide what is suppressed in a table of pairs that is published with the total of every organisation.

    Parameters
    ----------
    counts
        Whole numbers, organisations by organisations, the same both ways; the diagonal is left out.
    limit
        The lowest number that may be shown.
    also
        Pairs that must be suppressed for another reason; zeros stay shown.

    Returns
    -------
    suppressed
        By pair (both ways), by total of an organisation, and whether the total over pairs is.

    Examples
    --------
    >>> ring = np.array([[0, 4, 30, 20], [4, 0, 15, 40], [30, 15, 0, 12], [20, 40, 12, 0]])
    >>> found = suppress_pairs(ring, 10)
    >>> np.argwhere(np.triu(found.cells)).tolist(), found.totals.any()
    ([[0, 1], [0, 3], [1, 2], [2, 3]], np.False_)
    """
    pairs = counts * ~np.eye(len(counts), dtype=bool)
    hidden = _extended(_primary(pairs, limit, also))
    values = _with_totals(pairs)
    values[-1, -1] //= 2
    hidden[-1] |= small(values[-1], limit)
    hidden |= hidden.T
    hidden = _protected(values, hidden, limit, symmetric=True)
    return Pairs(hidden[:-1, :-1], hidden[-1, :-1], bool(hidden[-1, -1]))


def ranked(counts: Counts, hidden: Flags) -> npt.NDArray[np.intp]:
    """Order what may be shown from high to low; a suppressed count has no place, for a place gives it away.

    Parameters
    ----------
    counts
        Whole numbers.
    hidden
        Which of them are suppressed.

    Returns
    -------
    order
        Positions of the shown counts above zero; equal counts in the order of the table.

    Examples
    --------
    >>> ranked(np.array([12, 30, 8, 0, 30]), np.array([False, False, True, False, False])).tolist()
    [1, 4, 0]
    """
    shown = np.flatnonzero(~hidden & (counts > 0))
    return shown[np.argsort(-counts[shown], kind="stable")]


def _primary(counts: Counts, limit: float, also: Flags | None) -> Flags:
    return small(counts, limit) if also is None else small(counts, limit) | (also & (counts > 0))


def _gives_away(suppressed: Counts, limit: float) -> bool:
    """Tell whether the sum of the suppressed cells of a line gives one of them away, or is itself small.

    A single cell is its sum, and cells that sum to their number are all 1.
    """
    return len(suppressed) > 0 and (len(suppressed) == 1 or suppressed.sum() < max(limit, len(suppressed) + 1))


def _with_totals(counts: Counts) -> Counts:
    rows = np.vstack([counts, counts.sum(axis=0)])
    return np.column_stack([rows, rows.sum(axis=1)])


def _extended(cells: Flags) -> Flags:
    return np.pad(cells, (0, 1))


def _protected(values: Counts, hidden: Flags, limit: float, *, symmetric: bool) -> Flags:
    """Suppress more, until every suppressed entry can be one more or less without a shown entry changing."""
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
    for row in np.flatnonzero(small(together, limit) & ~board.hidden[:, -1]).tolist():
        shown = np.where(board.hidden[row, :-1], np.inf, board.cost[row, :-1])
        next_one = int(shown.argmin())
        _hide(board, row, next_one if np.isfinite(shown[next_one]) else len(shown), safe=False)

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

from netwerkanalyse.metrics.complementary import protected

Counts = npt.NDArray[np.int64]
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
    hidden = protected(values, hidden, limit, symmetric=False)
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
    hidden = protected(values, hidden, limit, symmetric=True)
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

"""Whether two networks of the same organisations go together: correlation with a test by relabelling (QAP)."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.metrics.region.graphs.relabelling import DRAWS, NO_TEST, Tails, orders, tails

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

CONSTANT = 1e-12
"""A variance below this share of the mean square is that of values that are all the same."""


class Qap(NamedTuple):
    """The correlation of two matrices and its place among relabellings; NaN where undefined.

    ``cells`` is the number of pairs known in both.
    """

    cells: int
    correlation: float
    tails: Tails


def qap(one: Floats, other: Floats, *, directed: bool, draws: int = DRAWS, seed: int = 1) -> Qap:
    """Correlate two square matrices cell by cell, and shuffle the organisations of one to see what chance gives.

    The diagonal is left out; without direction every pair counts once. A cell that is missing in either matrix is
    left out, and what is missing is shuffled along: every draw has its own pairs that are known in both.

    Parameters
    ----------
    one, other
        Values between the same organisations in the same order; NaN is missing. Without direction symmetric.
    directed
        Whether a pair has an order.
    draws
        How many orders to draw; with seven organisations or fewer all orders are looked at instead.
    seed
        Start of the random numbers: the same seed gives the same shares.

    Returns
    -------
    found
        The correlation (Pearson), NaN when one of the two is the same everywhere; no test below four organisations.

    Examples
    --------
    >>> ring = np.roll(np.eye(6), 1, axis=1)
    >>> found = qap(ring, ring, directed=True)
    >>> round(found.correlation, 3), found.tails.draws, round(found.tails.p_at_least * 720)
    (1.0, 720, 6)
    """
    nodes = len(one)
    if nodes < 2:
        return Qap(0, np.nan, NO_TEST)
    kept, moved = sorted((one, other), key=lambda matrix: int((matrix != 0).sum()))
    rest = orders(nodes, draws, seed)
    sums = _sums(kept, moved, np.vstack([np.arange(nodes), rest]), directed=directed)
    correlation = _correlation(*sums)
    return Qap(int(sums[0][0]), float(correlation[0]), tails(float(correlation[0]), correlation[1:], nodes))


def _sums(kept: Floats, moved: Floats, shuffled: Ints, *, directed: bool) -> tuple[Floats, ...]:
    """Give, for every order, the number of cells known in both and their sums: x, y, x x, y y and x y.

    Only cells of ``kept`` that are not zero (or missing) change what an order gives, so that only these are visited.
    """
    nodes = len(kept)
    row, column = np.nonzero(~np.eye(nodes, dtype=bool)) if directed else np.triu_indices(nodes, 1)
    x, y = _parts(kept), _parts(moved)
    whole_x, whole_y = x[row * nodes + column], y[row * nodes + column]
    visited = whole_x.any(axis=1)
    row, column, left = row[visited], column[visited], np.ascontiguousarray(whole_x[visited].T)
    products = np.array([left @ y[order[row] * nodes + order[column]] for order in shuffled])
    (sum_x, sum_xx, missing_x), (sum_y, sum_yy, missing_y) = whole_x.sum(axis=0), whole_y.sum(axis=0)
    return (
        len(whole_x) - missing_x - missing_y + products[:, 2, 2],
        sum_x - products[:, 0, 2],
        sum_y - products[:, 2, 0],
        sum_xx - products[:, 1, 2],
        sum_yy - products[:, 2, 1],
        products[:, 0, 0],
    )


def _parts(matrix: Floats) -> Floats:
    """Give, a row a cell, the value, its square, and whether it is missing; a missing value is 0."""
    flat = matrix.reshape(-1).astype(float)
    missing = np.isnan(flat)
    value = np.where(missing, 0.0, flat)
    return np.column_stack([value, value**2, missing])


def _correlation(count: Floats, x: Floats, y: Floats, xx: Floats, yy: Floats, xy: Floats) -> Floats:
    """Compute Pearson's correlation from sums; NaN where one of the two does not vary."""
    spread_x, spread_y = count * xx - x**2, count * yy - y**2
    varies = (spread_x > CONSTANT * count * xx) & (spread_y > CONSTANT * count * yy)
    divisor = np.sqrt(np.where(varies, spread_x * spread_y, 1.0))
    return np.where(varies, (count * xy - x * y) / divisor, np.nan)

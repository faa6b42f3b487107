"""What goes together with a network when several others are held equal: regression with a test by relabelling."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.region.graphs.relabelling import DRAWS, NO_TEST, Tails, orders, tails

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

NOTHING = 1e-10
"""What is left of a variance below this share of it is nothing."""


class Mrqap(NamedTuple):
    """A regression over pairs of organisations.

    ``terms`` has a row a predictor (and the intercept, which is not tested): coefficient, t-value, and the shares of
    draws. ``descriptive`` tells that the outcome is only yes or no: a straight line through it describes, and its
    coefficients are differences in share; it is no model of chances. ``reason`` is the code of the reason when there
    is nothing to regress, otherwise empty.
    """

    terms: pd.DataFrame
    cells: int
    r_squared: float
    descriptive: bool
    reason: str


class _Design(NamedTuple):
    """The cells known in the outcome and all predictors, and their values: a column a term, the first one the ones."""

    row: Ints
    column: Ints
    terms: Floats
    outcome: Floats
    directed: bool


def mrqap(
    outcome: Floats, predictors: Mapping[str, Floats], *, directed: bool, draws: int = DRAWS, seed: int = 1
) -> Mrqap:
    """Regress one square matrix on others by least squares, tested by double semi-partialling.

    Of each predictor what the other predictors do not explain is shuffled, and put in the regression in its place
    (Dekker, Krackhardt and Snijders 2007). The draws are compared by t-value. Cells that are missing
    anywhere are left out, and what is missing is shuffled along: every draw has its own cells, and one of which the
    terms overlap there is left out.

    Parameters
    ----------
    outcome
        What is to be described; NaN is missing. Without direction symmetric.
    predictors
        Name to matrix.
    directed
        Whether a pair has an order.
    draws
        How many orders to draw for each predictor; with seven organisations or fewer all orders are looked at instead.
    seed
        Start of the random numbers.

    Returns
    -------
    found
        The regression, with a row a term.

    Examples
    --------
    >>> rng = np.random.default_rng(3)
    >>> contact, distance = rng.random((2, 20, 20))
    >>> found = mrqap(2 * contact + rng.random((20, 20)), {"contact": contact, "distance": distance}, directed=True)
    >>> found.terms.loc["contact", ["coefficient", "p_two_sided"]].round(3).tolist()
    [1.986, 0.0]
    """
    design = _design(outcome, list(predictors.values()), directed=directed)
    names, values, known = ["intercept", *predictors], design.terms, design.outcome
    binary = bool(np.isin(known, (0, 1)).all())
    reason = _why_not(design)
    if reason:
        return Mrqap(_terms(names, np.full((len(names), 2), np.nan)), len(known), np.nan, binary, reason)
    coefficient, *_ = np.linalg.lstsq(values, known, rcond=None)
    left_over = known - values @ coefficient
    variance = left_over @ left_over / (len(known) - values.shape[1]) * np.diag(np.linalg.inv(values.T @ values))
    t_value = np.divide(coefficient, np.sqrt(variance), out=np.full(len(names), np.nan), where=variance > 0)
    shuffled = np.vstack([np.arange(len(outcome)), orders(len(outcome), draws, seed)])
    found = [NO_TEST, *(_tested(design, place, shuffled) for place in range(1, len(names)))]
    return Mrqap(
        _terms(names, np.column_stack([coefficient, t_value]), found),
        len(known),
        float(1 - left_over @ left_over / ((known - known.mean()) ** 2).sum()),
        binary,
        "",
    )


def _design(outcome: Floats, predictors: list[Floats], *, directed: bool) -> _Design:
    nodes = len(outcome)
    row, column = np.nonzero(~np.eye(nodes, dtype=bool)) if directed else np.triu_indices(nodes, 1)
    values = np.column_stack([np.ones(len(row)), *(matrix[row, column] for matrix in predictors)])
    known = ~np.isnan(values).any(axis=1) & ~np.isnan(outcome[row, column])
    row, column = row[known], column[known]
    return _Design(row, column, values[known], outcome[row, column], directed)


def _why_not(design: _Design) -> str:
    """Give the code of the reason why there is nothing to regress."""
    cells, terms = design.terms.shape
    if cells <= terms:
        return "too_few_pairs_known"
    if np.ptp(design.outcome) == 0:
        return "same_everywhere"
    return "predictors_overlap" if np.linalg.matrix_rank(design.terms) < terms else ""


def _tested(design: _Design, place: int, shuffled: Ints) -> Tails:
    """Shuffle what the other terms leave of one predictor, and compare its t-value with those of the draws."""
    others, own = np.delete(design.terms, place, axis=1), design.terms[:, place]
    explained, *_ = np.linalg.lstsq(others, own, rcond=None)
    residual = _square(design, own - others @ explained, shuffled.shape[1])
    # A t-value does not depend on scale and height, and sums of squares lose no digits.
    sides = [others[:, 0], *((one - one.mean()) / one.std() for one in (*others.T[1:], design.outcome))]
    beside = [_square(design, one, shuffled.shape[1]) for one in sides]
    found = _bounded_t(np.array(beside), residual, shuffled, len(own))
    return tails(float(found[0]), found[1:], shuffled.shape[1])


def _square(design: _Design, values: Floats, nodes: int) -> Floats:
    """Put values back in a matrix, without direction in both halves; what is not known is missing."""
    square = np.full((nodes, nodes), np.nan)
    square[design.row, design.column] = values
    return square if design.directed else np.fmax(square, square.T)


def _bounded_t(beside: Floats, residual: Floats, shuffled: Ints, known: int) -> Floats:
    """Compute t / sqrt(1 + t^2) of the shuffled residual beside the other terms, for every order.

    It orders the draws as t does, also when each has its own number of cells, and is finite when nothing is left to
    explain. ``beside`` holds the other terms and, last, the outcome; ``known`` cells are known in the first order.
    """
    squares, crossed, own = _sums(beside, residual, shuffled)
    sides = np.stack([squares[:, :-1, -1], crossed[:, :-1]], axis=2)
    terms = squares[:, :-1, :-1]
    solved = np.linalg.pinv(terms, rcond=NOTHING, hermitian=True) @ sides
    explained = np.einsum("rij,rik->rjk", sides, solved)
    rest_outcome, rest_own = squares[:, -1, -1] - explained[:, 0, 0], own - explained[:, 1, 1]
    varies = (rest_outcome > NOTHING * squares[:, -1, -1]) & (rest_own > NOTHING * own)
    together = crossed[:, -1] - explained[:, 0, 1]
    partial = np.clip(together / np.sqrt(np.where(varies, rest_outcome * rest_own, 1.0)), -1, 1)
    # The first term counts cells; without direction each stands there twice.
    freedom = squares[:, 0, 0] / squares[0, 0, 0] * known - len(beside)
    varies &= (freedom > NOTHING) & (np.linalg.matrix_rank(terms, rtol=NOTHING, hermitian=True) == terms.shape[1])
    scale = np.where(varies, 1 + (freedom - 1) * partial**2, 1.0)
    return np.where(varies, partial * np.sqrt(np.maximum(freedom, 0) / scale), np.nan)


def _sums(beside: Floats, residual: Floats, shuffled: Ints) -> tuple[Floats, Floats, Floats]:
    """Sum products of the terms, of these with the shuffled residual, and its squares, over cells known in both."""
    missing = np.isnan(residual)
    residual = np.where(missing, 0.0, residual)
    flat = np.nan_to_num(beside.reshape(len(beside), -1))
    squares = np.tile(flat @ flat.T, (len(shuffled), 1, 1))
    crossed, own = np.empty((len(shuffled), len(flat))), np.empty(len(shuffled))
    products = (flat[:, None] * flat).reshape(-1, flat.shape[1])
    hidden, beyond_diagonal = missing.astype(float), missing.sum() > len(missing)
    for draw, order in enumerate(shuffled):
        moved = residual[order][:, order].reshape(-1)
        crossed[draw], own[draw] = flat @ moved, flat[0] @ moved**2  # the first term is 1 where it is known
        if beyond_diagonal:
            squares[draw] -= (products @ hidden[order][:, order].reshape(-1)).reshape(len(flat), -1)
    return squares, crossed, own


def _terms(names: list[str], estimates: Floats, found: list[Tails] | None = None) -> pd.DataFrame:
    shares = pd.DataFrame(found or [NO_TEST] * len(names), columns=list(Tails._fields))
    columns = pd.DataFrame(estimates, columns=["coefficient", "t_value"])
    return pd.concat([columns, shares], axis=1).set_axis(pd.Index(names, name="term"))

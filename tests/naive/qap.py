"""Regression between networks, by double semi-partialling: every relabelling fitted anew by numpy's least squares.

Matrices are lists of lists; a blank is None, as the diagonal is.
"""

from itertools import combinations, permutations
from math import copysign, inf

import numpy as np


def known_cells(matrices, *, directed):
    """The pairs known in all matrices, each once."""
    size = range(len(matrices[0]))
    pairs = permutations(size, 2) if directed else combinations(size, 2)
    return [(i, j) for i, j in pairs if all(one[i][j] is not None for one in matrices)]


def relabelled(matrix, order):
    """The matrix in which ``order[i]`` takes the place of i."""
    return [[matrix[one][other] for other in order] for one in order]


def fitted(outcome, predictors, cells):
    """Coefficients, intercept first, t-values (endless when nothing is left), and what is left; None: undefined."""
    y = np.array([outcome[i][j] for i, j in cells], dtype=float)
    x = np.array([[1.0, *(one[i][j] for one in predictors)] for i, j in cells], dtype=float)
    if len(y) <= len(predictors) + 1 or np.linalg.matrix_rank(x) < x.shape[1]:
        return None
    slope = np.linalg.lstsq(x, y, rcond=None)[0]
    left = y - x @ slope
    error = np.sqrt(left @ left / (len(y) - x.shape[1]) * np.diag(np.linalg.inv(x.T @ x)))
    return slope, [ratio(b, e) for b, e in zip(slope, error, strict=True)], left


def ratio(coefficient, error):
    """The t-value; None when there is nothing to explain."""
    if error > 1e-9:
        return coefficient / error
    return copysign(inf, coefficient) if abs(coefficient) > 1e-9 else None


def semi_partial(outcome, predictors, place, *, directed):
    """The t-value of one predictor in every order: what the others leave of it takes its place, relabelled (Dekker)."""
    others = [one for at, one in enumerate(predictors) if at != place]
    cells = known_cells([outcome, *predictors], directed=directed)
    residual = [[None] * len(outcome) for _ in outcome]
    for (i, j), value in zip(cells, fitted(predictors[place], others, cells)[2], strict=True):
        residual[i][j] = value
        if not directed:
            residual[j][i] = value
    found = []
    for order in permutations(range(len(outcome))):
        moved = relabelled(residual, order)
        fit = fitted(outcome, [moved, *others], [(i, j) for i, j in cells if moved[i][j] is not None])
        found.append(None if fit is None else fit[1][1])
    return found

"""Scores of pairs from who has contact with whom: what is common in predicting ties.

An adjacency matrix is symmetric, of 0 and 1, with an empty diagonal.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def common_neighbours(tied: Matrix) -> Matrix:
    """Count the people that both are in contact with."""
    return tied @ tied


def adamic_adar(tied: Matrix) -> Matrix:
    """Count them, each by 1 / log of its number of contacts."""
    degree = tied.sum(axis=1)
    weight = np.zeros(len(tied))
    weight[degree > 1] = 1 / np.log(degree[degree > 1])  # one with a single contact is nobody's common neighbour
    return (tied * weight) @ tied


def resource_allocation(tied: Matrix) -> Matrix:
    """Count them, each by 1 / its number of contacts."""
    return (tied / np.maximum(tied.sum(axis=1), 1)) @ tied


def preferential_attachment(tied: Matrix) -> Matrix:
    """Multiply the numbers of contacts of both."""
    degree = tied.sum(axis=1)
    return np.outer(degree, degree)


def at_random(tied: Matrix) -> Matrix:
    """Tell nothing about any pair."""
    return np.zeros_like(tied)


PREDICTORS: dict[str, Callable[[Matrix], Matrix]] = {
    "common neighbours": common_neighbours,
    "Adamic-Adar": adamic_adar,
    "resource allocation": resource_allocation,
    "preferential attachment": preferential_attachment,
    "random": at_random,
}

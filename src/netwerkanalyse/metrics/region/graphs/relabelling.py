"""Chance by relabelling: who is who is shuffled, and everything else of a network stays as it is."""

from itertools import permutations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

DRAWS = 5000

ALL_UP_TO = 7
"""Up to so many organisations every order is looked at; above that orders are drawn."""

TEST_FROM = 4
"""With fewer organisations there are too few orders for a test."""

SAME = 1e-9
"""Values that differ by less are the same."""


class Tails(NamedTuple):
    """How the observed value lies among those of the draws: shares of the draws, and how many there were."""

    p_at_least: float
    p_at_most: float
    p_two_sided: float
    draws: int


NO_TEST = Tails(np.nan, np.nan, np.nan, 0)


def orders(nodes: int, draws: int, seed: int) -> Ints:
    """Give orders of the nodes: all of them where there are few nodes, otherwise drawn with a seed.

    Examples
    --------
    >>> orders(3, draws=5000, seed=1).tolist()
    [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    >>> orders(20, draws=5000, seed=1).shape
    (5000, 20)
    """
    if nodes <= ALL_UP_TO:
        return np.array(list(permutations(range(nodes))), dtype=np.int64)
    return np.random.default_rng(seed).permuted(np.tile(np.arange(nodes), (draws, 1)), axis=1)


def tails(observed: float, drawn: Floats, nodes: int) -> Tails:
    """Compare a value with those of the orders that :func:`orders` gave.

    Where all orders were looked at the shares are exact. Where orders were drawn, the network itself counts as one:
    with b of R draws as extreme, p = (b + 1) / (R + 1). Two-sided p = twice the smaller share, at most 1.

    Parameters
    ----------
    observed
        The value of the network itself.
    drawn
        The values of the draws; NaN where there is none, which are left out.
    nodes
        How many nodes were relabelled.

    Returns
    -------
    tails
        Without a test (fewer than four nodes, or no value) the shares are NaN.

    Examples
    --------
    >>> tails(0.5, np.array([0.1, 0.5, 0.7]), nodes=20)
    Tails(p_at_least=0.75, p_at_most=0.75, p_two_sided=1.0, draws=3)
    """
    drawn = drawn[~np.isnan(drawn)]
    if nodes < TEST_FROM or np.isnan(observed) or not len(drawn):
        return NO_TEST
    itself = 0 if nodes <= ALL_UP_TO else 1
    high, low = (
        (int(extreme.sum()) + itself) / (len(drawn) + itself)
        for extreme in (drawn >= observed - SAME, drawn <= observed + SAME)
    )
    return Tails(high, low, min(1.0, 2 * min(high, low)), len(drawn))

"""How far a number goes: intervals of shares and of means."""

from typing import NamedTuple

import numpy as np

Z = 1.959963984540054
"""The normal quantile of 95 %."""

DRAWS = 2000
"""Bootstrap samples."""


class Interval(NamedTuple):
    """An estimate with the bounds of its 95 % interval and the number it rests on; NaN when it rests on nothing."""

    value: float
    low: float
    high: float
    count: int


def wilson(successes: int, count: int) -> Interval:
    """Give a share with Wilson's interval, which stays between 0 and 1 and is not empty at 0 or 1."""
    if count == 0:
        return Interval(np.nan, np.nan, np.nan, 0)
    share, square = successes / count, Z * Z / count
    middle = (share + square / 2) / (1 + square)
    half = Z / (1 + square) * np.sqrt(share * (1 - share) / count + square / (4 * count))
    return Interval(share, max(0.0, float(middle - half)), min(1.0, float(middle + half)), count)


def bootstrap(values, seed: int) -> Interval:
    """Give a mean over clients with its percentile interval; clients are drawn again, with replacement.

    What is undefined for a client (NaN) takes no part.
    """
    known = np.asarray(values, dtype=np.float64)
    known = known[~np.isnan(known)]
    if not len(known):
        return Interval(np.nan, np.nan, np.nan, 0)
    drawn = np.random.default_rng(seed).integers(0, len(known), (DRAWS, len(known)))
    low, high = np.percentile(known[drawn].mean(axis=1), [2.5, 97.5])
    return Interval(float(known.mean()), float(low), float(high), len(known))

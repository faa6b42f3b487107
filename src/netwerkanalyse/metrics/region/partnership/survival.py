"""How long it takes until something happens, also when for some it has not happened yet (Kaplan and Meier)."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class Waiting(NamedTuple):
    """The share that still waits after each day on which it happened to somebody; ``followed`` is the longest wait."""

    days: Floats
    share: Floats
    followed: float


def kaplan_meier(days: Floats, happened: npt.NDArray[np.bool_]) -> Waiting:
    """Estimate which share still waits after so many days.

    Parameters
    ----------
    days
        Days until it happened, or during which it did not happen and was looked for.
    happened
        Whether it did.

    Returns
    -------
    waiting
        The estimate.

    Examples
    --------
    >>> kaplan_meier(np.array([2.0, 2, 5, 7]), np.array([True, True, False, True]))
    Waiting(days=array([2., 7.]), share=array([0.5, 0. ]), followed=7.0)
    """
    when, count = np.unique(days[happened], return_counts=True)
    at_risk = len(days) - np.searchsorted(np.sort(days), when)
    return Waiting(when, np.cumprod(1.0 - count / at_risk).astype(float), float(days.max(initial=-np.inf)))


def happened_within(waiting: Waiting, days: float) -> float:
    """Give the share to whom it happened within so many days; NaN when nobody was followed that long."""
    if waiting.followed < days and not (len(waiting.share) and waiting.share[-1] == 0):
        return np.nan
    seen = np.searchsorted(waiting.days, days, side="right")
    return 1 - float(waiting.share[seen - 1]) if seen else 0.0


def median_days(waiting: Waiting) -> float:
    """Give the days within which it happened to half; NaN when that is not reached."""
    reached = np.flatnonzero(waiting.share <= 0.5)
    return float(waiting.days[reached[0]]) if len(reached) else np.nan

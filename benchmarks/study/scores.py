"""How good a ranking is. Equal scores are in random order, and what is given is the mean over those orders."""

from math import comb

import numpy as np
from numpy.typing import ArrayLike


def auc(relevant: ArrayLike, score: ArrayLike) -> float:
    """Give the chance that something relevant scores above something that is not; a draw counts for half."""
    hit, value = np.asarray(relevant, dtype=bool), np.asarray(score, dtype=np.float64)
    positives, negatives = int(hit.sum()), int((~hit).sum())
    if not positives or not negatives:
        return np.nan
    _, place, size = np.unique(value, return_inverse=True, return_counts=True)
    middle = np.cumsum(size) - (size - 1) / 2  # the mean rank of those with an equal score
    above = middle[place][hit].sum() - positives * (positives + 1) / 2
    return float(above / (positives * negatives))


def average_precision(relevant: ArrayLike, score: ArrayLike) -> float:
    """Give the sum over thresholds of (gain in recall) x precision; equal scores are one threshold."""
    hit, value = np.asarray(relevant, dtype=bool), np.asarray(score, dtype=np.float64)
    if not hit.any():
        return np.nan
    distinct, place = np.unique(-value, return_inverse=True)
    hits = np.bincount(place, hit, minlength=len(distinct))
    precision = np.cumsum(hits) / np.cumsum(np.bincount(place, minlength=len(distinct)))
    return float(np.sum(hits / hits.sum() * precision))


def hit_at(relevant: ArrayLike, score: ArrayLike, most: int) -> float:
    """Give the chance that something relevant is among the first so many."""
    hit, value = np.asarray(relevant, dtype=bool), np.asarray(score, dtype=np.float64)
    if most >= len(value):
        return float(hit.any())
    border = np.sort(value)[::-1][most - 1]
    if hit[value > border].any():
        return 1.0
    equal = value == border
    places, misses = most - int((value > border).sum()), int((equal & ~hit).sum())
    return 1.0 - comb(misses, places) / comb(int(equal.sum()), places)

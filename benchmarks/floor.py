"""How far a time is from the floor: what it would take merely to move the bytes that must be read and written."""

from functools import cache
from time import perf_counter

import numpy as np
import pandas as pd

BLOCK = 16_000_000
"""Numbers in the block that is copied: far more than the caches hold."""


@cache
def copy_bandwidth() -> float:
    """Measure how many bytes a second one thread copies, reading and writing counted: the best of five."""
    source, target = np.ones(BLOCK), np.zeros(BLOCK)
    best = np.inf
    for _ in range(5):
        began = perf_counter()
        np.copyto(target, source)
        best = min(best, perf_counter() - began)
    return 2 * source.nbytes / best


def bytes_of(thing: object) -> int:
    """Count the bytes of arrays, of tuples of them and of tables.

    Examples
    --------
    >>> bytes_of((np.zeros(2), np.zeros(3, dtype=np.int8)))
    19
    """
    if isinstance(thing, np.ndarray):
        return thing.nbytes
    if isinstance(thing, pd.DataFrame):
        return int(thing.memory_usage(index=False).sum())
    if isinstance(thing, tuple):
        return sum(bytes_of(part) for part in thing)
    return 0

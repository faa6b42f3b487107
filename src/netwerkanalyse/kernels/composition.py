"""Of what kinds the people, or the support, around each client are, and how varied that is."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Floats, Ints, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, i = somebody or something around the client, k = category.


class Categories(NamedTuple):
    """The category of everything around every client: -1 when not known, otherwise below ``number``."""

    start: Ints
    category: Numbers
    number: int


class Diversity(NamedTuple):
    """Results per client; NaN where undefined. Names end the names of the measures, after what they are about."""

    known: Ints
    different: Ints
    blau: Floats
    blau_unbiased: Floats
    effective: Floats


@kernel
def shares(first: int, last: int, categories: Categories, counted: Ints, share: Floats) -> None:
    """Count every category, and divide by those known.

    ``counted[k, c]`` are those of category ``k``, in the last row those not known; ``share`` has no such row.
    """
    met = np.zeros(categories.number + 1, np.int64)
    for c in range(first, last):
        begin, end = categories.start[c], categories.start[c + 1]
        for i in range(begin, end):
            met[categories.category[i] + 1] += 1
        known = end - begin - met[0]
        counted[categories.number, c] = met[0]
        met[0] = 0
        for k in range(categories.number):
            counted[k, c] = met[k + 1]
            if known > 0:
                share[k, c] = met[k + 1] / known
            met[k + 1] = 0


@kernel
def diversity(first: int, last: int, categories: Categories, out: Diversity) -> None:
    """Measure how varied the categories are."""
    met = np.zeros(categories.number + 1, np.int64)
    for c in range(first, last):
        n, different, squares = _tally(categories.category[categories.start[c] : categories.start[c + 1]], met)
        out.known[c] = n
        out.different[c] = different
        if n > 0:
            out.blau[c] = 1 - squares / (n * n)
            out.effective[c] = n * n / squares
        if n > 1:
            out.blau_unbiased[c] = 1 - (squares - n) / (n * (n - 1))


@inner
def _tally(category: Numbers, met: Ints) -> tuple[int, int, int]:
    """Count what is known, its different categories, and the sum of their squared sizes.

    ``met`` is zero before and after. One more of a category of k makes k squared 2 k + 1 larger. What is blank is first
    taken for a category, without asking at every turn, and then left out.
    """
    blank, different, squares = 0, 0, 0
    for i in range(len(category)):
        k = category[i] + 1
        blank += k == 0
        different += met[k] == 0
        squares += 2 * met[k] + 1
        met[k] += 1
    for i in range(len(category)):
        met[category[i] + 1] = 0
    return len(category) - blank, different - int(blank > 0), squares - blank * blank

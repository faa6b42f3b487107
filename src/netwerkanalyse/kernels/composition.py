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

    known: Floats
    different: Floats
    blau: Floats
    blau_unbiased: Floats
    iqv: Floats
    effective: Floats


@kernel
def counts(first: int, last: int, categories: Categories, out: Ints) -> None:
    """Count every category: ``out[c, k]`` are those of category ``k``, the last column those not known."""
    for c in range(first, last):
        for i in range(categories.start[c], categories.start[c + 1]):
            out[c, categories.category[i]] += 1


@kernel
def diversity(first: int, last: int, categories: Categories, possible: int, out: Diversity) -> None:
    """Measure how varied the categories are, out of ``possible`` ones; 0 when nobody can say how many there are."""
    met = np.zeros(categories.number + 1, np.int64)
    for c in range(first, last):
        n, different, squares = _tally(categories.category[categories.start[c] : categories.start[c + 1]], met)
        out.known[c] = n
        out.different[c] = different
        if n > 0:
            blau = 1 - squares / (n * n)
            out.blau[c] = blau
            out.effective[c] = n * n / squares
            if possible > 1:
                out.iqv[c] = blau / (1 - 1 / possible)
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

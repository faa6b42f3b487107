"""How concentrated the contacts of each cell are; a cell is a life domain, or a group of roles, of one client."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Floats, Ints
from netwerkanalyse.kernels._jit import inner, kernel, loop

# cell = one sequence of contacts, k = contacts, p = providers.


class Sequences(NamedTuple):
    """Contacts cell by cell, in the order of their dates.

    ``provider`` numbers the people within their client; ``providers`` is one more than the largest number.
    """

    start: Ints
    provider: Ints
    providers: int


class Concentration(NamedTuple):
    """Results per cell; NaN where undefined. Names are those of the measures."""

    contacts: Floats
    providers: Floats
    coc: Floats
    upc: Floats
    hi: Floats
    secon: Floats
    mmci: Floats


@kernel
def concentration(first: int, last: int, sequences: Sequences, out: Concentration) -> None:
    """Measure the concentration and the order of contacts in every cell."""
    _concentrate_all(first, last, sequences, np.zeros(sequences.providers, np.int64), out)


@loop
def _concentrate_all(first: int, last: int, sequences: Sequences, count: Ints, out: Concentration) -> None:
    """Go over the cells; ``count`` is room for a number per provider, all 0 before and after each cell."""
    for cell in range(first, last):
        _count(cell, sequences, count, out)
        _order(cell, sequences, out)


@inner
def _count(cell: int, sequences: Sequences, count: Ints, out: Concentration) -> None:
    begin, end = sequences.start[cell], sequences.start[cell + 1]
    for k in range(begin, end):
        count[sequences.provider[k]] += 1
    providers, most, squares = 0, 0, 0
    for k in range(begin, end):
        p = sequences.provider[k]
        if count[p] > 0:  # met for the first time; emptied again for the next cell
            providers += 1
            most = max(most, count[p])
            squares += count[p] * count[p]
            count[p] = 0
    n = end - begin
    out.contacts[cell] = n
    out.providers[cell] = providers
    if n > 0:
        out.upc[cell] = most / n
        out.hi[cell] = squares / (n * n)
        out.mmci[cell] = (1 - providers / (n + 0.1)) / (1 - 1 / (n + 0.1))
    if n > 1:
        out.coc[cell] = (squares - n) / (n * (n - 1))


@inner
def _order(cell: int, sequences: Sequences, out: Concentration) -> None:
    begin, end = sequences.start[cell], sequences.start[cell + 1]
    same = 0
    for k in range(begin + 1, end):
        same += sequences.provider[k] == sequences.provider[k - 1]
    if end - begin > 1:
        out.secon[cell] = same / (end - begin - 1)

"""From rows of support to who supports in which life domain, and how much."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import Codes, Flags, Floats, Ints, Supply
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, d = life domain, p = person within the client, r = rows of support, i = entries.


class Rows(NamedTuple):
    """Rows of support, client by client; only those that ``counts`` take part.

    ``people`` are the offsets of people by client, ``start`` those of rows. ``amount`` is NaN when unknown.
    """

    people: Ints
    start: Ints
    person: npt.NDArray[np.int32]
    domain: Codes
    type: Codes
    amount: Floats
    planned: Flags
    counts: Flags


@kernel
def supply(first: int, last: int, rows: Rows, planned_fit: float, out: Supply) -> None:
    """Add up the rows of each person in each life domain.

    Entries stand in the order of the rows. There are at most as many entries as rows, so that the entries of a client
    find a place where its rows stand: no client waits for another.
    """
    domains = out.start.shape[1] - 1
    until = np.empty(domains + 1, np.int64)
    order = np.empty(_most(rows.start[first : last + 1]), np.int64)
    entry = np.empty(_most(rows.people[first : last + 1]), np.int64)
    for c in range(first, last):
        _by_domain(c, rows, order, until)
        entry[: rows.people[c + 1] - rows.people[c]] = -1
        i, k = rows.start[c], 0
        for d in range(domains):
            out.start[c, d] = i
            while k < until[d]:
                p = rows.person[order[k]]
                if entry[p] < out.start[c, d]:
                    entry[p] = i
                    out.person[i] = p
                    i += 1
                _add(order[k], entry[p], rows, planned_fit, out)
                k += 1
        out.start[c, domains] = i


@inner
def _most(start: Ints) -> int:
    """Give the size of the largest client."""
    return np.max(np.diff(start)) if len(start) > 1 else 0


@inner
def _by_domain(c: int, rows: Rows, order: Ints, until: Ints) -> None:
    """Order the rows of a client by domain, and tell where in that order each domain ends."""
    until[:] = 0
    for r in range(rows.start[c], rows.start[c + 1]):
        if rows.counts[r]:
            until[rows.domain[r] + 1] += 1
    for d in range(len(until) - 1):
        until[d + 1] += until[d]
    for r in range(rows.start[c], rows.start[c + 1]):
        if rows.counts[r]:
            order[until[rows.domain[r]]] = r
            until[rows.domain[r]] += 1


@inner
def _add(r: int, i: int, rows: Rows, planned_fit: float, out: Supply) -> None:
    if np.isnan(rows.amount[r]):
        out.blank[i] += 1
    else:
        out.nominal[i] += rows.amount[r]
        out.effective[i] += rows.amount[r] * planned_fit if rows.planned[r] else rows.amount[r]
    out.types[i] |= 1 << (rows.type[r] + 1)

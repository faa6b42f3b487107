"""How much of what the client needs each person can reach: by themselves, or through somebody they have a tie with."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Floats, Graph, Ints, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, p = person over all clients, d = life domain, r = rows of support, i = neighbours.


class Delivered(NamedTuple):
    """The support given to every client: who, in which life domain; -1 when it does not count."""

    start: Ints
    person: Numbers
    domain: Numbers


class Breadth(NamedTuple):
    """Results per person; NaN where undefined. Names are those of the measures."""

    need_domains: Floats
    own_need_domains: Floats
    reached_need_domains: Floats
    breadth: Floats


@kernel
def breadth(first: int, last: int, graph: Graph, delivered: Delivered, need: Floats, out: Breadth) -> None:
    """Count the life domains with a need in which each person delivers, or has a tie with somebody who does.

    ``need`` is laid out as clients by life domains. Domains are kept as bits.
    """
    most = np.max(np.diff(graph.people[first : last + 1])) if last > first else 0
    own = np.empty(most, np.int64)
    for c in range(first, last):
        base = graph.people[c]
        own[:] = 0
        needed = _needed(need[c])
        for r in range(delivered.start[c], delivered.start[c + 1]):
            if delivered.domain[r] >= 0:
                own[delivered.person[r]] |= 1 << delivered.domain[r]
        for p in range(base, graph.people[c + 1]):
            reached = own[p - base]
            for i in range(graph.indptr[p], graph.indptr[p + 1]):
                reached |= own[graph.indices[i]]
            out.need_domains[p] = _bits(needed)
            out.own_need_domains[p] = _bits(own[p - base] & needed)
            out.reached_need_domains[p] = _bits(reached & needed)
            if needed:
                out.breadth[p] = out.reached_need_domains[p] / out.need_domains[p]


@inner
def _needed(need: Floats) -> int:
    needed = 0
    for d in range(len(need)):
        if need[d] > 0:
            needed |= 1 << d
    return needed


@inner
def _bits(number: int) -> int:
    found = 0
    while number:
        number &= number - 1
        found += 1
    return found

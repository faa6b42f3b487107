"""On how many life domains, and in how many ways, the same people support."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Floats, Ints, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, a = person within the client, r = rows of support.


class Given(NamedTuple):
    """The support given to every client: who, in which life domain, of which type; -1 when that does not count."""

    people: Ints
    start: Ints
    person: Numbers
    domain: Numbers
    type: Numbers


class Multiplexity(NamedTuple):
    """Results per client; NaN where undefined. Names are those of the measures."""

    people_supporting: Ints
    domains_per_supporter: Floats
    domain_specificity: Floats
    multiplex_supporters: Ints
    multiplex_share: Floats
    typed_supporters: Ints
    types_per_supporter: Floats
    type_specificity: Floats


@kernel
def multiplexity(
    first: int, last: int, given: Given, domains: int, types: int, multiplex_from: float, out: Multiplexity
) -> None:
    """Measure how many-sided supporters are, out of so many life domains and types of support."""
    most = np.max(np.diff(given.people[first : last + 1])) if last > first else 0
    met, different = np.zeros(most, np.int64), np.zeros(most, np.int64)
    for c in range(first, last):
        n = given.people[c + 1] - given.people[c]
        person = given.person[given.start[c] : given.start[c + 1]]
        supporters, total = _different(person, given.domain[given.start[c] : given.start[c + 1]], met[:n], different)
        many = 0
        for a in range(n):
            many += different[a] > 0 and different[a] >= multiplex_from
        typed, total_types = _different(person, given.type[given.start[c] : given.start[c + 1]], met[:n], different)
        out.people_supporting[c] = supporters
        out.multiplex_supporters[c] = many
        out.typed_supporters[c] = typed
        if supporters > 0:
            out.domains_per_supporter[c] = total / supporters
            out.domain_specificity[c] = 1 - total / supporters / domains
            out.multiplex_share[c] = many / supporters
        if typed > 0:
            out.types_per_supporter[c] = total_types / typed
            out.type_specificity[c] = 1 - total_types / typed / types


@inner
def _different(person: Numbers, code: Numbers, met: Ints, different: Ints) -> tuple[int, int]:
    """Count the different codes of each person in ``different``; return who have one, and how many in all."""
    met[:] = 0
    different[: len(met)] = 0
    people, total = 0, 0
    for r in range(len(person)):
        a = person[r]
        bit = 1 << code[r] if code[r] >= 0 else 0
        if bit & ~met[a]:
            met[a] |= bit
            people += different[a] == 0
            different[a] += 1
            total += 1
    return people, total

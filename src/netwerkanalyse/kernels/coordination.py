"""Whether the people who support in the same life domain coordinate, the client left out."""

from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import NO, UNKNOWN, UNWANTED, YES, Floats, Ints, Listed, Supply
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, d = life domain, a and b = people within the client, e = pairs, r = rows of attendance.

States: TypeAlias = npt.NDArray[np.int8]
Numbers: TypeAlias = npt.NDArray[np.int32]


class Attendance(NamedTuple):
    """Who was at which meeting, client by client and meeting by meeting."""

    start: Ints
    meeting: Ints
    person: Numbers


class Coordination(NamedTuple):
    """Per client and domain: bounds that the unknown pairs allow; NaN where fewer than two people support.

    ``groups`` are the groups of supporters that reach each other, ``uncoordinated`` the share of pairs of supporters
    that do not. ``refused_pairs`` are the pairs of supporters whose contact the client does not want.
    """

    groups_low: Floats
    groups_high: Floats
    uncoordinated_low: Floats
    uncoordinated_high: Floats
    refused_pairs: Floats


@kernel
def coordination(
    first: int, last: int, people: Ints, pairs: Listed, attendance: Attendance, supply: Supply, out: Coordination
) -> None:
    """Find the groups of supporters in every domain; who were at the same meeting coordinate."""
    most = np.max(np.diff(people[first : last + 1])) if last > first else 0
    state, who = np.empty((most, most), np.int8), np.empty(most, np.int32)
    parent, size = np.empty(most, np.int64), np.empty(most, np.int64)
    for c in range(first, last):
        laid_out = False
        for d in range(supply.start.shape[1] - 1):
            begin, end = supply.start[c, d], supply.start[c, d + 1]
            if end - begin > 1:
                if not laid_out:
                    _lay_out(c, people[c + 1] - people[c], pairs, attendance, state)
                    laid_out = True
                for i in range(begin, end):
                    who[i - begin] = supply.person[i]
                n = end - begin
                out.groups_low[c, d], out.uncoordinated_low[c, d] = _groups(n, who, state, UNKNOWN, parent, size)
                out.groups_high[c, d], out.uncoordinated_high[c, d] = _groups(n, who, state, YES, parent, size)
                out.refused_pairs[c, d] = _refused(n, who, state)


@inner
def _lay_out(c: int, n: int, pairs: Listed, attendance: Attendance, state: States) -> None:
    """Lay the pairs of a client out as a square table."""
    state[:n, :n] = NO if pairs.all_asked[c] else UNKNOWN
    for e in range(pairs.start[c], pairs.start[c + 1]):
        a, b = pairs.source[e], pairs.target[e]
        state[a, b] = pairs.state[e]
        state[b, a] = pairs.state[e]
    for r in range(attendance.start[c], attendance.start[c + 1]):
        for other in range(attendance.start[c], r):
            if attendance.meeting[other] == attendance.meeting[r]:
                a, b = attendance.person[other], attendance.person[r]
                state[a, b] = YES
                state[b, a] = YES


@inner
def _groups(n: int, who: Numbers, state: States, also: int, parent: Ints, size: Ints) -> tuple[int, float]:
    """Count groups among the first ``n`` of ``who``, and the share of pairs in different groups.

    Pairs with a tie are joined, and pairs in state ``also``.
    """
    for a in range(n):
        parent[a], size[a] = a, 0
        for b in range(a):
            joined = state[who[a], who[b]]
            if joined in (YES, also):
                parent[_root(parent, a)] = _root(parent, b)
    for a in range(n):
        size[_root(parent, a)] += 1
    groups, together = 0, 0
    for a in range(n):
        groups += size[a] > 0
        together += size[a] * (size[a] - 1)
    return groups, 1 - together / (n * (n - 1))


@inner
def _refused(n: int, who: Numbers, state: States) -> int:
    """Count the pairs among the first ``n`` of ``who`` whose contact the client does not want."""
    refused = 0
    for a in range(n):
        for b in range(a):
            refused += state[who[a], who[b]] == UNWANTED
    return refused


@inner
def _root(parent: Ints, a: int) -> int:
    while parent[a] != a:
        parent[a] = parent[parent[a]]
        a = parent[a]
    return a

"""Whether the people who support in the same life domain coordinate, the client left out."""

from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import LAST, NO, UNKNOWN, UNWANTED, WORD, YES, Contacts, Floats, Ints, Supply
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, d = life domain, a and b = supporters in the domain, i = entries of supply.

States: TypeAlias = npt.NDArray[np.int8]
Numbers: TypeAlias = npt.NDArray[np.int32]


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
    first: int, last: int, contacts: Contacts, supply: Supply, refused_joins: bool, out: Coordination
) -> None:
    """Find the groups of supporters in every domain; ``refused_joins`` takes a refused contact for a contact."""
    most = np.max(np.diff(contacts.people[first : last + 1])) if last > first else 0
    state = np.empty((most, most), np.int8)
    parent, size = np.empty(most, np.int64), np.empty(most, np.int64)
    for c in range(first, last):
        for d in range(supply.start.shape[1] - 1):
            begin, end = supply.start[c, d], supply.start[c, d + 1]
            n = end - begin
            if n > 1:
                _lay_out(c, supply.person[begin:end], contacts, refused_joins, state)
                out.groups_low[c, d], out.uncoordinated_low[c, d] = _groups(n, state, UNKNOWN, parent, size)
                out.groups_high[c, d], out.uncoordinated_high[c, d] = _groups(n, state, YES, parent, size)
                out.refused_pairs[c, d] = _refused(n, state)


@inner
def _lay_out(c: int, who: Numbers, contacts: Contacts, refused_joins: bool, state: States) -> None:
    """Look up the pairs of some people of a client; ``state`` is filled below its diagonal."""
    start, people = contacts.start[c], contacts.people[c + 1] - contacts.people[c]
    for a in range(len(who)):
        for b in range(a):
            word, bit = start + (who[b] >> WORD) * people + who[a], who[b] & LAST
            if (contacts.yes[word] >> bit) & 1:
                state[a, b] = YES
            elif (contacts.unknown[word] >> bit) & 1:
                state[a, b] = UNKNOWN
            elif (contacts.unwanted[word] >> bit) & 1:
                state[a, b] = YES if refused_joins else UNWANTED
            else:
                state[a, b] = NO


@inner
def _groups(n: int, state: States, also: int, parent: Ints, size: Ints) -> tuple[int, float]:
    """Count groups among ``n`` people, and the share of pairs in different groups.

    Pairs with a tie are joined, and pairs in state ``also``.
    """
    for a in range(n):
        parent[a], size[a] = a, 0
        for b in range(a):
            if state[a, b] in (YES, also):
                parent[_root(parent, a)] = _root(parent, b)
    for a in range(n):
        size[_root(parent, a)] += 1
    groups, together = 0, 0
    for a in range(n):
        groups += size[a] > 0
        together += size[a] * (size[a] - 1)
    return groups, 1 - together / (n * (n - 1))


@inner
def _refused(n: int, state: States) -> int:
    """Count the pairs among ``n`` people whose contact the client does not want."""
    refused = 0
    for a in range(n):
        for b in range(a):
            refused += state[a, b] == UNWANTED
    return refused


@inner
def _root(parent: Ints, a: int) -> int:
    while parent[a] != a:
        parent[a] = parent[parent[a]]
        a = parent[a]
    return a

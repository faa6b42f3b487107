"""Whether the people who support in the same life domain coordinate, the client left out."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import LAST, WORD, Codes, Contacts, Floats, Ints, Numbers, Supply
from netwerkanalyse.kernels._jit import inner, kernel, loop

# c = client, d = life domain, a and b = supporters in the domain, i and j = first people of groups.


class Wholes(NamedTuple):
    """Per client and domain: the groups of supporters that reach each other, 0 where fewer than two people support.

    ``low`` takes the unknown pairs for contacts, ``high`` for none.
    """

    low: Codes
    high: Codes


class Uncoordinated(NamedTuple):
    """Per client and domain: the share of pairs of supporters that do not reach each other.

    NaN where fewer than two people support. ``low`` takes the unknown pairs for contacts, ``high`` for none.
    ``refused_pairs`` are those whose contact the client does not want.
    """

    low: Floats
    high: Floats
    refused_pairs: Floats


class Joined(NamedTuple):
    """Room to join people in groups, an entry a person: ``parent`` leads to the first of a group, who has its size."""

    parent: Ints
    size: Ints


@kernel
def wholes(first: int, last: int, contacts: Contacts, supply: Supply, refused_joins: bool, out: Wholes) -> None:
    """Count the groups of supporters in every domain; ``refused_joins`` takes a refused contact for a contact."""
    most = np.max(np.diff(contacts.people[first : last + 1])) if last > first else 0
    joined = Joined(np.empty(most, np.int64), np.empty(most, np.int64))
    _wholes(first, last, contacts, supply, refused_joins, joined, out)


@loop
def _wholes(
    first: int, last: int, contacts: Contacts, supply: Supply, refused_joins: bool, joined: Joined, out: Wholes
) -> None:
    for c in range(first, last):
        for d in range(out.low.shape[1]):
            who = supply.person[supply.start[c, d] : supply.start[c, d + 1]]
            n = len(who)
            if n > 1:
                high, _, left_open, refused = _join_known(c, who, contacts, joined)
                if refused > 0 and refused_joins:
                    high -= _join_also(c, who, contacts, contacts.unwanted, joined)[0]
                low = high
                if left_open > 0:
                    low -= _join_also(c, who, contacts, contacts.unknown, joined)[0]
                out.low[c, d], out.high[c, d] = low, high
            else:
                out.low[c, d], out.high[c, d] = 0, 0


@kernel
def uncoordinated(first: int, last: int, contacts: Contacts, supply: Supply, out: Uncoordinated) -> None:
    """Measure how far the supporters in every domain fall apart; a refused contact is none."""
    most = np.max(np.diff(contacts.people[first : last + 1])) if last > first else 0
    joined = Joined(np.empty(most, np.int64), np.empty(most, np.int64))
    _uncoordinated(first, last, contacts, supply, joined, out)


@loop
def _uncoordinated(
    first: int, last: int, contacts: Contacts, supply: Supply, joined: Joined, out: Uncoordinated
) -> None:
    for c in range(first, last):
        for d in range(out.low.shape[1]):
            who = supply.person[supply.start[c, d] : supply.start[c, d + 1]]
            n = len(who)
            if n > 1:
                _, together, left_open, out.refused_pairs[c, d] = _join_known(c, who, contacts, joined)
                out.high[c, d] = 1 - together / (n * (n - 1))
                if left_open > 0:
                    together += _join_also(c, who, contacts, contacts.unknown, joined)[1]
                out.low[c, d] = 1 - together / (n * (n - 1))


@inner
def _join_known(c: int, who: Numbers, contacts: Contacts, joined: Joined) -> tuple[int, int, int, int]:
    """Join the people who have contact; count groups, ordered pairs within them, and unknown and refused pairs."""
    start, people = contacts.start[c], contacts.people[c + 1] - contacts.people[c]
    groups, together, left_open, refused = len(who), 0, 0, 0
    for a in range(len(who)):
        joined.parent[a], joined.size[a] = a, 1
        for b in range(a):
            if _told(contacts.yes, start, people, who[a], who[b]):
                pairs = _unite(a, b, joined)
                groups -= pairs > 0
                together += pairs
            else:
                left_open += _told(contacts.unknown, start, people, who[a], who[b])
                refused += _told(contacts.unwanted, start, people, who[a], who[b])
    return groups, together, left_open, refused


@inner
def _join_also(c: int, who: Numbers, contacts: Contacts, rows: Ints, joined: Joined) -> tuple[int, int]:
    """Join the pairs in some rows of bits too; count how many groups fewer that makes, and the pairs it adds."""
    start, people = contacts.start[c], contacts.people[c + 1] - contacts.people[c]
    fewer, together = 0, 0
    for a in range(len(who)):
        for b in range(a):
            if _told(rows, start, people, who[a], who[b]):
                pairs = _unite(a, b, joined)
                fewer += pairs > 0
                together += pairs
    return fewer, together


@inner
def _told(rows: Ints, start: int, people: int, one: int, other: int) -> int:
    """Read the bit of a pair, in the rows that begin at ``start``."""
    return (rows[start + (other >> WORD) * people + one] >> (other & LAST)) & 1


@inner
def _unite(a: int, b: int, joined: Joined) -> int:
    """Make one group of those of two people; count the ordered pairs that were not in one group yet."""
    i, j = _first(a, joined.parent), _first(b, joined.parent)
    if i == j:
        return 0
    pairs = 2 * joined.size[i] * joined.size[j]
    joined.parent[j] = i
    joined.size[i] += joined.size[j]
    return pairs


@inner
def _first(a: int, parent: Ints) -> int:
    """Give the first person of a group."""
    while parent[a] != a:
        parent[a] = parent[parent[a]]
        a = parent[a]
    return a

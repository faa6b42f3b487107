"""From a list of ties to neighbour lists, and from a list of pairs to rows of bits."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import (
    LAST,
    NO,
    UNKNOWN,
    UNWANTED,
    WORD,
    YES,
    Contacts,
    Graph,
    Ints,
    Listed,
    Numbers,
)
from netwerkanalyse.kernels._jit import kernel

# c = client, a and b = people within the client, e = ties or listed pairs, r = rows of attendance, w = words of bits.


class Attendance(NamedTuple):
    """Who was at which meeting, client by client and meeting by meeting."""

    start: Ints
    meeting: Ints
    person: Numbers


@kernel
def neighbours(first: int, last: int, graph: Graph) -> None:
    """Fill ``graph.indptr`` and ``graph.indices``: both directions of every tie, in the order of the ties.

    The last offset, the number of neighbours in all, is for the caller to set.
    """
    most = np.max(np.diff(graph.people[first : last + 1])) if last > first else 0
    place = np.zeros(most, np.int64)
    for c in range(first, last):
        base, n = graph.people[c], graph.people[c + 1] - graph.people[c]
        place[:n] = 0
        for e in range(graph.start[c], graph.start[c + 1]):
            place[graph.source[e]] += 1
            place[graph.target[e]] += 1
        filled = 2 * graph.start[c]
        for a in range(n):
            graph.indptr[base + a] = filled
            filled += place[a]
            place[a] = graph.indptr[base + a]
        for e in range(graph.start[c], graph.start[c + 1]):
            a, b = graph.source[e], graph.target[e]
            graph.indices[place[a]] = b
            graph.indices[place[b]] = a
            place[a] += 1
            place[b] += 1


@kernel
def rows_of_bits(first: int, last: int, listed: Listed, contacts: Contacts, bits: Ints) -> None:
    """Fill ``bits[state]``, of which ``contacts`` holds the rows of some states; they are zero."""
    for c in range(first, last):
        base, n = contacts.start[c], contacts.people[c + 1] - contacts.people[c]
        for e in range(listed.start[c], listed.start[c + 1]):
            a, b, state = int(listed.source[e]), int(listed.target[e]), listed.state[e]
            bits[state, base + (b >> WORD) * n + a] |= 1 << (b & LAST)
            bits[state, base + (a >> WORD) * n + b] |= 1 << (a & LAST)
        if not listed.all_asked[c]:
            for at in range(base, contacts.start[c + 1]):
                a, w = (at - base) % n, (at - base) // n
                everybody = (1 << min(n - (w << WORD), 1 << WORD)) - 1
                others = everybody & ~(1 << (a & LAST)) if a >> WORD == w else everybody
                bits[UNKNOWN, at] = others & ~(bits[YES, at] | bits[NO, at] | bits[UNWANTED, at])


@kernel
def join_those_who_met(first: int, last: int, attendance: Attendance, contacts: Contacts) -> None:
    """Note contact between people who were at the same meeting, whatever was answered about them."""
    for c in range(first, last):
        base, n = contacts.start[c], contacts.people[c + 1] - contacts.people[c]
        for r in range(attendance.start[c], attendance.start[c + 1]):
            other = r - 1
            while other >= attendance.start[c] and attendance.meeting[other] == attendance.meeting[r]:
                a, b = int(attendance.person[other]), int(attendance.person[r])
                there, back = base + (b >> WORD) * n + a, base + (a >> WORD) * n + b
                for at, bit in ((there, 1 << (b & LAST)), (back, 1 << (a & LAST))):
                    contacts.yes[at] |= bit
                    contacts.unknown[at] &= ~bit
                    contacts.unwanted[at] &= ~bit
                other -= 1

"""Whether ties around the client run within groups of people or between them, such as naasten and professionals."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import LAST, SAME, WORD, Contacts, Floats, Ints, Numbers, Ties
from netwerkanalyse.kernels._jit import inner, kernel, ones

# c = client, n = people, a and b = people within the client, e = ties, w = words of bits.


class Groups(NamedTuple):
    """The group of everybody around every client: -1 when not known, otherwise below ``number``."""

    group: Numbers
    number: int


class Mixing(NamedTuple):
    """Results per client; NaN where undefined. Names end the names of the measures, after what groups people."""

    ties: Ints
    ties_external: Ints
    ties_internal: Ints
    ties_blank: Ints
    pairs_external: Ints
    pairs_internal: Ints
    ei: Floats
    ei_rescaled: Floats


class WeightedMixing(NamedTuple):
    """Results per client; NaN where undefined. Names end the names of the measures, after what groups people."""

    ties_without_strength: Ints
    strength: Floats
    ei_weighted: Floats


class Alike(NamedTuple):
    """Who are of one group around a client: room for the largest network.

    ``head[a]`` is the first person of the group of ``a``; word ``w`` of the row of bits ``rows[w, head[a]]`` tells who
    are of that group. ``known[w]`` tells of whom the group is known, and ``counts[a]`` has all bits 1 when that of
    ``a`` is, none when it is not: who are blank are taken for a group, and left out when counting.
    """

    head: Ints
    rows: Ints
    known: Ints
    counts: Ints


@kernel
def mixing(first: int, last: int, contacts: Contacts, groups: Groups, out: Mixing) -> None:
    """Count ties within and between groups, and the pairs that were asked about."""
    people = contacts.people
    most = np.max(np.diff(people[first : last + 1])) if last > first else 0
    words = (most + LAST) >> WORD
    room = np.zeros((words, most), np.int64)
    alike = Alike(np.empty(most, np.int64), room, np.zeros(words, np.int64), np.empty(most, np.int64))
    met = np.full(groups.number + 1, -1)
    for c in range(first, last):
        own = groups.group[people[c] : people[c + 1]]
        pairs, pairs_within = _gather(own, met, alike)
        begin, end = contacts.start[c], contacts.start[c + 1]
        ties, internal, everywhere = _among(contacts.yes[begin:end], len(own), alike)
        unknown, unknown_within, _ = _among(contacts.unknown[begin:end], len(own), alike)
        inside, outside = pairs_within - unknown_within, pairs - pairs_within - (unknown - unknown_within)
        out.ties[c], out.ties_blank[c] = ties, everywhere - ties
        out.ties_external[c], out.ties_internal[c] = ties - internal, internal
        out.pairs_external[c], out.pairs_internal[c] = outside, inside
        if ties > 0:
            out.ei[c] = (ties - 2 * internal) / ties
            if outside > 0 and inside > 0:
                most_open, most_closed = (ties - internal) / outside, internal / inside
                out.ei_rescaled[c] = (most_open - most_closed) / (most_open + most_closed)


@inner
def _gather(own: Numbers, met: Ints, alike: Alike) -> tuple[int, int]:
    """Fill ``alike``; count the pairs of people whose groups are known, and those of one group.

    ``met`` holds the first person of every group met; it is -1 before and after.
    """
    n, known, within = len(own), 0, 0
    words = (n + LAST) >> WORD
    alike.known[:words] = 0
    alike.rows[:words, :n] = 0
    for a in range(n):
        group = own[a] + 1
        head = met[group] if met[group] >= 0 else a
        met[group] = head
        alike.head[a] = head
        alike.counts[a] = -int(group > 0)
        alike.rows[a >> WORD, head] |= 1 << (a & LAST)
        alike.known[a >> WORD] |= int(group > 0) << (a & LAST)
        known += group > 0
    for a in range(n):
        met[own[a] + 1] = -1
    for w in range(words):
        for a in range(n):
            within += ones(alike.rows[w, alike.head[a]] & alike.counts[a])
    return known * (known - 1) // 2, (within - known) // 2


@inner
def _among(rows: Ints, n: int, alike: Alike) -> tuple[int, int, int]:
    """Count the pairs in rows of bits: between people whose groups are known, within one group, and all."""
    known, within, everywhere = 0, 0, 0
    for w in range((n + LAST) >> WORD):
        row = rows[w * n : w * n + n]
        for a in range(n):
            word = row[a] & alike.counts[a]
            everywhere += ones(row[a])
            known += ones(word & alike.known[w])
            within += ones(word & alike.rows[w, alike.head[a]])
    return known // 2, within // 2, everywhere // 2


@kernel
def weighted_mixing(first: int, last: int, ties: Ties, groups: Groups, out: WeightedMixing) -> None:
    """Add up the strengths of ties within and between groups."""
    for c in range(first, last):
        own = groups.group[ties.people[c] : ties.people[c + 1]]
        total, internal, without = 0.0, 0.0, 0
        for e in range(ties.start[c], ties.start[c + 1]):
            mine, yours, strength = own[ties.source[e]], own[ties.target[e]], ties.weight[e]
            counts, blank = min(mine, yours) >= 0, np.isnan(strength)
            known = 0.0 if blank else strength
            without += counts & blank
            total += known * counts
            internal += known * (counts & (mine == yours))
        out.ties_without_strength[c] = without
        out.strength[c] = total
        if without == 0 and total >= SAME:
            out.ei_weighted[c] = (total - 2 * internal) / total

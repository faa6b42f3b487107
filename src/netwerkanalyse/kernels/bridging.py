"""Contact between two sides around each client: naasten and professionals, or those of them who matter most."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import FORMAL, INFORMAL, LAST, WORD, Contacts, Floats, Ints, Numbers
from netwerkanalyse.kernels._jit import inner, kernel, ones

# c = client, n = people, a and b = people within the client (a informal, b formal), w = words of bits.


class Bridging(NamedTuple):
    """Results per client; NaN where undefined. Names end the names of the measures."""

    informal: Ints
    formal: Ints
    pairs: Ints
    pairs_asked: Ints
    pairs_unknown: Ints
    ties: Ints
    density: Floats
    density_low: Floats
    density_high: Floats
    informal_linkable: Ints
    informal_linked: Ints
    informal_linked_share: Floats
    informal_linked_share_high: Floats
    formal_linkable: Ints
    formal_linked: Ints
    formal_linked_share: Floats
    formal_linked_share_high: Floats


class Whole(NamedTuple):
    """What is measured of naasten and professionals beside :class:`Bridging`."""

    all_ties: Ints
    relative: Floats
    robustness: Floats


@kernel
def bridging(first: int, last: int, contacts: Contacts, side: Numbers, out: Bridging) -> None:
    """Count pairs and contacts of the two sides, and who has a contact on the other side.

    ``side`` tells of everybody whether they are on the informal side, the formal side, or on neither. A pair that the
    client does not want takes no part.
    """
    people = contacts.people
    most = np.max(np.diff(people[first : last + 1])) if last > first else 0
    across, answers = np.empty((2, (most + LAST) >> WORD), np.int64), np.empty((3, most), np.int64)
    for c in range(first, last):
        own = side[people[c] : people[c + 1]]
        _gather(own, across)
        out.informal[c], out.formal[c] = _count(across[INFORMAL, : _words(own)]), _count(across[FORMAL, : _words(own)])
        begin, end = contacts.start[c], contacts.start[c + 1]
        _ask(contacts.yes[begin:end], own, across, answers[TIED])
        _ask(contacts.unknown[begin:end], own, across, answers[OPEN])
        _ask(contacts.unwanted[begin:end], own, across, answers[REFUSED])
        ties, unknown, wanted, linkable, linked, maybe = _links(INFORMAL, own, out.formal[c], answers)
        _, _, _, able, having, may_have = _links(FORMAL, own, out.informal[c], answers)
        out.ties[c], out.pairs[c] = ties, wanted
        out.pairs_asked[c], out.pairs_unknown[c] = wanted - unknown, unknown
        out.informal_linkable[c], out.informal_linked[c] = linkable, linked
        out.formal_linkable[c], out.formal_linked[c] = able, having
        if wanted > 0:
            out.density_low[c], out.density_high[c] = ties / wanted, (ties + unknown) / wanted
            out.informal_linked_share_high[c], out.formal_linked_share_high[c] = maybe / linkable, may_have / able
        if wanted > unknown:
            out.density[c] = ties / (wanted - unknown)
            out.informal_linked_share[c], out.formal_linked_share[c] = linked / linkable, having / able


TIED, OPEN, REFUSED = range(3)


@inner
def _words(own: Numbers) -> int:
    """Return how many words a row of bits has."""
    return (len(own) + LAST) >> WORD


@inner
def _gather(own: Numbers, members: Ints) -> None:
    """Set the bits of who are on either side."""
    members[:, : _words(own)] = 0
    for a in range(len(own)):
        members[INFORMAL, a >> WORD] |= int(own[a] == INFORMAL) << (a & LAST)
        members[FORMAL, a >> WORD] |= int(own[a] == FORMAL) << (a & LAST)


@inner
def _ask(rows: Ints, own: Numbers, members: Ints, number: Ints) -> None:
    """Count for everybody the bits of their row that are about the other side; who is on neither side has none."""
    n = len(own)
    number[:n] = 0
    for w in range(_words(own)):
        row, informal, formal = rows[w * n : w * n + n], members[INFORMAL, w], members[FORMAL, w]
        for a in range(n):
            others = formal * (own[a] == INFORMAL) | informal * (own[a] == FORMAL)
            number[a] += ones(row[a] & others)


@inner
def _links(mine: int, own: Numbers, others: int, answers: Ints) -> tuple[int, int, int, int, int, int]:
    """Add up, over one side: contacts with the others, unknown ones, wanted ones; who can, do, and may have one.

    Who may have no contact with anybody there, by the client's wish, is left out.
    """
    ties, unknown, wanted, linkable, linked, maybe = 0, 0, 0, 0, 0, 0
    for a in range(len(own)):
        theirs = int(own[a] == mine)
        ties += theirs * answers[TIED, a]
        unknown += theirs * answers[OPEN, a]
        wanted += theirs * (others - answers[REFUSED, a])
        linkable += theirs * (answers[REFUSED, a] < others)
        linked += theirs * (answers[TIED, a] > 0)
        maybe += theirs * (answers[TIED, a] + answers[OPEN, a] > 0)
    return ties, unknown, wanted, linkable, linked, maybe


@inner
def _count(words: Ints) -> int:
    """Count the bits of a row."""
    number = 0
    for w in range(len(words)):
        number += ones(words[w])
    return number


@kernel
def whole(first: int, last: int, contacts: Contacts, out: Bridging, more: Whole) -> None:
    """Compare the density across with that of everybody, refused pairs left out. ``out`` must be there."""
    for c in range(first, last):
        n, begin, end = contacts.people[c + 1] - contacts.people[c], contacts.start[c], contacts.start[c + 1]
        ties = _count(contacts.yes[begin:end]) // 2
        left_out = _count(contacts.unknown[begin:end]) + _count(contacts.unwanted[begin:end])
        asked = (n * (n - 1) - left_out) // 2
        more.all_ties[c] = ties
        if out.pairs_asked[c] > 0 and ties > 0:
            more.relative[c] = out.density[c] / (ties / asked)


@kernel
def robustness(first: int, last: int, contacts: Contacts, side: Numbers, out: Bridging, more: Whole) -> None:
    """Count how many people must drop out before no contact between the sides is left, where any pair was asked about.

    That is the size of the largest matching between them (König). The numbers of pairs must be in ``out``.
    """
    people = contacts.people
    most = np.max(np.diff(people[first : last + 1])) if last > first else 0
    members, seen = np.empty((2, (most + LAST) >> WORD), np.int64), np.empty((most + LAST) >> WORD, np.int64)
    path = Path(np.empty(most, np.int64), np.empty(most, np.int64), np.empty(most, np.int64))
    for c in range(first, last):
        if out.pairs_asked[c] > 0:
            own = side[people[c] : people[c + 1]]
            _gather(own, members)
            rows = contacts.yes[contacts.start[c] : contacts.start[c + 1]]
            more.robustness[c] = _matching(rows, own, members[FORMAL], seen, path)


class Path(NamedTuple):
    """Room for the search of a partner: everybody's partner, from whom they were reached, and who are next."""

    partner: Ints
    came: Ints
    queue: Ints


@inner
def _matching(rows: Ints, own: Numbers, formal: Ints, seen: Ints, path: Path) -> int:
    """Find a partner for as many as possible, in turn, if need be by finding others for those who have one."""
    matched = 0
    path.partner[: len(own)] = -1
    for root in range(len(own)):
        if own[root] == INFORMAL:
            seen[: _words(own)] = 0
            path.queue[0] = root
            head, tail = 0, 1
            while head < tail:
                b, tail = _reach(path.queue[head], tail, rows, own, formal, seen, path)
                head += 1
                if b >= 0:
                    _swap(b, path.partner, path.came)
                    matched += 1
                    tail = head
    return matched


@inner
def _reach(a: int, tail: int, rows: Ints, own: Numbers, formal: Ints, seen: Ints, path: Path) -> tuple[int, int]:
    """Look at the formal contacts of ``a`` not seen before: return one without a partner, or -1.

    The partners of the others are put in the queue, whose end is returned.
    """
    free = -1
    for w in range(_words(own)):
        met = rows[w * len(own) + a] & formal[w] & ~seen[w]
        seen[w] |= met
        while met:
            b = (w << WORD) + ones((met & -met) - 1)
            met &= met - 1
            path.came[b] = a
            if path.partner[b] < 0:
                free = b
            else:
                path.queue[tail] = path.partner[b]
                tail += 1
    return free, tail


@inner
def _swap(b: int, partner: Ints, came: Ints) -> None:
    """Make pairs along the path that ends in ``b``: each with whom they were reached from."""
    while b >= 0:
        a = came[b]
        before = partner[a]
        partner[a] = b
        partner[b] = a
        b = before

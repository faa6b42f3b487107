"""Whether organisations that serve the same client coordinate about that client, by whether they have an agreement."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import NO, UNKNOWN, UNWANTED, YES, Ints, Listed, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# c = clients, a, b = people within the client, i, j = organisations of this client by their place in its list.


class Served(NamedTuple):
    """Who works for what around every client.

    ``start`` are the offsets of people; ``place`` is the place of each one's organisation among the distinct
    organisations of the client, -1 when it does not count. Client ``c`` has the organisations
    ``organisation[of_client[c] : of_client[c + 1]]``, in ascending order.
    """

    start: Ints
    place: Ints
    of_client: Ints
    organisation: Numbers


class Agreements(NamedTuple):
    """What is known of agreements: ``state`` by pair ``low * organisations + high`` of ``key``, which is sorted.

    ``elsewhere`` holds one value: the state of every other pair.
    """

    organisations: Ints
    key: Ints
    state: Ints
    elsewhere: Ints


@kernel
def realisation(first: int, last: int, served: Served, listed: Listed, agreements: Agreements, counted: Ints) -> None:
    """Count a client's pairs of organisations in ``counted[c, agreement, tie]``.

    The tie of two organisations is yes when any two of their people coordinate; else unknown when it is not known of
    any two; else no; unwanted when the client wants no contact between all of them.
    """
    most = 0
    for c in range(first, last):
        most = max(most, served.of_client[c + 1] - served.of_client[c])
    people = np.zeros(most, np.int64)
    seen = np.zeros((most, most, 4), np.int64)
    for c in range(first, last):
        offset, organisations = served.of_client[c], served.of_client[c + 1] - served.of_client[c]
        _count_people(served, c, people)
        _count_ties(served, listed, c, seen)
        for i in range(organisations):
            for j in range(i + 1, organisations):
                tie = _state(seen[i, j], people[i] * people[j], listed.all_asked[c])
                agreement = _agreement(agreements, served.organisation[offset + i], served.organisation[offset + j])
                counted[c, agreement, tie] += 1
                seen[i, j] = 0
        people[:organisations] = 0


@inner
def _count_people(served: Served, c: int, people: Ints) -> None:
    for a in range(served.start[c], served.start[c + 1]):
        if served.place[a] >= 0:
            people[served.place[a]] += 1


@inner
def _count_ties(served: Served, listed: Listed, c: int, seen: Ints) -> None:
    """Count the listed pairs of people of two organisations by state."""
    for e in range(listed.start[c], listed.start[c + 1]):
        i = served.place[served.start[c] + listed.source[e]]
        j = served.place[served.start[c] + listed.target[e]]
        if i >= 0 and j >= 0 and i != j:
            seen[min(i, j), max(i, j), listed.state[e]] += 1


@inner
def _state(seen: Ints, possible: int, all_asked: bool) -> int:
    unlisted = possible - seen.sum()
    if seen[YES] > 0:
        return YES
    if seen[UNKNOWN] > 0 or (unlisted > 0 and not all_asked):
        return UNKNOWN
    return NO if seen[NO] > 0 or unlisted > 0 else UNWANTED


@inner
def _agreement(agreements: Agreements, low_one: int, high_one: int) -> int:
    """Find a pair by halving."""
    key = low_one * agreements.organisations[0] + high_one
    low, high = 0, len(agreements.key)
    while low < high:
        middle = (low + high) // 2
        if agreements.key[middle] < key:
            low = middle + 1
        else:
            high = middle
    if low < len(agreements.key) and agreements.key[low] == key:
        return agreements.state[low]
    return agreements.elsewhere[0]

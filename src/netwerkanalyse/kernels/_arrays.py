"""The shapes that kernels share: names of array types and of small sets of arrays, without any code."""

from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]
Numbers: TypeAlias = npt.NDArray[np.int32]
Codes: TypeAlias = npt.NDArray[np.int16]
Flags: TypeAlias = npt.NDArray[np.bool_]
Told: TypeAlias = npt.NDArray[np.int8]
"""Yes (1), no (0) or the number of a code; -1 is not known."""


YES, NO, UNKNOWN, UNWANTED = range(4)
"""States of a listed pair."""

INFORMAL, FORMAL, PEER = range(3)
"""Kinds of people; -1 is not known."""


WORD = 5
"""A word holds the bits of 2 ** WORD people: person ``b`` is bit ``b & LAST`` of word ``b >> WORD``."""

LAST = (1 << WORD) - 1

SAME = 1e-9
"""Amounts that differ by less are the same: 0.1 and 0.7 hours are 0.8 hours."""


class Listed(NamedTuple):
    """The pairs that are listed around every client, each once, with their state.

    Pair ``e`` is ``source[e]`` and ``target[e]``, numbers within the client. Where ``all_asked``, a pair that is not
    listed has no tie; elsewhere it is unknown.
    """

    start: Ints
    source: npt.NDArray[np.int32]
    target: npt.NDArray[np.int32]
    state: npt.NDArray[np.int8]
    all_asked: Flags


class Contacts(NamedTuple):
    """The same pairs as rows of bits, and none left open: who has, may have, or by the client's wish has no contact.

    ``people`` are the offsets of people by client, of whom client ``c`` has n. Word ``w`` of the row of person ``a`` is
    ``start[c] + w * n + a``: the first words of all rows lie together, then the second ones. Its bit ``b`` is about the
    pair of a and person 32 w + b. Pairs that have none of the three bits have no contact. ``unknown`` holds the pairs
    that nobody asked about, listed or not.
    """

    people: Ints
    start: Ints
    yes: Ints
    unknown: Ints
    unwanted: Ints


class Ties(NamedTuple):
    """The ties of one layer around every client, the client left out, each once.

    ``people`` are the offsets of people by client, ``start`` those of ties; tie ``e`` joins ``source[e]`` and
    ``target[e]``, numbers within the client, with weight ``weight[e]`` (NaN when unknown).
    """

    people: Ints
    start: Ints
    source: npt.NDArray[np.int32]
    target: npt.NDArray[np.int32]
    weight: Floats


class Supply(NamedTuple):
    """Who supports each client in which life domain, and how much: one entry a person in a domain.

    The entries of domain ``d`` of client ``c`` are ``start[c, d] .. start[c, d + 1] - 1``. ``person`` is the number
    within the client. ``nominal`` is the amount as it was noted, ``effective`` what it counts for; both are about the
    ``blank`` less rows whose amount is known. ``types`` has bit 0 set when the type of support is blank somewhere, and
    bit ``t + 1`` when type ``t`` is given.
    """

    start: Ints
    person: npt.NDArray[np.int32]
    nominal: Floats
    effective: Floats
    blank: npt.NDArray[np.int32]
    types: npt.NDArray[np.int32]


class Graph(NamedTuple):
    """The ties of one layer around every client, the client left out.

    ``people`` are the offsets of people by client, ``start`` those of ties; tie ``e`` joins ``source[e]`` and
    ``target[e]``, numbers within the client, with weight ``weight[e]`` (NaN when unknown). Each tie stands once.
    ``indptr`` (by person, over all clients) and ``indices`` hold the neighbours of every person.
    """

    people: Ints
    start: Ints
    source: npt.NDArray[np.int32]
    target: npt.NDArray[np.int32]
    weight: Floats
    indptr: Ints
    indices: npt.NDArray[np.int32]


class Groups(NamedTuple):
    """People in groups: ``start`` are the offsets of groups by client, ``of`` numbers each person's group.

    ``people`` are the offsets of people by client. Groups are numbered within the client; -1 is no group. A person
    alone is a group of one.
    """

    people: Ints
    start: Ints
    of: Ints


class Demand(NamedTuple):
    """Needs, clients by life domains: NaN when unknown, and how heavily each domain weighs in network coverage."""

    need: Floats
    weight: Floats


class Arcs(NamedTuple):
    """The ties of a whole graph, sorted by source and then target: no doubles, no loops.

    Those of node ``i`` go to ``target[indptr[i] : indptr[i + 1]]``. An undirected tie stands in both directions.
    """

    indptr: Ints
    target: Numbers


class Oriented(NamedTuple):
    """Every pair of tied nodes once, at the node with fewer ties, for listing triangles.

    Nodes stand in order of how many ties they have, most first: ``node`` tells who stands at each place, and all else
    is by place. The pairs of place u are with ``target[indptr[u] : indptr[u + 1]]``, sorted, and all before u. Few
    pairs stand at a hub in that order, so that finding all triangles costs little even where one node is tied to all
    others; and what is looked up most lies together.

    ``weight`` is that of both arcs together; ``arcs`` has bit 1 for the arc forth, to the target, and bit 2 for the
    arc back. ``work`` counts before each place the steps in which triangles are listed.
    """

    node: Ints
    indptr: Ints
    target: Numbers
    weight: Floats
    arcs: npt.NDArray[np.int8]
    work: Ints

"""Shared clients of every two organisations, from who is a client of what: W = M'M without its diagonal, sparse.

Row by row: for an organisation, go over its clients, and for each client over the organisations that come later. A
counter by organisation collects them, so that the work is one addition a client and pair, however many clients an
organisation has.
"""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Ints, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

DENSE = 16
"""Where at least one in so many organisations was met, looking at all is quicker than sorting."""

# c = clients, i, j = organisations, m = memberships client by client, e = memberships organisation by organisation.


class Memberships(NamedTuple):
    """Who is a client of what, each once, both ways round and sorted.

    The organisations of client ``c`` are ``organisation[of_client[c] : of_client[c + 1]]``; the clients of organisation
    ``i`` are ``client[of_organisation[i] : of_organisation[i + 1]]``, and ``place`` is where each of these stands in
    ``organisation``.
    """

    of_client: Ints
    organisation: Numbers
    of_organisation: Ints
    client: Numbers
    place: Ints


class Shared(NamedTuple):
    """Organisations with clients in common, row by row: ``filled[i]`` pairs stand from ``start[i]`` on."""

    start: Ints
    filled: Ints
    other: Numbers
    clients: Numbers


@kernel
def index_memberships(client: Ints, organisation: Ints, out: Memberships) -> None:
    """Sort memberships by organisation and by client, and count each once however often it is listed."""
    _by_organisation(client, organisation, out)
    _by_client(out)


@inner
def _by_organisation(client: Ints, organisation: Ints, out: Memberships) -> None:
    """List the clients of every organisation; the memberships come in the order of clients, so that doubles meet."""
    organisations = len(out.of_organisation) - 1
    last = np.full(organisations, -1, np.int64)
    for row in range(len(client)):
        i = organisation[row]
        if last[i] != client[row]:
            last[i] = client[row]
            out.of_organisation[i + 1] += 1
            out.of_client[client[row] + 1] += 1
    for i in range(organisations):
        out.of_organisation[i + 1] += out.of_organisation[i]
        last[i] = -1
    for c in range(len(out.of_client) - 1):
        out.of_client[c + 1] += out.of_client[c]
    end = out.of_organisation[:-1].copy()
    for row in range(len(client)):
        i = organisation[row]
        if last[i] != client[row]:
            last[i] = client[row]
            out.client[end[i]] = client[row]
            end[i] += 1


@inner
def _by_client(out: Memberships) -> None:
    """List the organisations of every client; they come in order, for the organisations are gone over in order."""
    end = out.of_client[:-1].copy()
    for i in range(len(out.of_organisation) - 1):
        for e in range(out.of_organisation[i], out.of_organisation[i + 1]):
            c = out.client[e]
            out.organisation[end[c]] = i
            out.place[e] = end[c]
            end[c] += 1


@kernel
def most_pairs(memberships: Memberships, most: Ints) -> None:
    """Bound how many organisations after each share clients with it: all that its clients have, at most all."""
    organisations = len(most)
    for i in range(organisations):
        later = 0
        for e in range(memberships.of_organisation[i], memberships.of_organisation[i + 1]):
            later += memberships.of_client[memberships.client[e] + 1] - memberships.place[e] - 1
        most[i] = min(later, organisations - i - 1)


@kernel
def shared_clients(first: int, last: int, memberships: Memberships, out: Shared) -> None:
    """Count the clients that organisations ``first .. last - 1`` share with each organisation after them."""
    organisations = len(memberships.of_organisation) - 1
    count = np.zeros(organisations, np.int32)
    met = np.empty(organisations, np.int32)
    for i in range(first, last):
        found = 0
        for e in range(memberships.of_organisation[i], memberships.of_organisation[i + 1]):
            for m in range(memberships.place[e] + 1, memberships.of_client[memberships.client[e] + 1]):
                j = memberships.organisation[m]
                if count[j] == 0:
                    met[found] = j
                    found += 1
                count[j] += 1
        _in_order(count, met, found, i)
        for k in range(found):
            j = met[k]
            out.other[out.start[i] + k] = j
            out.clients[out.start[i] + k] = count[j]
            count[j] = 0
        out.filled[i] = found


@inner
def _in_order(count: Numbers, met: Numbers, found: int, i: int) -> None:
    """Put the organisations that were met after ``i`` in order."""
    if found * DENSE < len(count) - i:
        met[:found].sort()
        return
    k = 0
    for j in range(i + 1, len(count)):
        if count[j] > 0:
            met[k] = j
            k += 1

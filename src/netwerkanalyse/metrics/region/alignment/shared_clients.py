"""Shared clients: how many clients every two organisations have in common."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels.projection import Memberships, Shared, index_memberships, most_pairs, shared_clients

Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]


class SharedClients(NamedTuple):
    """The pairs of organisations with clients in common, ``first < second``, in that order."""

    first: Numbers
    second: Numbers
    clients: Numbers


def memberships_of(client: Ints, organisation: Ints, clients: int, organisations: int) -> Memberships:
    """Index who is a client of what; whoever is listed twice counts once.

    Parameters
    ----------
    client, organisation
        Positions by row; rows in the order of clients.
    clients, organisations
        How many there are.

    Returns
    -------
    memberships
        Each membership once, by client and by organisation.
    """
    rows = len(client)
    made = Memberships(
        np.zeros(clients + 1, dtype=np.int64),
        np.empty(rows, dtype=np.int32),
        np.zeros(organisations + 1, dtype=np.int64),
        np.empty(rows, dtype=np.int32),
        np.empty(rows, dtype=np.int64),
    )
    index_memberships.once(rows, client, organisation, made)
    return made


def shared_of(memberships: Memberships) -> SharedClients:
    """Count the clients that every two organisations share.

    Parameters
    ----------
    memberships
        Who is a client of what.

    Returns
    -------
    shared
        The pairs that share at least one client.

    Examples
    --------
    Client 0 is with organisations 0 and 2, client 1 with all three.

    >>> rows = np.array([[0, 0], [0, 2], [1, 0], [1, 1], [1, 2]])
    >>> found = shared_of(memberships_of(rows[:, 0], rows[:, 1], clients=2, organisations=3))
    >>> [column.tolist() for column in found]
    [[0, 0, 1], [1, 2, 2], [1, 2, 1]]
    """
    most = np.zeros(len(memberships.of_organisation) - 1, dtype=np.int64)
    rows = int(memberships.of_client[-1])
    most_pairs.once(rows, memberships, most)
    start = np.concatenate([[0], np.cumsum(most)])
    room = int(start[-1])
    out = Shared(start, np.zeros_like(most), np.empty(room, dtype=np.int32), np.empty(room, dtype=np.int32))
    shared_clients.over_clients(start, memberships, out)
    first = np.repeat(np.arange(len(most), dtype=np.int32), out.filled)
    before = np.cumsum(out.filled) - out.filled
    taken = np.arange(len(first)) + np.repeat(start[:-1] - before, out.filled)
    return SharedClients(first, out.other[taken], out.clients[taken])

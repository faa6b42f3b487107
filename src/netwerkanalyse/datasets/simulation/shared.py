"""How many clients organisations share in a simulated caseload, so that agreements can be planted around them."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from netwerkanalyse.datasets.simulation.design import Ints
from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload


class SharedPairs(NamedTuple):
    """Pairs of organisations, ``first < second``, and the clients that they share."""

    first: Ints
    second: Ints
    clients: Ints


class Served(NamedTuple):
    """Who serves whom: clients of every organisation, what pairs share now, and the numbers of pairs that ever did."""

    clients: Ints
    now: SharedPairs
    ever: Ints


def served_by(caseload: Caseload, names: tuple[str, ...]) -> Served:
    """Count clients of organisations and of pairs.

    Parameters
    ----------
    caseload
        The clients.
    names
        The organisations.

    Returns
    -------
    served
        Now: people who are in the network at the reference date. Ever: everybody listed.
    """
    organisation = caseload.members["organisation"]
    position = pd.Categorical(organisation, categories=names).codes.astype(np.int64)
    client = caseload.keys.client["members"].astype(np.int64)
    here = arrays.people(caseload).row
    here = here[position[here] >= 0]
    listed = np.flatnonzero(position >= 0)
    clients = np.unique(client[here] * len(names) + position[here]) % len(names)
    ever = _pairs(client[listed], position[listed], len(names))
    return Served(
        np.bincount(clients, minlength=len(names)),
        _pairs(client[here], position[here], len(names)),
        ever.first * len(names) + ever.second,
    )


def _pairs(client: Ints, organisation: Ints, organisations: int) -> SharedPairs:
    """Count the clients of every two organisations that share any; whoever is listed twice counts once."""
    memberships = np.unique(client * organisations + organisation)
    client, organisation = memberships // organisations, memberships % organisations
    row = np.arange(len(client))
    after = np.searchsorted(client, client, side="right") - row - 1
    first = np.repeat(row, after)
    second = np.arange(len(first)) - np.repeat(np.cumsum(after) - after, after) + first + 1
    pair, clients = np.unique(organisation[first] * organisations + organisation[second], return_counts=True)
    return SharedPairs(pair // organisations, pair % organisations, clients)

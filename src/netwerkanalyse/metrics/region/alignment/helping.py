"""Who helps a client in which life domain, now, and for which organisation."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels.projection import Memberships
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.vocabulary import DOMAIN, KIND

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

DOMAINS = len(DOMAIN.names)


class Helping(NamedTuple):
    """Support that happens now, a row a support.

    ``organisation`` is a position in the region, -1 for who counts for none. ``cell`` is the client and the life domain
    in one number, ``client * DOMAINS + domain``; ``informal`` tells the help of somebody of the own circle.
    """

    organisation: Ints
    cell: Ints
    informal: Flags


def helping_in(network: Network, organisation: Ints) -> Helping:
    """Give the support that happens now; what is planned is no help yet.

    A volunteer of an organisation is help from that organisation.

    Parameters
    ----------
    network
        The networks of the clients.
    organisation
        For whom the people in them work.

    Returns
    -------
    helping
        A row a support.
    """
    supports, people = network.supports, network.people
    client = np.repeat(np.arange(len(supports.start) - 1), np.diff(supports.start))
    person = people.start[client] + supports.person
    own = organisation[person]
    informal = (network.of_people("kind")[person] == KIND.position["informal"]) & (own < 0)
    now = ~supports.planned
    return Helping(own[now], (client * DOMAINS + supports.domain)[now], informal[now])


def helped_in(memberships: Memberships, helping: Helping) -> tuple[Ints, Ints]:
    """Give the life domains in which somebody helps, a bit each.

    Parameters
    ----------
    memberships
        Who is a client of what.
    helping
        The support that happens now.

    Returns
    -------
    own, unnamed
        By membership, those in which that organisation helps; by client, those in which somebody helps who counts for
        no organisation.
    """
    clients, size = len(memberships.of_client) - 1, len(memberships.of_organisation) - 1
    client, bit = helping.cell // DOMAINS, np.left_shift(1, helping.cell % DOMAINS)
    named = helping.organisation >= 0
    rows = int(memberships.of_client[-1])
    listed = np.repeat(np.arange(clients), np.diff(memberships.of_client)) * size + memberships.organisation[:rows]
    own, unnamed = np.zeros(rows, dtype=np.int64), np.zeros(clients, dtype=np.int64)
    np.bitwise_or.at(own, np.searchsorted(listed, (client * size + helping.organisation)[named]), bit[named])
    np.bitwise_or.at(unnamed, client[~named], bit[~named])
    return own, unnamed

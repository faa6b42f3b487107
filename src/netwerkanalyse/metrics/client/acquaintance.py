"""Whether two people around a client are in contact: also people who have left, or are not in contact now."""

import numpy as np

from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload


def everybody(caseload: Caseload) -> arrays.People:
    """Number all people listed around each client, whether they are in the network now or not.

    Parameters
    ----------
    caseload
        Any number of clients.

    Returns
    -------
    people
        Like the people of a network, but with everybody.
    """
    client = caseload.keys.client["members"]
    start = arrays.offsets(client, len(caseload))
    nobody = np.empty(0, dtype=np.int64)
    return arrays.People(start, np.arange(len(client)), np.arange(len(client)) - start[client], nobody)


def tie_states(network: Network, one: arrays.Ints, other: arrays.Ints) -> arrays.Ints:
    """Tell whether pairs of people have a tie in the layer of the network.

    Parameters
    ----------
    network
        Any number of clients.
    one, other
        Rows of the members table; each pair is around the same client.

    Returns
    -------
    states
        Yes, no, unknown or unwanted, as in :class:`netwerkanalyse.model.arrays.Pairs`. A pair that is not listed has
        no tie when all pairs were asked about, and is unknown otherwise.
    """
    caseload = network.caseload
    pairs = arrays.pairs(caseload, everybody(caseload), network.layer)
    members = arrays.offsets(caseload.keys.client["members"], len(caseload))
    shift = np.repeat(members[:-1], np.diff(pairs.start))
    width = len(caseload.keys.client["members"]) + 1
    source, target, asked = pairs.source + shift, pairs.target + shift, np.zeros(width, dtype=bool)
    asked[one] = True
    among = np.flatnonzero(asked[source] | asked[target])  # most often few: only those are put in order
    listed = _unordered(source[among], target[among], width)
    order = np.argsort(listed, kind="stable")
    wanted = _unordered(one, other, width)
    at = order[np.minimum(np.searchsorted(listed[order], wanted), len(order) - 1)] if len(order) else None
    silent = np.where(pairs.all_asked[caseload.keys.client["members"][one]], arrays.NO, arrays.UNKNOWN)
    return silent if at is None else np.where(listed[at] == wanted, pairs.state[among[at]], silent)


def _unordered(one: arrays.Ints, other: arrays.Ints, width: int) -> arrays.Ints:
    """Number pairs of rows, the same number in either order."""
    return np.minimum(one, other).astype(np.int64) * width + np.maximum(one, other)

"""Whose absence together would leave most needs without support.

It shows where a network is thin, so that people can agree beforehand who could stand in; it says nothing about the
people themselves.
"""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.removal import EXACT, Removal, worst_removal
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, table
from netwerkanalyse.metrics.network import Network


def measure_removal(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Find the people whose absence together would cost most coverage, a row a client and number of people.

    With K the network coverage, and R of all groups of ``k`` people the one without which K is lowest:

    - ``removal_loss`` = K - K without R; ``removal_coverage`` = K without R;
    - ``removed``: who is in R, in the order of the list of people. Of equal groups, who is listed first;
    - ``removal_exact``: whether all groups were tried. They are for one and two people; a larger group is the one
      before it with the person whose loss costs most then, and another group could cost more.

    Where an amount is unknown in a domain with a need, the loss is missing.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``removed_people``, ``planned_fit`` and ``weighting``.

    Returns
    -------
    frame
        A row a client and number of people, as far as there are so many people.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> frame = na.measure(na.datasets.load("voorbeeld"), ["removal"], level=na.Level.REMOVAL)
    >>> frame[["removal_loss", "removed"]].round(3)
                           removal_loss                          removed
    client    people_gone
    voorbeeld 1                   0.200                           vriend
              2                   0.300               vriend, schuldhulp
              3                   0.367  vriend, casemanager, schuldhulp
    """
    clients, most = len(network.caseload), int(cutoffs.removed_people)
    shape = clients, most
    needed, unclear, loss, after = (np.full(shape, np.nan) for _ in range(4))
    out = Removal(needed, unclear, loss, after, np.full((*shape, most), -1, dtype=np.int32))
    people = network.people.start
    demand = network.demand(cutoffs.weighting)
    supply = network.supply(cutoffs.planned_fit)
    worst_removal.over_clients(network.support_work, people, supply, demand, out)
    client, place = np.nonzero(~np.isnan(needed))
    found = SimpleNamespace(
        removal_domains=needed[client, place],
        removal_domains_unclear=unclear[client, place],
        removal_loss=loss[client, place],
        removal_coverage=after[client, place],
        removal_exact=(place < EXACT).astype(float),
    )
    index = pd.MultiIndex.from_arrays([network.clients.take(client), place + 1], names=list(Level.REMOVAL.keys))
    names = _names(network, client, out.gone[client, place])
    return table(found, index, MEASURES[:-1]).assign(removed=names)


def _names(network: Network, client: np.ndarray, gone: np.ndarray) -> pd.api.extensions.ExtensionArray:
    """Name the people of each row, with commas between them."""
    row = network.people.row[network.people.start[client][:, None] + np.maximum(gone, 0)]
    names = network.caseload.tables["members"]["member"].to_numpy(dtype=object)[row]
    return pd.array([", ".join(some[there]) for some, there in zip(names, gone >= 0, strict=True)], dtype="str")


OURS = "own definition: worst removal"
NEEDED = Requires("removal_domains", "no_known_need", low=1)
CLEAR = Requires("removal_domains_unclear", "amount_unknown", high=0)


def _share(name: str, reading: Reading) -> Measure:
    # A condition on the share itself: once all is clear, only weights of zero leave it undefined.
    requires = (NEEDED, CLEAR, Requires(name, "no_weight"))
    return Measure(name, Unit.SHARE, 0, 1, reading, OURS, "removal_domains", requires)


MEASURES = (
    Measure("removal_domains", Unit.COUNT, high=13, source=OURS),
    Measure(
        "removal_domains_unclear",
        Unit.COUNT,
        high=13,
        reading=Reading.ATTENTION,
        count="removal_domains",
        source=OURS,
    ),
    _share("removal_loss", Reading.ATTENTION),
    _share("removal_coverage", Reading.STRENGTH),
    Measure("removal_exact", Unit.YES_NO, high=1, source=OURS),
    Measure("removed", Unit.LABEL, source=OURS),
)

FAMILY = Family("removal", Level.REMOVAL, measure_removal, MEASURES)

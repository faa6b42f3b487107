"""Who supports in which life domain, and how much: the support rows added up per person and domain."""

import numpy as np

from netwerkanalyse.kernels._arrays import Flags, Supply
from netwerkanalyse.kernels.supply import Rows, supply
from netwerkanalyse.model import arrays
from netwerkanalyse.model.vocabulary import DOMAIN


def supply_of(people: arrays.People, supports: arrays.Supports, planned_fit: float, counts: Flags) -> Supply:
    """Add up the rows of support per person and life domain.

    Support that happens counts for its amount, what is planned for ``planned_fit`` times its amount; with a fit of 0
    it does not count at all. Of a row whose amount is unknown only is noted that it is there.

    Parameters
    ----------
    people
        The people in each network.
    supports
        The rows of support, client by client.
    planned_fit
        What planned support counts for, from 0 to 1.
    counts
        Which rows take part.

    Returns
    -------
    supply
        An entry for every person in every domain in which they support.
    """
    if planned_fit <= 0:
        counts = counts & ~supports.planned
    rows = Rows(
        people.start,
        supports.start,
        supports.person,
        supports.domain,
        supports.type,
        supports.amount,
        supports.planned,
        counts,
    )
    entries = len(supports.row)
    out = Supply(
        np.empty((len(people.start) - 1, len(DOMAIN.names) + 1), dtype=np.int64),
        np.empty(entries, dtype=np.int32),
        np.zeros(entries),
        np.zeros(entries),
        np.zeros(entries, dtype=np.int32),
        np.zeros(entries, dtype=np.int32),
    )
    supply.over_clients(people.start + supports.start, rows, float(planned_fit), out)
    return out

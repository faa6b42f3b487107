"""Who would be missed most: the names behind the largest losses."""

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import SAME
from netwerkanalyse.metrics.client.loss import OURS, measure_member_losses
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays


def largest_losses(network: Network, cutoffs: Cutoffs | None = None, *, top: int = 3) -> pd.DataFrame:
    """Name the people whose loss would be largest.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        Other cut-offs than the defaults.
    top
        How many to name at most. Nobody is named whose loss is 0 or not known.

    Returns
    -------
    frame
        A row a client and rank, with the person and the loss. Of equal losses, who is listed first comes first.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> from netwerkanalyse.metrics import Network
    >>> largest_losses(Network(na.datasets.load("voorbeeld")), top=2)
                        member  domains_weighed  coverage_loss
    client    rank
    voorbeeld 1          vriend                5            0.2
              2      schuldhulp                5            0.1
    """
    frame = measure_member_losses(network, cutoffs or Cutoffs())
    loss = frame["coverage_loss"].to_numpy()
    client = np.repeat(np.arange(len(network.caseload)), np.diff(network.people.start))
    some = np.flatnonzero(loss > SAME)
    order = some[np.lexsort((some, -loss[some].round(9), client[some]))]
    first = arrays.offsets(client[order], len(network.caseload))[client[order]]
    rank = np.arange(len(order)) - first + 1
    named, rank = order[rank <= top], rank[rank <= top]
    index = pd.MultiIndex.from_arrays([network.clients.take(client[named]), rank], names=["client", "rank"])
    columns = {
        "member": frame.index.get_level_values("member")[named].array,
        "domains_weighed": frame["domains_weighed"].to_numpy()[named],
        "coverage_loss": loss[named],
    }
    return pd.DataFrame(columns, index=index)


MEASURES = (
    Measure("member", Unit.LABEL, source=OURS),
    Measure("domains_weighed", Unit.COUNT, high=13, source=OURS),
    Measure("coverage_loss", Unit.SHARE, 0, 1, Reading.ATTENTION, OURS, "domains_weighed"),
)

FAMILY = Family("largest_losses", Level.RANK, largest_losses, MEASURES)

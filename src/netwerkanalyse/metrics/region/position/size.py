"""Whether an organisation stands between others more than its size explains."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_known, ratio

Floats = npt.NDArray[np.float64]

COLUMN = "clients"
"""Column of the table of organisations with their number of clients, when there is one."""

FEWEST = 3
"""A straight line through fewer points explains everything."""


def measure_size(network: RegionNetwork, clients: pd.Series | None = None) -> pd.DataFrame:
    """Measure betweenness beyond what the number of clients explains.

    Who has many clients meets many others. ``betweenness_residual`` is the share of pairs of others that an
    organisation stands between, less what the straight line (least squares) through all organisations gives for its
    number of clients. Above zero it stands between others more than its size explains. Three organisations are enough
    for a line but not for a conclusion: look at ``sizes_compared``, the number that the line goes through.

    Parameters
    ----------
    network
        One layer of a region.
    clients
        Number of clients by organisation; by default the column ``clients`` of the organisations, if there is one. An
        organisation with fewer than :attr:`RegionCutoffs.smallest_cell` is left out, so that small numbers cannot be
        worked out.

    Returns
    -------
    frame
        A row an organisation.
    """
    nodes, size = network.graph.nodes, _sizes(network, clients)
    enough = size >= network.cutoffs.smallest_cell
    pairs = (nodes - 1) * (nodes - 2) / (1 if network.graph.directed else 2)
    share = network.placed(ratio(network.betweenness.passing, pairs))
    known = enough & network.known_both & ~np.isnan(share)
    differ = known.sum() >= FEWEST and np.ptp(size[known]) > 0
    residual = np.full(len(size), np.nan)
    if differ:
        off = size[known] - size[known].mean()
        slope = (off * share[known]).sum() / (off**2).sum()
        residual[known] = share[known] - share[known].mean() - slope * off
    return framed(
        {
            "size_answered": network.known_both,
            "size_known": ~np.isnan(size),
            "size_shown": enough,
            "sizes_compared": known.sum(),
            "sizes_differ": differ,
            "betweenness_residual": residual,
        },
        network.organisations,
        MEASURES,
    )


def _sizes(network: RegionNetwork, clients: pd.Series | None) -> Floats:
    """Give the number of clients of every organisation, NaN when unknown."""
    table = network.region.tables["organisations"]
    if clients is not None:
        found = clients.reindex(network.organisations)
    elif COLUMN in table:
        found = table[COLUMN]
    else:
        return np.full(len(table), np.nan)
    return pd.to_numeric(found, errors="coerce").to_numpy(dtype=float, na_value=np.nan)


MEASURES = (
    Measure("size_known", Unit.YES_NO, high=1, source="own definition: unknown is not zero"),
    Measure("size_shown", Unit.YES_NO, high=1, source="own definition"),
    Measure("sizes_compared", Unit.COUNT, source="own definition"),
    Measure("sizes_differ", Unit.YES_NO, high=1, source="own definition"),
    *if_known(
        "size_answered",
        Measure(
            "betweenness_residual",
            Unit.INDEX,
            low=-1,
            high=1,
            count="sizes_compared",
            requires=(
                Requires("size_known", "clients_unknown", equals=True),
                Requires("size_shown", "suppressed", equals=True),
                Requires("sizes_differ", "sizes_too_alike", equals=True),
            ),
            source="own definition: least squares",
        ),
        both=True,
    ),
)

FAMILY = Family("region_size", Level.ORGANISATION, measure_size, MEASURES)

"""Whether a whole layer has more brokerage of a role than chance would give, by simulation."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.position.brokerage import ROLES, roles_by_sector, sectored

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

SAME_TIES, SHUFFLED_SECTORS = "same_number_of_ties", "shuffled_sectors"


def brokerage_test(network: RegionNetwork, *, draws: int = 999, seed: int = 1) -> pd.DataFrame:
    """Compare the total of every role with two kinds of chance.

    ``same_number_of_ties`` draws networks with as many ties anywhere: is there more brokerage than ties alone give?
    ``shuffled_sectors`` keeps the ties and deals the sectors out anew: does the division in sectors matter? The
    simulation stands in for formulas, since the published variances of network totals are not exact.

    Parameters
    ----------
    network
        One layer of a region. Organisations without sector are left out.
    draws
        How many networks to draw for each kind of chance.
    seed
        Start of the random numbers: the same seed gives the same table.

    Returns
    -------
    frame
        A row a kind of chance and role: what was counted, mean and standard deviation of the draws, and the share of
        draws (counted with the network itself: (b + 1) / (draws + 1)) with at least and at most as much. Everything is
        missing where nothing is known of the layer.

    Examples
    --------
    >>> from netwerkanalyse.model.region import Region
    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["HA", "FACT", "HIC"], "sector": ["welfare"] * 3}),
    ...     "layers": pd.DataFrame({"layer": ["referral"], "pairs_asked": ["all"]}),
    ...     "collaborations": pd.DataFrame({"source": ["HA", "FACT"], "target": ["FACT", "HIC"], "layer": "referral"}),
    ... })
    >>> found = brokerage_test(RegionNetwork(region, "referral"), draws=99)
    >>> found.loc[("shuffled_sectors", "coordinator"), ["counted", "p_at_least"]].tolist()
    [1.0, 1.0]
    """
    _, graph, sector = sectored(network)
    graph, rng = replace(graph, times=draws), np.random.default_rng(seed)
    counted = _totals(graph, sector)
    kinds = {
        SAME_TIES: (_totals(drawn, sector) for drawn in _same_ties(graph, rng, draws)),
        SHUFFLED_SECTORS: (_totals(graph, rng.permutation(sector)) for _ in range(draws)),
    }
    found = pd.concat(
        {kind: _compared(counted, np.array(list(drawn))) for kind, drawn in kinds.items()}, names=["chance"]
    )
    return found if network.answered else found.where(found.isna())


def _totals(graph: WholeGraph, sector: Ints) -> Floats:
    roles = roles_by_sector(graph, sector)
    return np.array([roles[name].sum() for name in ROLES])


def _same_ties(graph: WholeGraph, rng: np.random.Generator, draws: int) -> Iterator[WholeGraph]:
    """Draw graphs with the same number of ties; in a graph without direction a tie goes both ways."""
    nodes, arcs = graph.nodes, len(graph.source)
    for _ in range(draws):
        if graph.directed:
            cell = rng.choice(nodes * (nodes - 1), arcs, replace=False) if arcs else np.zeros(0, dtype=np.int64)
            source, target = np.divmod(cell, max(nodes - 1, 1))
            target += target >= source  # a row has no cell for the node itself
        else:
            low, high = _pairs(nodes, rng, arcs // 2)
            source, target = np.concatenate([low, high]), np.concatenate([high, low])
        yield replace(graph, source=source, target=target)


def _pairs(nodes: int, rng: np.random.Generator, ties: int) -> tuple[Ints, Ints]:
    """Draw different pairs low < high: pair number high (high - 1) / 2 + low."""
    number = rng.choice(nodes * (nodes - 1) // 2, ties, replace=False) if ties else np.zeros(0, dtype=np.int64)
    high = ((1 + np.sqrt(8.0 * number + 1)) / 2).astype(np.int64)
    high += (high + 1) * high // 2 <= number
    high -= high * (high - 1) // 2 > number
    return number - high * (high - 1) // 2, high


def _compared(counted: Floats, drawn: Floats) -> pd.DataFrame:
    draws = len(drawn)
    return pd.DataFrame(
        {
            "counted": counted,
            "mean": drawn.mean(axis=0),
            "sd": drawn.std(axis=0, ddof=1),
            "p_at_least": ((drawn >= counted).sum(axis=0) + 1) / (draws + 1),
            "p_at_most": ((drawn <= counted).sum(axis=0) + 1) / (draws + 1),
        },
        index=pd.Index(ROLES, name="role"),
    )

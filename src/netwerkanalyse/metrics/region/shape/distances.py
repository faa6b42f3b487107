"""How far organisations are from each other, over those that can reach each other at all."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_answered, ratio


def measure_distances(network: RegionNetwork) -> pd.DataFrame:
    """Measure the mean and the largest number of steps between organisations that can reach each other.

    Parameters
    ----------
    network
        One layer of a region. Direction is kept: a step goes from who refers to whom is referred to.

    Returns
    -------
    frame
        One row, with the number of pairs of which one cannot reach the other, over which there is no distance.
    """
    lengths = network.graph.peer.path_length_hist(directed=True)
    count = np.array([found for _, _, found in lengths.bins()], dtype=float)
    steps = np.arange(1, len(count) + 1)
    return framed(
        {
            "distances_answered": network.answered,
            "reachable_pairs": count.sum(),
            "unreachable_pairs": lengths.unconnected,
            "mean_distance": ratio(steps @ count, count.sum()),
            "diameter": max(steps[count > 0], default=np.nan),
        },
        network.whole,
        MEASURES,
    )


REACHABLE = Requires("reachable_pairs", "nobody_reaches_another", low=1)

MEASURES = (
    *if_answered(
        "distances_answered",
        Measure("reachable_pairs", Unit.COUNT, source="igraph path_length_hist"),
        Measure("unreachable_pairs", Unit.COUNT, reading=Reading.ATTENTION, source="igraph path_length_hist"),
        Measure(
            "mean_distance",
            Unit.INDEX,
            low=1,
            count="reachable_pairs",
            requires=(REACHABLE,),
            source="igraph mean_distance over reachable pairs",
        ),
        Measure(
            "diameter",
            Unit.COUNT,
            low=1,
            count="reachable_pairs",
            requires=(REACHABLE,),
            source="igraph diameter over reachable pairs",
        ),
    ),
)

FAMILY = Family("region_distances", Level.NETWORK, measure_distances, MEASURES)

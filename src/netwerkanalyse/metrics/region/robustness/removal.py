"""How long a layer stays one when organisations fall away one after another, at random or the most connected first."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.kernels.giant import giant_sizes
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_answered, ratio

Floats = npt.NDArray[np.float64]

DRAWS = 200
INTERVAL = (2.5, 97.5)
"""The middle 95% of the draws."""


class Removed(NamedTuple):
    """The share of all organisations that is in the largest part, a row a draw and a column a step, and its area."""

    share: Floats
    area: Floats


def measure_removal(network: RegionNetwork, *, draws: int = DRAWS, seed: int = 1) -> pd.DataFrame:
    """Measure the area under the removal curves: R = (1 / N) sum over k = 1 .. N of giant(k) / N.

    giant(k) is the size of the largest part when k of the N organisations are gone (direction is forgotten). Where
    all are tied to all, R is (N - 1) / (2 N), the most there can be (``removal_most``); where nobody is tied it is
    (N - 1) / N^2.

    ``removal_random`` is the mean over random orders, with the middle 95% of the draws. In ``removal_degree`` those
    with ties to most others go first, in ``removal_betweenness`` those on most shortest paths (along the direction of
    the layer), as they are before anybody is gone: not counted anew after every loss. Equals go in random order, and
    the mean is taken.

    Parameters
    ----------
    network
        One layer of a region.
    draws
        How many orders to draw.
    seed
        Start of the random numbers.

    Returns
    -------
    frame
        One row.
    """
    nodes, curves = network.graph.nodes, _removed(network, draws, seed)
    low, high = np.percentile(curves["random"].area, INTERVAL) if nodes else (np.nan, np.nan)
    means = {f"removal_{name}": removed.area.mean() if nodes else np.nan for name, removed in curves.items()}
    return framed(
        {
            "removal_answered": network.answered,
            "organisations_removed": nodes,
            "removal_most": ratio(nodes - 1, 2 * nodes),
            **means,
            "removal_random_low": low,
            "removal_random_high": high,
        },
        network.whole,
        MEASURES,
    )


def removal_curves(network: RegionNetwork, *, draws: int = DRAWS, seed: int = 1) -> pd.DataFrame:
    """Give the removal curves themselves: see :func:`measure_removal`.

    Parameters
    ----------
    network
        One layer of a region; direction is forgotten.
    draws
        How many orders to draw.
    seed
        Start of the random numbers.

    Returns
    -------
    frame
        A row a kind of order and number of organisations gone: the mean share of all organisations in the largest
        part, and the middle 95% of the draws.
    """
    tables = {}
    for name, removed in _removed(network, draws, seed).items():
        share = np.column_stack([np.full(draws, _whole(network)), removed.share])
        low, high = np.percentile(share, INTERVAL, axis=0)
        steps = pd.RangeIndex(share.shape[1], name="gone")
        tables[name] = pd.DataFrame({"largest_share": share.mean(axis=0), "low": low, "high": high}, index=steps)
    return pd.concat(tables, names=["order"])


def _whole(network: RegionNetwork) -> float:
    """Give the share in the largest part when nobody is gone yet."""
    sizes = network.graph.pairs.connected_components().sizes()
    return float(ratio(max(sizes, default=0), network.graph.nodes))


def _removed(network: RegionNetwork, draws: int, seed: int) -> dict[str, Removed]:
    """Take organisations away in drawn orders; with a score the highest go first and equals in random order."""
    graph, nodes = network.graph, network.graph.nodes
    rng = np.random.default_rng(seed)
    ends = np.array(graph.pairs.get_edgelist(), dtype=np.int64).reshape(-1, 2)
    source, target = np.concatenate([ends, ends[:, ::-1]]).T
    indptr = np.concatenate([[0], np.cumsum(np.bincount(source, minlength=nodes))]).astype(np.int64)
    indices = target[np.argsort(source, kind="stable")].astype(np.int32)
    scores = {
        "random": np.zeros(nodes),
        "degree": np.array(graph.pairs.degree(), dtype=float),
        "betweenness": np.round(network.betweenness.passing, 9),  # equals stay equal
    }
    found = {}
    for name, score in scores.items():
        orders = np.lexsort((rng.random((draws, nodes)), np.tile(-1 * score, (draws, 1))), axis=1)
        largest = np.zeros((draws, nodes))
        giant_sizes.once(draws * (nodes + len(indices)), orders, indptr, indices, largest)
        share = ratio(largest, nodes)
        found[name] = Removed(share, ratio(share.sum(axis=1), nodes))
    return found


ONE = Requires("organisations_removed", "no_organisations", low=1)
SOURCE = "Schneider et al. 2011 (R), not counted anew after every loss"

MEASURES = (
    Measure("organisations_removed", Unit.COUNT, source="own definition"),
    *if_answered(
        "removal_answered",
        Measure("removal_most", Unit.SHARE, high=0.5, count="organisations_removed", requires=(ONE,), source=SOURCE),
        *(
            Measure(
                f"removal_{name}",
                Unit.SHARE,
                high=0.5,
                reading=Reading.STRENGTH,
                count="organisations_removed",
                requires=(ONE,),
                source=SOURCE,
            )
            for name in ("random", "random_low", "random_high", "degree", "betweenness")
        ),
    ),
)

FAMILY = Family("region_removal", Level.NETWORK, measure_removal, MEASURES)

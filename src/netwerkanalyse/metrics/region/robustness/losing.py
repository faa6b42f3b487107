"""What a layer loses when an organisation, or two, fall away: a merger, a lost tender, a bankruptcy."""

from functools import partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_known, ratio

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


class Left(NamedTuple):
    """What is left when each node falls away; NaN for the node that was gone already.

    ``parts`` and ``largest`` are the number of parts and the size of the largest; ``connected`` counts the pairs of
    others that were connected in the whole graph, and ``cut_off`` those of them that no longer are.
    """

    parts: Floats
    largest: Floats
    connected: Floats
    cut_off: Floats


def measure_losing(network: RegionNetwork) -> pd.DataFrame:
    """Measure what is left of one layer without each organisation.

    - ``parts_without`` is the number of weak components of the others, ``largest_share_without`` the share of the
      others in the largest one.
    - ``pairs_cut_off`` counts the pairs of others that were connected, however indirectly, and no longer are;
      ``connection_lost`` is their share of the pairs of others that were connected.
    - ``reach_lost`` keeps direction: of the times that one of the others could get to another along ties, the share
      that is lost. Without direction it is the same as ``connection_lost``.

    Parameters
    ----------
    network
        One layer of a region.

    Returns
    -------
    frame
        A row an organisation.
    """
    graph, nodes = network.graph, network.graph.nodes
    left = without_each(graph.pairs)
    feasible = nodes <= network.cutoffs.reach_organisations_at_most or not graph.directed
    reached, unreached = np.full(nodes, np.nan), np.full(nodes, np.nan)
    if feasible:
        reached, unreached = _reach(graph.peer) if graph.directed else (2 * left.connected, 2 * left.cut_off)
    values = {
        "parts_without": left.parts,
        "largest_without": left.largest,
        "largest_share_without": ratio(left.largest, nodes - 1),
        "pairs_connected": left.connected,
        "pairs_cut_off": left.cut_off,
        "connection_lost": ratio(left.cut_off, left.connected),
        "others_in_reach": reached,
        "reach_lost": ratio(unreached, reached),
    }
    return framed(
        {
            "losing_answered": network.known,
            "others_left": nodes - 1,
            "reach_feasible": feasible,
            **{name: network.placed(value) for name, value in values.items()},
        },
        network.organisations,
        MEASURES,
    )


def worst_joint_losses(network: RegionNetwork, count: int = 10) -> pd.DataFrame:
    """List the pairs of organisations whose loss together cuts off most pairs of others.

    Parameters
    ----------
    network
        One layer of a region; direction is forgotten.
    count
        How many pairs to list. Pairs that cut off as many as the last one are listed too.

    Returns
    -------
    frame
        A row a pair, worst first: the pairs of others that their loss cuts off, those that the loss of each alone
        does, the number of parts that are left and the share of the others in the largest one. Pairs whose loss
        together cuts off nothing are not listed.

    Examples
    --------
    >>> from netwerkanalyse.model.region import Region
    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["A", "B", "C", "D"]}),
    ...     "layers": pd.DataFrame({"layer": ["agreement"], "pairs_asked": ["all"]}),
    ...     "collaborations": pd.DataFrame({"source": list("ABCD"), "target": list("BCDA"), "layer": "agreement"}),
    ... })
    >>> worst_joint_losses(RegionNetwork(region, "agreement"))[["cut_off_together", "cut_off_by_one"]]
                                     cut_off_together  cut_off_by_one
    organisation other_organisation
    A            C                                  1               0
    B            D                                  1               0
    """
    pairs, names = network.graph.pairs, network.organisations[network.known]
    alone = without_each(pairs).cut_off
    rows = []
    for one in range(len(names)):
        left = without_each(pairs, one)
        rows += [
            (
                names[one],
                names[other],
                left.cut_off[other],
                alone[one],
                alone[other],
                left.parts[other],
                left.largest[other],
            )
            for other in range(one + 1, len(names))
            if left.cut_off[other] > 0
        ]
    counts = ["cut_off_together", "cut_off_by_one", "cut_off_by_other", "parts_left", "largest_left"]
    frame = pd.DataFrame(rows, columns=[*Level.DYAD.keys, *counts]).set_index(list(Level.DYAD.keys)).astype(int)
    frame["largest_share_left"] = ratio(frame.pop("largest_left"), len(names) - 2)
    return frame.nlargest(count, "cut_off_together", keep="all")


def without_each(pairs: Any, gone: int | None = None) -> Left:  # noqa: ANN401 - igraph comes without types
    """Measure what is left of a graph without each node, beside one that is gone already.

    A node that is no cut point leaves its part as it is, one smaller; only at cut points parts are sought anew.

    Parameters
    ----------
    pairs
        A graph of igraph without direction.
    gone
        A node that fell away already.

    Returns
    -------
    left
        A number a node.
    """
    stays = np.array([node for node in range(pairs.vcount()) if node != gone], dtype=np.int64)
    rest = pairs.induced_subgraph(stays.tolist())
    member = np.array(rest.connected_components().membership, dtype=np.int64)
    size = np.bincount(member)
    largest = np.maximum(_largest_other(size)[member], size[member] - 1)
    parts = len(size) - (size[member] == 1)
    connected = _pairs(size).sum() - (size[member] - 1)
    for node in rest.articulation_points():
        others = np.flatnonzero(member == member[node])
        pieces = np.array(rest.induced_subgraph(others[others != node].tolist()).connected_components().sizes())
        parts[node] = len(size) - 1 + len(pieces)
        largest[node] = max(_largest_other(size)[member[node]], pieces.max())
        connected[node] = _pairs(size).sum() - _pairs(size[member[node]]) + _pairs(pieces).sum()
    before = np.array(pairs.connected_components().membership, dtype=np.int64)[stays]
    together = np.bincount(before)
    were = _pairs(together).sum() - (together[before] - 1)
    spread = partial(_spread, stays, pairs.vcount())
    return Left(spread(parts), spread(largest), spread(were), spread(were - connected))


def _spread(stays: Ints, nodes: int, values: Ints) -> Floats:
    """Put the values of the nodes that stay at their own place."""
    found = np.full(nodes, np.nan)
    found[stays] = values
    return found


def _pairs(size: Ints) -> Ints:
    return size * (size - 1) // 2


def _largest_other(size: Ints) -> Ints:
    """Give, for every part, the size of the largest other part."""
    largest = np.full(len(size), size.max(initial=0))
    if len(size):
        first = int(size.argmax())
        largest[first] = np.delete(size, first).max(initial=0)
    return largest


def _reach(graph: Any) -> tuple[Floats, Floats]:  # noqa: ANN401
    """Count, without each node, how often one other could reach another, and how often no longer."""
    nodes = graph.vcount()
    forth, back = (np.array(graph.neighborhood_size(order=nodes, mode=mode), dtype=float) - 1 for mode in ("out", "in"))
    could = forth.sum() - forth - back
    still = np.empty(nodes)
    for node in range(nodes):
        rest = graph.induced_subgraph([other for other in range(nodes) if other != node])
        still[node] = np.sum(rest.neighborhood_size(order=nodes, mode="out"), dtype=float) - (nodes - 1)
    return could, could - still


SOURCE = "igraph connected_components"
CONNECTED = Requires("pairs_connected", "nobody_connected", low=1)
FEASIBLE = Requires("reach_feasible", "too_many_organisations", equals=True)

MEASURES = (
    *if_known(
        "losing_answered",
        Measure("others_left", Unit.COUNT, source="own definition"),
        Measure("parts_without", Unit.COUNT, reading=Reading.ATTENTION, count="others_left", source=SOURCE),
        Measure("largest_without", Unit.COUNT, count="others_left", source=SOURCE),
        Measure(
            "largest_share_without",
            Unit.SHARE,
            high=1,
            count="others_left",
            requires=(Requires("others_left", "fewer_than_two_organisations", low=1),),
            source=SOURCE,
        ),
        Measure("pairs_connected", Unit.COUNT, source=SOURCE),
        Measure("pairs_cut_off", Unit.COUNT, reading=Reading.ATTENTION, count="pairs_connected", source=SOURCE),
        Measure(
            "connection_lost",
            Unit.SHARE,
            high=1,
            reading=Reading.ATTENTION,
            count="pairs_connected",
            requires=(CONNECTED,),
            source="own definition",
        ),
        Measure("reach_feasible", Unit.YES_NO, high=1, source="own definition"),
        Measure("others_in_reach", Unit.COUNT, requires=(FEASIBLE,), source="igraph neighborhood_size"),
        Measure(
            "reach_lost",
            Unit.SHARE,
            high=1,
            reading=Reading.ATTENTION,
            count="others_in_reach",
            requires=(FEASIBLE, Requires("others_in_reach", "nobody_reaches_another", low=1)),
            source="own definition",
        ),
    ),
)

FAMILY = Family("region_losing", Level.ORGANISATION, measure_losing, MEASURES)

"""Chain or network: Krackhardt's four degrees of hierarchy and the chain index."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_answered, ratio

Floats = npt.NDArray[np.float64]


def measure_chain(network: RegionNetwork) -> pd.DataFrame:
    """Measure how much a layer looks like a chain from one to the next: all four are 1 only for an out-tree.

    With N organisations in weak components of sizes n_k, E ties, and R who can reach whom along ties:

    - ``connectedness`` = sum n_k (n_k - 1) / (N (N - 1));
    - ``reach_hierarchy`` = share of the pairs in R, one way or both, that go one way only;
    - ``chain_efficiency`` = 1 - (E - sum (n_k - 1)) / sum (n_k - 1)^2, pooled over components as R sna does;
      ``chain_efficiency_by_part`` is the mean over components of each own value, weighed by size, as UCINET does;
    - ``lubness`` = 1 - violations / sum (n_k - 1)(n_k - 2) / 2 over components of three or more, where a pair is a
      violation when it has no least upper bound: somebody who reaches both and is reached by all who reach both
      (the code of R sna asks for somebody who reaches all who reach both: other where there are several heads);
    - ``chain_index`` = mean of the defined ones of these four (the pooled efficiency).

    A chain with all ties returned and a star with all ties returned come out the same: look at centralisation,
    reciprocity and diameter too. Not being a chain is not yet being a network.

    Parameters
    ----------
    network
        One layer of a region. Without direction only connectedness exists.

    Returns
    -------
    frame
        One row.
    """
    graph = network.graph
    nodes, directed = graph.nodes, graph.directed
    parts = np.array(graph.pairs.connected_components().sizes(), dtype=float)
    connectedness = ratio((parts * (parts - 1)).sum(), nodes * (nodes - 1))
    largest = parts.max(initial=0)
    feasible = largest <= network.cutoffs.lub_organisations_at_most
    reached, hierarchy = _hierarchy(graph)
    values: dict[str, npt.ArrayLike] = {
        "reach_hierarchy": hierarchy,
        "chain_efficiency": 1 - ratio(len(graph.source) - (parts - 1).sum(), ((parts - 1) ** 2).sum()),
        "chain_efficiency_by_part": _efficiency_by_part(graph),
        "lubness": _lubness(graph) if directed and feasible else np.nan,
    }
    shown = values if directed else dict.fromkeys(values, np.nan)
    four = np.array([connectedness, *(shown[name] for name in ("reach_hierarchy", "chain_efficiency", "lubness"))])
    defined = int((~np.isnan(four)).sum()) if directed else 0
    return framed(
        {
            "chain_answered": network.answered,
            "organisations_in_chain": nodes,
            "chain_directed": directed,
            "chain_pairs_reached": reached,
            "largest_part": largest,
            "lub_feasible": feasible,
            "connectedness": connectedness,
            **shown,
            "chain_parts": defined,
            "chain_index": np.nanmean(four) if defined else np.nan,
        },
        network.whole,
        MEASURES,
    )


def _hierarchy(graph: WholeGraph) -> tuple[float, float]:
    """Count the pairs of which one reaches the other, and the share of them that goes one way only."""
    groups = np.array(graph.peer_arcs.connected_components(mode="strong").sizes(), dtype=float)
    both = (groups * (groups - 1) / 2).sum()
    reached = float(np.sum(graph.peer_arcs.neighborhood_size(order=graph.nodes, mode="out"))) - graph.nodes
    pairs = float(reached - both)
    return pairs, float(ratio(pairs - both, pairs))


def _efficiency_by_part(graph: WholeGraph) -> float:
    """Average the efficiency of components of two or more, weighed by size."""
    member = np.array(graph.pairs.connected_components().membership, dtype=np.int64)
    size = np.bincount(member).astype(float)
    arcs = np.bincount(member[graph.source], minlength=len(size))
    several = size > 1
    value = 1 - ratio(arcs - (size - 1), (size - 1) ** 2)
    return float(ratio((size * np.nan_to_num(value))[several].sum(), size[several].sum()))


def _lubness(graph: WholeGraph) -> float:
    """Compute the share of pairs with a least upper bound, over components of three or more.

    Who can reach each other have the same upper bounds, so pairs are judged by group. The upper bounds of a pair have
    a least one exactly if some upper bound has as many groups above it (itself included) as the pair has.
    """
    strong = graph.peer_arcs.connected_components(mode="strong")
    member = np.array(strong.membership, dtype=np.int64)
    size = np.bincount(member).astype(float)
    above = _above(strong.cluster_graph(combine_edges="first").simplify())
    heights = above.sum(axis=1)
    part = np.zeros(len(size), dtype=np.int64)
    part[member] = graph.pairs.connected_components().membership
    violations = 0.0
    for group in range(len(size)):
        shared = above & above[group]
        wrong = (shared * heights).max(axis=1, initial=0) != shared.sum(axis=1)
        wrong |= ~shared.any(axis=1)
        wrong &= (part == part[group]) & (np.arange(len(size)) > group)
        violations += size[group] * size[wrong].sum()
    parts = np.bincount(part, weights=size)
    parts = parts[parts >= 3]
    return float(1 - ratio(violations, ((parts - 1) * (parts - 2) / 2).sum()))


def _above(groups: Any) -> npt.NDArray[np.bool_]:  # noqa: ANN401 - igraph comes without types
    """Tell which groups (columns) reach each group (row), itself included; ``groups`` is a graph without circles."""
    count = groups.vcount()
    above = np.eye(count, dtype=bool)
    for one in groups.topological_sorting(mode="out"):
        for sender in groups.predecessors(one):
            above[one] |= above[sender]
    return above


TWO = Requires("organisations_in_chain", "fewer_than_two_organisations", low=2)
DIRECTED = Requires("chain_directed", "layer_without_direction", equals=True)
REACHED = Requires("chain_pairs_reached", "nobody_reaches_another", low=1)
SOURCE = "Krackhardt 1994; R sna"

MEASURES = (
    Measure("organisations_in_chain", Unit.COUNT, source="own definition"),
    Measure("chain_directed", Unit.YES_NO, high=1, source="own definition"),
    *if_answered(
        "chain_answered",
        Measure("chain_pairs_reached", Unit.COUNT, source="own definition"),
        Measure("largest_part", Unit.COUNT, source="R sna components (weak)"),
        Measure("lub_feasible", Unit.YES_NO, high=1, source="own definition"),
        Measure("connectedness", Unit.SHARE, high=1, count="organisations_in_chain", requires=(TWO,), source=SOURCE),
        Measure(
            "reach_hierarchy",
            Unit.SHARE,
            high=1,
            count="chain_pairs_reached",
            requires=(DIRECTED, REACHED),
            source=SOURCE,
        ),
        Measure(
            "chain_efficiency",
            Unit.SHARE,
            high=1,
            count="organisations_in_chain",
            requires=(DIRECTED, REACHED),
            source=f"{SOURCE}, pooled over components",
        ),
        Measure(
            "chain_efficiency_by_part",
            Unit.SHARE,
            high=1,
            count="organisations_in_chain",
            requires=(DIRECTED, REACHED),
            source="Krackhardt 1994; UCINET, weighted mean of components",
        ),
        Measure(
            "lubness",
            Unit.SHARE,
            high=1,
            count="largest_part",
            requires=(
                DIRECTED,
                Requires("largest_part", "no_part_of_three", low=3),
                Requires("lub_feasible", "too_many_organisations", equals=True),
            ),
            source="Krackhardt 1994",
        ),
        Measure("chain_parts", Unit.COUNT, high=4, source="own definition"),
        Measure(
            "chain_index",
            Unit.SHARE,
            high=1,
            count="chain_parts",
            requires=(DIRECTED, TWO),
            source="own definition: mean",
        ),
    ),
)

FAMILY = Family("region_chain", Level.NETWORK, measure_chain, MEASURES)

"""Whether partners of a partner are partners: the triad census and transitivity."""

import math

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.orientation import BACK, FORTH
from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.graphs.roles import count_roles
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_answered, ratio

TRIADS = "003 012 102 021d 021u 021c 111d 111u 030t 030c 201 120d 120u 120c 210 300".split()
"""The sixteen ways in which three organisations can be tied, as Holland and Leinhardt name them."""


def measure_triads(network: RegionNetwork) -> pd.DataFrame:
    """Count how triples are tied, and how often a path of two ties is closed.

    - ``triad_xyz`` counts triples with x mutual, y asymmetric and z null pairs; a letter tells the direction;
    - ``region_transitivity`` = share of paths a -> b -> c that an arc a -> c closes;
    - ``region_clustering`` = the same when direction is forgotten: 3 triangles / connected triples.

    Parameters
    ----------
    network
        One layer of a region. Ties without direction count as mutual; what is unknown counts as no tie.

    Returns
    -------
    frame
        One row.
    """
    graph = network.graph
    census = dict(zip((f"triad_{name}" for name in TRIADS), graph.peer_arcs.triad_census(), strict=True))
    contacts = np.asarray(graph.pairs.degree(), dtype=float)
    paths, still_open = _two_paths(graph)
    return framed(
        {
            "triads_answered": network.answered,
            "region_triads": math.comb(graph.nodes, 3),
            **census,
            "two_paths": paths,
            "region_transitivity": ratio(paths - still_open, paths),
            "connected_triples": float((contacts * (contacts - 1) / 2).sum()),
            "region_clustering": graph.pairs.transitivity_undirected(mode="nan"),
        },
        network.whole,
        MEASURES,
    )


def _two_paths(graph: WholeGraph) -> tuple[float, float]:
    """Count the paths of two ties that end elsewhere than they began, and those that no arc closes."""
    sent = np.bincount(graph.source, minlength=graph.nodes).astype(float)
    received = np.bincount(graph.target, minlength=graph.nodes).astype(float)
    there_and_back = 2 * int((graph.oriented.arcs == (FORTH | BACK)).sum())
    still_open = count_roles(graph, np.zeros(graph.nodes, dtype=np.int64)).coordinator.sum()
    return float(sent @ received) - there_and_back, float(still_open)


MEASURES = (
    *if_answered(
        "triads_answered",
        Measure("region_triads", Unit.COUNT, source="own definition"),
        *(Measure(f"triad_{name}", Unit.COUNT, count="region_triads", source="igraph triad_census") for name in TRIADS),
        Measure("two_paths", Unit.COUNT, source="R sna gtrans"),
        Measure(
            "region_transitivity",
            Unit.SHARE,
            high=1,
            count="two_paths",
            requires=(Requires("two_paths", "no_two_paths", low=1),),
            source="R sna gtrans, weak",
        ),
        Measure("connected_triples", Unit.COUNT, source="igraph transitivity"),
        Measure(
            "region_clustering",
            Unit.SHARE,
            high=1,
            count="connected_triples",
            requires=(Requires("connected_triples", "no_two_paths", low=1),),
            source="igraph transitivity, direction forgotten",
        ),
    ),
)

FAMILY = Family("region_triads", Level.NETWORK, measure_triads, MEASURES)

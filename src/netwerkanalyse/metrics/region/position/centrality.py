"""Where every organisation stands in one layer."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.graphs.eigenvector import leading_eigenvector
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_known, ratio


def measure_centrality(network: RegionNetwork) -> pd.DataFrame:
    """Measure degree, strength, betweenness, closeness, eigenvector centrality, PageRank and core number.

    - ``degree_in`` and ``degree_out`` count ties to and from an organisation; without direction they are the same;
      ``strength_in`` and ``strength_out`` add their values. ``pairs_known_in`` and ``pairs_known_out`` count the others
      of whom it is known whether there is such a tie.
    - ``region_betweenness`` sums, over pairs of others, the share of shortest paths that pass; ``betweenness_share``
      divides by the number of those pairs. In a large layer both are estimated from the paths that begin at
      ``betweenness_starts`` organisations: the share is then at most ``betweenness_error`` off, with a probability of
      0.95 for all organisations at once (see :func:`netwerkanalyse.metrics.region.graphs.betweenness.between`).
    - ``closeness`` = (n - 1) / sum of steps to all others, only where all can be reached; ``harmonic_closeness`` =
      mean over others of 1 / steps, in which who cannot be reached adds nothing.
    - ``eigenvector`` (length 1) and ``pagerank`` (damping 0.85) weigh ties by how central the sender is.
    - ``core_number`` = the largest k such that the organisation belongs to a group in which each has k ties; in a
      layer with direction a tie each way counts as two.

    Parameters
    ----------
    network
        One layer of a region.

    Returns
    -------
    frame
        A row an organisation.
    """
    graph, weight = network.graph, network.weighted.weight
    nodes = graph.nodes
    reaches = np.asarray(graph.peer.neighborhood_size(order=nodes, mode="out"), dtype=float) - 1
    harmonic = graph.peer.harmonic_centrality(mode="out") if nodes > 1 else np.full(nodes, np.nan)
    eigenvector = leading_eigenvector(graph.peer)
    between = network.betweenness
    values = {
        "degree_in": np.bincount(graph.target, minlength=nodes),
        "degree_out": np.bincount(graph.source, minlength=nodes),
        "ties_in_without_value": np.bincount(graph.target[np.isnan(weight)], minlength=nodes),
        "ties_out_without_value": np.bincount(graph.source[np.isnan(weight)], minlength=nodes),
        "strength_in": np.bincount(graph.target, weights=weight, minlength=nodes),
        "strength_out": np.bincount(graph.source, weights=weight, minlength=nodes),
        "region_betweenness": between.passing,
        "betweenness_share": np.minimum(ratio(between.passing, _pairs_of_others(graph)), 1),
        "organisations_reached": reaches,
        "organisations_unreached": nodes - 1 - reaches,
        "closeness": graph.closeness,
        "harmonic_closeness": harmonic,
        "eigenvector": np.nan if eigenvector is None else eigenvector,
        "pagerank": graph.peer.pagerank(),
        "core_number": graph.peer.coreness(mode="all"),
    }
    return framed(
        {
            "position_answered": network.known,
            "other_organisations": nodes - 1,
            "pairs_known_in": network.pairs_known_in,
            "pairs_known_out": network.pairs_known_out,
            "betweenness_starts": between.starts,
            "betweenness_error": between.error,
            "eigenvector_unique": eigenvector is not None,
            **{name: network.placed(value) for name, value in values.items()},
        },
        network.organisations,
        MEASURES,
    )


def _pairs_of_others(graph: WholeGraph) -> float:
    """Count the pairs of others that a node can stand between."""
    return max(graph.nodes - 1, 0) * (graph.nodes - 2) / (1 if graph.directed else 2)


OTHERS = Requires("other_organisations", "fewer_than_two_organisations", low=1)
IN = (OTHERS, Requires("pairs_known_in", "ties_to_organisation_unknown", low=1))
OUT = (OTHERS, Requires("pairs_known_out", "ties_from_organisation_unknown", low=1))
UNKNOWN_IS_NOT_ZERO = "own definition: unknown is not zero"
DEGREE = "Freeman 1979; R sna degree"
VALUES_IN = Requires("ties_in_without_value", "value_unknown", high=0)
VALUES_OUT = Requires("ties_out_without_value", "value_unknown", high=0)

MEASURES = (
    Measure("pairs_known_in", Unit.COUNT, source=UNKNOWN_IS_NOT_ZERO),
    Measure("pairs_known_out", Unit.COUNT, source=UNKNOWN_IS_NOT_ZERO),
    *if_known(
        "position_answered",
        Measure("other_organisations", Unit.COUNT, source="own definition"),
        Measure("degree_in", Unit.COUNT, count="pairs_known_in", requires=IN, source=DEGREE),
        Measure("degree_out", Unit.COUNT, count="pairs_known_out", requires=OUT, source=DEGREE),
        Measure("ties_in_without_value", Unit.COUNT, requires=IN, source=UNKNOWN_IS_NOT_ZERO),
        Measure("ties_out_without_value", Unit.COUNT, requires=OUT, source=UNKNOWN_IS_NOT_ZERO),
        Measure("strength_in", Unit.AMOUNT, count="degree_in", requires=(*IN, VALUES_IN), source="igraph strength"),
        Measure("strength_out", Unit.AMOUNT, count="degree_out", requires=(*OUT, VALUES_OUT), source="igraph strength"),
        Measure("betweenness_starts", Unit.COUNT, source="own definition"),
        Measure("betweenness_error", Unit.SHARE, source="own definition: Hoeffding's inequality over drawn starts"),
        Measure(
            "region_betweenness",
            Unit.INDEX,
            count="betweenness_starts",
            requires=(*IN, *OUT),
            source="Freeman 1979; R sna betweenness",
        ),
        Measure(
            "betweenness_share",
            Unit.SHARE,
            high=1,
            count="betweenness_starts",
            requires=(Requires("other_organisations", "fewer_than_three_organisations", low=2), *IN, *OUT),
            source="Freeman 1979",
        ),
        Measure(
            "organisations_reached", Unit.COUNT, count="other_organisations", requires=OUT, source="own definition"
        ),
        Measure(
            "organisations_unreached", Unit.COUNT, count="other_organisations", requires=OUT, source="own definition"
        ),
        Measure(
            "closeness",
            Unit.SHARE,
            high=1,
            count="organisations_reached",
            requires=(*OUT, Requires("organisations_unreached", "not_all_reached", high=0)),
            source="Freeman 1979; igraph closeness, outward",
        ),
        Measure(
            "harmonic_closeness",
            Unit.SHARE,
            high=1,
            count="organisations_reached",
            requires=OUT,
            source="igraph harmonic_centrality, outward",
        ),
        Measure("eigenvector_unique", Unit.YES_NO, high=1, source="Perron and Frobenius"),
        Measure(
            "eigenvector",
            Unit.INDEX,
            high=1,
            requires=(*IN, Requires("eigenvector_unique", "eigenvector_not_unique", equals=True)),
            source="igraph eigenvector_centrality, scaled to length 1",
        ),
        Measure("pagerank", Unit.SHARE, high=1, requires=IN, source="igraph pagerank, damping 0.85"),
        Measure("core_number", Unit.COUNT, source="igraph coreness, mode all"),
    ),
)

FAMILY = Family("region_centrality", Level.ORGANISATION, measure_centrality, MEASURES)

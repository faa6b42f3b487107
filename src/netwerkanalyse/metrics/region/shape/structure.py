"""How large and how joined-up one layer is, and how much of it is not known."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed_if, if_answered, ratio


def measure_structure(network: RegionNetwork) -> pd.DataFrame:
    """Measure size, density and components of one layer.

    With ``n`` organisations there are n (n - 1) pairs in a layer with direction and half as many in one without. A
    pair is asked about when somebody said yes or no; where all pairs were asked, a pair that is not listed is a no,
    elsewhere it is unknown. With ``m`` ties, ``u`` unknown pairs and ``r`` pairs without response:

    - ``region_density`` = m / (pairs - u - r), and its bounds m / pairs and (m + u + r) / pairs;
    - ``region_components`` forget direction (weak); ``strong_components`` keep it.

    Parameters
    ----------
    network
        One layer of a region.

    Returns
    -------
    frame
        One row.
    """
    listed, organisations, graph = network.listed, len(network.region), network.graph
    ties = int(network.tied.sum())
    pairs = network.pairs
    silent, unknown = network.pairs_silent, network.pairs_unknown
    components = graph.peer_arcs.connected_components(mode="weak")
    degree = np.bincount(np.concatenate([graph.source, graph.target]), minlength=organisations)
    return framed_if(
        "layer_answered",
        network.answered,
        {
            "organisations": organisations,
            "autonomous_organisations": network.region.autonomous_organisations,
            "is_network": network.region.is_network,
            "layer_directed": listed.directed,
            "region_pairs": pairs,
            "region_ties": ties,
            "region_pairs_asked": pairs - unknown - silent,
            "region_pairs_unknown": unknown,
            "pairs_no_response": silent,
            "loops_left_out": listed.loops,
            "region_density": ratio(ties, pairs - unknown - silent),
            "region_density_low": ratio(ties, pairs),
            "region_density_high": ratio(ties + unknown + silent, pairs),
            "region_components": len(components),
            "region_largest_component": max(components.sizes(), default=0),
            "strong_components": len(graph.peer_arcs.connected_components(mode="strong")),
            "region_isolates": int((degree == 0).sum()),
        },
        network.whole,
        MEASURES,
    )


A_PAIR = Requires("region_pairs", "fewer_than_two_organisations", low=1)
PAIR_ASKED = Requires("region_pairs_asked", "no_organisation_pair_asked", low=1)

MEASURES = (
    Measure("organisations", Unit.COUNT, source="own definition"),
    Measure("autonomous_organisations", Unit.COUNT, source="own definition, after Provan and Kenis 2008"),
    Measure("is_network", Unit.YES_NO, high=1, source="Provan and Kenis 2008: three or more autonomous organisations"),
    Measure("layer_directed", Unit.YES_NO, high=1, source="own definition"),
    Measure("region_pairs", Unit.COUNT, source="own definition"),
    Measure("region_ties", Unit.COUNT, count="region_pairs_asked", source="own definition"),
    Measure("region_pairs_asked", Unit.COUNT, count="region_pairs", source="own definition: unknown is not zero"),
    Measure(
        "region_pairs_unknown",
        Unit.COUNT,
        reading=Reading.ATTENTION,
        count="region_pairs",
        source="own definition: unknown is not zero",
    ),
    Measure(
        "pairs_no_response",
        Unit.COUNT,
        reading=Reading.ATTENTION,
        count="region_pairs",
        source="own definition: unknown is not zero",
    ),
    Measure("loops_left_out", Unit.COUNT, source="own definition"),
    Measure(
        "region_density",
        Unit.SHARE,
        high=1,
        count="region_pairs_asked",
        requires=(A_PAIR, PAIR_ASKED),
        source="R sna gden, over the pairs asked about",
    ),
    Measure(
        "region_density_low", Unit.SHARE, high=1, requires=(A_PAIR,), source="own definition: no unknown pair is a tie"
    ),
    Measure(
        "region_density_high",
        Unit.SHARE,
        high=1,
        requires=(A_PAIR,),
        source="own definition: every unknown pair is a tie",
    ),
    *if_answered(
        "layer_answered",
        Measure("region_components", Unit.COUNT, count="organisations", source="R sna components (weak)"),
        Measure("region_largest_component", Unit.COUNT, count="organisations", source="igraph, weak components"),
        Measure("strong_components", Unit.COUNT, count="organisations", source="R sna components (strong)"),
        Measure("region_isolates", Unit.COUNT, count="organisations", source="R sna isolates"),
    ),
)

FAMILY = Family("region_structure", Level.NETWORK, measure_structure, MEASURES)

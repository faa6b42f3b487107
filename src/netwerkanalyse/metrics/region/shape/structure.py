"""How large and how joined-up one layer is, and how much of it is not known."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_absence_told, if_answered, ratio


def measure_structure(network: RegionNetwork) -> pd.DataFrame:
    """Measure size, density and components of one layer.

    With ``n`` organisations there are n (n - 1) pairs in a layer with direction and half as many in one without. A
    pair is asked about when somebody said yes or no; where all pairs were asked, a pair that is not listed is a no,
    elsewhere it is unknown. In a layer with direction ``organisations_without_answer`` were asked, and of all pairs
    listed from them none is a yes or no: of these, pairs that are not listed are unknown as well. With ``m`` ties,
    ``u`` unknown pairs and ``r`` pairs without response:

    - ``region_density`` = m / (pairs - u - r), and its bounds m / pairs and (m + u + r) / pairs. Where only ties are
      listed the first would always be 1: it is missing;
    - ``region_components`` forget direction (weak); ``strong_components`` keep it. They and ``region_isolates`` are
      counted among ``organisations_known``: those of which any pair is known. Between these, an unknown pair counts as
      no tie.

    Parameters
    ----------
    network
        One layer of a region.

    Returns
    -------
    frame
        One row.
    """
    graph, is_network, ties = network.graph, network.region.is_network, int(network.tied.sum())
    pairs, known = network.pairs, network.pairs_known
    components = graph.peer_arcs.connected_components(mode="weak")
    degree = np.bincount(np.concatenate([graph.source, graph.target]), minlength=graph.nodes)
    return framed(
        {
            "layer_answered": network.answered,
            "absence_told": network.absence_told,
            "organisations": len(network.region),
            "organisations_known": graph.nodes,
            "organisations_without_answer": int(network.without_answer.sum()),
            "autonomous_organisations": network.region.autonomous_organisations,
            "autonomous_unknown": network.region.autonomous_unknown,
            "network_decided": is_network is not None,
            "is_network": np.nan if is_network is None else is_network,
            "layer_directed": graph.directed,
            "region_pairs": pairs,
            "region_ties": ties,
            "region_pairs_asked": known,
            "region_pairs_unknown": network.pairs_unknown,
            "pairs_no_response": network.pairs_silent,
            "loops_left_out": network.listed.loops,
            "region_density": ratio(ties, known),
            "region_density_low": ratio(ties, pairs),
            "region_density_high": ratio(ties + pairs - known, pairs),
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
    Measure("organisations_known", Unit.COUNT, count="organisations", source="own definition: unknown is not zero"),
    Measure("autonomous_organisations", Unit.COUNT, source="own definition, after Provan and Kenis 2008"),
    Measure("autonomous_unknown", Unit.COUNT, source="own definition: unknown is not zero"),
    Measure("network_decided", Unit.YES_NO, high=1, source="own definition: unknown is not zero"),
    Measure(
        "is_network",
        Unit.YES_NO,
        high=1,
        requires=(Requires("network_decided", "autonomy_unknown", equals=True),),
        source="Provan and Kenis 2008: three or more autonomous organisations",
    ),
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
    Measure(
        "organisations_without_answer",
        Unit.COUNT,
        reading=Reading.ATTENTION,
        count="organisations",
        source="own definition: unknown is not zero",
    ),
    Measure("loops_left_out", Unit.COUNT, source="own definition"),
    *if_absence_told(
        "absence_told",
        Measure(
            "region_density",
            Unit.SHARE,
            high=1,
            count="region_pairs_asked",
            requires=(A_PAIR, PAIR_ASKED),
            source="R sna gden, over the pairs asked about",
        ),
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
        Measure("region_components", Unit.COUNT, count="organisations_known", source="R sna components (weak)"),
        Measure("region_largest_component", Unit.COUNT, count="organisations_known", source="igraph, weak components"),
        Measure("strong_components", Unit.COUNT, count="organisations_known", source="R sna components (strong)"),
        Measure("region_isolates", Unit.COUNT, count="organisations_known", source="R sna isolates"),
    ),
)

FAMILY = Family("region_structure", Level.NETWORK, measure_structure, MEASURES)

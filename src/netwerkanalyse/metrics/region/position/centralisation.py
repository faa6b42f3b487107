"""Whether one layer turns around few organisations: Freeman's centralisation."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_answered, ratio


def measure_centralisation(network: RegionNetwork) -> pd.DataFrame:
    """Measure centralisation: sum over organisations of (largest - own), over the largest that sum can be.

    With n organisations and without loops that maximum is, without and with direction:

    - degree (n - 1)(n - 2), and 2 (n - 1)(n - 2) for ties in and out together; (n - 1)^2 for ties in or out;
    - betweenness (n - 1)^2 (n - 2) / 2, and (n - 1)^2 (n - 2);
    - closeness (n - 1)(n - 2) / (2 n - 3), and (n - 1)(1 - 1 / n).

    In a large layer betweenness is estimated; its centralisation is then at most ``centralisation_betweenness_error``
    off: every share is at most half of that off.

    Parameters
    ----------
    network
        One layer of a region.

    Returns
    -------
    frame
        One row.
    """
    graph = network.graph
    n, directed = graph.nodes, graph.directed
    sent, received = (np.bincount(side, minlength=n).astype(float) for side in (graph.source, graph.target))
    ties = sent + received if directed else sent
    closeness = graph.closeness
    known = n > 0 and not np.isnan(closeness).any()
    most_closeness = (n - 1) * (1 - 1 / max(n, 1)) if directed else (n - 1) * (n - 2) / (2 * n - 3)
    spread = {
        "centralisation_degree": _spread(ties, (n - 1) * (n - 2) * (2 if directed else 1)),
        "centralisation_in": _spread(received, (n - 1) ** 2) if directed else np.nan,
        "centralisation_out": _spread(sent, (n - 1) ** 2) if directed else np.nan,
        "centralisation_betweenness": _spread(
            network.betweenness.passing, (n - 1) ** 2 * (n - 2) / (1 if directed else 2)
        ),
        "centralisation_closeness": _spread(closeness, most_closeness) if known else np.nan,
    }
    return framed(
        {
            "centralisation_answered": network.answered,
            "organisations_compared": n,
            "directions_compared": directed,
            "all_reach_all": known,
            "centralisation_betweenness_error": 2 * network.betweenness.error,
            **spread,
        },
        network.whole,
        MEASURES,
    )


def _spread(score: npt.NDArray[np.float64], most: float) -> float:
    return float(ratio((score.max(initial=0) - score).sum(), most))


FEWEST = 3
"""With fewer organisations nobody can stand in the middle."""

THREE = Requires("organisations_compared", "fewer_than_three_organisations", low=FEWEST)
DIRECTED = Requires("directions_compared", "layer_without_direction", equals=True)

MEASURES = (
    Measure("organisations_compared", Unit.COUNT, source="own definition"),
    Measure("directions_compared", Unit.YES_NO, high=1, source="own definition"),
    Measure("all_reach_all", Unit.YES_NO, high=1, source="own definition"),
    Measure("centralisation_betweenness_error", Unit.SHARE, source="own definition: Hoeffding's inequality"),
    *if_answered(
        "centralisation_answered",
        *(
            Measure(
                f"centralisation_{name}",
                Unit.SHARE,
                high=1,
                count="organisations_compared",
                requires=(THREE, *requires),
                source="Freeman 1979; R sna centralization",
            )
            for name, requires in (
                ("degree", ()),
                ("in", (DIRECTED,)),
                ("out", (DIRECTED,)),
                ("betweenness", ()),
                ("closeness", (Requires("all_reach_all", "not_all_reach_all", equals=True),)),
            )
        ),
    ),
)

FAMILY = Family("region_centralisation", Level.NETWORK, measure_centralisation, MEASURES)

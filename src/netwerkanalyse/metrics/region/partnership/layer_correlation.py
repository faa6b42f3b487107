"""Whether layers go together, with each other and with sector and area, beyond what chance gives."""

from collections.abc import Mapping
from itertools import combinations

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.graphs.qap import qap
from netwerkanalyse.metrics.region.graphs.relabelling import DRAWS, TEST_FROM
from netwerkanalyse.metrics.region.partnership.matrices import SAME_AREA, SAME_SECTOR, layer_matrices
from netwerkanalyse.metrics.region.partnership.network import Partnership
from netwerkanalyse.metrics.region.tables import framed
from netwerkanalyse.model.region_vocabulary import LAYER


def measure_layer_correlation(
    partnership: Partnership,
    others: Mapping[str, pd.DataFrame] | None = None,
    *,
    draws: int = DRAWS,
    seed: int = 1,
) -> pd.DataFrame:
    """Correlate every layer with the others, with same sector and same area, and with matrices of your own (QAP).

    The share of draws with at least (at most) the correlation comes from shuffling who is who in one of the two, so
    that the form of both networks stays as it is. See :func:`netwerkanalyse.metrics.region.graphs.qap.qap`.

    Parameters
    ----------
    partnership
        The region.
    others
        Name to a square table by organisation, with missing where not known: shared clients, distance ... It must be
        symmetric where the layer has no direction. Organisations that are not in it are missing.
    draws
        How many orders to draw; up to seven organisations all orders are looked at.
    seed
        Start of the random numbers.

    Returns
    -------
    frame
        A row a layer and what it is compared with.
    """
    matrices, names = layer_matrices(partnership), partnership.organisations
    added = {name: table.reindex(index=names, columns=names).astype(float) for name, table in (others or {}).items()}
    layers, attributes = list(partnership.layers), [SAME_SECTOR, SAME_AREA, *added]
    couples = [*combinations(layers, 2), *((layer, other) for layer in layers for other in attributes)]
    values = {name: table.to_numpy() for name, table in (matrices | added).items()}
    found = [
        qap(values[one], values[other], directed=_directed(one) or _directed(other), draws=draws, seed=seed)
        for one, other in couples
    ]
    return framed(
        {
            "correlated_organisations": np.full(len(found), len(names)),
            "correlated_pairs": [one.cells for one in found],
            "both_vary": [not np.isnan(one.correlation) for one in found],
            "layer_correlation": [one.correlation for one in found],
            "correlation_draws": [one.tails.draws for one in found],
            "correlation_p_at_least": [one.tails.p_at_least for one in found],
            "correlation_p_at_most": [one.tails.p_at_most for one in found],
            "correlation_p_two_sided": [one.tails.p_two_sided for one in found],
        },
        pd.MultiIndex.from_tuples(couples, names=Level.COMPARISON.keys),
        MEASURES,
    )


def _directed(name: str) -> bool:
    return name in LAYER.position and LAYER.group(name) == "directed"


KNOWN = Requires("correlated_pairs", "too_few_pairs_known", low=2)
VARY = Requires("both_vary", "same_everywhere", equals=True)
ENOUGH = Requires("correlated_organisations", "fewer_than_four_organisations", low=TEST_FROM)

MEASURES = (
    Measure("correlated_organisations", Unit.COUNT, source="own definition"),
    Measure("correlated_pairs", Unit.COUNT, source="own definition: unknown is not zero"),
    Measure("both_vary", Unit.YES_NO, high=1, source="own definition"),
    Measure(
        "layer_correlation",
        Unit.INDEX,
        low=-1,
        high=1,
        count="correlated_pairs",
        requires=(KNOWN, VARY),
        source="Pearson; R sna gcor",
    ),
    Measure("correlation_draws", Unit.COUNT, source="R sna qaptest"),
    *(
        Measure(
            f"correlation_p_{side}",
            Unit.SHARE,
            high=1,
            count="correlation_draws",
            requires=(KNOWN, VARY, ENOUGH),
            source="R sna qaptest, with (b + 1) / (R + 1)",
        )
        for side in ("at_least", "at_most", "two_sided")
    ),
)

FAMILY = Family("region_layer_correlation", Level.COMPARISON, measure_layer_correlation, MEASURES)

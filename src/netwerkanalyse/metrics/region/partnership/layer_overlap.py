"""Whether layers tie the same pairs."""

from itertools import combinations

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.partnership.network import NOT_TIED, TIED, Partnership, pairs_of
from netwerkanalyse.metrics.region.tables import framed, ratio


def measure_layer_overlap(partnership: Partnership) -> pd.DataFrame:
    """Measure the overlap of every two layers.

    With A and B the pairs tied in either, ``layer_overlap`` = |A and B| / |A or B| (Jaccard), over the pairs of which
    it is known in both layers. Pairs of which it is not known may be tied: ``layer_overlap_low`` and
    ``layer_overlap_high`` are the bounds that they allow. Between two layers with direction a pair has an order,
    otherwise direction is forgotten.

    Parameters
    ----------
    partnership
        The region.

    Returns
    -------
    frame
        A row every two layers.
    """
    couples = list(combinations(partnership.layers, 2))
    rows = [_overlap(partnership, one, other) for one, other in couples]
    index = pd.MultiIndex.from_tuples(couples, names=Level.LAYER_PAIR.keys)
    return framed({one.name: [row[one.name] for row in rows] for one in MEASURES}, index, MEASURES)


def _overlap(partnership: Partnership, one: str, other: str) -> dict[str, float]:
    """Count the pairs in both, either and neither of two layers."""
    networks = [partnership.layers[name] for name in (one, other)]
    directed = all(network.listed.directed for network in networks)
    pairs = pairs_of(networks, directed=directed)
    weight = np.append(np.ones(len(pairs.state), dtype=np.int64), pairs.others)
    state = np.vstack([pairs.state, pairs.elsewhere])
    tied, known = state == TIED, ((state == TIED) | (state == NOT_TIED)).all(axis=1)
    both, either = weight[tied.all(axis=1)].sum(), weight[tied.any(axis=1) & known].sum()
    possible = weight[(state != NOT_TIED).any(axis=1)].sum()
    return {
        "overlap_directed": directed,
        "overlap_pairs_known": weight[known].sum(),
        "overlap_pairs_unknown": weight[~known].sum(),
        "layer_ties": weight[tied[:, 0]].sum(),
        "other_layer_ties": weight[tied[:, 1]].sum(),
        "layers_tied_both": both,
        "layers_tied_either": either,
        "layers_tied_either_high": possible,
        "layer_overlap": float(ratio(both, either)),
        "layer_overlap_low": float(ratio(both, possible)),
        "layer_overlap_high": _highest(state, weight),
    }


def _highest(state: np.ndarray, weight: np.ndarray) -> float:
    """Compute the overlap when whatever can be tied in both layers is, and nothing else that is not known is tied."""
    both = weight[(state != NOT_TIED).all(axis=1)].sum()
    either = weight[(state != NOT_TIED).all(axis=1) | (state == TIED).any(axis=1)].sum()
    return float(ratio(both, either or weight[(state != NOT_TIED).any(axis=1)].sum()))


PERHAPS = Requires("layers_tied_either_high", "no_ties_in_either_layer", low=1)
SOURCE = "Jaccard"
UNKNOWN_IS_NOT_ZERO = "own definition: unknown is not zero"

MEASURES = (
    Measure("overlap_directed", Unit.YES_NO, high=1, source="own definition"),
    Measure("overlap_pairs_known", Unit.COUNT, source=UNKNOWN_IS_NOT_ZERO),
    Measure("overlap_pairs_unknown", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure("layer_ties", Unit.COUNT, source="own definition"),
    Measure("other_layer_ties", Unit.COUNT, source="own definition"),
    Measure("layers_tied_both", Unit.COUNT, source=SOURCE),
    Measure("layers_tied_either", Unit.COUNT, count="overlap_pairs_known", source=SOURCE),
    Measure("layers_tied_either_high", Unit.COUNT, source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "layer_overlap",
        Unit.SHARE,
        high=1,
        count="layers_tied_either",
        requires=(Requires("layers_tied_either", "no_ties_in_either_layer", low=1),),
        source=SOURCE,
    ),
    *(
        Measure(
            f"layer_overlap_{side}",
            Unit.SHARE,
            high=1,
            count="layers_tied_either_high",
            requires=(PERHAPS,),
            source=SOURCE,
        )
        for side in ("low", "high")
    ),
)

FAMILY = Family("region_layer_overlap", Level.LAYER_PAIR, measure_layer_overlap, MEASURES)

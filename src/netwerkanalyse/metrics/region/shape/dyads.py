"""Whether ties in a layer with direction go both ways: the dyad census and three kinds of reciprocity."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_absence_told, ratio
from netwerkanalyse.model.region_arrays import NO, NO_RESPONSE, UNKNOWN


class Dyads(NamedTuple):
    """Pairs of organisations by how many of the two directions are tied, of those seen from both sides."""

    mutual: int
    asymmetric: int
    null: int
    half_seen: int
    ties: int
    ties_half_seen: int


def measure_dyads(network: RegionNetwork) -> pd.DataFrame:
    """Count mutual (M), asymmetric (A) and null (N) pairs, and reciprocity.

    Only pairs of which both directions were answered count: half-seen pairs say nothing about reciprocity.

    - ``reciprocity_edgewise`` = 2 M / (2 M + A), the share of ties that are returned;
    - ``reciprocity_dyadic`` = (M + N) / (M + A + N), in which pairs without ties count as reciprocal;
    - ``reciprocity_nonnull`` = M / (M + A), the share of tied pairs that are tied both ways.

    Where only ties are listed, pairs seen from both sides are all mutual, so that the three are missing. Of all ``T``
    ties, ``H`` of which the other direction is not known, between ``ties_returned_low`` = 2 M / T and
    ``ties_returned_high`` = (2 M + H) / T are returned.

    Parameters
    ----------
    network
        One layer of a region. In a layer without direction nothing of this exists.

    Returns
    -------
    frame
        One row.
    """
    found = _count(network)
    mutual, asymmetric, null = found.mutual, found.asymmetric, found.null
    values: dict[str, npt.ArrayLike] = {
        "dyads_directed": network.listed.directed,
        "dyads_absence_told": network.absence_told,
        "dyads_seen": mutual + asymmetric + null,
        "dyads_half_seen": found.half_seen,
        "dyads_tied": mutual + asymmetric,
        "dyads_mutual": mutual,
        "dyads_asymmetric": asymmetric,
        "dyads_null": null,
        "reciprocity_edgewise": ratio(2 * mutual, 2 * mutual + asymmetric),
        "reciprocity_dyadic": ratio(mutual + null, mutual + asymmetric + null),
        "reciprocity_nonnull": ratio(mutual, mutual + asymmetric),
        "dyads_ties": found.ties,
        "ties_returned_low": ratio(2 * mutual, found.ties),
        "ties_returned_high": ratio(2 * mutual + found.ties_half_seen, found.ties),
    }
    return framed(values, network.whole, MEASURES)


def _count(network: RegionNetwork) -> Dyads:
    """Look at every pair from both sides; what is not listed is a no from who is complete, else unknown."""
    listed, size = network.listed, len(network.region)
    complete = listed.complete
    low, high = np.minimum(listed.source, listed.target), np.maximum(listed.source, listed.target)
    pair, place = np.unique(low * size + high, return_inverse=True)
    ends = np.stack(np.divmod(pair, max(size, 1)))
    sides = np.where(complete[ends], NO, UNKNOWN)
    tied = np.zeros((2, len(pair)), dtype=bool)
    side = (listed.source > listed.target).astype(np.int64)
    sides[side, place] = listed.answer
    tied[side, place] = network.tied
    seen = ~np.isin(sides, (UNKNOWN, NO_RESPONSE)).any(axis=0)
    ties = tied.sum(axis=0)[seen]
    unlisted = size * (size - 1) // 2 - len(pair)
    between = int(complete.sum())
    null = between * (between - 1) // 2 - int(complete[ends].all(axis=0).sum())
    return Dyads(
        int((ties == 2).sum()),
        int((ties == 1).sum()),
        int((ties == 0).sum()) + null,
        int((~seen).sum()) + unlisted - null,
        int(tied.sum()),
        int(tied[:, ~seen].sum()),
    )


DIRECTED = Requires("dyads_directed", "layer_without_direction", equals=True)
SEEN = Requires("dyads_seen", "no_pair_seen_from_both_sides", low=1)
TIES = Requires("dyads_ties", "no_ties_in_layer", low=1)
TIED = Requires("dyads_tied", "no_ties_seen_from_both_sides", low=1)
BOUND = "own definition: unknown is not zero"

MEASURES = (
    Measure("dyads_directed", Unit.YES_NO, high=1, source="own definition"),
    *(
        Measure(name, Unit.COUNT, requires=(DIRECTED,), source=source)
        for name, source in (
            ("dyads_seen", "own definition: half-seen pairs are left out"),
            ("dyads_half_seen", "own definition: half-seen pairs are left out"),
            ("dyads_tied", "R sna dyad.census"),
            ("dyads_mutual", "R sna dyad.census"),
            ("dyads_asymmetric", "R sna dyad.census"),
            ("dyads_null", "R sna dyad.census"),
        )
    ),
    Measure("dyads_ties", Unit.COUNT, requires=(DIRECTED,), source="own definition"),
    *(
        Measure(
            f"ties_returned_{bound}", Unit.SHARE, high=1, count="dyads_ties", requires=(DIRECTED, TIES), source=BOUND
        )
        for bound in ("low", "high")
    ),
    *if_absence_told(
        "dyads_absence_told",
        *(
            Measure(
                f"reciprocity_{kind}",
                Unit.SHARE,
                high=1,
                count=count,
                requires=(DIRECTED, required),
                source=f"R sna grecip, {source}",
            )
            for kind, count, required, source in (
                ("edgewise", "dyads_tied", TIED, "edgewise"),
                ("dyadic", "dyads_seen", SEEN, "dyadic"),
                ("nonnull", "dyads_tied", TIED, "dyadic.nonnull"),
            )
        ),
    ),
)

FAMILY = Family("region_dyads", Level.NETWORK, measure_dyads, MEASURES)

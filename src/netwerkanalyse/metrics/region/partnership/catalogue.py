"""The one list of measures of a region as a whole: layers beside each other, ratings, goals and referrals."""

from collections.abc import Callable, Iterable
from datetime import date

import pandas as pd

from netwerkanalyse.metrics.families import choose, side_by_side
from netwerkanalyse.metrics.measure import Family, Level, Measure
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.partnership import (
    goals,
    ladder,
    layer_correlation,
    layer_overlap,
    multiplexity,
    referrals,
    trust,
)
from netwerkanalyse.metrics.region.partnership.network import Partnership
from netwerkanalyse.model.region import Region

PARTNERSHIP_FAMILIES: tuple[Family[Callable[[Partnership], pd.DataFrame]], ...] = (
    multiplexity.WHOLE_FAMILY,
    multiplexity.FAMILY,
    layer_overlap.FAMILY,
    layer_correlation.FAMILY,
    ladder.FAMILY,
    ladder.RUNG_FAMILY,
    trust.WHOLE_FAMILY,
    trust.FAMILY,
    goals.FAMILY,
    goals.SECTOR_FAMILY,
    referrals.WHOLE_FAMILY,
    referrals.FAMILY,
)
"""Every family of measures between layers and from what organisations say, in the order of reports."""


def measure_partnership(
    region: Region,
    families: Iterable[str] | None = None,
    *,
    level: Level | str = Level.REGION,
    cutoffs: RegionCutoffs | None = None,
    until: date | None = None,
) -> pd.DataFrame:
    """Measure a region as a whole: its layers beside each other, ratings, goals and referrals.

    Parameters
    ----------
    region
        Organisations and how they work together.
    families
        Names of families; by default all families of the level.
    level
        What one row is: the region, an organisation, a pair of organisations, two layers ...
    cutoffs
        Other cut-offs than the defaults.
    until
        The day up to which referrals are known; by default the last day that they name.

    Returns
    -------
    frame
        A column a measure. What is undefined or may not be shown is missing;
        :func:`netwerkanalyse.metrics.why_missing` says why.

    Raises
    ------
    UnknownNameError
        If a family does not exist at this level.

    Examples
    --------
    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["HA", "FACT", "HIC"]}),
    ...     "layers": pd.DataFrame({"layer": ["referral", "agreement"], "pairs_asked": "all"}),
    ...     "collaborations": pd.DataFrame(
    ...         {"source": ["HA", "FACT", "HA"], "target": ["FACT", "HIC", "FACT"],
    ...          "layer": ["referral", "referral", "agreement"]}
    ...     ),
    ... })
    >>> frame = measure_partnership(region, ["region_multiplexity"])
    >>> frame[["pairs_tied", "pairs_multiplex", "pairs_multiplex_share"]]
            pairs_tied  pairs_multiplex  pairs_multiplex_share
    region
    region           2                1                    0.5
    """
    partnership = Partnership(region, cutoffs or RegionCutoffs(), until)
    return side_by_side([family.compute(partnership) for family in choose(PARTNERSHIP_FAMILIES, level, families)])


def partnership_measures(level: Level | None = None) -> dict[str, Measure]:
    """Return the catalogue of a region as a whole: name to measure, of one level or of all.

    Examples
    --------
    >>> partnership_measures(Level.LAYER_PAIR)["layer_overlap"].unit
    <Unit.SHARE: 'share'>
    """
    return {
        one.name: one for family in PARTNERSHIP_FAMILIES if level in {None, family.level} for one in family.measures
    }

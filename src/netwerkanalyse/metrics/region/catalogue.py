"""The one list of all measures of a region; families are added here and nowhere else."""

from collections.abc import Callable, Iterable

import pandas as pd

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.metrics.families import choose, side_by_side
from netwerkanalyse.metrics.measure import Family, Level, Measure
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.groups import blocks, communities, core_periphery
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.position import (
    brokerage,
    brokerage_shared,
    centralisation,
    centrality,
    connectors,
    holes,
    size,
)
from netwerkanalyse.metrics.region.robustness import cuts, losing, removal
from netwerkanalyse.metrics.region.shape import chain, distances, dyads, mixing, seams, structure, triads
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_vocabulary import LAYER

REGION_FAMILIES: tuple[Family[Callable[[RegionNetwork], pd.DataFrame]], ...] = (
    structure.FAMILY,
    dyads.FAMILY,
    triads.FAMILY,
    distances.FAMILY,
    mixing.FAMILY,
    mixing.SECTOR_FAMILY,
    seams.FAMILY,
    centralisation.FAMILY,
    centrality.FAMILY,
    size.FAMILY,
    brokerage.FAMILY,
    brokerage_shared.FAMILY,
    holes.FAMILY,
    connectors.FAMILY,
    communities.WHOLE_FAMILY,
    communities.FAMILY,
    core_periphery.WHOLE_FAMILY,
    core_periphery.FAMILY,
    blocks.WHOLE_FAMILY,
    blocks.FAMILY,
    cuts.FAMILY,
    cuts.WHOLE_FAMILY,
    losing.FAMILY,
    removal.FAMILY,
    chain.FAMILY,
)
"""Every family of measures of a region, in the order of reports."""

REGION_TABLES: tuple[Family[Callable[..., pd.DataFrame]], ...] = (connectors.LIST_FAMILY,)
"""Tables of some organisations only, which a function of their own makes."""


def measure_region(
    region: Region,
    layer: str,
    families: Iterable[str] | None = None,
    *,
    level: Level | str = Level.NETWORK,
    cutoffs: RegionCutoffs | None = None,
) -> pd.DataFrame:
    """Measure one layer of a region. Layers are never mixed.

    Parameters
    ----------
    region
        Organisations and how they work together.
    layer
        The layer: ``referral``, ``trust``, ``cooperation``, ``agreement`` ... Whether its ties have a direction
        belongs to the layer.
    families
        Names of families; by default all families of the level.
    level
        What one row is: the whole layer, an organisation, or a pair of sectors.
    cutoffs
        Other cut-offs than the defaults.

    Returns
    -------
    frame
        A column a measure. What is undefined is missing; :func:`netwerkanalyse.metrics.why_missing` says why.

    Raises
    ------
    UnknownNameError
        If a family does not exist at this level, or the layer does not exist.

    Examples
    --------
    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["HA", "FACT", "HIC"]}),
    ...     "layers": pd.DataFrame({"layer": ["referral"], "pairs_asked": ["all"]}),
    ...     "collaborations": pd.DataFrame({"source": ["HA", "FACT"], "target": ["FACT", "HIC"], "layer": "referral"}),
    ... })
    >>> frame = measure_region(region, "referral", ["region_structure"])
    >>> frame[["organisations", "region_ties", "region_pairs", "region_density"]].round(3)
              organisations  region_ties  region_pairs  region_density
    layer
    referral              3            2             6           0.333
    """
    if layer not in LAYER.position:
        raise UnknownNameError.among(layer, "layer", LAYER.names)
    return measure_region_network(RegionNetwork(region, layer, cutoffs or RegionCutoffs()), families, level=level)


def measure_region_network(
    network: RegionNetwork, families: Iterable[str] | None = None, *, level: Level | str = Level.NETWORK
) -> pd.DataFrame:
    """Measure a layer whose arrays are made already; see :func:`measure_region`."""
    return side_by_side([family.compute(network) for family in choose(REGION_FAMILIES, level, families)])


def region_measures(level: Level | None = None) -> dict[str, Measure]:
    """Return the catalogue of a region: name to measure, of one level or of all.

    Examples
    --------
    >>> region_measures(Level.NETWORK)["region_density"].unit
    <Unit.SHARE: 'share'>
    """
    return {one.name: one for family in REGION_FAMILIES if level in {None, family.level} for one in family.measures}

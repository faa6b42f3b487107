"""Sectors as a whole: how many organisations they have, and how many ties with each other."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.shape.mixing import measure_sector_pairs
from netwerkanalyse.model.region import Region


def organisations_by_sector(region: Region) -> pd.Series:
    """Count the organisations of every sector.

    Parameters
    ----------
    region
        The region.

    Returns
    -------
    counts
        A row a sector that occurs, in the order of the vocabulary; last those of which the sector is blank, under NA.

    Examples
    --------
    >>> organisations = pd.DataFrame({"organisation": ["A", "B", "C"], "sector": ["welzijn", "ggz", "welzijn"]})
    >>> organisations_by_sector(Region.build({"organisations": organisations})).to_dict()
    {'mental_health_care': 1, 'welfare': 2}
    """
    sector = region.tables["organisations"]["sector"]
    counts: pd.Series = sector.value_counts(sort=False, dropna=False)
    return counts[counts > 0].rename("organisations")


def ties_between_sectors(network: RegionNetwork) -> pd.Series:
    """Count the ties within every sector and between every two, direction forgotten.

    A tie that goes both ways counts twice, as in the layer itself.

    Parameters
    ----------
    network
        One layer of a region. Organisations without sector are left out.

    Returns
    -------
    counts
        A row a pair of sectors, each once, in the order of the alphabet.
    """
    ties = measure_sector_pairs(network)["sector_pair_ties"]
    ends = np.sort(np.array(ties.index.tolist(), dtype=object).reshape(-1, 2), axis=1)
    once = pd.MultiIndex.from_arrays(ends.T, names=Level.SECTOR.keys)
    return ties.set_axis(once).groupby(level=[0, 1]).sum()

"""The organisations of a simulated region: sector, laws and where they work, which follow from who serves whom."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.datasets.simulation.design import Design, Ints, blanked
from netwerkanalyse.datasets.simulation.region import Region, nearby
from netwerkanalyse.datasets.simulation.roles import LAW_OF, SECTOR_OF, SECTORS
from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.model.vocabulary import LAW, SECTOR

_NEAREST = 2
"""An organisation works where it is one of so many nearest ones of its sector."""


def organisations_of_region(design: Design, region: Region, said: str) -> pd.DataFrame:
    """Make the table of organisations.

    Parameters
    ----------
    design, region
        What is simulated.
    said
        What stands in ``evidence``: that it is made up.

    Returns
    -------
    organisations
        In the order of ``region.names``.
    """
    rng, count = design.table_chance(0), len(region.names)
    sector = sector_of(region)
    willing = rng.random(count) < 0.2
    capacity = np.where(rng.random(count) < 0.5, 0.0, rng.integers(1, 11, count) / 10)
    return pd.DataFrame(
        {
            "organisation": region.names,
            "name": region.names,
            "type": "organisation",
            "sector": np.array(SECTOR.names)[SECTORS[sector]],
            "laws": laws_of_sectors()[sector],
            "areas": _areas(design, region),
            "autonomous": True,
            "coordination_capacity": blanked(rng, capacity, design.unknown, np.nan),
            "willing": pd.array(willing, dtype="boolean"),
            "evidence": said,
        }
    )


def sector_of(region: Region) -> Ints:
    """Give the sector of every organisation, as a position in ``SECTORS``."""
    return np.repeat(np.arange(len(SECTORS)), np.diff(region.start))


def laws_of_sectors() -> npt.NDArray[np.object_]:
    """Give the laws by which people of every sector are paid, as a cell holds them."""
    laws = [np.unique(LAW_OF[(sector == SECTOR_OF) & (LAW_OF >= 0)]) for sector in SECTORS]
    return np.array([LIST_SEPARATOR.join(LAW.names[law] for law in found) for found in laws], dtype=object)


def area_names(design: Design) -> npt.NDArray[np.object_]:
    """Give the names of the areas; clients live in them too."""
    return np.array([f"gebied {number + 1}" for number in range(design.areas)], dtype=object)


def joined(names: npt.NDArray[np.object_], group: Ints, groups: int) -> npt.NDArray[np.object_]:
    """Write the names of every group in one cell, in the order of the rows."""
    cells = pd.Series(names).groupby(group).agg(LIST_SEPARATOR.join)
    result: npt.NDArray[np.object_] = cells.reindex(range(groups)).to_numpy(dtype=object)
    return result


def _areas(design: Design, region: Region) -> npt.NDArray[np.object_]:
    """Tell where organisations work: the areas to which they are near, and the one in which they lie."""
    size = np.diff(region.start)
    area, sector = (grid.ravel() for grid in np.meshgrid(np.arange(design.areas), np.arange(len(SECTORS))))
    near = [nearby(region, area, sector, rank) for rank in range(_NEAREST)]
    lies = (np.arange(len(region.names)) - np.repeat(region.start[:-1], size)) * design.areas // np.repeat(size, size)
    organisation = np.concatenate([*near, np.arange(len(region.names))])
    where = np.concatenate([*[area] * _NEAREST, lies])
    pairs = np.unique(organisation * design.areas + where)
    return joined(area_names(design)[pairs % design.areas], pairs // design.areas, len(region.names))

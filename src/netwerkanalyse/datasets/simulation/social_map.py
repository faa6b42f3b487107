"""Areas, what they need, and the services that are there, with gaps and overlap that were planted."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.datasets.simulation.design import Design, Ints, blanked
from netwerkanalyse.datasets.simulation.organisations import area_names, joined, laws_of_sectors, sector_of
from netwerkanalyse.datasets.simulation.planted import planted, truth_of
from netwerkanalyse.datasets.simulation.region import Region, nearby
from netwerkanalyse.datasets.simulation.roles import HELPS_WITH, SECTOR_OF, SECTORS
from netwerkanalyse.model.vocabulary import DOMAIN, SECTOR

_INHABITANTS = 20_000
_TOGETHER = 5
"""So many areas lie in one larger area."""
_GAP, _OVERLAP = 0.3, 0.1
"""Chance that a larger area has a gap in a life domain, and that a life domain of an area has overlap."""
_OVERLAPPING = 3

# Who is not a professional: everybody else is.
_KIND = {"recovery": "peer", "welfare": "informal"}


class Cells(NamedTuple):
    """Which life domains of which areas have no service, and which have several."""

    gap: npt.NDArray[np.bool_]
    overlap: npt.NDArray[np.bool_]


class SocialMap(NamedTuple):
    """The tables about services and areas."""

    areas: pd.DataFrame
    area_needs: pd.DataFrame
    services: pd.DataFrame
    travel: pd.DataFrame


def social_map_of(design: Design, region: Region, said: str) -> tuple[SocialMap, pd.DataFrame]:
    """Plant gaps and overlap: a life domain of an area has one service, or none (``gap``), or three (``overlap``).

    The services are of the nearest organisations of different sectors that help with the life domain.

    Parameters
    ----------
    design, region
        What is simulated.
    said
        What stands in ``evidence``: that it is made up.

    Returns
    -------
    tables, truth
        The tables, and what was planted.
    """
    rng, names = design.table_chance(6), area_names(design)
    larger = np.arange(design.areas) * max(1, design.areas // _TOGETHER) // design.areas
    population = np.round(_INHABITANTS * design.areas * region.area_share / region.area_share.sum())
    cells = _cells(rng, design, larger)
    services, travel = _services(rng, design, region, cells)
    tables = SocialMap(
        _areas(names, larger, population).assign(evidence=said),
        _needs(rng, design, names, population),
        services.assign(evidence=said),
        travel,
    )
    truth = [
        planted(code, area=names[area], domain=np.array(DOMAIN.names)[domain])
        for code, (area, domain) in (("gap", np.nonzero(cells.gap)), ("overlap", np.nonzero(cells.overlap)))
    ]
    return tables, truth_of(truth)


def _cells(rng: np.random.Generator, design: Design, larger: Ints) -> Cells:
    """Choose gaps, at most one a life domain in every larger area: what is nowhere would be a gap of the whole."""
    shape = (design.areas, len(DOMAIN.names))
    drawn = rng.random(shape)
    first = np.stack([drawn[larger == group].min(axis=0) for group in range(int(larger.max()) + 1)])
    lacks = rng.random(first.shape) < _GAP
    gap = (drawn == first[larger]) & lacks[larger]
    return Cells(gap, ~gap & (rng.random(shape) < _OVERLAP))


def _areas(names: npt.NDArray[np.object_], larger: Ints, population: npt.NDArray[np.float64]) -> pd.DataFrame:
    """List the larger areas and the areas in them; one area alone lies in none."""
    own = pd.DataFrame({"area": names, "name": names, "population": population})
    if len(names) == 1:
        return own
    around = np.array([f"regio {number + 1}" for number in range(int(larger.max()) + 1)], dtype=object)
    whole = pd.DataFrame({"area": around, "name": around, "population": np.bincount(larger, population)})
    return pd.concat([whole, own.assign(parent=around[larger])], ignore_index=True)


def _needs(
    rng: np.random.Generator, design: Design, names: npt.NDArray[np.object_], population: npt.NDArray[np.float64]
) -> pd.DataFrame:
    """Draw how many clients are expected; of some cells nobody knows."""
    expected = rng.poisson(np.outer(population, rng.uniform(0.002, 0.01, len(DOMAIN.names)))).astype(float)
    return pd.DataFrame(
        {
            "area": np.repeat(names, len(DOMAIN.names)),
            "domain": np.tile(np.array(DOMAIN.names, dtype=object), len(names)),
            "expected": blanked(rng, expected.ravel(), design.unknown, np.nan),
        }
    )


def _services(
    rng: np.random.Generator, design: Design, region: Region, cells: Cells
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """List a service of every organisation for every life domain it is chosen for, with all its areas."""
    domains = len(DOMAIN.names)
    helps = np.array([HELPS_WITH[sector == SECTOR_OF].any(axis=0) for sector in SECTORS])
    order = np.argsort(rng.random((design.areas, domains, len(SECTORS))) + ~helps.T, axis=2)[:, :, :_OVERLAPPING]
    wanted = np.where(cells.gap, 0, np.where(cells.overlap, _OVERLAPPING, 1))
    area, domain, place = np.nonzero(np.arange(_OVERLAPPING) < wanted[:, :, None])
    organisation = nearby(region, area, order[area, domain, place], 0)
    number, service = np.unique(organisation * domains + domain, return_inverse=True)
    by, about, count = number // domains, number % domains, len(number)
    sector = sector_of(region)[by]
    kinds = np.array([_KIND.get(SECTOR.names[at], "formal") for at in SECTORS], dtype=object)
    codes = np.array([f"aanbod {at + 1}" for at in range(count)], dtype=object)
    names, rows = area_names(design), np.argsort(service, kind="stable")
    made = pd.DataFrame(
        {
            "service": codes,
            "organisation": np.array(region.names, dtype=object)[by],
            "domains": np.array(DOMAIN.names, dtype=object)[about],
            "type": np.where(rng.random(count) < 0.3, "informational", "practical"),
            "kind": kinds[sector],
            "areas": joined(names[area[rows]], service[rows], count),
            "laws": laws_of_sectors()[sector],
            "capacity": blanked(rng, 5.0 * rng.integers(2, 40, count), design.unknown, np.nan),
            "waiting_days": blanked(rng, np.round(rng.gamma(1.5, 25.0, count)), design.unknown, np.nan),
        }
    )
    minutes = rng.integers(5, 40, len(area)).astype(float)
    return made, pd.DataFrame({"area": names[area[rows]], "service": codes[service[rows]], "distance": minutes})

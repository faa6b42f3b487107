"""The region that simulated clients share: areas of unequal size and organisations of unequal reach."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.datasets.simulation.design import Design, Floats, Ints, choose
from netwerkanalyse.datasets.simulation.roles import SECTOR_OF, SECTORS
from netwerkanalyse.model.vocabulary import SECTOR

# Practices are small and many, mental health institutions large and few.
_MANY = {"general_practice": 6.0, "nursing": 2.0, "social_domain": 2.0, "welfare": 2.0, "education": 2.0, "other": 2.0}


class Region(NamedTuple):
    """Areas and organisations.

    ``area_share`` is how many clients an area has. Organisations ``start[s]:start[s + 1]`` of ``names`` belong to the
    ``s``-th sector of ``SECTORS``.
    """

    area_share: Floats
    start: Ints
    names: tuple[str, ...]


def region_of(design: Design) -> Region:
    """Make the region of a design.

    Organisations are spread over sectors, at least one each; large areas have many times the clients of small ones.
    """
    if design.organisations < len(SECTORS):
        message = f"organisations must be at least {len(SECTORS)}, one a sector, not {design.organisations}"
        raise ValueError(message)
    weight = np.array([_MANY.get(SECTOR.names[sector], 1.0) for sector in SECTORS])
    rng = design.region_chance()
    sizes = 1 + rng.multinomial(design.organisations - len(SECTORS), weight / weight.sum())
    labels = [SECTOR.label(SECTOR.names[sector], "nl") for sector in SECTORS]
    names = [f"{label} {number + 1}" for label, size in zip(labels, sizes, strict=True) for number in range(size)]
    area_share = np.arange(1.0, design.areas + 1) ** -0.7
    return Region(area_share, np.concatenate([[0], np.cumsum(sizes)]), tuple(names))


def areas_of(rng: np.random.Generator, region: Region, clients: int) -> Ints:
    """Draw the area each client lives in."""
    return choose(rng, region.area_share, clients)


def organisations_of(rng: np.random.Generator, region: Region, area: Ints, client: Ints, role: Ints) -> Ints:
    """Draw the organisation each person works for, -1 for who works for none.

    Every area has its own order of nearby organisations and the first is chosen most (the ``k``-th about ``1 / k``
    times as often). Most professionals of one sector around one client come from the same organisation.

    Parameters
    ----------
    rng
        Chance.
    region
        The region.
    area
        Area by client.
    client, role
        By person: the client and the row of the roles table.

    Returns
    -------
    organisation
        Position in ``region.names``.
    """
    works = SECTOR_OF[role] >= 0
    sector = np.searchsorted(SECTORS, np.where(works, SECTOR_OF[role], SECTORS[0]))
    usual = rng.random((len(area), len(SECTORS)))[client, sector]
    drawn = np.where(rng.random(len(client)) < 0.75, usual, rng.random(len(client)))
    rank = ((np.diff(region.start)[sector] + 1.0) ** drawn).astype(np.int64) - 1
    return np.where(works, nearby(region, area[client], sector, rank), -1)


def nearby(region: Region, area: Ints, sector: Ints, rank: Ints | int) -> Ints:
    """Give the organisation of a sector (position in ``SECTORS``) that is the ``rank``-th nearest to an area."""
    size = np.diff(region.start)[sector]
    return region.start[sector] + (area * size // len(region.area_share) + rank) % size

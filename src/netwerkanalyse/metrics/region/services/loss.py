"""What would no longer be there without an organisation, and without two."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.services.domains import COVERS, UNKNOWN_IS_NOT_ZERO
from netwerkanalyse.metrics.region.services.service_map import Numbers, ServiceMap
from netwerkanalyse.metrics.region.tables import framed, ratio
from netwerkanalyse.model.vocabulary import DOMAIN

LOSS = "own definition: leave one organisation out"


def measure_organisation_loss(services: ServiceMap) -> pd.DataFrame:
    """Measure the social map without each organisation.

    A cell is a life domain of an area without parts. ``cells_lost`` counts the cells that this organisation alone
    covers; ``cells_lost_share`` = cells_lost / all cells that anybody covers.

    Parameters
    ----------
    services
        The social map. Services without a place or a life domain cover no cell; they are counted apart.

    Returns
    -------
    frame
        A row an organisation. Who offers nothing loses nothing.
    """
    size, domains = len(services.region), len(DOMAIN.names)
    cell, organisation = providers(services)
    alone = np.bincount(cell, minlength=len(services.areas) * domains)[cell] == 1
    lost_cell, lost_by = cell[alone], organisation[alone]
    by_area = np.unique(lost_by * max(len(services.areas), 1) + lost_cell // domains)
    hit_by, hit = np.divmod(by_area, max(len(services.areas), 1))
    people = np.bincount(hit_by, np.nan_to_num(services.population[hit]), minlength=size)
    without = np.bincount(hit_by, np.isnan(services.population[hit]), minlength=size)
    vague = services.open & (~services.placed | ~services.has_domain)
    lost = np.bincount(lost_by, minlength=size)
    return framed(
        {
            "org_services": np.bincount(services.organisation[services.open], minlength=size),
            "org_services_vague": np.bincount(services.organisation[vague], minlength=size),
            "cells_covered": np.full(size, len(np.unique(cell))),
            "org_cells": np.bincount(organisation, minlength=size),
            "cells_lost": lost,
            "cells_lost_share": ratio(lost, len(np.unique(cell))),
            "areas_hit": np.bincount(hit_by, minlength=size),
            "domains_hit": np.bincount(np.unique(lost_by * domains + lost_cell % domains) // domains, minlength=size),
            "areas_hit_without_population": without,
            "population_hit": np.where(without == 0, people, np.nan),
        },
        services.region.organisation_index,
        MEASURES,
    )


def worst_pairs(services: ServiceMap, *, top: int = 10) -> pd.DataFrame:
    """Name the pairs of organisations without which most would be gone.

    Parameters
    ----------
    services
        The social map.
    top
        How many pairs to name at most; only pairs without which something would be gone.

    Returns
    -------
    frame
        A row a pair: ``pair_cells_lost``, of which ``pair_lost_by_first`` and ``pair_lost_by_second`` alone, and
        ``pair_only_these_two``. Of equal losses, who is listed first comes first.

    Examples
    --------
    >>> import pandas as pd
    >>> from netwerkanalyse.model.region import Region
    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["GGZ", "Welzijn"]}),
    ...     "areas": pd.DataFrame({"area": ["Noord", "Zuid"]}),
    ...     "services": pd.DataFrame({"service": ["fact", "maatje"], "organisation": ["GGZ", "Welzijn"],
    ...                               "domains": "sociale relaties", "areas": ["Noord;Zuid", "Noord"]}),
    ... })
    >>> worst_pairs(ServiceMap(region)).iloc[0].to_dict()
    {'pair_cells_lost': 2, 'pair_lost_by_first': 1, 'pair_lost_by_second': 0, 'pair_only_these_two': 1}
    """
    size = len(services.region)
    cell, organisation = providers(services)
    many = np.bincount(cell, minlength=len(services.areas) * len(DOMAIN.names))[cell]
    alone = np.bincount(organisation[many == 1], minlength=size)
    one, other = organisation[many == 2].reshape(-1, 2).T  # providers come by cell, and within it in order
    heaviest = _heaviest(alone, top)
    pair, times = np.unique(np.append(one * size + other, heaviest), return_counts=True)
    shared = times - np.isin(pair, heaviest)
    one, other = np.divmod(pair, max(size, 1))
    together = alone[one] + alone[other] + shared
    worst = np.argsort(-together, kind="stable")[:top]
    worst = worst[together[worst] > 0]
    names = services.region.organisation_index
    return pd.DataFrame(
        {
            "pair_cells_lost": together[worst],
            "pair_lost_by_first": alone[one[worst]],
            "pair_lost_by_second": alone[other[worst]],
            "pair_only_these_two": shared[worst],
        },
        index=pd.MultiIndex.from_arrays([names[one[worst]], names[other[worst]]], names=Level.DYAD.keys),
    )


def _heaviest(alone: Numbers, top: int) -> Numbers:
    """Pair the organisations that lose most alone: the worst pairs that share nothing are among them."""
    heavy = np.sort(np.argsort(-alone, kind="stable")[: top + 1])
    first, second = np.triu_indices(len(heavy), k=1)
    return heavy[first] * len(alone) + heavy[second]


def providers(services: ServiceMap) -> tuple[Numbers, Numbers]:
    """Pair every covered life domain of an area without parts with each organisation that covers it.

    Parameters
    ----------
    services
        The social map.

    Returns
    -------
    cell, organisation
        ``cell`` = position of the area x 13 + position of the domain. In order of cell, then organisation; each once.
    """
    domains = len(DOMAIN.names)
    area, service = services.in_whole
    row, domain = np.nonzero(services.domains[service] & services.smallest[area, None])
    width = max(len(services.region), 1)
    pair = np.unique((area[row] * domains + domain) * width + services.organisation[service[row]])
    return pair // width, pair % width


MEASURES = (
    Measure("org_services", Unit.COUNT, source=COVERS),
    Measure(
        "org_services_vague", Unit.COUNT, reading=Reading.ATTENTION, count="org_services", source=UNKNOWN_IS_NOT_ZERO
    ),
    Measure("cells_covered", Unit.COUNT, source=COVERS),
    Measure("org_cells", Unit.COUNT, count="cells_covered", source=COVERS),
    Measure("cells_lost", Unit.COUNT, reading=Reading.ATTENTION, count="org_cells", source=LOSS),
    Measure(
        "cells_lost_share",
        Unit.SHARE,
        high=1,
        reading=Reading.ATTENTION,
        count="cells_covered",
        requires=(Requires("cells_covered", "nothing_covered", low=1),),
        source=LOSS,
    ),
    Measure("areas_hit", Unit.COUNT, reading=Reading.ATTENTION, source=LOSS),
    Measure("domains_hit", Unit.COUNT, high=13, reading=Reading.ATTENTION, source=LOSS),
    Measure("areas_hit_without_population", Unit.COUNT, count="areas_hit", source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "population_hit",
        Unit.AMOUNT,
        reading=Reading.ATTENTION,
        count="areas_hit",
        requires=(Requires("areas_hit_without_population", "population_unknown_somewhere", high=0),),
        source=LOSS,
    ),
)

PAIR_MEASURES = (
    Measure("pair_cells_lost", Unit.COUNT, reading=Reading.ATTENTION, source="own definition: leave two out"),
    *(
        Measure(
            name, Unit.COUNT, reading=Reading.ATTENTION, count="pair_cells_lost", source="own definition: leave two out"
        )
        for name in ("pair_lost_by_first", "pair_lost_by_second", "pair_only_these_two")
    ),
)

PAIRS_FAMILY = Family("worst_pairs", Level.DYAD, worst_pairs, PAIR_MEASURES)
FAMILY = Family("organisation_loss", Level.ORGANISATION, measure_organisation_loss, MEASURES)

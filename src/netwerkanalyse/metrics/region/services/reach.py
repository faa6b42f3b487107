"""How far a service reaches: for which areas and people, and where it is the only one."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.services.domains import COVERS, UNKNOWN_IS_NOT_ZERO
from netwerkanalyse.metrics.region.services.service_map import ServiceMap
from netwerkanalyse.metrics.region.tables import framed, ratio


def measure_reach(services: ServiceMap) -> pd.DataFrame:
    """Measure every service.

    ``service_population_share`` is the sum of P_z over the areas that the service covers / the sum of P_z over all
    areas, with P_z the inhabitants of area z.

    Parameters
    ----------
    services
        The social map.

    Returns
    -------
    frame
        A row a service. A service without places covers nothing.
    """
    smallest, placed = services.smallest, services.placed
    area, service = services.in_whole
    domains = services.domains.sum(axis=1).astype(float)
    laws = services.laws.sum(axis=1).astype(float)
    reached = np.bincount(service[smallest[area]], minlength=len(placed))
    people, unknown = _people(services)
    counted = services.population_counts
    everybody = np.sum(services.population[counted], initial=np.nan if services.areas.empty else 0.0)
    only = services.domains[service] & (services.in_domain[area] == 1) & smallest[area, None]
    alone = np.bincount(service, only.sum(axis=1), minlength=len(placed))
    return framed(
        {
            "service_placed": placed,
            "service_open": services.open,
            "service_areas": np.where(placed, reached, np.nan),
            "service_domains": np.where(domains > 0, domains, np.nan),
            "service_laws": np.where(laws > 0, laws, np.nan),
            "service_areas_without_population": unknown,
            "service_population": np.where(placed & (unknown == 0), people, np.nan),
            "service_population_share": np.where(placed & (unknown == 0), ratio(people, everybody), np.nan),
            "service_only_one": np.where(placed & (domains > 0), alone, np.nan),
        },
        services.services,
        MEASURES,
    )


def _people(services: ServiceMap) -> tuple[np.ndarray, np.ndarray]:
    """Add up the inhabitants of every service, and count the areas of which that number is missing.

    An area that is counted as a whole while a service is for a part of it only has no number for that part.
    """
    counts, people = services.population_counts, services.population
    (area, service), (wider, halved) = services.in_whole, services.in_part
    size = len(services.services)
    total = np.bincount(service, np.where(counts, np.nan_to_num(people), 0)[area], minlength=size)
    unknown = np.bincount(service, (counts & np.isnan(people))[area], minlength=size)
    return total, unknown + np.bincount(halved, counts[wider], minlength=size)


PLACED = Requires("service_placed", "service_place_unknown", equals=True)
WITH_DOMAIN = Requires("service_domains", "service_domains_unknown", low=1)
WITH_POPULATION = Requires("service_areas_without_population", "population_unknown_somewhere", high=0)

MEASURES = (
    Measure("service_placed", Unit.YES_NO, high=1, source=UNKNOWN_IS_NOT_ZERO),
    Measure("service_open", Unit.YES_NO, high=1, source="own definition: capacity is not zero"),
    Measure(
        "service_areas",
        Unit.COUNT,
        reading=Reading.STRENGTH,
        requires=(PLACED,),
        source="own definition: areas without parts",
    ),
    Measure("service_domains", Unit.COUNT, high=13, requires=(WITH_DOMAIN,), source="as filled in"),
    Measure(
        "service_laws",
        Unit.COUNT,
        high=6,
        requires=(Requires("service_laws", "service_laws_unknown", low=1),),
        source="as filled in",
    ),
    Measure("service_areas_without_population", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure("service_population", Unit.AMOUNT, requires=(PLACED, WITH_POPULATION), source=COVERS),
    Measure(
        "service_population_share",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="service_population",
        requires=(
            PLACED,
            WITH_POPULATION,
            Requires("service_population_share", "population_unknown_somewhere"),
        ),
        source="own definition: population-weighted coverage",
    ),
    Measure(
        "service_only_one",
        Unit.COUNT,
        reading=Reading.ATTENTION,
        count="service_areas",
        requires=(PLACED, WITH_DOMAIN),
        source="own definition: redundancy",
    ),
)

FAMILY = Family("service_reach", Level.SERVICE, measure_reach, MEASURES)

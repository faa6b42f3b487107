"""Measures of the social map: services and areas. Its families are listed here and nowhere else."""

from collections.abc import Callable, Iterable

import pandas as pd

from netwerkanalyse.metrics.families import choose, side_by_side
from netwerkanalyse.metrics.measure import Family, Level
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.services import access, areas, covering, domains, gaps, loss, reach
from netwerkanalyse.metrics.region.services.service_map import ServiceMap
from netwerkanalyse.model.region import Region

SERVICE_FAMILIES: tuple[Family[Callable[[ServiceMap], pd.DataFrame]], ...] = (
    areas.AREA_FAMILY,
    access.AREA_FAMILY,
    domains.FAMILY,
    areas.DOMAIN_FAMILY,
    reach.FAMILY,
    access.SERVICE_FAMILY,
    loss.FAMILY,
)
"""Every family of measures of services and areas, in the order of reports."""

SERVICE_TABLES: tuple[Family[Callable[[ServiceMap], pd.DataFrame]], ...] = (
    covering.FAMILY,
    gaps.FAMILY,
    loss.PAIRS_FAMILY,
)
"""Tables of some areas and organisations only, which a function of their own makes."""


def measure_services(
    region: Region,
    families: Iterable[str] | None = None,
    *,
    level: Level | str = Level.AREA,
    cutoffs: RegionCutoffs | None = None,
) -> pd.DataFrame:
    """Measure which services there are, where, for what and by whom.

    Parameters
    ----------
    region
        The region: its tables ``services``, ``areas``, ``area_needs`` and ``travel``.
    families
        Names of families; by default all families of the level.
    level
        What one row is: an area, a life domain of an area, a life domain over all areas, a service or an organisation.
    cutoffs
        Other cut-offs than the defaults.

    Returns
    -------
    frame
        A column a measure. What is undefined is missing; :func:`netwerkanalyse.metrics.why_missing` says why.

    Raises
    ------
    UnknownNameError
        If a family does not exist at this level.

    Examples
    --------
    A service in a municipality covers its neighbourhoods; that its capacity is not filled in does not make it zero.

    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["Welzijn"]}),
    ...     "areas": pd.DataFrame({"area": ["Assen", "Assen-Oost"], "parent": [None, "Assen"]}),
    ...     "services": pd.DataFrame({"service": ["maatje"], "organisation": ["Welzijn"], "kind": ["informeel"],
    ...                               "domains": "sociale relaties", "areas": ["Assen"]}),
    ... })
    >>> measure_services(region)[["area_services", "area_services_informal", "area_domains_without"]]
                area_services  area_services_informal  area_domains_without
    area
    Assen                   1                       1                    12
    Assen-Oost              1                       1                    12
    """
    return measure_service_map(ServiceMap(region, cutoffs or RegionCutoffs()), families, level=level)


def measure_service_map(
    services: ServiceMap, families: Iterable[str] | None = None, *, level: Level | str = Level.AREA
) -> pd.DataFrame:
    """Measure a social map whose arrays are made already; see :func:`measure_services`."""
    return side_by_side([family.compute(services) for family in choose(SERVICE_FAMILIES, level, families)])

"""Which services there are for a life domain in an area, and whether there are enough places."""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, table
from netwerkanalyse.metrics.region.services.service_map import Floats, ServiceMap
from netwerkanalyse.metrics.region.tables import ratio
from netwerkanalyse.model.service_arrays import Pairs


def measure_area_domains(services: ServiceMap) -> pd.DataFrame:
    """Measure every life domain of every area.

    A service s covers area z (C_zs = 1) when it names z or an area in which z lies, and its capacity is not zero. A
    service whose place or life domains nobody filled in could be for any: it is counted apart, and where nothing else
    is known whether a domain is covered stays open.

    With D_s the expected clients of this domain in all areas that service s covers, ``places_per_client`` is the sum of
    capacity_s / D_s over the services of the area: places shared by all for whom they are. A place of a service for
    several domains counts in each of them: who comes for one can be helped with the other.

    Parameters
    ----------
    services
        The social map.

    Returns
    -------
    frame
        A row a life domain of an area, all domains of every area.
    """
    whole, domains = services.in_whole, services.domains
    found = {
        "cell_services": services.in_domain,
        "cell_services_part": services.by_area(services.in_part, domains),
        "cell_services_full": services.by_area(services.coverage.whole, domains & ~services.open[:, None]),
        "cell_services_uncertain": services.uncertain,
        "cell_coverage_known": services.coverage_known,
        "cell_covered": services.covered,
        "cell_organisations": services.distinct_by_area(services.organisation, domains),
        "cell_laws": _laws(services),
        "cell_services_with_law": services.by_area(whole, domains & services.has_law[:, None]),
        "cell_expected": services.expected,
    }
    for number, kind in enumerate(KINDS):
        found[f"cell_services_{kind}"] = services.by_area(whole, domains & services.kinds[:, [number]])
    found |= _places(services) | _waits(services)
    flat = {name: np.asarray(values, dtype=float).reshape(-1) for name, values in found.items()}
    return table(SimpleNamespace(**flat), services.area_domains, MEASURES)


def _laws(services: ServiceMap) -> Floats:
    """Count the laws by which the services of every area and domain are paid; NaN when none is filled in."""
    by_law = [services.by_area(services.in_whole, services.domains & law[:, None]) for law in services.laws.T]
    laws = np.sum(np.stack(by_law) > 0, axis=0)
    return np.where(laws > 0, laws, np.nan)


def _places(services: ServiceMap) -> dict[str, np.ndarray]:
    capacity = services.capacity[:, None]
    known = services.domains & ~np.isnan(capacity)
    rate = ratio(capacity, expected_of_services(services))
    rated = services.domains & ~np.isnan(rate)
    with_rate = services.by_area(services.in_whole, rated)
    with_capacity = services.by_area(services.in_whole, known)
    places = _sum_by_area(services, np.where(known, capacity, 0))
    shared = _sum_by_area(services, np.where(rated, rate, 0))
    return {
        "cell_services_with_capacity": with_capacity,
        "cell_places": np.where(with_capacity > 0, places, np.nan),
        "cell_services_with_rate": with_rate,
        "places_per_client": np.where(with_rate > 0, shared, np.nan),
    }


def expected_of_services(services: ServiceMap) -> Floats:
    """Add up the clients that are expected in all areas of a service, by life domain.

    Parameters
    ----------
    services
        The social map.

    Returns
    -------
    expected
        A row a service, a column a domain; NaN when it is not known of one of its areas, or of the part it covers.
    """
    counts, expected = services.expected_counts, services.expected
    total = _sum_by_service(services, services.coverage.whole, np.where(counts, np.nan_to_num(expected), 0))
    unknown = _sum_by_service(services, services.coverage.whole, (counts & np.isnan(expected)).astype(float))
    halves = _sum_by_service(services, services.coverage.part, counts.astype(float))
    return np.where(unknown + halves > 0, np.nan, total)


def _waits(services: ServiceMap) -> dict[str, np.ndarray]:
    known = services.domains & ~np.isnan(services.waiting)[:, None]
    shortest = np.full((len(services.areas), known.shape[1]), np.inf)
    area, service = services.in_whole
    np.minimum.at(shortest, area, np.where(known, services.waiting[:, None], np.inf)[service])
    return {
        "cell_services_with_wait": services.by_area(services.in_whole, known),
        "cell_shortest_wait": np.where(np.isinf(shortest), np.nan, shortest),
    }


def _sum_by_area(services: ServiceMap, weights: Floats) -> Floats:
    area, service = services.in_whole
    columns = [np.bincount(area, column[service], minlength=len(services.areas)) for column in weights.T]
    return np.stack(columns, axis=1)


def _sum_by_service(services: ServiceMap, pairs: Pairs, weights: Floats) -> Floats:
    columns = [np.bincount(pairs.other, column[pairs.area], minlength=len(services.services)) for column in weights.T]
    return np.stack(columns, axis=1)


KINDS = ("informal", "formal", "peer", "kind_unknown")

COVERS = "own definition: a service in an area covers all that lies in it"
UNKNOWN_IS_NOT_ZERO = "own definition: unknown is not zero"


def by_kind_and_law(prefix: str) -> tuple[Measure, ...]:
    """Declare how many of the services that cover are of each kind, and under how many laws they are."""
    services, with_law = f"{prefix}_services", f"{prefix}_services_with_law"
    return (
        *(
            Measure(f"{services}_{kind}", Unit.COUNT, count=services, source="own definition: kinds apart")
            for kind in KINDS
        ),
        Measure(with_law, Unit.COUNT, count=services, source=UNKNOWN_IS_NOT_ZERO),
        Measure(
            f"{prefix}_laws",
            Unit.COUNT,
            high=6,
            count=with_law,
            requires=(Requires(with_law, "no_service_with_law", low=1),),
            source="own definition: laws that cover",
        ),
    )


MEASURES = (
    Measure("cell_services", Unit.COUNT, reading=Reading.STRENGTH, source=COVERS),
    Measure("cell_services_part", Unit.COUNT, source=COVERS),
    Measure("cell_services_full", Unit.COUNT, reading=Reading.ATTENTION, source="own definition: capacity zero"),
    Measure("cell_services_uncertain", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure("cell_coverage_known", Unit.YES_NO, high=1, source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "cell_covered",
        Unit.YES_NO,
        high=1,
        reading=Reading.STRENGTH,
        count="cell_services",
        requires=(Requires("cell_coverage_known", "service_place_or_domain_unknown", equals=True),),
        source=COVERS,
    ),
    Measure("cell_organisations", Unit.COUNT, reading=Reading.STRENGTH, count="cell_services", source=COVERS),
    *by_kind_and_law("cell"),
    Measure("cell_services_with_capacity", Unit.COUNT, count="cell_services", source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "cell_places",
        Unit.AMOUNT,
        reading=Reading.STRENGTH,
        count="cell_services_with_capacity",
        requires=(Requires("cell_services_with_capacity", "no_service_with_capacity", low=1),),
        source="own definition: places of the services that cover, shared with their other areas",
    ),
    Measure(
        "cell_expected",
        Unit.AMOUNT,
        requires=(Requires("cell_expected", "no_expected_clients"),),
        source="as filled in, or the sum over all parts",
    ),
    Measure("cell_services_with_rate", Unit.COUNT, count="cell_services", source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "places_per_client",
        Unit.INDEX,
        reading=Reading.STRENGTH,
        count="cell_services_with_rate",
        requires=(Requires("cell_services_with_rate", "no_service_with_rate", low=1),),
        source="own definition, after the two-step floating catchment (Luo and Wang 2003)",
    ),
    Measure("cell_services_with_wait", Unit.COUNT, count="cell_services", source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "cell_shortest_wait",
        Unit.DAYS,
        reading=Reading.ATTENTION,
        count="cell_services_with_wait",
        requires=(Requires("cell_services_with_wait", "no_service_with_wait", low=1),),
        source="own definition: the shortest of the services that cover",
    ),
)

FAMILY = Family("domain_services", Level.AREA_DOMAIN, measure_area_domains, MEASURES)

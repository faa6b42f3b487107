"""Which services there are in an area, and how far a life domain is covered over all areas."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.services.domains import COVERS, KINDS, UNKNOWN_IS_NOT_ZERO, by_kind_and_law
from netwerkanalyse.metrics.region.services.service_map import Floats, ServiceMap
from netwerkanalyse.metrics.region.tables import framed, ratio
from netwerkanalyse.model.service_arrays import within
from netwerkanalyse.model.vocabulary import DOMAIN


def measure_areas(services: ServiceMap) -> pd.DataFrame:
    """Measure the services of every area, all life domains together.

    With E_d the expected clients of life domain d, ``area_need_covered`` = sum of E_d over the domains that a service
    covers / sum of E_d over the domains of which that is known. Of an area with parts, the clients and what covers them
    are those of its parts, taken as small as is known completely: a service in every part covers the whole need.

    Parameters
    ----------
    services
        The social map.

    Returns
    -------
    frame
        A row an area.
    """
    whole, every = services.in_whole, np.ones(len(services.services), dtype=bool)
    laws = np.sum(services.by_area(whole, services.laws) > 0, axis=1)
    with_law = services.by_area(whole, services.has_law)
    unplaced = int(np.sum(services.open & ~services.placed))
    needed, covered = _needed(services)
    found = {
        "area_services": services.by_area(whole, every),
        "area_services_part": services.by_area(services.in_part, every),
        "area_services_full": services.by_area(services.coverage.whole, ~services.open),
        "area_services_unplaced": np.full(len(services.areas), unplaced),
        "area_services_without_domain": services.by_area(whole, ~services.has_domain),
        "area_organisations": services.distinct_by_area(services.organisation, every),
        "area_services_with_law": with_law,
        "area_laws": np.where(with_law > 0, laws, np.nan),
        "area_domains": np.sum(services.in_domain > 0, axis=1),
        "area_domains_without": np.sum(services.covered == 0, axis=1),
        "area_domains_unknown": np.sum(~services.coverage_known, axis=1),
        "area_population": services.population,
        "area_clients_weighed": needed,
        "area_need_covered": ratio(covered, needed),
    }
    for number, kind in enumerate(KINDS):
        found[f"area_services_{kind}"] = services.by_area(whole, services.kinds[:, number])
    return framed(found, services.areas, AREA_MEASURES)


def _needed(services: ServiceMap) -> tuple[Floats, Floats]:
    """Add up, by area, the expected clients of whom coverage is known, and those of them who are covered."""
    inner, outer = within(services.parent)
    parts = np.zeros_like(services.expected_counts)
    below = inner != outer
    np.logical_or.at(parts, outer[below], services.expected_counts[inner[below]])
    here = np.where(services.coverage_known, np.nan_to_num(services.expected), 0)
    totals = []
    for clients in (here, here * (services.in_domain > 0)):
        inside = np.zeros_like(clients)
        np.add.at(inside, outer[below], (clients * services.expected_counts)[inner[below]])
        totals.append(np.where(parts, inside, clients).sum(axis=1))
    return totals[0], totals[1]


def measure_domains(services: ServiceMap) -> pd.DataFrame:
    """Measure every life domain over all areas.

    With P_z the inhabitants of area z, ``domain_population_covered`` = sum of P_z over the areas that a service
    covers / sum of P_z, over the areas of which both are known; ``domain_need_covered`` is the same with the expected
    clients of the domain in place of inhabitants. Areas are taken as small as is known completely, so that nobody
    counts twice: see :func:`netwerkanalyse.model.service_arrays.counted_once`.

    Parameters
    ----------
    services
        The social map.

    Returns
    -------
    frame
        A row a life domain, all domains.
    """
    smallest, covered = services.smallest[:, None], services.covered
    offered = services.domains & services.open[:, None]
    organisation = [len(np.unique(services.organisation[domain])) for domain in offered.T]
    people, people_covered = _weighed(services, services.population[:, None], services.population_counts[:, None])
    clients, clients_covered = _weighed(services, services.expected, services.expected_counts)
    with_capacity = np.sum(offered & ~np.isnan(services.capacity)[:, None], axis=0)
    places = np.sum(np.where(offered, np.nan_to_num(services.capacity)[:, None], 0), axis=0)
    nobody = np.nan if services.areas.empty else 0.0
    expected = np.sum(np.where(services.expected_counts, services.expected, 0), axis=0, initial=nobody)
    return framed(
        {
            "domain_services": np.sum(offered, axis=0),
            "domain_organisations": organisation,
            "domain_areas": np.full(len(DOMAIN.names), int(services.smallest.sum())),
            "domain_areas_covered": np.sum(smallest & (covered == 1), axis=0),
            "domain_areas_unknown": np.sum(smallest & np.isnan(covered), axis=0),
            "domain_people_weighed": people,
            "domain_population_covered": ratio(people_covered, people),
            "domain_clients_weighed": clients,
            "domain_need_covered": ratio(clients_covered, clients),
            "domain_services_with_capacity": with_capacity,
            "domain_places": np.where(with_capacity > 0, places, np.nan),
            "domain_expected": expected,
            "domain_places_per_client": np.where(with_capacity > 0, ratio(places, expected), np.nan),
        },
        pd.Index(DOMAIN.names, name="domain"),
        DOMAIN_MEASURES,
    )


def _weighed(services: ServiceMap, numbers: Floats, counts: np.ndarray) -> tuple[Floats, Floats]:
    """Add up a number over the areas of which it is known whether they are covered, and over those that are."""
    counted = np.where(counts & services.coverage_known, np.nan_to_num(numbers), 0)
    return counted.sum(axis=0), (counted * (services.in_domain > 0)).sum(axis=0)


WITH_CAPACITY = Requires("domain_services_with_capacity", "no_service_with_capacity", low=1)

AREA_MEASURES = (
    Measure("area_services", Unit.COUNT, reading=Reading.STRENGTH, source=COVERS),
    Measure("area_services_part", Unit.COUNT, source=COVERS),
    Measure("area_services_full", Unit.COUNT, reading=Reading.ATTENTION, source="own definition: capacity zero"),
    Measure("area_services_unplaced", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "area_services_without_domain",
        Unit.COUNT,
        reading=Reading.ATTENTION,
        count="area_services",
        source=UNKNOWN_IS_NOT_ZERO,
    ),
    Measure("area_organisations", Unit.COUNT, reading=Reading.STRENGTH, count="area_services", source=COVERS),
    *by_kind_and_law("area"),
    Measure("area_domains", Unit.COUNT, high=13, reading=Reading.STRENGTH, source=COVERS),
    Measure("area_domains_without", Unit.COUNT, high=13, reading=Reading.ATTENTION, source=COVERS),
    Measure("area_domains_unknown", Unit.COUNT, high=13, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "area_population",
        Unit.AMOUNT,
        requires=(Requires("area_population", "population_unknown"),),
        source="as filled in, or the sum over all parts",
    ),
    Measure("area_clients_weighed", Unit.AMOUNT, source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "area_need_covered",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="area_clients_weighed",
        requires=(Requires("area_need_covered", "no_expected_clients_weighed"),),
        source="own definition: need-weighted coverage",
    ),
)

DOMAIN_MEASURES = (
    Measure("domain_services", Unit.COUNT, reading=Reading.STRENGTH, source=COVERS),
    Measure("domain_organisations", Unit.COUNT, reading=Reading.STRENGTH, count="domain_services", source=COVERS),
    Measure("domain_areas", Unit.COUNT, source="own definition: areas without parts"),
    Measure("domain_areas_covered", Unit.COUNT, reading=Reading.STRENGTH, count="domain_areas", source=COVERS),
    Measure(
        "domain_areas_unknown", Unit.COUNT, reading=Reading.ATTENTION, count="domain_areas", source=UNKNOWN_IS_NOT_ZERO
    ),
    Measure("domain_people_weighed", Unit.AMOUNT, source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "domain_population_covered",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="domain_people_weighed",
        requires=(Requires("domain_population_covered", "no_population_weighed"),),
        source="own definition: population-weighted coverage",
    ),
    Measure("domain_clients_weighed", Unit.AMOUNT, source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "domain_need_covered",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="domain_clients_weighed",
        requires=(Requires("domain_need_covered", "no_expected_clients_weighed"),),
        source="own definition: need-weighted coverage",
    ),
    Measure("domain_services_with_capacity", Unit.COUNT, count="domain_services", source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "domain_places",
        Unit.AMOUNT,
        reading=Reading.STRENGTH,
        count="domain_services_with_capacity",
        requires=(WITH_CAPACITY,),
        source="own definition: places of the open services, as far as known",
    ),
    Measure(
        "domain_expected",
        Unit.AMOUNT,
        requires=(Requires("domain_expected", "expected_clients_unknown_somewhere"),),
        source="as filled in, summed over areas",
    ),
    Measure(
        "domain_places_per_client",
        Unit.INDEX,
        reading=Reading.STRENGTH,
        count="domain_services_with_capacity",
        requires=(
            WITH_CAPACITY,
            Requires("domain_expected", "expected_clients_unknown_somewhere"),
            Requires("domain_places_per_client", "nobody_expected"),
        ),
        source="own definition: places by expected client",
    ),
)

AREA_FAMILY = Family("area_services", Level.AREA, measure_areas, AREA_MEASURES)
DOMAIN_FAMILY = Family("region_domain_services", Level.REGION_DOMAIN, measure_domains, DOMAIN_MEASURES)

"""How many places people can reach: the two-step floating catchment area (2SFCA), over travel as it was filled in."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.services.domains import UNKNOWN_IS_NOT_ZERO
from netwerkanalyse.metrics.region.services.service_map import ServiceMap
from netwerkanalyse.metrics.region.tables import framed, ratio
from netwerkanalyse.model.service_arrays import counted_once

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

TWO_STEPS = "Luo and Wang 2003 (2SFCA)"


class Access(NamedTuple):
    """What the two steps give.

    Of services: ``demand`` is the people within the catchment, NaN when of somebody there it is not known; ``rate``
    the places by person, NaN when the capacity or demand is unknown, or nobody lives there. Of areas: ``access`` is the
    sum of the rates that are known of the services within the catchment, ``reached`` how many services those are, and
    ``unrated`` how many there are without a rate.
    """

    demand: Floats
    rate: Floats
    access: Floats
    reached: Numbers
    unrated: Numbers


def two_steps(
    area: Numbers, service: Numbers, capacity: Floats, people: Floats, counted: npt.NDArray[np.bool_]
) -> Access:
    """Compute the two-step floating catchment area.

    Step 1: R_j = S_j / sum of P_k over the areas k within the catchment of service j. Step 2: A_i = sum of R_j over the
    services j within the catchment of area i.

    Parameters
    ----------
    area, service
        Positions of the pairs within the catchment, each once.
    capacity
        S, by service; NaN when unknown.
    people
        P, by area; NaN when unknown.
    counted
        The areas whose people count in step 1: when a municipality and its neighbourhoods are both there, one of them.

    Returns
    -------
    access
        By service and by area.

    Examples
    --------
    Two services, one of 10 places for 100 people, one of 30 places for the same and 200 others:

    >>> found = two_steps(np.array([0, 0, 1]), np.array([0, 1, 1]), np.array([10.0, 30.0]), np.array([100.0, 200.0]),
    ...                   np.array([True, True]))
    >>> found.rate.round(3), found.access.round(3)
    (array([0.1, 0.1]), array([0.2, 0.1]))
    """
    within = np.where(counted, people, 0)[area]
    demand = np.asarray(np.bincount(service, within, minlength=len(capacity)), dtype=np.float64)
    rate = ratio(capacity, demand)
    rated = ~np.isnan(rate[service])
    access = np.bincount(area[rated], rate[service[rated]], minlength=len(people))
    return Access(
        demand,
        rate,
        np.asarray(access, dtype=np.float64),
        np.bincount(area, minlength=len(people)),
        np.bincount(area[~rated], minlength=len(people)),
    )


def measure_area_access(services: ServiceMap) -> pd.DataFrame:
    """Measure how many places by inhabitant the people of every area can reach.

    See :func:`two_steps`; the catchment is everything at most ``catchment`` away, in the unit of the table ``travel``.
    A pair that is not in that table is out of reach; of an area without any row nothing is known. A pair with a blank
    distance is taken as out of reach in both steps, and counted: with ``travel_unknown`` above zero the rates and the
    access are those of the distances that are known.

    Parameters
    ----------
    services
        The social map.

    Returns
    -------
    frame
        A row an area. Where some services have no rate, the access is that of the others: at least so much.
    """
    area, _, distance = _travel(services)
    listed = np.bincount(area[~np.isnan(distance)], minlength=len(services.areas))
    found = _access(services)
    known = (listed > 0) & ((found.reached == 0) | (found.reached > found.unrated))
    return framed(
        {
            "travel_listed": listed,
            "travel_unknown": np.bincount(area[np.isnan(distance)], minlength=len(services.areas)),
            "services_reached": np.where(listed > 0, found.reached, np.nan),
            "services_unrated": found.unrated,
            "access_known": known,
            "access": np.where(known, found.access, np.nan),
        },
        services.areas,
        AREA_MEASURES,
    )


def measure_service_access(services: ServiceMap) -> pd.DataFrame:
    """Measure how many places every service has by inhabitant within reach; step 1 of :func:`two_steps`.

    Parameters
    ----------
    services
        The social map.

    Returns
    -------
    frame
        A row a service.
    """
    _, service, distance = _travel(services)
    near = distance <= services.cutoffs.catchment
    found = _access(services)
    return framed(
        {
            "service_capacity": services.capacity,
            "catchment_areas": np.bincount(service[near], minlength=len(services.services)),
            "catchment_population": found.demand,
            "catchment_rate": found.rate,
        },
        services.services,
        SERVICE_MEASURES,
    )


def _access(services: ServiceMap) -> Access:
    area, service, distance = _travel(services)
    near = distance <= services.cutoffs.catchment
    listed = np.isin(np.arange(len(services.areas)), area)[:, None]
    counted = counted_once(services.parent, listed)[:, 0]
    return two_steps(area[near], service[near], services.capacity, services.population, counted)


def _travel(services: ServiceMap) -> tuple[Numbers, Numbers, Floats]:
    keys = services.region.keys.refers
    distance = services.region.tables["travel"]["distance"].to_numpy()
    return keys["travel", "area"], keys["travel", "service"], distance


LISTED = Requires("travel_listed", "no_travel_listed", low=1)

AREA_MEASURES = (
    Measure("travel_listed", Unit.COUNT, source="as filled in"),
    Measure("travel_unknown", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure("services_reached", Unit.COUNT, reading=Reading.STRENGTH, requires=(LISTED,), source=TWO_STEPS),
    Measure(
        "services_unrated",
        Unit.COUNT,
        reading=Reading.ATTENTION,
        count="services_reached",
        source=UNKNOWN_IS_NOT_ZERO,
    ),
    Measure("access_known", Unit.YES_NO, high=1, source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "access",
        Unit.INDEX,
        reading=Reading.STRENGTH,
        count="services_reached",
        requires=(LISTED, Requires("access_known", "no_service_with_rate", equals=True)),
        source=TWO_STEPS,
    ),
)

SERVICE_MEASURES = (
    Measure(
        "service_capacity",
        Unit.AMOUNT,
        reading=Reading.STRENGTH,
        requires=(Requires("service_capacity", "capacity_unknown"),),
        source="as filled in",
    ),
    Measure("catchment_areas", Unit.COUNT, source=TWO_STEPS),
    Measure(
        "catchment_population",
        Unit.AMOUNT,
        count="catchment_areas",
        requires=(Requires("catchment_population", "population_unknown_somewhere"),),
        source=TWO_STEPS,
    ),
    Measure(
        "catchment_rate",
        Unit.INDEX,
        reading=Reading.STRENGTH,
        count="catchment_population",
        requires=(
            Requires("service_capacity", "capacity_unknown"),
            Requires("catchment_population", "population_unknown_somewhere"),
            Requires("catchment_rate", "nobody_within_reach"),
        ),
        source=TWO_STEPS,
    ),
)

AREA_FAMILY = Family("access", Level.AREA, measure_area_access, AREA_MEASURES)
SERVICE_FAMILY = Family("access", Level.SERVICE, measure_service_access, SERVICE_MEASURES)

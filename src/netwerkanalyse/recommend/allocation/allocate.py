"""From a caseload and a region to who could be offered what, what stays open and why, and where places are short."""

from collections.abc import Callable
from math import floor

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.arrays import Floats, Ints
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from netwerkanalyse.recommend.allocation.after import taken_up
from netwerkanalyse.recommend.allocation.asks import asks_of, found_in
from netwerkanalyse.recommend.allocation.closed import closed, supporting
from netwerkanalyse.recommend.allocation.flow import plan_of
from netwerkanalyse.recommend.allocation.problem import Terms, problem_of, too_far
from netwerkanalyse.recommend.allocation.result import Allocation
from netwerkanalyse.recommend.allocation.settings import AllocationSettings
from netwerkanalyse.recommend.allocation.shadow import bounds, one_more
from netwerkanalyse.recommend.allocation.tables import Solved, domains, offers, service_table, severities, still_open
from netwerkanalyse.recommend.fitting import fitting
from netwerkanalyse.recommend.social_map import SocialMap, social_map

STEPS = 4
"""Measuring, finding what is open to whom, solving, and measuring again: what progress counts."""


def allocate(
    caseload: Caseload,
    region: Region,
    *,
    settings: AllocationSettings | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Allocation:
    """Lay the free places of a region over what clients lack. It shows where places are short; people decide.

    Who lacks the greatest share of what is needed comes first (leximin over classes of severity), among equals who
    waited longest, and then a lottery. Area, age, law, language, kind, travel and wait keep within the limits of
    proposals for one client; what was refused or rejected is not offered, and what clients have stays. A life domain of
    a client gets one place at most, and a place serves one life domain.

    Parameters
    ----------
    caseload
        Any number of clients.
    region
        The region whose social map is laid over them.
    settings
        Classes of severity, what is done with unknown capacity, the seed of the lottery, and more.
    progress
        Is told after every step how many are done, and of how many.

    Returns
    -------
    allocation
        Tables for whoever coordinates, and tables for the region in which small numbers are suppressed.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> region = na.datasets.load_region("voorbeeldregio")
    >>> found = na.recommend.allocate(na.datasets.load("voorbeeldregio"), region)
    >>> found.proven
    True
    """
    used, told = settings or AllocationSettings(), progress or (lambda _done, _of: None)
    network, services = Network(caseload), social_map(region)
    before = found_in(network, used.cutoffs)
    asks, not_asked = asks_of(network, before, used)
    told(1, STEPS)
    fits, in_use = fitting(caseload, services), _in_use(network, services)
    distance = _distance(caseload, region, services)
    terms = Terms(
        fits,
        too_far(distance, used.region_cutoffs.catchment),
        np.array([(one.waiting_days or 0.0) > used.longest_wait_days for one in services.entries], dtype=bool),
        closed(network, services, asks, before),
    )
    problem = problem_of(asks, services, terms, _places(services, in_use, used), asks.order(used))
    told(2, STEPS)
    plan = plan_of(problem, _waits(services))
    extra = one_more(problem, plan)
    told(3, STEPS)
    after = taken_up(caseload, services, asks, plan.service, used)
    told(4, STEPS)
    solved = Solved(caseload, services, asks, problem, plan, extra)
    return Allocation(
        offers(solved, before, after, distance[fits["area"].value]),
        still_open(solved),
        service_table(solved, in_use),
        severities(bounds(problem, plan, asks.severity, extra, len(used.severity_from))),
        domains(solved, not_asked),
        int((after.coverage < before.coverage).sum()),
        used,
    )


def _in_use(network: Network, services: SocialMap) -> Ints:
    """Count the places that clients have now, by service: each service for a domain in which its organisation supports.

    Which of its services that is nobody filled in, so that rather too many than too few are taken off.
    """
    now = supporting(network, services)
    return np.bincount(now["service"].to_numpy(dtype=np.int64), minlength=len(services.entries))


def _places(services: SocialMap, in_use: Ints, settings: AllocationSettings) -> Ints:
    taken = np.zeros_like(in_use) if settings.all_places_free else in_use
    free = [
        settings.unknown_places if one.places is None else max(0, floor(one.places) - int(used))
        for one, used in zip(services.entries, taken, strict=True)
    ]
    return np.array(free, dtype=np.int64)


def _waits(services: SocialMap) -> Ints:
    """Give the days of waiting; a wait that is not known counts for the longest that is."""
    longest = max((one.waiting_days or 0.0 for one in services.entries), default=0.0)
    waits = [longest if one.waiting_days is None else one.waiting_days for one in services.entries]
    return np.array(waits, dtype=float).round().astype(np.int64)


def _distance(caseload: Caseload, region: Region, services: SocialMap) -> Floats:
    """Give how far every service is from the areas of clients, in the order of those areas; NaN when not known."""
    _, areas = pd.factorize(caseload.tables["clients"]["area"].astype(object).fillna(""))
    travel = region.tables["travel"]
    row = pd.Index(areas).get_indexer(pd.Index(travel["area"].astype(object)))
    column = region.keys.refers["travel", "service"]
    distance = np.full((len(areas), len(services.entries)), np.nan)
    distance[row[row >= 0], column[row >= 0]] = travel["distance"].to_numpy(dtype=float)[row >= 0]
    return distance

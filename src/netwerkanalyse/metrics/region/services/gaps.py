"""The list of gaps of a region, with the three questions of an evaluation: what do we not do yet, why, and with whom.

"Wat doen we nog niet en waarom niet, en hoe en met wie kunnen we dat aanpakken?" (de Nederlandse ggz, 2021). The data
answer a part of it: what is missing where, what is known about the reason, and who does offer it. The rest is for the
people who read the list.
"""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.services.domains import UNKNOWN_IS_NOT_ZERO
from netwerkanalyse.metrics.region.services.service_map import Numbers, ServiceMap
from netwerkanalyse.model.codes import Code, Label, Vocabulary
from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.model.vocabulary import DOMAIN

WHY = Vocabulary(
    "gap_reason",
    (
        Code(
            "not_known",
            Label(
                "van sommig aanbod is niet bekend waar of waarvoor",
                "of some services it is not known where or for what",
            ),
        ),
        Code("no_places", Label("er is aanbod, maar zonder plaatsen", "there are services, but without places")),
        Code("elsewhere", Label("wel elders in de regio, hier niet", "elsewhere in the region, not here")),
        Code("nowhere", Label("nergens in de regio", "nowhere in the region")),
    ),
)
"""What the data say about the reason of a gap; why it is so, people must say."""


MOST_NAMED = 5
"""How many areas or organisations are named in one cell; how many there are stands beside it."""


def service_gaps(services: ServiceMap, *, most_named: int = MOST_NAMED) -> pd.DataFrame:
    """List what areas lack.

    An area lacks a life domain when no open service is listed for it. Where a service of which the place or life domain
    is not filled in may be the one, the gap is ``not_known``. A municipality that lacks it as a whole stands here once,
    and not again with each of its neighbourhoods; where a service covers some neighbourhoods, the others stand here.
    Without any service there is no social map, and no list.

    Parameters
    ----------
    services
        The social map. What is not in it may still exist.
    most_named
        How many areas or organisations are named at most.

    Returns
    -------
    gaps
        A row an area and life domain, in the order of the tables. How large: ``gap_population`` and ``gap_expected``
        clients, if known; the latter is an estimate that somebody filled in, shown however small. Why: ``gap_reason``,
        a code of :data:`WHY`. With whom: ``gap_neighbours`` are areas in the
        same larger area (or the other largest areas) that do have it, ``gap_organisations`` offer it elsewhere in the
        region, those of the neighbours first, and ``gap_organisations_here`` work in this area already, for other life
        domains. Names have ``;`` between them; ``gap_neighbours_count`` ... say how many there are.

    Examples
    --------
    >>> from netwerkanalyse.model.region import Region
    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["Welzijn"]}),
    ...     "areas": pd.DataFrame({"area": ["Noord", "Zuid"]}),
    ...     "services": pd.DataFrame({"service": ["maatje"], "organisation": ["Welzijn"],
    ...                               "domains": "sociale relaties", "areas": ["Noord"]}),
    ... })
    >>> gaps = service_gaps(ServiceMap(region))
    >>> gaps.loc[("Zuid", "social_relations"), ["gap_reason", "gap_neighbours", "gap_organisations"]].to_dict()
    {'gap_reason': 'elsewhere', 'gap_neighbours': 'Noord', 'gap_organisations': 'Welzijn'}
    """
    area, domain = np.nonzero(_lacking(services))
    full = services.by_area(services.coverage.whole, services.domains & ~services.open[:, None])[area, domain] > 0
    offered = np.any(services.domains & services.open[:, None], axis=0)[domain]
    uncertain = services.uncertain[area, domain]
    not_known, no_places, elsewhere, nowhere = range(len(WHY.names))
    why = np.select([uncertain > 0, full, offered], [not_known, no_places, elsewhere], nowhere)
    return pd.DataFrame(
        {
            "gap_population": services.population[area],
            "gap_expected": services.expected[area, domain],
            "gap_services_uncertain": uncertain,
            "gap_reason": pd.Categorical.from_codes(why, list(WHY.names)),
            **_with_whom(services, area, domain, most_named),
        },
        index=services.area_domains.take(area * len(DOMAIN.names) + domain),
    )


def _lacking(services: ServiceMap) -> np.ndarray:
    """Tell, by area and life domain, where nothing is listed, not in a part either, and the same is not so above it."""
    part = services.by_area(services.in_part, services.domains) > 0
    lacking = (services.in_domain == 0) & ~part & (len(services.services) > 0)
    known = services.uncertain == 0
    above = (services.parent >= 0)[:, None] & lacking[services.parent] & (known == known[services.parent])
    result: np.ndarray = lacking & ~above
    return result


def _with_whom(services: ServiceMap, area: Numbers, domain: Numbers, most: int) -> dict[str, object]:
    """Name who could be asked: lists by gap, made once for all gaps in the same larger area."""
    domains, organisations = len(DOMAIN.names), services.region.organisation_index
    (whole, service), (_, partial) = services.in_whole, services.in_part
    having, number = np.nonzero(services.in_domain)
    around = _lists((services.parent[having] + 1) * domains + number, having)
    row, number = np.nonzero(services.domains[service])
    near = _lists((services.parent[whole[row]] + 1) * domains + number, services.organisation[service[row]])
    offer, number = np.nonzero(services.domains & services.open[:, None])
    offering = _lists(number, services.organisation[offer])
    work = np.append(whole, services.in_part.area), services.organisation[np.append(service, partial)]
    at_work = _lists(*work)
    group = (services.parent[area] + 1) * domains + domain
    first = {
        one: list(dict.fromkeys([*near.get(one, ()), *offering.get(one % domains, ())]))
        for one in np.unique(group).tolist()
    }
    return {
        **_named("gap_neighbours", [around.get(one, []) for one in group.tolist()], services.areas, most),
        **_named("gap_organisations", [first[one] for one in group.tolist()], organisations, most),
        **_named("gap_organisations_here", [at_work.get(one, []) for one in area.tolist()], organisations, most),
    }


def _lists(group: Numbers, item: Numbers) -> dict[int, list[int]]:
    """Give the items of every group, each once, in order."""
    once = pd.DataFrame({"group": group, "item": item}).drop_duplicates().sort_values(["group", "item"])
    groups, start = np.unique(once["group"].to_numpy(), return_index=True)
    pieces = np.split(once["item"].to_numpy(), start[1:])
    return {one: piece.tolist() for one, piece in zip(groups.tolist(), pieces, strict=False)}  # no group: one piece


def _named(name: str, lists: list[list[int]], names: pd.Index, most: int) -> dict[str, object]:
    """Write every list as text, and how long it is."""
    words = names.tolist()
    texts = [LIST_SEPARATOR.join([words[item] for item in items[:most]]) or None for items in lists]
    return {f"{name}_count": np.array([len(items) for items in lists], dtype=int), name: pd.array(texts, dtype="str")}


def _names(name: str, reason: str) -> tuple[Measure, Measure]:
    """Declare a list of names and how long it is."""
    count = f"{name}_count"
    source = "own definition: with whom"
    named = Measure(name, Unit.LABEL, count=count, requires=(Requires(count, reason, low=1),), source=source)
    return Measure(count, Unit.COUNT, source=source), named


MEASURES = (
    Measure(
        "gap_population",
        Unit.AMOUNT,
        reading=Reading.ATTENTION,
        requires=(Requires("gap_population", "population_unknown"),),
        source=UNKNOWN_IS_NOT_ZERO,
    ),
    Measure(
        "gap_expected",
        Unit.AMOUNT,
        reading=Reading.ATTENTION,
        requires=(Requires("gap_expected", "no_expected_clients"),),
        source=UNKNOWN_IS_NOT_ZERO,
    ),
    Measure("gap_services_uncertain", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure("gap_reason", Unit.CODE, codes=WHY, source="own definition: what the data say about why"),
    *_names("gap_neighbours", "no_neighbour_has_it"),
    *_names("gap_organisations", "nobody_offers_it"),
    *_names("gap_organisations_here", "nobody_works_here"),
)

FAMILY = Family("service_gaps", Level.AREA_DOMAIN, service_gaps, MEASURES)

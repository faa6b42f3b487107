"""The social map: services and areas, as plain values of tests/social_maps.py."""


def lies_in(area, parents):
    """The area itself and everything it lies in."""
    return [area, *(lies_in(parents[area], parents) if parents[area] is not None else [])]


def parts(area, parents):
    """The areas directly in an area."""
    return [other for other in range(len(parents)) if parents[other] == area]


def is_in(service, area, parents):
    """Whether a service is for the whole of an area."""
    return bool(set(service.areas or ()) & set(lies_in(area, parents)))


def is_in_part(service, area, parents):
    """Whether a service is for a part of an area, and not for the whole."""
    return not is_in(service, area, parents) and any(area in lies_in(place, parents) for place in service.areas or ())


def services_of(small, area, domain):
    """The numbers of the services with room that are for a life domain in the whole of an area."""
    return [
        number
        for number, one in enumerate(small.services)
        if domain in one.domains and one.capacity != 0 and is_in(one, area, small.parents)
    ]


def may_be_there(small, area, domain):
    """How many services with room may be there: no place, or no life domain is known, and the rest fits."""
    return sum(
        one.capacity != 0
        and (
            (one.areas is None and (domain in one.domains or not one.domains))
            or (not one.domains and (is_in(one, area, small.parents) or is_in_part(one, area, small.parents)))
        )
        for one in small.services
    )


def is_covered(small, area, domain):
    """Whether an area has a service for a life domain; None when that is not known."""
    if services_of(small, area, domain):
        return True
    return None if may_be_there(small, area, domain) or not small.services else False


def number_of(area, numbers, parents):
    """The number of an area: what is filled in, else the sum over its parts when all are known."""
    if numbers[area] is not None:
        return numbers[area]
    of_parts = [number_of(part, numbers, parents) for part in parts(area, parents)]
    return sum(of_parts) if of_parts and None not in of_parts else None


def known_by_parts(area, numbers, parents):
    """Whether the number of every part is known."""
    inside = parts(area, parents)
    return bool(inside) and all(numbers[one] is not None or known_by_parts(one, numbers, parents) for one in inside)


def counted_areas(numbers, parents):
    """The areas over which to add up."""

    def of(area):
        inside = parts(area, parents)
        if inside and (known_by_parts(area, numbers, parents) or numbers[area] is None):
            return [one for part in inside for one in of(part)]
        return [area]

    return [one for area in range(len(parents)) if parents[area] is None for one in of(area)]


def places_by_client(small, area, domain, needs):
    """The sum over the services of an area of capacity / clients expected in all areas of the service."""
    counted = counted_areas(needs, small.parents)
    rates = []
    for number in services_of(small, area, domain):
        one = small.services[number]
        reached = [place for place in counted if is_in(one, place, small.parents)]
        clients = [needs[place] for place in reached]
        halved = any(is_in_part(one, place, small.parents) for place in counted)
        if one.capacity is not None and not halved and None not in clients and sum(clients):
            rates.append(one.capacity / sum(clients))
    return sum(rates) if rates else None


def weighed_coverage(numbers, covered, parents):
    """The share of a number that lives in covered areas, over those of which both are known."""
    areas = [one for one in counted_areas(numbers, parents) if numbers[one] is not None and covered[one] is not None]
    total = sum(numbers[one] for one in areas)
    return sum(numbers[one] for one in areas if covered[one]) / total if total else None


def lost_cells(small, gone, domains):
    """The (area without parts, life domain) that have a service now and none without some organisations."""
    return {
        (area, domain)
        for area in small.areas
        if not parts(area, small.parents)
        for domain in domains
        if (those := services_of(small, area, domain))
        and all(small.services[number].organisation in gone for number in those)
    }


def two_step_access(capacity, people, distance, reach):
    """R_j = S_j / sum of P_k within reach, A_i = sum of R_j within reach; None is unknown."""
    rates = {}
    for service, places in enumerate(capacity):
        demand = [people[area] for (area, other), far in distance.items() if other == service and far <= reach]
        unknown = None in demand or places is None or not sum(demand)
        rates[service] = None if unknown else places / sum(demand)
    access = {}
    for area in range(len(people)):
        reached = [rates[service] for (other, service), far in distance.items() if other == area and far <= reach]
        rated = [rate for rate in reached if rate is not None]
        access[area] = None if reached and not rated else sum(rated)
    return rates, access

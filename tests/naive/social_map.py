"""The social map a second time, from sets of places: what a service reaches, ratios of a region, and the list of gaps.

``small`` is a social map of tests/social_maps.py.
"""


def inside(area, parents):
    """The area and everything that lies in it."""
    found = {area}
    while grown := {one for one, parent in enumerate(parents) if parent in found} - found:
        found |= grown
    return found


def smallest(parents):
    """The areas that are not divided further."""
    return set(range(len(parents))) - set(parents)


def covers(service, parents):
    """The areas that a service with room is for."""
    if service.capacity == 0:
        return set()
    return {one for area in service.areas or () for one in inside(area, parents)}


def touched(service, parents):
    """The areas that lie wholly or partly in the areas of a service, with or without room."""
    whole = {one for area in service.areas or () for one in inside(area, parents)}
    return whole | {area for area in range(len(parents)) if inside(area, parents) & whole}


def open_for(small, domain):
    """The numbers of the services with room for a life domain, also those of which no place is known."""
    return [number for number, one in enumerate(small.services) if domain in one.domains and one.capacity != 0]


def only_one(small, number):
    """For how many (smallest area, life domain) a service is the only one."""
    service = small.services[number]
    others = [one for other, one in enumerate(small.services) if other != number]
    return sum(
        not any(domain in one.domains and area in covers(one, small.parents) for one in others)
        for domain in service.domains
        for area in covers(service, small.parents) & smallest(small.parents)
    )


def why(small, area, domain):
    """Why an area lacks a life domain, when nothing is uncertain."""
    full = any(
        one.capacity == 0 and domain in one.domains and area in touched(one, small.parents) for one in small.services
    )
    if full:
        return "no_places"
    return "elsewhere" if open_for(small, domain) else "nowhere"


def offer_elsewhere(small, domain):
    """The organisations that offer a life domain anywhere: of whom no place is known can be asked."""
    return {small.services[number].organisation for number in open_for(small, domain)}


def work_here(small, area, domain):
    """The organisations with a service with room in the area or a part of it that is not listed for a life domain."""
    return {
        one.organisation
        for one in small.services
        if domain not in one.domains and one.capacity != 0 and area in touched(one, small.parents)
    }


def people(area, small):
    """The inhabitants of an area: what is filled in, else those of all its parts."""
    if small.population[area] is not None:
        return small.population[area]
    below = [people(one, small) for one, parent in enumerate(small.parents) if parent == area]
    return sum(below) if below and None not in below else None


def counted_in_demand(small):
    """The areas with travel times whose people count: of a town and its parts the parts when all are there."""
    there = {area for area, _, _ in small.travel}

    def complete(area):
        """Whether all parts of an area are there, or all of theirs."""
        below = [one for one, parent in enumerate(small.parents) if parent == area]
        return bool(below) and all(one in there or complete(one) for one in below)

    def above(area):
        """The areas in which an area lies."""
        parent = small.parents[area]
        return [] if parent is None else [parent, *above(parent)]

    return {
        area for area in there if not complete(area) and all(one not in there or complete(one) for one in above(area))
    }


def two_steps(small, reach=30):
    """Of every service the places by inhabitant within reach, of every area the sum of those within its reach."""
    near = {(area, service) for area, service, far in small.travel if far is not None and far <= reach}
    rate = {}
    for service, one in enumerate(small.services):
        living = [people(area, small) for area in counted_in_demand(small) if (area, service) in near]
        known = None not in living and one.capacity is not None and sum(living) > 0
        rate[service] = one.capacity / sum(living) if known else None
    access = {}
    for area in range(len(small.parents)):
        rates = [rate[service] for place, service in near if place == area]
        some = [one for one in rates if one is not None]
        measured = any(place == area and far is not None for place, _, far in small.travel)
        access[area] = sum(some) if measured and (some or not rates) else None
    return rate, access

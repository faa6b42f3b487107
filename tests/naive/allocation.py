"""Allocation on tiny problems: every assignment is looked at."""

from itertools import product


def assignments(open_to, places):
    """Every way to give each ask one of the services open to it, or none, within the places."""
    for chosen in product(*([-1, *services] for services in open_to)):
        if all(chosen.count(service) <= room for service, room in enumerate(places)):
            yield chosen


def served(chosen):
    """The asks that get something."""
    return frozenset(ask for ask, service in enumerate(chosen) if service >= 0)


def leximin(open_to, places, severity):
    """The least vector of severities that stay, the gravest first, over all assignments."""
    return min(remaining(served(chosen), severity) for chosen in assignments(open_to, places))


def remaining(asks, severity):
    """What stays for everybody, the gravest first; who is served has nothing left."""
    return sorted((0 if ask in asks else grave for ask, grave in enumerate(severity)), reverse=True)


def first_in_order(open_to, places, order):
    """The asks served when those who come first in an order can least be left out."""
    best = max(assignments(open_to, places), key=lambda chosen: [chosen[ask] >= 0 for ask in order])
    return served(best)


def least_cost(open_to, places, asks, cost):
    """The least sum of costs of services with which exactly these asks are served."""
    return min(
        sum(cost[service] for service in chosen if service >= 0)
        for chosen in assignments(open_to, places)
        if served(chosen) == asks
    )

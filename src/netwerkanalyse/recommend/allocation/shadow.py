"""What holds a plan back: what one more place would change, and a bound that proves how good the plan is."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.model.arrays import Ints
from netwerkanalyse.recommend.allocation.flow import Plan
from netwerkanalyse.recommend.allocation.problem import Problem


class Bounds(NamedTuple):
    """By class of severity, the gravest first: asks of that class or graver, how many are served, and the most."""

    asked: Ints
    served: Ints
    at_most: Ints


def one_more(problem: Problem, plan: Plan) -> Ints:
    """Find the ask that would be served as well if a service had one place more.

    In a bipartite flow the two sides complement each other (Shapley 1962): one more place never makes another ask worth
    less. So the new optimum serves everybody whom the old one serves and at most one ask more, the first in the order
    from which the service is reached by moving others to services that are open to them too. It is the difference
    between two optima, also where they are many.

    Parameters
    ----------
    problem
        The problem.
    plan
        An optimal plan.

    Returns
    -------
    asks
        The position of that ask, by service; -1 where one more place changes nothing.
    """
    asks, place = len(problem.order), problem.place
    waiting = np.full(len(problem.why), asks, dtype=np.int64)
    np.minimum.at(waiting, problem.group[~plan.served], place[~plan.served])
    moves, reached = plan.used > 0, np.full(len(problem.places), asks, dtype=np.int64)
    while True:
        before = waiting.copy()
        np.minimum.at(reached, problem.head, waiting[problem.tail])
        np.minimum.at(waiting, problem.tail[moves], reached[problem.head[moves]])
        if np.array_equal(waiting, before):
            return np.append(problem.order, -1)[reached]


def bounds(problem: Problem, plan: Plan, severity: Ints, extra: Ints, classes: int) -> Bounds:
    """Bound how many asks of each class of severity, or a graver one, any plan can serve.

    For whatever set of services: every served ask has a place at one of the set, of which there are so many, or a
    service outside it is open to the ask. So nobody can serve more than the places of the set and the asks to which a
    service with places outside it is open. This holds whatever the solver did; with the services that asks who wait
    would fill, it is what the plan serves, which proves it optimal.

    Parameters
    ----------
    problem
        The problem.
    plan
        The plan.
    severity
        Class of every ask, 1 the lightest.
    extra
        What :func:`one_more` found.
    classes
        How many classes there are.

    Returns
    -------
    bounds
        A plan is leximin when ``served`` equals ``at_most`` in every class.
    """
    levels = np.arange(classes, 0, -1)
    grave = np.append(severity, 0)[extra]
    asked, served, most = [], [], []
    for level in levels:
        among = severity >= level
        inside = grave >= level
        outside = ~inside[problem.head] & (problem.places[problem.head] > 0)
        free = np.zeros(len(problem.why), dtype=bool)
        free[problem.tail[outside]] = True
        asked.append(int(among.sum()))
        served.append(int((among & plan.served).sum()))
        most.append(min(int(problem.places[inside].sum()) + int((among & free[problem.group]).sum()), asked[-1]))
    return Bounds(*(np.array(counts, dtype=np.int64) for counts in (asked, served, most)))

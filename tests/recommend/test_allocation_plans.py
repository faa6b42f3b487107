"""Plans on random tiny problems, beside every assignment there is."""

import numpy as np
import pytest

from naive import allocation as naive
from netwerkanalyse.recommend.allocation.asks import Asks
from netwerkanalyse.recommend.allocation.flow import plan_of
from netwerkanalyse.recommend.allocation.problem import Problem
from netwerkanalyse.recommend.allocation.settings import AllocationSettings
from netwerkanalyse.recommend.allocation.shadow import bounds, one_more

pytest.importorskip("ortools")

CLASSES = 3


def drawn(seed, asks=5, services=3):
    """A tiny problem: who may go where, places, severities with many ties, an order that follows them, and costs."""
    rng = np.random.default_rng(seed)
    open_to = [np.flatnonzero(rng.random(services) < 0.6).tolist() for _ in range(rng.integers(asks + 1))]
    severity = rng.integers(1, CLASSES + 1, len(open_to))
    order = np.lexsort((rng.permutation(len(open_to)), -severity)).astype(np.int64)
    return open_to, rng.integers(0, 3, services), severity, order, rng.integers(0, 90, services)


def problem_of(open_to, places, order):
    """The same as a problem: asks with the same services open are one group."""
    different = sorted({tuple(services) for services in open_to})
    group = np.array([different.index(tuple(services)) for services in open_to], dtype=np.int64)
    arcs = [(number, service) for number, services in enumerate(different) for service in services]
    tail, head = np.array(arcs, dtype=np.int64).reshape(-1, 2).T
    return Problem(group, order, tail, head, np.asarray(places), np.full(len(different), 3))


def solved(open_to, places, order, cost):
    """The plan of a tiny problem, with the problem."""
    problem = problem_of(open_to, places, order)
    return problem, plan_of(problem, np.asarray(cost))


@pytest.mark.parametrize("part", range(4))
def test_plans_are_leximin(part):
    """What stays is the least of all assignments, and so is who is served in the order, at the least cost."""
    for seed in range(part * 100, part * 100 + 100):
        open_to, places, severity, order, cost = drawn(seed)
        _, plan = solved(open_to, places, order, cost)
        found = frozenset(np.flatnonzero(plan.served).tolist())

        assert naive.remaining(found, severity) == naive.leximin(open_to, places, severity)
        assert found == naive.first_in_order(open_to, places, order)
        assert cost[plan.service[plan.served]].sum() == naive.least_cost(open_to, places, found, cost)


def test_no_place_is_given_twice_and_nobody_goes_where_they_may_not():
    """Over two thousand problems: capacities hold, every service is open to who gets it, and arcs say the same."""
    for seed in range(2000):
        open_to, places, _, order, cost = drawn(seed, asks=12, services=4)
        problem, plan = solved(open_to, places, order, cost)
        used = np.bincount(plan.service[plan.served], minlength=len(places))

        assert (used <= places).all()
        assert (used == np.bincount(problem.head, plan.used, minlength=len(places))).all()
        assert all(plan.service[ask] in open_to[ask] for ask in np.flatnonzero(plan.served))
        assert (plan.service[~plan.served] == -1).all()


def test_one_more_place_serves_who_was_said_and_leaves_nobody_out():
    """What one more place changes is the difference between two optima, found here by solving again."""
    for seed in range(400):
        open_to, places, severity, order, cost = drawn(seed, asks=8)
        problem, plan = solved(open_to, places, order, cost)
        extra = one_more(problem, plan)
        for service in range(len(places)):
            more = places + (np.arange(len(places)) == service)
            _, again = solved(open_to, more, order, cost)
            gained = np.flatnonzero(again.served & ~plan.served)

            assert gained.tolist() == ([extra[service]] if extra[service] >= 0 else [])
            assert not (plan.served & ~again.served).any()
            before, after = (naive.remaining(set(np.flatnonzero(one.served)), severity) for one in (plan, again))
            assert after <= before


def test_the_bound_bounds_every_assignment_and_is_reached():
    """No assignment serves more of a class or graver than the bound, and the plan serves as many."""
    for seed in range(200):
        open_to, places, severity, order, cost = drawn(seed)
        problem, plan = solved(open_to, places, order, cost)
        found = bounds(problem, plan, severity, one_more(problem, plan), CLASSES)
        for at, level in enumerate(range(CLASSES, 0, -1)):
            grave = set(np.flatnonzero(severity >= level).tolist())
            best = max(len(naive.served(one) & grave) for one in naive.assignments(open_to, places))

            assert found.asked[at] == len(grave)
            assert found.served[at] == found.at_most[at] == best


def test_a_bound_does_not_lean_on_the_solver():
    """Whatever plan is put beside it, the bound is never below what can be served, and a bad plan is not proven."""
    unproven = 0
    for seed in range(200):
        open_to, places, severity, order, cost = drawn(seed)
        problem, plan = solved(open_to, places, order, cost)
        nobody = plan._replace(served=np.zeros_like(plan.served), used=np.zeros_like(plan.used))
        found = bounds(problem, nobody, severity, one_more(problem, nobody), CLASSES)
        best = bounds(problem, plan, severity, one_more(problem, plan), CLASSES).served

        assert (found.at_most >= best).all()
        assert (found.served == 0).all()
        unproven += (found.at_most > 0).any()
    assert unproven > 100


def test_weights_of_a_large_order_stay_exact():
    """Places in the order of two hundred thousand asks do not leave the whole numbers of the solver."""
    asks = 200_000
    order = np.random.default_rng(1).permutation(asks)
    problem = Problem(
        np.arange(asks) % 7, order, np.arange(7), np.zeros(7, dtype=np.int64), np.array([1000]), np.full(7, 3)
    )

    served = plan_of(problem, np.array([0])).served

    assert set(np.flatnonzero(served)) == set(order[:1000])


def test_the_lottery_is_fair():
    """Over seeded draws four equal asks get the two places as often (chi-square, one in a thousand by chance)."""
    draws, same = 2000, np.zeros(4, dtype=np.int64)
    asks = Asks(np.arange(4), same, same + 2.0, same + 1.0, same + 4, np.full(4, np.nan), same + 7)
    everywhere, counts = problem_of([[0, 1]] * 4, [1, 1], np.arange(4)), np.zeros(4)
    for seed in range(draws):
        order = asks.order(AllocationSettings(seed=seed))
        counts += plan_of(everywhere._replace(order=order), np.array([5, 3])).served
    # Two of four without replacement: the usual sum is divided by (1 - 2/4) x 4/3 to follow chi-square(3).
    chi_square = np.sum((counts - draws / 2) ** 2 / (draws / 2)) / (0.5 * 4 / 3)

    assert counts.sum() == 2 * draws
    assert chi_square < 16.27

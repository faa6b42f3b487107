"""Who could be offered a place, and where: two minimum-cost flows, solved by OR-Tools.

Which sets of asks can all be served at once is a transversal matroid: if some can be, and there is room for more, one
can be added without leaving out another. In a matroid the set of greatest weight depends only on the *order* of the
weights (Rado 1957, Edmonds 1971): it is what one finds by going down the order and taking everything that can be
taken. So the weights need not dominate each other by powers that leave the 64-bit numbers: the place in the order,
counted from below, is enough, and the flow of least cost is the lexicographic optimum exactly.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from netwerkanalyse.errors import NetwerkanalyseError
from netwerkanalyse.model.arrays import Flags, Ints
from netwerkanalyse.recommend.allocation.problem import Problem

if TYPE_CHECKING:
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow


class SolverMissingError(NetwerkanalyseError, ImportError):
    """The solver is not installed."""


class UnsolvedError(NetwerkanalyseError, RuntimeError):
    """The solver gave no optimum."""


class Plan(NamedTuple):
    """Which asks are served, by which service (-1: none), and how many of each arc of the problem."""

    served: Flags
    service: Ints
    used: Ints


def plan_of(problem: Problem, cost: Ints) -> Plan:
    """Serve the asks that come first in the order, and among those plans take one of least cost.

    Parameters
    ----------
    problem
        The problem.
    cost
        A whole number, at least 0, by service: the days of waiting. It never changes who is served.

    Returns
    -------
    plan
        The lexicographic optimum for the order.
    """
    if not len(problem.tail):
        nobody = np.full(len(problem.order), -1, dtype=np.int64)
        return Plan(nobody >= 0, nobody, np.zeros(0, dtype=np.int64))
    served = _served(problem)
    wanted = np.bincount(problem.group[served], minlength=len(problem.why))
    used = _used(problem, wanted, cost)
    arcs = np.lexsort((problem.head, cost[problem.head], problem.tail))
    places = np.repeat(problem.head[arcs], used[arcs])
    asks = problem.order[served[problem.order]]
    service = np.full(len(served), -1, dtype=np.int64)
    service[asks[np.argsort(problem.group[asks], kind="stable")]] = places
    return Plan(served, service, used)


def _served(problem: Problem) -> Flags:
    """Choose the asks of greatest weight that can all be served, the first in the order weighing most."""
    asks, groups, services = len(problem.order), len(problem.why), len(problem.places)
    flow, (source, sink) = _solver(), (groups + services, groups + services + 1)
    weight = asks - problem.place
    one = np.ones(asks, dtype=np.int64)
    asked = flow.add_arcs_with_capacity_and_unit_cost(source * one, problem.group, one, -weight)
    size = np.bincount(problem.group, minlength=groups)
    _add_services(flow, problem, size[problem.tail], np.zeros(len(problem.places), dtype=np.int64), sink)
    flow.add_arc_with_capacity_and_unit_cost(source, sink, asks, 0)
    flow.set_node_supply(source, asks)
    flow.set_node_supply(sink, -asks)
    return np.asarray(_solved(flow).flows(asked) > 0)


def _used(problem: Problem, wanted: Ints, cost: Ints) -> Ints:
    """Choose services for those who are served, at least cost."""
    groups, sink = len(wanted), len(wanted) + len(problem.places)
    flow = _solver()
    arcs = _add_services(flow, problem, wanted[problem.tail], cost, sink)
    flow.set_nodes_supplies(np.arange(groups), wanted)
    flow.set_node_supply(sink, -int(wanted.sum()))
    return np.asarray(_solved(flow).flows(arcs), dtype=np.int64)


def _add_services(flow: "SimpleMinCostFlow", problem: Problem, most: Ints, cost: Ints, sink: int) -> Ints:
    """Add the arcs from groups to services, which are returned, and those from services to the sink."""
    first, services = len(problem.why), len(problem.places)
    head = first + problem.head
    arcs = flow.add_arcs_with_capacity_and_unit_cost(problem.tail, head, most, cost[problem.head])
    everything = np.zeros(services, dtype=np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(
        first + np.arange(services), everything + sink, problem.places, everything
    )
    return np.asarray(arcs)


def _solver() -> "SimpleMinCostFlow":
    try:
        from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
    except ImportError as error:
        message = "allocation needs OR-Tools: pip install 'netwerkanalyse[allocation]'"
        raise SolverMissingError(message) from error
    return SimpleMinCostFlow()


def _solved(flow: "SimpleMinCostFlow") -> "SimpleMinCostFlow":
    status = flow.solve()
    if status != flow.OPTIMAL:
        message = f"the solver found no optimum: {status}"
        raise UnsolvedError(message)
    return flow

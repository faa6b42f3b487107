"""The guard against getting slower: counted work for a fixed seed, and one coarse ratio; never seconds."""

from functools import partial

import numpy as np
import pytest

from contest import Contender, contest
from layers import afresh, layer, star
from netwerkanalyse.datasets.simulate import simulate
from netwerkanalyse.kernels._jit import Kernel
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.metrics.region.graphs.holes import find_holes
from netwerkanalyse.metrics.region.graphs.roles import count_roles
from peers import edge_lists, with_igraph
from test_client_measures import FOUR, GRAPH, as_new, coverage_set
from work import lines_of

GRAPH_LINES, COVERAGE_LINES = 8_300, 6_200
"""Lines of kernels a client of some twenty people, as last counted. When work was added on purpose, count again."""

PASSES = 27
"""Passes over the clients for all graph measures."""

FAR = 3
"""How many times as long python-igraph takes at least: far below what is aimed for, so that a busy machine passes."""

SPARE = 1.25
"""How much more is still let through: a line may be split in two."""


@pytest.fixture
def uncompiled(monkeypatch):
    """Kernels run as they are written, however much work there is."""
    monkeypatch.setattr(Kernel, "_runs_plain", lambda *_: True)


def caseload_of(clients):
    """The same clients first, whatever their number."""
    return simulate(clients, seed=1, members=20).caseload


def whole_graph(graph):
    """Burt's measures, triangles and brokerage roles of all nodes, from bare ties."""
    fresh = afresh(graph)
    find_holes(fresh)
    count_roles(fresh, np.arange(fresh.nodes) % 3)


def graph_measures(caseload):
    """All graph measures of clients."""
    return measure(caseload, GRAPH)


@pytest.mark.usefixtures("uncompiled")
@pytest.mark.parametrize(("work", "most"), [(graph_measures, GRAPH_LINES), (coverage_set, COVERAGE_LINES)])
def test_a_client_costs_no_more_than_it_did(work, most):
    """Lines executed a client stay near what they were, and three times the clients are three times the lines."""
    few, many = (lines_of(work, as_new(caseload_of(clients))) for clients in (20, 60))
    assert many / 60 < SPARE * most
    assert many / few == pytest.approx(3, rel=0.25)


def test_kernels_go_over_the_clients_a_few_times(monkeypatch):
    """All graph measures take few passes over the clients."""
    passes = []
    over_clients = Kernel.over_clients
    monkeypatch.setattr(
        Kernel, "over_clients", lambda self, *arrays: (passes.append(self), over_clients(self, *arrays))
    )
    measure(as_new(caseload_of(5)), GRAPH)
    assert len(passes) <= PASSES


@pytest.mark.usefixtures("uncompiled")
@pytest.mark.parametrize("graph", [star, partial(layer, directed=False)], ids=["a star", "many ties for few"])
def test_twice_the_ties_is_twice_the_work(graph):
    """The work on a whole graph is linear in its ties, also when one node has all of them."""
    few, many = (lines_of(whole_graph, graph(ties)) for ties in (1_200, 2_400))
    assert many < 2.3 * few


def test_a_loop_over_python_igraph_stays_far_behind():
    """The same four measures, in turn in the same process: a wide margin below what is reached when it is quiet."""
    caseload = caseload_of(1_000)
    lists = edge_lists(Network(caseload), 1_000)
    measure(caseload, FOUR)
    times = contest(
        [
            Contender("ours", lambda: measure(caseload, FOUR), 1_000),
            Contender("python-igraph", lambda: with_igraph(lists), 1_000),
        ],
        rounds=5,
    )
    assert times["python-igraph"] > FAR * times["ours"]

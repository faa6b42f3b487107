"""How fast a caseload is measured, beside loops over python-igraph and networkx in the same run."""

import tracemalloc
from functools import cache, lru_cache

import numpy as np

from contest import Contender, on_one_core
from floor import bytes_of
from netwerkanalyse.datasets.simulate import simulate
from netwerkanalyse.metrics import Level, measure_network
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.caseload import Caseload
from peers import edge_lists, with_igraph, with_igraph_at_once, with_networkx

GRAPH = ("composition", "affiliations", "multiplexity", "mixing", "cohesion", "bridging", "triads", "brokerage")
"""Every family of graph measures of a client."""

CORE = ("composition", "cohesion", "bridging", "brokerage")
"""Those that the others go more deeply into."""

FOUR = ("cohesion", "brokerage")
"""The families in which the four measures of the peers are."""

SAME = ["density", "components", "constraint", "client_betweenness"]

LOOPED, SLOWLY = 5_000, 50
"""Clients at most in a loop over python-igraph, and over networkx: their time is linear in clients."""


@lru_cache(1)
def caseload_of(clients):
    """A simulated caseload, all pairs asked about."""
    return simulate(clients, seed=1, members=20).caseload


def as_new(caseload):
    """The same caseload, of which no arrays were made yet."""
    return Caseload(caseload.tables, caseload.keys, caseload.warnings)


def coverage_set(caseload):
    """All coverage, gap, double and leave-one-out measures."""
    network = Network(caseload)
    clients = measure_network(network, ["coverage", "gaps", "doubles", "loss"])
    domains = measure_network(network, ["coverage", "gaps", "doubles"], level=Level.DOMAIN)
    return clients, domains, measure_network(network, ["loss"], level=Level.MEMBER)


def peers_of(clients, loop, at_once):
    """Four measures with other libraries; theirs start from plain lists, ready before the clock starts."""
    network = Network(caseload_of(clients))
    sample, few = min(clients, LOOPED), min(clients, SLOWLY)
    lists = cache(lambda: edge_lists(network, sample))
    return [
        Contender("python-igraph loop, four measures", lambda: with_igraph(lists()), sample, "igraph", loop),
        Contender(
            "python-igraph disjoint union, four measures",
            lambda: with_igraph_at_once(network),
            clients,
            "igraph",
            at_once,
        ),
        Contender("networkx loop, four measures", lambda: with_networkx(lists()[:few]), few, "networkx"),
    ]


def from_arrays(clients):
    """The families of the four measures, the arrays made beforehand."""
    caseload = caseload_of(clients)

    def ours():
        return measure(caseload, FOUR)

    return [
        Contender("netwerkanalyse, 2 families of measures", ours, clients),
        Contender("the same, one thread", on_one_core(ours), clients),
        *peers_of(clients, loop=50, at_once=25),
    ]


def from_caseload(clients):
    """The same from a caseload of which nothing was made yet, to a table."""
    caseload = caseload_of(clients)

    def ours():
        return measure(as_new(caseload), FOUR)

    return [
        Contender("netwerkanalyse, 2 families of measures", ours, clients),
        Contender("the same, one thread", on_one_core(ours), clients),
        *peers_of(clients, loop=30, at_once=15),
    ]


def everything(clients):
    """Every measure of clients that a report of a caseload rests on, arrays made beforehand."""
    caseload = caseload_of(clients)
    return [
        Contender(f"{len(GRAPH)} families of graph measures", lambda: measure(caseload, GRAPH), clients),
        Contender("the same, one thread", on_one_core(lambda: measure(caseload, GRAPH)), clients),
        Contender("the same, nothing made yet", lambda: measure(as_new(caseload), GRAPH), clients),
        Contender(f"{len(CORE)} families of graph measures", lambda: measure(caseload, CORE), clients),
        Contender("coverage, gaps, doubles, leave-one-out", lambda: coverage_set(caseload), clients),
    ]


def same_measures(mine, theirs):
    """Fail unless the four measures are equal; ours come as a table, theirs as an array of perhaps fewer clients."""
    found = mine[SAME].to_numpy(dtype=float)
    if not isinstance(theirs, np.ndarray):
        np.testing.assert_array_equal(theirs[SAME].to_numpy(dtype=float), found)
        return
    count = len(theirs)
    known = mine["pairs_unknown"].eq(0).to_numpy()[:count]  # theirs take an unknown pair for no tie
    # Where there is nobody, or nobody asked about any pair, ours are missing and theirs are numbers all the same.
    defined = ((mine["pairs_asked"] > 0) | (mine["members"] == 1)).to_numpy()[:count]
    np.testing.assert_allclose(found[:count][defined, 1:], theirs[defined, 1:], atol=1e-9)
    np.testing.assert_allclose(found[:count][known, 0], theirs[known, 0], atol=1e-9)


def test_from_arrays(ask, size):
    """Density, components, constraint and the client's betweenness, from arrays."""
    network = Network(caseload_of(size))
    moved = bytes_of((network.graph, network.contacts, measure(network.caseload, FOUR)))
    ask("four graph measures of a caseload, from arrays", from_arrays, size, same=same_measures, moved=moved)


def test_from_caseload(ask, size):
    """The same four, from Caseload to DataFrame."""
    caseload = caseload_of(size)
    moved = bytes_of((caseload.tables["members"], caseload.tables["ties"], measure(caseload, FOUR)))
    ask("four graph measures, from Caseload to DataFrame", from_caseload, size, same=same_measures, moved=moved)


def test_everything(ask, size):
    """All graph measures, and all coverage, gap, double and leave-one-out measures."""
    network = Network(caseload_of(size))
    moved = bytes_of((network.graph, network.contacts, measure(network.caseload, GRAPH)))
    ask("every measure of a caseload", everything, size, same=lambda *_: None, moved=moved)


def test_memory():
    """Measuring takes a small multiple of the tables' own memory: counted, at a size that any machine has room for."""
    caseload = caseload_of(1_000)
    tables = sum(int(frame.memory_usage(deep=True).sum()) for frame in caseload.tables.values())
    coverage_set(caseload)
    tracemalloc.start()
    measure(caseload, GRAPH)
    coverage_set(caseload)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 6 * tables

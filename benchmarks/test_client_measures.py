"""How fast a caseload is measured, beside loops over python-igraph and networkx in the same run.

Run ``pytest benchmarks --benchmark-enable --clients 100000`` for the figures of the documentation.
"""

import tracemalloc

import numpy as np
import pytest

from contest import Contender, contest
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


@pytest.fixture(scope="module")
def caseload(size):
    """A simulated caseload of the size asked for, all pairs asked about."""
    return simulate(size, seed=1, members=20).caseload


def as_new(caseload):
    """The same caseload, of which no arrays were made yet."""
    return Caseload(caseload.tables, caseload.keys, caseload.warnings)


def coverage_set(caseload):
    """All coverage, gap, double and leave-one-out measures."""
    network = Network(caseload)
    clients = measure_network(network, ["coverage", "gaps", "fragility", "doubles", "loss"])
    domains = measure_network(network, ["coverage", "gaps", "fragility", "doubles"], level=Level.DOMAIN)
    return clients, domains, measure_network(network, ["loss"], level=Level.MEMBER)


def test_graph_measures(benchmark, caseload, size, rounds, report):
    """All graph measures in one call, from Caseload to DataFrame, against loops for four of them."""
    sample, few = min(size, 5_000), min(size, 200)
    network = Network(caseload)
    lists = edge_lists(network, sample)
    ours = measure(caseload, GRAPH)
    for theirs, count in (
        (with_igraph(lists), sample),
        (with_igraph_at_once(network), size),
        (with_networkx(lists[:few]), few),
    ):
        known = ours["pairs_unknown"].eq(0).to_numpy()[:count]  # theirs take an unknown pair for no tie
        mine = ours[SAME].to_numpy(dtype=float)[:count]
        # Where there is nobody, or nobody asked about any pair, ours are missing and theirs are numbers all the same.
        defined = ((ours["pairs_asked"] > 0) | (ours["members"] == 1)).to_numpy()[:count]
        np.testing.assert_allclose(mine[defined, 1:], theirs[defined, 1:], atol=1e-9)
        np.testing.assert_allclose(mine[known, 0], theirs[known, 0], atol=1e-9)

    report["graph measures of a caseload"] = contest(
        [
            Contender("netwerkanalyse, all graph measures", lambda: measure(caseload, GRAPH), size),
            Contender("the same, first call", lambda: measure(as_new(caseload), GRAPH), size),
            Contender("netwerkanalyse, four families", lambda: measure(caseload, CORE), size),
            Contender("netwerkanalyse, families of the four measures", lambda: measure(caseload, FOUR), size),
            Contender("python-igraph loop, four measures", lambda: with_igraph(lists), sample),
            Contender("python-igraph disjoint union, four measures", lambda: with_igraph_at_once(network), size),
            Contender("networkx loop, four measures", lambda: with_networkx(lists[:few]), few),
        ],
        rounds,
    )
    benchmark.extra_info.update(report["graph measures of a caseload"])
    benchmark.pedantic(measure, (caseload, GRAPH), rounds=rounds, warmup_rounds=1)


def test_coverage_measures(benchmark, caseload, size, rounds, report):
    """All coverage, gap, double and leave-one-out measures take no longer than the graph measures."""
    coverage_set(caseload)
    report["coverage, gaps, doubles and leave-one-out"] = contest(
        [
            Contender("graph measures", lambda: measure(caseload, GRAPH), size),
            Contender("coverage, gaps, doubles, leave-one-out", lambda: coverage_set(caseload), size),
        ],
        rounds,
    )
    benchmark.extra_info.update(report["coverage, gaps, doubles and leave-one-out"])
    benchmark.pedantic(coverage_set, (caseload,), rounds=rounds, warmup_rounds=1)


def test_memory(caseload):
    """Measuring takes a small multiple of the tables' own memory."""
    tables = sum(int(frame.memory_usage(deep=True).sum()) for frame in caseload.tables.values())
    coverage_set(caseload)
    tracemalloc.start()
    measure(caseload, GRAPH)
    coverage_set(caseload)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    print(f"tables {tables / 1e6:.0f} MB, peak while measuring {peak / 1e6:.0f} MB")
    assert peak < 6 * tables

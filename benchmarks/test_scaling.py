"""Whether a client costs the same in a large caseload, and a tie in a large layer: the ratios should stay near 1."""

from functools import cache

import numpy as np

from contest import Contender
from floor import bytes_of
from layers import afresh, layer, star
from netwerkanalyse.datasets.simulate import simulate
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.region.graphs.holes import find_holes
from netwerkanalyse.metrics.region.graphs.roles import count_roles
from test_client_measures import GRAPH, as_new

FIRST, FEWEST = 1_000, 10_000
"""Clients of the smallest caseload and ties of the smallest layer, to which others are compared."""


def caseloads(largest):
    """The same measures of ever more clients, from Caseload to DataFrame."""

    def of(clients):
        made = cache(lambda: simulate(clients, seed=1, members=20).caseload)
        return Contender(f"{clients:,} clients", lambda: measure(as_new(made()), GRAPH), clients, step=True)

    return [of(clients) for clients in powers(FIRST, largest)]


def powers(first, last):
    """The powers of ten from the first up to the last."""
    return (10 ** np.arange(round(np.log10(first)), int(np.log10(max(first, last))) + 1)).tolist()


def all_of_a_layer(graph):
    """Burt's measures, triangles and brokerage roles of every node, from bare ties."""
    fresh = afresh(graph)
    find_holes(fresh)
    count_roles(fresh, np.arange(fresh.nodes) % 5)


def layers(largest):
    """The same measures of ever more ties, few organisations with many of them; and one organisation with all."""

    def of(name, graph, *, step):
        return Contender(name, lambda: all_of_a_layer(graph), len(graph.source) // 2, step=step)

    steps = [of(f"{ties:,} ties", layer(ties, directed=False), step=True) for ties in powers(FEWEST, largest)]
    return [*steps, of(f"a star of {largest // 10:,} ties", star(largest // 10), step=False)]


def anything(*_):
    """Nothing to compare: these are different graphs."""


def test_clients(ask, size):
    """The cost of a client does not grow with their number: the last size is ten times that of other questions."""
    caseload = simulate(FIRST, seed=1, members=20).caseload
    moved = bytes_of((caseload.tables["members"], caseload.tables["ties"], measure(caseload, GRAPH)))
    ask("cost of a client by size of the caseload", caseloads, 10 * size, same=anything, moved=moved)


def test_ties(ask, sizes):
    """The cost of a tie does not grow with their number: the last size is ten times that of other questions."""
    graph = layer(FEWEST, directed=False)
    moved = bytes_of((graph.source, graph.target, graph.weight))
    ask("cost of a tie by size of the layer", layers, 10 * sizes.ties, same=anything, unit="tie", moved=moved)

"""Whether a client costs the same in a large caseload, and a tie in a large layer: the ratios should stay near 1."""

import numpy as np

from contest import Contender
from layers import afresh, layer, star
from netwerkanalyse.datasets.simulate import simulate
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.region.graphs.holes import find_holes
from netwerkanalyse.metrics.region.graphs.roles import count_roles
from test_client_measures import GRAPH, as_new

FIRST = 1_000
"""Clients of the smallest caseload, to which others are compared."""


def caseloads(largest):
    """The same measures of ever more clients, from Caseload to DataFrame."""
    powers = 10 ** np.arange(3, int(np.log10(max(largest, FIRST))) + 1)
    made = [(clients, simulate(clients, seed=1, members=20).caseload) for clients in powers.tolist()]
    return [
        Contender(f"{clients:,} clients", lambda caseload=caseload: measure(as_new(caseload), GRAPH), clients)
        for clients, caseload in made
    ]


def all_of_a_layer(graph):
    """Burt's measures, triangles and brokerage roles of every node, from bare ties."""
    fresh = afresh(graph)
    find_holes(fresh)
    count_roles(fresh, np.arange(fresh.nodes) % 5)


def layers(largest):
    """The same measures of ever more ties, few organisations with many of them; and one organisation with all."""
    powers = (10 ** np.arange(4, int(np.log10(largest)) + 1)).tolist()
    graphs = [(f"{ties:,} ties", layer(ties, directed=False)) for ties in powers]
    graphs.append((f"a star of {largest // 10:,} ties", star(largest // 10)))
    return [
        Contender(name, lambda graph=graph: all_of_a_layer(graph), len(graph.source) // 2) for name, graph in graphs
    ]


def anything(*_):
    """Nothing to compare: these are different graphs."""


def test_clients(ask, size):
    """The cost of a client does not grow with their number."""
    ask("cost of a client by size of the caseload", caseloads, size, same=anything)


def test_ties(ask, sizes):
    """The cost of a tie does not grow with their number: the last size is ten times that of other questions."""
    ask("cost of a tie by size of the layer", layers, 10 * sizes.ties, same=anything, unit="tie")

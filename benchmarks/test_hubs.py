"""Whether hubs break anything: the same number of ties or memberships, spread evenly or with one that has very many.

Ours first, on the even one; the ratios say how many times as much a tie costs where there are hubs.
"""

from functools import partial

import numpy as np
import pytest

from contest import Contender
from floor import bytes_of
from layers import even, layer, star
from netwerkanalyse.metrics.region.alignment.shared_clients import memberships_of, shared_of
from netwerkanalyse.metrics.region.graphs.holes import find_holes
from test_projection import same_pairs, with_scipy
from test_scaling import all_of_a_layer, anything

ORGANISATIONS, EACH, MOST = 300, 10, 100_000
"""Organisations, memberships a client, and clients at most: in one of the two all are clients of one organisation."""

GRAPHS = {
    "all have about as many ties": even,
    "few have many ties (power law)": partial(layer, directed=False),
    "many ties within communities": partial(layer, directed=False, clustered=True),
    "one has every tie": star,
}


def layers(ties):
    """Burt's measures, triangles and brokerage roles of every organisation, from bare ties."""

    def of(name, graph):
        return Contender(name, lambda: all_of_a_layer(graph), len(graph.source) // 2)

    return [of(name, make(ties)) for name, make in GRAPHS.items()]


def memberships(clients, *, hub):
    """Who is a client of what: as many of each organisation, or all of the first one too."""
    client = np.repeat(np.arange(clients), EACH)
    organisation = np.random.default_rng(1).integers(0, ORGANISATIONS, len(client))
    if hub:
        organisation[::EACH] = 0
    return client, organisation


def shared(rows, clients):
    """Pairs of organisations and how many clients they share."""
    found = shared_of(memberships_of(*rows, clients, ORGANISATIONS))
    return [found.first, found.second, found.clients]


def projections(clients):
    """Shared clients of organisations, evenly spread and with one that all are clients of."""

    def of(name, rows):
        return Contender(name, lambda: shared(rows, clients), len(rows[0]))

    return [
        of("organisations with as many clients", memberships(clients, hub=False)),
        of("one organisation with all clients", memberships(clients, hub=True)),
    ]


@pytest.mark.parametrize("make", GRAPHS.values(), ids=GRAPHS)
def test_equal_to_igraph(make):
    """What is timed below is right on small graphs of the same kinds: constraint and triangles."""
    graph = make(2_000)
    np.testing.assert_allclose(find_holes(graph).constraint, graph.peer.constraint(), rtol=1e-9)
    listed = np.array(graph.peer.list_triangles(), dtype=np.int64).ravel()
    np.testing.assert_array_equal(graph.tied_contacts, np.bincount(listed, minlength=graph.nodes))


def test_layers(ask, sizes):
    """The cost of a tie does not grow where few organisations, or one, have most of them."""
    graph = even(sizes.ties)
    moved = bytes_of((graph.source, graph.target, graph.weight))
    question = f"hubs: structural holes and roles of {sizes.ties:,} ties"
    ask(question, layers, sizes.ties, same=anything, unit="tie", moved=moved)


def test_shared_clients(ask, sizes):
    """The cost of a membership does not grow where one organisation has all clients."""
    clients = min(sizes.memberships // EACH, MOST)
    for hub in (False, True):
        rows = memberships(clients, hub=hub)
        same_pairs(shared(rows, clients), with_scipy(rows, clients, ORGANISATIONS))
    rows = memberships(clients, hub=False)
    moved = bytes_of((*rows, *shared(rows, clients)))
    question = f"hubs: shared clients, an organisation with {clients:,} clients"
    ask(question, projections, clients, same=anything, unit="membership", moved=moved)

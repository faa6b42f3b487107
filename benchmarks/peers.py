"""The same measures with other libraries.

Density, components without the client, the client's constraint and the client's betweenness.
"""

import igraph
import networkx
import numpy as np

from netwerkanalyse.metrics.network import Network

Edges = list[tuple[int, list[tuple[int, int]]]]


def edge_lists(network: Network, clients: int) -> Edges:
    """Split the ties into plain lists, client by client: the form a loop would start from. Not timed."""
    graph = network.graph
    lists = []
    for c in range(clients):
        ties = slice(graph.start[c], graph.start[c + 1])
        people = int(graph.people[c + 1] - graph.people[c])
        lists.append((people, list(zip(graph.source[ties].tolist(), graph.target[ties].tolist(), strict=True))))
    return lists


def with_igraph(lists: Edges) -> np.ndarray:
    """A loop over clients with python-igraph."""
    rows = []
    for people, ties in lists:
        alters = igraph.Graph(people, ties)
        whole = igraph.Graph(people + 1, [*ties, *((people, person) for person in range(people))])
        constraint = whole.constraint([people])[0] if people else np.nan
        betweenness = whole.betweenness([people])[0]
        density = alters.density() if people > 1 else np.nan
        rows.append((density, len(alters.connected_components()), constraint, betweenness))
    return np.array(rows)


def with_igraph_at_once(network: Network) -> np.ndarray:
    """python-igraph on the disjoint union of all clients, which saves the loop: its fastest way."""
    graph = network.graph
    sizes, ties = np.diff(graph.people), np.diff(graph.start)
    first = graph.people[:-1] + np.arange(len(sizes))
    client = first + sizes
    shift = np.repeat(first, ties)
    alters = np.delete(np.arange(client[-1] + 1), client)
    edges = np.column_stack([graph.source + shift, graph.target + shift])
    star = np.column_stack([np.repeat(client, sizes), alters])
    whole = igraph.Graph(int(client[-1]) + 1, np.concatenate([edges, star]))
    without = igraph.Graph(int(client[-1]) + 1, edges)
    membership = np.array(without.connected_components().membership)
    owner = np.repeat(np.arange(len(sizes)), sizes + 1)
    groups = np.bincount(owner[np.unique(membership, return_index=True)[1]], minlength=len(sizes)) - 1
    pairs = sizes * (sizes - 1) / 2
    density = np.divide(ties, pairs, out=np.full(len(sizes), np.nan), where=pairs > 0)
    # Two members of one client are never further apart than two steps.
    betweenness = whole.betweenness(client.tolist(), cutoff=2)
    return np.column_stack([density, groups, whole.constraint(client.tolist()), betweenness])


def with_networkx(lists: Edges) -> np.ndarray:
    """A loop over clients with networkx."""
    rows = []
    for people, ties in lists:
        alters = networkx.Graph()
        alters.add_nodes_from(range(people))
        alters.add_edges_from(ties)
        whole = alters.copy()
        whole.add_edges_from((people, person) for person in range(people))
        density = networkx.density(alters) if people > 1 else np.nan
        constraint = networkx.constraint(whole, [people])[people] if people else np.nan
        betweenness = networkx.betweenness_centrality(whole, normalized=False)[people] if people else 0.0
        rows.append((density, networkx.number_connected_components(alters), constraint, betweenness))
    return np.array(rows)

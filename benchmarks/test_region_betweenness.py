"""How fast betweenness of a whole layer is found, beside every library that offers it."""

from functools import cache

import numpy as np

from contest import Contender, on_one_core
from floor import bytes_of
from layers import layer
from netwerkanalyse.metrics.region.graphs.betweenness import between

MOST = 20_000
"""Ties of the largest layer in which every path is found: the work grows with nodes times ties."""

ERROR = 0.35
"""So coarse that some sixty starts do: time is linear in starts."""


def networkit_graph(graph):
    """Make the graph of NetworKit."""
    import networkit

    theirs = networkit.Graph(graph.nodes)
    for one, other in graph.pairs.get_edgelist():
        theirs.addEdge(one, other)
    return theirs


def with_networkit(theirs):
    """NetworKit on as many threads as it likes."""
    import networkit

    # It counts both directions of a path, also where ties have none.
    return np.array(networkit.centrality.Betweenness(theirs).run().scores()) / 2


def rustworkx_graph(graph):
    """Make the graph of rustworkx."""
    import rustworkx

    theirs = rustworkx.PyGraph(multigraph=False)
    theirs.add_nodes_from(range(graph.nodes))
    theirs.add_edges_from_no_data(graph.pairs.get_edgelist())
    return theirs


def with_rustworkx(theirs):
    """Rustworkx on as many threads as it likes."""
    import rustworkx

    found = rustworkx.betweenness_centrality(theirs, normalized=False)
    return np.array([found[node] for node in range(len(found))])


def graph_tool_graph(graph):
    """Make the graph of graph-tool."""
    import graph_tool

    return graph_tool.Graph(np.array(graph.pairs.get_edgelist()), directed=False)


def with_graph_tool(theirs):
    """Run graph-tool on as many threads as it likes."""
    import graph_tool.centrality

    return graph_tool.centrality.betweenness(theirs, norm=False)[0].a


def exactly(ties):
    """All shortest paths, from a graph that each has in its own form."""
    graph = layer(ties, directed=False)
    networkit, rustworkx = cache(lambda: networkit_graph(graph)), cache(lambda: rustworkx_graph(graph))
    graph_tool = cache(lambda: graph_tool_graph(graph))

    def ours():
        return between(graph, exact_at_most=np.inf, error=0.05).passing

    return [
        Contender("netwerkanalyse", ours, graph.nodes),
        Contender("the same, one thread", on_one_core(ours), graph.nodes),
        Contender("python-igraph", graph.peer.betweenness, graph.nodes, "igraph", 2),
        Contender("NetworKit", lambda: with_networkit(networkit()), graph.nodes, "networkit", 2),
        Contender("graph-tool", lambda: with_graph_tool(graph_tool()), graph.nodes, "graph_tool", 2),
        Contender("rustworkx", lambda: with_rustworkx(rustworkx()), graph.nodes, "rustworkx"),
    ]


def sampled(ties):
    """Shortest paths from the same random starts."""
    graph = layer(ties, directed=False)

    def ours():
        return between(graph, exact_at_most=0, error=ERROR).passing

    starts = cache(lambda: between(graph, exact_at_most=0, error=ERROR).starts)

    def with_igraph():
        chosen = np.random.default_rng(1).choice(graph.nodes, starts(), replace=False)
        return np.array(graph.peer.betweenness(sources=chosen.tolist())) * (graph.nodes / starts())

    return [
        Contender("netwerkanalyse", ours, graph.nodes),
        Contender("the same, one thread", on_one_core(ours), graph.nodes),
        Contender("python-igraph, the same starts", with_igraph, graph.nodes, "igraph", 2),
    ]


def same_values(mine, theirs):
    """Fail unless all values are equal to nine digits."""
    np.testing.assert_allclose(mine, theirs, rtol=1e-9, atol=1e-9)


def test_exact(ask, sizes):
    """All shortest paths, to a value a node."""
    ties = min(sizes.ties, MOST)
    graph = layer(ties, directed=False)
    # Every start passes every arc at least twice: to find the distances, and back to add up.
    moved = 2 * graph.nodes * bytes_of(graph.arcs)
    ask(f"exact betweenness, {ties:,} ties", exactly, ties, same=same_values, unit="node", moved=moved)


def test_sampled(ask, sizes):
    """Shortest paths from some starts, at the full size."""
    graph = layer(sizes.ties, directed=False)
    moved = 2 * between(graph, exact_at_most=0, error=ERROR).starts * bytes_of(graph.arcs)
    question = f"betweenness from some sixty starts, {sizes.ties:,} ties"
    ask(question, sampled, sizes.ties, same=same_values, unit="node", moved=moved)

"""How fast betweenness of a whole layer is found, beside python-igraph and, where it is installed, NetworKit."""

import igraph
import numpy as np

from contest import Contender, contest
from netwerkanalyse.metrics.region.graphs.betweenness import between
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph


def layer(nodes):
    """A layer without direction in which few have many ties, six a node, in a random order."""
    ends = np.array(igraph.Graph.Barabasi(nodes, 6).simplify().get_edgelist(), dtype=np.int64)
    ends = np.random.default_rng(1).permutation(nodes)[ends]
    source, target = np.concatenate([ends, ends[:, ::-1]]).T
    return WholeGraph(nodes, source, target, np.ones(len(source)), directed=False)


def with_networkit(graph):
    """NetworKit on as many threads as it likes, its graph made beforehand; None where it is not installed."""
    try:
        import networkit
    except ImportError:
        return None
    theirs = networkit.Graph(graph.nodes)
    for one, other in graph.pairs.get_edgelist():
        theirs.addEdge(one, other)
    return lambda: networkit.centrality.Betweenness(theirs).run().scores()


def test_betweenness(benchmark, size, rounds, report):
    """All shortest paths, from the graph to a value a node."""
    graph = layer(size)
    graph.arcs, graph.peer, graph.pairs  # noqa: B018 - each has its own form of the graph beforehand

    def ours():
        return between(graph, exact_at_most=np.inf, error=0.05).passing

    np.testing.assert_allclose(ours(), graph.peer.betweenness(), rtol=1e-9, atol=1e-9)
    contenders = [
        Contender("netwerkanalyse", ours, size),
        Contender("python-igraph", graph.peer.betweenness, size),
    ]
    if networkit := with_networkit(graph):
        contenders.append(Contender("NetworKit", networkit, size))
    report["betweenness of a layer (a client is an organisation)"] = contest(contenders, rounds)
    benchmark.extra_info.update(report["betweenness of a layer (a client is an organisation)"])
    benchmark.pedantic(ours, rounds=rounds, warmup_rounds=1)

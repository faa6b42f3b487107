"""How fast structural holes, ego density and triangles of a whole layer are found, beside other libraries.

What bounds ours. From the arcs, nearly half of the time goes to sorting them: three counts and two scatters over all
arcs, each a random access. Of the rest, between half and two thirds is looking up every neighbour of every neighbour;
what is left is adding to the pairs of each triangle, a few lines of memory that are seldom near. Two threads wait for
the same memory. Tried: merging sorted lists instead of marks (twice as slow), marks as bits (the same), listing
triangles before adding them up (quicker where there are many, slower where there are few), one record of four numbers a
pair (at most an eighth quicker), and counting the marked before looking which they are (the same). What did help is to
look up at numbers without a sign (1.2 to 1.5 times), and marks of one byte where they need not tell a pair.
"""

import igraph
import networkx
import numpy as np
import pytest

from contest import Contender, on_one_core
from floor import bytes_of
from layers import afresh, layer, ready
from netwerkanalyse.metrics.region.graphs.holes import find_holes
from netwerkanalyse.metrics.region.tables import ratio
from test_region_betweenness import networkit_graph

SMALL = 20_000
"""Ties up to which networkx takes seconds."""


def close(ours, theirs):
    """Equal but for the order of adding up."""
    np.testing.assert_allclose(ours, theirs, rtol=1e-9)


def constraint(graph):
    """Ours; effective size is found on the way."""
    return find_holes(graph).constraint


def with_graphblas(graph):
    """(P + (P P where tied)) squared, summed by row, on a matrix made beforehand."""
    import graphblas

    ties = graphblas.Matrix.from_coo(graph.source, graph.target, graph.weight, nrows=graph.nodes, ncols=graph.nodes)
    ties = ties.ewise_add(ties.T, "plus").new()

    def run():
        total = ties.reduce_rowwise("plus").new()
        invested = total.apply("minv").new().diag().mxm(ties).new()
        indirect = graphblas.Matrix(float, graph.nodes, graph.nodes)
        indirect(ties.S) << invested.mxm(invested)
        both = invested.ewise_add(indirect, "plus").new()
        return both.ewise_mult(both, "times").new().reduce_rowwise("plus").new().to_dense(fill_value=np.nan)

    return run


def optional(name, make, graph, **about):
    """A contender that is only prepared where its library is installed."""
    contender = Contender(name, lambda: None, graph.nodes, **about)
    return Contender(name, make(graph), graph.nodes, **about) if contender.is_here else contender


def with_scipy(graph):
    """The same with a sparse matrix, also made beforehand."""
    from scipy import sparse

    ties = sparse.csr_array((graph.weight, (graph.source, graph.target)), shape=(graph.nodes, graph.nodes))
    ties = sparse.csr_array(ties + ties.T)

    def run():
        total = ties.sum(axis=1)
        invested = sparse.csr_array(ties.multiply(np.divide(1.0, total, where=total > 0, out=total)[:, None]))
        indirect = (invested @ invested).multiply(ties > 0)
        found = (invested + indirect).power(2).sum(axis=1)
        return np.where(np.diff(ties.indptr) > 0, found, np.nan)

    return run


def constraints(ties, directed, clustered):
    """Every graph is ready."""
    graph = layer(ties, directed=directed, clustered=clustered)
    graph.peer, graph.oriented  # noqa: B018 - each has its own form of the graph beforehand
    return [
        Contender("netwerkanalyse", lambda: constraint(ready(graph)), graph.nodes),
        Contender("netwerkanalyse, one thread", on_one_core(lambda: constraint(ready(graph))), graph.nodes),
        Contender("python-igraph", graph.peer.constraint, graph.nodes, target=30),
        optional("python-graphblas", with_graphblas, graph, needs="graphblas", target=10),
        optional("scipy sparse product", with_scipy, graph, needs="scipy"),
    ]


def from_arcs(ties, directed):
    """A table of arcs is all there is."""
    graph = layer(ties, directed=directed)
    keep = slice(None) if directed else graph.source < graph.target
    ends = np.column_stack([graph.source[keep], graph.target[keep]])

    def with_igraph():
        return igraph.Graph(graph.nodes, ends, directed=directed).constraint()

    return [
        Contender("netwerkanalyse", lambda: constraint(afresh(graph)), graph.nodes),
        Contender("netwerkanalyse, one thread", on_one_core(lambda: constraint(afresh(graph))), graph.nodes),
        Contender("python-igraph, graph and constraint", with_igraph, graph.nodes, target=10),
    ]


def local_clustering(graph):
    """NetworKit's name for the density among the partners of a node; it gives 0 where ours is missing."""
    import networkit

    theirs = networkit_graph(graph)
    few = graph.contacts < 2

    def run():
        return np.where(few, np.nan, networkit.centrality.LocalClusteringCoefficient(theirs).run().scores())

    return run


def densities(ties, clustered):
    """Every graph is ready; ours from bare arcs too."""
    graph = layer(ties, directed=False, clustered=clustered)
    peer = graph.peer
    graph.oriented  # noqa: B018 - each has its own form of the graph beforehand

    def density(made):
        return ratio(made.arcs_among_contacts, made.contacts * (made.contacts - 1.0))

    def induced_subgraphs():
        near = (peer.neighbors(node) for node in range(graph.nodes))
        return [peer.induced_subgraph(others).density() if len(others) > 1 else np.nan for others in near]

    return [
        Contender("netwerkanalyse", lambda: density(ready(graph)), graph.nodes),
        Contender("netwerkanalyse, one thread", on_one_core(lambda: density(ready(graph))), graph.nodes),
        Contender("netwerkanalyse, from arcs", lambda: density(afresh(graph)), graph.nodes),
        Contender("python-igraph, induced subgraphs", induced_subgraphs, graph.nodes, target=100),
        Contender(
            "python-igraph, local transitivity", lambda: peer.transitivity_local_undirected(mode="nan"), graph.nodes
        ),
        optional("NetworKit, local clustering", local_clustering, graph, needs="networkit"),
    ]


def listed_by_igraph(graph):
    """All triangles as a list, counted."""
    peer = graph.peer
    return lambda: np.bincount(np.array(peer.list_triangles(), dtype=np.int64).ravel(), minlength=graph.nodes)


def with_networkit(graph):
    """Triangles by tie, of which a node has two for each of its own."""
    import networkit

    ends = np.array(graph.pairs.get_edgelist())
    theirs = networkit_graph(graph)
    theirs.indexEdges()
    place = np.array([theirs.edgeId(one, other) for one, other in ends.tolist()])

    def run():
        by_tie = np.array(networkit.sparsification.TriangleEdgeScore(theirs).run().scores())[place]
        return sum(np.bincount(end, by_tie, graph.nodes) for end in ends.T) / 2

    return run


def masked_product(graph):
    """Paths of two ties where there is a tie, with python-graphblas."""
    import graphblas

    ones = np.ones(len(graph.source), dtype=np.int64)
    ties = graphblas.Matrix.from_coo(graph.source, graph.target, ones, nrows=graph.nodes, ncols=graph.nodes)

    def run():
        closed = graphblas.Matrix(int, graph.nodes, graph.nodes)
        closed(ties.S) << ties.mxm(ties, graphblas.semiring.plus_pair)
        return closed.reduce_rowwise("plus").new().to_dense(fill_value=0) // 2

    return run


def triangles(ties, clustered):
    """Every graph is ready."""
    graph = layer(ties, directed=False, clustered=clustered)
    graph.peer, graph.oriented  # noqa: B018 - each has its own form of the graph beforehand
    return [
        Contender("netwerkanalyse", lambda: ready(graph).tied_contacts, graph.nodes),
        Contender("netwerkanalyse, one thread", on_one_core(lambda: ready(graph).tied_contacts), graph.nodes),
        Contender("python-igraph, listed", listed_by_igraph(graph), graph.nodes, target=4),
        optional("NetworKit, by tie", with_networkit, graph, needs="networkit", target=4),
        optional("python-graphblas", masked_product, graph, needs="graphblas", target=4),
    ]


def with_easygraph(graph):
    """Its own C++, on a graph made beforehand."""
    import easygraph

    theirs = easygraph.Graph()
    theirs.add_edges_from(graph.pairs.get_edgelist())
    compiled = theirs.cpp()

    def run():
        found = easygraph.effective_size(compiled)
        return [found[node] for node in range(graph.nodes)]

    return run


def effective_sizes(ties):
    """Every graph is ready; networkx takes a shortcut that holds without weights and direction."""
    graph = layer(ties, directed=False)
    graph.oriented  # noqa: B018 - made beforehand
    theirs, nodes = networkx.Graph(graph.pairs.get_edgelist()), range(graph.nodes)

    def with_networkx():
        found = networkx.effective_size(theirs)
        return [found[node] for node in nodes]

    contenders = [
        Contender("netwerkanalyse", lambda: find_holes(ready(graph)).effective_size, graph.nodes),
        optional("EasyGraph", with_easygraph, graph, needs="easygraph", target=50),
    ]
    if ties <= SMALL:
        contenders.append(Contender("networkx", with_networkx, graph.nodes))
    return contenders


def kind(directed, clustered=False):
    """How the graph of a question is called."""
    return ("directed" if directed else "undirected") + (", communities" if clustered else "")


def once(*arrays, results=1):
    """The bytes of arrays that are read and of results a node that are written."""
    return bytes_of(arrays) + results * 8 * (len(arrays[0]) - 1)


SHAPES = pytest.mark.parametrize("clustered", [False, True], ids=["few with many ties", "communities"])


@SHAPES
@pytest.mark.parametrize("directed", [False, True], ids=["undirected", "directed"])
def test_constraint(ask, sizes, directed, clustered):
    """Burt's constraint of every node; ours finds effective size on the way."""
    pairs = layer(sizes.ties, directed=directed, clustered=clustered).oriented
    question = f"constraint of a layer, {kind(directed, clustered)}"
    moved = once(pairs.indptr, pairs.target, pairs.weight)
    ask(question, constraints, sizes.ties, directed, clustered, same=close, unit="organisation", moved=moved)


@pytest.mark.parametrize("directed", [False, True], ids=["undirected", "directed"])
def test_constraint_from_arcs(ask, sizes, directed):
    """Burt's constraint from a table of who has a tie with whom."""
    graph = layer(sizes.ties, directed=directed)
    moved = bytes_of((graph.source, graph.target, graph.weight)) + 8 * graph.nodes
    question = f"constraint from a table of ties, {kind(directed)}"
    ask(question, from_arcs, sizes.ties, directed, same=close, unit="organisation", moved=moved)


def test_effective_size(ask, sizes):
    """Burt's effective size of every node; ours finds constraint on the way."""
    pairs = layer(sizes.ties, directed=False).oriented
    moved = once(pairs.indptr, pairs.target, pairs.weight)
    ask("effective size of a layer", effective_sizes, sizes.ties, same=close, unit="organisation", moved=moved)


@SHAPES
def test_ego_density(ask, sizes, clustered):
    """The density among the partners of every node."""
    pairs = layer(sizes.ties, directed=False, clustered=clustered).oriented
    question = "ego density of a layer" + (", communities" if clustered else "")
    moved = once(pairs.indptr, pairs.target)
    ask(question, densities, sizes.ties, clustered, same=close, unit="organisation", moved=moved)


@SHAPES
def test_triangles(ask, sizes, clustered):
    """How many pairs of partners of every node are tied."""
    pairs = layer(sizes.ties, directed=False, clustered=clustered).oriented
    question = "triangles by organisation" + (", communities" if clustered else "")
    same, moved = np.testing.assert_array_equal, once(pairs.indptr, pairs.target)
    ask(question, triangles, sizes.ties, clustered, same=same, unit="organisation", moved=moved)

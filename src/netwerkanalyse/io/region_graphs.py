"""A layer of a region as a graph of networkx or igraph: in and out."""

from typing import TYPE_CHECKING

from netwerkanalyse.io.network import Network, Record, Tie, is_directed, layer_code, network_of, region_of
from netwerkanalyse.model.region import Region

if TYPE_CHECKING:
    import igraph as ig
    import networkx as nx

_RENAMED = {"weight": "value"}
_TECHNICAL = ("id", "key")


def region_from_networkx(
    graph: "nx.Graph", *, layer: str, pairs_asked: str | None = None, strict: bool = False, lang: str = "nl"
) -> Region:
    """Make a region of a graph.

    Parameters
    ----------
    graph
        Nodes are organisations and edges are ties; their attributes are columns of the tables ``organisations`` and
        ``collaborations`` (names, Dutch or English headings); ``weight`` is the value.
    layer
        What sort of tie an edge is. An edge without direction in a layer that has one goes both ways.
    pairs_asked
        ``"all"`` when a pair without an edge has no tie, ``"listed"`` when it is unknown; None warns that this is not
        known.
    strict
        Whether warnings stop too.
    lang
        Language of messages.

    Returns
    -------
    region
        The region. Services and areas are not in a graph.

    Raises
    ------
    UnknownNameError
        If there is no such layer.
    ValidationError
        With everything that is wrong.

    Examples
    --------
    >>> import networkx as nx
    >>> region_from_networkx(nx.DiGraph([("huisarts", "ggz")]), layer="referral", pairs_asked="all")
    Region(2 organisations, 1 collaboration)
    """
    network = network_of_graph(graph)
    return region_of({layer: network}, pairs_asked=pairs_asked, strict=strict, lang=lang)


def region_to_networkx(region: Region, layer: str) -> "nx.MultiGraph":
    """Return a layer of a region as a graph.

    Parameters
    ----------
    region
        The region.
    layer
        Code or label of the layer.

    Returns
    -------
    graph
        A MultiDiGraph when the layer has a direction and a MultiGraph when not: several respondents may speak of one
        pair. Nodes are all organisations, edges the rows of the layer, both with what is known of them. Mind
        ``present``: an edge may say that there is no tie, or that it is not known.

    Raises
    ------
    UnknownNameError
        If there is no such layer.

    Examples
    --------
    >>> from netwerkanalyse import datasets
    >>> graph = region_to_networkx(datasets.load_region("drenthe"), "cooperation")
    >>> graph.number_of_nodes(), graph.number_of_edges()
    (20, 10)
    """
    return graph_of(network_of(region, layer), directed=is_directed(layer_code(layer)))


def graph_of(network: Network, *, directed: bool) -> "nx.MultiGraph":
    """Make a graph of networkx of records; what is not known is left out."""
    import networkx as nx

    graph = nx.MultiDiGraph() if directed else nx.MultiGraph()
    graph.add_nodes_from(network.organisations)
    graph.add_edges_from((tie.source, tie.target, tie.known) for tie in network.ties)
    return graph


def network_of_graph(graph: "nx.Graph") -> Network:
    """Read the records of a graph of networkx."""
    return Network(
        [(str(node), dict(known)) for node, known in graph.nodes(data=True)],
        [
            Tie(str(source), str(target), graph.is_directed(), _known(known))
            for source, target, known in graph.edges(data=True)
        ],
    )


def region_from_igraph(
    graph: "ig.Graph", *, layer: str, pairs_asked: str | None = None, strict: bool = False, lang: str = "nl"
) -> Region:
    """Make a region of a graph.

    Parameters
    ----------
    graph
        Vertices are organisations, called by their attribute ``name`` or else their number, and edges are ties.
    layer, pairs_asked, strict, lang
        As for :func:`region_from_networkx`.

    Returns
    -------
    region
        The region. Services and areas are not in a graph.

    Raises
    ------
    UnknownNameError
        If there is no such layer.
    ValidationError
        With everything that is wrong.

    Examples
    --------
    >>> import igraph as ig
    >>> region_from_igraph(ig.Graph.Ring(4), layer="agreement", pairs_asked="all")
    Region(4 organisations, 4 collaborations)
    """
    named = "name" in graph.vs.attributes()
    called = [str(vertex["name"]) if named else str(vertex.index) for vertex in graph.vs]
    organisations = [
        {column: cell for column, cell in vertex.attributes().items() if column != "name"} for vertex in graph.vs
    ]
    ties = [
        Tie(called[edge.source], called[edge.target], graph.is_directed(), _known(edge.attributes()))
        for edge in graph.es
    ]
    network = Network(list(zip(called, map(_full_name, organisations), strict=True)), ties)
    return region_of({layer: network}, pairs_asked=pairs_asked, strict=strict, lang=lang)


def region_to_igraph(region: Region, layer: str) -> "ig.Graph":
    """Return a layer of a region as a graph.

    Parameters
    ----------
    region
        The region.
    layer
        Code or label of the layer.

    Returns
    -------
    graph
        Directed when the layer is. The attribute ``name`` of a vertex is the organisation's code, and ``full_name`` its
        name. For the rest as :func:`region_to_networkx`, with None for what is not known.

    Raises
    ------
    UnknownNameError
        If there is no such layer.

    Examples
    --------
    >>> from netwerkanalyse import datasets
    >>> region_to_igraph(datasets.load_region("utrecht"), "cooperation").ecount()
    3
    """
    import igraph as ig

    network = network_of(region, layer)
    position = {name: number for number, (name, _) in enumerate(network.organisations)}
    graph = ig.Graph(
        n=len(position),
        edges=[(position[tie.source], position[tie.target]) for tie in network.ties],
        directed=is_directed(layer_code(layer)),
    )
    graph.vs["name"] = list(position)
    known = [record for _, record in network.organisations]
    for column in dict.fromkeys(name for record in known for name in record):
        graph.vs["full_name" if column == "name" else column] = [record.get(column) for record in known]
    for column in dict.fromkeys(name for tie in network.ties for name in tie.known):
        graph.es[column] = [tie.known.get(column) for tie in network.ties]
    return graph


def _known(attributes: Record) -> Record:
    """Return what an edge says of a tie, by our names."""
    return {_RENAMED.get(name, name): value for name, value in attributes.items() if name not in _TECHNICAL}


def _full_name(known: Record) -> Record:
    return {"name" if column == "full_name" else column: value for column, value in known.items()}

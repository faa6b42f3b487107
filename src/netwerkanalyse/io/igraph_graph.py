"""Ego networks of igraph: in and out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from netwerkanalyse.io.ego_network import DEFAULT_CLIENT, EgoNetwork, Record, ego_network, from_ego_networks
from netwerkanalyse.model.caseload import Caseload

if TYPE_CHECKING:
    import igraph as ig


def from_igraph(
    graphs: "ig.Graph | Mapping[str, ig.Graph]", *, client: str | None = None, strict: bool = False, lang: str = "nl"
) -> Caseload:
    """Make a caseload of one graph, or of a graph for every client.

    Vertices are people around the client and edges are ties; their attributes are the columns of the tables
    ``members`` and ``ties`` (names, Dutch or English headings), and the attributes of the graph are those of
    ``clients``. A vertex is called what its attribute ``name`` says, or else its number. An edge without ``kind`` is a
    tie that coordinates. A vertex with the client's own name is the client, not a member.

    Parameters
    ----------
    graphs
        A graph, or pseudonym of the client to graph. Directions are ignored: a tie is a pair.
    client
        Pseudonym of the client of a single graph; by default what the graph attribute ``client`` says.
    strict
        Whether warnings stop too.
    lang
        Language of messages.

    Returns
    -------
    caseload
        The caseload. Needs and support are not in a graph; add them with :meth:`Caseload.with_tables`.

    Raises
    ------
    ValidationError
        With everything that is wrong.

    Examples
    --------
    >>> import igraph as ig
    >>> from_igraph(ig.Graph.Star(4, center=0), client="K1")
    Caseload(1 client, 4 members, 3 ties)
    """
    if not isinstance(graphs, Mapping):
        said = graphs["client"] if "client" in graphs.attributes() else DEFAULT_CLIENT
        graphs = {client or str(said): graphs}
    networks = {str(name): _network(graph) for name, graph in graphs.items()}
    return from_ego_networks(networks, strict=strict, lang=lang)


def to_igraph(caseload: Caseload, client: str, *, with_client: bool = False) -> "ig.Graph":
    """Return one client's network as an undirected graph.

    Parameters
    ----------
    caseload
        The caseload.
    client
        Pseudonym of the client.
    with_client
        Whether the client is a vertex too, with an edge of kind ``around`` to everybody.

    Returns
    -------
    graph
        Vertices are members and edges are ties (more than one between a pair when they are of different kinds), both
        with what is known of them; None where it is not known. Mind ``present``: an edge may say that there is no
        tie, or that it is not known. Tables other than clients, members and ties are not in it.

    Raises
    ------
    UnknownNameError
        If there is no such client.

    Examples
    --------
    >>> from netwerkanalyse import datasets
    >>> graph = to_igraph(datasets.load("voorbeeld"), "voorbeeld")
    >>> graph.vcount(), sorted(graph.vs[vertex]["name"] for vertex in graph.neighbors("moeder"))
    (7, ['broer', 'casemanager'])
    """
    import igraph as ig

    network = ego_network(caseload, client)
    vertices = [{**known, "name": member} for member, known in network.members]
    edges = [{**known, "source": source, "target": target} for source, target, known in network.ties]
    if with_client:
        vertices.append({"name": client})
        edges += [{"source": client, "target": member, "kind": "around"} for member, _ in network.members]
    graph = ig.Graph.DictList(vertices, edges, directed=False)
    for name, value in {**network.client, "client": client}.items():
        graph[name] = value
    return graph


def _network(graph: "ig.Graph") -> EgoNetwork:
    names = [str(name) for name in graph.vs["name"]] if "name" in graph.vs.attributes() else None
    called = names or [str(vertex) for vertex in range(graph.vcount())]
    members = [(called[vertex.index], _known(vertex.attributes(), "name")) for vertex in graph.vs]
    ties = [
        (called[edge.source], called[edge.target], _known(edge.attributes(), "source", "target")) for edge in graph.es
    ]
    return EgoNetwork({name: graph[name] for name in graph.attributes()}, members, ties)


def _known(attributes: Record, *names: str) -> Record:
    return {name: value for name, value in attributes.items() if name not in names}

"""Ego networks of networkx: in and out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from netwerkanalyse.io.ego_network import DEFAULT_CLIENT, EgoNetwork, ego_network, from_ego_networks
from netwerkanalyse.model.caseload import Caseload

if TYPE_CHECKING:
    import networkx as nx


def from_networkx(
    graphs: "nx.Graph | Mapping[str, nx.Graph]", *, client: str | None = None, strict: bool = False, lang: str = "nl"
) -> Caseload:
    """Make a caseload of one graph, or of a graph for every client.

    Nodes are people around the client and edges are ties; their attributes are the columns of the tables ``members``
    and ``ties`` (names, Dutch or English headings), and the attributes of the graph are those of ``clients``. An edge
    without ``kind`` is a tie that coordinates. A node with the client's own name is the client, not a member.

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
    >>> import networkx as nx
    >>> from_networkx(nx.Graph([("moeder", "broer"), ("moeder", "huisarts")]), client="K1")
    Caseload(1 client, 3 members, 2 ties)
    """
    if not isinstance(graphs, Mapping):
        graphs = {client or str(graphs.graph.get("client", DEFAULT_CLIENT)): graphs}
    networks = {str(name): _network(graph) for name, graph in graphs.items()}
    return from_ego_networks(networks, strict=strict, lang=lang)


def to_networkx(caseload: Caseload, client: str, *, with_client: bool = False) -> "nx.MultiGraph":
    """Return one client's network as a graph.

    Parameters
    ----------
    caseload
        The caseload.
    client
        Pseudonym of the client.
    with_client
        Whether the client is a node too, with an edge of kind ``around`` to everybody.

    Returns
    -------
    graph
        Nodes are members and edges are ties (more than one between a pair when they are of different kinds; the key
        is the kind), both with what is known of them. Mind ``present``: an edge may say that there is no tie, or
        that it is not known. Tables other than clients, members and ties are not in it.

    Raises
    ------
    UnknownNameError
        If there is no such client.

    Examples
    --------
    >>> from netwerkanalyse import datasets
    >>> graph = to_networkx(datasets.load("voorbeeld"), "voorbeeld")
    >>> graph.number_of_nodes(), sorted(graph["moeder"])
    (7, ['broer', 'casemanager'])
    """
    import networkx as nx

    network = ego_network(caseload, client)
    graph = nx.MultiGraph(**network.client, client=client)
    graph.add_nodes_from(network.members)
    for source, target, known in network.ties:
        graph.add_edge(source, target, key=known["kind"], **known)
    if with_client:
        graph.add_node(client)
        graph.add_edges_from((client, member, "around", {"kind": "around"}) for member, _ in network.members)
    return graph


def _network(graph: "nx.Graph") -> EgoNetwork:
    members = [(str(node), dict(known)) for node, known in graph.nodes(data=True)]
    ties = [(str(source), str(target), dict(known)) for source, target, known in graph.edges(data=True)]
    return EgoNetwork(dict(graph.graph), members, ties)

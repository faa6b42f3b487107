"""GraphML and GEXF: XML files of graphs, read without external entities."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from netwerkanalyse.io.network import Network
from netwerkanalyse.io.network_text import LineError
from netwerkanalyse.io.region_graphs import graph_of, network_of_graph

if TYPE_CHECKING:
    import networkx as nx

_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


def read_graphml(data: bytes) -> dict[str, Network]:
    """Read GraphML.

    Parameters
    ----------
    data
        The file.

    Returns
    -------
    networks
        The network, called by empty text.

    Raises
    ------
    LineError
        If it is no GraphML, or has a DOCTYPE.
    """
    import networkx as nx

    return {"": network_of_graph(_read(data, nx.read_graphml))}


def read_gexf(data: bytes) -> dict[str, Network]:
    """Read GEXF, as Gephi writes it; the label of a node is its name, and how it is drawn is passed over.

    Parameters
    ----------
    data
        The file.

    Returns
    -------
    networks
        The network, called by empty text.

    Raises
    ------
    LineError
        If it is no GEXF, or has a DOCTYPE.
    """
    import networkx as nx

    graph = _read(data, nx.read_gexf)
    for node, known in graph.nodes(data=True):
        label = known.pop("label", None)
        known.pop("viz", None)
        if label not in {None, node}:
            known.setdefault("name", label)
    for _, _, known in graph.edges(data=True):
        known.pop("label", None)
        known.pop("viz", None)
    return {"": network_of_graph(graph)}


def write_graphml(network: Network, *, directed: bool) -> str:
    """Write GraphML, with everything that is known.

    Parameters
    ----------
    network
        The network.
    directed
        Whether its ties have a direction.

    Returns
    -------
    text
        The file.

    Raises
    ------
    LineError
        If a text holds a character that XML cannot hold.
    """
    import networkx as nx

    return _written(network, directed=directed, write=nx.write_graphml)


def write_gexf(network: Network, *, directed: bool) -> str:
    """Write GEXF, with everything that is known.

    Parameters
    ----------
    network
        The network.
    directed
        Whether its ties have a direction.

    Returns
    -------
    text
        The file.

    Raises
    ------
    LineError
        If a text holds a character that XML cannot hold.
    """
    import networkx as nx

    return _written(network, directed=directed, write=nx.write_gexf)


def _read(data: bytes, read: "Callable[[BytesIO], nx.Graph]") -> "nx.Graph":
    """Look at the file without expanding anything, then read it."""
    import networkx as nx
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    try:
        for _, element in iterparse(BytesIO(data), forbid_dtd=True):
            element.clear()
        return read(BytesIO(data))
    except DefusedXmlException as error:
        raise LineError(1, "network_unsafe") from error
    except ParseError as error:
        raise LineError(error.position[0], "network_unknown", value="XML") from error
    except (nx.NetworkXException, AttributeError, LookupError, TypeError, ValueError) as error:
        raise LineError(1, "network_unknown", value=str(error)[:80]) from error


def _written(network: Network, *, directed: bool, write: "Callable[[nx.Graph, BytesIO], None]") -> str:
    for record in (
        *(known | {"": name} for name, known in network.organisations),
        *(tie.known for tie in network.ties),
    ):
        for value in record.values():
            if isinstance(value, str) and _NOT_IN_XML.search(value):
                raise LineError(0, "network_not_in_xml", value=_NOT_IN_XML.sub("?", value)[:80])
    blank = [tie._replace(known={**tie.known, "present": tie.known["present"] or "unknown"}) for tie in network.ties]
    stream = BytesIO()
    write(graph_of(Network(network.organisations, blank), directed=directed), stream)
    return stream.getvalue().decode("utf-8")

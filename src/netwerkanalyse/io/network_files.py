"""Files that hold a network and nothing else: the one table of formats, and reading and writing a layer in them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from netwerkanalyse.io.atomic import replaced_file
from netwerkanalyse.io.edge_list import read_edge_list, write_edge_list
from netwerkanalyse.io.graph_xml import read_gexf, read_graphml, write_gexf, write_graphml
from netwerkanalyse.io.network import Network, is_directed, layer_code, network_of, region_of
from netwerkanalyse.io.network_text import LineError
from netwerkanalyse.io.pajek import read_pajek, write_pajek
from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.io.ucinet import read_dl, write_dl
from netwerkanalyse.io.vna import read_vna, write_vna
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_vocabulary import LAYER

SIZE = 200_000_000
"""Largest file, in bytes. It is read as a whole; ten million ties belong in a folder of Parquet files."""


@dataclass(frozen=True)
class NetworkForm:
    """A format that holds networks and nothing else.

    Parameters
    ----------
    name
        What it is called.
    suffixes
        What the names of such files end in; the first one is written.
    read
        Reads a file; gives every network in it by its name.
    write
        Writes a network.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes], dict[str, Network]]
    write: Callable[..., str]


NETWORK_FORMS = (
    NetworkForm("GraphML", (".graphml",), read_graphml, write_graphml),
    NetworkForm("GEXF", (".gexf",), read_gexf, write_gexf),
    NetworkForm("Pajek", (".net", ".paj"), read_pajek, write_pajek),
    NetworkForm("UCINET DL", (".dl",), read_dl, write_dl),
    NetworkForm("VNA", (".vna",), read_vna, write_vna),
    NetworkForm("edge list", (".tsv", ".csv", ".txt", ".edges"), read_edge_list, write_edge_list),
)
"""Every format there is."""


def read_network(
    source: str | PathLike[str],
    *,
    layer: str | Mapping[str, str] | None = None,
    pairs_asked: str | None = None,
    strict: bool = False,
    lang: str = "nl",
) -> Region:
    """Read a file that holds one network, or several, into a region.

    Parameters
    ----------
    source
        The file; its suffix says the format: GraphML, GEXF, Pajek, UCINET DL, VNA or a plain list of
        ties.
    layer
        What sort of tie it holds. For a file with several networks: name of the network to layer; without it, networks
        that are called after a layer become that layer. A tie without direction in a layer that has one goes both ways.
    pairs_asked
        ``"all"`` when a pair that is not in the file has no tie, ``"listed"`` when it is unknown; None warns that this
        is not known.
    strict
        Whether warnings stop too.
    lang
        Language of messages.

    Returns
    -------
    region
        The region. Services and areas are not in such a file.

    Raises
    ------
    UnreadableError
        If there is no such file, or a line cannot be read, or it is not said which layer each of its networks is.
    UnknownNameError
        If there is no such layer.
    ValidationError
        With everything that is wrong with the data.
    """
    path = Path(source)
    form = _form(path, lang)
    try:
        found = form.read(_bytes(path, lang))
    except LineError as error:
        raise refusal(lang, error.code, name=path.name, **error.details) from error
    networks = _layers(found, layer, path.name, lang)
    return region_of(networks, pairs_asked=pairs_asked, strict=strict, lang=lang, place=path.name)


def write_network(region: Region, target: str | PathLike[str], *, layer: str, lang: str = "nl") -> None:
    """Write one layer of a region as a network.

    A crash leaves the old file or the new one, never half of either.

    Parameters
    ----------
    region
        The region.
    target
        The file; its suffix says the format. GraphML and GEXF hold all that is known; the others hold only the ties
        that are there and their value, and a list of ties only organisations that have one.
    layer
        Code or label of the layer.
    lang
        Language of messages.

    Raises
    ------
    UnreadableError
        If it cannot be written there, or in that format.
    UnknownNameError
        If there is no such layer.
    """
    path = Path(target)
    form = _form(path, lang)
    try:
        text = form.write(network_of(region, layer), directed=is_directed(layer_code(layer)))
        with replaced_file(path) as file:
            file.write_bytes(text.encode())
    except LineError as error:
        raise refusal(lang, error.code, name=path.name, **error.details) from error
    except OSError as error:
        raise refusal(lang, "cannot_write", name=path) from error


def _form(path: Path, lang: str) -> NetworkForm:
    suffix = path.suffix.casefold()
    for form in NETWORK_FORMS:
        if suffix in form.suffixes:
            return form
    known = ", ".join(suffix for form in NETWORK_FORMS for suffix in form.suffixes)
    raise refusal(lang, "network_suffix", name=path.name, known=known)


def _bytes(path: Path, lang: str) -> bytes:
    """Read a file as a whole, when it is not too large."""
    if not path.is_file():
        raise refusal(lang, "not_a_file" if path.exists() else "no_such_file", name=path)
    try:
        with path.open("rb") as stream:
            data = stream.read(SIZE + 1)
    except OSError as error:
        raise refusal(lang, "no_access", name=path) from error
    if len(data) > SIZE:
        raise refusal(lang, "file_too_large", name=path.name, limit=SIZE // 1_000_000)
    return data


def _layers(
    found: Mapping[str, Network], layer: str | Mapping[str, str] | None, name: str, lang: str
) -> dict[str, Network]:
    """Say which layer every network is; nothing is left out or guessed."""
    if isinstance(layer, str) and len(found) == 1:
        (only,) = found.values()
        return {layer: only}
    said = layer if isinstance(layer, Mapping) else {label: LAYER.read(label) for label in found}
    layers = {label: said.get(label) for label in found}
    if isinstance(layer, str) or not all(layers.values()) or len(set(layers.values())) < len(layers):
        details = {"count": len(found), "labels": ", ".join(label or "-" for label in found)}
        raise refusal(lang, "network_layers", name=name, known=", ".join(LAYER.labels(lang)), **details)
    return {str(layers[label]): network for label, network in found.items()}

"""One layer of a region as plain records: what graphs and network files are made of, and made from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.io.raw_tables import RawTables
from netwerkanalyse.io.spelling import plain
from netwerkanalyse.model.problem import Origin
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_tables import REGION
from netwerkanalyse.model.region_vocabulary import LAYER

Value = str | float | bool | None
Record = dict[str, Value]


class Tie(NamedTuple):
    """A tie between two organisations.

    Parameters
    ----------
    source, target
        The ends.
    directed
        Whether it goes one way.
    known
        What is known of it: columns of the table ``collaborations``.
    """

    source: str
    target: str
    directed: bool
    known: Record


@dataclass(frozen=True)
class Network:
    """Organisations and the ties of one layer.

    Parameters
    ----------
    organisations
        Every organisation and what is known of it: columns of the table ``organisations``.
    ties
        The ties, in order.
    """

    organisations: list[tuple[str, Record]] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)


def is_directed(layer: str) -> bool:
    """Tell whether the ties of a layer have a direction."""
    return LAYER.group(layer) == "directed"


def layer_code(layer: str) -> str:
    """Return the code of a layer; people may write it in Dutch or English.

    Raises
    ------
    UnknownNameError
        If there is no such layer.

    Examples
    --------
    >>> layer_code("Verwijzing")
    'referral'
    """
    code = LAYER.read(layer)
    if code is None:
        message = f"there is no layer {layer!r}; all: {', '.join(LAYER.names)}"
        raise UnknownNameError(message)
    return code


def network_of(region: Region, layer: str) -> Network:
    """Take one layer out of a region.

    Parameters
    ----------
    region
        The region.
    layer
        Code or label of the layer.

    Returns
    -------
    network
        All organisations, also those without a tie, and every row of the layer, also those that say no. Codes, numbers
        and ISO dates; what is not known is left out, but ``present`` is None where the answer is blank.

    Raises
    ------
    UnknownNameError
        If there is no such layer.
    """
    code = layer_code(layer)
    rows = region.tables["collaborations"]
    organisations = _records(region.tables["organisations"])
    ties = _records(rows[rows["layer"] == code].drop(columns="layer"))
    return Network(
        [(str(known.pop("organisation")), known) for known in organisations],
        [
            Tie(str(known.pop("source")), str(known.pop("target")), is_directed(code), {"present": None} | known)
            for known in ties
        ],
    )


def region_of(
    networks: Mapping[str, Network], *, pairs_asked: str | None, strict: bool, lang: str, place: str = ""
) -> Region:
    """Make a region of the networks of some layers.

    Parameters
    ----------
    networks
        Layer to network. A tie without direction in a layer that has one goes both ways.
    pairs_asked
        ``"all"`` or ``"listed"``: whether a pair that is not listed has no tie, or is unknown. None when it is not
        known; that is told in a warning.
    strict
        Whether warnings stop too.
    lang
        Language of messages.
    place
        Name of the file it came from, if any.

    Returns
    -------
    region
        The region, checked. Services and areas are not in a network.

    Raises
    ------
    UnknownNameError
        If there is no such layer.
    ValidationError
        With everything that is wrong.
    """
    coded = {layer_code(layer): network for layer, network in networks.items()}
    rows: dict[str, list[Record]] = {
        "organisations": _together(coded.values()),
        "layers": [{"layer": layer, "pairs_asked": pairs_asked} for layer in coded],
        "collaborations": [
            _answered(tie.known) | {"source": source, "target": target, "layer": layer}
            for layer, network in coded.items()
            for tie in network.ties
            for source, target in _ways(tie, layer)
        ],
    }
    frames = {
        name: pd.DataFrame(records, index=range(1, len(records) + 1), dtype=object) if records else _empty(name)
        for name, records in rows.items()
    }
    origins = {name: Origin(f"{place}, {REGION.by_name[name].sheet.get(lang)}") for name in frames if place}
    return RawTables(frames, origins).built(Region.build, REGION, strict=strict, lang=lang)


def _together(networks: Iterable[Network]) -> list[Record]:
    """Return the organisations of all networks; what one network has twice stays twice, to be told."""
    rows: list[Record] = []
    known_before: set[str] = set()
    for network in networks:
        rows += [known | {"organisation": name} for name, known in network.organisations if name not in known_before]
        known_before |= {name for name, _ in network.organisations}
    return rows


def _answered(known: Record) -> Record:
    """Call columns by our names, and say that a tie is there when nothing is said about that: a file lists ties."""
    named = {REGION.by_name["collaborations"].read_heading(name) or name: value for name, value in known.items()}
    return {"present": "yes"} | named


def _ways(tie: Tie, layer: str) -> list[tuple[str, str]]:
    """Return the rows of a tie: two when it has no direction and its layer has."""
    ways = [(tie.source, tie.target)]
    if is_directed(layer) and not tie.directed and tie.source != tie.target:
        ways.append((tie.target, tie.source))
    return ways


def _empty(name: str) -> pd.DataFrame:
    return pd.DataFrame(columns=[field.name for field in REGION.by_name[name].fields if field.required])


def _records(frame: pd.DataFrame) -> list[Record]:
    """Return the rows of a table, without what is not known."""
    columns = plain(frame)
    rows = zip(*columns.values(), strict=True)
    return [{name: cell for name, cell in zip(columns, row, strict=True) if cell is not None} for row in rows]

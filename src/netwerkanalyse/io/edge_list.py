"""A plain list of ties: a line a tie, two ends and perhaps a value, with or without headings.

The separator is recognised: tab, semicolon or comma, else spaces.
"""

import csv
import re
from collections.abc import Sequence

from netwerkanalyse.io.network import Network, Tie
from netwerkanalyse.io.network_text import LineError, decoded, tie, value_of

_SEPARATORS = ("\t", ";", ",")
_DECIMAL_COMMA = re.compile(r"\S+\s+\S+\s+-?\d+,\d+")
_HEADINGS = {
    "source": ("source", "van", "from", "sender"),
    "target": ("target", "naar", "to", "receiver"),
    "value": ("value", "waarde", "weight", "gewicht"),
}


def read_edge_list(data: bytes) -> dict[str, Network]:
    """Read a list of ties.

    Parameters
    ----------
    data
        The file.

    Returns
    -------
    networks
        The network, called by empty text. Whether its ties have a direction, the layer says.

    Raises
    ------
    LineError
        If a line has fewer than two or more than three fields, or a value that is no number.
    """
    rows = _rows(decoded(data))
    if not rows:
        raise LineError(1, "network_empty")
    source, target, value = _columns(rows[0][1]) or (0, 1, 2)
    body = rows[1:] if _columns(rows[0][1]) else rows
    ties: list[Tie] = []
    for line, row in body:
        if not 2 <= len(row) <= 3 or not row[source] or not row[target]:
            raise LineError(line, "network_row", expected="2-3", found=len([cell for cell in row if cell]))
        given = len(row) == 3 and bool(row[value])
        number = _decimal(row[value], line) if given else None
        ties.append(tie(row[source], row[target], number, directed=True, given=given))
    names = dict.fromkeys(end for each in ties for end in (each.source, each.target))
    return {"": Network([(name, {}) for name in names], ties)}


def write_edge_list(network: Network, *, directed: bool) -> str:
    """Write the ties that are there, with headings and tabs between; organisations without a tie have no place here.

    Parameters
    ----------
    network
        The network.
    directed
        Whether its ties have a direction; a list does not say so.

    Returns
    -------
    text
        The file.
    """
    del directed  # the same either way
    lines = ["source\ttarget\tvalue"]
    for each in network.ties:
        if each.known["present"] == "yes":
            value = each.known.get("value")
            lines.append("\t".join(map(_field, (each.source, each.target, "" if value is None else repr(value)))))
    return "\n".join(lines) + "\n"


def _rows(text: str) -> list[tuple[int, list[str]]]:
    lines = text.splitlines()
    bare = [line for line in lines if line.strip() and not line.lstrip().startswith(("#", "%"))]
    separator = _separator(bare)
    rows = []
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.lstrip().startswith(("#", "%")):
            rows.append((number, _split(line, separator)))
    return rows


def _separator(lines: Sequence[str]) -> str | None:
    """Return what stands between the fields of most lines; None for spaces. A decimal comma separates nothing."""
    if lines and all(_DECIMAL_COMMA.fullmatch(line.strip()) for line in lines[1:] or lines):
        return None
    return next((mark for mark in _SEPARATORS if 2 * sum(mark in line for line in lines) > len(lines)), None)


def _split(line: str, separator: str | None) -> list[str]:
    if separator is None:
        return next(csv.reader([" ".join(line.split())], delimiter=" "))
    return [cell.strip() for cell in next(csv.reader([line], delimiter=separator))]


def _columns(row: Sequence[str]) -> tuple[int, int, int] | None:
    """Return where source, target and value stand when a row is headings."""
    found = {name: [row.index(cell) for cell in row if cell.casefold() in said] for name, said in _HEADINGS.items()}
    if not found["source"] or not found["target"]:
        return None
    return found["source"][0], found["target"][0], found["value"][0] if found["value"] else 2


def _decimal(word: str, line: int) -> float | None:
    """Read a number with a decimal point or comma."""
    return value_of(word.replace(",", "."), line)


def _field(cell: str) -> str:
    """Write a field on one line, between quotation marks when it holds one or looks like a remark."""
    bare = " ".join(cell.split())
    return '"' + bare.replace('"', '""') + '"' if '"' in bare or bare[:1] in {"#", "%"} else bare

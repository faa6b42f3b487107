"""UCINET: text files in the DL language.

Read are full matrices (rows may wrap, commas may stand between), lower and upper halves, several matrices, node lists
and edge lists, with labels in the header or embedded in the data. UCINET writes labels in capitals: labels are
compared without case, and the first spelling stays.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from netwerkanalyse.io.network import Network, Tie
from netwerkanalyse.io.network_text import (
    Cell,
    LineError,
    count_of,
    decoded,
    matrix,
    number_of_line,
    quoted,
    strength,
    tie,
    value_of,
    words,
)
from netwerkanalyse.io.ucinet_header import Header, read_header

_MATRICES = ("fullmatrix", "lowerhalf", "upperhalf")
_PIECE = re.compile(r'"([^"]*)"|([^\s,]+)')


def read_dl(data: bytes) -> dict[str, Network]:
    """Read a DL file.

    Parameters
    ----------
    data
        The file.

    Returns
    -------
    networks
        Label of the matrix to the network; a single one without a label is called by empty text.

    Raises
    ------
    LineError
        If a line cannot be read.
    """
    text = decoded(data)
    header = read_header(text)
    if header.columns not in {None, header.size}:
        raise LineError(header.line, "network_two_mode")
    if header.form in _MATRICES:
        return _matrices(_Data(text, header), header)
    if header.matrices > 1:
        raise LineError(header.line, "network_several_lists", value=header.form)
    names = _Names(header)
    readers = {"edgelist1": _edge_list, "nodelist1": _node_list, "nodelist1b": _counted_list}
    if header.form not in readers:
        raise LineError(header.line, "network_unknown", value=f"FORMAT={header.form}")
    ties = readers[header.form](text, header, names)
    return {"": Network([(name, {}) for name in names.all()], ties)}


def write_dl(network: Network, *, directed: bool) -> str:
    """Write an edge list in the DL language: the ties that are there; one without a value counts as 1 there.

    Parameters
    ----------
    network
        The network.
    directed
        Whether its ties have a direction; without one they are written both ways.

    Returns
    -------
    text
        The file.

    Raises
    ------
    LineError
        If two labels differ in capitals only: UCINET could not tell them apart.
    """
    labels = [name for name, _ in network.organisations]
    _Names(Header(size=len(labels), labels=labels))
    position = {name: number for number, name in enumerate(labels, start=1)}
    lines = [f"DL N={len(labels)}", "FORMAT=EDGELIST1", "LABELS:", *map(quoted, labels), "DATA:"]
    for each in network.ties:
        if each.known["present"] == "yes":
            ends = (position[each.source], position[each.target])
            ways = (ends,) if directed else (ends, ends[::-1])
            lines += [f"{one} {other} {strength(each)!r}" for one, other in ways]
    return "\n".join(lines) + "\n"


@dataclass
class _Names:
    """The labels of the vertices: by number, or as they turn up in the data."""

    header: Header
    _known: dict[str, str] = field(default_factory=dict)
    _labels: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.header.embedded:
            labels = self.header.labels or [str(number) for number in range(1, self.header.size + 1)]
            if len(labels) != self.header.size:
                raise LineError(self.header.line, "network_row", expected=self.header.size, found=len(labels))
            self._labels = labels
            self._known = {label.casefold(): label for label in labels}
            if len(self._known) < len(labels):
                raise LineError(self.header.line, "network_same_label")

    def all(self) -> list[str]:
        """Return every label."""
        return list(self._known.values())

    def of(self, word: str, line: int) -> str:
        """Return the label of a vertex; an embedded label is its own, in its first spelling."""
        if self.header.embedded:
            label = self._known.setdefault(word.casefold(), word)
            if len(self._known) > self.header.size:
                raise LineError(line, "network_vertex", value=word, count=self.header.size)
            return label
        if not word.isdecimal() or not 1 <= int(word) <= self.header.size:
            raise LineError(line, "network_vertex", value=word, count=self.header.size)
        return self._labels[int(word) - 1]


class _Data:
    """The words behind ``DATA:``, one after the other: rows may wrap."""

    def __init__(self, text: str, header: Header) -> None:
        self._text = text
        self._found = _PIECE.finditer(text, header.data)
        self._at = self._counted = header.data
        self._line = number_of_line(text, header.data)

    def words(self, count: int) -> list[str]:
        """Take some words."""
        taken: list[str] = []
        for _ in range(count):
            match = next(self._found, None)
            if match is None:
                raise LineError(number_of_line(self._text, len(self._text)), "network_short", count=count - len(taken))
            self._at = match.start()
            taken.append(match[1] if match[2] is None else match[2])
        return taken

    def values(self, count: int) -> list[Cell]:
        """Take some values."""
        return [value_of(word, self.line) for word in self.words(count)]

    @property
    def line(self) -> int:
        """Number of the line of the last word."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def end(self) -> None:
        """Make sure that nothing is left."""
        rest = next(self._found, None)
        if rest is not None:
            raise LineError(number_of_line(self._text, rest.start()), "network_unknown", value=rest[0])


def _matrices(data: _Data, header: Header) -> dict[str, Network]:
    names = header.matrix_labels or ([""] if header.matrices == 1 else [str(at + 1) for at in range(header.matrices)])
    if len(names) != header.matrices:
        raise LineError(header.line, "network_row", expected=header.matrices, found=len(names))
    networks = {name: _one_matrix(data, header) for name in names}
    data.end()
    return networks


def _one_matrix(data: _Data, header: Header) -> Network:
    """Read the rows of a matrix; the part that a half leaves out mirrors the other."""
    size = header.size
    labels = data.words(size) if header.columns_embedded else []
    cells: list[list[Cell]] = [[0.0] * size for _ in range(size)]
    row_labels = []
    for row in range(size):
        row_labels += data.words(1) if header.rows_embedded else []
        columns = _columns(row, header)
        for column, value in zip(columns, data.values(len(columns)), strict=True):
            cells[row][column] = value
            if header.form != "fullmatrix":
                cells[column][row] = value
    if labels and row_labels and list(map(str.casefold, labels)) != list(map(str.casefold, row_labels)):
        raise LineError(data.line, "network_two_mode")
    named = _Names(Header(size=size, labels=labels or row_labels or header.labels, line=header.line))
    return matrix(named.all(), cells)


def _columns(row: int, header: Header) -> list[int]:
    """Return the columns that stand in a row."""
    first, last = {"lowerhalf": (0, row + 1), "upperhalf": (row, header.size)}.get(header.form, (0, header.size))
    return [column for column in range(first, last) if header.diagonal or column != row]


def _rows(text: str, header: Header) -> Iterator[tuple[int, list[str]]]:
    first = number_of_line(text, header.data)
    for number, line in enumerate(text[header.data :].split("\n"), start=first):
        if line.strip():
            yield number, words(line)


def _edge_list(text: str, header: Header, names: _Names) -> list[Tie]:
    """Read a line a tie: two ends and perhaps a value; without it the value is 1, and 0 is no tie."""
    ties = []
    for line, row in _rows(text, header):
        if not 2 <= len(row) <= 3:
            raise LineError(line, "network_row", expected="2-3", found=len(row))
        ends = names.of(row[0], line), names.of(row[1], line)
        value = value_of(row[2], line) if len(row) > 2 else 1.0
        if value != 0:
            ties.append(tie(*ends, value, directed=True))
    return ties


def _node_list(text: str, header: Header, names: _Names) -> list[Tie]:
    """Read a line a vertex: itself, and all it has a tie to."""
    ties = []
    for line, row in _rows(text, header):
        source, *targets = (names.of(word, line) for word in row)
        ties += [tie(source, target, 1.0, directed=True) for target in targets]
    return ties


def _counted_list(text: str, header: Header, names: _Names) -> list[Tie]:
    """Read for each vertex in turn how many ties it has, and to whom."""
    if header.embedded:
        raise LineError(header.line, "network_several_lists", value=f"{header.form}, LABELS EMBEDDED")
    data, ties = _Data(text, header), []
    for source in names.all():
        count = count_of(data.words(1)[0], data.line)
        ties += [tie(source, names.of(word, data.line), 1.0, directed=True) for word in data.words(count)]
    data.end()
    return ties

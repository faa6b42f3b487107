"""Pajek: ``.net`` (one network) and ``.paj`` (a project).

Read are ``*Vertices`` (quoted labels; coordinates and shapes are passed over), ``*Arcs``, ``*Edges``, ``*Arcslist``,
``*Edgeslist`` and ``*Matrix``, each with a relation (``*Arcs :2 "advice"``). In a project, partitions and vectors are
passed over.
"""

import re
from collections.abc import Callable

from netwerkanalyse.io.network import Network, Tie
from netwerkanalyse.io.network_text import LineError, count_of, decoded, matrix, numbered, quoted, tie, value_of

_PASSED_OVER = ("*partition", "*vector", "*permutation", "*cluster", "*hierarchy")
_HEADING = re.compile(r"(\*\w+)\s*(?::\s*(\d+))?\s*(.*)")


class _Project:
    """What has been read so far: the vertices of the network at hand, and the ties of every relation."""

    def __init__(self) -> None:
        self.labels: list[str] = []
        self.networks: dict[str, Network] = {}
        self.network, self.relation = "", ""
        self.passing = False
        self._relations: dict[str, Network] = {}
        self._rows: list[list[float | None]] = []

    def begin(self, name: str) -> None:
        """Begin a network."""
        self.labels, self.network, self.relation, self.passing = [], name, "", False

    def vertices(self, line: int, rest: list[str]) -> None:
        """Make the vertices; they are called by their number until they have a label."""
        if len(rest) > 1 and rest[1].isdigit():
            raise LineError(line, "network_two_mode")
        count = count_of(rest[0] if rest else "", line)
        self.labels = [str(number) for number in range(1, count + 1)]

    def label(self, line: int, row: list[str]) -> None:
        """Read a line of ``*Vertices``."""
        at = self.vertex(row[0], line)
        if len(row) > 1:
            self.labels[at] = row[1]

    def tie(self, line: int, row: list[str], *, directed: bool) -> None:
        """Read a line of ``*Arcs`` or ``*Edges``: two ends and perhaps a value."""
        if len(row) < 2:
            raise LineError(line, "network_value", value=" ".join(row))
        given = len(row) > 2
        value = value_of(row[2], line) if given else None
        self._add(line, row[0], row[1], value, directed=directed, given=given)

    def ties(self, line: int, row: list[str], *, directed: bool) -> None:
        """Read a line of ``*Arcslist`` or ``*Edgeslist``: one end, and all others."""
        for other in row[1:]:
            self._add(line, row[0], other, None, directed=directed, given=False)

    def matrix_row(self, line: int, row: list[str]) -> None:
        """Read a row of ``*Matrix``; the last one completes it."""
        if len(row) != len(self.labels):
            raise LineError(line, "network_row", expected=len(self.labels), found=len(row))
        self._rows.append([value_of(word, line) for word in row])
        if len(self._rows) == len(self.labels):
            self.here().ties.extend(matrix(self.labels, self._rows).ties)
            self._rows = []

    def here(self) -> Network:
        """Return the network of the relation at hand."""
        return self._relations.setdefault(self.relation or self.network, Network())

    def vertex(self, word: str, line: int) -> int:
        """Return the position of a vertex."""
        if not word.isdigit() or not 1 <= int(word) <= len(self.labels):
            raise LineError(line, "network_vertex", value=word, count=len(self.labels))
        return int(word) - 1

    def end(self, line: int) -> None:
        """Close a network: every relation of it has all its vertices."""
        if self._rows:
            raise LineError(line, "network_row", expected=len(self.labels), found=0)
        if self.labels and not self._relations:
            self.here()
        for name, network in self._relations.items():
            network.organisations.extend((label, {}) for label in self.labels)
            self.networks[f"{self.network}: {name}" if name in self.networks else name] = network
        self._relations = {}

    def _add(self, line: int, one: str, other: str, value: float | None, *, directed: bool, given: bool) -> None:
        source, target = (self.labels[self.vertex(word, line)] for word in (one, other))
        self.here().ties.append(tie(source, target, value, directed=directed, given=given))


_READERS: dict[str, Callable[[_Project, int, list[str]], None]] = {
    "*vertices": lambda project, line, row: project.label(line, row),
    "*arcs": lambda project, line, row: project.tie(line, row, directed=True),
    "*edges": lambda project, line, row: project.tie(line, row, directed=False),
    "*arcslist": lambda project, line, row: project.ties(line, row, directed=True),
    "*edgeslist": lambda project, line, row: project.ties(line, row, directed=False),
    "*matrix": lambda project, line, row: project.matrix_row(line, row),
}


def read_pajek(data: bytes) -> dict[str, Network]:
    """Read a network or a project.

    Parameters
    ----------
    data
        The file.

    Returns
    -------
    networks
        Name of the relation or the network to the network; an unnamed one is called by empty text.

    Raises
    ------
    LineError
        If a line cannot be read.
    """
    project, section, line = _Project(), "", 0
    for line, row in numbered(decoded(data), comment="%"):
        if row[0].startswith("*"):
            section = _begin(project, line, row)
        elif section in _READERS:
            _READERS[section](project, line, row)
        elif section not in _PASSED_OVER:
            raise LineError(line, "network_unknown", value=" ".join(row))
    project.end(line)
    if not project.networks:
        raise LineError(line, "network_empty")
    return project.networks


def write_pajek(network: Network, *, directed: bool) -> str:
    """Write a network; ties that are not there, or unknown, have no place in this format.

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
    """
    position = {name: number for number, (name, _) in enumerate(network.organisations, start=1)}
    lines = [f"*Vertices {len(position)}", *(f"{number} {quoted(name)}" for name, number in position.items())]
    lines.append("*Arcs" if directed else "*Edges")
    lines += [_written(each, position) for each in network.ties if each.known["present"] == "yes"]
    return "\n".join(lines) + "\n"


def _begin(project: _Project, line: int, row: list[str]) -> str:
    """Begin a section; return its name."""
    match = _HEADING.fullmatch(" ".join(row))
    section = match[1].casefold() if match else ""
    if match is None or section not in {*_READERS, *_PASSED_OVER, "*network"}:
        raise LineError(line, "network_unknown", value=row[0])
    if section == "*network":
        project.end(line)
        project.begin(match[3].strip())
    elif section in _PASSED_OVER or project.passing:
        project.passing = True  # a partition has vertices of its own
        return _PASSED_OVER[0]
    elif section == "*vertices":
        project.vertices(line, match[3].split())
    elif section in _READERS:
        project.relation = match[3].strip() or match[2] or ""
        project.here()
    return section


def _written(each: Tie, position: dict[str, int]) -> str:
    value = each.known.get("value")
    ends = f"{position[each.source]} {position[each.target]}"
    return ends if value is None else f"{ends} {value!r}"

"""VNA, the files of NetDraw: node data, node properties (passed over) and tie data."""

from netwerkanalyse.io.network import Network, Record
from netwerkanalyse.io.network_text import LineError, decoded, numbered, quoted, strength, tie, value_of

_SECTIONS = ("*node data", "*node properties", "*tie data")


def read_vna(data: bytes) -> dict[str, Network]:
    """Read a VNA file.

    Parameters
    ----------
    data
        The file.

    Returns
    -------
    networks
        Name of the column of ties to the network; a single one is called by empty text.

    Raises
    ------
    LineError
        If a line cannot be read.
    """
    tables = _tables(data)
    organisations: dict[str, Record] = {}
    for section in _SECTIONS[:2]:
        headings, rows = tables.get(section, ([], []))
        for _, row in rows:
            said = dict(zip(headings[1:], row[1:], strict=True)) if section == "*node data" else {}
            organisations.setdefault(row[0], {}).update(said)
    headings, rows = tables.get("*tie data", ([], []))
    for _, row in rows:
        for end in row[:2]:
            organisations.setdefault(end, {})
    if not organisations:
        raise LineError(1, "network_empty")
    columns = headings[2:] or [""]
    names = columns if len(columns) > 1 else [""]
    return {name: _network(organisations, rows, position) for position, name in enumerate(names, start=2)}


def write_vna(network: Network, *, directed: bool) -> str:
    """Write the ties that are there; one without a value counts as 1 there.

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
    """
    lines = ["*Node data", "ID", *(quoted(name) for name, _ in network.organisations), "*Tie data", "from to strength"]
    for each in network.ties:
        if each.known["present"] == "yes":
            ends = (quoted(each.source), quoted(each.target))
            ways = (ends,) if directed else (ends, ends[::-1])
            lines += [f"{one} {other} {strength(each)!r}" for one, other in ways]
    return "\n".join(lines) + "\n"


def _network(organisations: dict[str, Record], rows: list[tuple[int, list[str]]], position: int) -> Network:
    """Read one column of ties; without columns every line is a tie."""
    ties = []
    for line, row in rows:
        value = value_of(row[position], line) if len(row) > position else 1.0
        if value != 0:
            ties.append(tie(row[0], row[1], value, directed=True))
    return Network([(name, dict(known)) for name, known in organisations.items()], ties)


def _tables(data: bytes) -> dict[str, tuple[list[str], list[tuple[int, list[str]]]]]:
    """Return headings and rows of every section."""
    tables: dict[str, tuple[list[str], list[tuple[int, list[str]]]]] = {}
    section = ""
    for line, row in numbered(decoded(data), comment="#"):
        if row[0].startswith("*"):
            section = " ".join(row).casefold()
            if section not in _SECTIONS:
                raise LineError(line, "network_unknown", value=" ".join(row))
        elif not section:
            raise LineError(line, "network_unknown", value=" ".join(row))
        elif section not in tables:
            tables[section] = (row, [])
            if section == "*tie data" and len(row) < 2:
                raise LineError(line, "network_row", expected="2+", found=len(row))
        elif len(row) != len(tables[section][0]):
            raise LineError(line, "network_row", expected=len(tables[section][0]), found=len(row))
        else:
            tables[section][1].append((line, row))
    return tables

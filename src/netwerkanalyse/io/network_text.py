"""What readers of network files share: lines with numbers, words with quotation marks, matrices, and errors by line."""

import math
import re
from collections.abc import Iterator, Sequence

from netwerkanalyse.io.network import Network, Record, Tie

Line = tuple[int, list[str]]
Cell = float | None

MOST = 5_000_000
"""Most vertices of a file: it may name a number that would fill the memory."""

UNKNOWN = (".", "na", "n/a", "")
"""How a network file says that a value is not known."""

_WORD = re.compile(r'"([^"]*)"|([^\s,]+)')


class LineError(Exception):
    """Something in a network file that cannot be read.

    Parameters
    ----------
    line
        Number of the line.
    code
        Code of the problem.
    **details
        What the texts need.
    """

    def __init__(self, line: int, code: str, **details: object) -> None:
        super().__init__(code)
        self.code, self.details = code, {"line": line, **details}


def decoded(data: bytes) -> str:
    """Read bytes as text: UTF-8, else the old Western encoding of Windows, as the programs of that time wrote."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def words(line: str) -> list[str]:
    """Split a line at spaces and commas; what stands between quotation marks is one word.

    Examples
    --------
    >>> words('1 "GGZ Drenthe", 0.5')
    ['1', 'GGZ Drenthe', '0.5']
    """
    return [match[1] if match[2] is None else match[2] for match in _WORD.finditer(line)]


def numbered(text: str, comment: str) -> Iterator[Line]:
    """Return the words of every line that holds something, with its number.

    Raises
    ------
    LineError
        If a quotation mark does not close.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith(comment):
            if line.count('"') % 2:
                raise LineError(number, "broken_quotes")
            yield number, words(line)


def number_of_line(text: str, at: int) -> int:
    """Return the number of the line on which a place in a text lies."""
    return text.count("\n", 0, at) + 1


def count_of(word: str, line: int) -> int:
    """Read how many there are of something.

    Raises
    ------
    LineError
        If it is no count, or more than fits.
    """
    if not word.isdecimal() or len(word) > len(str(MOST)) or int(word) > MOST:
        raise LineError(line, "network_value", value=word)
    return int(word)


def value_of(word: str, line: int) -> Cell:
    """Read a number; None when it says that it is not known.

    Raises
    ------
    LineError
        If it is no number.
    """
    if word.casefold() in UNKNOWN:
        return None
    try:
        number = float(word)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise LineError(line, "network_value", value=word)
    return number


def tie(source: str, target: str, value: Cell, *, directed: bool, given: bool = True) -> Tie:
    """Make a tie; a value that is said to be unknown makes an unknown tie, and one that is not given says nothing."""
    known: Record = {"value": value} if value is not None else {} if not given else {"present": "unknown"}
    return Tie(source, target, directed, known)


def strength(each: Tie) -> float:
    """Return the value of a tie in a format that knows no blank: 1 when it is not known."""
    value = each.known.get("value")
    return float(value) if isinstance(value, int | float) else 1.0


def matrix(labels: Sequence[str], cells: Sequence[Sequence[Cell]]) -> Network:
    """Make a network of a square matrix; a zero is no tie, and the diagonal is left out.

    A matrix that is the same in both directions has ties without direction.
    """
    size = range(len(labels))
    symmetric = all(cells[row][column] == cells[column][row] for row in size for column in range(row))
    pairs = [(row, column) for row in size for column in size if (row < column if symmetric else row != column)]
    ties = [
        tie(labels[row], labels[column], cells[row][column], directed=not symmetric)
        for row, column in pairs
        if cells[row][column] != 0
    ]
    return Network([(label, {}) for label in labels], ties)


def quoted(label: str) -> str:
    """Write a label between quotation marks; one of its own becomes an apostrophe, and a line end a space."""
    return '"' + " ".join(label.replace('"', "'").split()) + '"'

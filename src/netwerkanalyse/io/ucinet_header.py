"""The header of a UCINET DL file: what stands before ``DATA:``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from netwerkanalyse.io.network_text import LineError, count_of

_TOKEN = re.compile(r'"([^"]*)"|([=:])|([^\s,;=:]+)')
_SIZES = ("n", "nr", "nc", "nm")
_LABELS = ("row", "column", "col", "matrix", "level", "labels")


@dataclass
class Header:
    """What a DL file says about itself.

    Parameters
    ----------
    size
        How many vertices.
    columns
        How many columns, when that is said apart.
    matrices
        How many matrices.
    form
        In what form the data are.
    diagonal
        Whether the diagonal is there.
    labels, matrix_labels
        Labels in the header.
    rows_embedded, columns_embedded
        Whether labels stand in the data.
    data
        Where the data begin.
    line
        Line of ``DATA:``.
    """

    size: int = 0
    columns: int | None = None
    matrices: int = 1
    form: str = "fullmatrix"
    diagonal: bool = True
    labels: list[str] = field(default_factory=list)
    matrix_labels: list[str] = field(default_factory=list)
    rows_embedded: bool = False
    columns_embedded: bool = False
    data: int = 0
    line: int = 0

    @property
    def embedded(self) -> bool:
        """Whether vertices are called by their label in the data."""
        return self.rows_embedded or self.columns_embedded


class _Token(NamedTuple):
    word: str
    mark: bool
    line: int
    end: int
    quoted: bool


class _Tokens:
    """The words of the header, one after the other."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_until_data(text))
        self.at = 0

    def next(self) -> _Token:
        """Take a word."""
        if self.at >= len(self._tokens):
            line = self._tokens[-1].line if self._tokens else 1
            raise LineError(line, "network_unknown", value="DATA:")
        self.at += 1
        return self._tokens[self.at - 1]

    def take(self, word: str) -> bool:
        """Take a word if it is this one."""
        found = self._is(self.at, word)
        self.at += found
        return found

    def labels(self) -> list[str]:
        """Take labels, up to the next keyword."""
        taken = []
        while self.at < len(self._tokens) and not self._keyword():
            token = self.next()
            if not token.mark:
                taken.append(token.word)
        return taken

    def _keyword(self) -> bool:
        """Tell whether a keyword stands here; a label may be called the same."""
        token = self._tokens[self.at]
        word = "" if token.quoted else token.word.casefold()
        if word in {*_SIZES, "format"}:
            return self._is(self.at + 1, "=")
        if word == "data":
            return self._is(self.at + 1, ":")
        if word == "labels":
            return self._is(self.at + 1, ":") or self._is(self.at + 1, "embedded")
        if word == "diagonal":
            return any(self._is(self.at + step, said) for step in (1, 2) for said in ("present", "absent"))
        return word in _LABELS and self._is(self.at + 1, "labels")

    def _is(self, at: int, word: str) -> bool:
        return at < len(self._tokens) and not self._tokens[at].quoted and self._tokens[at].word.casefold() == word


def read_header(text: str) -> Header:
    """Read the header.

    Parameters
    ----------
    text
        The file.

    Returns
    -------
    header
        What it says.

    Raises
    ------
    LineError
        If it is no DL file, or says something that is not known.
    """
    tokens, header = _Tokens(text), Header()
    if not tokens.take("dl"):
        raise LineError(1, "network_unknown", value="DL")
    while True:
        token = tokens.next()
        word = "" if token.quoted else token.word.casefold()
        if word == "data":
            tokens.take(":")
            header.data, header.line = _end(text, token), token.line
            return header
        if word in _SIZES:
            _size(header, word, tokens, token)
        elif word == "format":
            tokens.take("=")
            header.form = tokens.next().word.casefold()
        elif word == "diagonal":
            tokens.take("=")
            header.diagonal = tokens.next().word.casefold() == "present"
        elif word in _LABELS:
            _labels(header, word, tokens)
        else:
            raise LineError(token.line, "network_unknown", value=token.word)


def _size(header: Header, word: str, tokens: _Tokens, token: _Token) -> None:
    tokens.take("=")
    count = count_of(tokens.next().word, token.line)
    name = {"n": "size", "nr": "size", "nc": "columns", "nm": "matrices"}[word]
    setattr(header, name, count)


def _labels(header: Header, word: str, tokens: _Tokens) -> None:
    """Read labels, or that they stand in the data."""
    if word != "labels":
        tokens.take("labels")
    tokens.take(":")
    if tokens.take("embedded"):
        tokens.take(":")
        header.rows_embedded |= word in {"labels", "row"}
        header.columns_embedded |= word in {"labels", "column", "col"}
        return
    labels = tokens.labels()
    if word in {"matrix", "level"}:
        header.matrix_labels = labels
    else:
        header.labels = labels


def _until_data(text: str) -> Iterator[_Token]:
    """Return the words up to the colon behind DATA: what follows may be very long."""
    for token, following in pairwise(_every_token(text)):
        yield token
        if token.word.casefold() == "data" and not token.quoted and following.word == ":":
            yield following
            return


def _every_token(text: str) -> Iterator[_Token]:
    line, counted = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        quoted = match[1] is not None
        yield _Token(match[1] if quoted else match[2] or match[3], match[2] is not None, line, match.end(), quoted)


def _end(text: str, token: _Token) -> int:
    """Return where the data begin: behind the colon."""
    return text.index(":", token.end) + 1

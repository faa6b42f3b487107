"""A problem in the data, and how to say where it is."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import islice
from typing import Any

import pandas as pd

from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.codes import Label
from netwerkanalyse.model.fields import Schema
from netwerkanalyse.texts import text

MOST_OF_A_KIND = 100
"""How many problems of one kind are named one by one; the rest is counted. Nobody reads a million lines."""

AND_MORE = "and_more"
"""Code of the problem that counts the rest."""


class Severity(Enum):
    """Errors stop; warnings do not, unless the caller is strict."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Origin:
    """Where a table came from, so that a problem can name the cell or the line.

    Parameters
    ----------
    place
        Sheet or file name.
    letters
        Column letters of a workbook (``{"kind": "C"}``); empty for other formats.

    Notes
    -----
    The row part of a location is the index label of the frame: readers of files set it to the row of the sheet or
    the line of the file.
    """

    place: str
    letters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong or doubtful in the data.

    Parameters
    ----------
    code
        Stable code; the texts stand under ``problems.<code>.what`` and ``.do``.
    severity
        Whether it stops the analysis.
    table, column
        Where; empty when it concerns the file as a whole.
    row
        Index label of the row, or None when it concerns the whole column or table.
    value
        What stands there, as text.
    details
        What else the texts need: the nearest known code, the allowed range, the other row.
    origin
        Sheet or file, when the data came from one.
    schema
        The tables this problem speaks of.
    about
        The client whose row it is; empty when it is nobody's.
    """

    code: str
    severity: Severity = Severity.ERROR
    table: str = ""
    column: str = ""
    row: object = None
    value: str = ""
    details: Mapping[str, object] = field(default_factory=dict)
    origin: Origin | None = None
    schema: Schema = CASELOAD
    about: str = ""

    def where(self, lang: str = "nl") -> str:
        """Return the place: ``Personen!C7`` for a workbook, otherwise table, row and column, and whose row it is.

        Examples
        --------
        >>> Problem("self_tie", table="ties", row=7, column="target",
        ...         origin=Origin("Relaties", {"target": "C"})).where()
        'Relaties!C7'
        >>> Problem("self_tie", table="ties", row=7, column="target", about="K1").where("en")
        'Ties, row 7, target, client K1'
        """
        table = self.schema.by_name.get(self.table)
        letter = self.origin.letters.get(self.column, "") if self.origin else ""
        if self.origin and letter and self.row is not None:
            return f"{self.origin.place}!{letter}{self.row}"
        parts = [self.origin.place if self.origin else table.sheet.get(lang) if table else self.table]
        if self.row is not None:
            parts.append(text("problems.row", lang, row=self.row))
        if table and self.column in table.names:
            parts.append(table.field(self.column).heading.get(lang))
        elif self.column:
            parts.append(self.column)
        if self.about:
            parts.append(text("problems.about", lang, about=self.about))
        return ", ".join(part for part in parts if part)

    @property
    def cases(self) -> int:
        """How many cases this speaks of: one, except where it counts the rest of a kind."""
        return int(str(self.details["count"])) if self.code == AND_MORE else 1

    def what(self, lang: str = "nl") -> str:
        """Say what is wrong."""
        return text(f"problems.{self.code}.what", lang, **self._values(lang))

    def do(self, lang: str = "nl") -> str:
        """Say what to do about it; first what may have been meant, where something comes near."""
        values = self._values(lang)
        perhaps = [text("problems.perhaps", lang, **values)] if "nearest" in values else []
        return " ".join([*perhaps, text(f"problems.{self.code}.do", lang, **values)])

    def sentence(self, lang: str = "nl") -> str:
        """Say place, problem and remedy in one line."""
        where = self.where(lang)
        return f"{where}: {self.what(lang)} {self.do(lang)}" if where else f"{self.what(lang)} {self.do(lang)}"

    def _values(self, lang: str) -> dict[str, object]:
        said = {key: value.get(lang) if isinstance(value, Label) else value for key, value in self.details.items()}
        table = self.schema.by_name.get(self.table)
        codes = table.field(self.column).codes if table and self.column in table.names else None
        return {"value": codes.label(self.value, lang) if codes else self.value, **said}


def whose(frame: pd.DataFrame, row: object) -> str:
    """Return the client of a row, when the rows of a table belong to clients and this one says whose it is."""
    client = frame.at[row, CASELOAD.scope] if CASELOAD.scope in frame else None
    return "" if pd.isna(client) else str(client)


def number_label(value: float) -> Label:
    """Write a number the way somebody typed it: with a decimal comma in Dutch, and all its digits.

    Examples
    --------
    >>> number_label(0.125)
    Label(nl='0,125', en='0.125')
    """
    plain = f"{value:.12g}"
    return Label(plain.replace(".", ","), plain)


def date_label(value: pd.Timestamp) -> Label:
    """Write a day the way people write it: 31-12-2026 in Dutch, 2026-12-31 in English.

    Examples
    --------
    >>> date_label(pd.Timestamp("2026-12-31"))
    Label(nl='31-12-2026', en='2026-12-31')
    """
    return Label(f"{value:%d-%m-%Y}", f"{value:%Y-%m-%d}")


def table_not_known(name: str, nearest: Label | None) -> Problem:
    """Warn about something that names no table, with the sheet of the table that may have been meant."""
    code, details = ("unknown_table", {}) if nearest is None else ("misspelt_table", {"nearest": nearest})
    return Problem(code, Severity.WARNING, table=name, value=name, details=details)


def problems_at(rows: Collection[Any], make: Callable[[Any], Problem]) -> list[Problem]:
    """Make a problem of each row, and one that counts the rest when there are very many.

    Parameters
    ----------
    rows
        The rows (or anything else that tells one case from the other).
    make
        Makes the problem of one row.

    Returns
    -------
    problems
        At most :data:`MOST_OF_A_KIND` of them, and a count.
    """
    problems = [make(row) for row in islice(rows, MOST_OF_A_KIND)]
    rest = len(rows) - len(problems)
    if rest:
        last = problems[-1]
        details = {"count": rest, "what": last.code}
        problems.append(Problem(AND_MORE, last.severity, last.table, last.column, last.row, details=details))
    return problems

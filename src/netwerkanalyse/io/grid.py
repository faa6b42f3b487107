"""From rows of cells, as a sheet or a CSV file has them, to a table with headings.

Titles and explanations may stand above the headings; row numbers stay those that people see.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

import pandas as pd

from netwerkanalyse.model.fields import Table
from netwerkanalyse.model.problem import Problem, Severity, problems_at

HEADING_ROWS = 30
"""How many rows are searched for the headings."""

_PIECE = 20_000

Row = tuple[int, Sequence[object]]


@dataclass(frozen=True)
class Grid:
    """A table as it stood in the file.

    Parameters
    ----------
    frame
        The cells under the headings, rows numbered as people see them.
    columns
        For every heading in order: its position among the cells, from 0.
    first_row
        Number of the first row that can hold data.
    found
        Problems met.
    """

    frame: pd.DataFrame
    columns: dict[str, int]
    first_row: int
    found: list[Problem] = field(default_factory=list)


def read_grid(rows: Iterable[Row], table: Table, *, exact: bool, dtype: str = "object") -> Grid | None:
    """Find the headings of a table and read what stands below them.

    Parameters
    ----------
    rows
        Row number and cells. Blank cells are None or empty text.
    table
        The declaration of the table that is expected.
    exact
        Whether every row must have as many cells as there are headings (a CSV file), or cells at the end of a row
        may be left out (a sheet).
    dtype
        Type of the frame: ``"str"`` when all cells are text.

    Returns
    -------
    grid
        The table, or None when no row holds its headings.
    """
    stream = iter(rows)
    top = list(islice(stream, HEADING_ROWS))
    counts = recognised(top, table)
    if not any(counts):
        return None
    at = counts.index(max(counts))
    number, cells = top[at]
    headings = [_heading(cell, table) for cell in cells]
    body = _Body(table, headings, exact=exact)
    frame = body.frame(chain(top[at + 1 :], stream), dtype)
    columns: dict[str, int] = {}
    for position in body.kept:
        columns.setdefault(headings[position], position)
    return Grid(frame, columns, number + 1, body.problems())


def recognised(rows: Sequence[Row], table: Table) -> list[int]:
    """Count the headings of a table in each row.

    Parameters
    ----------
    rows
        The first rows of a sheet or file.
    table
        The table that is expected.

    Returns
    -------
    counts
        How many different columns each row names. The row with most is the heading row.
    """
    return [len({table.read_heading(_heading(cell, table)) for cell in cells} - {None}) for _, cells in rows]


def is_blank(cell: object) -> bool:
    """Tell whether a cell holds nothing but spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _heading(cell: object, table: Table) -> str:
    """Return a heading as written, without the star or colon that people put behind one."""
    written = "" if cell is None else str(cell).strip()
    bare = written.rstrip(" *:")
    return bare if table.read_heading(written) is None and table.read_heading(bare) is not None else written


class _Body:
    """The rows below the headings."""

    def __init__(self, table: Table, headings: list[str], *, exact: bool) -> None:
        self._table = table
        self._headings = headings
        self._exact = exact
        self._width = max((position + 1 for position, heading in enumerate(headings) if heading), default=0)
        self._ragged: list[tuple[int, int]] = []
        self._orphans: dict[int, int] = {}
        self.kept = [position for position, heading in enumerate(headings) if heading]
        self._untitled = [position for position in range(self._width) if not headings[position]]

    def frame(self, rows: Iterable[Row], dtype: str) -> pd.DataFrame:
        """Read all rows that are not blank."""
        names = [self._headings[position] for position in self.kept]
        filled = self._filled(rows)
        pieces = []
        while piece := list(islice(filled, _PIECE)):
            numbers = [number for number, _ in piece]
            pieces.append(pd.DataFrame([cells for _, cells in piece], index=numbers, columns=names, dtype=dtype))
        return pd.concat(pieces) if pieces else pd.DataFrame(columns=names, dtype=dtype)

    def _filled(self, rows: Iterable[Row]) -> Iterator[tuple[int, list[object]]]:
        for number, cells in rows:
            if all(map(is_blank, cells)):
                continue
            if self._exact and len(cells) != len(self._headings):
                self._ragged.append((number, len(cells)))
            for position in (*self._untitled, *range(self._width, len(cells))):
                if position < len(cells) and not is_blank(cells[position]):
                    self._orphans.setdefault(position, number)
            padded = [*cells, *[None] * (self._width - len(cells))]
            yield number, [padded[position] for position in self.kept]

    def problems(self) -> list[Problem]:
        """Tell about rows of another length, values without a heading, and headings that stand twice."""
        name = self._table.name
        lengths = dict(self._ragged)
        ragged = problems_at(
            lengths,
            lambda row: Problem(
                "ragged_row", table=name, row=row, details={"cells": lengths[row], "expected": len(self._headings)}
            ),
        )
        orphans = [
            Problem("no_heading", Severity.WARNING, table=name, row=row, details={"position": position + 1})
            for position, row in sorted(self._orphans.items())
            if not (self._exact and row in lengths)
        ]
        return [*ragged, *orphans, *self._doubles()]

    def _doubles(self) -> list[Problem]:
        names = [self._headings[position] for position in self.kept]
        undeclared = [heading for heading in names if self._table.read_heading(heading) is None]
        twice = sorted({heading for heading in undeclared if undeclared.count(heading) > 1})
        return [Problem("double_column", table=self._table.name, column=heading, value=heading) for heading in twice]

"""Reading a workbook: a sheet a table, headings anywhere near the top, and every cell known by its address."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO, Protocol, cast
from zipfile import BadZipFile

from netwerkanalyse.io.grid import HEADING_ROWS, Grid, Row, is_blank, read_grid
from netwerkanalyse.io.raw_tables import RawTables, no_heading_row, unknown_table
from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.io.workbook_preflight import inspected
from netwerkanalyse.model.codes import fold
from netwerkanalyse.model.fields import Schema, Table
from netwerkanalyse.model.problem import Origin, Problem, problems_at
from netwerkanalyse.texts import LANGUAGES, text

ROW_LIMIT = 50_000
"""Most rows of a sheet that are read, beside the few above the headings.

Above that a workbook takes minutes, and CSV or Parquet seconds.
"""

COLUMN_LIMIT = 300
"""Most columns of a sheet that are read."""

LIMITS: dict[str, object] = {"rows": ROW_LIMIT, "columns": COLUMN_LIMIT}

EXCEL_ROWS = 1_048_576
"""Rows of a sheet in Excel; nothing can stand below."""

_DAMAGE = (BadZipFile, ArithmeticError, AttributeError, LookupError, OSError, SyntaxError, TypeError, ValueError)
"""What openpyxl is known to raise on a damaged file. It reads from memory, so an OSError is its own too."""

_ESCAPE = re.compile(r"_x005F(_x[0-9A-F]{4}_)|_x(?!D[89A-F])([0-9A-F]{4})_", re.IGNORECASE)


class _LazyCell(Protocol):
    """A cell of openpyxl."""

    data_type: str
    value: object


class _LazySheet(Protocol):
    """A sheet that openpyxl reads row by row."""

    title: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, max_row: int) -> Iterator[tuple[_LazyCell, ...]]: ...


@dataclass(frozen=True)
class _Refused:
    """A cell that holds no value: a formula, or an error such as #N/A."""

    row: int
    position: int
    code: str
    written: str


@dataclass(frozen=True)
class _Sheet:
    """The cells of a sheet that hold something."""

    name: str
    rows: list[Row] = field(default_factory=list)
    refused: list[_Refused] = field(default_factory=list)
    too_large: bool = False


def read_workbook(stream: BinaryIO, name: str, schema: Schema, lang: str) -> RawTables:
    """Read the tables of a workbook.

    Parameters
    ----------
    stream
        The file, open for reading bytes.
    name
        Its name, for messages.
    schema
        The tables that are expected.
    lang
        Language of messages.

    Returns
    -------
    tables
        What stood in the sheets, and what was wrong with it.

    Raises
    ------
    UnreadableError
        If it is not a workbook, is damaged, is protected, or is unsafe to open.
    """
    raw = RawTables()
    for sheet in _sheets(inspected(stream, name, lang), name, lang):
        table = schema.by_name.get(schema.read_sheet(sheet.name) or "")
        if table is not None:
            _read_sheet(raw, sheet, table)
        elif sheet.rows:
            raw.found.append(unknown_table(sheet.name, schema))
    if raw.frames and not raw.unread and not any(len(frame) for frame in raw.frames.values()):
        first, second = (table.sheet for table in schema.tables[:2])
        raw.unread.append(Problem("nothing_filled_in", details={"first": first, "second": second}))
    return raw


def _read_sheet(raw: RawTables, sheet: _Sheet, table: Table) -> None:
    """Add one sheet to what was read."""
    origin = Origin(sheet.name)
    if table.name in raw.origins:
        first = raw.origins[table.name].place
        details = {"first": first}
        raw.unread.append(Problem("double_table", table=table.name, details=details, origin=origin))
        return
    raw.origins[table.name] = origin
    if sheet.too_large:
        raw.unread.append(Problem("sheet_too_large", table=table.name, details=LIMITS))
        return
    grid = read_grid(sheet.rows, table, exact=False)
    if grid is not None:
        raw.frames[table.name] = grid.frame
        raw.origins[table.name] = Origin(sheet.name, _letters(grid, table))
        raw.found.extend([*grid.found, *_refused_cells(sheet, grid, table)])
    elif sheet.rows:
        raw.unread.append(no_heading_row(table, origin))


def _letters(grid: Grid, table: Table) -> dict[str, str]:
    """Return the column letter of every column, by its name in the API or, when it is not declared, its heading."""
    from openpyxl.utils import get_column_letter

    return {
        table.read_heading(heading) or heading: get_column_letter(position + 1)
        for heading, position in grid.columns.items()
    }


def _refused_cells(sheet: _Sheet, grid: Grid, table: Table) -> list[Problem]:
    """Tell about formulas and errors in the columns of a table."""
    names = {position: table.read_heading(heading) or heading for heading, position in grid.columns.items()}
    cells = [cell for cell in sheet.refused if cell.row >= grid.first_row and cell.position in names]
    problems: list[Problem] = []
    for code in ("formula", "cell_error"):
        problems += problems_at(
            [cell for cell in cells if cell.code == code],
            lambda cell: Problem(
                cell.code, table=table.name, column=names[cell.position], row=cell.row, value=cell.written
            ),
        )
    return problems


def _sheets(workbook: BytesIO, name: str, lang: str) -> list[_Sheet]:
    """Read all cells; whatever a damaged file does to the library becomes one clear refusal."""
    try:
        return list(_read_cells(workbook))
    except _DAMAGE as error:
        raise refusal(lang, "damaged_workbook", name=name) from error


def _read_cells(workbook: BytesIO) -> Iterator[_Sheet]:
    from openpyxl import load_workbook

    helpers = {fold(text(f"template.sheet.{part}", lang)) for part in ("guide", "lists") for lang in LANGUAGES}
    with warnings.catch_warnings():
        # openpyxl warns about looks it does not keep (drop-downs, styles); we only read values.
        warnings.simplefilter("ignore", UserWarning)
        book = load_workbook(workbook, read_only=True, keep_links=False)
        for sheet in cast("list[_LazySheet]", book.worksheets):
            if fold(sheet.title) not in helpers:
                yield _read_sheet_cells(sheet)
        book.close()


def _read_sheet_cells(sheet: _LazySheet) -> _Sheet:
    """Keep the rows that hold something, up to the limits."""
    found = _Sheet(sheet.title)
    sheet.reset_dimensions()  # what a file says about its own size is not to be trusted
    for number, cells in enumerate(sheet.iter_rows(max_row=EXCEL_ROWS), start=1):
        values = [_value(cell, number, position, found.refused) for position, cell in enumerate(cells)]
        while values and is_blank(values[-1]):
            values.pop()
        if values:
            found.rows.append((number, values))
        if len(found.rows) > ROW_LIMIT + HEADING_ROWS or len(values) > COLUMN_LIMIT:
            return _Sheet(sheet.title, too_large=True)
    return found


def _value(cell: _LazyCell, row: int, position: int, refused: list[_Refused]) -> object:
    """Return what a cell holds; a formula or an error is noted and holds nothing."""
    value: object = cell.value
    if cell.data_type in {"f", "e"}:
        code = "formula" if cell.data_type == "f" else "cell_error"
        refused.append(_Refused(row, position, code, str(getattr(value, "text", value))))
        return None
    return unescaped(value) if isinstance(value, str) else value


def unescaped(written: str) -> str:
    r"""Return text as it was before the file format escaped characters that XML cannot hold.

    Parameters
    ----------
    written
        Text of a cell as the file has it.

    Returns
    -------
    text
        The text itself.

    Examples
    --------
    >>> unescaped("first_x000D_second, _x005F_x0041_")
    'first\rsecond, _x0041_'
    """
    return _ESCAPE.sub(lambda match: match[1] or chr(int(match[2], 16)), written)

"""A folder with a CSV file for every table.

Reading recognises what spreadsheet programs write: semicolon, comma or tab, decimal comma or point, with or without
byte order mark, UTF-8 or the old Western encoding of Windows. Anything but UTF-8 with semicolons or commas is told,
so that nothing is guessed silently.
"""

import codecs
import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pandas as pd

from netwerkanalyse.errors import ValidationError
from netwerkanalyse.io.csv_text import read_cells, written
from netwerkanalyse.io.folder import table_files
from netwerkanalyse.io.grid import HEADING_ROWS, Row, read_grid, recognised
from netwerkanalyse.io.raw_tables import RawTables, no_heading_row
from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.io.spelling import spelled, too_long
from netwerkanalyse.model.codes import Label, fold
from netwerkanalyse.model.fields import Schema, Table
from netwerkanalyse.model.problem import Origin, Problem, Severity

SUFFIX = ".csv"
SEPARATORS = (";", ",", "\t")
LONGEST_TEXT = csv.field_size_limit()
"""Most characters in a cell that can be read back."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_PIECE = 50_000


@dataclass(frozen=True)
class _Dialect:
    """How a file is written."""

    encoding: str
    separator: str
    skipped: int

    @property
    def usual(self) -> bool:
        """Whether it is what we write ourselves, or the plain international form."""
        return self.encoding in {"utf-8", "utf-8-sig"} and self.separator in {";", ","}


def read_csv_folder(folder: Path, schema: Schema, lang: str) -> RawTables:
    """Read a folder of CSV files.

    Parameters
    ----------
    folder
        The folder; a file is a table when its name is that of one, in either language.
    schema
        The tables that are expected.
    lang
        Language of messages.

    Returns
    -------
    tables
        What stood in the files, and what was wrong with it.

    Raises
    ------
    UnreadableError
        If a file is damaged: a quotation mark is not closed, or it is no text.
    """
    raw = RawTables()
    for table, path in table_files(folder, SUFFIX, schema, raw):
        raw.origins[table.name] = Origin(path.name)
        dialect = _dialect(path, table)
        try:
            grid = read_grid(_records(path, dialect, lang), table, exact=True, dtype="str")
        except UnicodeError as error:
            raise refusal(lang, "damaged_file", name=path.name) from error
        if grid is None:
            raw.unread.append(no_heading_row(table, raw.origins[table.name]))
            continue
        raw.frames[table.name] = read_cells(grid.frame, table)
        raw.found.extend([*grid.found, *_told(dialect, table, path.name)])
    return raw


def write_csv_folder(tables: Mapping[str, pd.DataFrame], folder: Path, schema: Schema, lang: str) -> None:
    """Write a CSV file for every table, the way Dutch spreadsheet programs expect.

    Parameters
    ----------
    tables
        Table name to typed table.
    folder
        An empty folder.
    schema
        The declarations of the tables.
    lang
        Language of file names, headings and labels.

    Raises
    ------
    ValidationError
        If a text is longer than can be read back.
    """
    for table in schema.tables:
        with (folder / file_name(table, lang)).open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream, delimiter=SEPARATORS[0], lineterminator="\r\n")
            frame = tables[table.name]
            for start in range(0, max(len(frame), 1), _PIECE):
                columns = spelled(frame.iloc[start : start + _PIECE], table, lang)
                if problems := too_long(columns, table, schema, LONGEST_TEXT):
                    raise ValidationError(problems, lang)
                if start == 0:
                    writer.writerow([written(heading) for heading in columns])
                declared = [table.read_heading(heading) is not None for heading in columns]
                for row in zip(*columns.values(), strict=True):
                    writer.writerow([written(cell, declared=known) for cell, known in zip(row, declared, strict=True)])


def file_name(table: Table, lang: str) -> str:
    """Return what the file of a table is called: its sheet, in letters that every system takes."""
    return fold(table.sheet.get(lang)).replace(" ", "_") + SUFFIX


def _dialect(path: Path, table: Table) -> _Dialect:
    """Find how a file is written: the separator is the one under which most headings are recognised."""
    encoding = _encoding(path)
    with path.open(encoding=encoding, errors="replace", newline="") as stream:
        top = list(islice(stream, 4 * HEADING_ROWS))
    said = re.fullmatch(r"sep=(.)\s*", top[0], re.IGNORECASE) if top else None
    if said:  # a line for Excel that says so itself
        return _Dialect(encoding, said[1], 1)
    counts = {}
    for separator in SEPARATORS:
        rows = enumerate(islice(csv.reader(top, delimiter=separator), HEADING_ROWS))
        counts[separator] = max(recognised(list(rows), table), default=0)
    return _Dialect(encoding, max(SEPARATORS, key=lambda separator: counts[separator]), 0)


def _encoding(path: Path) -> str:
    """Tell UTF-8 (with or without mark) and UTF-16 from the old encoding of Windows by reading the whole file."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as stream:
        piece = stream.read(_PIECE)
        for mark, encoding in _MARKS:
            if piece.startswith(mark):
                return encoding
        try:
            while piece:
                decoder.decode(piece)
                piece = stream.read(_PIECE)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _records(path: Path, dialect: _Dialect, lang: str) -> Iterator[Row]:
    """Read the records of a file with the number of the line each one begins on."""
    line = dialect.skipped + 1
    with path.open(encoding=dialect.encoding, newline="") as stream:
        for _ in range(dialect.skipped):
            next(stream)
        reader = csv.reader(stream, delimiter=dialect.separator, strict=True)
        try:
            for cells in reader:
                yield line, cells
                line = dialect.skipped + reader.line_num + 1
        except csv.Error as error:
            raise refusal(lang, "broken_quotes", name=path.name, line=line) from error


def _told(dialect: _Dialect, table: Table, name: str) -> list[Problem]:
    """Tell how a file was read when that is not the usual way."""
    if dialect.usual:
        return []
    separator = (
        Label("tabs", "tabs")
        if dialect.separator == "\t"
        else Label(f"'{dialect.separator}'", f"'{dialect.separator}'")
    )
    details = {"name": name, "encoding": dialect.encoding, "separator": separator}
    return [Problem("csv_read_as", Severity.WARNING, table=table.name, details=details)]

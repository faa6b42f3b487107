"""One JSON document for a whole caseload or region: for programs, for the web page, and for passing on through a pipe.

::

    {"format": "netwerkanalyse/caseload", "version": 1,
     "tables": {"clients": [{"client": "K1", "pairs_asked": "all", ...}], "members": [...], ...}}

Every row names every column; unknown is ``null``. Codes and column names are those of the API, dates are ISO.
"""

import json
import math
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

import pandas as pd

from netwerkanalyse.io.raw_tables import RawTables, unknown_table
from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.io.spelling import plain
from netwerkanalyse.model.fields import Schema, Table
from netwerkanalyse.model.problem import Problem, problems_at

VERSION = 1
SIZE = 200_000_000
"""Largest document, in bytes. It is read as a whole, and takes about ten times as much memory."""


_DIGITS = 15


class _Record(dict[str, object]):
    """An object of the document, and the names that stand in it more than once."""

    repeated: tuple[str, ...] = ()


def read_json(stream: BinaryIO, name: str, schema: Schema, lang: str) -> RawTables:
    """Read a JSON document.

    Parameters
    ----------
    stream
        The document, open for reading bytes.
    name
        Its name, for messages.
    schema
        The tables that are expected.
    lang
        Language of messages.

    Returns
    -------
    tables
        What stood in the document; rows are numbered from 1.

    Raises
    ------
    UnreadableError
        If it is no JSON, is too large, or is a document of another kind or version.
    """
    data = stream.read(SIZE + 1)
    if len(data) > SIZE:
        raise refusal(lang, "file_too_large", name=name, limit=SIZE // 1_000_000)
    try:
        document = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_record,
            parse_constant=_number,
            parse_float=_number,
            parse_int=_whole,
        )
    except (ValueError, RecursionError) as error:
        raise refusal(lang, "damaged_json", name=name, line=getattr(error, "lineno", 1)) from error
    tables = document.get("tables") if isinstance(document, _Record) else None
    if not isinstance(tables, _Record) or document.get("format") != _format(schema):
        raise refusal(lang, "other_json", name=name, format=_format(schema))
    if document.get("version") != VERSION:
        raise refusal(lang, "other_version", name=name, version=document.get("version"))
    return _read_tables(tables, schema)


def write_json(tables: Mapping[str, pd.DataFrame], stream: BinaryIO, schema: Schema, _lang: str) -> None:
    """Write tables as a JSON document, a row a line.

    Parameters
    ----------
    tables
        Table name to typed table.
    stream
        Where to write, open for writing bytes.
    schema
        The declarations of the tables.
    """
    for line in _lines(tables, schema):
        stream.write(line.encode())


def _lines(tables: Mapping[str, pd.DataFrame], schema: Schema) -> Iterator[str]:
    yield f'{{"format": "{_format(schema)}", "version": {VERSION}, "tables": {{'
    for number, table in enumerate(schema.tables):
        yield f'{"," if number else ""}\n "{table.name}": ['
        columns = plain(tables[table.name])
        for row, cells in enumerate(zip(*columns.values(), strict=True)):
            record = dict(zip(columns, cells, strict=True))
            yield ("," if row else "") + "\n  " + json.dumps(record, ensure_ascii=False, allow_nan=False)
        yield "]"
    yield "}}\n"


def _format(schema: Schema) -> str:
    return f"netwerkanalyse/{schema.name}"


def _record(pairs: list[tuple[str, object]]) -> _Record:
    """Keep an object, and note the names that it repeats."""
    record = _Record(pairs)
    if not all(map(_is_text, record)):
        message = "a name holds half a character"
        raise ValueError(message)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        record.repeated = tuple(name for name in record if names.count(name) > 1)
    return record


def _number(written: str) -> float:
    """Read a number; one that is too large for any measure (1e999) is no data."""
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(written)
    return number


def _whole(written: str) -> int | str:
    """Read a whole number; one too long to count with is a code of somebody's, and stays as it is written."""
    return int(written) if len(written) <= _DIGITS else written


def _is_text(value: object) -> bool:
    """Tell whether text is whole: JSON can hold half a character, and nothing else can."""
    try:
        return not isinstance(value, str) or bool(value.isascii() or value.encode())
    except UnicodeEncodeError:
        return False


def _read_tables(tables: _Record, schema: Schema) -> RawTables:
    raw = RawTables()
    for name, rows in tables.items():
        table = schema.by_name.get(schema.read_sheet(name) or "")
        if table is None:
            raw.found.append(unknown_table(name, schema))
        elif table.name in raw.frames or name in tables.repeated:
            raw.unread.append(Problem("double_table", table=table.name, details={"first": table.sheet}))
        elif not isinstance(rows, list):
            raw.unread.append(Problem("not_rows", table=table.name))
        else:
            _read_rows(raw, rows, table)
    return raw


def _read_rows(raw: RawTables, rows: list[object], table: Table) -> None:
    """Add one table; rows and cells that cannot be read are told and left blank."""
    records = {number: row for number, row in enumerate(rows, start=1) if isinstance(row, _Record)}
    unlike = [number for number in range(1, len(rows) + 1) if number not in records]
    raw.found.extend(
        problems_at(
            unlike, lambda row: Problem("not_a_row", table=table.name, row=row, details={"column": table.names[0]})
        )
    )
    places: dict[str, list[tuple[int, str]]] = {"double_name": [], "nested_value": [], "broken_character": []}
    for number, record in records.items():
        places["double_name"] += [(number, name) for name in record.repeated]
        for name, cell in record.items():
            if isinstance(cell, list | dict):
                places["nested_value"].append((number, name))
            elif not _is_text(cell):
                places["broken_character"].append((number, name))
    for code, met in places.items():
        raw.found.extend(problems_at(met, _teller(code, table)))
        for number, name in met:
            records[number][name] = None
    raw.frames[table.name] = pd.DataFrame(list(records.values()), index=list(records), dtype=object)


def _teller(code: str, table: Table) -> Callable[[tuple[int, str]], Problem]:
    def problem(place: tuple[int, str]) -> Problem:
        row, heading = place
        column = table.read_heading(heading) or heading
        return Problem(code, table=table.name, column=column, row=row, value=heading)

    return problem

"""A folder with a Parquet file for every table: the native form, typed, without loss, for any size."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from netwerkanalyse.io.folder import table_files
from netwerkanalyse.io.raw_tables import RawTables
from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.model.fields import Schema
from netwerkanalyse.model.problem import Origin, Problem

if TYPE_CHECKING:
    from pyarrow import ChunkedArray, DictionaryArray

SUFFIX = ".parquet"

ROWS_IN_A_GROUP = 2**24
DICTIONARY_BYTES = 2**30
"""So large that all texts of a column stand in one list, each once, and need not be sought when the file is read."""


def read_parquet_folder(folder: Path, schema: Schema, lang: str) -> RawTables:
    """Read a folder of Parquet files.

    Parameters
    ----------
    folder
        The folder; a file is a table when its name is that of one.
    schema
        The tables that are expected.
    lang
        Language of messages.

    Returns
    -------
    tables
        What stood in the files; rows are numbered from 1.

    Raises
    ------
    UnreadableError
        If a file is damaged.
    """
    from pyarrow import ArrowException

    raw = RawTables()
    for table, path in table_files(folder, SUFFIX, schema, raw):
        raw.origins[table.name] = Origin(path.name)
        try:
            frame, nested = _read(path)
        except (ArrowException, OSError, ValueError) as error:
            raise refusal(lang, "damaged_file", name=path.name) from error
        frame.index = pd.RangeIndex(1, len(frame) + 1)
        raw.frames[table.name] = frame
        raw.found.extend(Problem("nested_value", table=table.name, column=name, value=name) for name in nested)
    return raw


def write_parquet_folder(tables: Mapping[str, pd.DataFrame], folder: Path, schema: Schema, _lang: str) -> None:
    """Write a Parquet file for every table.

    Parameters
    ----------
    tables
        Table name to typed table.
    folder
        An empty folder.
    schema
        The declarations of the tables.
    """
    for table in schema.tables:
        tables[table.name].to_parquet(
            folder / f"{table.name}{SUFFIX}",
            engine="pyarrow",
            index=False,
            row_group_size=ROWS_IN_A_GROUP,
            dictionary_pagesize_limit=DICTIONARY_BYTES,
        )


def _read(path: Path) -> tuple[pd.DataFrame, list[str]]:
    """Read the flat columns of a file; columns with lists or records in their cells are named, not read.

    Text stays as most files have it: every text once, and a number a cell. Everything later is done once a text.
    """
    from pyarrow import parquet, types

    fields = parquet.read_schema(path)
    nested = [field.name for field in fields if types.is_nested(field.type)]
    texts = [field.name for field in fields if types.is_string(field.type) or types.is_large_string(field.type)]
    with parquet.ParquetFile(path, read_dictionary=texts) as file:
        table = file.read(columns=[field.name for field in fields if field.name not in nested])
    for at, column in enumerate(table.columns):
        if types.is_dictionary(column.type) and column.num_chunks > 1:
            table = table.set_column(at, table.field(at).name, _numbered_alike(column))
    as_they_are = {field.type: pd.ArrowDtype(field.type) for field in table.schema if field.name in texts}
    return table.to_pandas(split_blocks=True, types_mapper=as_they_are.get), nested


def _numbered_alike(column: "ChunkedArray") -> "DictionaryArray":
    """Number the texts of all parts of a column in the same way; ``unify_dictionaries`` takes ten times as long."""
    import pyarrow as pa

    texts = pa.concat_arrays([part.dictionary for part in column.chunks]).dictionary_encode()
    begin, numbers = 0, []
    for part in column.chunks:
        numbers.append(texts.indices.slice(begin, len(part.dictionary)).take(part.indices))
        begin += len(part.dictionary)
    return pa.DictionaryArray.from_arrays(pa.concat_arrays(numbers), texts.dictionary)

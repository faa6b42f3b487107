"""A folder with a Parquet file for every table: the native form, typed, without loss, for any size."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from netwerkanalyse.io.folder import table_files
from netwerkanalyse.io.raw_tables import RawTables
from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.model.fields import Schema
from netwerkanalyse.model.problem import Origin, Problem

SUFFIX = ".parquet"


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
        tables[table.name].to_parquet(folder / f"{table.name}{SUFFIX}", engine="pyarrow", index=False)


def _read(path: Path) -> tuple[pd.DataFrame, list[str]]:
    """Read the flat columns of a file; columns with lists or records in their cells are named, not read."""
    from pyarrow import parquet, types

    file = parquet.ParquetFile(path)
    nested = [field.name for field in file.schema_arrow if types.is_nested(field.type)]
    flat = [field.name for field in file.schema_arrow if field.name not in nested]
    return file.read(columns=flat).to_pandas(), nested

"""The files of a finished part: written whole or not at all, and recognisable."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from netwerkanalyse.io.atomic import replaced_file

if TYPE_CHECKING:
    import pyarrow as pa

_KEY = b"netwerkanalyse"


class Made(NamedTuple):
    """What a file says of itself: of which input and question it is the answer, and in what scale need stands."""

    fingerprint: str
    scale: str


def write_table(frame: pd.DataFrame, path: Path, made: Made) -> None:
    """Write a table of measures; its keys become columns, and what is undefined is missing.

    Parameters
    ----------
    frame
        The table.
    path
        The file.
    made
        What it says of itself.
    """
    import pyarrow as pa
    from pyarrow import parquet

    columns = {**_keys(frame.index), **{name: pa.array(frame[name], from_pandas=True) for name in frame}}
    table = pa.table(columns)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Without the schema of Arrow every program reads words as plain text, not as categories that differ by file.
    with (
        replaced_file(path) as temporary,
        parquet.ParquetWriter(temporary, table.schema, store_schema=False) as writer,
    ):
        writer.write_table(table)
        writer.add_key_value_metadata({_KEY: json.dumps(made._asdict())})


def made_of(path: Path) -> Made | None:
    """Return what a file says of itself; None when it is not there or not ours."""
    from pyarrow import ArrowException, parquet

    try:
        metadata = parquet.read_metadata(path).metadata or {}
        return Made(**json.loads(metadata[_KEY]))
    except (OSError, ArrowException, KeyError, ValueError, TypeError):
        return None


def clear(path: Path) -> None:
    """Take away a file that is about to be made anew, and what a killed process left beside it."""
    for left in (path, *path.parent.glob(f".{path.name}.*.tmp")):
        left.unlink(missing_ok=True)


def _keys(index: pd.Index) -> dict[str, "pa.Array"]:
    """Give the keys of a table as columns, repeated ones as numbers of texts."""
    import pyarrow as pa

    if not isinstance(index, pd.MultiIndex):
        return {str(index.name): pa.array(index)}
    columns = zip(index.names, index.codes, index.levels, strict=True)
    return {
        str(name): pa.DictionaryArray.from_arrays(np.asarray(codes), pa.array(level), mask=np.asarray(codes) < 0)
        for name, codes, level in columns
    }

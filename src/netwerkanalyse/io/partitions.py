"""A caseload in parts: a folder of Parquet folders, each a caseload of clients of its own.

Every part can be read, checked and handed over by itself. To other programs the whole is one table a name:
``polars.scan_parquet("country/*/members.parquet")``.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from netwerkanalyse.io.atomic import replaced_folder
from netwerkanalyse.io.folder import files_of
from netwerkanalyse.io.parquet_folder import SUFFIX, write_parquet_folder
from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.caseload_tables import CASELOAD


def partitions_in(folder: Path) -> list[Path]:
    """List the parts of a caseload.

    Parameters
    ----------
    folder
        Any path.

    Returns
    -------
    parts
        The folders in it that hold a table, by name; none when tables stand in the folder itself.
    """
    if not folder.is_dir() or _holds_tables(folder):
        return []
    return sorted(path for path in folder.iterdir() if path.is_dir() and path.name[0] != "." and _holds_tables(path))


def in_parts(caseload: Caseload, number: int) -> Iterator[Caseload]:
    """Cut a caseload into parts of as many clients, in the same order.

    Parameters
    ----------
    caseload
        The caseload.
    number
        How many parts; no more than there are clients are made.

    Yields
    ------
    part
        The next part.
    """
    clients = caseload.client_index
    for piece in np.array_split(np.arange(len(clients)), max(min(number, len(clients)), 1)):
        yield caseload.select(clients[piece])


def write_partitions(parts: Iterable[Caseload], folder: Path, *, lang: str = "nl") -> list[Path]:
    """Write a caseload in parts; memory holds one part at a time.

    Parameters
    ----------
    parts
        The parts, each with other clients.
    folder
        A folder that does not exist yet, or is empty. It appears when all parts are written.
    lang
        Language of messages.

    Returns
    -------
    paths
        The folders of the parts.

    Raises
    ------
    UnreadableError
        If something stands there, or it cannot be written.
    """
    other = next(iter(sorted(folder.iterdir())), None) if folder.is_dir() else folder if folder.exists() else None
    if other is not None:
        raise refusal(lang, "folder_in_use", name=folder, other=other.name)
    names = []
    try:
        with replaced_folder(folder) as made:
            for number, part in enumerate(parts):
                names.append(f"part-{number:05d}")
                (made / names[-1]).mkdir()
                write_parquet_folder(part.tables, made / names[-1], CASELOAD, lang)
    except OSError as error:
        raise refusal(lang, "cannot_write", name=folder) from error
    return [folder / name for name in names]


def _holds_tables(folder: Path) -> bool:
    return any(CASELOAD.read_sheet(path.stem) for path in files_of(folder, SUFFIX))

"""Writing that never leaves half a file: the old one stays until the new one is complete."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replaced_file(path: Path) -> Iterator[Path]:
    """Give a path beside ``path`` to write to, and put it in place when that went well.

    Parameters
    ----------
    path
        The file that is made or replaced.

    Yields
    ------
    temporary
        Where to write. It is gone afterwards, whatever happens.
    """
    temporary = _sibling(path)
    try:
        yield temporary
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def replaced_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder beside ``path`` to fill, and put it in place when that went well.

    A folder cannot be replaced in one step everywhere, so the old one is moved aside first and moved back when the
    new one cannot take its place.

    Parameters
    ----------
    path
        The folder that is made or replaced.

    Yields
    ------
    temporary
        The folder to fill. It is gone afterwards, whatever happens.
    """
    temporary = _sibling(path)
    temporary.mkdir()
    try:
        yield temporary
        if path.exists():
            _swap(temporary, path)
        else:
            temporary.replace(path)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _swap(new: Path, path: Path) -> None:
    old = _sibling(path)
    path.replace(old)
    try:
        new.replace(path)
    except OSError:
        old.replace(path)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _sibling(path: Path) -> Path:
    """Return a path that does not exist, hidden, in the same folder (so on the same disk)."""
    return path.absolute().with_name(f".{path.name}.{secrets.token_hex(6)}.tmp")

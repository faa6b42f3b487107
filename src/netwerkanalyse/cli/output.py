"""Delivering what a command made: to a file, whole or not at all, or to standard output."""

import sys
from pathlib import Path

import click

from netwerkanalyse.cli.options import STREAM


def deliver(document: bytes, out: str | Path, *, quiet: bool) -> None:
    """Write one document and say where it is.

    Parameters
    ----------
    document
        Its content.
    out
        File, which is replaced when it exists; folders on the way are made. ``-`` is standard output.
    quiet
        Whether the path is left unsaid.
    """
    from netwerkanalyse.io.atomic import replaced_file

    if str(out) == STREAM:
        sys.stdout.buffer.write(document)
        sys.stdout.buffer.flush()
        return
    path = Path(out)
    path.parent.mkdir(parents=True, exist_ok=True)
    with replaced_file(path) as temporary:
        temporary.write_bytes(document)
    announce(path, quiet=quiet)


def announce(path: str | Path, *, quiet: bool) -> None:
    """Say where something was written, one path a line, so that other programs can use it."""
    if not quiet:
        click.echo(str(path))

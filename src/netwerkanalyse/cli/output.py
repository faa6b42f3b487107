"""Delivering what a command made: to a file, whole or not at all, or to standard output."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli.failures import Failed, Refused, because
from netwerkanalyse.cli.options import STREAM
from netwerkanalyse.errors import UnreadableError
from netwerkanalyse.texts import text

if TYPE_CHECKING:
    from netwerkanalyse.model.caseload import Caseload
    from netwerkanalyse.model.region import Region


def deliver(document: str | bytes, out: str | Path, *, quiet: bool, lang: str) -> None:
    """Write one document and say where it is.

    Parameters
    ----------
    document
        Its content; text is written as UTF-8.
    out
        File, which is replaced when it exists; folders on the way are made. ``-`` is standard output.
    quiet
        Whether the path is left unsaid.
    lang
        Language of messages.
    """
    from netwerkanalyse.io.atomic import replaced_file

    content = document.encode("utf-8") if isinstance(document, str) else document
    if str(out) == STREAM:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    with _way_to(Path(out), lang) as path, replaced_file(path) as temporary:
        temporary.write_bytes(content)
    announce(out, quiet=quiet)


def deliver_caseload(caseload: "Caseload", out: str, form: str | None, *, quiet: bool, lang: str) -> None:
    """Write a caseload and say where it is.

    Parameters
    ----------
    caseload
        The caseload.
    out
        File or folder, or ``-`` for standard output.
    form
        Name of the format, when ``out`` does not say it.
    quiet
        Whether the path is left unsaid.
    lang
        Language of headings and labels.
    """
    from netwerkanalyse.io.formats import write_caseload

    def write(target: str | Path) -> None:
        write_caseload(caseload, target, lang=lang, format_name=form)

    _deliver_tables(write, out, quiet=quiet, lang=lang)


def deliver_region(region: "Region", out: str, form: str | None, *, quiet: bool, lang: str) -> None:
    """Write a region and say where it is; as :func:`deliver_caseload`."""
    from netwerkanalyse.io.formats import write_region

    def write(target: str | Path) -> None:
        write_region(region, target, lang=lang, format_name=form)

    _deliver_tables(write, out, quiet=quiet, lang=lang)


def _deliver_tables(write: Callable[[str | Path], None], out: str, *, quiet: bool, lang: str) -> None:
    if out == STREAM:
        write(out)
        sys.stdout.buffer.flush()
        return
    with _way_to(Path(out), lang) as path:
        write(path)
    announce(out, quiet=quiet)


def spare(source: str, target: str | Path, lang: str) -> None:
    """Refuse to write over the file that is read: the data of the client would be gone."""
    if STREAM not in {source, target} and Path(target).resolve() == Path(source).resolve():
        raise Refused(text("cli.output.is_source", lang, name=target))


def announce(path: str | Path, *, quiet: bool) -> None:
    """Say where something was written, one path a line, so that other programs can use it."""
    if not quiet:
        click.echo(str(path))


@contextmanager
def _way_to(path: Path, lang: str) -> Iterator[Path]:
    """Make the folders on the way to a path; when nothing comes of it, take them away again and say why."""
    made = [folder for folder in path.absolute().parents if not folder.exists()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield path
    except BaseException as error:
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        reason = error.__cause__ if isinstance(error, UnreadableError) else error
        if isinstance(reason, OSError):
            raise Failed(because("cli.failed.write", reason, lang, name=path)) from error
        raise

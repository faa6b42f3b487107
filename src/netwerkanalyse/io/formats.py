"""The one table of formats, and the functions that read and write a caseload or a region in any of them."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import BinaryIO, TypeVar

import pandas as pd

from netwerkanalyse.errors import UnknownNameError, UnreadableError
from netwerkanalyse.io.atomic import replaced_file, replaced_folder
from netwerkanalyse.io.csv_folder import file_name, read_csv_folder, write_csv_folder
from netwerkanalyse.io.folder import files_of, refuse_to_replace
from netwerkanalyse.io.json_document import SIZE, read_json, write_json
from netwerkanalyse.io.parquet_folder import read_parquet_folder, write_parquet_folder
from netwerkanalyse.io.partitions import partitions_in
from netwerkanalyse.io.raw_tables import RawTables
from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.io.workbook_reader import read_workbook
from netwerkanalyse.io.workbook_writer import write_workbook
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.fields import Schema
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_tables import REGION

Form = TypeVar("Form", bound="Document | Folder")
Tables = Mapping[str, pd.DataFrame]
Place = str | PathLike[str] | BinaryIO


@dataclass(frozen=True)
class Document:
    """A format that keeps all tables in one file.

    Parameters
    ----------
    name
        What people call it on the command line.
    suffix
        What the name of such a file ends in.
    read
        Reads an open file; is given its name and the language of messages.
    write
        Writes tables to an open file.
    """

    name: str
    suffix: str
    read: Callable[[BinaryIO, str, Schema, str], RawTables]
    write: Callable[[Tables, BinaryIO, Schema, str], None]


@dataclass(frozen=True)
class Folder:
    """A format that keeps every table in a file of its own.

    Parameters
    ----------
    name
        What people call it on the command line.
    suffix
        What the names of the files in the folder end in.
    read
        Reads a folder; is given the language of messages.
    write
        Writes tables into an empty folder.
    """

    name: str
    suffix: str
    read: Callable[[Path, Schema, str], RawTables]
    write: Callable[[Tables, Path, Schema, str], None]


DOCUMENTS = (
    Document("xlsx", ".xlsx", read_workbook, write_workbook),
    Document("json", ".json", read_json, write_json),
)
FOLDERS = (
    Folder("parquet", ".parquet", read_parquet_folder, write_parquet_folder),
    Folder("csv", ".csv", read_csv_folder, write_csv_folder),
)
FORMATS: tuple[Document | Folder, ...] = (*DOCUMENTS, *FOLDERS)
"""Every format there is."""

_WORKBOOK_STARTS = (b"PK", b"\xd0\xcf\x11\xe0")


def read_caseload(source: Place, *, strict: bool = False, lang: str = "nl") -> Caseload:
    """Read a caseload: a workbook, a JSON document, or a folder of CSV or Parquet files.

    Parameters
    ----------
    source
        File or folder; ``"-"`` is standard input. An open file works too, for a workbook or JSON.
    strict
        Whether warnings stop too.
    lang
        Language of messages, ``"nl"`` or ``"en"``. The data may be in either.

    Returns
    -------
    caseload
        The caseload; what was doubtful stands in its ``warnings``.

    Raises
    ------
    UnreadableError
        If there is no such file, or it is not what its name says, or it is unsafe to open.
    ValidationError
        If something is wrong with the data; with every problem, each with its cell or line.
    """
    return _read(source, CASELOAD, lang).built(Caseload.build, CASELOAD, strict=strict, lang=lang)


def read_region(source: Place, *, strict: bool = False, lang: str = "nl") -> Region:
    """Read a region: a workbook, a JSON document, or a folder of CSV or Parquet files.

    Parameters
    ----------
    source, strict, lang
        As for :func:`read_caseload`.

    Returns
    -------
    region
        The region; what was doubtful stands in its ``warnings``.

    Raises
    ------
    UnreadableError
        If there is no such file, or it is not what its name says, or it is unsafe to open.
    ValidationError
        If something is wrong with the data; with every problem, each with its cell or line.
    """
    return _read(source, REGION, lang).built(Region.build, REGION, strict=strict, lang=lang)


def write_caseload(caseload: Caseload, target: Place, *, lang: str = "nl", format_name: str | None = None) -> None:
    """Write a caseload; it reads back the same.

    A crash leaves the old file or the new one, never half of either.

    Parameters
    ----------
    caseload
        The caseload.
    target
        File or folder; its suffix says the format (``.xlsx``, ``.json``), and a name without suffix is a folder.
        ``"-"`` is standard output, and an open file works too, for a workbook or JSON.
    lang
        Language of sheets, headings and labels, in formats for people.
    format_name
        ``"xlsx"``, ``"json"``, ``"csv"`` or ``"parquet"``, when the suffix does not say it. Without either, a
        folder is Parquet and an open file JSON.

    Raises
    ------
    UnreadableError
        If it cannot be written there.
    UnknownNameError
        If there is no such format.
    """
    _write(caseload.tables, target, CASELOAD, lang, format_name)


def write_region(region: Region, target: Place, *, lang: str = "nl", format_name: str | None = None) -> None:
    """Write a region; it reads back the same.

    Parameters
    ----------
    region
        The region.
    target, lang, format_name
        As for :func:`write_caseload`.

    Raises
    ------
    UnreadableError
        If it cannot be written there.
    UnknownNameError
        If there is no such format.
    """
    _write(region.tables, target, REGION, lang, format_name)


def _write(tables: Tables, target: Place, schema: Schema, lang: str, format_name: str | None) -> None:
    if str(target) == "-":
        target = sys.stdout.buffer
    if not isinstance(target, str | PathLike):
        _named(format_name or "json", DOCUMENTS).write(tables, target, schema, lang)
        return
    path = Path(target)
    form = _named(format_name, FORMATS) if format_name else _format_of(path, lang)
    try:
        if isinstance(form, Folder):
            refuse_to_replace(path, form.suffix, schema, lang)
            with replaced_folder(path) as folder:
                form.write(tables, folder, schema, lang)
        else:
            with replaced_file(path) as file, file.open("wb") as stream:
                form.write(tables, stream, schema, lang)
    except UnreadableError:
        raise
    except OSError as error:
        raise refusal(lang, "cannot_write", name=path) from error


def _read(source: Place, schema: Schema, lang: str) -> RawTables:
    if str(source) == "-":
        source = sys.stdin.buffer
    if not isinstance(source, str | PathLike):
        return _read_stream(source, schema, lang)
    path = Path(source)
    if path.is_dir():
        return _format_in(path, schema, lang).read(path, schema, lang)
    if not path.is_file():
        raise refusal(lang, "not_a_file" if path.exists() else "no_such_file", name=path)
    document = _by_suffix(path, DOCUMENTS)
    if document is None:
        raise refusal(lang, "lone_table" if _by_suffix(path, FOLDERS) else "unknown_suffix", name=path.name)
    try:
        stream = path.open("rb")
    except OSError as error:
        raise refusal(lang, "no_access", name=path) from error
    with stream:
        return document.read(stream, path.name, schema, lang)


def _read_stream(stream: BinaryIO, schema: Schema, lang: str) -> RawTables:
    """Read an open file; its first bytes tell a workbook from JSON."""
    data = stream.read(SIZE + 1)
    document = _named("xlsx" if data.startswith(_WORKBOOK_STARTS) else "json", DOCUMENTS)
    return document.read(BytesIO(data), getattr(stream, "name", "-"), schema, lang)


def _format_in(path: Path, schema: Schema, lang: str) -> Folder:
    """Return the format of the tables in a folder; two formats side by side are refused, not chosen between."""
    found = [form for form in FOLDERS if any(schema.read_sheet(file.stem) for file in files_of(path, form.suffix))]
    if not found and (parts := partitions_in(path)):
        raise refusal(lang, "not_for_partitions", name=path, first=parts[0])
    if not found:
        first, second = (file_name(table, lang) for table in schema.tables[:2])
        raise refusal(lang, "nothing_in_folder", name=path, first=first, second=second)
    if len(found) > 1:
        raise refusal(lang, "mixed_folder", name=path)
    return found[0]


def _format_of(path: Path, lang: str) -> Document | Folder:
    """Return the format in which to write a path."""
    form = _by_suffix(path, FORMATS)
    if form is None and path.suffix and not path.is_dir():
        raise refusal(lang, "unknown_suffix", name=path.name)
    return form or FOLDERS[0]


def _by_suffix(path: Path, forms: tuple[Form, ...]) -> Form | None:
    return next((form for form in forms if form.suffix == path.suffix.casefold()), None)


def _named(name: str, forms: tuple[Form, ...]) -> Form:
    """Return a format by its name."""
    for form in forms:
        if form.name == name:
            return form
    message = f"no format {name!r}; there is {', '.join(form.name for form in forms)}"
    raise UnknownNameError(message)

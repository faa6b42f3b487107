"""Folders with a file for every table: which file is which table, and which folders may be replaced."""

from pathlib import Path

from netwerkanalyse.io.raw_tables import RawTables, unknown_table
from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.model.fields import Schema, Table
from netwerkanalyse.model.problem import Origin, Problem


def table_files(folder: Path, suffix: str, schema: Schema, raw: RawTables) -> list[tuple[Table, Path]]:
    """List the files that hold a table.

    Parameters
    ----------
    folder
        The folder.
    suffix
        What the names end in.
    schema
        The tables that are expected.
    raw
        Where files that name no table, or the same one twice, are told.

    Returns
    -------
    files
        Every table with its file, in the order of the schema.
    """
    files: dict[str, Path] = {}
    for path in files_of(folder, suffix):
        name = schema.read_sheet(path.stem)
        if name is None:
            raw.found.append(unknown_table(path.stem, schema))
        elif name in files:
            details = {"first": files[name].name}
            raw.unread.append(Problem("double_table", table=name, details=details, origin=Origin(path.name)))
        else:
            files[name] = path
    return [(table, files[table.name]) for table in schema.tables if table.name in files]


def files_of(folder: Path, suffix: str) -> list[Path]:
    """Return the files of a folder with this suffix, by name; hidden files are left out."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.casefold() == suffix and not path.name.startswith((".", "~")) and path.is_file()
    )


def refuse_to_replace(folder: Path, suffix: str, schema: Schema, lang: str) -> None:
    """Refuse to replace a folder that holds anything but tables of a caseload.

    Parameters
    ----------
    folder
        Where a folder is about to be written.
    suffix
        What the names of the new files end in.
    schema
        The tables that exist.
    lang
        Language of the message.

    Raises
    ------
    UnreadableError
        If something stands there that we did not write.
    """
    if not folder.exists():
        return
    ours = {path for path in files_of(folder, suffix) if schema.read_sheet(path.stem)} if folder.is_dir() else set()
    others = sorted(set(folder.iterdir()) - ours) if folder.is_dir() else [folder]
    if others:
        raise refusal(lang, "folder_in_use", name=folder, other=others[0].name)

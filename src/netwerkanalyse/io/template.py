"""The workbook that people fill in: explained, with drop-downs and an example, read back by the ordinary reader."""

from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import pandas as pd

from netwerkanalyse.io.atomic import replaced_file
from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.io.template_choices import write_choices
from netwerkanalyse.io.template_guide import write_guide
from netwerkanalyse.io.template_looks import Looks
from netwerkanalyse.io.template_sheet import write_table_sheet
from netwerkanalyse.io.workbook_writer import SAFE
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.texts import text

CORE = ("clients", "members", "needs", "supports", "ties")
"""The tables to begin with, in the order in which a conversation fills them."""

VERSION = 1
"""Version of the template, kept in the properties of the file."""


def write_template(
    target: str | PathLike[str] | BinaryIO, *, lang: str = "nl", example: Caseload | None = None
) -> None:
    """Write a workbook to fill in.

    Parameters
    ----------
    target
        The file to make or replace, or an open file.
    lang
        Language of the workbook, ``"nl"`` or ``"en"``.
    example
        A fictional client whose rows are there already, to be looked at and overwritten.

    Raises
    ------
    UnreadableError
        If it cannot be written there.
    """
    if not isinstance(target, str | PathLike):
        _write(target, lang, example)
        return
    try:
        with replaced_file(Path(target)) as file, file.open("wb") as stream:
            _write(stream, lang, example)
    except OSError as error:
        raise refusal(lang, "cannot_write", name=target) from error


def _write(stream: BinaryIO, lang: str, example: Caseload | None) -> None:
    from xlsxwriter import Workbook

    core = [CASELOAD.by_name[name] for name in CORE]
    more = [table for table in CASELOAD.tables if table.name not in CORE]
    rows = example.tables if example is not None else {}
    with TemporaryDirectory() as folder:
        book = Workbook(stream, {**SAFE, "tmpdir": folder})
        book.set_properties({"title": text("template.guide.title", lang), "comments": f"template {VERSION}"})
        looks = Looks.of(book)
        guide = book.add_worksheet(text("template.sheet.guide", lang))
        write_guide(guide, core, more, looks, lang)
        for table in (*core, *more):
            sheet = book.add_worksheet(table.sheet.get(lang))
            frame = rows.get(table.name, pd.DataFrame())
            write_table_sheet(sheet, table, frame, CASELOAD, looks, lang, core=table.name in CORE)
        write_choices(book, CASELOAD, lang)
        guide.activate()
        book.close()

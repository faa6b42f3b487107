"""The workbook that people fill in: explained, with drop-downs and an example, read back by the ordinary reader."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import pandas as pd

from netwerkanalyse.io.atomic import replaced_file
from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.io.template_choices import write_choices
from netwerkanalyse.io.template_guide import CASELOAD_GUIDE, REGION_GUIDE, Guide, write_guide
from netwerkanalyse.io.template_looks import Looks
from netwerkanalyse.io.template_sheet import write_table_sheet
from netwerkanalyse.io.workbook_writer import SAFE
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from netwerkanalyse.texts import text

VERSION = 1
"""Version of the template, kept in the properties of the file."""


def write_template(
    target: str | PathLike[str] | BinaryIO, *, lang: str = "nl", example: Caseload | None = None
) -> None:
    """Write a workbook to fill in: the network around a client.

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
    _write(target, CASELOAD_GUIDE, lang, example.tables if example is not None else {})


def write_region_template(
    target: str | PathLike[str] | BinaryIO, *, lang: str = "nl", example: Region | None = None
) -> None:
    """Write a workbook to fill in: the organisations of a region and how they work together.

    Parameters
    ----------
    target, lang
        As for :func:`write_template`.
    example
        A region whose rows are there already, to be looked at and overwritten.

    Raises
    ------
    UnreadableError
        If it cannot be written there.
    """
    _write(target, REGION_GUIDE, lang, example.tables if example is not None else {})


def _write(
    target: str | PathLike[str] | BinaryIO, guide: Guide, lang: str, example: Mapping[str, pd.DataFrame]
) -> None:
    if not isinstance(target, str | PathLike):
        _write_book(target, guide, lang, example)
        return
    try:
        with replaced_file(Path(target)) as file, file.open("wb") as stream:
            _write_book(stream, guide, lang, example)
    except OSError as error:
        raise refusal(lang, "cannot_write", name=target) from error


def _write_book(stream: BinaryIO, guide: Guide, lang: str, example: Mapping[str, pd.DataFrame]) -> None:
    from xlsxwriter import Workbook

    with TemporaryDirectory() as folder:
        book = Workbook(stream, {**SAFE, "tmpdir": folder})
        book.set_properties({"title": text(f"{guide.texts}.title", lang), "comments": f"template {VERSION}"})
        looks = Looks.of(book)
        front = book.add_worksheet(text("template.sheet.guide", lang))
        write_guide(front, guide, looks, lang)
        for table in (*guide.core, *guide.more):
            sheet = book.add_worksheet(table.sheet.get(lang))
            frame = example.get(table.name, pd.DataFrame())
            write_table_sheet(sheet, table, frame, guide.schema, looks, lang, core=table in guide.core)
        write_choices(book, guide.schema, lang)
        front.activate()
        book.close()

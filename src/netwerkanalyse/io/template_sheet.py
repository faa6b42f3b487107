"""One sheet of the template: headings that stay, cells that help, and the rows of the example."""

import math
from typing import TYPE_CHECKING

import pandas as pd

from netwerkanalyse.io.spelling import spelled
from netwerkanalyse.io.template_choices import FIRST_ROW
from netwerkanalyse.io.template_looks import CORE, OPTIONAL, Looks
from netwerkanalyse.io.template_rules import add_help, add_marks, hint
from netwerkanalyse.io.workbook_writer import write_cell
from netwerkanalyse.model.fields import Field, FieldType, Schema, Table
from netwerkanalyse.texts import text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LAST_COLUMN = 16_383
PAGE_WIDTH = 190
"""Width of the columns, in characters, that is still readable on one page of A4 on its side."""

ALLOWED = (
    "insert_rows",
    "delete_rows",
    "sort",
    "autofilter",
    "format_cells",
    "format_columns",
    "format_rows",
)
"""What may be done in a sheet although its headings are locked."""

_HEADINGS = FIRST_ROW - 2  # rows from 0: title, introduction, hints, headings
_WIDTHS = {
    FieldType.FLAG: 11,
    FieldType.DATE: 12,
    FieldType.NUMBER: 11,
    FieldType.INTEGER: 12,
    FieldType.TEXT: 16,
    FieldType.CODES: 22,
}
_WIDE = {
    "wording": 42,
    "owners": 26,
    "theme": 30,
    "label": 20,
    "organisation": 18,
    "purpose": 26,
    "name": 30,
    "note": 42,
}
_WIDEST_CODE = 26


def write_table_sheet(
    sheet: "Worksheet", table: Table, frame: pd.DataFrame, schema: Schema, looks: Looks, lang: str, *, core: bool
) -> None:
    """Write the sheet of one table.

    Parameters
    ----------
    sheet
        An empty sheet.
    table
        Its declaration.
    frame
        Rows of the example; none when there is no example.
    schema
        All tables.
    looks
        The cell formats.
    lang
        Language of the sheet.
    core
        Whether the table is one of those to begin with.
    """
    example = text(f"template.{schema.name}.example_rows", lang) if len(frame) else ""
    sheet.write_string(0, 0, table.sheet.get(lang), looks.title)
    sheet.write_string(1, 0, f"{text(f'template.intro.{table.name}', lang)} {example}".strip(), looks.intro)
    widths = [_width(field, lang) for field in table.fields]
    for position, (field, width) in enumerate(zip(table.fields, widths, strict=True)):
        sheet.set_column(position, position, width, _look(field, looks))
        sheet.write_string(_HEADINGS - 1, position, hint(field, table, lang), looks.hint)
        sheet.write_string(_HEADINGS, position, field.heading.get(lang), looks.headings[core, field.required])
        add_help(sheet, position, field, table, schema, lang)
    # The rest of the sheet is not locked either: a row with a locked cell cannot be removed.
    sheet.set_column(len(table.fields), LAST_COLUMN, None, looks.text)
    add_marks(sheet, table, looks)
    _write_rows(sheet, table, frame, looks, lang)
    _prepare_for_use(sheet, core=core, frozen=min(2, len(table.key)))
    _prepare_for_print(sheet, pages=math.ceil(sum(widths) / PAGE_WIDTH))


def _write_rows(sheet: "Worksheet", table: Table, frame: pd.DataFrame, looks: Looks, lang: str) -> None:
    columns = spelled(frame[list(table.names)], table, lang) if len(frame) else {}
    for row, cells in enumerate(zip(*columns.values(), strict=True), start=_HEADINGS + 1):
        for position, (cell, field) in enumerate(zip(cells, table.fields, strict=True)):
            write_cell(sheet, row, position, cell, _look(field, looks), looks.day)


def _prepare_for_use(sheet: "Worksheet", *, core: bool, frozen: int) -> None:
    """Set what stays in view and what is locked."""
    sheet.set_tab_color(CORE if core else OPTIONAL)
    sheet.set_row(0, 28)
    sheet.set_row(1, 20)
    sheet.set_row(_HEADINGS - 1, 26)
    sheet.set_row(_HEADINGS, 34)
    sheet.freeze_panes(_HEADINGS + 1, frozen)
    sheet.protect("", dict.fromkeys(ALLOWED, True))
    sheet.set_selection(_HEADINGS + 1, 0, _HEADINGS + 1, 0)


def _prepare_for_print(sheet: "Worksheet", *, pages: int) -> None:
    """Print on A4 on its side, headings on every page, readable."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(pages, 0)
    sheet.repeat_rows(_HEADINGS)
    if pages > 1:
        sheet.repeat_columns(0, 1)
    sheet.set_footer("&L&A&R&P / &N")


def _look(field: Field, looks: Looks) -> "Format":
    if field.type is FieldType.DATE:
        return looks.day
    return looks.number if field.type in {FieldType.NUMBER, FieldType.INTEGER} else looks.text


def _width(field: Field, lang: str) -> int:
    """Return a width at which heading and answers are readable."""
    if field.codes is not None and field.type is not FieldType.CODES:
        return min(max(12, *(len(label) + 2 for label in field.codes.labels(lang))), _WIDEST_CODE)
    return _WIDE.get(field.name, _WIDTHS[field.type])

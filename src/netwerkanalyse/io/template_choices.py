"""What can be chosen in a cell: the lists of codes, and what was filled in on another sheet (people, organisations)."""

from typing import TYPE_CHECKING

from netwerkanalyse.model.fields import Field, FieldType, Schema, Table
from netwerkanalyse.texts import text

if TYPE_CHECKING:
    from xlsxwriter import Workbook

FIRST_ROW = 5
"""Row of a sheet where the data begin, as people count."""

ROWS = 1_000
"""Rows of a sheet that have drop-downs and checks."""


def write_choices(book: "Workbook", schema: Schema, lang: str) -> None:
    """Write the lists to a hidden sheet, and name every range that can be chosen from.

    Parameters
    ----------
    book
        The workbook; all other sheets are there already.
    schema
        The tables.
    lang
        Language of the labels.
    """
    name = text("template.sheet.lists", lang)
    sheet = book.add_worksheet(name)
    sheet.hide()
    lists = {field.codes.name: field.codes.labels(lang) for field in _coded(schema) if field.codes}
    lists["flag"] = (text("words.yes", lang), text("words.no", lang))
    for position, (code, labels) in enumerate(sorted(lists.items())):
        sheet.write_string(0, position, code)
        for row, label in enumerate(labels, start=1):
            sheet.write_string(row, position, label)
        column = _letter(position)
        book.define_name(f"keuze_{code}", f"='{name}'!${column}$2:${column}${len(labels) + 1}")
    for table in schema.tables:
        if table.name in _referred(schema):
            book.define_name(f"keuze_{table.name}", _filled_cells(table, lang))


def choices_of(field: Field, table: Table) -> str:
    """Return the name of the range that a cell of this column is chosen from, or an empty string."""
    if field.type is FieldType.FLAG:
        return "keuze_flag"
    if field.codes is not None:
        return f"keuze_{field.codes.name}"
    return f"keuze_{field.refers}" if field.refers and field.refers != table.name else ""


def is_open(field: Field) -> bool:
    """Tell whether other words than those of the list may be filled in: words of one's own, or several codes."""
    return field.type is FieldType.CODES or (field.codes is not None and field.codes.open)


def _coded(schema: Schema) -> list[Field]:
    return [field for table in schema.tables for field in table.fields if field.codes is not None]


def _referred(schema: Schema) -> set[str]:
    return {field.refers for table in schema.tables for field in table.fields if field.refers}


def _filled_cells(table: Table, lang: str) -> str:
    """Return the formula of the cells of a key column that are filled in, so that a list has no empty lines."""
    column = _letter(table.names.index(table.key[-1]))
    sheet = f"'{table.sheet.get(lang)}'"
    first, last = f"{sheet}!${column}${FIRST_ROW}", f"${column}${FIRST_ROW + ROWS - 1}"
    return f"=OFFSET({first},0,0,MAX(1,COUNTA({first}:{last})),1)"


def _letter(position: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    letter: str = xl_col_to_name(position)
    return letter

"""What a cell of the template accepts, what it says when it is chosen, and when it lights up.

Drop-downs and checks in a sheet are help, not a guarantee: who pastes passes them by. Reading checks everything again.
"""

from typing import TYPE_CHECKING

from netwerkanalyse.io.template_choices import FIRST_ROW, ROWS, choices_of, is_open
from netwerkanalyse.io.template_looks import Looks
from netwerkanalyse.model.fields import Field, FieldType, Schema, Table
from netwerkanalyse.texts import text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

TITLE, MESSAGE = 32, 255
"""Most characters of the title and the text that Excel shows beside a cell."""

_NUMBERS = {FieldType.NUMBER: "decimal", FieldType.INTEGER: "integer"}


def hint(field: Field, table: Table, lang: str) -> str:
    """Say in a few words what sort of answer a column takes."""
    if field.type is FieldType.FLAG:
        return text("template.hint.flag", lang)
    if field.type is FieldType.CODES:
        return text("template.hint.several", lang)
    if choices_of(field, table):
        return text("template.hint.open" if is_open(field) else "template.hint.choose", lang)
    if field.high is not None:
        return text("template.hint.range", lang, low=field.low, high=field.high)
    if field.type in _NUMBERS:
        return text("template.hint.number", lang)
    return text("template.hint.day" if field.type is FieldType.DATE else "template.hint.text", lang)


def add_help(sheet: "Worksheet", position: int, field: Field, table: Table, schema: Schema, lang: str) -> None:
    """Show what a column means when a cell is chosen, offer its choices, and refuse what cannot be right.

    Parameters
    ----------
    sheet
        The sheet.
    position
        Position of the column, from 0.
    field, table
        The column and its table.
    schema
        All tables.
    lang
        Language of messages.
    """
    needed = f"{text('template.needed', lang)} " if field.required else ""
    options: dict[str, object] = {
        **_rule(field, table, schema, lang),
        "error_title": text("template.error.title", lang),
        "input_title": field.heading.get(lang)[:TITLE],
        "input_message": f"{needed}{field.meaning.get(lang)}"[:MESSAGE],
    }
    sheet.data_validation(FIRST_ROW - 1, position, FIRST_ROW + ROWS - 2, position, options)


def add_marks(sheet: "Worksheet", table: Table, looks: Looks) -> None:
    """Light up rows that stand twice and cells that a row cannot do without, and draw a line under every row.

    Parameters
    ----------
    sheet
        The sheet.
    table
        Its declaration.
    looks
        The cell formats.
    """
    from xlsxwriter.utility import xl_col_to_name

    first, last = FIRST_ROW, FIRST_ROW + ROWS - 1
    letters = {name: xl_col_to_name(position) for position, name in enumerate(table.names)}

    row = f"$A{first}:${letters[table.names[-1]]}{first}"

    def mark(left: str, right: str, formula: str, look: object) -> None:
        rule = {"type": "formula", "criteria": formula, "format": look}
        sheet.conditional_format(f"{letters[left]}{first}:{letters[right]}{last}", rule)

    if table.key:
        pairs = ",".join(f"${at}${first}:${at}${last},${at}{first}" for at in map(letters.get, table.key))
        filled = letters[table.key[-1]]
        shown = table.key[min(1, len(table.key) - 1)]
        mark(shown, shown, f'=AND(${filled}{first}<>"",COUNTIFS({pairs})>1)', looks.double)
    for field in table.fields:
        if field.required:
            mark(field.name, field.name, f"=AND(COUNTA({row})>0,LEN(${letters[field.name]}{first})=0)", looks.needed)
    mark(table.names[0], table.names[-1], f"=COUNTA({row})>0", looks.filled)


def _rule(field: Field, table: Table, schema: Schema, lang: str) -> dict[str, object]:
    """Return what a cell accepts, and what it says when it gets something else."""
    choices = choices_of(field, table)
    if choices and field.refers:
        sheet = schema.by_name[field.refers].sheet.get(lang)
        message = text("template.error.refer", lang, sheet=sheet)
        return {"validate": "list", "source": f"={choices}", "error_type": "warning", "error_message": message}
    if choices:
        message = text("template.error.choose", lang)
        shown = not is_open(field)
        return {"validate": "list", "source": f"={choices}", "show_error": shown, "error_message": message}
    if field.type is FieldType.DATE:
        return {"validate": "date", "criteria": ">=", "value": 1, "error_message": text("template.error.day", lang)}
    if field.type in _NUMBERS and field.high is not None:
        message = text("template.error.range", lang, low=field.low, high=field.high)
        limits = {"minimum": field.low, "maximum": field.high}
        return {"validate": _NUMBERS[field.type], "criteria": "between", **limits, "error_message": message}
    if field.type in _NUMBERS:
        message = text("template.error.number", lang)
        return {"validate": _NUMBERS[field.type], "criteria": ">=", "value": 0, "error_message": message}
    return {"validate": "any"}

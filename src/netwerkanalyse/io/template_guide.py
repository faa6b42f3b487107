"""The first sheet of the template: what to fill in, what blank means, privacy, and how to get a report."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from netwerkanalyse.io.template_looks import CORE, Looks
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.fields import Schema, Table
from netwerkanalyse.model.region_tables import REGION
from netwerkanalyse.texts import text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_MARGIN, _TERM, _TEXT = 2, 24, 82
_LINE = 13.5  # height of a line of text
_LETTERS = 1.2  # letters of running text in a unit of width


@dataclass(frozen=True)
class Guide:
    """What the first sheet leads to.

    Parameters
    ----------
    schema
        The tables of the workbook.
    first
        Names of the tables to begin with, in the order in which a conversation fills them.
    notes
        What is good to know: keys of terms with a text, the guide's own or those of every guide.
    privacy
        The same, about privacy.
    commands
        What makes a report of the file.
    """

    schema: Schema
    first: tuple[str, ...]
    notes: tuple[str, ...]
    privacy: tuple[str, ...]
    commands: tuple[str, ...] = ()

    @property
    def texts(self) -> str:
        """Where the texts of this guide stand."""
        return f"template.{self.schema.name}"

    @cached_property
    def core(self) -> tuple[Table, ...]:
        """The tables to begin with."""
        return tuple(self.schema.by_name[name] for name in self.first)

    @cached_property
    def more(self) -> tuple[Table, ...]:
        """The other tables."""
        return tuple(table for table in self.schema.tables if table.name not in self.first)


CASELOAD_GUIDE = Guide(
    CASELOAD,
    first=("clients", "members", "needs", "supports", "ties"),
    notes=("guide.blank", "guide.needed", "guide.lists", "caseload.codes", "caseload.own_columns", "guide.locked"),
    privacy=("caseload.names", "guide.laptop", "caseload.client"),
    commands=("check", "client"),
)
REGION_GUIDE = Guide(
    REGION,
    first=("organisations", "layers", "collaborations"),
    notes=(
        "guide.blank",
        "region.layers",
        "guide.needed",
        "guide.lists",
        "region.several",
        "region.codes",
        "region.own_columns",
        "guide.locked",
    ),
    privacy=("region.names", "guide.laptop"),
)


def write_guide(sheet: "Worksheet", guide: Guide, looks: Looks, lang: str) -> None:
    """Write the sheet.

    Parameters
    ----------
    sheet
        An empty sheet.
    guide
        What it leads to.
    looks
        The cell formats.
    lang
        Language of the sheet.
    """
    page = _Page(sheet, looks, lang)
    page.title(guide.texts)
    page.section(f"{guide.texts}.begin")
    for number, table in enumerate(guide.core, start=1):
        page.table(table, number)
    page.section("template.guide.good_to_know")
    for note in guide.notes:
        page.line(f"template.{note}")
    page.section(f"{guide.texts}.privacy")
    for note in guide.privacy:
        page.line(f"template.{note}")
    if guide.commands:
        page.section("template.guide.report")
    for command in guide.commands:
        page.command(command)
    page.section("template.guide.more")
    for table in guide.more:
        page.table(table)
    _prepare(sheet)


class _Page:
    """Writes from top to bottom."""

    def __init__(self, sheet: "Worksheet", looks: Looks, lang: str) -> None:
        self._sheet, self._looks, self._lang = sheet, looks, lang
        self._row = 0

    def title(self, texts: str) -> None:
        """Write the title and what this file is."""
        self._sheet.set_row(self._row, 30)
        self._sheet.write_string(self._row, 1, self._say(f"{texts}.title"), self._looks.title)
        self._merged(self._row + 1, self._say(f"{texts}.intro"))
        self._merged(self._row + 2, self._say(f"{texts}.example"))
        self._row += 3

    def section(self, key: str) -> None:
        """Write a heading and the sentence under it."""
        self._row += 1
        for column in (1, 2):
            self._sheet.write_string(self._row, column, "", self._looks.section)
        self._sheet.write_string(self._row, 1, self._say(key), self._looks.section)
        self._merged(self._row + 1, self._say(f"{key}.how"))
        self._row += 2

    def table(self, table: Table, number: int | None = None) -> None:
        """Write the name of a sheet, as a link to it, and what it asks."""
        name = table.sheet.get(self._lang)
        shown = name if number is None else f"{number}. {name}"
        self._sheet.write_url(self._row, 1, f"internal:'{name}'!A1", self._looks.link, shown)
        self._explain(self._say(f"template.intro.{table.name}"))

    def line(self, key: str) -> None:
        """Write a term and what it means."""
        self._sheet.write_string(self._row, 1, self._say(f"{key}.term"), self._looks.strong)
        self._explain(self._say(f"{key}.text"))

    def command(self, name: str) -> None:
        """Write what a command does, and the command."""
        self._sheet.write_string(self._row, 1, self._say(f"template.guide.command.{name}"), self._looks.body)
        self._sheet.write_string(
            self._row, 2, f"netwerkanalyse {name} {self._say('template.guide.file')}", self._looks.command
        )
        self._row += 1

    def _explain(self, words: str) -> None:
        self._set_height(self._row, words, _TEXT)
        self._sheet.write_string(self._row, 2, words, self._looks.body)
        self._row += 1

    def _merged(self, row: int, words: str) -> None:
        self._set_height(row, words, _TERM + _TEXT)
        self._sheet.merge_range(row, 1, row, 2, words, self._looks.wide)

    def _set_height(self, row: int, words: str, width: int) -> None:
        """Make a row as high as its text: not every program does that by itself."""
        self._sheet.set_row(row, _LINE * math.ceil(len(words) / (width * _LETTERS)) + 4)

    def _say(self, key: str) -> str:
        return text(key, self._lang)


def _prepare(sheet: "Worksheet") -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _MARGIN)
    sheet.set_column(1, 1, _TERM)
    sheet.set_column(2, 2, _TEXT)
    sheet.set_tab_color(CORE)
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"select_locked_cells": True})

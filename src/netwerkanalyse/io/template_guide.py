"""The first sheet of the template: what to fill in, what blank means, privacy, and how to get a report."""

import math
from typing import TYPE_CHECKING

from netwerkanalyse.io.template_looks import CORE, Looks
from netwerkanalyse.model.fields import Table
from netwerkanalyse.texts import text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_NOTES = ("blank", "needed", "lists", "codes", "own_columns", "locked")
_PRIVACY = ("names", "laptop", "client")
_COMMANDS = ("check", "client")
_MARGIN, _TERM, _TEXT = 2, 24, 82
_LINE = 13.5  # height of a line of text
_LETTERS = 1.2  # letters of running text in a unit of width


def write_guide(sheet: "Worksheet", core: list[Table], more: list[Table], looks: Looks, lang: str) -> None:
    """Write the sheet.

    Parameters
    ----------
    sheet
        An empty sheet.
    core
        The tables to begin with.
    more
        The other tables.
    looks
        The cell formats.
    lang
        Language of the sheet.
    """
    page = _Page(sheet, looks, lang)
    page.title()
    page.section("begin")
    for number, table in enumerate(core, start=1):
        page.table(table, number)
    page.section("good_to_know")
    for note in _NOTES:
        page.line(f"note.{note}")
    page.section("privacy")
    for note in _PRIVACY:
        page.line(f"privacy.{note}")
    page.section("report")
    for command in _COMMANDS:
        page.command(command)
    page.section("more")
    for table in more:
        page.table(table)
    _prepare(sheet)


class _Page:
    """Writes from top to bottom."""

    def __init__(self, sheet: "Worksheet", looks: Looks, lang: str) -> None:
        self._sheet, self._looks, self._lang = sheet, looks, lang
        self._row = 0

    def title(self) -> None:
        """Write the title and what this file is."""
        self._sheet.set_row(self._row, 30)
        self._sheet.write_string(self._row, 1, self._say("title"), self._looks.title)
        self._merged(self._row + 1, self._say("intro"))
        self._merged(self._row + 2, self._say("example"))
        self._row += 3

    def section(self, name: str) -> None:
        """Write a heading and the sentence under it."""
        self._row += 1
        for column in (1, 2):
            self._sheet.write_string(self._row, column, "", self._looks.section)
        self._sheet.write_string(self._row, 1, self._say(name), self._looks.section)
        self._merged(self._row + 1, self._say(f"{name}.how"))
        self._row += 2

    def table(self, table: Table, number: int | None = None) -> None:
        """Write the name of a sheet, as a link to it, and what it asks."""
        name = table.sheet.get(self._lang)
        shown = name if number is None else f"{number}. {name}"
        self._sheet.write_url(self._row, 1, f"internal:'{name}'!A1", self._looks.link, shown)
        self._explain(text(f"template.intro.{table.name}", self._lang))

    def line(self, key: str) -> None:
        """Write a term and what it means."""
        self._sheet.write_string(self._row, 1, self._say(f"{key}.term"), self._looks.strong)
        self._explain(self._say(f"{key}.text"))

    def command(self, name: str) -> None:
        """Write what a command does, and the command."""
        self._sheet.write_string(self._row, 1, self._say(f"command.{name}"), self._looks.body)
        self._sheet.write_string(self._row, 2, f"netwerkanalyse {name} {self._say('file')}", self._looks.command)
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
        return text(f"template.guide.{key}", self._lang)


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

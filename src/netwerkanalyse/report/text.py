"""A report as plain text, for a terminal."""

import textwrap
from collections.abc import Iterator
from functools import singledispatch

from netwerkanalyse.report.document import (
    Block,
    Checklist,
    Column,
    Definitions,
    Figure,
    Finding,
    Findings,
    Notice,
    Numbers,
    Paragraph,
    Report,
    TableBlock,
)
from netwerkanalyse.report.writing import written, written_number
from netwerkanalyse.texts import text

WIDTH = 88
"""Columns of a line."""


def render(report: Report) -> str:
    """Write a report as plain text of at most :data:`WIDTH` columns.

    Parameters
    ----------
    report
        Any report.

    Returns
    -------
    words
        Lines of text; pictures stand as words.
    """
    lines = [*_wrapped(report.title), "=" * min(len(report.title), WIDTH), *_wrapped(report.subtitle), ""]
    for sentence in report.made_of:
        lines += _wrapped(sentence, "- ", "  ")
    for section in report.sections:
        lines += ["", "", *_wrapped(section.title.upper()), "-" * min(len(section.title), WIDTH)]
        lines += _wrapped(section.intro)
        for block in section.blocks:
            lines += ["", *block_lines(block, report.lang)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


@singledispatch
def block_lines(block: Block, _lang: str) -> Iterator[str]:
    """Give the lines of one block."""
    message = f"no text for {type(block).__name__}"
    raise TypeError(message)


@block_lines.register
def _(block: Paragraph, _lang: str) -> Iterator[str]:
    if block.title:
        yield from _wrapped(block.title)
    yield from _wrapped(block.text)


@block_lines.register
def _(block: Notice, _lang: str) -> Iterator[str]:
    yield from _wrapped(block.text)


@block_lines.register
def _(block: Findings, lang: str) -> Iterator[str]:
    yield from _wrapped(f"{block.title}:")
    for finding in block.findings:
        yield from _finding(finding, lang)


def _finding(finding: Finding, lang: str) -> Iterator[str]:
    yield ""
    yield from _wrapped(finding.title, "* ", "  ")
    yield from _wrapped(finding.sentence, "  ", "  ")
    yield from _wrapped(finding.why, "  > ", "    ")
    for one in finding.numbers:
        yield from _wrapped(f"{one.label}: {written_number(one, lang)}", "    - ", "      ")


@block_lines.register
def _(block: Numbers, lang: str) -> Iterator[str]:
    yield from _wrapped(f"{block.title}:")
    for one in block.numbers:
        yield from _wrapped(f"{one.label}: {written_number(one, lang)}", "  ", "    ")


@block_lines.register
def _(block: TableBlock, lang: str) -> Iterator[str]:
    yield from _wrapped(f"{block.title}:")
    heads = [column.title for column in block.columns]
    rows = [
        [written(value, column.format, lang) for value, column in zip(row, block.columns, strict=True)]
        for row in block.rows
    ]
    widths = [max(map(len, cells)) for cells in zip(heads, *rows, strict=True)]
    if sum(widths) + 2 * len(widths) <= WIDTH:
        for cells in (heads, ["-" * width for width in widths], *rows):
            yield "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        return
    # Too wide for lines: a row becomes a small list.
    for cells in rows:
        yield ""
        yield from _wrapped(cells[0])
        for words in _listed(block.columns, cells):
            yield from _wrapped(words, "  ", "    ")


def _listed(columns: tuple[Column, ...], cells: list[str]) -> list[str]:
    """Write the cells of a row after its name, each under its heading, the count behind a ratio beside it."""
    said: list[str] = []
    for before, column, cell in zip(columns, columns[1:], cells[1:], strict=False):
        if column.count_of == before.title and said:
            said[-1] += f" ({column.title}: {cell})"
        elif cell:
            said.append(f"{column.title}: {cell}")
    return said


@block_lines.register
def _(block: Figure, _lang: str) -> Iterator[str]:
    yield from _wrapped(block.caption)
    yield from _wrapped(block.alternative)


@block_lines.register
def _(block: Checklist, lang: str) -> Iterator[str]:
    yield from _wrapped(f"{block.title}:")
    for check in block.checks:
        status = text(f"report.status.{check.status.value}", lang)
        yield from _wrapped(f"{check.text} {check.facts}".strip(), f"  [{status}] ", "    ")


@block_lines.register
def _(block: Definitions, lang: str) -> Iterator[str]:
    yield from _wrapped(f"{block.title}:")
    for one in block.definitions:
        source = f" {text('report.source', lang)}: {one.source}." if one.source else ""
        yield from _wrapped(f"{one.term}: {one.text}{source}", "  ", "    ")


def _wrapped(words: str, first: str = "", rest: str = "") -> list[str]:
    """Break words into lines, long words too."""
    return textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=rest)

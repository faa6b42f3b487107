"""The same report as tables: what a workbook holds."""

from netwerkanalyse.report.document import (
    Block,
    Checklist,
    Column,
    Definitions,
    Figure,
    Findings,
    Format,
    Notice,
    Numbers,
    Paragraph,
    Section,
    TableBlock,
    Value,
)
from netwerkanalyse.report.writing import written_number
from netwerkanalyse.texts import text


def section_prose(section: Section) -> list[str]:
    """Give what is read rather than looked up: running text, and pictures in words."""
    words = [section.intro]
    for block in section.blocks:
        if isinstance(block, Paragraph):
            words += [block.title, block.text] if block.title else [block.text]
        elif isinstance(block, Notice):
            words.append(block.text)
        elif isinstance(block, Figure):
            words += [block.caption, block.alternative]
    return words


def section_tables(section: Section, lang: str) -> list[TableBlock]:
    """Give the tables of a section; its findings stand together in one.

    Parameters
    ----------
    section
        A part of a report.
    lang
        Language of the headings.

    Returns
    -------
    tables
        In the order of the section.
    """
    findings = [block for block in section.blocks if isinstance(block, Findings)]
    tables = [_findings(section.title, findings, lang)] if findings else []
    return tables + [made for block in section.blocks for made in _as_table(block, lang)]


def _as_table(block: Block, lang: str) -> list[TableBlock]:
    """Give a block as a table, if it is one."""
    if isinstance(block, TableBlock):
        return [block]
    if isinstance(block, Numbers):
        heads = _heads(lang, "measure", "value", "count_label", "count", "meaning")
        rows = tuple((one.label, one.value, one.count_label, one.count, one.meaning) for one in block.numbers)
        return [TableBlock(block.title, (heads[0], Column(heads[1].title, Format.NUMBER), *heads[2:]), rows)]
    if isinstance(block, Checklist):
        checks = tuple((one.text, text(f"report.status.{one.status.value}", lang), one.facts) for one in block.checks)
        return [TableBlock(block.title, _heads(lang, "check", "status", "facts"), checks)]
    if isinstance(block, Definitions):
        words = tuple((one.term, one.text, one.source) for one in block.definitions)
        return [TableBlock(block.title, _heads(lang, "convention", "meaning", "source"), words)]
    return []


def _findings(title: str, blocks: list[Findings], lang: str) -> TableBlock:
    heads = _heads(lang, "tone", "finding", "sentence", "why", "numbers", "people")
    rows: list[tuple[Value, ...]] = []
    for finding in (one for block in blocks for one in block.findings):
        numbers = "; ".join(f"{one.label}: {written_number(one, lang)}" for one in finding.numbers)
        tone = text(f"report.tone.{finding.tone.value}", lang)
        rows.append((tone, finding.title, finding.sentence, finding.why, numbers, ", ".join(finding.people)))
    return TableBlock(title, heads, tuple(rows))


def _heads(lang: str, *names: str) -> tuple[Column, ...]:
    return tuple(Column(text(f"report.head.{name}", lang)) for name in names)

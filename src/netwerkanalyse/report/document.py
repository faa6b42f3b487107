"""What a report says, as data: sections of blocks, in one language, without any layout.

Everything here is frozen and consists of plain values, so that a report can be kept, compared and sent as JSON. The
renderers (:mod:`netwerkanalyse.report.renderers`) turn the same report into a page, a workbook or plain text.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeAlias


class Tone(Enum):
    """How a finding is meant. A finding never judges a person."""

    STRENGTH = "strength"
    ATTENTION = "attention"
    QUESTION = "question"
    NEUTRAL = "neutral"


class Format(Enum):
    """How a value is written."""

    TEXT = "text"
    COUNT = "count"
    NUMBER = "number"
    SHARE = "share"
    AMOUNT = "amount"
    DAYS = "days"


class Status(Enum):
    """The answer to a check. Unknown is an answer of its own, never a no."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Missing:
    """A value that does not exist, and why.

    Parameters
    ----------
    reason
        The reason in words, without a full stop.
    """

    reason: str


Value: TypeAlias = str | int | float | bool | date | Missing | None
"""What stands in a cell. None is left blank; :class:`Missing` says why there is nothing."""


@dataclass(frozen=True)
class Number:
    """A number with its name and the count behind it.

    Parameters
    ----------
    label
        What it is.
    value
        The number.
    format
        How it is written.
    count
        The count behind it, shown beside it.
    count_label
        What is counted. Without it, value and count read as "3 of 7".
    meaning
        What it says about the client's network, in a sentence.
    """

    label: str
    value: Value
    format: Format = Format.NUMBER
    count: float | None = None
    count_label: str = ""
    meaning: str = ""


@dataclass(frozen=True)
class Finding:
    """Something worth talking about, with the numbers it rests on.

    Parameters
    ----------
    code
        What kind of finding it is: the key of its texts.
    tone
        How it is meant.
    title, sentence
        In plain words, the title without a full stop.
    why
        The reasoning, made from the numbers.
    numbers
        What it rests on.
    domain
        Code of the life domain it is about, if one.
    people
        Who it is about, by the words the client uses for them, in the order of the client's own list.
    """

    code: str
    tone: Tone
    title: str
    sentence: str
    why: str
    numbers: tuple[Number, ...] = ()
    domain: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """Running text, under a title where something begins with it."""

    text: str
    title: str = ""
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True)
class Notice:
    """Something the reader must know before reading on."""

    text: str
    kind: str = field(default="notice", init=False)


@dataclass(frozen=True)
class Findings:
    """Findings that belong together."""

    title: str
    findings: tuple[Finding, ...]
    kind: str = field(default="findings", init=False)


@dataclass(frozen=True)
class Numbers:
    """Numbers that belong together, each with the count behind it and its meaning."""

    title: str
    numbers: tuple[Number, ...]
    kind: str = field(default="numbers", init=False)


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Parameters
    ----------
    title
        What stands above it.
    format
        How its values are written.
    count_of
        Title of the column of ratios that this column is the count behind; it is shown beside that column.
    """

    title: str
    format: Format = Format.TEXT
    count_of: str = ""


@dataclass(frozen=True)
class TableBlock:
    """A table. The first column names the row.

    Parameters
    ----------
    title
        Its caption.
    columns, rows
        What stands in it.
    sortable
        Whether a page may offer to sort it.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    sortable: bool = False
    kind: str = field(default="table", init=False)


@dataclass(frozen=True)
class Figure:
    """A picture, with the same facts in words for who does not see it.

    Parameters
    ----------
    svg
        The picture: safe SVG, all labels escaped.
    caption
        What it shows.
    alternative
        What can be read from it, in words.
    """

    svg: str
    caption: str
    alternative: str
    kind: str = field(default="figure", init=False)


@dataclass(frozen=True)
class Check:
    """One line of a checklist: what was looked at, the answer, and the facts behind it."""

    text: str
    status: Status
    facts: str = ""


@dataclass(frozen=True)
class Checklist:
    """Checks that belong together. There is no total: a list is not a score."""

    title: str
    checks: tuple[Check, ...]
    kind: str = field(default="checklist", init=False)


@dataclass(frozen=True)
class Definition:
    """A convention: what is meant, in words."""

    term: str
    text: str
    source: str = ""


@dataclass(frozen=True)
class Definitions:
    """Conventions that belong together."""

    title: str
    definitions: tuple[Definition, ...]
    kind: str = field(default="definitions", init=False)


Block: TypeAlias = Paragraph | Notice | Findings | Numbers | TableBlock | Figure | Checklist | Definitions


@dataclass(frozen=True)
class Section:
    """A part of a report.

    Parameters
    ----------
    key
        Its name in the texts, and its anchor in a page.
    title, intro
        What it is about and how to read it.
    blocks
        What it says.
    """

    key: str
    title: str
    intro: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """A report, in one language.

    Parameters
    ----------
    title, subtitle
        What it is about.
    lang
        ``"nl"`` or ``"en"``.
    made_of
        From which data it was made, a sentence each.
    sections
        Its parts, in reading order.
    """

    title: str
    subtitle: str
    lang: str
    made_of: tuple[str, ...]
    sections: tuple[Section, ...]

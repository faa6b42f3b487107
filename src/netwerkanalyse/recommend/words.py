"""Sentences that are kept as what they say, and put into words in any language when somebody reads them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeAlias

from netwerkanalyse.model.codes import Vocabulary
from netwerkanalyse.model.vocabulary import DOMAIN, KIND
from netwerkanalyse.texts import has, listing, long_date, percent, plural, text


class Word(Protocol):
    """Something that can be said in a language."""

    def say(self, lang: str) -> str:
        """Say it."""
        ...


Value: TypeAlias = str | int | float | Word
"""What a sentence is filled with: as it stands, or something that is said in the language of the reader."""


@dataclass(frozen=True)
class Said:
    """A sentence of the texts ``proposals.<key>``, and what it is filled with.

    Examples
    --------
    >>> said("agree.person", person="moeder").say("nl")
    'moeder'
    """

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    def say(self, lang: str) -> str:
        """Put it into words."""
        return text(f"proposals.{self.key}", lang, **_filled(self.values, lang))


@dataclass(frozen=True)
class Counted:
    """A sentence that depends on how many there are."""

    key: str
    count: int
    values: tuple[tuple[str, Value], ...] = ()

    def say(self, lang: str) -> str:
        """Put it into words."""
        return plural(f"proposals.{self.key}", self.count, lang, **_filled(self.values, lang))


@dataclass(frozen=True)
class Domain:
    """A life domain, as it stands in a sentence."""

    code: str

    def say(self, lang: str) -> str:
        """Name it."""
        key = f"report.domain.{self.code}"
        return text(key, lang) if has(key, lang) else DOMAIN.label(self.code, lang)


@dataclass(frozen=True)
class Amount:
    """An amount of support on the scale of a client: a level with its word, or hours a week."""

    value: float
    scale: str

    def say(self, lang: str) -> str:
        """Say how much."""
        named = f"report.amount.{self.scale}.{self.value:g}"
        key = named if has(named, lang) else f"report.amount.{self.scale}"
        return text(key, lang, amount=float(self.value))


@dataclass(frozen=True)
class Day:
    """A day, written in full."""

    day: date

    def say(self, lang: str) -> str:
        """Write it."""
        return long_date(self.day, lang)


@dataclass(frozen=True)
class Kind:
    """The kind of somebody."""

    code: str

    def say(self, lang: str) -> str:
        """Name it."""
        return KIND.label(self.code, lang)


@dataclass(frozen=True)
class Code:
    """A code of a vocabulary, by its label."""

    vocabulary: Vocabulary
    code: str

    def say(self, lang: str) -> str:
        """Name it."""
        return self.vocabulary.label(self.code, lang)


@dataclass(frozen=True)
class Measured:
    """A measure, by its name."""

    code: str

    def say(self, lang: str) -> str:
        """Name it."""
        return measure_name(self.code, lang)


@dataclass(frozen=True)
class Share:
    """A share, as a percentage; to be told apart from the one ``beside`` it."""

    value: float
    beside: float | None = None

    def say(self, lang: str) -> str:
        """Write it."""
        return percent(self.value, lang, beside=self.beside)


@dataclass(frozen=True)
class Several:
    """Things in a row, as a sentence joins them."""

    items: tuple[Value, ...]

    def say(self, lang: str) -> str:
        """Join them."""
        return listing([spoken(item, lang) for item in self.items], lang)


@dataclass(frozen=True)
class Sentences:
    """Sentences after each other."""

    items: tuple[Word, ...]

    def say(self, lang: str) -> str:
        """Say them all."""
        return " ".join(item.say(lang) for item in self.items)


def said(key: str, **values: Value) -> Said:
    """Keep a sentence with what it is filled with."""
    return Said(key, tuple(values.items()))


def counted(key: str, count: int, **values: Value) -> Counted:
    """Keep a sentence that depends on a count."""
    return Counted(key, count, tuple(values.items()))


def spoken(value: Value, lang: str) -> str:
    """Say a value: in the language when it is a word of ours, otherwise as it stands."""
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else value.say(lang)


def _filled(values: tuple[tuple[str, Value], ...], lang: str) -> dict[str, Any]:
    return {name: value if isinstance(value, str | int | float) else value.say(lang) for name, value in values}


def domain_or_network(code: str, lang: str) -> str:
    """Name a life domain; blank is the network as a whole."""
    return Domain(code).say(lang) if code else text("proposals.whole_network", lang)


def measure_name(code: str, lang: str) -> str:
    """Name a measure the way reports do."""
    key = f"measures.{code}.name"
    return text(key if has(key, lang) else f"proposals.measure.{code}", lang)


def in_one_cell(words: Iterable[Word], lang: str) -> str:
    """Say several things after each other, as in a cell of a table."""
    return "; ".join(word.say(lang) for word in words)

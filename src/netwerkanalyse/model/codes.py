"""What a vocabulary is: an ordered set of codes with labels in two languages.

A vocabulary reads what people type: the code itself, the Dutch or the English label, in any case and with spaces,
hyphens or underscores. Closed vocabularies refuse other words; open ones keep them as they are (a role may be
anything, but a known role is recognised).
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Label:
    """The same words in Dutch and in English."""

    nl: str
    en: str

    def get(self, lang: str) -> str:
        """Return the words in ``lang``."""
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True)
class Code:
    """A code with its labels.

    Parameters
    ----------
    name
        The code as it stands in tables and in the API: English, lower case, underscores.
    label
        What people read.
    group
        An optional coarser class, such as the medical or social side of a sector.
    """

    name: str
    label: Label
    group: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """An ordered set of codes.

    Examples
    --------
    >>> from netwerkanalyse.model.vocabulary import KIND
    >>> KIND.read("Formeel"), KIND.read("informal"), KIND.read("buurman")
    ('formal', 'informal', None)
    >>> KIND.nearest("formeell", "nl")
    'formeel'
    """

    name: str
    codes: tuple[Code, ...]
    open: bool = False

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The codes, in the order of declaration; a code's position is its number in arrays."""
        return tuple(code.name for code in self.codes)

    @cached_property
    def position(self) -> dict[str, int]:
        """Code to position."""
        return {name: position for position, name in enumerate(self.names)}

    @cached_property
    def _spellings(self) -> dict[str, str]:
        spellings: dict[str, str] = {}
        for code in self.codes:
            for spelling in (code.name, code.label.nl, code.label.en):
                spellings.setdefault(fold(spelling), code.name)
        return spellings

    def read(self, written: str) -> str | None:
        """Return the code somebody meant, or None when no code fits."""
        return self._spellings.get(fold(written))

    def label(self, name: str, lang: str) -> str:
        """Return the label of a code; a word outside an open vocabulary is its own label."""
        position = self.position.get(name)
        return name if position is None else self.codes[position].label.get(lang)

    def labels(self, lang: str) -> tuple[str, ...]:
        """Return all labels in the order of declaration."""
        return tuple(code.label.get(lang) for code in self.codes)

    def group(self, name: str) -> str:
        """Return the coarser class of a code, or an empty string."""
        position = self.position.get(name)
        return "" if position is None else self.codes[position].group

    def nearest(self, written: str, lang: str) -> str | None:
        """Return the label closest to what was written, or None when nothing is close."""
        close = closest(fold(written), self._spellings)
        return None if close is None else self.label(self._spellings[close], lang)


LIKE = 0.6
"""So much two spellings must have in common before one is suggested for the other: difflib's own cut-off."""


def closest(written: str, known: Iterable[str], like: float = LIKE) -> str | None:
    """Return the known word that somebody may have meant, or None when none is like what was written.

    Examples
    --------
    >>> closest("membres", ["members", "ties"]), closest("xyz", ["members", "ties"])
    ('members', None)
    """
    return next(iter(difflib.get_close_matches(written, list(known), n=1, cutoff=like)), None)


def fold(written: str) -> str:
    """Reduce a spelling to what matters: no case, no accents, no punctuation between words.

    Examples
    --------
    >>> fold(" Cliënt-regie "), fold("client_regie")
    ('client regie', 'client regie')
    """
    plain = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[\s_\-/]+", " ", plain).strip().casefold()

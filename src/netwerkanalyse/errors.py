"""The exception tree: everything this package raises on purpose.

::

    NetwerkanalyseError
    ├── ValidationError      the data has problems; carries all of them
    ├── UnreadableError      a file cannot be opened, is not what its name says, or is unsafe to open
    └── UnknownNameError     a name (of a measure, a data set, a format) does not exist; also a KeyError
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import Enum
from typing import Protocol


class Sayable(Protocol):
    """Something that can say itself in a language: a problem found in the data."""

    @property
    def severity(self) -> Enum:
        """How bad it is: an error or a warning."""
        ...

    @property
    def cases(self) -> int:
        """How many cases it speaks of."""
        ...

    def where(self, lang: str) -> str:
        """Return the place."""
        ...

    def what(self, lang: str) -> str:
        """Say what is wrong."""
        ...

    def do(self, lang: str) -> str:
        """Say what to do about it."""
        ...

    def sentence(self, lang: str) -> str:
        """Return the problem as one sentence in ``lang``."""
        ...


class NetwerkanalyseError(Exception):
    """Base of all exceptions raised on purpose by this package."""


class ValidationError(NetwerkanalyseError, ValueError):
    """The data has problems that stop the analysis.

    Parameters
    ----------
    problems
        Every problem found, errors and warnings alike, in the order of tables and rows.
    lang
        Language of the message, ``"nl"`` or ``"en"``.
    """

    def __init__(self, problems: Sequence[Sayable], lang: str = "nl") -> None:
        self.problems = tuple(problems)
        self.lang = lang
        super().__init__("\n".join(problem.sentence(lang) for problem in self.problems))

    def __reduce__(self) -> tuple[type["ValidationError"], tuple[tuple[Sayable, ...], str]]:
        """Pickle by what was found, so that the error survives a process boundary."""
        return type(self), (self.problems, self.lang)


class UnreadableError(NetwerkanalyseError, OSError):
    """A file cannot be opened, is not what its name says, or is unsafe to open."""


class UnknownNameError(NetwerkanalyseError, KeyError):
    """A name does not exist; the message names the nearest one, if one comes near."""

    @classmethod
    def among(cls, name: str, what: str, known: Iterable[str]) -> "UnknownNameError":
        """Say that there is no ``what`` of that name, and what there is.

        Examples
        --------
        >>> print(UnknownNameError.among("referal", "layer", ["referral", "trust"]))
        there is no layer 'referal'; nearest: 'referral'; all: referral, trust
        """
        names = list(known)
        near = [f"; nearest: {one!r}" for one in get_close_matches(str(name), names, n=1)]
        return cls(f"there is no {what} {name!r}{''.join(near)}; all: {', '.join(names)}")

    def __str__(self) -> str:
        """Return the plain message (a KeyError would quote it)."""
        return str(self.args[0])

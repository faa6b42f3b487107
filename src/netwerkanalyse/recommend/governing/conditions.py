"""The table of Provan and Kenis: three forms of network governance, four conditions, and every cut-off by name.

The wording of the table was written down from memory: the source itself could not be opened. No validated cut-off was
found for any of its words, so that all of them are parameters (:class:`GovernanceCutoffs`) with our own defaults.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from math import inf, isinf
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.texts import number, text

Floats = npt.NDArray[np.float64]

FORMS = ("shared", "lead", "administrative")
"""Governed by its participants, by one leading organisation, or by an organisation set up for it (NAO)."""

CONDITIONS = ("trust", "participants", "consensus", "competencies")
"""The columns of the table."""

INPUTS = ("trust_density", "trust_centralisation", "participants", "goal_consensus", "competencies")
"""The five numbers that the conditions look at."""

READINGS = ("two_sided", "at_least")
"""Two ways to read a word such as "moderate": no more and no less, or at least that much trust and consensus."""

MORE_IS_NO_HARM = ("trust_density", "trust_centralisation", "goal_consensus")
"""Inputs of which more is never a disadvantage in the reading ``at_least``."""


class Trapezoid(NamedTuple):
    """How far a value is what a word says: 0 up to ``zero_to``, 1 between the two ``full``, 0 from ``zero_from`` on."""

    zero_to: float
    full_from: float
    full_to: float
    zero_from: float

    def written(self, lang: str) -> str:
        """Write where it is full and where zero."""
        low = None if isinf(self.zero_to) else (self.zero_to, self.full_from)
        high = None if isinf(self.zero_from) else (self.full_to, self.zero_from)
        parts = {"rises": low, "falls": high}
        return "; ".join(
            text(f"governance.shape.{name}", lang, one=number(ends[0], lang), other=number(ends[1], lang))
            for name, ends in parts.items()
            if ends
        )


FEW = Trapezoid(-inf, -inf, 6, 12)
MODERATE_NUMBER = Trapezoid(4, 8, 15, 30)
MODERATE_TO_MANY = Trapezoid(6, 12, inf, inf)
LOW = Trapezoid(-inf, -inf, 0.25, 0.5)
MODERATE = Trapezoid(0.2, 0.4, 0.6, 0.8)
HIGH = Trapezoid(0.5, 0.75, inf, inf)
MODERATELY_LOW = Trapezoid(0.1, 0.3, 0.5, 0.7)
MODERATELY_HIGH = Trapezoid(0.35, 0.55, 0.75, 1.0)


@dataclass(frozen=True)
class GovernanceCutoffs:
    """Every cut-off of the advice, none of them a norm.

    The reason of each stands in the texts under ``governance.cutoff.<name>.reason``, its source under ``.source``.

    Examples
    --------
    >>> GovernanceCutoffs().few
    Trapezoid(zero_to=-inf, full_from=-inf, full_to=6, zero_from=12)
    """

    few: Trapezoid = FEW
    moderate_number: Trapezoid = MODERATE_NUMBER
    moderate_to_many: Trapezoid = MODERATE_TO_MANY
    low: Trapezoid = LOW
    moderate: Trapezoid = MODERATE
    high: Trapezoid = HIGH
    moderately_low: Trapezoid = MODERATELY_LOW
    moderately_high: Trapezoid = MODERATELY_HIGH
    threshold_shift: float = 0.1
    number_scale_low: float = 0.67
    number_scale_high: float = 1.5
    input_error: float = 0.1
    collective_size: float = 10
    clear_from: float = 0.8
    probable_from: float = 0.6
    hybrid_from: float = 0.2
    weak_from: float = 0.5
    draws: float = 20_000


class Part(NamedTuple):
    """One input and the word the table uses for it: the name of a trapezoid of the cut-offs."""

    input: str
    level: str


TABLE: Mapping[tuple[str, str], tuple[Part, ...]] = {
    ("shared", "trust"): (Part("trust_density", "high"),),
    ("shared", "participants"): (Part("participants", "few"),),
    ("shared", "consensus"): (Part("goal_consensus", "high"),),
    ("shared", "competencies"): (Part("competencies", "low"),),
    ("lead", "trust"): (Part("trust_density", "low"), Part("trust_centralisation", "high")),
    ("lead", "participants"): (Part("participants", "moderate_number"),),
    ("lead", "consensus"): (Part("goal_consensus", "moderately_low"),),
    ("lead", "competencies"): (Part("competencies", "moderate"),),
    ("administrative", "trust"): (Part("trust_density", "moderate"),),
    ("administrative", "participants"): (Part("participants", "moderate_to_many"),),
    ("administrative", "consensus"): (Part("goal_consensus", "moderately_high"),),
    ("administrative", "competencies"): (Part("competencies", "high"),),
}
"""Form and condition to what it asks; of several parts the mean counts."""


class Wobble(NamedTuple):
    """By how much all cut-offs between 0 and 1 are moved, and by what those of numbers are multiplied."""

    shift: Floats
    scale: Floats


STEADY = Wobble(np.zeros(1), np.ones(1))
"""The cut-offs as they are."""


def shape(part: Part, reading: str, cutoffs: GovernanceCutoffs) -> Trapezoid:
    """Give the trapezoid of a part in a reading of the table."""
    of: Trapezoid = getattr(cutoffs, part.level)
    opens = reading == "at_least" and part.input in MORE_IS_NO_HARM
    return of._replace(full_to=inf, zero_from=inf) if opens else of


def membership(value: Floats, of: Trapezoid) -> Floats:
    """Give how far values are what a word says, between 0 and 1; NaN stays NaN.

    Examples
    --------
    >>> membership(np.array([0.1, 0.3, 0.5, 0.7, 0.9]), GovernanceCutoffs().moderate).round(2).tolist()
    [0.0, 0.5, 1.0, 0.5, 0.0]
    """
    found = np.where(np.isnan(value), np.nan, 1.0)
    if not isinf(of.zero_to):
        found = np.minimum(found, np.clip((value - of.zero_to) / (of.full_from - of.zero_to), 0, 1))
    if not isinf(of.zero_from):
        found = np.minimum(found, np.clip((of.zero_from - value) / (of.zero_from - of.full_to), 0, 1))
    return found


def memberships(
    values: Mapping[str, Floats], reading: str, cutoffs: GovernanceCutoffs, wobble: Wobble = STEADY
) -> Floats:
    """Give the membership of every cell.

    Parameters
    ----------
    values
        Input to its values, one a draw.
    reading
        One of :data:`READINGS`.
    cutoffs
        The cut-offs.
    wobble
        How cut-offs are moved, one a draw.

    Returns
    -------
    memberships
        By form, condition and draw.
    """
    seen = {
        name: value / wobble.scale if name == "participants" else value - wobble.shift for name, value in values.items()
    }
    cells = [
        [
            np.mean([membership(seen[part.input], shape(part, reading, cutoffs)) for part in TABLE[form, one]], axis=0)
            for one in CONDITIONS
        ]
        for form in FORMS
    ]
    return np.array(cells)


class Described(NamedTuple):
    """A cut-off in words: what it is set to, why, and where that comes from."""

    name: str
    value: str
    reason: str
    source: str


def described(lang: str, cutoffs: GovernanceCutoffs | None = None) -> tuple[Described, ...]:
    """Describe every cut-off in a language.

    Examples
    --------
    >>> described("en")[-1].value
    '20000'
    """
    used = cutoffs or GovernanceCutoffs()
    told = []
    for one in fields(GovernanceCutoffs):
        value = getattr(used, one.name)
        said = value.written(lang) if isinstance(value, Trapezoid) else number(value, lang)
        words = (text(f"governance.cutoff.{one.name}.{part}", lang) for part in ("reason", "source"))
        told.append(Described(one.name, said, *words))
    return tuple(told)

"""Advice on the form of governance that fits what is known of a network best, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from math import nan
from typing import NamedTuple

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.model.region import FEWEST, Region
from netwerkanalyse.recommend.governing.conditions import (
    CONDITIONS,
    FORMS,
    READINGS,
    TABLE,
    GovernanceCutoffs,
    Part,
    membership,
    memberships,
    shape,
)
from netwerkanalyse.recommend.governing.draws import Draws, certainty_if_known, simulate
from netwerkanalyse.recommend.governing.inputs import Input, Judgement, inputs_of


class Label(Enum):
    """How sure the advice is. The last two name no form."""

    CLEAR = "clear"
    PROBABLE = "probable"
    NO_SINGLE = "no_single"
    NUMBER_ONLY = "number_only"
    NO_NETWORK = "no_network"


class Cell(NamedTuple):
    """A cell of the table: what it asks, and between which memberships it lies; ``value`` is NaN when not known."""

    form: str
    condition: str
    reading: str
    parts: tuple[Part, ...]
    value: float
    low: float
    high: float


class Fit(NamedTuple):
    """How well a form fits: the mean of its four cells, and the known cell that fits worst, if any fits in part."""

    form: str
    reading: str
    value: float
    low: float
    high: float
    weakest: str


class Deciding(NamedTuple):
    """How sure the advice could be, on average, once an input is known."""

    input: str
    certainty: float
    gain: float


@dataclass(frozen=True)
class Advice:
    """Which form fits best the conditions that are known, with everything it rests on. It is no decision.

    Parameters
    ----------
    label
        How sure it is.
    inputs
        The five inputs.
    cells, fits
        The table, in both readings.
    cutoffs
        The cut-offs.
    form
        The form that fits best; blank when none can be named.
    shares
        By reading, the share of draws in which each form fits best; empty when no form may be named.
    deciding
        What knowing an input would do, the one that decides most first; empty when no form may be named.
    hybrids
        Forms that come first often enough to look at together, when there is no single advice.
    """

    label: Label
    inputs: tuple[Input, ...]
    cells: tuple[Cell, ...]
    fits: tuple[Fit, ...]
    cutoffs: GovernanceCutoffs
    form: str = ""
    shares: dict[str, dict[str, float]] = field(default_factory=dict)
    deciding: tuple[Deciding, ...] = ()
    hybrids: tuple[str, ...] = ()

    def input(self, name: str) -> Input:
        """Give one of the five inputs."""
        return next(one for one in self.inputs if one.name == name)

    @property
    def certainty(self) -> float:
        """The share of the form that is named: the smaller one of the two readings; NaN when none is."""
        return min(share[self.form] for share in self.shares.values()) if self.form else nan

    def table(self) -> pd.DataFrame:
        """Give a row a cell of the table: reading, form, condition, raw values, membership with bounds, cut-offs."""
        raw = {one.name: one for one in self.inputs}
        rows = [
            {
                "reading": cell.reading,
                "form": cell.form,
                "condition": cell.condition,
                "asks": ";".join(f"{part.input}={part.level}" for part in cell.parts),
                "value": ";".join(f"{raw[part.input].value:g}" for part in cell.parts),
                "value_low": ";".join(f"{raw[part.input].low:g}" for part in cell.parts),
                "value_high": ";".join(f"{raw[part.input].high:g}" for part in cell.parts),
                "cutoffs": ";".join(
                    "/".join(f"{edge:g}" for edge in shape(part, cell.reading, self.cutoffs)) for part in cell.parts
                ),
                "membership": cell.value,
                "membership_low": cell.low,
                "membership_high": cell.high,
            }
            for cell in self.cells
        ]
        return pd.DataFrame(rows)

    def certainties(self) -> pd.DataFrame:
        """Give a row a form: how well it fits and in which share of draws it fits best, in both readings."""
        rows = [
            {
                "form": fit.form,
                "reading": fit.reading,
                "fit": fit.value,
                "fit_low": fit.low,
                "fit_high": fit.high,
                "weakest": fit.weakest,
                "first_share": self.shares.get(fit.reading, {}).get(fit.form, nan),
            }
            for fit in self.fits
        ]
        return pd.DataFrame(rows)


def governance(
    region: Region,
    competencies: Judgement | None = None,
    *,
    participants: tuple[int, int] | None = None,
    cutoffs: GovernanceCutoffs | None = None,
    region_cutoffs: RegionCutoffs | None = None,
    seed: int = 1,
) -> Advice:
    """Lay the conditions of three forms of governance beside what is known of a region.

    Every input that is not known is drawn from all values it could have, so that not knowing makes less sure by itself.
    With nothing known but the number of participants no form is named, nor when fewer than three organisations decide
    for themselves: that is no network in this sense.

    Parameters
    ----------
    region
        The region; of a part of it, :meth:`Region.select` gives the region.
    competencies
        How much the network needs skills that it must organise together: item to a score from 1 to 5
        (:data:`~netwerkanalyse.recommend.governing.inputs.ITEMS`), or a table with the columns ``item`` and ``score``.
        A judgement of the partners; what nobody judged is unknown.
    participants
        The least and the most organisations that take part, when that is known better than the tables say.
    cutoffs
        Other cut-offs of the advice than the defaults.
    region_cutoffs
        Other cut-offs of the measures than the defaults.
    seed
        Start of the random numbers: the same seed gives the same advice.

    Returns
    -------
    advice
        The table, the fit of every form, how sure that is, and what would make it surer.

    Examples
    --------
    Of this fictional region nothing is known but the number of organisations: no form is named.

    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["GGZ", "HA", "WMO", "WIJK"], "autonomous": True}),
    ... })
    >>> governance(region).label
    <Label.NUMBER_ONLY: 'number_only'>
    """
    inputs = inputs_of(region, competencies, participants=participants, cutoffs=cutoffs, region_cutoffs=region_cutoffs)
    return advise(inputs, cutoffs=cutoffs, seed=seed)


def advise(inputs: Sequence[Input], *, cutoffs: GovernanceCutoffs | None = None, seed: int = 1) -> Advice:
    """Give advice on inputs that are known already; see :func:`governance`."""
    used = cutoffs or GovernanceCutoffs()
    cells = tuple(cell for reading in READINGS for cell in _cells(inputs, reading, used))
    fits = tuple(_fit(cells, form, reading) for reading in READINGS for form in FORMS)
    count = next(one for one in inputs if one.name == "participants")
    others = [one for one in inputs if one.name != "participants"]
    without = partial(Advice, inputs=tuple(inputs), cells=cells, fits=fits, cutoffs=used)
    if count.low < FEWEST:
        return without(label=Label.NO_NETWORK)
    if all(one.unknown for one in others):
        return without(label=Label.NUMBER_ONLY)
    draws = simulate(inputs, used, seed)
    shares = {
        reading: dict(zip(FORMS, draws.first[reading].mean(axis=1).tolist(), strict=True)) for reading in READINGS
    }
    label, form = _label(shares, used)
    hybrids = _hybrids(shares, used) if label is Label.NO_SINGLE else ()
    return without(label=label, form=form, shares=shares, deciding=_deciding(draws, inputs), hybrids=hybrids)


def _label(shares: dict[str, dict[str, float]], cutoffs: GovernanceCutoffs) -> tuple[Label, str]:
    """Name the form that comes first most in both readings, if it is sure enough in both."""
    tops = {max(FORMS, key=share.__getitem__) for share in shares.values()}
    if len(tops) > 1:
        return Label.NO_SINGLE, ""
    form = tops.pop()
    certainty = min(share[form] for share in shares.values())
    if certainty < cutoffs.probable_from:
        return Label.NO_SINGLE, ""
    return (Label.CLEAR if certainty >= cutoffs.clear_from else Label.PROBABLE), form


def _hybrids(shares: dict[str, dict[str, float]], cutoffs: GovernanceCutoffs) -> tuple[str, ...]:
    return tuple(form for form in FORMS if max(share[form] for share in shares.values()) >= cutoffs.hybrid_from)


def _deciding(draws: Draws, inputs: Sequence[Input]) -> tuple[Deciding, ...]:
    """Say for every input how sure the first reading would be on average if it were known exactly."""
    reading = READINGS[0]
    now = float(draws.first[reading].mean(axis=1).max())
    found = [(one.name, certainty_if_known(draws, reading, one.name)) for one in inputs]
    return tuple(Deciding(name, sure, sure - now) for name, sure in sorted(found, key=lambda one: -one[1]))


def _cells(inputs: Sequence[Input], reading: str, cutoffs: GovernanceCutoffs) -> list[Cell]:
    """Give the memberships of all cells at the values, and the least and most that the bounds allow."""
    value = memberships({one.name: np.array([one.value]) for one in inputs}, reading, cutoffs)[:, :, 0]
    low, high = _bounds(inputs, reading, cutoffs)
    return [
        Cell(form, one, reading, TABLE[form, one], float(value[row, at]), float(low[row, at]), float(high[row, at]))
        for row, form in enumerate(FORMS)
        for at, one in enumerate(CONDITIONS)
    ]


def _bounds(inputs: Sequence[Input], reading: str, cutoffs: GovernanceCutoffs) -> tuple[np.ndarray, np.ndarray]:
    """Give the bounds of memberships.

    A trapezoid rises and then falls: it is lowest at one of the ends of an interval, and highest at an end or where it
    is full. Of a mean of parts the bounds are the means of theirs, since every part has an input of its own.
    """
    ends = {one.name: (one.low, one.high) for one in inputs}
    low, high = np.zeros((2, len(FORMS), len(CONDITIONS)))
    for row, form in enumerate(FORMS):
        for at, condition in enumerate(CONDITIONS):
            least, most = zip(
                *(_part(part, ends[part.input], reading, cutoffs) for part in TABLE[form, condition]), strict=True
            )
            low[row, at], high[row, at] = np.mean(least), np.mean(most)
    return low, high


def _part(part: Part, ends: tuple[float, float], reading: str, cutoffs: GovernanceCutoffs) -> tuple[float, float]:
    of = shape(part, reading, cutoffs)
    found = membership(np.array(ends), of)
    full = ends[0] <= of.full_to and of.full_from <= ends[1]
    return float(found.min()), 1.0 if full else float(found.max())


def _fit(cells: Sequence[Cell], form: str, reading: str) -> Fit:
    mine = [cell for cell in cells if (cell.form, cell.reading) == (form, reading)]
    partly = [cell for cell in mine if cell.value < 1]  # NaN, which is not known, is not less
    weakest = min(partly, key=lambda cell: cell.value).condition if partly else ""
    value, low, high = np.mean([(cell.value, cell.low, cell.high) for cell in mine], axis=0).tolist()
    return Fit(form, reading, value, low, high, weakest)

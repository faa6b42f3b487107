"""What is known of the five inputs: a number, an interval or nothing, read from the measures and never made up."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan, nan
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from netwerkanalyse.model.region import Region
from netwerkanalyse.recommend.governing.conditions import INPUTS, GovernanceCutoffs

Floats = npt.NDArray[np.float64]

ITEMS = ("interdependence", "external_demands", "expertise", "coordination", "complexity")
"""What the need for network-level competencies is judged by; the items are our own."""

LOWEST, HIGHEST = 1.0, 5.0
"""The scale of a judgement."""

Judgement: TypeAlias = Mapping[str, float] | pd.DataFrame
"""Item to score, or a table with the columns ``item`` and ``score``: a row a judgement, any number an item."""


@dataclass(frozen=True)
class Input:
    """One of the five numbers that conditions look at.

    Parameters
    ----------
    name
        One of :data:`~netwerkanalyse.recommend.governing.conditions.INPUTS`.
    low, high
        Between which values it lies, as far as that is known; everything possible when nothing is.
    value
        The number itself; NaN when it is not known.
    part, whole
        What the number rests on: so many rated pairs, respondents or items of so many.
    reason
        Code of why there is no number (``reasons.<code>`` in the texts), blank when there is one.
    unknown
        Whether nothing at all is known.
    """

    name: str
    low: float
    high: float
    value: float = nan
    part: int = 0
    whole: int = 0
    reason: str = ""
    unknown: bool = False

    @property
    def measured(self) -> bool:
        """Whether there is a number."""
        return not isnan(self.value)

    def drawn(self, rng: np.random.Generator, draws: int) -> Floats:
        """Draw values that it could have: anything between low and high, evenly."""
        if self.name == "participants":
            return rng.integers(int(self.low), int(self.high) + 1, draws).astype(float)
        return rng.uniform(self.low, self.high, draws)


def measured(name: str, value: float, error: float, part: int = 0, whole: int = 0) -> Input:
    """Make an input of a number between 0 and 1 that may be off by an error.

    Examples
    --------
    >>> measured("goal_consensus", 0.95, 0.1).high
    1.0
    """
    return Input(name, max(0.0, value - error), min(1.0, value + error), value, part, whole)


def unknown(name: str, reason: str = "", part: int = 0, whole: int = 0) -> Input:
    """Make an input between 0 and 1 of which nothing is known."""
    return Input(name, 0.0, 1.0, nan, part, whole, reason, unknown=True)


def inputs_of(
    region: Region,
    competencies: Judgement | None = None,
    *,
    participants: tuple[int, int] | None = None,
    cutoffs: GovernanceCutoffs | None = None,
    region_cutoffs: RegionCutoffs | None = None,
) -> tuple[Input, ...]:
    """Read the five inputs of a region.

    Parameters
    ----------
    region
        The region.
    competencies
        How much the network needs skills that it must organise together, item by item from 1 to 5.
    participants
        The least and the most organisations that take part, when that is known better than the tables say.
    cutoffs
        Cut-offs of the advice.
    region_cutoffs
        Cut-offs of the measures.

    Returns
    -------
    inputs
        The five inputs, in the order of :data:`~netwerkanalyse.recommend.governing.conditions.INPUTS`.
    """
    used = cutoffs or GovernanceCutoffs()
    frame = measure_partnership(region, ["region_trust", "region_goals"], cutoffs=region_cutoffs)
    row, reasons = frame.iloc[0], why_missing(frame).iloc[0]
    rests_on = {
        "trust_density": ("trust_pairs_rated", "trust_pairs"),
        "trust_centralisation": ("trust_pairs_rated", "trust_pairs"),
        "goal_consensus": ("goal_respondents", "goal_organisations"),
    }
    found = {
        name: _read(name, row, str(reasons[name]), used.input_error, int(row[part]), int(row[whole]))
        for name, (part, whole) in rests_on.items()
    }
    found["participants"] = _counted(region, participants, used)
    found["competencies"] = _judged(competencies, used.input_error)
    return tuple(found[name] for name in INPUTS)


def _read(name: str, row: pd.Series, reason: str, error: float, part: int, whole: int) -> Input:
    """Take a measure: its value, else the bounds that what is not known leaves, else nothing."""
    if not pd.isna(row[name]):
        return measured(name, float(row[name]), error, part, whole)
    if pd.isna(row[f"{name}_low"]):
        return unknown(name, reason, part, whole)
    return Input(name, float(row[f"{name}_low"]), float(row[f"{name}_high"]), nan, part, whole, reason)


def _counted(region: Region, given: tuple[int, int] | None, cutoffs: GovernanceCutoffs) -> Input:
    """Count organisations that decide for themselves.

    Of who is listed as an organisation without saying whether it does, it may; a collective without name may be nobody
    new, or as many as the cut-off says.
    """
    table = region.tables["organisations"]
    certain, maybe = region.autonomous_organisations, region.autonomous_unknown
    collectives = int((table["autonomous"].isna() & (table["type"] == "category")).sum())
    low, high = given or (certain, certain + maybe + collectives * int(cutoffs.collective_size))
    if not 0 <= low <= high:
        message = f"the fewest participants come first, and none is below zero: {low}, {high}"
        raise ValueError(message)
    exact = low == high
    reason = "" if exact else "participants_in_range"
    return Input("participants", low, high, low if exact else nan, certain, certain + maybe + collectives, reason)


def _judged(judgement: Judgement | None, error: float) -> Input:
    """Take the mean of the items on a scale from 0 to 1; items without a judgement could be anything."""
    scores = _scores(judgement)
    name, count, span = "competencies", len(ITEMS), HIGHEST - LOWEST
    if not scores:
        return unknown(name, "competencies_not_judged", 0, count)
    known = sum(score - LOWEST for score in scores.values()) / (span * count)
    if len(scores) == count:
        return measured(name, known, error, count, count)
    most = known + (count - len(scores)) / count
    return Input(name, known, most, nan, len(scores), count, "competencies_partly_judged")


def _scores(judgement: Judgement | None) -> dict[str, float]:
    """Give the mean score of every item that somebody judged."""
    if judgement is None:
        return {}
    given = judgement.groupby("item")["score"].mean() if isinstance(judgement, pd.DataFrame) else judgement
    scores = {str(item): float(score) for item, score in given.items() if not pd.isna(score)}
    for item, score in scores.items():
        if item not in ITEMS:
            raise UnknownNameError.among(item, "item", ITEMS)
        if not LOWEST <= score <= HIGHEST:
            message = f"a judgement is from {LOWEST:g} to {HIGHEST:g}: {item}={score:g}"
            raise ValueError(message)
    return scores

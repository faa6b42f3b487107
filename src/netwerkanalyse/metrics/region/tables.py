"""Tables of measures of a region, from arrays or single numbers by name."""

from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Measure, Requires, Unit, table


def framed(values: Mapping[str, npt.ArrayLike], index: pd.Index, measures: tuple[Measure, ...]) -> pd.DataFrame:
    """Make the table of a family: a value a row, missing where undefined and where what a measure requires fails.

    Parameters
    ----------
    values
        Name of a measure to its values; a single number holds for every row.
    index
        Index of the table.
    measures
        Columns of the table, in order.

    Returns
    -------
    frame
        A column a measure, each with the dtype of its unit.
    """
    arrays = {name: np.broadcast_to(np.asarray(value, dtype=float), len(index)) for name, value in values.items()}
    frame = table(SimpleNamespace(**arrays), index, measures)
    for one in measures:
        failed = np.zeros(len(index), dtype=bool)
        for condition in one.requires:
            failed |= condition.fails(frame)
        if failed.any():
            frame[one.name] = frame[one.name].mask(failed)
    return frame


def if_answered(gate: str, *measures: Measure) -> tuple[Measure, ...]:
    """Make measures of a layer missing when no pair of it was answered: no known ties is not nobody tied.

    Parameters
    ----------
    gate
        Name of the measure that tells whether anything is known of the layer.
    measures
        What ties say.

    Returns
    -------
    measures
        The gate, and the measures that require it.
    """
    return _gated(gate, "no_organisation_pair_asked", measures)


def if_known(gate: str, *measures: Measure, both: bool = False) -> tuple[Measure, ...]:
    """Make measures of an organisation missing when none of its pairs is known: not known is not without ties.

    Parameters
    ----------
    gate
        Name of the measure that tells whether any pair of the organisation is known.
    measures
        What its ties say.
    both
        Whether a pair from it and a pair to it must be known: who was never asked to whom it has ties may well stand
        between others.

    Returns
    -------
    measures
        The gate, and the measures that require it.
    """
    reason = "organisation_known_from_one_side" if both else "no_pair_of_organisation_known"
    return _gated(gate, reason, measures)


def if_absence_told(gate: str, *measures: Measure) -> tuple[Measure, ...]:
    """Make shares of known pairs missing in a layer that lists ties only, where every known pair is tied.

    Parameters
    ----------
    gate
        Name of the measure that tells whether the layer tells who is not tied.
    measures
        Shares of known pairs.

    Returns
    -------
    measures
        The gate, and the measures that require it.
    """
    return _gated(gate, "only_ties_listed", measures)


def if_shown(gate: str, *measures: Measure, source: str = "own definition") -> tuple[Measure, ...]:
    """Make numbers missing where they are suppressed, because few are behind them or would follow from them.

    Parameters
    ----------
    gate
        Name of the measure that tells whether they are suppressed.
    measures
        The numbers.
    source
        Where the decision comes from.

    Returns
    -------
    measures
        The gate, and the measures that require that it says no.
    """
    return _gated(gate, "suppressed", measures, opens=False, source=source)


def _gated(
    gate: str,
    reason: str,
    measures: tuple[Measure, ...],
    *,
    opens: bool = True,
    source: str = "own definition: unknown is not zero",
) -> tuple[Measure, ...]:
    condition = Requires(gate, reason, equals=opens)
    told = Measure(gate, Unit.YES_NO, high=1, source=source)
    return told, *(replace(one, requires=(condition, *one.requires)) for one in measures)


def ratio(part: npt.ArrayLike, whole: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Divide; NaN where the whole is zero.

    Examples
    --------
    >>> ratio([1, 1], [2, 0])
    array([0.5, nan])
    """
    above, below = np.broadcast_arrays(np.asarray(part, dtype=float), np.asarray(whole, dtype=float))
    return np.divide(above, below, out=np.full(below.shape, np.nan), where=below != 0)


def spread(known: npt.NDArray[np.bool_], values: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Put values at the organisations they are of, NaN at the others.

    Examples
    --------
    >>> spread(np.array([True, False, True]), [2, 3])
    array([ 2., nan,  3.])
    """
    placed = np.full(len(known), np.nan)
    placed[known] = values
    return placed

"""Tables of measures of a region, from arrays or single numbers by name."""

from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Measure, Requires, Unit, table


def framed(values: Mapping[str, npt.ArrayLike], index: pd.Index, measures: tuple[Measure, ...]) -> pd.DataFrame:
    """Make the table of a family: a value a row, NaN where undefined.

    Parameters
    ----------
    values
        Name of a measure to its values; a single number for a table of one row.
    index
        Index of the table.
    measures
        Columns of the table, in order.

    Returns
    -------
    frame
        A column a measure, each with the dtype of its unit.
    """
    arrays = {name: np.atleast_1d(np.asarray(value, dtype=float)) for name, value in values.items()}
    return table(SimpleNamespace(**arrays), index, measures)


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
    condition = Requires(gate, "no_organisation_pair_asked", equals=True)
    told = Measure(gate, Unit.YES_NO, high=1, source="own definition: unknown is not zero")
    return told, *(replace(one, requires=(condition, *one.requires)) for one in measures)


def framed_if(
    gate: str, answered: bool, values: Mapping[str, npt.ArrayLike], index: pd.Index, measures: tuple[Measure, ...]
) -> pd.DataFrame:
    """Make the table of a family of which some measures require that anything is known of the layer.

    Parameters
    ----------
    gate
        The measure that tells so: see :func:`if_answered`.
    answered
        Whether anything is known.
    values, index, measures
        As :func:`framed` takes them.

    Returns
    -------
    frame
        The table; where nothing is known, what requires the gate is missing.
    """
    silent = {one.name for one in measures if not answered and gate in {needed.column for needed in one.requires}}
    shown = {name: np.full(np.shape(value), np.nan) if name in silent else value for name, value in values.items()}
    return framed({**shown, gate: np.full(len(index), answered)}, index, measures)


def ratio(part: npt.ArrayLike, whole: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Divide; NaN where the whole is zero.

    Examples
    --------
    >>> ratio([1, 1], [2, 0])
    array([0.5, nan])
    """
    above, below = np.broadcast_arrays(np.asarray(part, dtype=float), np.asarray(whole, dtype=float))
    return np.divide(above, below, out=np.full(below.shape, np.nan), where=below != 0)

"""Tables of measures of a region, from arrays or single numbers by name."""

from collections.abc import Mapping
from types import SimpleNamespace

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Measure, table


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


def ratio(part: npt.ArrayLike, whole: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Divide; NaN where the whole is zero.

    Examples
    --------
    >>> ratio([1, 1], [2, 0])
    array([0.5, nan])
    """
    above, below = np.broadcast_arrays(np.asarray(part, dtype=float), np.asarray(whole, dtype=float))
    return np.divide(above, below, out=np.full(below.shape, np.nan), where=below != 0)

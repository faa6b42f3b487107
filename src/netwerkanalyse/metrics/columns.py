"""The columns of a table of measures, allocated once."""

from typing import TypeVar

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import Floats, Ints
from netwerkanalyse.metrics.measure import Measure

T = TypeVar("T", bound=tuple[np.ndarray, ...])


class Columns:
    """The columns of a table, which kernels write straight into; as a table they are not copied.

    Whole numbers start at 0, other values missing. They lie in two blocks, so that a table of many columns costs little
    more than its bytes.

    Parameters
    ----------
    measures
        The columns: counts and other numbers.
    rows
        Number of rows.

    Examples
    --------
    >>> from netwerkanalyse.metrics.measure import Unit
    >>> columns = Columns((Measure("ties", Unit.COUNT), Measure("density", Unit.SHARE)), rows=2)
    >>> columns["ties"][1] = 3
    >>> columns.frame(pd.Index(["K1", "K2"], name="client"))
            ties  density
    client
    K1         0      NaN
    K2         3      NaN
    """

    def __init__(self, measures: tuple[Measure, ...], rows: int) -> None:
        counts = [one.name for one in measures if one.whole]
        values = [one.name for one in measures if not one.whole]
        self._counts: Ints = np.zeros((len(counts), rows), dtype=np.int64)
        self._values: Floats = np.full((len(values), rows), np.nan)
        self._names = counts, values
        self._column: dict[str, np.ndarray] = {
            **dict(zip(counts, self._counts, strict=True)),
            **dict(zip(values, self._values, strict=True)),
        }

    def __getitem__(self, name: str) -> np.ndarray:
        """Return a column, to be written into."""
        return self._column[name]

    def of(self, shape: type[T], prefix: str = "") -> T:
        """Return the columns that a kernel fills: those named by the fields of its results, after ``prefix``."""
        return shape(*(self._column[prefix + name] for name in shape.__annotations__))

    def together(self, names: list[str]) -> np.ndarray:
        """Return columns that follow each other, as one array of a row a column."""
        block, among = (self._counts, self._names[0]) if names[0] in self._names[0] else (self._values, self._names[1])
        first = among.index(names[0])
        if among[first : first + len(names)] != names:
            message = f"these columns do not follow each other: {', '.join(names)}"
            raise ValueError(message)
        return block[first : first + len(names)]

    def frame(self, index: pd.Index) -> pd.DataFrame:
        """Return the table."""
        blocks = zip((self._counts, self._values), self._names, strict=True)
        return pd.concat([pd.DataFrame(block.T, index, names, copy=False) for block, names in blocks], axis=1)

"""The columns of a table of measures, allocated once."""

from math import prod
from typing import TypeVar

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import CODED, Measure, as_unit

T = TypeVar("T", bound=tuple[np.ndarray, ...])


class Columns:
    """The columns of a table, which kernels write straight into; as a table they are not copied.

    Whole numbers start at 0, other numbers missing, and what is yes, no or a code (1, 0, or the place of the code) at
    -1: not known. They lie in three blocks, so that a table of many columns costs little more than its bytes.

    Parameters
    ----------
    measures
        The columns.
    shape
        Number of rows; or several numbers, such as clients and life domains, whose product are the rows.

    Examples
    --------
    >>> from netwerkanalyse.metrics.measure import Unit
    >>> columns = Columns((Measure("ties", Unit.COUNT), Measure("density", Unit.SHARE)), 2)
    >>> columns["ties"][1] = 3
    >>> columns.frame(pd.Index(["K1", "K2"], name="client"))
            ties  density
    client
    K1         0      NaN
    K2         3      NaN
    """

    def __init__(self, measures: tuple[Measure, ...], shape: int | tuple[int, ...]) -> None:
        size = (shape,) if isinstance(shape, int) else shape
        self._rows = prod(size)
        self._coded = {one.name: one for one in measures if one.unit in CODED}
        counts = [one.name for one in measures if one.whole]
        values = [one.name for one in measures if not one.whole and one.name not in self._coded]
        self._blocks = tuple(
            (names, np.full((len(names), *size), start, dtype=kind))
            for names, kind, start in ((counts, np.int64, 0), (values, np.float64, np.nan), (self._coded, np.int8, -1))
        )
        self._column: dict[str, np.ndarray] = {
            name: column for names, block in self._blocks for name, column in zip(names, block, strict=True)
        }

    def __getitem__(self, name: str) -> np.ndarray:
        """Return a column, to be written into."""
        return self._column[name]

    def of(self, shape: type[T], prefix: str = "") -> T:
        """Return the columns that a kernel fills: those named by the fields of its results, after ``prefix``."""
        return shape(*(self._column[prefix + name] for name in shape.__annotations__))

    def together(self, names: list[str]) -> np.ndarray:
        """Return columns that follow each other, as one array of a row a column."""
        among, block = next((list(among), block) for among, block in self._blocks if names[0] in among)
        first = among.index(names[0])
        if among[first : first + len(names)] != names:
            message = f"these columns do not follow each other: {', '.join(names)}"
            raise ValueError(message)
        return block[first : first + len(names)]

    def frame(self, index: pd.Index) -> pd.DataFrame:
        """Return the table, which stands on the same memory."""
        *numbers, (_, coded) = self._blocks
        frames = [
            pd.DataFrame(block.reshape(len(names), self._rows).T, index, list(names), copy=False)
            for names, block in numbers
            if names
        ]
        if self._coded:
            values = zip(self._coded.values(), coded.reshape(len(self._coded), self._rows), strict=True)
            frames.append(pd.DataFrame({one.name: as_unit(value, one) for one, value in values}, index, copy=False))
        return pd.concat(frames, axis=1) if len(frames) > 1 else frames[0]

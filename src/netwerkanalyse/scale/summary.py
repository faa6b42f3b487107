"""Summaries of measures over all parts, merged from what each part tells.

Counts merge exactly. Means are sums over counts, and equal those of one table up to rounding. Quantiles come from a
histogram with bins that grow by a fixed factor (DDSketch: Masson, Rim & Lee, 2019): the bins of parts add up exactly,
so that every way of cutting gives the same answer, and the answer differs from the value of a real client by at most
:data:`QUANTILE_ERROR`, as a share of that value.
"""

from dataclasses import dataclass
from functools import reduce
from os import PathLike
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

QUANTILE_ERROR = 0.005
"""A quantile is at most this share of itself away from the value of a real row."""

QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9)

FEWEST = 10
"""With fewer known values than this a measure is not summarised: it would be about a few people."""

_GROWTH = np.log((1 + QUANTILE_ERROR) / (1 - QUANTILE_ERROR))
_SMALLEST = 1e-9
"""Values nearer to zero than this are zero."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Sketch:
    """What one part, or several together, tell about one measure.

    Parameters
    ----------
    rows
        Rows, known or not.
    known
        Rows with a value.
    total
        Sum of the values.
    bins
        Number of a bin to how many values are in it, by value; a bin below zero has a negative number.
    """

    rows: int
    known: int
    total: float
    bins: pd.Series

    @classmethod
    def of(cls, values: Floats) -> "Sketch":
        """Summarise the values of a part, NaN where there is none."""
        known = values[~np.isnan(values)]
        size = np.abs(known)
        step = np.ceil(np.log(np.maximum(size, _SMALLEST) / _SMALLEST) / _GROWTH).astype(np.int64)
        bins, counts = np.unique(np.where(size > _SMALLEST, np.sign(known) * (step + 1), 0), return_counts=True)
        return cls(len(values), len(known), float(known.sum()), pd.Series(counts, index=bins.astype(np.int64)))

    def __add__(self, other: "Sketch") -> "Sketch":
        """Merge with another part."""
        bins = self.bins.add(other.bins, fill_value=0).astype(np.int64)
        return Sketch(self.rows + other.rows, self.known + other.known, self.total + other.total, bins)

    def quantile(self, share: float) -> float:
        """Give the value that this share of the known values does not exceed, up to :data:`QUANTILE_ERROR`."""
        rank = max(int(np.ceil(share * self.known)), 1)
        number = int(self.bins.index[np.searchsorted(self.bins.cumsum().to_numpy(), rank)])
        if number == 0:
            return 0.0
        upper = _SMALLEST * np.exp((abs(number) - 1) * _GROWTH)
        return float(np.sign(number) * upper * (1 - QUANTILE_ERROR))

    def row(self) -> dict[str, float]:
        """Give the line of a table."""
        if self.known < FEWEST:
            return {"rows": self.rows, "known": np.nan, "mean": np.nan, **{_name(one): np.nan for one in QUANTILES}}
        quantiles = {_name(one): self.quantile(one) for one in QUANTILES}
        return {"rows": self.rows, "known": self.known, "mean": self.total / self.known, **quantiles}


def summarise_partitions(table: str | PathLike[str]) -> pd.DataFrame:
    """Summarise a table of measures that stands in parts, in the memory of one part.

    Parameters
    ----------
    table
        A folder of :attr:`Measured.tables <netwerkanalyse.scale.measuring.Measured>`.

    Returns
    -------
    frame
        A row a measure: ``rows``, ``known`` (how many have a value), ``mean``, and the quantiles ``p10`` to ``p90``,
        each at most :data:`QUANTILE_ERROR` of itself away from the value of a real row. With fewer than
        :data:`FEWEST` known values everything but ``rows`` is missing.
    """
    merged: dict[str, Sketch] = reduce(_merged, map(_sketches, sorted(Path(table).glob("*.parquet"))), {})
    return pd.DataFrame({name: one.row() for name, one in merged.items()}).T.rename_axis("measure")


def _sketches(path: Path) -> dict[str, Sketch]:
    """Summarise the numbers of one file."""
    from pyarrow import parquet, types

    table = parquet.read_table(path)
    numbers = [one.name for one in table.schema if types.is_floating(one.type) or types.is_integer(one.type)]
    return {name: Sketch.of(table.column(name).to_numpy().astype(np.float64)) for name in numbers}


def _merged(one: dict[str, Sketch], other: dict[str, Sketch]) -> dict[str, Sketch]:
    return {name: one[name] + sketch if name in one else sketch for name, sketch in other.items()}


def _name(share: float) -> str:
    return f"p{100 * share:.0f}"

"""A measure over many clients: how it is spread, and how sure its mean is.

One client is too few for a p-value; a caseload has an interval. It says how much the mean would wander if other clients
like these had been measured, nothing more.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit

QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9)
"""The quantiles of a caseload report."""

AT_ONCE = 50
"""Draws in memory at the same time."""


def cohort(
    frame: pd.DataFrame,
    *,
    quantiles: Sequence[float] = QUANTILES,
    draws: int = 1000,
    confidence: float = 0.95,
    seed: int = 1,
) -> pd.DataFrame:
    """Sum up every measure over clients.

    The interval is a percentile bootstrap: ``draws`` times as many clients are drawn with putting back, and the mean
    of each draw is taken over those of whom the measure is known.

    Parameters
    ----------
    frame
        Measures, a row a client. Yes-or-no measures count as 1 and 0; codes and text are left out.
    quantiles
        Which quantiles to give, from 0 to 1.
    draws
        How many times to draw.
    confidence
        The share of draws inside the interval.
    seed
        Where the random numbers start.

    Returns
    -------
    summary
        A row a measure: ``known`` and ``missing`` clients, ``mean`` with ``low`` and ``high``, and the quantiles as
        ``q10``, ``q25`` ... The interval is missing with fewer than two known clients.

    Examples
    --------
    >>> cohort(pd.DataFrame({"density": [0.2, 0.4, None]}), quantiles=[0.5])[["known", "missing", "mean", "q50"]]
             known  missing  mean  q50
    measure
    density      2        1   0.3  0.3
    """
    values = _numbers(frame)
    known = values.notna().sum()
    means = _means_of_draws(values, draws, seed)
    edges = (1 - confidence) / 2, (1 + confidence) / 2
    low, high = (means.quantile(edge).where(known >= 2) for edge in edges)
    columns = {"known": known, "missing": len(values) - known, "mean": values.mean(), "low": low, "high": high}
    columns |= {f"q{100 * quantile:g}": values.quantile(quantile) for quantile in quantiles}
    return pd.DataFrame(columns, index=pd.Index(values.columns, name="measure"))


def _numbers(frame: pd.DataFrame) -> pd.DataFrame:
    """Take the columns that are numbers or yes-or-no, as numbers."""
    columns = [name for name in frame if pd.api.types.is_numeric_dtype(frame[name].dtype)]
    return frame[columns].astype("Float64").astype("float64")


def _means_of_draws(values: pd.DataFrame, draws: int, seed: int) -> pd.DataFrame:
    """Take the mean of every measure in every draw, over the clients of whom it is known."""
    clients, measures = values.shape
    partly = values.isna().any().to_numpy()
    # Row by row in memory: that is how the products below read them.
    filled = np.ascontiguousarray(values.fillna(0).to_numpy())
    there = np.ascontiguousarray(values.loc[:, partly].notna().to_numpy(dtype=float))
    random = np.random.default_rng(seed)
    means = np.full((draws, measures), np.nan)
    for first in range(0, draws if clients else 0, AT_ONCE):
        drawn = means[first : first + AT_ONCE]
        times = np.array([_times_drawn(clients, random) for _ in drawn])
        known = np.full(drawn.shape, float(clients))
        known[:, partly] = times @ there
        np.divide(times @ filled, known, out=drawn, where=known > 0)
    return pd.DataFrame(means, columns=values.columns)


def _times_drawn(clients: int, random: np.random.Generator) -> np.ndarray:
    """Draw as many clients as there are, with putting back: how many times each is drawn."""
    return np.bincount(random.integers(0, clients, clients), minlength=clients).astype(float)


OURS = "own definition: summary over clients"
BOOTSTRAP = "own definition: percentile bootstrap over clients"
KNOWN = Requires("known", "known_of_nobody", low=1)
KNOWN_OF_TWO = Requires("known", "known_of_fewer_than_two_clients", low=2)


def _anything(name: str, condition: Requires, source: str = OURS) -> Measure:
    return Measure(name, Unit.VALUE, low=-np.inf, count="known", requires=(condition,), source=source)


MEASURES = (
    Measure("known", Unit.COUNT, source=OURS),
    Measure("missing", Unit.COUNT, reading=Reading.ATTENTION, source=OURS),
    _anything("mean", KNOWN),
    _anything("low", KNOWN_OF_TWO, BOOTSTRAP),
    _anything("high", KNOWN_OF_TWO, BOOTSTRAP),
    *(_anything(f"q{100 * quantile:g}", KNOWN) for quantile in QUANTILES),
)

FAMILY = Family("cohort", Level.SUMMARY, cohort, MEASURES)

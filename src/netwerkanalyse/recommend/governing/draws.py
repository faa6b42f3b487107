"""How sure the fit of a form is: the share of draws in which it fits best, and what knowing an input would do to that.

Stochastic multicriteria acceptability analysis: weights, cut-offs and inputs are drawn over and over from everything
they could be, and it is counted how often each form comes first.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.recommend.governing.conditions import (
    CONDITIONS,
    READINGS,
    GovernanceCutoffs,
    Wobble,
    memberships,
)
from netwerkanalyse.recommend.governing.inputs import Input

Floats = npt.NDArray[np.float64]

BINS = 20
"""In so many parts of equally many draws an input is cut, to see what knowing it would do."""


class Draws(NamedTuple):
    """What was drawn for every input, and by reading, form and draw whether the form fits best (ties share)."""

    inputs: dict[str, Floats]
    first: dict[str, Floats]


def simulate(inputs: Sequence[Input], cutoffs: GovernanceCutoffs, seed: int) -> Draws:
    """Draw weights, cut-offs and inputs, and see which form fits best each time.

    Parameters
    ----------
    inputs
        The five inputs.
    cutoffs
        By how much cut-offs may be moved, and how many draws.
    seed
        Start of the random numbers: the same seed gives the same draws.

    Returns
    -------
    draws
        Both readings see the same draws.
    """
    rng, draws = np.random.default_rng(seed), int(cutoffs.draws)
    weights = rng.dirichlet(np.ones(len(CONDITIONS)), draws)
    shift = rng.uniform(-cutoffs.threshold_shift, cutoffs.threshold_shift, draws)
    scale = np.exp(rng.uniform(np.log(cutoffs.number_scale_low), np.log(cutoffs.number_scale_high), draws))
    values = {one.name: one.drawn(rng, draws) for one in inputs}
    first = {}
    for reading in READINGS:
        cells = memberships(values, reading, cutoffs, Wobble(shift, scale))
        first[reading] = _credits(np.einsum("fcd,dc->fd", cells, weights))
    return Draws(values, first)


def certainty_if_known(draws: Draws, reading: str, name: str) -> float:
    """Give the certainty to expect once an input is known: the mean, over its values, of the largest share.

    Parameters
    ----------
    draws
        The draws.
    reading
        Which reading of the table.
    name
        The input.

    Returns
    -------
    certainty
        At least the largest share now: knowing more never makes less certain on average.
    """
    first, values = draws.first[reading], draws.inputs[name]
    if np.ptp(values) == 0:
        return float(first.mean(axis=1).max())
    parts = np.array_split(np.argsort(values, kind="stable"), BINS)
    return float(sum(first[:, part].sum(axis=1).max() for part in parts) / first.shape[1])


def _credits(score: Floats) -> Floats:
    best = score >= score.max(axis=0) - 1e-12
    return best / best.sum(axis=0)

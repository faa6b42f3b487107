"""Need and amounts that go together.

All needs of 1, 2 or 3 and all ways in which up to six people can give 0.5, 1, 2 or 3 are listed once, sorted by whether
the total exceeds the need by more than a quarter. Planting overlap is drawing from one half of the list, planting
support that complements each other from the other half.
"""

from functools import lru_cache
from itertools import combinations_with_replacement

import numpy as np
import numpy.typing as npt

from netwerkanalyse.datasets.simulation.design import Flags, Floats, Ints

LEVELS = (0.5, 1.0, 2.0, 3.0)
NEEDS = (1.0, 2.0, 3.0)
MOST = 6
TOLERANCE = 0.25
"""More than the need plus this part of it is surplus (definitions, section 2.14)."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[Floats, Floats, npt.NDArray[np.int64]]:
    """List need and amounts of all patterns; and where those of (people, surplus) begin."""
    rows = [
        (people, sum(amounts) > (1 + TOLERANCE) * need, need, amounts + (0.0,) * (MOST - people))
        for people in range(1, MOST + 1)
        for need in NEEDS
        for amounts in combinations_with_replacement(LEVELS, people)
    ]
    rows.sort(key=lambda row: row[:2])
    group = np.array([2 * people + surplus for people, surplus, _, _ in rows])
    begins = np.searchsorted(group, np.arange(2 * MOST + 4))
    return np.array([row[2] for row in rows]), np.array([row[3] for row in rows]), begins


def draw_amounts(rng: np.random.Generator, supporters: Ints, within: Flags, surplus: Flags) -> tuple[Floats, Floats]:
    """Draw a need and the amounts of its supporters for each cell.

    Parameters
    ----------
    rng
        Chance.
    supporters
        How many people support, by cell.
    within, surplus
        Where the total must not, or must, exceed the need by more than a quarter.

    Returns
    -------
    need
        By cell; drawn also where nobody supports.
    amounts
        One a supporter, cell by cell.
    """
    need, amounts, begins = _patterns()
    low = begins[2 * supporters + surplus]
    high = begins[2 * supporters + np.where(within, 1, 2)]
    drawn = rng.random(len(supporters))
    at = np.where(supporters > 0, low + (drawn * (high - low)).astype(np.int64), (drawn * len(need)).astype(np.int64))
    shuffled = rng.permuted(np.where(np.arange(MOST) < supporters[:, None], amounts[at], np.nan), axis=1)
    return need[at], shuffled[~np.isnan(shuffled)]

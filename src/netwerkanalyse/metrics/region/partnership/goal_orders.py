"""How organisations order network goals, beside each other. The distance of a pair stays inside: it is never shown."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.region.partnership.network import Partnership
from netwerkanalyse.metrics.region.tables import ratio
from netwerkanalyse.metrics.suppression import small

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Compared(NamedTuple):
    """Every two organisations that rated at least two of the same goals, and how differently they order them."""

    one: Ints
    other: Ints
    distance: Floats


def goal_scores(partnership: Partnership) -> Floats:
    """Lay the scores out: a row an organisation, a column a goal, NaN where it was not rated."""
    frame = partnership.region.tables["goal_ratings"]
    organisation = partnership.region.keys.refers["goal_ratings", "organisation"]
    goal, names = pd.factorize(frame["goal"])
    scores = np.full((len(partnership.region), len(names)), np.nan)
    scores[organisation, goal] = frame["score"].to_numpy()
    return scores


def compared_orders(partnership: Partnership) -> Compared:
    """Compare how every two organisations order the goals that both rated: Kendall's distance, a tie for half."""
    scores = goal_scores(partnership)
    first, second = np.triu_indices(scores.shape[1], 1)
    order = np.sign(scores[:, first] - scores[:, second])
    parts = [Compared(*(np.zeros(0, dtype=kind) for kind in (np.int64, np.int64, float)))]
    for one in range(len(order) - 1):
        apart = np.abs(order[one + 1 :] - order[one]) / 2
        goals = (~np.isnan(apart)).sum(axis=1)
        known = goals > 0
        distance = ratio(np.nansum(apart, axis=1), goals)[known]
        parts.append(Compared(np.full(len(distance), one), one + 1 + np.flatnonzero(known), distance))
    return Compared(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def goals_told_of_part(partnership: Partnership, inside: Flags) -> bool:
    """Tell whether the goals that a part rated may be shown beside those of the whole.

    What the whole says less what the part says is how the others order goals, among each other and beside the part.
    When one or two others rated, or can be compared with anybody, it tells what these said: the part shows nothing.

    Parameters
    ----------
    partnership
        The whole.
    inside
        Whether each organisation is in the part.

    Returns
    -------
    told
        Whether nobody is given away.
    """
    found, rated = compared_orders(partnership), ~np.isnan(goal_scores(partnership)).all(axis=1)
    compared = np.unique(np.concatenate([found.one, found.other]))
    others = np.array([(rated & ~inside).sum(), (~inside[compared]).sum()])
    return not small(others, partnership.cutoffs.smallest_raters).any()

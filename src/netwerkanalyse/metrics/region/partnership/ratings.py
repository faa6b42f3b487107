"""What organisations say of each other, one composite score a pair. Pair scores stay inside: they are never shown."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.metrics.region.partnership.network import Partnership
from netwerkanalyse.metrics.region.tables import ratio
from netwerkanalyse.metrics.suppression import small
from netwerkanalyse.model.region_vocabulary import RATING_ITEM

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

TRUST, VALUE = "trust", "value"
"""The two scales: each a composite of three items."""


class Rated(NamedTuple):
    """Who rates whom on one scale, with the mean score; only pairs of which enough items are answered."""

    rater: Ints
    rated: Ints
    score: Floats


def rated_pairs(partnership: Partnership, scale: str) -> Rated:
    """Give the score of every ordered pair that has one: the mean of the answered items of a scale.

    What an organisation says of itself is left out.

    Parameters
    ----------
    partnership
        The region.
    scale
        ``trust`` or ``value``.

    Returns
    -------
    pairs
        Positions in the organisations table, and scores. Not for showing.
    """
    frame, keys = partnership.region.tables["ratings"], partnership.region.keys.refers
    size = max(len(partnership.region), 1)
    rater, rated = keys["ratings", "rater"], keys["ratings", "rated"]
    score = frame["score"].to_numpy(dtype=float, na_value=np.nan)
    of_scale = frame["item"].isin([code.name for code in RATING_ITEM.codes if code.group == scale]).to_numpy()
    answered = of_scale & ~np.isnan(score) & (rater != rated)
    pair, place = np.unique(rater[answered] * size + rated[answered], return_inverse=True)
    items = np.bincount(place, minlength=len(pair))
    mean = ratio(np.bincount(place, weights=score[answered], minlength=len(pair)), items)
    enough = items >= partnership.cutoffs.rating_items_from
    return Rated(pair[enough] // size, pair[enough] % size, mean[enough])


def raters(partnership: Partnership) -> Flags:
    """Tell who takes part in the ratings: who decides for itself, and everybody who rates or is rated."""
    keys = partnership.region.keys.refers
    return partnership.participants(keys["ratings", "rater"], keys["ratings", "rated"])


def told_of_part(partnership: Partnership, inside: Flags) -> Flags:
    """Tell which ratings within a part may count, when it is shown beside the whole.

    What the whole says less what the part says is what the others said. Of who is rated by one or two of the others,
    no score counts in the part; and when all that does not count comes from one or two, nothing does.

    Parameters
    ----------
    partnership
        The whole.
    inside
        Whether each organisation is in the part.

    Returns
    -------
    told
        Of each rating whose rater and rated are in the part, whether it counts: nobody else is given away.
    """
    limit, keys = partnership.cutoffs.smallest_raters, partnership.region.keys.refers
    rater, rated = keys["ratings", "rater"], keys["ratings", "rated"]
    of_part = inside[rater] & inside[rated]
    told, items = np.ones(of_part.sum(), dtype=bool), partnership.region.tables["ratings"]["item"][of_part]
    for scale in (TRUST, VALUE):
        pairs = rated_pairs(partnership, scale)
        within = inside[pairs.rater] & inside[pairs.rated]
        withheld = small(np.bincount(pairs.rated[~within], minlength=len(inside)), limit)
        rest = np.unique(pairs.rater[~within | withheld[pairs.rated]])
        if small(np.array(len(rest)), limit):
            withheld = np.ones(len(inside), dtype=bool)
        of_scale = items.isin([code.name for code in RATING_ITEM.codes if code.group == scale]).to_numpy()
        told &= ~(of_scale & withheld[rated[of_part]])
    return told

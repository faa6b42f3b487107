"""Whether organisations find the same network goals important."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.partnership.network import Partnership
from netwerkanalyse.metrics.region.tables import framed, ratio
from netwerkanalyse.metrics.suppression import small

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


class Compared(NamedTuple):
    """Every two organisations that rated at least two of the same goals, and how differently they order them."""

    one: Ints
    other: Ints
    distance: Floats


def measure_goal_consensus(partnership: Partnership) -> pd.DataFrame:
    """Measure how much organisations agree on what matters.

    - ``goal_consensus`` = 1 - mean over pairs of organisations of Kendall's distance: of the pairs of goals that both
      rated, the share that the one orders the other way round than the other; a tie in one of the two counts for
      half. It looks at the order only: who gives high marks everywhere agrees with who gives low marks everywhere.
    - ``goal_score_consensus`` = 1 - mean over goals of the standard deviation of the scores over the largest it can
      be: half of the difference between the highest and the lowest score that anybody gave.

    Both only when 60% of those who take part (who decides for itself, and everybody who rates) rated, and at least
    five goals are rated by two or more. ``goal_consensus_low`` and ``goal_consensus_high`` are what the pairs of
    which the distance is not known could at most make of it. Nothing is shown when fewer than three rated.

    Parameters
    ----------
    partnership
        The region.

    Returns
    -------
    frame
        One row.
    """
    scores, cutoffs, found = _scores(partnership), partnership.cutoffs, _compared(partnership)
    keys = partnership.region.keys.refers["goal_ratings", "organisation"]
    members = int(partnership.participants(keys).sum())
    responds = int((~np.isnan(scores)).any(axis=1).sum())
    goals = int(((~np.isnan(scores)).sum(axis=0) >= 2).sum())
    pairs, compared, apart = members * (members - 1) // 2, len(found.distance), found.distance.sum()
    shown = responds >= cutoffs.smallest_raters
    enough = responds >= cutoffs.response_from * members and goals >= max(cutoffs.network_goals_from, 1)
    values: dict[str, npt.ArrayLike] = {
        "goal_consensus_low": 1 - ratio(apart + pairs - compared, pairs),
        "goal_consensus_high": 1 - ratio(apart, pairs),
        "goal_consensus": 1 - ratio(apart, compared) if enough else np.nan,
        "goal_score_consensus": 1 - _spread(scores) if enough else np.nan,
    }
    return framed(
        {
            "goal_organisations": members,
            "goal_respondents": responds,
            "goal_response": ratio(responds, members),
            "goals_rated": goals,
            "goal_pairs_compared": compared,
            "goals_shown": shown,
            "goals_rated_enough": enough,
            **(values if shown else dict.fromkeys(values, np.nan)),
        },
        partnership.whole,
        MEASURES,
    )


def measure_sector_consensus(partnership: Partnership) -> pd.DataFrame:
    """Measure how much organisations of every two sectors agree on goals, and those of one sector among themselves.

    See :func:`measure_goal_consensus` for the distance. A row about fewer than three organisations is suppressed, and
    another row with it where it could be found by subtraction.

    Parameters
    ----------
    partnership
        The region. Organisations without sector are left out.

    Returns
    -------
    frame
        A row two sectors (or one and the same) of which organisations rated.
    """
    found = _compared(partnership)
    sectors = partnership.region.tables["organisations"]["sector"].cat
    code = sectors.codes.to_numpy().astype(np.int64)
    known = (code[found.one] >= 0) & (code[found.other] >= 0)
    one, other, distance = found.one[known], found.other[known], found.distance[known]
    low, high = np.minimum(code[one], code[other]), np.maximum(code[one], code[other])
    cell, place = np.unique(low * len(sectors.categories) + high, return_inverse=True)
    people = np.unique(np.column_stack([np.tile(place, 2), np.concatenate([one, other])]), axis=0)
    organisations = np.bincount(people[:, 0], minlength=len(cell))
    shown = ~_hidden(organisations, partnership.cutoffs.smallest_raters)
    pairs = np.bincount(place, minlength=len(cell))
    consensus = 1 - ratio(np.bincount(place, weights=distance, minlength=len(cell)), pairs)
    names = sectors.categories.to_numpy()
    rows = [names[side] for side in np.divmod(cell, max(len(names), 1))]
    return framed(
        {
            "sector_goal_organisations": organisations,
            "sector_goal_pairs": pairs,
            "sector_goals_shown": shown,
            "sector_goal_consensus": np.where(shown, consensus, np.nan),
        },
        pd.MultiIndex.from_arrays(rows, names=Level.SECTOR.keys),
        SECTOR_MEASURES,
    )


def _hidden(organisations: Ints, fewest: float) -> npt.NDArray[np.bool_]:
    """Hide rows about few organisations, and one more where the consensus of all would give a single one away."""
    hidden = small(organisations, fewest)
    if hidden.sum() == 1 and len(hidden) > 1:
        hidden[np.where(hidden, np.inf, organisations).argmin()] = True
    return hidden


def _scores(partnership: Partnership) -> Floats:
    """Lay the scores out: a row an organisation, a column a goal, NaN where it was not rated."""
    frame = partnership.region.tables["goal_ratings"]
    organisation = partnership.region.keys.refers["goal_ratings", "organisation"]
    goal, names = pd.factorize(frame["goal"])
    scores = np.full((len(partnership.region), len(names)), np.nan)
    scores[organisation, goal] = frame["score"].to_numpy()
    return scores


def _compared(partnership: Partnership) -> Compared:
    """Compare how every two organisations order the goals that both rated."""
    scores = _scores(partnership)
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


def _spread(scores: Floats) -> float:
    """Average over goals the standard deviation over the largest it can be; 0 when all scores are the same."""
    several = scores[:, (~np.isnan(scores)).sum(axis=0) >= 2]
    range_of_all = np.nanmax(scores) - np.nanmin(scores)
    return float(np.nanstd(several, axis=0).mean() / (range_of_all / 2)) if range_of_all > 0 else 0.0


OWN = "own definition"
SHOWN = (
    Requires("goal_respondents", "nobody_rated_goals", low=1),
    Requires("goals_shown", "suppressed_few_raters", equals=True),
)
ENOUGH = Requires("goals_rated_enough", "too_few_goals_rated", equals=True)
COMPARED = Requires("goal_pairs_compared", "nobody_rated_same_goals", low=1)

MEASURES = (
    Measure("goal_organisations", Unit.COUNT, source=OWN),
    Measure("goal_respondents", Unit.COUNT, count="goal_organisations", source=OWN),
    Measure(
        "goal_response",
        Unit.SHARE,
        high=1,
        count="goal_organisations",
        requires=(Requires("goal_organisations", "no_organisations", low=1),),
        source=OWN,
    ),
    Measure("goals_rated", Unit.COUNT, source=OWN),
    Measure("goal_pairs_compared", Unit.COUNT, source=OWN),
    Measure("goals_shown", Unit.YES_NO, high=1, source="own definition: fewer than three raters"),
    Measure("goals_rated_enough", Unit.YES_NO, high=1, source=OWN),
    Measure(
        "goal_consensus",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="goal_pairs_compared",
        requires=(*SHOWN, ENOUGH, COMPARED),
        source="Kendall's distance, ties for half (Fagin et al. 2006)",
    ),
    *(
        Measure(
            f"goal_consensus_{side}",
            Unit.SHARE,
            high=1,
            reading=Reading.STRENGTH,
            count="goal_organisations",
            requires=(*SHOWN, Requires("goal_organisations", "fewer_than_two_organisations", low=2)),
            source=OWN,
        )
        for side in ("low", "high")
    ),
    Measure(
        "goal_score_consensus",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="goals_rated",
        requires=(*SHOWN, ENOUGH),
        source="own definition: scaled standard deviation",
    ),
)

SECTOR_MEASURES = (
    Measure("sector_goal_organisations", Unit.COUNT, source=OWN),
    Measure("sector_goal_pairs", Unit.COUNT, source=OWN),
    Measure("sector_goals_shown", Unit.YES_NO, high=1, source="own definition: fewer than three raters"),
    Measure(
        "sector_goal_consensus",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="sector_goal_pairs",
        requires=(Requires("sector_goals_shown", "suppressed_few_raters", equals=True),),
        source="Kendall's distance, ties for half (Fagin et al. 2006)",
    ),
)

FAMILY = Family("region_goals", Level.REGION, measure_goal_consensus, MEASURES)
SECTOR_FAMILY = Family("sector_goals", Level.SECTOR, measure_sector_consensus, SECTOR_MEASURES)

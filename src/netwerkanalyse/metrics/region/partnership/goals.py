"""Whether organisations find the same network goals important."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.partnership.goal_orders import compared_orders, goal_scores
from netwerkanalyse.metrics.region.partnership.network import Partnership
from netwerkanalyse.metrics.region.tables import framed, ratio
from netwerkanalyse.metrics.suppression import small

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def measure_goal_consensus(partnership: Partnership) -> pd.DataFrame:
    """Measure how much organisations agree on what matters.

    - ``goal_consensus`` = 1 - mean over pairs of organisations of Kendall's distance: of the pairs of goals that both
      rated, the share that the one orders the other way round than the other; a tie in one of the two counts for
      half. It looks at the order only: who gives high marks everywhere agrees with who gives low marks everywhere.
    - ``goal_score_consensus`` = 1 - mean over goals of the standard deviation of the scores over the largest it can
      be: half of the difference between the highest and the lowest score that anybody gave.

    Both only when 60% of those who take part (who decides for itself, and everybody who rates) rated, and at least
    five goals are rated by two or more. ``goal_consensus_low`` and ``goal_consensus_high`` are what the pairs of
    which the distance is not known could at most make of it. Nothing is shown when fewer than three rated, nor when one
    pair is all that can be compared: it would tell how these two differ.

    Parameters
    ----------
    partnership
        The region.

    Returns
    -------
    frame
        One row.
    """
    scores, cutoffs, found = goal_scores(partnership), partnership.cutoffs, compared_orders(partnership)
    keys = partnership.region.keys.refers["goal_ratings", "organisation"]
    members = int(partnership.participants(keys).sum())
    responds = int((~np.isnan(scores)).any(axis=1).sum())
    goals = int(((~np.isnan(scores)).sum(axis=0) >= 2).sum())
    pairs, compared, apart = members * (members - 1) // 2, len(found.distance), found.distance.sum()
    few = small(np.array(len(np.unique([found.one, found.other]))), cutoffs.smallest_raters)
    shown = responds >= cutoffs.smallest_raters and not few
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

    See :func:`measure_goal_consensus` for the distance. Of a sector of which a row would tell what one or two
    organisations said, on either side, every row is suppressed; and of the next smallest sector too when the whole less
    the rows that are shown would tell the same.

    Parameters
    ----------
    partnership
        The region. Organisations without sector are left out.

    Returns
    -------
    frame
        A row two sectors (or one and the same) of which organisations rated.
    """
    found = compared_orders(partnership)
    sectors = partnership.region.tables["organisations"]["sector"].cat
    code = sectors.codes.to_numpy().astype(np.int64)
    known = (code[found.one] >= 0) & (code[found.other] >= 0)
    one, other, distance = found.one[known], found.other[known], found.distance[known]
    low, high = np.minimum(code[one], code[other]), np.maximum(code[one], code[other])
    cell, place = np.unique(low * len(sectors.categories) + high, return_inverse=True)
    people = np.unique(np.column_stack([np.tile(place, 2), np.concatenate([one, other])]), axis=0)
    organisations = np.bincount(people[:, 0], minlength=len(cell))
    rows = np.divmod(cell, max(len(sectors.categories), 1))
    hidden = _hidden(found.one, found.other, code, partnership.cutoffs.smallest_raters)
    shown = ~(hidden[rows[0]] | hidden[rows[1]])
    pairs = np.bincount(place, minlength=len(cell))
    consensus = 1 - ratio(np.bincount(place, weights=distance, minlength=len(cell)), pairs)
    names = sectors.categories.to_numpy()
    return framed(
        {
            "sector_goal_organisations": organisations,
            "sector_goal_pairs": pairs,
            "sector_goals_shown": shown,
            "sector_goal_consensus": np.where(shown, consensus, np.nan),
        },
        pd.MultiIndex.from_arrays([names[side] for side in rows], names=Level.SECTOR.keys),
        SECTOR_MEASURES,
    )


def _hidden(one: Ints, other: Ints, sector: Ints, fewest: float) -> npt.NDArray[np.bool_]:
    """Tell of which sectors (-1 is blank) nothing is shown; ``one`` and ``other`` were compared.

    A row of which one side is one or two organisations tells what these said. So does all that is not shown, which is
    the whole less what is shown: when that is about one or two organisations, the smallest other sector goes too.
    """
    size = int(sector.max(initial=-1)) + 1
    ends = np.concatenate([np.stack([one, other]), np.stack([other, one])], axis=1)
    sides = np.unique(np.stack([sector[ends[0]], sector[ends[1]], ends[0]]), axis=1)[:2]
    row, count = np.unique(sides[:, (sides >= 0).all(axis=0)], axis=1, return_counts=True)
    hidden = np.zeros(size, dtype=bool)
    hidden[row[0, small(count, fewest)]] = True
    own = sector[np.unique(ends)]
    members = np.bincount(own[own >= 0], minlength=size)
    for code in np.argsort(members, kind="stable"):
        if small(np.array((own < 0).sum() + members[hidden].sum()), fewest):
            hidden[code] = True
    return hidden


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

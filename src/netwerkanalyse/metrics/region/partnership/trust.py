"""How organisations are trusted and valued, and how trust lies in the whole: aggregates only."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.partnership.network import Partnership
from netwerkanalyse.metrics.region.partnership.ratings import TRUST, VALUE, Rated, rated_pairs, raters
from netwerkanalyse.metrics.region.tables import framed, ratio
from netwerkanalyse.metrics.suppression import small

Floats = npt.NDArray[np.float64]


def measure_received_scores(partnership: Partnership) -> pd.DataFrame:
    """Measure how every organisation is rated by the others, on trust and on value.

    The score of a pair is the mean of the answered items of the scale (at least two of three); that of an organisation
    is the mean of the scores it receives. With fewer than three raters it is suppressed.

    Trust: shared mission, openness, reliability. Value: power and influence, involvement, resources.

    Parameters
    ----------
    partnership
        The region.

    Returns
    -------
    frame
        A row an organisation.
    """
    size = len(partnership.region)
    values: dict[str, npt.ArrayLike] = {}
    for scale in (TRUST, VALUE):
        pairs = rated_pairs(partnership, scale)
        count = np.bincount(pairs.rated, minlength=size)
        mean = ratio(np.bincount(pairs.rated, weights=pairs.score, minlength=size), count)
        shown = count >= partnership.cutoffs.smallest_raters
        values |= {
            f"{scale}_raters": count,
            f"{scale}_score_shown": shown,
            f"{scale}_score": np.where(shown, mean, np.nan),
        }
    return framed(values, partnership.organisations, MEASURES)


def measure_trust(partnership: Partnership) -> pd.DataFrame:
    """Measure the density and the centralisation of trust, and how much of it is rated.

    Of the n organisations that take part (who decides for itself, and everybody who rates or is rated) there are
    n (n - 1) ordered pairs. A pair trusts when its score is 3 or more of 4.

    - ``trust_density`` = trusting pairs / rated pairs; ``trust_centralisation`` = sum of (most - own) times trusted,
      over (n - 1)^2 (Freeman). Both only when at least 60% of the pairs is rated.
    - the bounds are the lowest and highest values that the pairs that are not rated allow.

    Nothing is shown when fewer than three organisations rated, nor when one or two rated those whose own score is
    suppressed: the whole less the scores that are shown would tell what they said.

    Parameters
    ----------
    partnership
        The region.

    Returns
    -------
    frame
        One row.
    """
    cutoffs, takes_part = partnership.cutoffs, raters(partnership)
    trust, value = (rated_pairs(partnership, scale) for scale in (TRUST, VALUE))
    members = int(takes_part.sum())
    pairs = members * (members - 1)
    trusting = trust.score >= cutoffs.trust_from
    times = np.bincount(trust.rated[trusting], minlength=len(takes_part))[takes_part].astype(float)
    rated = np.bincount(trust.rated, minlength=len(takes_part))[takes_part]
    most = times + float(members - 1) - rated  # if everybody who has not rated trusts
    who, scored = len(np.unique(trust.rater)), len(trust.score)
    shown = who >= cutoffs.smallest_raters and not _gives_away(trust, cutoffs.smallest_raters)
    enough = shown and scored >= cutoffs.response_from * pairs
    bounds = _spread_bounds(times, most)
    values: dict[str, npt.ArrayLike] = {
        "trust_density_low": ratio(trusting.sum(), pairs),
        "trust_density_high": ratio(trusting.sum() + pairs - scored, pairs),
        "trust_centralisation_low": bounds[0],
        "trust_centralisation_high": bounds[1],
        "trust_density": ratio(trusting.sum(), scored) if enough else np.nan,
        "trust_centralisation": _spread(times) if enough else np.nan,
    }
    return framed(
        {
            "rating_organisations": members,
            "organisations_that_rate": who,
            "trust_pairs": pairs,
            "trust_pairs_rated": scored,
            "trust_coverage": ratio(scored, pairs),
            "value_pairs_rated": len(value.score),
            "value_coverage": ratio(len(value.score), pairs),
            "trust_shown": shown,
            "trust_rated_enough": enough,
            **(values if shown else dict.fromkeys(values, np.nan)),
        },
        partnership.whole,
        WHOLE_MEASURES,
    )


def _gives_away(pairs: Rated, limit: float) -> bool:
    """Tell whether few rated those whose score is suppressed: a total would tell what these few said."""
    shown = np.bincount(pairs.rated, minlength=1) >= limit
    rest = np.unique(pairs.rater[~shown[pairs.rated]])
    return bool(small(np.array(len(rest)), limit))


def _spread(times: Floats) -> float:
    return float(ratio((times.max(initial=0) - times).sum(), (len(times) - 1) ** 2))


def _spread_bounds(least: Floats, most: Floats) -> tuple[float, float]:
    """Compute the lowest and highest centralisation when everybody is trusted between ``least`` and ``most`` times.

    It is lowest when everybody comes as near as they can to the one who is trusted most for certain, and highest when
    one is trusted as often as can be and the others as little.
    """
    members = len(least)
    level = least.max(initial=0)
    lowest = np.maximum(level - most, 0).sum()
    highest = ((members - 1) * most - (least.sum() - least)).max(initial=0)
    return float(ratio(lowest, (members - 1) ** 2)), float(ratio(highest, (members - 1) ** 2))


SOURCE = "PARTNER (Visible Network Labs): composite of three items"
OWN = "own definition"
PAIRS = Requires("trust_pairs", "fewer_than_two_organisations", low=1)
SHOWN = (
    Requires("organisations_that_rate", "nobody_rates", low=1),
    Requires("trust_shown", "suppressed_few_raters", equals=True),
)
ENOUGH = Requires("trust_rated_enough", "too_few_pairs_rated", equals=True)

MEASURES = tuple(
    measure
    for scale in (TRUST, VALUE)
    for measure in (
        Measure(f"{scale}_raters", Unit.COUNT, source=OWN),
        Measure(f"{scale}_score_shown", Unit.YES_NO, high=1, source="own definition: fewer than three raters"),
        Measure(
            f"{scale}_score",
            Unit.AMOUNT,
            low=1,
            high=4,
            reading=Reading.STRENGTH,
            count=f"{scale}_raters",
            requires=(
                Requires(f"{scale}_raters", "not_rated", low=1),
                Requires(f"{scale}_score_shown", "suppressed_few_raters", equals=True),
            ),
            source=SOURCE,
        ),
    )
)

WHOLE_MEASURES = (
    Measure("rating_organisations", Unit.COUNT, source=OWN),
    Measure("organisations_that_rate", Unit.COUNT, count="rating_organisations", source=OWN),
    Measure("trust_pairs", Unit.COUNT, source=OWN),
    Measure("trust_pairs_rated", Unit.COUNT, count="trust_pairs", source=SOURCE),
    Measure("trust_coverage", Unit.SHARE, high=1, count="trust_pairs", requires=(PAIRS,), source=OWN),
    Measure("value_pairs_rated", Unit.COUNT, count="trust_pairs", source=SOURCE),
    Measure("value_coverage", Unit.SHARE, high=1, count="trust_pairs", requires=(PAIRS,), source=OWN),
    Measure("trust_shown", Unit.YES_NO, high=1, source="own definition: fewer than three raters"),
    Measure("trust_rated_enough", Unit.YES_NO, high=1, source=OWN),
    *(
        Measure(
            f"trust_{name}{side}",
            Unit.SHARE,
            high=1,
            count=count,
            requires=(*SHOWN, *requires),
            source=source,
        )
        for name, source in (("density", OWN), ("centralisation", "Freeman 1979, of times trusted"))
        for side, count, requires in (
            ("", "trust_pairs_rated", (ENOUGH,)),
            ("_low", "trust_pairs", ()),
            ("_high", "trust_pairs", ()),
        )
    ),
)

FAMILY = Family("region_ratings", Level.ORGANISATION, measure_received_scores, MEASURES)
WHOLE_FAMILY = Family("region_trust", Level.REGION, measure_trust, WHOLE_MEASURES)

"""Whether an agreement reaches the client: whether organisations with one coordinate more often than those without."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.kernels._arrays import NO, YES
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.alignment.disclosure import Hidden
from netwerkanalyse.metrics.region.alignment.network import Alignment
from netwerkanalyse.metrics.region.partnership.network import NOT_TIED, TIED
from netwerkanalyse.metrics.region.tables import framed, if_shown, ratio
from netwerkanalyse.metrics.suppression import small

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

AT_ONCE = 2_000_000
"""Numbers drawn in memory at the same time."""


class Interval(NamedTuple):
    """A ratio's percentiles over draws, and in how many draws it was defined."""

    low: float
    high: float
    draws: int


def measure_realisation(
    alignment: Alignment, *, draws: int = 2000, confidence: float = 0.95, seed: int = 1
) -> pd.DataFrame:
    """Measure how often organisations that serve the same client coordinate about that client.

    Of the pairs of organisations around a client, those of which any two people coordinate are realised.
    ``realised_share_with`` and ``realised_share_without`` are the shares realised among pairs with and without an
    agreement, over the pairs of which it is known. ``realised_ratio`` divides the first by the second: above 1,
    agreements and practice go together. The interval is a percentile bootstrap over clients, who bring all their
    pairs along. The outer bounds take every unknown tie as it is worst, and best, for the ratio.

    Pairs between whom the client wants no contact are left out and counted. It says that they go together, not that
    the agreement is the cause.

    Parameters
    ----------
    alignment
        A region and a caseload.
    draws
        How many times to draw.
    confidence
        The share of draws inside the interval.
    seed
        Where the random numbers start.

    Returns
    -------
    frame
        One row.
    """
    counted, limit, hidden = alignment.counted, alignment.cutoffs.smallest_cell, alignment.hidden
    kinds = {"with": TIED, "without": NOT_TIED}
    arms = {arm: _arm(counted[:, kind], limit, hidden, kind) for arm, kind in kinds.items()}
    values = {f"{name}_{arm}": value for arm, found in arms.items() for name, value in found.items()}
    shown = not (values["realised_suppressed_with"] or values["realised_suppressed_without"])
    known = counted[:, [TIED, NOT_TIED], : NO + 1]
    interval = bootstrap_ratio(known, draws, confidence, seed) if shown else None
    low, high = (
        ratio(values[f"realised_share_{one}_with"], values[f"realised_share_{other}_without"])
        for one, other in (("low", "high"), ("high", "low"))
    )
    return framed(
        {
            **values,
            "realised_ratio": risk_ratio(known.sum(axis=0)),
            "realised_ratio_draws": interval.draws if interval else 0,
            "realised_ratio_from": interval.low if interval else np.nan,
            "realised_ratio_to": interval.high if interval else np.nan,
            "realised_ratio_low": low,
            "realised_ratio_high": high,
        },
        alignment.whole,
        MEASURES,
    )


def risk_ratio(totals: npt.NDArray[np.generic]) -> Floats:
    """Divide the share realised of one kind of pairs by that of another, over pairs of which it is known.

    Parameters
    ----------
    totals
        Numbers of pairs, the last two axes kind by tie: yes, no.

    Returns
    -------
    ratio
        NaN where a kind has no known pairs, or the second none that is realised.

    Examples
    --------
    Eight of ten against four of ten.

    >>> float(risk_ratio(np.array([[8, 2], [4, 6]])))
    2.0
    """
    yes = totals[..., YES].astype(float)
    share = ratio(yes, yes + totals[..., NO])
    return ratio(share[..., 0], share[..., 1])


def bootstrap_ratio(counted: Ints, draws: int, confidence: float, seed: int) -> Interval:
    """Draw clients with putting back and take the ratio of each draw.

    Clients with the same numbers are alike, so that it is enough to draw how many there are of each sort.

    Parameters
    ----------
    counted
        Pairs by client, kind (two) and tie: yes, no.
    draws
        How many times to draw.
    confidence
        The share of draws inside the interval.
    seed
        Where the random numbers start.

    Returns
    -------
    interval
        NaN where the ratio is defined in no draw.
    """
    flat = counted.reshape(len(counted), int(np.prod(counted.shape[1:])))
    sorts, often = np.unique(flat, axis=0, return_counts=True)
    random, found = np.random.default_rng(seed), []
    step = max(AT_ONCE // max(len(sorts), 1), 1)
    for first in range(0, draws if len(sorts) else 0, step):
        times = random.multinomial(len(counted), often / len(counted), size=min(step, draws - first))
        found.append(risk_ratio((times @ sorts).reshape(-1, *counted.shape[1:])))
    ratios = np.concatenate([np.zeros(0), *found])
    ratios = ratios[~np.isnan(ratios)]
    if not len(ratios):
        return Interval(np.nan, np.nan, 0)
    low, high = np.quantile(ratios, [(1 - confidence) / 2, (1 + confidence) / 2])
    return Interval(float(low), float(high), len(ratios))


def _arm(counted: Ints, limit: float, hidden: Hidden, kind: int) -> dict[str, float]:
    """Count the pairs of one kind; how they are divided is not shown when few clients are behind any part.

    All pairs around clients are the shared clients of all pairs of organisations: one count, one decision.
    """
    by_client = np.column_stack([counted[:, YES], counted[:, NO], counted[:, NO + 1 :].sum(axis=1)])
    clients = int(by_client.any(axis=1).sum())
    suppressed = bool(hidden.loads[kind]) or bool(small((by_client > 0).sum(axis=0), limit).any())
    yes, no, left_out = by_client.sum(axis=0).tolist()
    known, all_pairs = yes + no, yes + no + left_out
    return {
        "realised_clients_suppressed": bool(hidden.around[kind]),
        "realised_clients": clients,
        "realised_pairs_all_suppressed": bool(hidden.loads[kind]),
        "realised_pairs_all": all_pairs,
        "realised_suppressed": suppressed,
        "realised_pairs": known,
        "realised_coordinating": yes,
        "realised_left_out": left_out,
        "realised_share": float(ratio(yes, known)),
        "realised_share_low": float(ratio(yes, all_pairs)),
        "realised_share_high": float(ratio(yes + left_out, all_pairs)),
    }


OURS = "own definition"
ROSENHECK = "own definition, after the question of Rosenheck 2002"


def _arm_measures(arm: str) -> tuple[Measure, ...]:
    known = Requires(f"realised_pairs_{arm}", "no_known_pairs_around_clients", low=1)
    some = Requires(f"realised_pairs_all_{arm}", "no_pairs_around_clients", low=1)
    return (
        *(
            one
            for name in ("clients", "pairs_all")
            for one in if_shown(
                f"realised_{name}_suppressed_{arm}", Measure(f"realised_{name}_{arm}", Unit.COUNT, source=OURS)
            )
        ),
        *if_shown(
            f"realised_suppressed_{arm}",
            *(
                Measure(f"realised_{name}_{arm}", Unit.COUNT, source=OURS)
                for name in ("pairs", "coordinating", "left_out")
            ),
            *(
                Measure(
                    f"realised_{name}_{arm}",
                    Unit.SHARE,
                    high=1,
                    reading=Reading.STRENGTH,
                    count=f"realised_{count}_{arm}",
                    requires=(some, *condition),
                    source=ROSENHECK,
                )
                for name, count, condition in (
                    ("share", "pairs", (known,)),
                    ("share_low", "pairs_all", ()),
                    ("share_high", "pairs_all", ()),
                )
            ),
        ),
    )


BOTH_SHOWN = tuple(Requires(f"realised_suppressed_{arm}", "suppressed", equals=False) for arm in ("with", "without"))
BOTH_KNOWN = tuple(
    Requires(f"realised_pairs_{arm}", "no_known_pairs_around_clients", low=1) for arm in ("with", "without")
)
BOTH_SOME = tuple(
    Requires(f"realised_pairs_all_{arm}", "no_pairs_around_clients", low=1) for arm in ("with", "without")
)
ANY = Requires("realised_coordinating_without", "nobody_coordinates_without", low=1)
DEFINED = (*BOTH_SHOWN, *BOTH_SOME, *BOTH_KNOWN, ANY)


def _ratio(name: str, *conditions: Requires, source: str = ROSENHECK) -> Measure:
    return Measure(
        name,
        Unit.INDEX,
        reading=Reading.STRENGTH,
        count="realised_pairs_with",
        requires=(*conditions,),
        source=source,
    )


BOOTSTRAP = "cluster bootstrap over clients, percentiles"

MEASURES = (
    *_arm_measures("with"),
    *_arm_measures("without"),
    _ratio("realised_ratio", *DEFINED),
    Measure("realised_ratio_draws", Unit.COUNT, source=BOOTSTRAP),
    *(
        _ratio(name, *DEFINED, Requires("realised_ratio_draws", "too_few_draws", low=1), source=BOOTSTRAP)
        for name in ("realised_ratio_from", "realised_ratio_to")
    ),
    _ratio(
        "realised_ratio_low",
        *BOTH_SHOWN,
        *BOTH_SOME,
        Requires("realised_share_high_without", "nobody_coordinates_without", low=1e-12),
    ),
    _ratio(
        "realised_ratio_high",
        *BOTH_SHOWN,
        *BOTH_SOME,
        Requires("realised_share_low_without", "nobody_coordinates_without", low=1e-12),
    ),
)

FAMILY = Family("alignment_realisation", Level.REGION, measure_realisation, MEASURES)

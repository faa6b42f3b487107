"""How far organisations have come on the ladder from beside each other to integrated."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.partnership.network import NOT_KNOWN, SENSITIVE, TIED, Partnership, pairs_of
from netwerkanalyse.metrics.region.tables import framed, ratio
from netwerkanalyse.model.region_arrays import NO, YES

Ints = npt.NDArray[np.int64]

LADDER = "cooperation"
RUNGS = 4
"""0 nothing, 1 beside each other, 2 together, 3 integrated."""

NO_RUNG = -1
"""It is not known on which rung a pair stands."""


def measure_ladder(partnership: Partnership) -> pd.DataFrame:
    """Count the pairs on every rung of the integration ladder, and those that stand on a rung or higher.

    0 is nothing, 1 beside each other (they know of each other), 2 together (they coordinate, they meet), 3 integrated
    (one team or plan). A pair of which several gave a rung stands on the highest, rounded down, as
    one yes makes a tie. A pair that works
    together without a rung is not known. ``ladder_share_from_2`` is the usual reading of "works together"; those
    from 1 and from 3 show what another cut-off would say.

    Parameters
    ----------
    partnership
        The region; the layer ``cooperation``.

    Returns
    -------
    frame
        One row.
    """
    network = RegionNetwork(partnership.region, LADDER, partnership.cutoffs)
    rung, size = _rungs(network), len(network.region)
    unlisted = size * (size - 1) // 2 - len(rung)
    counts = np.array([(rung == one).sum() for one in range(RUNGS)])
    counts[0] += unlisted if network.listed.all_asked else 0  # the ladder has no direction: asked is answered
    known = counts.sum()
    return framed(
        {
            "ladder_pairs_known": known,
            "ladder_pairs_unknown": len(rung) + unlisted - known,
            "ladder_ties_without_rung": ((network.listed.answer == YES) & (rung == NO_RUNG)).sum(),
            **{f"ladder_rung_{one}": counts[one] for one in range(RUNGS)},
            **{f"ladder_from_{one}": counts[one:].sum() for one in range(1, RUNGS)},
            **{f"ladder_share_from_{one}": ratio(counts[one:].sum(), known) for one in range(1, RUNGS)},
        },
        partnership.whole,
        MEASURES,
    )


def measure_rungs(partnership: Partnership) -> pd.DataFrame:
    """Count, for every rung of the ladder, how many of its pairs are tied in every other layer.

    Direction is forgotten. The layer trust is left out. Only pairs of which it is known in the other layer are in the
    share.

    Parameters
    ----------
    partnership
        The region.

    Returns
    -------
    frame
        A row a rung and another layer that is in use.
    """
    network = RegionNetwork(partnership.region, LADDER, partnership.cutoffs)
    layers = [name for name in partnership.layers if name not in {LADDER, *SENSITIVE}]
    rows = [_on_rungs(network, partnership.layers[name]) for name in layers]
    counts = np.array(rows, dtype=np.int64).reshape(len(layers), 2, RUNGS)
    known, tied = counts.transpose(1, 2, 0).reshape(2, -1)
    return framed(
        {"rung_pairs_known": known, "rung_pairs_tied": tied, "rung_share_tied": ratio(tied, known)},
        pd.MultiIndex.from_product([range(RUNGS), layers], names=Level.RUNG.keys),
        RUNG_MEASURES,
    )


def _rungs(network: RegionNetwork) -> Ints:
    """Give the rung of every listed pair; a pair of which it is known that there is nothing stands on the ground."""
    listed = network.listed
    rung = np.full(len(listed.answer), NO_RUNG, dtype=np.int64)
    rated = (listed.answer == YES) & ~np.isnan(listed.highest)
    rung[rated] = np.minimum(np.floor(listed.highest[rated]), RUNGS - 1)
    rung[listed.answer == NO] = 0
    return rung


def _on_rungs(network: RegionNetwork, layer: RegionNetwork) -> tuple[Ints, Ints]:
    """Count the pairs on every rung of which it is known in another layer, and those that are tied there."""
    size, pairs = len(network.region), pairs_of([network, layer])
    rung = np.full(len(pairs.source) + len(pairs.others), 0 if network.listed.all_asked else NO_RUNG, dtype=np.int64)
    listed = network.listed.source * size + network.listed.target
    rung[np.searchsorted(pairs.source * size + pairs.target, listed)] = _rungs(network)
    weight = np.append(np.ones(len(pairs.source)), pairs.others)
    state = np.append(pairs.state[:, 1], pairs.elsewhere[:, 1])
    known, tied = ((rung != NO_RUNG) & chosen for chosen in (state != NOT_KNOWN, state == TIED))
    in_known, in_tied = (np.bincount(rung[one], weight[one], RUNGS).astype(np.int64) for one in (known, tied))
    return in_known, in_tied


KNOWN = Requires("ladder_pairs_known", "no_rungs_known", low=1)
SOURCE = "de Nederlandse ggz 2021, Innovatieve ambulante ggz in de wijk: naast, samen, geïntegreerd"

MEASURES = (
    Measure("ladder_pairs_known", Unit.COUNT, source="own definition: unknown is not zero"),
    Measure(
        "ladder_pairs_unknown", Unit.COUNT, reading=Reading.ATTENTION, source="own definition: unknown is not zero"
    ),
    Measure("ladder_ties_without_rung", Unit.COUNT, reading=Reading.ATTENTION, source="own definition"),
    *(Measure(f"ladder_rung_{rung}", Unit.COUNT, count="ladder_pairs_known", source=SOURCE) for rung in range(RUNGS)),
    *(
        Measure(f"ladder_from_{rung}", Unit.COUNT, count="ladder_pairs_known", source=SOURCE)
        for rung in range(1, RUNGS)
    ),
    *(
        Measure(
            f"ladder_share_from_{rung}",
            Unit.SHARE,
            high=1,
            count="ladder_pairs_known",
            requires=(KNOWN,),
            source=SOURCE,
        )
        for rung in range(1, RUNGS)
    ),
)

RUNG_MEASURES = (
    Measure("rung_pairs_known", Unit.COUNT, source="own definition: unknown is not zero"),
    Measure("rung_pairs_tied", Unit.COUNT, count="rung_pairs_known", source=SOURCE),
    Measure(
        "rung_share_tied",
        Unit.SHARE,
        high=1,
        count="rung_pairs_known",
        requires=(Requires("rung_pairs_known", "no_rungs_known", low=1),),
        source=SOURCE,
    ),
)

FAMILY = Family("region_ladder", Level.REGION, measure_ladder, MEASURES)
RUNG_FAMILY = Family("region_ladder_layers", Level.RUNG, measure_rungs, RUNG_MEASURES)

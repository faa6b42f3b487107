"""Formal agreements: around shared clients, on paper only, and missing where most clients are shared."""

import numpy as np
import pandas as pd

from netwerkanalyse.datasets.simulation.design import Design, Ints, days_before
from netwerkanalyse.datasets.simulation.planted import planted, truth_of
from netwerkanalyse.datasets.simulation.region import Region
from netwerkanalyse.datasets.simulation.shared import Served

_BUSY = 3
"""So many pairs an organisation, on average, count as sharing many clients."""
_WITHOUT = 0.2
"""Share of the pairs with many shared clients that have no agreement."""
_PAPER = 6
"""One agreement on paper for so many organisations."""


def agreements_of(design: Design, region: Region, served: Served) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Plant agreements.

    The pairs that share most clients have one, but for a fifth (``work_without_agreement``). A few pairs that never
    shared a client have one too (``paper_agreement``). Of some pairs that share fewer clients nobody knows.

    Returns
    -------
    collaborations, truth
        Rows of both tables.
    """
    rng, count, now = design.table_chance(1), len(region.names), served.now
    most = np.sort(now.clients)[::-1][: _BUSY * count].min(initial=np.iinfo(np.int64).max)
    busy = np.flatnonzero(now.clients >= most)
    without = np.sort(rng.permutation(busy)[: round(_WITHOUT * len(busy))])
    agreed = np.setdiff1d(busy, without)
    unsure = rng.permutation(np.setdiff1d(np.arange(len(now.clients)), busy))[: round(design.unknown * len(busy))]
    paper = _never_shared(rng, count, served.ever)
    names = np.array(region.names, dtype=object)
    source = np.concatenate([now.first[agreed], paper // count, now.first[unsure]])
    target = np.concatenate([now.second[agreed], paper % count, now.second[unsure]])
    known = np.arange(len(source)) < len(agreed) + len(paper)
    rows = pd.DataFrame(
        {
            "source": names[source],
            "target": names[target],
            "layer": "agreement",
            "present": np.where(known, "yes", "unknown"),
            "since": days_before(rng, design.reference_date, 100, 2500, len(source)),
        }
    )
    truth = [
        planted("work_without_agreement", organisation=names[now.first[without]], other=names[now.second[without]]),
        planted("paper_agreement", organisation=names[paper // count], other=names[paper % count]),
    ]
    return rows.assign(since=rows["since"].where(known)), truth_of([part.assign(layer="agreement") for part in truth])


def _never_shared(rng: np.random.Generator, organisations: int, ever: Ints) -> Ints:
    """Draw pairs that share no client, as numbers; fewer when there are hardly any."""
    one, other = np.sort(rng.integers(0, organisations, (2, 20 * organisations)), axis=0)
    free = np.setdiff1d((one * organisations + other)[one < other], ever)
    return np.sort(rng.permutation(free)[: organisations // _PAPER])

"""Dated referrals along a chain, some of which bounce."""

import numpy as np
import pandas as pd

from netwerkanalyse.datasets.simulation.design import Design, choose, days_before
from netwerkanalyse.datasets.simulation.layers import Arcs
from netwerkanalyse.datasets.simulation.planted import planted, truth_of
from netwerkanalyse.datasets.simulation.region import Region

_FEWEST, _MORE = 12, 20
"""Referrals of an arc in a year: at least so many, and on average so many more."""
_BOUNCING = 0.1
_WAITING = 0.1


def referrals_of(design: Design, region: Region, chain: Arcs) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Plant a tenth of the organisations that send everybody back or on, without a contact (``referral_bounce``).

    With the others there is a first contact, but for those who still wait.

    Returns
    -------
    referrals, collaborations, truth
        Rows of the three tables; the layer counts the referrals.
    """
    rng, names = design.table_chance(5), np.array(region.names, dtype=object)
    counts = _FEWEST + rng.poisson(_MORE, len(chain.source))
    bouncing = np.sort(rng.permutation(chain.target)[: max(1, round(_BOUNCING * len(names)))])
    arc = np.repeat(np.arange(len(counts)), counts)
    source, target, rows = chain.source[arc], chain.target[arc], len(arc)
    day = days_before(rng, design.reference_date, 1, 365, rows)
    contact = day + np.ceil(rng.gamma(2.0, 10.0, rows)).astype("timedelta64[D]")
    bounces = np.isin(target, bouncing)
    waits = ~bounces & ((rng.random(rows) < _WAITING) | (contact > design.reference_date))
    outcome = np.where(bounces, np.array(["returned", "forwarded"])[choose(rng, (0.7, 0.3), rows)], "contact")
    referrals = pd.DataFrame(
        {
            "date": day,
            "source": names[source],
            "target": names[target],
            "case": [f"z{number:07d}" for number in range(rows)],
            "first_contact": np.where(bounces | waits, np.datetime64("NaT"), contact),
            "outcome": np.where(waits, "waiting", outcome),
        }
    )
    layer = pd.DataFrame(
        {
            "source": names[chain.source],
            "target": names[chain.target],
            "layer": "referral",
            "value": counts.astype(float),
            "present": "yes",
            "respondent": names[chain.source],
        }
    )
    truth = [planted("chain", layer=["referral"]), planted("referral_bounce", organisation=names[bouncing])]
    return referrals, layer, truth_of(truth).assign(layer="referral")

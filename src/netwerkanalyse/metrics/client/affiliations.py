"""How many people around the client there are of every sector, law and circle."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.client.composition import count_categories
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.vocabulary import LAW, SECTOR

CATEGORIES = {"sector": SECTOR.names, "law": LAW.names, "circle": ("1", "2", "3")}
"""What people are counted by, and the categories of each."""


def measure_affiliations(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Count the people of every sector, law and circle, and those of whom it is not known, one row a client.

    Parameters
    ----------
    network
        Any number of clients.
    _cutoffs
        Not used: counting has no cut-offs.

    Returns
    -------
    frame
        A row a client: ``<what>_<category>`` and ``<what>_unknown``.
    """
    circle = np.nan_to_num(network.numbers_of_people("circle"), nan=0.0).astype(np.int32) - 1
    category = {"sector": network.groups("sector"), "law": network.groups("law"), "circle": circle}
    counted = [count_categories(network.people.start, category[what], len(names)) for what, names in CATEGORIES.items()]
    return pd.DataFrame(np.hstack(counted), index=network.clients, columns=[one.name for one in MEASURES])


MEASURES = tuple(
    Measure(f"{what}_{name}", Unit.COUNT, source="own definition: counts by category")
    for what, names in CATEGORIES.items()
    for name in (*names, "unknown")
)

FAMILY = Family("affiliations", Level.CLIENT, measure_affiliations, MEASURES)

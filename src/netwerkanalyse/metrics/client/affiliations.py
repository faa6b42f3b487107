"""Where the people around the client belong: sectors, laws, organisations and circles.

How many different sectors, laws and organisations there are is how many systems the client has to deal with.
"""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.client.composition import (
    category_measures,
    count_categories,
    diversity_measures,
    measure_diversity,
)
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.vocabulary import LAW, SECTOR

CATEGORIES = {"sector": SECTOR.names, "law": LAW.names, "circle": ("1", "2", "3")}
"""What people are counted by, and the categories of each."""

POSSIBLE = {"sector": len(SECTOR.names), "law": len(LAW.names), "organisation": 0}
"""What people differ in, and how many possibilities there are: nobody can say how many organisations."""


def measure_affiliations(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure to which sectors, laws, organisations and circles people belong, one row a client.

    - ``<what>_<category>``, ``<what>_unknown`` and ``<what>_<category>_share`` for sectors, laws and circles;
    - ``<what>_different``, ``<what>_blau`` and its like for sectors, laws and organisations, as those of kinds (see
      :func:`netwerkanalyse.metrics.client.composition.measure_composition`), out of 21 sectors and 6 laws.

    Parameters
    ----------
    network
        Any number of clients.
    _cutoffs
        Not used: counting has no cut-offs.

    Returns
    -------
    frame
        A row a client; NaN where undefined.
    """
    columns, start = Columns(MEASURES, len(network.caseload)), network.people.start
    category = {"sector": network.groups("sector"), "law": network.groups("law"), "circle": network.circles}
    for what, names in CATEGORIES.items():
        count_categories(columns, what, start, category[what], names)
    for what, possible in POSSIBLE.items():
        measure_diversity(columns, what, start, network.groups(what), possible)
    np.subtract(np.diff(start), columns["circle_unknown"], out=columns["circle_known"])
    return columns.frame(network.clients)


MEASURES = (
    *(one for what, names in CATEGORIES.items() for one in category_measures(what, names)),
    *(one for what, possible in POSSIBLE.items() for one in diversity_measures(what, possible)),
    Measure("circle_known", Unit.COUNT, source="own definition: unknown is not zero"),
)

FAMILY = Family("affiliations", Level.CLIENT, measure_affiliations, MEASURES)

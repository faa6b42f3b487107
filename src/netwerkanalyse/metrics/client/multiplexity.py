"""How many-sided support is: the same people on several life domains, in several ways."""

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.multiplexity import Given, Multiplexity, multiplexity
from netwerkanalyse.metrics.client.composition import diversity_measures, measure_diversity
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.vocabulary import DOMAIN, SUPPORT_TYPE


def measure_multiplexity(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure how many-sided supporters are, one row a client, over the support that happens now.

    - ``domains_per_supporter``: the mean number of life domains on which somebody who supports does so;
    - ``domain_specificity`` = 1 - domains per supporter / 13;
    - ``multiplex_share``: the share of supporters with at least ``multiplex_from`` domains;
    - ``types_per_supporter`` and ``type_specificity`` (out of 5 types) likewise, over the ``typed_supporters`` of whom
      a type of support is known;
    - ``type_blau`` and its like: how varied the types of support are, over the rows of support whose type is known.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``multiplex_from``.

    Returns
    -------
    frame
        A row a client; NaN where undefined.
    """
    supports, people = network.supports, network.people.start
    domain = np.where(supports.planned, -1, supports.domain).astype(np.int32)
    kind = np.where(supports.planned, -1, supports.type).astype(np.int32)
    given = Given(people, supports.start, supports.person, domain, kind)
    columns = Columns(MEASURES, len(network.caseload))
    many, out = float(cutoffs.multiplex_from), columns.of(Multiplexity)
    multiplexity.over_clients(people + supports.start, given, DOMAINS, TYPES, many, out)
    measure_diversity(columns, "type", supports.start, kind, TYPES)
    return columns.frame(network.clients)


DOMAINS, TYPES = len(DOMAIN.names), len(SUPPORT_TYPE.names)

SOMEBODY = Requires("people_supporting", "nobody_supports", low=1)
TYPE_KNOWN = Requires("typed_supporters", "no_type_known", low=1)
OURS = "own definition"

MEASURES = (
    Measure("people_supporting", Unit.COUNT, source=OURS),
    Measure("domains_per_supporter", Unit.INDEX, count="people_supporting", requires=(SOMEBODY,), source=OURS),
    Measure("domain_specificity", Unit.SHARE, high=1, count="people_supporting", requires=(SOMEBODY,), source=OURS),
    Measure("multiplex_supporters", Unit.COUNT, count="people_supporting", source=OURS),
    Measure("multiplex_share", Unit.SHARE, high=1, count="people_supporting", requires=(SOMEBODY,), source=OURS),
    Measure("typed_supporters", Unit.COUNT, source="own definition: unknown is not zero"),
    Measure("types_per_supporter", Unit.INDEX, count="typed_supporters", requires=(TYPE_KNOWN,), source=OURS),
    Measure("type_specificity", Unit.SHARE, high=1, count="typed_supporters", requires=(TYPE_KNOWN,), source=OURS),
    *diversity_measures("type", TYPES),
)

FAMILY = Family("multiplexity", Level.CLIENT, measure_multiplexity, MEASURES)

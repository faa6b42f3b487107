"""How joined-up the people around the client are, the client left out.

Reading: high density means joined up but closed, everybody may hear everything and all may fail together; low density
means that the client is the switchboard. Neither is good or bad by itself.
"""

import pandas as pd

from netwerkanalyse.kernels.cohesion import Cohesion, cohesion
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.network import Network


def measure_cohesion(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure density, components and fragmentation, one row a client.

    With ``n`` people, ``m`` ties and ``u`` pairs nobody asked about, out of ``n (n - 1) / 2`` pairs:

    - ``density`` = m / (pairs - u), and its bounds m / pairs and (m + u) / pairs;
    - ``component_ratio`` = (components - 1) / (n - 1);
    - ``fragmentation`` = 1 - sum_k s_k (s_k - 1) / (n (n - 1)), the share of pairs that cannot reach each other
      without the client, over components of sizes s_k.

    Groups are those of the known ties: a pair nobody asked about may still join two of them. Where no pair at all was
    asked about, nothing is known of groups and they are missing.

    Parameters
    ----------
    network
        Any number of clients.
    _cutoffs
        Not used: cohesion has no cut-offs.

    Returns
    -------
    frame
        A row a client; NaN where undefined.
    """
    ties, columns = network.ties, Columns(MEASURES, len(network.caseload))
    cohesion.over_clients(ties.people + ties.start, ties, network.contacts, columns.of(Cohesion))
    return columns.frame(network.clients)


TWO_PEOPLE = Requires("members", "fewer_than_two_people", low=2)
SOMEBODY = Requires("members", "nobody_listed", low=1)
PAIR_ASKED = Requires("pairs_asked", "no_pair_asked", low=1)
STRENGTH_KNOWN = Requires("ties_without_strength", "strength_unknown", high=0)

MEASURES = (
    Measure("members", Unit.COUNT, source="UCINET ego network basic measures (size)"),
    Measure("ties", Unit.COUNT, count="pairs_asked", source="UCINET ego network basic measures (ties)"),
    Measure("pairs_asked", Unit.COUNT, source="own definition: unknown is not zero"),
    Measure("pairs", Unit.COUNT, source="UCINET ego network basic measures (pairs)"),
    Measure("pairs_unknown", Unit.COUNT, reading=Reading.ATTENTION, source="own definition: unknown is not zero"),
    Measure(
        "density",
        Unit.SHARE,
        high=1,
        count="pairs_asked",
        requires=(TWO_PEOPLE, PAIR_ASKED),
        source="egor ego_density, over the pairs asked about",
    ),
    Measure(
        "density_low",
        Unit.SHARE,
        high=1,
        count="pairs",
        requires=(TWO_PEOPLE,),
        source="own definition: no unknown pair is a tie",
    ),
    Measure(
        "density_high",
        Unit.SHARE,
        high=1,
        count="pairs",
        requires=(TWO_PEOPLE,),
        source="own definition: every unknown pair is a tie",
    ),
    Measure(
        "ties_without_strength", Unit.COUNT, reading=Reading.ATTENTION, source="own definition: unknown is not zero"
    ),
    Measure(
        "weighted_density",
        Unit.SHARE,
        high=1,
        count="pairs_asked",
        requires=(TWO_PEOPLE, PAIR_ASKED, STRENGTH_KNOWN),
        source="egor ego_density with weights from 0 to 1",
    ),
    Measure(
        "components",
        Unit.COUNT,
        count="pairs_asked",
        requires=(PAIR_ASKED,),
        source="UCINET ego network basic measures (weak components)",
    ),
    Measure(
        "largest_component",
        Unit.COUNT,
        count="pairs_asked",
        requires=(PAIR_ASKED,),
        source="ideanet size_largest_weakcomponent",
    ),
    Measure(
        "giant_share",
        Unit.SHARE,
        high=1,
        count="members",
        requires=(SOMEBODY, PAIR_ASKED),
        source="ideanet prop_largest_weakcomponent",
    ),
    Measure(
        "component_ratio",
        Unit.SHARE,
        high=1,
        reading=Reading.ATTENTION,
        count="pairs_asked",
        requires=(TWO_PEOPLE, PAIR_ASKED),
        source="ideanet component_ratio",
    ),
    Measure(
        "fragmentation",
        Unit.SHARE,
        high=1,
        reading=Reading.ATTENTION,
        count="pairs_asked",
        requires=(TWO_PEOPLE, PAIR_ASKED),
        source="ideanet fragmentation_index (Borgatti's F)",
    ),
    Measure(
        "isolates",
        Unit.COUNT,
        reading=Reading.ATTENTION,
        count="pairs_asked",
        requires=(PAIR_ASKED,),
        source="ideanet num_isolates",
    ),
    Measure(
        "mean_degree", Unit.INDEX, count="pairs_asked", requires=(SOMEBODY, PAIR_ASKED), source="ideanet mean_degree"
    ),
)

FAMILY = Family("cohesion", Level.CLIENT, measure_cohesion, MEASURES)

"""The client's place between the people around them: how much runs through the client.

Read as care, not as advantage: low constraint and high betweenness mean that the client is the only link between
helpers, which takes strength. All measures are of the ego network by itself: what people do outside it does not count.
"""

import pandas as pd

from netwerkanalyse.kernels.brokerage import Brokerage, between, holes
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.network import Network


def measure_brokerage(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure structural holes and the betweenness of the client, one row a client.

    With ``n`` people and ``m`` ties between them, p_ij the share of i's tie with j in all of i's ties (also that with
    the client, c), and u pairs that nobody asked about taken as no tie:

    - ``effective_size`` = n - 2 m / n, ``efficiency`` = effective size / n; ``effective_size_low`` = n - 2 (m + u) / n;
    - ``constraint`` = sum_j (p_cj + sum_q p_cq p_qj)^2;
    - ``hierarchy`` = sum_j r_j ln r_j / (n ln n), with r_j = c_j / (constraint / n) and c_j the term of j;
    - ``weighted_effective_size`` = sum_j (1 - sum_q p_cq w_qj / max_k w_jk), and ``weighted_constraint``, over
      strengths w of ties, where the client has a tie of strength ``client_tie`` with everybody;
    - ``client_betweenness`` = sum over pairs without a tie of 1 / (1 + the number of people both have a tie with);
    - ``coordination_load`` = client betweenness / (n (n - 1) / 2), and ``coordination_load_low``: the same if every
      pair nobody asked about has a tie. More ties never make it larger, so that these are the bounds.

    Somebody whom the client refuses counts like anybody else: such a pair has no contact without the client, and need
    not have any through the client. A load says what runs through the client at most.

    Constraint has no such bounds: a tie more can lower it or raise it. Where no pair at all was asked about, everything
    is missing.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``client_tie``, above 0.

    Returns
    -------
    frame
        A row a client; NaN where undefined.

    Raises
    ------
    ValueError
        If ``client_tie`` is not above 0.
    """
    if not cutoffs.client_tie > 0:
        message = f"the strength of the client's own ties must be above 0, not {cutoffs.client_tie}"
        raise ValueError(message)
    ties, contacts, columns = network.ties, network.contacts, Columns(MEASURES, len(network.caseload))
    work, out = ties.people + ties.start, columns.of(Brokerage)
    holes.over_clients(work, ties, contacts, float(cutoffs.client_tie), out)
    between.over_clients(work, contacts, out)
    return columns.frame(network.clients)


UNKNOWN_IS_NOT_ZERO = "own definition: unknown is not zero"
BURT = "Burt's structural holes, as in networkx and igraph; ego network model of UCINET (help hs4126)"
SOMEBODY = Requires("client_ties", "nobody_listed", low=1)
TWO_PEOPLE = Requires("client_ties", "fewer_than_two_people", low=2)
PAIR_ASKED = Requires("brokerage_pairs_asked", "no_pair_asked", low=1)
KNOWN = (SOMEBODY, PAIR_ASKED)
STRENGTH_KNOWN = Requires("strengths_unknown", "strength_unknown", high=0)

MEASURES = (
    Measure("client_ties", Unit.COUNT, source="UCINET ego network basic measures (size)"),
    Measure("brokerage_pairs_asked", Unit.COUNT, source=UNKNOWN_IS_NOT_ZERO),
    Measure("effective_size", Unit.INDEX, count="client_ties", requires=KNOWN, source=BURT),
    Measure(
        "effective_size_low",
        Unit.INDEX,
        count="client_ties",
        requires=KNOWN,
        source="own definition: every unknown pair is a tie",
    ),
    Measure("efficiency", Unit.SHARE, high=1, count="client_ties", requires=KNOWN, source=BURT),
    Measure("constraint", Unit.INDEX, count="client_ties", requires=KNOWN, source=BURT),
    Measure(
        "hierarchy",
        Unit.SHARE,
        high=1,
        count="client_ties",
        requires=(TWO_PEOPLE, PAIR_ASKED),
        source="Coleman-Theil index over the terms of constraint; source not verified",
    ),
    Measure("strengths_unknown", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure(
        "weighted_effective_size",
        Unit.INDEX,
        count="client_ties",
        requires=(*KNOWN, STRENGTH_KNOWN),
        source=BURT,
    ),
    Measure(
        "weighted_constraint",
        Unit.INDEX,
        count="client_ties",
        requires=(*KNOWN, STRENGTH_KNOWN),
        source=BURT,
    ),
    Measure(
        "client_betweenness",
        Unit.INDEX,
        reading=Reading.ATTENTION,
        count="client_ties",
        requires=KNOWN,
        source="UCINET ego network basic measures (ego betweenness)",
    ),
    Measure(
        "coordination_load",
        Unit.SHARE,
        high=1,
        reading=Reading.ATTENTION,
        count="client_ties",
        requires=(TWO_PEOPLE, PAIR_ASKED),
        source="UCINET ego network basic measures (normalised ego betweenness); the name is ours",
    ),
    Measure(
        "coordination_load_low",
        Unit.SHARE,
        high=1,
        reading=Reading.ATTENTION,
        count="client_ties",
        requires=(TWO_PEOPLE, PAIR_ASKED),
        source="own definition: every unknown pair is a tie",
    ),
)

FAMILY = Family("brokerage", Level.CLIENT, measure_brokerage, MEASURES)

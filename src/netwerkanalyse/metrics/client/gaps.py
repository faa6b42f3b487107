"""Where something is missing: gaps per life domain, each kind apart.

The gaps in time (``gap_time``, ``gap_handover``) stand with the family *continuity*, empty roles with *roles*. What
cannot be told because nobody asked is missing, never "no gap".
"""

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.coordination import Wholes, wholes
from netwerkanalyse.kernels.gaps import Facts, GapCounts, Gaps, Needs, gap_counts, gaps
from netwerkanalyse.metrics.client.coverage import coverage_of
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.kept import kept
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.codes import Code, Label, Vocabulary

VIEW = Vocabulary(
    "view",
    (
        Code("in_order", Label("in orde", "in order")),
        Code("help_does_not_help", Label("hulp helpt niet", "help does not help")),
        Code("hidden_support", Label("verborgen steun of redt zichzelf", "hidden support or self-reliance")),
        Code("real_gap", Label("echt gat", "real gap")),
    ),
)
"""Coverage beside somebody's own rating: covered and met, covered and unmet, uncovered and met, uncovered and unmet."""


def measure_gaps(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Find the gaps, one row a life domain of a client.

    With need N, effective supply S and coverage K as in the family *coverage*:

    - ``gap_absent`` (G1): N > 0 and nobody supports; ``gap_short`` (G2): somebody does, and K < 1, with
      ``gap_size`` = 1 - K;
    - ``gap_wrong_type`` (G3): there is support, but not of the type the client wants;
    - ``gap_wrong_kind`` (G4): nobody supports of the kind the client wants (also when nobody supports at all);
    - ``gap_connection`` (G6): at least two people support, and without the client they fall apart in groups. Who sat
      at the same meeting of the resource group are connected. Contact that the client does not want is no gap. It is
      missing when the pairs nobody asked about could connect them;
    - ``gap_experienced`` (G8): K = 1, but the client says the need is not met;
    - ``gap_unknown`` (GU): the need is not known, whether the domain is blank or not listed;
    - ``gap_weight`` = priority x ``gap_size`` (blank priority: 1), for the order of display only;
    - ``client_view`` and ``professional_view``: coverage beside the rating of the client and of the professional,
      never combined.

    A domain without need has no gap of amount, type or kind; whether its supporters are connected does not depend on
    the need.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``planned_fit``.

    Returns
    -------
    frame
        A row a life domain of a client; missing where it cannot be told.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> frame = na.measure(na.datasets.load("voorbeeld"), ["gaps"], level=na.Level.DOMAIN)
    >>> frame.index[frame["gap_absent"].fillna(value=False)].tolist()
    [('voorbeeld', 'work')]
    """
    return _domains(network, cutoffs).copy(deep=False)


def measure_gap_counts(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Count the life domains with each kind of gap, one row a client.

    Beside the counts stand the domains in which such a gap can be: ``gap_domains`` with a need, and
    ``gap_shared_domains`` in which at least two people support. ``gaps_undecided`` counts the domains with a known need
    in which at least one kind of gap cannot be told.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``planned_fit``.

    Returns
    -------
    frame
        A row a client.
    """
    columns, found = Columns(CLIENT_MEASURES, len(network.caseload)), _columns(network, cutoffs).of(Gaps)
    supporters = coverage_of(network, cutoffs).supporters
    gap_counts.over_clients(network.support_work, supporters, found, columns.of(GapCounts))
    return columns.frame(network.clients)


@kept
def _domains(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Make the table of life domains, on the memory in which gaps are kept."""
    columns = _columns(network, cutoffs)
    columns["gap_need"][:] = network.needs.need
    return columns.frame(network.client_domains)


@kept
def _columns(network: Network, cutoffs: Cutoffs) -> Columns:
    """Find the gaps of every life domain of every client, in the columns of their table."""
    domain, supply = coverage_of(network, cutoffs), network.supply(cutoffs.planned_fit)
    shape = network.needs.need.shape
    apart = Wholes(*np.empty((2, *shape), dtype=np.int16))
    # Contact that the client does not want is nobody's to make: such a pair does not keep a gap open.
    wholes.over_clients(network.support_work, network.coordinating, supply, True, apart)
    facts = Facts(
        domain.coverage,
        domain.covered,
        domain.effective_supply,
        domain.supports_without_amount,
        apart.low,
        apart.high,
    )
    columns, kind = Columns(DOMAIN_MEASURES, shape), network.of_people("kind")
    out = columns.of(Gaps)
    gaps.over_clients(network.support_work, network.people.start, kind, Needs(*network.needs), supply, facts, out)
    return columns


OURS = "own definition"
CANSAS = "own definition, with ratings as in CANSAS, which never combines those of client and staff"
COUNTED = ("absent", "short", "wrong_type", "wrong_kind", "connection", "experienced", "unknown")

NEED_KNOWN = Requires("has_need", "need_unknown")
SOME_NEED = Requires("has_need", "no_need", low=1)
# Whether a need is covered is undecided only by support of which the amount is not known.
AMOUNTS_KNOWN = Requires("gap_short", "amount_unknown")
CLIENT_RATED = Requires("client_rated", "client_rating_unknown", low=1)
PROFESSIONAL_RATED = Requires("professional_rated", "professional_rating_unknown", low=1)


def _gap(code: str, *requires: Requires, source: str = OURS) -> Measure:
    return Measure(f"gap_{code}", Unit.YES_NO, 0, 1, Reading.ATTENTION, source, requires=requires)


DOMAIN_MEASURES = (
    Measure("has_need", Unit.YES_NO, high=1, requires=(NEED_KNOWN,), source=OURS),
    Measure("gap_need", Unit.AMOUNT, requires=(NEED_KNOWN,), source=OURS),
    _gap("absent", NEED_KNOWN),
    _gap("short", NEED_KNOWN, AMOUNTS_KNOWN),
    Measure(
        "gap_size",
        Unit.SHARE,
        high=1,
        reading=Reading.ATTENTION,
        count="gap_need",
        requires=(NEED_KNOWN, SOME_NEED, Requires("gap_size", "amount_unknown")),
        source=OURS,
    ),
    _gap("wrong_type", NEED_KNOWN, Requires("gap_wrong_type", "wanted_or_given_type_unknown")),
    _gap("wrong_kind", NEED_KNOWN, Requires("gap_wrong_kind", "wanted_or_given_kind_unknown")),
    _gap("connection", Requires("gap_connection", "contact_unknown")),
    _gap("experienced", NEED_KNOWN, AMOUNTS_KNOWN, CLIENT_RATED, source=CANSAS),
    _gap("unknown", source="own definition: unknown is not zero"),
    Measure(
        "gap_weight",
        Unit.INDEX,
        reading=Reading.ATTENTION,
        count="gap_need",
        requires=(NEED_KNOWN, SOME_NEED, Requires("gap_size", "amount_unknown")),
        source=OURS,
    ),
    Measure("client_rated", Unit.YES_NO, high=1, source=OURS),
    Measure("professional_rated", Unit.YES_NO, high=1, source=OURS),
    Measure(
        "client_view",
        Unit.CODE,
        requires=(NEED_KNOWN, SOME_NEED, AMOUNTS_KNOWN, CLIENT_RATED),
        source=CANSAS,
        codes=VIEW,
    ),
    Measure(
        "professional_view",
        Unit.CODE,
        requires=(NEED_KNOWN, SOME_NEED, AMOUNTS_KNOWN, PROFESSIONAL_RATED),
        source=CANSAS,
        codes=VIEW,
    ),
)

AMONG = {"connection": "gap_shared_domains", "unknown": ""}
"""Among which domains a kind of gap is counted, when not among those with a need."""


def _gaps(code: str) -> Measure:
    return Measure(f"gaps_{code}", Unit.COUNT, 0, 13, Reading.ATTENTION, OURS, AMONG.get(code, "gap_domains"))


CLIENT_MEASURES = (
    Measure("gap_domains", Unit.COUNT, high=13, source=OURS),
    Measure("gap_shared_domains", Unit.COUNT, high=13, source=OURS),
    *map(_gaps, COUNTED),
    Measure(
        "gaps_undecided",
        Unit.COUNT,
        high=13,
        reading=Reading.ATTENTION,
        source="own definition: unknown is not zero",
    ),
)

DOMAIN_FAMILY = Family("gaps", Level.DOMAIN, measure_gaps, DOMAIN_MEASURES)
CLIENT_FAMILY = Family("gaps", Level.CLIENT, measure_gap_counts, CLIENT_MEASURES)

"""How much of what a client needs is there, per life domain and over all domains together.

Supply adds up: S is the sum of the amounts of everybody who supports in a domain, where what is planned counts for
``planned_fit``. Support of which nobody noted how much it is may be any amount: it gives bounds, not zero.
"""

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.coverage import (
    Coverage,
    NetworkCoverage,
    SupplyByKind,
    coverage,
    network_coverage,
    supply_by_kind,
)
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.kept import kept
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.network import Network


def measure_coverage(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure need, supply and coverage, one row a life domain of a client.

    With need N and effective supply S (amounts that happen, plus ``planned_fit`` times what is planned):

    - ``coverage`` = min(1, S / N), where N > 0 is known;
    - ``coverage_low`` counts support of unknown amount for nothing, ``coverage_high`` for enough; where the two
      differ, ``coverage`` itself is missing;
    - ``covered``: the need is met in full, ``coverage`` = 1;
    - supply and supporters by kind split ``effective_supply`` and ``supporters``.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``planned_fit``.

    Returns
    -------
    frame
        A row a life domain of a client; NaN where undefined.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> frame = na.measure(na.datasets.load("voorbeeld"), ["coverage"], level=na.Level.DOMAIN)
    >>> frame.loc[("voorbeeld", "finances"), ["need", "effective_supply", "coverage"]].tolist()
    [2.0, 1.0, 0.5]
    """
    return _domains(network, cutoffs).copy(deep=False)


@kept
def _domains(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Make the table of life domains, on the memory in which coverage is kept."""
    columns, need = _columns(network, cutoffs), network.needs.need
    columns["need"][:] = need
    np.logical_not(np.isnan(need), out=columns["need_known"])
    kinds, supply = columns.of(SupplyByKind), network.supply(cutoffs.planned_fit)
    supply_by_kind.over_clients(network.support_work, network.people.start, network.of_people("kind"), supply, kinds)
    return columns.frame(network.client_domains)


@kept
def _columns(network: Network, cutoffs: Cutoffs) -> Columns:
    """Compute coverage, in the columns of its table."""
    columns, supply = Columns(DOMAIN_MEASURES, network.needs.need.shape), network.supply(cutoffs.planned_fit)
    coverage.over_clients(network.support_work, network.needs.need, supply, columns.of(Coverage))
    return columns


def coverage_of(network: Network, cutoffs: Cutoffs) -> Coverage:
    """Compute the coverage of every life domain of every client.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``planned_fit``.

    Returns
    -------
    coverage
        Arrays of clients by life domains.
    """
    return _columns(network, cutoffs).of(Coverage)


def measure_network_coverage(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure coverage over all life domains together, one row a client.

    - ``network_coverage`` = sum w K / sum w over the domains with a known need above 0, where K is the coverage of a
      domain and w its weight (``weighting``: every domain 1, or the need, or the client's priority, blank being 1);
    - its bounds take ``coverage_low`` and ``coverage_high`` for K. Where they differ ``network_coverage`` is missing:
      an average over the domains that are known could lie outside its own bounds.

    Domains whose need is not known, listed or not, are counted and take no part.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``planned_fit`` and ``weighting``.

    Returns
    -------
    frame
        A row a client; NaN where undefined.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> frame = na.measure(na.datasets.load("voorbeeld"), ["coverage"])
    >>> frame[["domains_known", "domains_with_need", "network_coverage"]].round(2)
               domains_known  domains_with_need  network_coverage
    client
    voorbeeld              6                  5               0.7
    """
    columns, domain = Columns(CLIENT_MEASURES, len(network.caseload)), coverage_of(network, cutoffs)
    out = columns.of(NetworkCoverage)
    network_coverage.over_clients(network.support_work, network.demand(cutoffs.weighting), domain, out)
    return columns.frame(network.clients)


OURS = "own definition"
TANAHASHI = "own definition, after effective coverage (Tanahashi 1978; Shengelia 2005)"
ANY_NEED = 1e-9

NEED_KNOWN = Requires("need", "need_unknown", low=0)
SOME_NEED = Requires("need", "no_need", low=ANY_NEED)
AMOUNTS_KNOWN = Requires("supports_without_amount", "amount_unknown", high=0)

DOMAIN_MEASURES = (
    Measure("need", Unit.AMOUNT, requires=(NEED_KNOWN,), source="own scale, after CANSAS and ZRM 2017"),
    Measure("need_known", Unit.YES_NO, high=1, source="own definition: unknown is not zero"),
    Measure("supply", Unit.AMOUNT, count="supporters", source=OURS),
    Measure("effective_supply", Unit.AMOUNT, count="supporters", source=TANAHASHI),
    Measure("informal_supply", Unit.AMOUNT, count="informal_supporters", source=OURS),
    Measure("formal_supply", Unit.AMOUNT, count="formal_supporters", source=OURS),
    Measure("peer_supply", Unit.AMOUNT, count="peer_supporters", source=OURS),
    Measure("unknown_kind_supply", Unit.AMOUNT, count="unknown_kind_supporters", source=OURS),
    Measure("supporters", Unit.COUNT, source=OURS),
    Measure("informal_supporters", Unit.COUNT, source=OURS),
    Measure("formal_supporters", Unit.COUNT, source=OURS),
    Measure("peer_supporters", Unit.COUNT, source=OURS),
    Measure("unknown_kind_supporters", Unit.COUNT, reading=Reading.ATTENTION, source=OURS),
    Measure(
        "supports_without_amount",
        Unit.COUNT,
        reading=Reading.ATTENTION,
        source="own definition: unknown is not zero",
    ),
    Measure(
        "coverage",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="need",
        requires=(NEED_KNOWN, SOME_NEED, AMOUNTS_KNOWN),
        source=TANAHASHI,
    ),
    Measure(
        "coverage_low",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="need",
        requires=(NEED_KNOWN, SOME_NEED),
        source="own definition: support of unknown amount counts for nothing",
    ),
    Measure(
        "coverage_high",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="need",
        requires=(NEED_KNOWN, SOME_NEED),
        source="own definition: support of unknown amount is enough",
    ),
    Measure(
        "covered",
        Unit.YES_NO,
        high=1,
        reading=Reading.STRENGTH,
        count="supporters",
        requires=(NEED_KNOWN, SOME_NEED, AMOUNTS_KNOWN),
        source=OURS,
    ),
)

KNOWN_NEED = Requires("domains_with_need", "no_known_need", low=1)
# A condition on the bound itself: once there is a need, only weights of zero leave it undefined.
SOME_WEIGHT = Requires("network_coverage_low", "no_weight")

CLIENT_MEASURES = (
    Measure("domains_known", Unit.COUNT, high=13, source=OURS),
    Measure("domains_unknown", Unit.COUNT, high=13, reading=Reading.ATTENTION, source=OURS),
    Measure("domains_with_need", Unit.COUNT, high=13, count="domains_known", source=OURS),
    Measure(
        "domains_covered",
        Unit.COUNT,
        high=13,
        reading=Reading.STRENGTH,
        count="domains_with_need",
        source=OURS,
    ),
    Measure(
        "domains_coverage_unknown",
        Unit.COUNT,
        high=13,
        reading=Reading.ATTENTION,
        count="domains_with_need",
        source="own definition: unknown is not zero",
    ),
    Measure(
        "network_coverage",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="domains_with_need",
        requires=(KNOWN_NEED, SOME_WEIGHT, Requires("domains_coverage_unknown", "amount_unknown", high=0)),
        source=TANAHASHI,
    ),
    Measure(
        "network_coverage_low",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="domains_with_need",
        requires=(KNOWN_NEED, SOME_WEIGHT),
        source="own definition: support of unknown amount counts for nothing",
    ),
    Measure(
        "network_coverage_high",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="domains_with_need",
        requires=(KNOWN_NEED, SOME_WEIGHT),
        source="own definition: support of unknown amount is enough",
    ),
)

DOMAIN_FAMILY = Family("coverage", Level.DOMAIN, measure_coverage, DOMAIN_MEASURES)
CLIENT_FAMILY = Family("coverage", Level.CLIENT, measure_network_coverage, CLIENT_MEASURES)

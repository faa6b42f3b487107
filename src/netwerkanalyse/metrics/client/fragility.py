"""On whom coverage hangs: what falls away when one person, organisation or law does.

Only domains that are covered for sure can be fragile: a domain that is not covered has a gap already.
"""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.fragility import Feelings, Fragility, Sources, Strain, fragility, sources, strain
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.kept import kept
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, empty_results, table
from netwerkanalyse.metrics.network import Network


def measure_fragility(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure how fragile the coverage of each domain is, one row a life domain of a client.

    In a domain with need N whose effective supply S >= ``enough`` x N, with amount e of each supporter:

    - ``enough_support`` = ``enough`` x N;
    - ``drop_out_tolerance``: the smallest number of supporters whose loss leaves less than ``enough`` x N. Exact:
      amounts add up, so the largest go first. ``drop_out_low`` counts unknown amounts for nothing and can only be
      too low;
    - ``effective_supporters`` = S^2 / sum e^2, as if so many people gave equal amounts; the same with amounts added
      up by organisation and by law, where informal and peer supporters without one stand for themselves;
    - ``single_organisation``, ``single_law``: everything comes from one, and nobody informal supports. A professional
      whose organisation (law) is blank makes this unknown, unless there is only that one professional;
    - ``formal_only``, ``informal_only``: everybody is of that kind (peers are a kind of their own);
    - ``stress_dependent``: without the people whose contact costs strength, too little is left;
    - ``informal_overburdened``: only naasten support, and at least one has an EDIZ-plus score of ``heavy_burden`` or
      more;
    - ``fragile``: ``drop_out_tolerance`` is 1, or ``informal_overburdened``.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``enough``, ``planned_fit`` and ``heavy_burden``.

    Returns
    -------
    frame
        A row a life domain of a client; missing where the domain is not covered, or where it cannot be told.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> frame = na.measure(na.datasets.load("voorbeeld"), ["fragility"], level=na.Level.DOMAIN)
    >>> frame.loc[("voorbeeld", "mental_health"), ["drop_out_tolerance", "effective_supporters"]].round(3).tolist()
    [1.0, 2.667]
    """
    return table(SimpleNamespace(**fragility_of(network, cutoffs)), network.client_domains, DOMAIN_MEASURES)


def measure_fragile_domains(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Count the life domains whose coverage is fragile, one row a client.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``enough``, ``planned_fit`` and ``heavy_burden``.

    Returns
    -------
    frame
        A row a client: domains covered for sure, of those how many are fragile, and of how many it cannot be told.
    """
    found = fragility_of(network, cutoffs)
    covered = found["covering_people"] > 0
    counts = {
        "domains_that_can_break": covered.sum(axis=1),
        "fragile_domains": (found["fragile"] == 1).sum(axis=1),
        "fragile_domains_unknown": (covered & np.isnan(found["fragile"])).sum(axis=1),
    }
    return pd.DataFrame(counts, index=network.clients)


@kept
def fragility_of(network: Network, cutoffs: Cutoffs) -> dict[str, np.ndarray]:
    """Measure the fragility of every life domain of every client.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``enough``, ``planned_fit`` and ``heavy_burden``.

    Returns
    -------
    found
        Name of the measure to an array of clients by life domains.
    """
    need, work = network.needs.need, network.support_work
    people, kind, supply = network.people.start, network.kinds, network.supply(cutoffs.planned_fit)
    enough = np.where(need > 0, cutoffs.enough * need, np.nan)
    spread = empty_results(Fragility, need.shape)
    fragility.over_clients(work, people, kind, supply, enough, spread)
    found = spread._asdict()
    groups = {"organisation": network.organisations, "law": network.of_people("law").astype(np.int64)}
    for name, group in groups.items():
        by_group = empty_results(Sources, need.shape)
        sources.over_clients(work, people, kind, group, supply, spread, by_group)
        found |= {f"effective_{name}s": by_group.effective, f"single_{name}": by_group.single}
    feelings = Feelings(network.numbers_of_people("hindering"), network.numbers_of_people("burden"))
    weighed = empty_results(Strain, need.shape)
    strain.over_clients(work, people, feelings, supply, enough, cutoffs.heavy_burden, spread, weighed)
    return {"enough_support": np.where(need > 0, enough, need), **found, **weighed._asdict()}


OURS = "own definition"
HERFINDAHL = "own definition: inverse Herfindahl index (Hill number of order 2)"

# The most fundamental reason first: a need nobody asked about, no need, and only then not enough support.
COVERED = (
    Requires("enough_support", "need_unknown"),
    Requires("enough_support", "no_need", low=1e-9),
    Requires("covering_people", "not_covered", low=1),
)
# Exact amounts are needed for all but a single supporter, who then carries everything.
AMOUNTS_KNOWN = Requires("drop_out_tolerance", "amount_unknown")


def _tolerance(name: str, source: str, *requires: Requires) -> Measure:
    return Measure(name, Unit.COUNT, 1, np.inf, Reading.STRENGTH, source, "covering_people", (*COVERED, *requires))


def _effective(name: str, *requires: Requires) -> Measure:
    needed = (*COVERED, AMOUNTS_KNOWN, *requires)
    return Measure(name, Unit.INDEX, 1, np.inf, Reading.STRENGTH, HERFINDAHL, "covering_people", needed)


def _flag(name: str, reason: str = "") -> Measure:
    """Declare a yes or no; once the domain is covered, only ``reason`` can leave it open."""
    requires = (*COVERED, Requires(name, reason)) if reason else COVERED
    return Measure(name, Unit.YES_NO, 0, 1, Reading.ATTENTION, OURS, "covering_people", requires)


DOMAIN_MEASURES = (
    Measure("enough_support", Unit.AMOUNT, requires=COVERED[:1], source=OURS),
    Measure("covering_people", Unit.COUNT, source=OURS),
    _tolerance("drop_out_tolerance", OURS, AMOUNTS_KNOWN),
    _tolerance("drop_out_low", "own definition: unknown amounts count for nothing"),
    _effective("effective_supporters"),
    _effective("effective_organisations", Requires("effective_organisations", "organisation_unknown")),
    _effective("effective_laws", Requires("effective_laws", "law_unknown")),
    _flag("single_supporter"),
    _flag("single_organisation", "organisation_unknown"),
    _flag("single_law", "law_unknown"),
    _flag("formal_only", "kind_unknown"),
    _flag("informal_only", "kind_unknown"),
    _flag("stress_dependent", "hindering_or_amount_unknown"),
    _flag("informal_overburdened", "burden_or_kind_unknown"),
    _flag("fragile", "amount_or_burden_unknown"),
)

CLIENT_MEASURES = (
    Measure("domains_that_can_break", Unit.COUNT, high=13, source=OURS),
    Measure(
        "fragile_domains",
        Unit.COUNT,
        high=13,
        reading=Reading.ATTENTION,
        count="domains_that_can_break",
        source=OURS,
    ),
    Measure(
        "fragile_domains_unknown",
        Unit.COUNT,
        high=13,
        reading=Reading.ATTENTION,
        count="domains_that_can_break",
        source="own definition: unknown is not zero",
    ),
)

DOMAIN_FAMILY = Family("fragility", Level.DOMAIN, measure_fragility, DOMAIN_MEASURES)
CLIENT_FAMILY = Family("fragility", Level.CLIENT, measure_fragile_domains, CLIENT_MEASURES)

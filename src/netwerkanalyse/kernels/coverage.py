"""How much of each need is met."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import FORMAL, INFORMAL, PEER, SAME, Codes, Demand, Floats, Ints, Supply, Told
from netwerkanalyse.kernels._jit import inner, kernel, loop

# c = client, d = life domain, i = entries of supply.


class Coverage(NamedTuple):
    """Results per client and domain; NaN where undefined. Names are those of the measures."""

    supply: Floats
    effective_supply: Floats
    supporters: Ints
    supports_without_amount: Ints
    coverage: Floats
    coverage_low: Floats
    coverage_high: Floats
    covered: Told


@kernel
@loop
def coverage(first: int, last: int, need: Floats, supply: Supply, out: Coverage) -> None:
    """Measure the coverage of every need."""
    for c in range(first, last):
        for d in range(need.shape[1]):
            nominal, effective, blank = 0.0, 0.0, 0
            for i in range(supply.start[c, d], supply.start[c, d + 1]):
                nominal += supply.nominal[i]
                effective += supply.effective[i]
                blank += supply.blank[i]
            out.supply[c, d] = nominal
            out.effective_supply[c, d] = effective
            out.supporters[c, d] = supply.start[c, d + 1] - supply.start[c, d]
            out.supports_without_amount[c, d] = blank
            if need[c, d] > 0:
                _cover(c, d, need[c, d], effective, blank, out)


@inner
def _cover(c: int, d: int, need: float, effective: float, blank: int, out: Coverage) -> None:
    """Compare supply with a need; support of which the amount is unknown may be any amount."""
    low = 1.0 if effective >= need - SAME else effective / need
    out.coverage_low[c, d] = low
    out.coverage_high[c, d] = low if blank == 0 else 1.0
    if blank == 0 or low == 1:
        out.coverage[c, d] = low
        out.covered[c, d] = low == 1


class SupplyByKind(NamedTuple):
    """Effective supply and people by kind, per client and domain. Names are those of the measures."""

    informal_supply: Floats
    formal_supply: Floats
    peer_supply: Floats
    unknown_kind_supply: Floats
    informal_supporters: Ints
    formal_supporters: Ints
    peer_supporters: Ints
    unknown_kind_supporters: Ints


@kernel
def supply_by_kind(first: int, last: int, people: Ints, kind: Codes, supply: Supply, out: SupplyByKind) -> None:
    """Split the supply of every domain by the kind of the people who give it."""
    amount, count = np.empty(4), np.empty(4, np.int64)
    for c in range(first, last):
        for d in range(supply.start.shape[1] - 1):
            amount[:], count[:] = 0, 0
            for i in range(supply.start[c, d], supply.start[c, d + 1]):
                k = kind[people[c] + supply.person[i]]
                amount[k] += supply.effective[i]
                count[k] += 1
            out.informal_supply[c, d], out.informal_supporters[c, d] = amount[INFORMAL], count[INFORMAL]
            out.formal_supply[c, d], out.formal_supporters[c, d] = amount[FORMAL], count[FORMAL]
            out.peer_supply[c, d], out.peer_supporters[c, d] = amount[PEER], count[PEER]
            # A blank kind is -1 and ends up in the last place.
            out.unknown_kind_supply[c, d], out.unknown_kind_supporters[c, d] = amount[-1], count[-1]


class NetworkCoverage(NamedTuple):
    """Results per client; NaN where undefined. Names are those of the measures."""

    domains_known: Ints
    domains_unknown: Ints
    domains_with_need: Ints
    domains_covered: Ints
    domains_coverage_unknown: Ints
    network_coverage: Floats
    network_coverage_low: Floats
    network_coverage_high: Floats


@kernel
@loop
def network_coverage(first: int, last: int, demand: Demand, domain: Coverage, out: NetworkCoverage) -> None:
    """Average the coverage of the domains of each client that have a need."""
    need, weight = demand
    for c in range(first, last):
        known, needed, covered, undecided = 0, 0, 0, 0
        weights, low, high = 0.0, 0.0, 0.0
        for d in range(need.shape[1]):
            known += not np.isnan(need[c, d])
            if need[c, d] > 0:
                needed += 1
                covered += domain.covered[c, d] == 1
                undecided += np.isnan(domain.coverage[c, d])
                weights += weight[c, d]
                low += weight[c, d] * domain.coverage_low[c, d]
                high += weight[c, d] * domain.coverage_high[c, d]
        out.domains_known[c] = known
        out.domains_unknown[c] = need.shape[1] - known
        out.domains_with_need[c] = needed
        out.domains_covered[c] = covered
        out.domains_coverage_unknown[c] = undecided
        if weights > 0:
            out.network_coverage_low[c] = low / weights
            out.network_coverage_high[c] = high / weights
            if undecided == 0:
                out.network_coverage[c] = low / weights

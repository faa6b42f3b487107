"""Which gaps there are in each life domain."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Codes, Floats, Ints, Supply
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, d = life domain, i = entries of supply. Yes is 1, no is 0, NaN is not known.


class Needs(NamedTuple):
    """What is known of each need, clients by domains; NaN and -1 where blank."""

    need: Floats
    priority: Floats
    client_rating: Codes
    professional_rating: Codes
    wanted_kind: Codes
    wanted_type: Codes


class Facts(NamedTuple):
    """What other kernels found, clients by domains: coverage, and groups of supporters without the client."""

    coverage: Floats
    covered: Floats
    effective_supply: Floats
    supports_without_amount: Floats
    groups_low: Floats
    groups_high: Floats


class Gaps(NamedTuple):
    """Results per client and domain; NaN where undefined. Names are those of the measures."""

    has_need: Floats
    gap_absent: Floats
    gap_short: Floats
    gap_size: Floats
    gap_wrong_type: Floats
    gap_wrong_kind: Floats
    gap_connection: Floats
    gap_experienced: Floats
    gap_unknown: Floats
    gap_weight: Floats
    client_rated: Floats
    professional_rated: Floats
    client_view: Floats
    professional_view: Floats


@kernel
def gaps(
    first: int, last: int, people: Ints, kind: Codes, needs: Needs, supply: Supply, facts: Facts, out: Gaps
) -> None:
    """Find the gaps of every domain."""
    for c in range(first, last):
        for d in range(needs.need.shape[1]):
            need, covered = needs.need[c, d], facts.covered[c, d]
            client, professional = needs.client_rating[c, d], needs.professional_rating[c, d]
            types, kinds = 0, 0
            for i in range(supply.start[c, d], supply.start[c, d + 1]):
                types |= supply.types[i]
                kinds |= 1 << (kind[people[c] + supply.person[i]] + 1)
            out.gap_unknown[c, d] = np.isnan(need)
            out.gap_connection[c, d] = _connection(facts.groups_low[c, d], facts.groups_high[c, d])
            out.gap_experienced[c, d] = _experienced(need, covered, client)
            out.client_rated[c, d], out.professional_rated[c, d] = client >= 0, professional >= 0
            out.client_view[c, d], out.professional_view[c, d] = _view(covered, client), _view(covered, professional)
            if need > 0:
                absent = facts.effective_supply[c, d] == 0 and facts.supports_without_amount[c, d] == 0
                priority = needs.priority[c, d]
                out.has_need[c, d], out.gap_absent[c, d] = 1, absent
                out.gap_short[c, d] = 0.0 if absent else 1 - covered
                out.gap_size[c, d] = 1 - facts.coverage[c, d]
                out.gap_weight[c, d] = out.gap_size[c, d] * (1.0 if np.isnan(priority) else priority)
                out.gap_wrong_type[c, d] = 0.0 if types == 0 else _not_given(needs.wanted_type[c, d], types)
                out.gap_wrong_kind[c, d] = _not_given(needs.wanted_kind[c, d], kinds)
            elif need == 0:
                out.has_need[c, d], out.gap_absent[c, d], out.gap_short[c, d] = 0, 0, 0
                out.gap_wrong_type[c, d], out.gap_wrong_kind[c, d] = 0, 0


@inner
def _connection(low: float, high: float) -> float:
    """Tell whether the supporters fall apart; not known when unknown pairs may join them."""
    if np.isnan(high) or high == 1:
        return 0.0
    return 1.0 if low > 1 else np.nan


@inner
def _experienced(need: float, covered: float, rating: int) -> float:
    """Tell whether a covered need is called unmet; a rating of 0 is met, 1 is unmet, -1 is blank."""
    if rating == 0 or covered == 0 or need == 0:
        return 0.0
    return covered if rating == 1 else np.nan


@inner
def _view(covered: float, rating: int) -> float:
    """Lay coverage beside a rating: covered and met, covered and unmet, uncovered and met, uncovered and unmet."""
    return 2 * (1 - covered) + rating if rating >= 0 else np.nan


@inner
def _not_given(wanted: int, given: int) -> float:
    """Tell whether what is wanted is missing: ``given`` has bit 0 set for what is blank, bit ``k + 1`` for code k."""
    if wanted < 0:
        return np.nan
    if given & (1 << (wanted + 1)):
        return 0.0
    return np.nan if given & 1 else 1.0

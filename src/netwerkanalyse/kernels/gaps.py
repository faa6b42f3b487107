"""Which gaps there are in each life domain."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Codes, Floats, Ints, Supply, Told
from netwerkanalyse.kernels._jit import inner, kernel, loop

# c = client, d = life domain, i = entries of supply. Yes is 1, no is 0, -1 is not known.


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
    covered: Told
    effective_supply: Floats
    supports_without_amount: Ints
    groups_low: Codes
    groups_high: Codes


class Gaps(NamedTuple):
    """Results per client and domain; NaN and -1 where undefined. Names are those of the measures."""

    has_need: Told
    gap_absent: Told
    gap_short: Told
    gap_size: Floats
    gap_wrong_type: Told
    gap_wrong_kind: Told
    gap_connection: Told
    gap_experienced: Told
    gap_unknown: Told
    gap_weight: Floats
    client_rated: Told
    professional_rated: Told
    client_view: Told
    professional_view: Told


class GapCounts(NamedTuple):
    """Numbers of domains per client. Names are those of the measures."""

    gap_domains: Ints
    gap_shared_domains: Ints
    gaps_absent: Ints
    gaps_short: Ints
    gaps_wrong_type: Ints
    gaps_wrong_kind: Ints
    gaps_connection: Ints
    gaps_experienced: Ints
    gaps_unknown: Ints
    gaps_undecided: Ints


@kernel
@loop
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
                out.gap_short[c, d] = 0 if absent else _not(covered)
                out.gap_size[c, d] = 1 - facts.coverage[c, d]
                out.gap_weight[c, d] = out.gap_size[c, d] * (1.0 if np.isnan(priority) else priority)
                out.gap_wrong_type[c, d] = 0 if types == 0 else _not_given(needs.wanted_type[c, d], types)
                out.gap_wrong_kind[c, d] = _not_given(needs.wanted_kind[c, d], kinds)
            elif need == 0:
                out.has_need[c, d], out.gap_absent[c, d], out.gap_short[c, d] = 0, 0, 0
                out.gap_wrong_type[c, d], out.gap_wrong_kind[c, d] = 0, 0


@inner
def _not(told: int) -> int:
    """Turn yes into no and no into yes; not known stays not known."""
    return 1 - told if told >= 0 else -1


@inner
def _connection(low: int, high: int) -> int:
    """Tell whether the supporters fall apart; not known when unknown pairs may join them."""
    if high <= 1:
        return 0
    return 1 if low > 1 else -1


@inner
def _experienced(need: float, covered: int, rating: int) -> int:
    """Tell whether a covered need is called unmet; a rating of 0 is met, 1 is unmet, -1 is blank."""
    if rating == 0 or covered == 0 or need == 0:
        return 0
    return covered if rating == 1 else -1


@inner
def _view(covered: int, rating: int) -> int:
    """Lay coverage beside a rating: covered and met, covered and unmet, uncovered and met, uncovered and unmet."""
    return 2 * (1 - covered) + rating if covered >= 0 and rating >= 0 else -1


@inner
def _not_given(wanted: int, given: int) -> int:
    """Tell whether what is wanted is missing: ``given`` has bit 0 set for what is blank, bit ``k + 1`` for code k."""
    if wanted < 0:
        return -1
    if given & (1 << (wanted + 1)):
        return 0
    return -1 if given & 1 else 1


@kernel
@loop
def gap_counts(first: int, last: int, supporters: Ints, found: Gaps, out: GapCounts) -> None:
    """Count the domains with each kind of gap, and those with a known need in which some kind cannot be told."""
    for c in range(first, last):
        for d in range(supporters.shape[1]):
            out.gap_domains[c] += found.has_need[c, d] == 1
            out.gap_shared_domains[c] += supporters[c, d] > 1
            out.gaps_absent[c] += found.gap_absent[c, d] == 1
            out.gaps_short[c] += found.gap_short[c, d] == 1
            out.gaps_wrong_type[c] += found.gap_wrong_type[c, d] == 1
            out.gaps_wrong_kind[c] += found.gap_wrong_kind[c, d] == 1
            out.gaps_connection[c] += found.gap_connection[c, d] == 1
            out.gaps_experienced[c] += found.gap_experienced[c, d] == 1
            out.gaps_unknown[c] += found.gap_unknown[c, d] == 1
            out.gaps_undecided[c] += found.gap_unknown[c, d] == 0 and _undecided(c, d, found)


@inner
def _undecided(c: int, d: int, found: Gaps) -> bool:
    """Tell whether some kind of gap cannot be told."""
    amount = min(found.gap_absent[c, d], found.gap_short[c, d], found.gap_experienced[c, d])
    return min(amount, found.gap_wrong_type[c, d], found.gap_wrong_kind[c, d], found.gap_connection[c, d]) < 0

"""In which life domains several people do the same."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import FORMAL, SAME, Codes, Flags, Floats, Ints, Supply, Told
from netwerkanalyse.kernels._jit import inner, kernel, loop

# c = client, d = life domain, n = people whose support can double in it, i = entries of supply,
# k and j = the same from 0 on, p = people over all clients.

# The classes of a domain, in the order of their vocabulary.
NONE, COMPLEMENTARY, COORDINATED, DOUBLURE, POSSIBLE, OVERLAP, WITHOUT_NEED, INTENDED, UNCLEAR = range(9)


class Traits(NamedTuple):
    """What matters of people: ``people`` are their offsets by client; -1 where blank."""

    people: Ints
    kind: Codes
    organisation: Ints
    law: Codes


class Facts(NamedTuple):
    """What is known of each domain, clients by domains.

    Supply above ``surplus_from`` is surplus: 0 without need, NaN when the need is not known. ``intended``: the client
    wants it this way. ``uncoordinated``: bounds on the share of pairs of supporters that do
    not reach each other, NaN with fewer than two supporters.
    """

    surplus_from: Floats
    intended: Flags
    uncoordinated_low: Floats
    uncoordinated_high: Floats


class Doubles(NamedTuple):
    """Results per client and domain; NaN where undefined. Names are those of the measures."""

    double_people: Ints
    double_supply: Floats
    double_without_amount: Ints
    surplus: Floats
    double_class: Told


class Support(NamedTuple):
    """All support, also what cannot double: clients by domains."""

    effective_supply: Floats
    supports_without_amount: Ints


class DoubleCounts(NamedTuple):
    """Results per client; NaN where undefined. Names are those of the measures."""

    double_domains: Ints
    all_support: Floats
    all_support_without_amount: Ints
    doublure_index: Floats
    doublure_index_low: Floats
    doublure_index_high: Floats


class Surplus(NamedTuple):
    """Bounds on the uncoordinated surplus in doublures, per client and domain: what adds to the doublure index."""

    low: Floats
    high: Floats


@kernel
def doubles(
    first: int, last: int, traits: Traits, supply: Supply, facts: Facts, out: Doubles, surplus: Surplus
) -> None:
    """Class every domain. ``supply`` holds only what can double."""
    most = np.max(np.diff(traits.people[first : last + 1])) if last > first else 0
    kind, organisation, law = np.empty(most, np.int16), np.empty(most, np.int64), np.empty(most, np.int16)
    for c in range(first, last):
        for d in range(facts.surplus_from.shape[1]):
            n = supply.start[c, d + 1] - supply.start[c, d]
            total, blank = 0.0, 0
            for k in range(n):
                i = supply.start[c, d] + k
                p = traits.people[c] + supply.person[i]
                total += supply.effective[i]
                blank += supply.blank[i]
                kind[k], organisation[k], law[k] = traits.kind[p], traits.organisation[p], traits.law[p]
            apart = _formal_apart(n, kind, organisation, law)
            low, high = facts.uncoordinated_low[c, d], facts.uncoordinated_high[c, d]
            limit = facts.surplus_from[c, d]
            several = _several(total > limit + SAME, blank, low, high, apart)
            found = _class(n, limit, facts.intended[c, d], several)
            above = max(0.0, total - limit)
            out.double_people[c, d], out.double_supply[c, d], out.double_without_amount[c, d] = n, total, blank
            if blank == 0 and not np.isnan(limit):
                out.surplus[c, d] = above
            out.double_class[c, d] = found
            surplus.low[c, d] = above * low if found == DOUBLURE else 0.0
            # Whatever an unknown need is, the surplus is no more than the supply.
            possible = found in (DOUBLURE, POSSIBLE) or (found == UNCLEAR and n > 1 and apart != 0)
            most_above = total if found == UNCLEAR else above
            surplus.high[c, d] = most_above * high if possible else 0.0


@inner
def _class(n: int, surplus_from: float, intended: bool, several: int) -> int:
    """Give the class of a domain; ``several`` is the class when several people support and there is a need."""
    found = NONE
    if intended:
        found = INTENDED if n > 1 else NONE
    elif n > 0 and np.isnan(surplus_from):
        found = UNCLEAR
    elif n > 0 and surplus_from == 0:
        found = WITHOUT_NEED
    elif n > 1:
        found = several
    return found


@inner
def _several(in_surplus: bool, blank: int, low: float, high: float, apart: float) -> int:
    """Tell a doublure from overlap; where ties, kinds or organisations leave a doublure open, it is possible."""
    if not in_surplus:
        found = COMPLEMENTARY if blank == 0 else UNCLEAR
    elif high == 0:
        found = COORDINATED
    elif apart == 0:
        found = OVERLAP if low > 0 else UNCLEAR  # when all unknown pairs coordinate, so do all
    else:
        found = DOUBLURE if apart == 1 and low > 0 else POSSIBLE
    return found


@inner
def _formal_apart(n: int, kind: Codes, organisation: Ints, law: Codes) -> float:
    """Tell whether two of the first ``n`` people are professionals of different organisations or laws."""
    found = 0.0
    for k in range(n):
        for j in range(k):
            if kind[k] in (FORMAL, -1) and kind[j] in (FORMAL, -1):
                apart = _apart(organisation[k], organisation[j], law[k], law[j])
                if apart == 1 and kind[k] == FORMAL and kind[j] == FORMAL:
                    return 1.0
                if apart != 0:
                    found = np.nan
    return found


@inner
def _apart(organisation: int, other: int, law: int, other_law: int) -> float:
    """Compare two people; who share an organisation are only told apart by two laws that are known."""
    if law != other_law and min(law, other_law) >= 0:
        return 1.0
    if min(organisation, other) < 0:
        return np.nan
    return 1.0 if organisation != other else 0.0


@kernel
@loop
def double_counts(
    first: int, last: int, found: Doubles, surplus: Surplus, support: Support, classes: Ints, out: DoubleCounts
) -> None:
    """Count the classes of the domains of every client, a row a class in ``classes``, and make the doublure index."""
    for c in range(first, last):
        total, low, high = 0.0, 0.0, 0.0
        for d in range(found.double_class.shape[1]):
            classes[found.double_class[c, d], c] += 1
            out.double_domains[c] += found.double_people[c, d] > 1
            total += support.effective_supply[c, d]
            out.all_support_without_amount[c] += support.supports_without_amount[c, d]
            low += surplus.low[c, d]
            high += surplus.high[c, d]
        out.all_support[c] = total
        if total > 0 and out.all_support_without_amount[c] == 0:
            out.doublure_index_low[c], out.doublure_index_high[c] = low / total, high / total
            if low == high:
                out.doublure_index[c] = out.doublure_index_low[c]

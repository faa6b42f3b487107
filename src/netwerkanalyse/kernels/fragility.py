"""On whom the coverage of each life domain hangs."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import FORMAL, INFORMAL, PEER, SAME, Codes, Floats, Ints, Supply
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, d = life domain, n = people who support in it, i = entries of supply, k = the same from 0 on,
# p = people over all clients. Yes is 1, no is 0, NaN is not known.


class Fragility(NamedTuple):
    """Results per client and domain; NaN where undefined. Names are those of the measures."""

    covering_people: Floats
    drop_out_tolerance: Floats
    drop_out_low: Floats
    effective_supporters: Floats
    single_supporter: Floats
    formal_only: Floats
    informal_only: Floats


@kernel
def fragility(first: int, last: int, people: Ints, kind: Codes, supply: Supply, enough: Floats, out: Fragility) -> None:
    """Measure the domains whose supply is at least ``enough`` (NaN where there is no known need)."""
    most = np.max(np.diff(people[first : last + 1])) if last > first else 0
    amount = np.empty(most)
    for c in range(first, last):
        for d in range(enough.shape[1]):
            n = supply.start[c, d + 1] - supply.start[c, d]
            total, squares, blank, formal, informal, unknown = 0.0, 0.0, 0, 0, 0, 0
            for k in range(n):
                i = supply.start[c, d] + k
                p = people[c] + supply.person[i]
                amount[k] = supply.effective[i]
                total += amount[k]
                squares += amount[k] * amount[k]
                blank += supply.blank[i] > 0
                formal += kind[p] == FORMAL
                informal += kind[p] == INFORMAL
                unknown += kind[p] < 0
            out.covering_people[c, d] = 0
            # An unknown need is NaN, and no amount reaches NaN.
            if n > 0 and total >= enough[c, d] - SAME:
                out.covering_people[c, d] = n
                out.single_supporter[c, d] = n == 1
                out.formal_only[c, d] = _all_are(formal, unknown, n)
                out.informal_only[c, d] = _all_are(informal, unknown, n)
                out.drop_out_low[c, d] = _drop_out(amount[:n], total, enough[c, d])
                if n == 1 or blank == 0:
                    out.drop_out_tolerance[c, d] = out.drop_out_low[c, d]
                    out.effective_supporters[c, d] = 1.0 if n == 1 else total * total / squares


@inner
def _drop_out(amount: Floats, left: float, enough: float) -> int:
    """Take out the largest amounts first until too little is left: exact, because amounts add up."""
    lost = 0
    while lost < len(amount) and left >= enough - SAME:
        largest = 0
        for k in range(len(amount)):
            if amount[k] > amount[largest]:
                largest = k
        left -= amount[largest]
        amount[largest] = 0
        lost += 1
    return lost


@inner
def _all_are(some: int, unknown: int, n: int) -> float:
    """Tell whether all people are of a kind, of whom ``some`` are for sure and ``unknown`` may be."""
    if some == n:
        return 1.0
    return np.nan if some + unknown == n else 0.0


class Sources(NamedTuple):
    """Results per client and domain: over how many organisations (or laws) the supply is spread; NaN where unknown."""

    effective: Floats
    single: Floats


@kernel
def sources(
    first: int, last: int, people: Ints, kind: Codes, group: Ints, supply: Supply, spread: Fragility, out: Sources
) -> None:
    """Measure over how many groups of people the supply of covered domains is spread; ``group`` is -1 when blank.

    Informal and peer supporters who belong to no group stand for themselves.
    """
    most = np.max(np.diff(people[first : last + 1])) if last > first else 0
    amount, source = np.empty(most), np.empty(most, np.int64)
    for c in range(first, last):
        for d in range(out.single.shape[1]):
            n, known, informal = int(spread.covering_people[c, d]), True, 0
            for k in range(n):
                i = supply.start[c, d] + k
                p = people[c] + supply.person[i]
                amount[k] = supply.effective[i]
                source[k] = group[p]
                if group[p] < 0 and kind[p] in (INFORMAL, PEER):
                    source[k] = -2 - k
                known = known and kind[p] >= 0 and source[k] != -1
                informal += kind[p] == INFORMAL
            if n == 1:
                p = people[c] + supply.person[supply.start[c, d]]
                out.effective[c, d] = 1
                out.single[c, d] = _single(source[:1], informal, known or kind[p] == FORMAL)
            elif n > 1:
                out.single[c, d] = _single(source[:n], informal, known)
                if not np.isnan(spread.effective_supporters[c, d]):
                    out.effective[c, d] = _effective(source[:n], amount[:n])


@inner
def _single(source: Ints, informal: int, known: bool) -> float:
    """Tell whether there is one source, and nobody informal; a person who stands for themselves is no source here."""
    group = -1
    for k in range(len(source)):
        if source[k] < -1 or (group >= 0 and source[k] >= 0 and source[k] != group):
            return 0.0
        group = max(group, source[k])
    if informal > 0:
        return 0.0
    return 1.0 if known else np.nan


@inner
def _effective(source: Ints, amount: Floats) -> float:
    """Give the inverse Herfindahl index of the amounts per source: as if so many equal sources supported."""
    total, squares = 0.0, 0.0
    for k in range(len(source)):
        mine, seen = 0.0, False
        for other in range(len(source)):
            if source[other] == source[k]:
                mine += amount[other]
                seen = seen or other < k
        if source[k] == -1:
            return np.nan
        if not seen:
            squares += mine * mine
        total += amount[k]
    return total * total / squares


class Strain(NamedTuple):
    """Results per client and domain; NaN where undefined. Names are those of the measures."""

    stress_dependent: Floats
    informal_overburdened: Floats
    fragile: Floats


class Feelings(NamedTuple):
    """What is known of people: how much strength contact with them costs, and their burden; NaN where not asked."""

    hindering: Floats
    burden: Floats


@kernel
def strain(
    first: int,
    last: int,
    people: Ints,
    feelings: Feelings,
    supply: Supply,
    enough: Floats,
    heavy: float,
    spread: Fragility,
    out: Strain,
) -> None:
    """Tell in which covered domains the support weighs on somebody, and which are fragile."""
    for c in range(first, last):
        for d in range(enough.shape[1]):
            if spread.covering_people[c, d] > 0:
                surely, perhaps, blank, burdened, not_taken = 0.0, 0.0, 0, 0, 0
                for i in range(supply.start[c, d], supply.start[c, d + 1]):
                    p = people[c] + supply.person[i]
                    if not feelings.hindering[p] > 0:
                        perhaps += supply.effective[i]
                        blank += supply.blank[i] > 0
                        surely += supply.effective[i] if feelings.hindering[p] == 0 else 0.0
                    burdened += feelings.burden[p] >= heavy
                    not_taken += np.isnan(feelings.burden[p])
                out.stress_dependent[c, d] = _dependent(surely, perhaps, blank, enough[c, d])
                carried = _overburdened(spread.informal_only[c, d], burdened, not_taken)
                out.informal_overburdened[c, d] = carried
                out.fragile[c, d] = _fragile(spread.drop_out_tolerance[c, d], spread.drop_out_low[c, d], carried)


@inner
def _dependent(surely: float, perhaps: float, blank: int, enough: float) -> float:
    """Tell whether too little is left by people whose contact costs no strength, ``surely`` or ``perhaps``."""
    if surely >= enough - SAME:
        return 0.0
    return np.nan if blank > 0 or perhaps >= enough - SAME else 1.0


@inner
def _overburdened(informal_only: float, burdened: int, not_taken: int) -> float:
    """Tell whether only naasten support, of whom somebody is heavily burdened."""
    if informal_only == 0 or burdened + not_taken == 0:
        return 0.0
    return 1.0 if informal_only == 1 and burdened > 0 else np.nan


@inner
def _fragile(tolerance: float, low: float, overburdened: float) -> float:
    """Tell whether losing one person breaks the coverage, or those who carry it carry too much."""
    if tolerance == 1 or overburdened == 1:
        return 1.0
    return 0.0 if low > 1 and overburdened == 0 else np.nan

"""What contact costs and gives, and what is asked of each person."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import INFORMAL, SAME, Codes, Floats, Ints, Supply
from netwerkanalyse.kernels._jit import inner, kernel, loop

# c = client, d = life domain, i = entries of supply, p = people over all clients. Yes is 1, no is 0, NaN is not known.

ONLY_SUPPORT, MIXED, ONLY_BURDEN, NEUTRAL = range(4)


class Traits(NamedTuple):
    """What matters of people: ``people`` are their offsets by client; NaN where not asked."""

    people: Ints
    kind: Codes
    helping: Floats
    hindering: Floats
    capacity: Floats
    burden: Floats


class MemberLoad(NamedTuple):
    """Results per person; NaN where undefined. Names are those of the measures."""

    relation_class: Floats
    asked: Floats
    asked_low: Floats
    asked_without_amount: Floats
    over_capacity: Floats
    spare_capacity: Floats
    heavy_burden: Floats


@kernel
@loop
def member_load(first: int, last: int, traits: Traits, supply: Supply, heavy: float, out: MemberLoad) -> None:
    """Measure every person: helping and hindering beside each other, and what is asked against what they can give."""
    for c in range(first, last):
        for p in range(traits.people[c], traits.people[c + 1]):
            out.relation_class[p] = _relation(traits.helping[p], traits.hindering[p])
            out.asked_low[p], out.asked_without_amount[p] = 0, 0
            if not np.isnan(traits.burden[p]):
                out.heavy_burden[p] = traits.burden[p] >= heavy
        for i in range(supply.start[c, 0], supply.start[c, -1]):
            p = traits.people[c] + supply.person[i]
            out.asked_low[p] += supply.nominal[i]
            out.asked_without_amount[p] += supply.blank[i]
        for p in range(traits.people[c], traits.people[c + 1]):
            _capacity(p, traits.capacity[p], out)


@inner
def _relation(helping: float, hindering: float) -> float:
    """Give the class; the two scores are never netted."""
    if np.isnan(helping) or np.isnan(hindering):
        return np.nan
    if hindering == 0:
        return ONLY_SUPPORT if helping > 0 else NEUTRAL
    return MIXED if helping > 0 else ONLY_BURDEN


@inner
def _capacity(p: int, capacity: float, out: MemberLoad) -> None:
    known = out.asked_without_amount[p] == 0
    asked = out.asked_low[p]
    if known:
        out.asked[p] = asked
    if asked > capacity + SAME:
        out.over_capacity[p] = 1
        out.spare_capacity[p] = 0
    elif known and not np.isnan(capacity):
        out.over_capacity[p] = 0
        out.spare_capacity[p] = max(0.0, capacity - asked)


class ClientLoad(NamedTuple):
    """Results per client; NaN where undefined. Names are those of the measures."""

    relations_asked: Floats
    only_support_people: Floats
    mixed_people: Floats
    only_burden_people: Floats
    neutral_people: Floats
    mixed_share: Floats
    only_burden_share: Floats
    hindering_asked: Floats
    stress_load: Floats
    needed_supports_without_amount: Floats
    stress_dependence: Floats
    stress_dependence_low: Floats
    stress_dependence_high: Floats
    informal_over_capacity: Floats
    informal_capacity_unknown: Floats


class Covered(NamedTuple):
    """The needs of each client as weights and supply, clients by domains; ``weight`` is 0 where there is no need."""

    weight: Floats
    coverage: Floats
    effective_supply: Floats
    supports_without_amount: Ints


@kernel
@loop
def client_load(
    first: int, last: int, traits: Traits, supply: Supply, covered: Covered, member: MemberLoad, out: ClientLoad
) -> None:
    """Sum up over the people of every client."""
    for c in range(first, last):
        _relations(c, traits, member, out)
        _naasten(c, traits, member, out)
        _dependence(c, traits, supply, covered, out)


@inner
def _relations(c: int, traits: Traits, member: MemberLoad, out: ClientLoad) -> None:
    only_support, mixed, only_burden, neutral = 0, 0, 0, 0
    stress, asked = 0.0, 0
    for p in range(traits.people[c], traits.people[c + 1]):
        only_support += member.relation_class[p] == ONLY_SUPPORT
        mixed += member.relation_class[p] == MIXED
        only_burden += member.relation_class[p] == ONLY_BURDEN
        neutral += member.relation_class[p] == NEUTRAL
        if not np.isnan(traits.hindering[p]):
            stress += traits.hindering[p]
            asked += 1
    people = only_support + mixed + only_burden + neutral
    out.relations_asked[c], out.hindering_asked[c] = people, asked
    out.only_support_people[c], out.mixed_people[c] = only_support, mixed
    out.only_burden_people[c], out.neutral_people[c] = only_burden, neutral
    if people > 0:
        out.mixed_share[c] = mixed / people
        out.only_burden_share[c] = only_burden / people
    if asked > 0:
        out.stress_load[c] = stress


@inner
def _naasten(c: int, traits: Traits, member: MemberLoad, out: ClientLoad) -> None:
    over, unknown = 0, 0
    for p in range(traits.people[c], traits.people[c + 1]):
        if traits.kind[p] == INFORMAL:
            over += member.over_capacity[p] == 1
            unknown += np.isnan(member.over_capacity[p])
    out.informal_over_capacity[c] = over
    out.informal_capacity_unknown[c] = unknown


@inner
def _dependence(c: int, traits: Traits, supply: Supply, covered: Covered, out: ClientLoad) -> None:
    """Give the share of coverage that comes from people whose contact costs strength, by their part of the supply."""
    total, low, high, blank = 0.0, 0.0, 0.0, 0.0
    for d in range(covered.weight.shape[1]):
        if covered.weight[c, d] > 0:
            blank += covered.supports_without_amount[c, d]
            if covered.effective_supply[c, d] > 0 and blank == 0:
                worth = covered.weight[c, d] * covered.coverage[c, d]
                total += worth
                for i in range(supply.start[c, d], supply.start[c, d + 1]):
                    part = worth * supply.effective[i] / covered.effective_supply[c, d]
                    hindering = traits.hindering[traits.people[c] + supply.person[i]]
                    low += part if hindering > 0 else 0.0
                    high += 0.0 if hindering == 0 else part
    out.needed_supports_without_amount[c] = blank
    if total > 0 and blank == 0:
        out.stress_dependence_low[c] = low / total
        out.stress_dependence_high[c] = high / total
        if low == high:
            out.stress_dependence[c] = low / total

"""The client's place between people: structural holes in the ego-network model, and ego betweenness."""

import math
from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import LAST, WORD, Contacts, Floats, Ints, Numbers, Ties
from netwerkanalyse.kernels._jit import inner, kernel, ones

# c = client, n = people, m = ties, a and b = people within the client, e = ties, w = words of bits.


class Brokerage(NamedTuple):
    """Results per client; NaN where undefined. Names are those of the measures."""

    client_ties: Ints
    brokerage_pairs_asked: Ints
    effective_size: Floats
    effective_size_low: Floats
    efficiency: Floats
    constraint: Floats
    hierarchy: Floats
    strengths_unknown: Ints
    weighted_effective_size: Floats
    weighted_constraint: Floats
    client_betweenness: Floats
    coordination_load: Floats
    coordination_load_low: Floats


@kernel
def holes(first: int, last: int, ties: Ties, contacts: Contacts, client_tie: float, out: Brokerage) -> None:
    """Measure structural holes; in the weighted measures the client's own ties have strength ``client_tie``.

    Where people are but no pair was asked about, nothing is known of holes.
    """
    most = np.max(np.diff(ties.people[first : last + 1])) if last > first else 0
    equal = np.ones(np.max(np.diff(ties.start[first : last + 1])) if last > first else 0)
    total, part = np.empty(most), np.empty(most)
    for c in range(first, last):
        n, m = ties.people[c + 1] - ties.people[c], ties.start[c + 1] - ties.start[c]
        source = ties.source[ties.start[c] : ties.start[c + 1]]
        target = ties.target[ties.start[c] : ties.start[c + 1]]
        weight = ties.weight[ties.start[c] : ties.start[c + 1]]
        pairs = n * (n - 1) // 2
        unknown = _unknown_pairs(contacts.unknown[contacts.start[c] : contacts.start[c + 1]])
        blank = _unknown_strengths(weight)
        out.client_ties[c], out.brokerage_pairs_asked[c], out.strengths_unknown[c] = n, pairs - unknown, blank
        if n == 1 or pairs > unknown:
            out.effective_size[c] = n - 2 * m / n
            out.effective_size_low[c] = n - 2 * (m + unknown) / n
            out.efficiency[c] = (n - 2 * m / n) / n
            out.constraint[c] = _constraint(source, target, equal, 1.0, total[:n], part)
            if n > 1:
                out.hierarchy[c] = _hierarchy(part[:n], out.constraint[c])
            if blank == 0:
                out.weighted_constraint[c] = _constraint(source, target, weight, client_tie, total[:n], part)
                out.weighted_effective_size[c] = n - _redundancy(source, target, weight, client_tie, total[:n]) / n


@inner
def _unknown_pairs(rows: Ints) -> int:
    """Count the pairs nobody asked about."""
    unknown = 0
    for w in range(len(rows)):
        unknown += ones(rows[w])
    return unknown // 2


@inner
def _unknown_strengths(weight: Floats) -> int:
    unknown = 0
    for e in range(len(weight)):
        unknown += np.isnan(weight[e])
    return unknown


@inner
def _constraint(
    source: Numbers, target: Numbers, weight: Floats, client_tie: float, total: Floats, part: Floats
) -> float:
    """Add up (p_ca + sum_q p_cq p_qa)^2 over everybody, and leave each one's term in ``part``.

    The client has the same tie with everybody, so that p_ca = 1 / n.
    """
    n = len(total)
    for a in range(n):
        total[a] = client_tie
        part[a] = 1.0
    for e in range(len(source)):
        total[source[e]] += weight[e]
        total[target[e]] += weight[e]
    for a in range(n):
        total[a] = 1.0 / total[a]
    for e in range(len(source)):
        part[source[e]] += weight[e] * total[target[e]]
        part[target[e]] += weight[e] * total[source[e]]
    constraint = 0.0
    for a in range(n):
        part[a] = part[a] / n * (part[a] / n)
        constraint += part[a]
    return constraint


@inner
def _hierarchy(part: Floats, constraint: float) -> float:
    """Tell how unequally people share in the constraint (Coleman-Theil): 0 is equally."""
    n = len(part)
    disorder = 0.0
    for a in range(n):
        ratio = part[a] * n / constraint
        disorder += ratio * math.log(ratio)
    return disorder / (n * math.log(n))


@inner
def _redundancy(source: Numbers, target: Numbers, weight: Floats, client_tie: float, strongest: Floats) -> float:
    """Add up, over everybody and all their ties, the tie's strength relative to their strongest tie."""
    for a in range(len(strongest)):
        strongest[a] = client_tie
    for e in range(len(source)):
        strongest[source[e]] = max(strongest[source[e]], weight[e])
        strongest[target[e]] = max(strongest[target[e]], weight[e])
    redundancy = 0.0
    for e in range(len(source)):
        redundancy += weight[e] / strongest[source[e]] + weight[e] / strongest[target[e]]
    return redundancy


@kernel
def between(first: int, last: int, contacts: Contacts, out: Brokerage) -> None:
    """Measure the client's betweenness, and the least it can be if unknown pairs have a tie after all.

    How many pairs were asked about must be in ``out``.
    """
    people, start = contacts.people, contacts.start
    most = np.max(np.diff(people[first : last + 1])) if last > first else 0
    share, part = 1.0 / np.arange(1, most + 2), np.empty(most)
    at_most = np.empty(most * ((most + LAST) >> WORD), np.int64)
    for c in range(first, last):
        n = people[c + 1] - people[c]
        pairs, asked = n * (n - 1) // 2, out.brokerage_pairs_asked[c]
        yes, unknown = contacts.yes[start[c] : start[c + 1]], contacts.unknown[start[c] : start[c + 1]]
        if n == 1 or asked > 0:
            out.client_betweenness[c] = _betweenness(n, yes, share, part)
        if asked > 0:
            out.coordination_load[c] = out.client_betweenness[c] / pairs
            out.coordination_load_low[c] = out.coordination_load[c]
            if asked < pairs:
                for at in range(len(yes)):
                    at_most[at] = yes[at] | unknown[at]
                out.coordination_load_low[c] = _betweenness(n, at_most, share, part) / pairs


@inner
def _betweenness(n: int, rows: Ints, share: Floats, part: Floats) -> float:
    """Add up 1 / (1 + people both have contact with) over the pairs without contact; the 1 is the client.

    ``share[k]`` is 1 / (1 + k). The pairs of everybody are added up apart, so that the processor can do many at once.
    """
    words, betweenness = (n + LAST) >> WORD, 0.0
    part[:n] = 0.0
    for a in range(n):
        for b in range(a):
            shared = ones(rows[a] & rows[b])
            for w in range(1, words):
                shared += ones(rows[w * n + a] & rows[w * n + b])
            part[b] += share[shared] * (1 - ((rows[(b >> WORD) * n + a] >> (b & LAST)) & 1))
    for b in range(n):
        betweenness += part[b]
    return betweenness

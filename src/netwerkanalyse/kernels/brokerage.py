"""The client's place between people: structural holes in the ego-network model, and ego betweenness."""

import math
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import UNKNOWN, YES, Floats, Graph, Ints, Listed, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, n = people, m = ties, a and b = people within the client, e = ties or listed pairs, w = words of bits.

WORD = 5
LAST = (1 << WORD) - 1

Words: TypeAlias = npt.NDArray[np.int64]


class Brokerage(NamedTuple):
    """Results per client; NaN where undefined. Names are those of the measures."""

    client_ties: Floats
    brokerage_pairs_asked: Floats
    effective_size: Floats
    effective_size_low: Floats
    efficiency: Floats
    constraint: Floats
    hierarchy: Floats
    strengths_unknown: Floats
    weighted_effective_size: Floats
    weighted_constraint: Floats
    client_betweenness: Floats
    coordination_load: Floats
    coordination_load_low: Floats


@kernel
def holes(first: int, last: int, graph: Graph, listed: Listed, client_tie: float, out: Brokerage) -> None:
    """Measure structural holes; in the weighted measures the client's own ties have strength ``client_tie``.

    Where people are but no pair was asked about, nothing is known of holes.
    """
    most = np.max(np.diff(graph.people[first : last + 1])) if last > first else 0
    ones = np.ones(np.max(np.diff(graph.start[first : last + 1])) if last > first else 0)
    total, part = np.empty(most), np.empty(most)
    for c in range(first, last):
        n, m = graph.people[c + 1] - graph.people[c], graph.start[c + 1] - graph.start[c]
        source = graph.source[graph.start[c] : graph.start[c + 1]]
        target = graph.target[graph.start[c] : graph.start[c + 1]]
        weight = graph.weight[graph.start[c] : graph.start[c + 1]]
        pairs = n * (n - 1) // 2
        unknown = _unknown_pairs(listed.state[listed.start[c] : listed.start[c + 1]], pairs, listed.all_asked[c])
        blank = _unknown_strengths(weight)
        out.client_ties[c], out.brokerage_pairs_asked[c], out.strengths_unknown[c] = n, pairs - unknown, blank
        if n == 1 or pairs > unknown:
            out.effective_size[c] = n - 2 * m / n
            out.effective_size_low[c] = n - 2 * (m + unknown) / n
            out.efficiency[c] = (n - 2 * m / n) / n
            out.constraint[c] = _constraint(source, target, ones, 1.0, total[:n], part)
            if n > 1:
                out.hierarchy[c] = _hierarchy(part[:n], out.constraint[c])
            if blank == 0:
                out.weighted_constraint[c] = _constraint(source, target, weight, client_tie, total[:n], part)
                out.weighted_effective_size[c] = n - _redundancy(source, target, weight, client_tie, total[:n]) / n


@inner
def _unknown_pairs(state: npt.NDArray[np.int8], pairs: int, all_asked: bool) -> int:
    """Count the pairs nobody asked about: those listed as unknown, and others if not all were asked."""
    unknown = 0
    for e in range(len(state)):
        unknown += state[e] == UNKNOWN
    return unknown if all_asked else pairs - (len(state) - unknown)


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
def between(first: int, last: int, people: Ints, listed: Listed, out: Brokerage) -> None:
    """Measure the client's betweenness, and the least it can be if unknown pairs have a tie after all.

    How many pairs were asked about must be in ``out``.
    """
    most = np.max(np.diff(people[first : last + 1])) if last > first else 0
    rows, number = np.empty((most, (most >> WORD) + 1), np.int64), np.empty(most + 1, np.int64)
    for c in range(first, last):
        n = people[c + 1] - people[c]
        pairs, asked = n * (n - 1) // 2, out.brokerage_pairs_asked[c]
        begin, end = listed.start[c], listed.start[c + 1]
        source, target, state = listed.source[begin:end], listed.target[begin:end], listed.state[begin:end]
        if n == 1 or asked > 0:
            _contacts(n, source, target, state, YES, False, rows)
            out.client_betweenness[c] = _betweenness(n, rows, number)
        if asked > 0:
            out.coordination_load[c] = out.client_betweenness[c] / pairs
            out.coordination_load_low[c] = out.coordination_load[c]
            if asked < pairs:
                _contacts(n, source, target, state, UNKNOWN, not listed.all_asked[c], rows)
                out.coordination_load_low[c] = _betweenness(n, rows, number) / pairs


@inner
def _contacts(
    n: int, source: Numbers, target: Numbers, state: npt.NDArray[np.int8], too: int, others: bool, rows: Words
) -> None:
    """Set bit ``b`` of row ``a`` where the two have contact: yes, or an answer that counts for it ``too``.

    ``others`` tells whether pairs that are not listed count for contact. A word holds the bits of 2 ** WORD people.
    """
    for a in range(n):
        for w in range((n >> WORD) + 1):
            rows[a, w] = (1 << min(n - (w << WORD), 1 << WORD)) - 1 if others else 0
    for e in range(len(state)):
        a, b = int(source[e]), int(target[e])
        rows[a, b >> WORD] &= ~(1 << (b & LAST))
        rows[b, a >> WORD] &= ~(1 << (a & LAST))
        contact = int(state[e] == YES) | int(state[e] == too)
        rows[a, b >> WORD] |= contact << (b & LAST)
        rows[b, a >> WORD] |= contact << (a & LAST)


@inner
def _betweenness(n: int, rows: Words, number: Ints) -> float:
    """Add up 1 / (1 + people both have contact with) over the pairs without contact; the 1 is the client.

    ``number[k]`` counts the pairs that share ``k`` people. The compiler knows the loop over bits as one instruction.
    """
    number[: n + 1] = 0
    for a in range(n):
        for b in range(a):
            shared = 0
            for w in range((n >> WORD) + 1):
                both = rows[a, w] & rows[b, w]
                while both:
                    both &= both - 1
                    shared += 1
            number[shared] += 1 - ((rows[a, b >> WORD] >> (b & LAST)) & 1)
    betweenness = 0.0
    for k in range(n):
        betweenness += number[k] / (1 + k)
    return betweenness

"""The client's place between people: structural holes in the ego-network model, and ego betweenness."""

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import UNKNOWN, YES, Floats, Graph, Ints, Listed, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, n = people, m = ties, a, b and q = people within the client, e = ties, i and j = neighbours.


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
def between(first: int, last: int, graph: Graph, listed: Listed, out: Brokerage) -> None:
    """Measure the client's betweenness, and the least it can be if unknown pairs have a tie after all.

    How many pairs were asked about must be in ``out``.
    """
    most = np.max(np.diff(graph.people[first : last + 1])) if last > first else 0
    shared, reached = np.empty(most * most, np.int32), np.empty(2 * most, np.int32)
    for c in range(first, last):
        n = graph.people[c + 1] - graph.people[c]
        pairs, asked = n * (n - 1) // 2, out.brokerage_pairs_asked[c]
        indptr = graph.indptr[graph.people[c] : graph.people[c + 1] + 1]
        if n == 1 or asked > 0:
            out.client_betweenness[c] = _betweenness(indptr, graph.indices, shared[: n * n], reached[: 2 * n])
        if asked > 0:
            out.coordination_load[c] = out.client_betweenness[c] / pairs
            out.coordination_load_low[c] = out.coordination_load[c]
            if asked < pairs:
                begin, end = listed.start[c], listed.start[c + 1]
                indptr, indices = _possible(
                    n, listed.source[begin:end], listed.target[begin:end], listed.state[begin:end], listed.all_asked[c]
                )
                least = _betweenness(indptr, indices, shared[: n * n], reached[: 2 * n])
                out.coordination_load_low[c] = least / pairs


@inner
def _betweenness(indptr: Ints, indices: Numbers, shared: Numbers, reached: Numbers) -> float:
    """Add up 1 / (1 + shared neighbours) over the pairs without a tie; the 1 is the client.

    ``reached[k]`` counts the pairs that get a neighbour in common beside the ``k`` they had. Pairs with a tie start
    at ``n``, so that they are counted out of the way.
    """
    n = len(indptr) - 1
    shared[:] = 0
    reached[:] = 0
    for a in range(n):
        for i in range(indptr[a], indptr[a + 1]):
            shared[a * n + indices[i]] = n
    for q in range(n):
        for i in range(indptr[q], indptr[q + 1]):
            a = indices[i]
            for j in range(indptr[q], i):
                b = indices[j]
                pair = max(a, b) * n + min(a, b)
                reached[shared[pair]] += 1
                shared[pair] += 1
    pairs = n * (n - 1) // 2 - (indptr[n] - indptr[0]) // 2
    betweenness, k = 0.0, 0
    while pairs > 0:
        betweenness += (pairs - reached[k]) / (1 + k)
        pairs = reached[k]
        k += 1
    return betweenness


@inner
def _possible(
    n: int, source: Numbers, target: Numbers, state: npt.NDArray[np.int8], all_asked: bool
) -> tuple[Ints, Numbers]:
    """Make the neighbour lists that people would have if every unknown pair had a tie."""
    tied = np.full((n, n), not all_asked)
    for e in range(len(state)):
        tied[source[e], target[e]] = state[e] in {YES, UNKNOWN}
        tied[target[e], source[e]] = tied[source[e], target[e]]
    indptr, indices = np.zeros(n + 1, np.int64), np.empty(n * n, np.int32)
    filled = 0
    for a in range(n):
        for b in range(n):
            if a != b and tied[a, b]:
                indices[filled] = b
                filled += 1
        indptr[a + 1] = filled
    return indptr, indices

"""Burt's structural holes of every node of a whole graph, from one listing of its triangles.

With a_ij the weight of both arcs between i and j, t_i the sum over i's contacts and l_j the largest of j: the indirect
tie from i to j is (1 / t_i) sum_q a_iq a_qj / t_q, and j is redundant to i for (1 / t_i) sum_q a_iq a_qj / l_j. So both
need of a pair only a sum over the third corners of its triangles, the same from either end.
"""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Floats, Ints, Oriented
from netwerkanalyse.kernels._jit import kernel

# b = blocks of places, u, v, w = corners of a triangle, e, f, g = pairs in the orientation.

INDIRECT, SHARED = 0, 1
"""What third corners add to a pair: sum_q a_iq a_qj / t_q, and sum_q a_iq a_qj."""


class Nodes(NamedTuple):
    """Sums and results by place: total weight of the pairs and 1 over it, the largest, Burt's measures; zero before."""

    total: Floats
    per_total: Floats
    largest: Floats
    constraint: Floats
    redundancy: Floats


@kernel
def add_ties(graph: Oriented, nodes: Nodes) -> None:
    """Find total and largest weight of every node."""
    indptr, target = graph.indptr, graph.target
    total, per_total, largest, _, _ = nodes
    for u in range(len(total)):
        for e in range(indptr[u], indptr[u + 1]):
            v, weight = target[e], graph.weight[e]
            total[u] += weight
            total[v] += weight
            largest[u] = max(largest[u], weight)
            largest[v] = max(largest[v], weight)
    for u in range(len(total)):
        if total[u] > 0:
            per_total[u] = 1 / total[u]


@kernel
def add_triangles(first: int, last: int, graph: Oriented, block: Ints, nodes: Nodes, third: Floats) -> None:
    """Add up what third corners add to every pair.

    ``third[b]`` is of the triangles that are listed from block ``b``. They lie in the pairs up to the end of the block;
    the rest is not touched.
    """
    indptr, weight, per_total = graph.indptr, graph.weight, nodes.per_total
    # Read as numbers without a sign, which cannot count from the end: compiled, looking up takes up to half as long.
    begin, after, target = indptr[:-1].view(np.uint64), indptr[1:].view(np.uint64), graph.target.view(np.uint32)
    near = np.zeros(len(graph.node), np.int32)
    for b in range(first, last):
        sums = third[b]
        sums[: indptr[block[b + 1]]] = 0.0
        for u in range(block[b], block[b + 1]):
            start, end = indptr[u], indptr[u + 1]
            for e in range(start, end):
                near[target[e]] = e - start + 1
            # The first contact has no contact before it.
            for e in range(start + 1, end):
                v, uv = target[e], weight[e]
                indirect, shared = 0.0, 0.0
                for f in range(begin[v], after[v]):
                    w = target[f]
                    if near[w] > 0:
                        g = start + near[w] - 1
                        vw, uw = weight[f], weight[g]
                        indirect += uw * vw * per_total[w]
                        shared += uw * vw
                        sums[f, INDIRECT] += uv * uw * per_total[u]
                        sums[f, SHARED] += uv * uw
                        sums[g, INDIRECT] += uv * vw * per_total[v]
                        sums[g, SHARED] += uv * vw
                sums[e, INDIRECT] += indirect
                sums[e, SHARED] += shared
            for e in range(start, end):
                near[target[e]] = 0


@kernel
def add_pairs(graph: Oriented, block: Ints, nodes: Nodes, third: Floats) -> None:
    """Compute constraint and redundancy (contacts minus effective size); the sums of all blocks end up in the last."""
    indptr, target, weight = graph.indptr, graph.target, graph.weight
    _, per_total, largest, constraint, redundancy = nodes
    blocks = len(third)
    sums = third[blocks - 1]
    for b in range(blocks):
        for u in range(block[b], block[b + 1]):
            for e in range(indptr[u], indptr[u + 1]):
                # Pairs of this block have no triangle that is listed from an earlier one.
                for other in range(b, blocks - 1):
                    sums[e, INDIRECT] += third[other, e, INDIRECT]
                    sums[e, SHARED] += third[other, e, SHARED]
                v, tie = target[e], weight[e] + sums[e, INDIRECT]
                constraint[u] += tie * tie
                constraint[v] += tie * tie
                if sums[e, SHARED] > 0:
                    redundancy[u] += sums[e, SHARED] / largest[v]
                    redundancy[v] += sums[e, SHARED] / largest[u]
    for u in range(len(per_total)):
        constraint[u] *= per_total[u] * per_total[u]
        redundancy[u] *= per_total[u]

"""A whole graph in the form in which triangles are found quickly."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Arcs, Ints, Oriented
from netwerkanalyse.kernels._jit import inner, kernel

# i, j = nodes, a = arcs, e = pairs in the orientation.

FORTH, BACK = 1, 2


class Ranks(NamedTuple):
    """How many tied others every node has, and its place in the order of that number (ties by position)."""

    degree: Ints
    rank: Ints


@kernel
def count_pairs(arcs: Arcs, ranks: Ranks) -> None:
    """Find the arc back of every arc and count the tied others of every node."""
    for i in range(len(ranks.degree)):
        for a in range(arcs.indptr[i], arcs.indptr[i + 1]):
            j = arcs.target[a]
            back = _find(arcs, j, i)
            arcs.reverse[a] = back
            if back < 0 or i < j:
                ranks.degree[i] += 1
                ranks.degree[j] += 1


@inner
def _find(arcs: Arcs, i: int, j: int) -> int:
    """Find the arc from i to j by halving, -1 when there is none."""
    low, high = arcs.indptr[i], arcs.indptr[i + 1]
    end = high
    while low < high:
        middle = (low + high) // 2
        if arcs.target[middle] < j:
            low = middle + 1
        else:
            high = middle
    return low if low < end and arcs.target[low] == j else -1


@kernel
def orient(arcs: Arcs, ranks: Ranks, out: Oriented) -> None:
    """List every pair at its end of lower rank; the lists start at ``out.indptr``, which is filled here."""
    nodes = len(ranks.rank)
    place = np.zeros(nodes + 1, np.int64)
    for i in range(nodes):
        for a in range(arcs.indptr[i], arcs.indptr[i + 1]):
            j = arcs.target[a]
            if arcs.reverse[a] < 0 or i < j:
                place[i if ranks.rank[i] < ranks.rank[j] else j] += 1
    filled = 0
    for i in range(nodes):
        out.indptr[i] = filled
        filled += place[i]
        place[i] = out.indptr[i]
    out.indptr[nodes] = filled
    for i in range(nodes):
        for a in range(arcs.indptr[i], arcs.indptr[i + 1]):
            j, reverse = arcs.target[a], arcs.reverse[a]
            if reverse < 0 or i < j:
                there = arcs.weight[a]
                home = 0.0 if reverse < 0 else arcs.weight[reverse]
                both = reverse >= 0
                if ranks.rank[i] < ranks.rank[j]:
                    e = place[i]
                    place[i] += 1
                    out.target[e], out.forth[e], out.back[e] = j, there, home
                    out.arcs[e] = FORTH | BACK if both else FORTH
                else:
                    e = place[j]
                    place[j] += 1
                    out.target[e], out.forth[e], out.back[e] = i, home, there
                    out.arcs[e] = FORTH | BACK if both else BACK

"""How large the largest part of a graph still is while nodes fall away one by one."""

import numpy as np

from netwerkanalyse.kernels._arrays import Floats, Ints, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# d = draws, k = how many nodes are gone, i and j = nodes, a = arcs.


@kernel
def giant_sizes(orders: Ints, indptr: Ints, indices: Numbers, out: Floats) -> None:
    """Write in ``out[d, k]`` the size of the largest part when the first ``k + 1`` nodes of order ``d`` are gone.

    Nodes are put back from the last to the first, since joining parts is quicker than splitting them. Every tie
    stands in both directions.
    """
    draws, nodes = orders.shape
    parent, size = np.empty(nodes, np.int64), np.empty(nodes, np.int64)
    for d in range(draws):
        parent[:] = -1
        largest = 0
        for k in range(nodes - 1, -1, -1):
            out[d, k] = largest
            i = orders[d, k]
            parent[i], size[i] = i, 1
            for a in range(indptr[i], indptr[i + 1]):
                if parent[indices[a]] >= 0:
                    _join(parent, size, i, indices[a])
            largest = max(largest, size[_root(parent, i)])


@inner
def _join(parent: Ints, size: Ints, i: int, j: int) -> None:
    """Make one part of the parts of two nodes; the smaller hangs on the larger."""
    i, j = _root(parent, i), _root(parent, j)
    if i != j:
        if size[i] < size[j]:
            i, j = j, i
        parent[j] = i
        size[i] += size[j]


@inner
def _root(parent: Ints, i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i

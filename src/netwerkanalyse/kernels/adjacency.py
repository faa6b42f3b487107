"""From a list of ties to neighbour lists."""

import numpy as np

from netwerkanalyse.kernels._arrays import Graph
from netwerkanalyse.kernels._jit import kernel

# c = client, a and b = people within the client, e = ties.


@kernel
def neighbours(first: int, last: int, graph: Graph) -> None:
    """Fill ``graph.indptr`` and ``graph.indices``: both directions of every tie, in the order of the ties.

    The last offset, the number of neighbours in all, is for the caller to set.
    """
    most = np.max(np.diff(graph.people[first : last + 1])) if last > first else 0
    place = np.zeros(most, np.int64)
    for c in range(first, last):
        base, n = graph.people[c], graph.people[c + 1] - graph.people[c]
        place[:n] = 0
        for e in range(graph.start[c], graph.start[c + 1]):
            place[graph.source[e]] += 1
            place[graph.target[e]] += 1
        filled = 2 * graph.start[c]
        for a in range(n):
            graph.indptr[base + a] = filled
            filled += place[a]
            place[a] = graph.indptr[base + a]
        for e in range(graph.start[c], graph.start[c + 1]):
            a, b = graph.source[e], graph.target[e]
            graph.indices[place[a]] = b
            graph.indices[place[b]] = a
            place[a] += 1
            place[b] += 1

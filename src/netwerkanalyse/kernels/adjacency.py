"""From a list of ties to neighbour lists."""

import numpy as np

from netwerkanalyse.kernels._arrays import Graph
from netwerkanalyse.kernels._jit import kernel

# c = client, a and b = people within the client, e = ties.


@kernel
def neighbours(first: int, last: int, graph: Graph) -> None:
    """Fill ``graph.indices``, both directions of every tie.

    ``graph.indptr`` must hold the running degree counts. Neighbours stand in the order of the ties.
    """
    for c in range(first, last):
        base = graph.people[c]
        filled = np.zeros(graph.people[c + 1] - base, np.int64)
        for e in range(graph.start[c], graph.start[c + 1]):
            a, b = graph.source[e], graph.target[e]
            graph.indices[graph.indptr[base + a] + filled[a]] = b
            graph.indices[graph.indptr[base + b] + filled[b]] = a
            filled[a] += 1
            filled[b] += 1

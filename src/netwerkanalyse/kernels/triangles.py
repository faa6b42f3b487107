"""How many contacts of every node of a whole graph are tied to each other, from one listing of its triangles."""

import numpy as np

from netwerkanalyse.kernels._arrays import Ints, Oriented
from netwerkanalyse.kernels._jit import kernel

# b = blocks of places, u, v, w = corners of a triangle, e and f = pairs in the orientation.

PAIRS, ARCS = 0, 1


@kernel
def triangles(first: int, last: int, graph: Oriented, block: Ints, out: Ints) -> None:
    """Count by place the tied pairs of contacts and the arcs among contacts.

    ``out[b, :, PAIRS]`` and ``out[b, :, ARCS]`` are of the triangles that are listed from block ``b``; zero before.
    """
    indptr, target, arcs = graph.indptr, graph.target, graph.arcs
    near = np.zeros(len(graph.node), np.int32)
    for b in range(first, last):
        counts = out[b]
        for u in range(block[b], block[b + 1]):
            start, end = indptr[u], indptr[u + 1]
            for e in range(start, end):
                near[target[e]] = e - start + 1
            # The first contact has no contact before it.
            for e in range(start + 1, end):
                v, uv = target[e], (arcs[e] & 1) + (arcs[e] >> 1)
                for f in range(indptr[v], indptr[v + 1]):
                    w = target[f]
                    if near[w] > 0:
                        vw, uw = arcs[f], arcs[start + near[w] - 1]
                        counts[u, PAIRS] += 1
                        counts[v, PAIRS] += 1
                        counts[w, PAIRS] += 1
                        counts[u, ARCS] += (vw & 1) + (vw >> 1)
                        counts[v, ARCS] += (uw & 1) + (uw >> 1)
                        counts[w, ARCS] += uv
            for e in range(start, end):
                near[target[e]] = 0

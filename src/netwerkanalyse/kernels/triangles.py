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
    indptr, arcs = graph.indptr, graph.arcs
    # Read as numbers without a sign, which cannot count from the end: compiled, looking up takes up to half as long.
    begin, after, target = indptr[:-1].view(np.uint64), indptr[1:].view(np.uint64), graph.target.view(np.uint32)
    near = np.zeros(len(graph.node), np.int8)
    for b in range(first, last):
        counts = out[b]
        for u in range(block[b], block[b + 1]):
            start, end = indptr[u], indptr[u + 1]
            for e in range(start, end):
                near[target[e]] = (arcs[e] & 1) + (arcs[e] >> 1)
            # The first contact has no contact before it.
            for e in range(start + 1, end):
                v = target[e]
                for f in range(begin[v], after[v]):
                    w = target[f]
                    if near[w] > 0:
                        vw = arcs[f]
                        counts[u, PAIRS] += 1
                        counts[v, PAIRS] += 1
                        counts[w, PAIRS] += 1
                        counts[u, ARCS] += (vw & 1) + (vw >> 1)
                        counts[v, ARCS] += near[w]
                        counts[w, ARCS] += near[v]
            for e in range(start, end):
                near[target[e]] = 0

"""How much of the shortest paths pass every node of a whole graph (Brandes), from several starts at once.

From a start the nodes are met step by step, with the number of shortest paths sigma to each; then, from the farthest
back, every node w collects what depends on it: delta(w) = sigma(w) times the sum over its next nodes v of
(1 + delta(v)) / sigma(v). Eight starts that lie near each other meet most nodes at the same step, so they walk
together, side by side in rows of eight: an arc is looked up once for all of them, and adding a row takes no choices,
since what does not belong to the step at hand is zero.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import Arcs, Floats, Ints
from netwerkanalyse.kernels._jit import inner, kernel

# w = node at hand, v = a next node, a = arc, i = place in the order of meeting, k = lane: one of the starts.

LANES = 8


class Walk(NamedTuple):
    """Room for a walk: a row a node and a lane a start.

    ``steps`` from the start (-1 when not met) and ``paths`` to the node. ``front`` holds what is passed on at the step
    at hand: paths on the way out, (1 + delta) / sigma on the way back, zero elsewhere. ``got`` is what comes in.
    ``order`` lists the nodes met at every step (a node again for every step at which a lane meets it), from
    ``first[step]``; ``seen`` is the last step at which a node was listed.
    """

    steps: npt.NDArray[np.int32]
    paths: Floats
    front: Floats
    got: Floats
    order: npt.NDArray[np.int32]
    first: Ints
    seen: npt.NDArray[np.int32]


@kernel
def betweenness(first: int, last: int, starts: Ints, block: Ints, arcs: Arcs, out: Floats) -> None:
    """Add up what passes every node; ``out[b]`` is of the starts ``block[b] .. block[b + 1] - 1``.

    A block adds up in a row of its own, so that the sums are the same however many threads there are.
    """
    nodes = len(arcs.indptr) - 1
    walk = Walk(
        np.full((nodes, LANES), -1, np.int32),
        np.zeros((nodes, LANES)),
        np.zeros((nodes, LANES)),
        np.zeros((nodes, LANES)),
        np.empty(nodes * LANES + LANES, np.int32),
        np.zeros(nodes + 2, np.int64),
        np.full(nodes, -1, np.int32),
    )
    for b in range(first, last):
        for start in range(block[b], block[b + 1], LANES):
            steps = _out(arcs, walk, starts, start, min(start + LANES, block[b + 1]))
            for step in range(steps - 1, -1, -1):
                _back(arcs, walk, step, out[b])
            walk.front[:] = 0.0
            walk.steps[:] = -1
            walk.seen[:] = -1


@inner
def _out(arcs: Arcs, walk: Walk, starts: Ints, start: int, end: int) -> int:
    """Meet all nodes that can be reached; return how many steps there are, the starts themselves counted."""
    for lane in range(end - start):
        s = starts[start + lane]
        walk.order[lane] = s
        walk.steps[s, lane] = 0
        walk.paths[s, lane] = 1.0
        walk.front[s, lane] = 1.0
    walk.first[0], walk.first[1] = 0, end - start
    step = 0
    while walk.first[step] < walk.first[step + 1]:
        listed = _pass_on(arcs, walk, step)
        _keep_new(walk, step + 1, listed)
        step += 1
    return step


@inner
def _pass_on(arcs: Arcs, walk: Walk, step: int) -> int:
    """Pass the paths of the nodes of this step on along all arcs, and list who got some behind the order."""
    listed = walk.first[step + 1]
    for i in range(walk.first[step], walk.first[step + 1]):
        w = walk.order[i]
        for a in range(arcs.indptr[w], arcs.indptr[w + 1]):
            v = arcs.target[a]
            if walk.seen[v] != step:
                walk.seen[v] = step
                walk.order[listed] = v
                listed += 1
            for k in range(LANES):
                walk.got[v, k] += walk.front[w, k]
    for i in range(walk.first[step], walk.first[step + 1]):
        for k in range(LANES):
            walk.front[walk.order[i], k] = 0.0
    return listed


@inner
def _keep_new(walk: Walk, step: int, listed: int) -> None:
    """Keep, of the nodes that got paths, those that some lane meets for the first time."""
    kept = walk.first[step]
    for i in range(walk.first[step], listed):
        v, new = walk.order[i], False
        for k in range(LANES):
            if walk.steps[v, k] < 0 and walk.got[v, k] > 0:
                walk.steps[v, k] = step
                walk.paths[v, k] = walk.front[v, k] = walk.got[v, k]
                new = True
            walk.got[v, k] = 0.0
        if new:
            walk.order[kept] = v
            kept += 1
    walk.first[step + 1] = kept


@inner
def _back(arcs: Arcs, walk: Walk, step: int, passing: Floats) -> None:
    """Collect what depends on the nodes of this step from the step after it."""
    for i in range(walk.first[step], walk.first[step + 1]):
        w = walk.order[i]
        for a in range(arcs.indptr[w], arcs.indptr[w + 1]):
            for k in range(LANES):
                walk.got[w, k] += walk.front[arcs.target[a], k]
    for i in range(walk.first[step + 1], walk.first[step + 2]):
        for k in range(LANES):
            walk.front[walk.order[i], k] = 0.0
    for i in range(walk.first[step], walk.first[step + 1]):
        w = walk.order[i]
        for k in range(LANES):
            if walk.steps[w, k] == step:
                depends = walk.paths[w, k] * walk.got[w, k]
                walk.front[w, k] = (1 + depends) / walk.paths[w, k]
                passing[w] += depends if step > 0 else 0.0
            walk.got[w, k] = 0.0

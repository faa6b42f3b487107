"""Which core fits a whole graph best: every core of a small graph, or cores improved one node at a time.

A core is a set of nodes; the others are the periphery. How well it fits depends on three numbers only: the size of the
core, and the arcs within it and between it and the periphery. Moving one node changes them by the node's own arcs.
"""

from math import sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import SAME, Flags, Floats, Ints
from netwerkanalyse.kernels._jit import inner, kernel

# v = node, k = size of the core, r = fit.

FULL, NONE, MISSING = range(3)
"""What is expected between core and periphery: all arcs, none, or nothing in particular (left out)."""

NO_FIT = -2.0
"""Stands for a core that cannot be judged; a fit is at least -1."""


class Contacts(NamedTuple):
    """The contacts of every node, from ``indptr``, and how many arcs there are with each: 1 or 2; all of these."""

    indptr: Ints
    target: npt.NDArray[np.int32]
    arcs: Ints
    total: int


class Best(NamedTuple):
    """By variant: the best fit (``NO_FIT`` when there is none), how many cores have it, in how many each node is."""

    fit: Floats
    choices: Ints
    members: Ints


@kernel
def every_core(graph: Contacts, best: Best) -> None:
    """Judge every core; the next one differs in one node, so that all of them take one move each."""
    nodes = len(graph.indptr) - 1
    core, sums = np.zeros(nodes, np.bool_), np.zeros(3, np.int64)
    for number in range(1, 2**nodes):
        v = 0
        while number >> v & 1 == 0:
            v += 1
        _move(graph, core, sums, v)
        for variant in range(3):
            r = _fit(variant, nodes, graph.total, sums)
            if r > best.fit[variant] + SAME:
                best.fit[variant] = r
                best.choices[variant] = 0
                best.members[variant] = 0
            if r > NO_FIT and r > best.fit[variant] - SAME:
                best.choices[variant] += 1
                for u in range(nodes):
                    best.members[variant, u] += core[u]


@kernel
def improve_cores(graph: Contacts, variant: int, cores: Flags, fit: Floats) -> None:
    """Move nodes in or out of every core as long as it fits better, and give the fit of what comes out."""
    nodes = len(graph.indptr) - 1
    sums = np.zeros(3, np.int64)
    for start in range(len(cores)):
        core = cores[start]
        _sum(graph, core, sums)
        r, better = _fit(variant, nodes, graph.total, sums), True
        while better:
            better = False
            for v in range(nodes):
                _move(graph, core, sums, v)
                moved = _fit(variant, nodes, graph.total, sums)
                if moved > r + SAME:
                    r, better = moved, True
                else:
                    _move(graph, core, sums, v)
        fit[start] = r


@inner
def _sum(graph: Contacts, core: Flags, sums: Ints) -> None:
    """Give size, arcs within and arcs between from scratch: empty the core, and put its nodes back one by one."""
    sums[:] = 0
    wanted = core.copy()
    core[:] = False
    for v in range(len(core)):
        if wanted[v]:
            _move(graph, core, sums, v)


@inner
def _move(graph: Contacts, core: Flags, sums: Ints, v: int) -> None:
    """Move node v in or out of the core; ``sums`` are its size, the arcs within and the arcs between."""
    inside, outside = 0, 0
    for e in range(graph.indptr[v], graph.indptr[v + 1]):
        if core[graph.target[e]]:
            inside += graph.arcs[e]
        else:
            outside += graph.arcs[e]
    way = -1 if core[v] else 1
    core[v] = not core[v]
    sums[0] += way
    sums[1] += way * inside
    sums[2] += way * (outside - inside)


@inner
def _fit(variant: int, nodes: int, total: int, sums: Ints) -> float:
    """Correlate the arcs with those of an ideal core and periphery; ``NO_FIT`` when either does not vary."""
    k, within, between = sums[0], sums[1], sums[2]
    cells, arcs, ideal, both = nodes * (nodes - 1), total, k * (k - 1), within
    if variant == FULL:
        ideal += 2 * k * (nodes - k)
        both += between
    elif variant == MISSING:
        cells -= 2 * k * (nodes - k)
        arcs -= between
    spread = float(arcs) * (cells - arcs) * ideal * (cells - ideal)
    return (float(cells) * both - float(arcs) * ideal) / sqrt(spread) if spread > 0 else NO_FIT

"""How joined-up the people around each client are, the client left out."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import Flags, Floats, Graph, Ints
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, n = people, m = ties, a and b = people within the client, e = ties.


class Asked(NamedTuple):
    """What was asked about pairs, per client: pairs listed with an answer, and whether all others have no tie."""

    answered: Ints
    unknown: Ints
    all_asked: Flags


class Cohesion(NamedTuple):
    """Results per client; NaN where undefined. Names are those of the measures."""

    members: Floats
    ties: Floats
    pairs_asked: Floats
    pairs_unknown: Floats
    density: Floats
    density_low: Floats
    density_high: Floats
    ties_without_strength: Floats
    weighted_density: Floats
    components: Floats
    largest_component: Floats
    giant_share: Floats
    component_ratio: Floats
    fragmentation: Floats
    isolates: Floats
    mean_degree: Floats


@kernel
def cohesion(first: int, last: int, graph: Graph, asked: Asked, out: Cohesion) -> None:
    """Measure density, components and fragmentation of every client's network."""
    for c in range(first, last):
        n = graph.people[c + 1] - graph.people[c]
        m = graph.start[c + 1] - graph.start[c]
        out.members[c] = n
        out.ties[c] = m
        _densities(c, n, m, graph, asked, out)
        _components(c, n, graph, out)
        if n > 0:
            out.mean_degree[c] = 2 * m / n


@inner
def _densities(c: int, n: int, m: int, graph: Graph, asked: Asked, out: Cohesion) -> None:
    pairs = n * (n - 1) // 2
    unknown = asked.unknown[c] if asked.all_asked[c] else pairs - asked.answered[c]
    out.pairs_asked[c] = pairs - unknown
    out.pairs_unknown[c] = unknown
    total, without = 0.0, 0
    for e in range(graph.start[c], graph.start[c + 1]):
        if np.isnan(graph.weight[e]):
            without += 1
        else:
            total += graph.weight[e]
    out.ties_without_strength[c] = without
    if pairs > 0:
        out.density_low[c] = m / pairs
        out.density_high[c] = (m + unknown) / pairs
    if pairs > unknown:
        out.density[c] = m / (pairs - unknown)
        if without == 0:
            out.weighted_density[c] = total / (pairs - unknown)


@inner
def _components(c: int, n: int, graph: Graph, out: Cohesion) -> None:
    parent = np.arange(n)
    for e in range(graph.start[c], graph.start[c + 1]):
        a, b = _root(parent, graph.source[e]), _root(parent, graph.target[e])
        if a != b:
            parent[b] = a
    size = np.zeros(n, np.int64)
    for a in range(n):
        size[_root(parent, a)] += 1
    components, largest, isolates, reachable = 0, 0, 0, 0
    for a in range(n):
        if size[a] > 0:
            components += 1
            largest = max(largest, size[a])
            isolates += size[a] == 1
            reachable += size[a] * (size[a] - 1)
    out.components[c] = components
    out.largest_component[c] = largest
    out.isolates[c] = isolates
    if n > 0:
        out.giant_share[c] = largest / n
    if n > 1:
        out.component_ratio[c] = (components - 1) / (n - 1)
        out.fragmentation[c] = 1 - reachable / (n * (n - 1))


@inner
def _root(parent: Ints, a: int) -> int:
    while parent[a] != a:
        parent[a] = parent[parent[a]]
        a = parent[a]
    return a

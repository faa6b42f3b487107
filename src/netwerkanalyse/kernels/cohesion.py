"""How joined-up the people around each client are, the client left out."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import UNKNOWN, Floats, Graph, Ints, Listed, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, n = people, m = ties, a and b = people within the client, e = ties.


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
def cohesion(first: int, last: int, graph: Graph, listed: Listed, out: Cohesion) -> None:
    """Measure density, components and fragmentation of every client's network."""
    most = np.max(np.diff(graph.people[first : last + 1])) if last > first else 0
    group, size = np.empty(most, np.int64), np.empty(most, np.int64)
    for c in range(first, last):
        n = graph.people[c + 1] - graph.people[c]
        begin, end = graph.start[c], graph.start[c + 1]
        pairs, m = n * (n - 1) // 2, end - begin
        unknown = _unknown(listed.state[listed.start[c] : listed.start[c + 1]], pairs, listed.all_asked[c])
        strength, without = _strength(graph.weight[begin:end])
        components, largest, reachable = _components(graph.source[begin:end], graph.target[begin:end], group[:n], size)
        out.members[c] = n
        out.ties[c] = m
        out.pairs_asked[c] = pairs - unknown
        out.pairs_unknown[c] = unknown
        out.ties_without_strength[c] = without
        asked = n < 2 or pairs > unknown  # where nothing was asked, nothing is known of groups
        if asked:
            out.components[c] = components
            out.largest_component[c] = largest
            out.isolates[c] = _isolates(graph.indptr[graph.people[c] : graph.people[c + 1] + 1])
        if asked and n > 0:
            out.mean_degree[c] = 2 * m / n
            out.giant_share[c] = largest / n
        if n > 1:
            out.density_low[c] = m / pairs
            out.density_high[c] = (m + unknown) / pairs
        if pairs > unknown:
            out.component_ratio[c] = (components - 1) / (n - 1)
            out.fragmentation[c] = 1 - reachable / pairs
            out.density[c] = m / (pairs - unknown)
            if without == 0:
                out.weighted_density[c] = strength / (pairs - unknown)


@inner
def _unknown(state: npt.NDArray[np.int8], pairs: int, all_asked: bool) -> int:
    """Count the pairs nobody asked about. A pair the client does not want is an answer: there is no tie."""
    unknown = 0
    for e in range(len(state)):
        unknown += state[e] == UNKNOWN
    return unknown if all_asked else pairs - (len(state) - unknown)


@inner
def _strength(weight: Floats) -> tuple[float, int]:
    """Add up the strengths that are known, and count the others."""
    total, without = 0.0, 0
    for e in range(len(weight)):
        if np.isnan(weight[e]):
            without += 1
        else:
            total += weight[e]
    return total, without


@inner
def _components(source: Numbers, target: Numbers, group: Ints, size: Ints) -> tuple[int, int, int]:
    """Merge the groups of people who have a tie; give their number, the largest, and the pairs within groups.

    A merged group is renumbered in a plain sweep: on small networks quicker than following pointers.
    """
    n = len(group)
    components, largest, reachable = n, min(n, 1), 0
    for a in range(n):
        group[a] = a
        size[a] = 1
    for e in range(len(source)):
        kept, gone = group[source[e]], group[target[e]]
        if kept != gone:
            for a in range(n):
                group[a] = kept if group[a] == gone else group[a]
            components -= 1
            reachable += size[kept] * size[gone]
            size[kept] += size[gone]
            largest = max(largest, size[kept])
    return components, largest, reachable


@inner
def _isolates(indptr: Ints) -> int:
    """Count the people without a tie."""
    isolates = 0
    for a in range(len(indptr) - 1):
        isolates += indptr[a] == indptr[a + 1]
    return isolates

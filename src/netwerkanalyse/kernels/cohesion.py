"""How joined-up the people around each client are, the client left out."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import LAST, WORD, Contacts, Floats, Ints, Numbers, Ties
from netwerkanalyse.kernels._jit import inner, kernel, ones

# c = client, n = people, m = ties, a and b = people within the client, e = ties, w = words of bits.


class Cohesion(NamedTuple):
    """Results per client; NaN where undefined. Names are those of the measures."""

    members: Ints
    ties: Ints
    pairs: Ints
    pairs_asked: Ints
    pairs_unknown: Ints
    density: Floats
    density_low: Floats
    density_high: Floats
    ties_without_strength: Ints
    weighted_density: Floats
    components: Floats
    largest_component: Floats
    giant_share: Floats
    component_ratio: Floats
    fragmentation: Floats
    isolates: Floats
    mean_degree: Floats


@kernel
def cohesion(first: int, last: int, ties: Ties, contacts: Contacts, out: Cohesion) -> None:
    """Measure density, components and fragmentation of every client's network."""
    most = np.max(np.diff(ties.people[first : last + 1])) if last > first else 0
    group, size = np.empty(most, np.int64), np.empty(most, np.int64)
    for c in range(first, last):
        n = ties.people[c + 1] - ties.people[c]
        begin, end = ties.start[c], ties.start[c + 1]
        pairs, m = n * (n - 1) // 2, end - begin
        unknown = _unknown(contacts.unknown[contacts.start[c] : contacts.start[c + 1]])
        strength, without = _strength(ties.weight[begin:end])
        components, largest, reachable = _components(ties.source[begin:end], ties.target[begin:end], group[:n], size)
        out.members[c] = n
        out.ties[c] = m
        out.pairs[c], out.pairs_asked[c] = pairs, pairs - unknown
        out.pairs_unknown[c] = unknown
        out.ties_without_strength[c] = without
        asked = n < 2 or pairs > unknown  # where nothing was asked, nothing is known of groups
        if asked:
            out.components[c] = components
            out.largest_component[c] = largest
            out.isolates[c] = _isolates(contacts.yes[contacts.start[c] : contacts.start[c + 1]], size[:n])
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
def _unknown(rows: Ints) -> int:
    """Count the pairs nobody asked about. A pair the client does not want is an answer: there is no tie."""
    unknown = 0
    for w in range(len(rows)):
        unknown += ones(rows[w])
    return unknown // 2


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
def _isolates(rows: Ints, met: Ints) -> int:
    """Count the people without a tie; ``met`` is room for all."""
    n, isolates = len(met), 0
    met[:] = 0
    for w in range((n + LAST) >> WORD):
        for a in range(n):
            met[a] |= rows[w * n + a]
    for a in range(n):
        isolates += met[a] == 0
    return isolates

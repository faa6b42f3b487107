"""Whether ties around the client run within groups of people or between them, such as naasten and professionals."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import NO, UNKNOWN, UNWANTED, YES, Floats, Ints, Listed, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, a = person within the client, e = listed pairs.

BETWEEN, WITHIN, BLANK = range(3)


class Groups(NamedTuple):
    """The group of everybody around every client: -1 when not known, otherwise below ``number``."""

    people: Ints
    group: Numbers
    number: int


class Mixing(NamedTuple):
    """Results per client; NaN where undefined. Names end the names of the measures, after what groups people."""

    ties: Floats
    ties_external: Floats
    ties_internal: Floats
    ties_blank: Floats
    pairs_external: Floats
    pairs_internal: Floats
    ei: Floats
    ei_rescaled: Floats


@kernel
def mixing(first: int, last: int, listed: Listed, groups: Groups, out: Mixing) -> None:
    """Count ties within and between groups, and the pairs that were asked about."""
    met, count = np.zeros(groups.number + 1, np.int64), np.zeros((3, 4), np.int64)
    for c in range(first, last):
        group = groups.group[groups.people[c] : groups.people[c + 1]]
        begin, end = listed.start[c], listed.start[c + 1]
        _count(listed.source[begin:end], listed.target[begin:end], listed.state[begin:end], group, count)
        external, internal = count[BETWEEN, YES], count[WITHIN, YES]
        if listed.all_asked[c]:
            pairs, pairs_internal = _pairs(group, met)
            pairs_external = pairs - pairs_internal - count[BETWEEN, UNKNOWN]
            pairs_internal -= count[WITHIN, UNKNOWN]
        else:
            pairs_external = external + count[BETWEEN, NO] + count[BETWEEN, UNWANTED]
            pairs_internal = internal + count[WITHIN, NO] + count[WITHIN, UNWANTED]
        out.ties[c] = external + internal
        out.ties_external[c] = external
        out.ties_internal[c] = internal
        out.ties_blank[c] = count[BLANK, YES]
        out.pairs_external[c] = pairs_external
        out.pairs_internal[c] = pairs_internal
        if external + internal > 0:
            out.ei[c] = (external - internal) / (external + internal)
            if pairs_external > 0 and pairs_internal > 0:
                outside, inside = external / pairs_external, internal / pairs_internal
                out.ei_rescaled[c] = (outside - inside) / (outside + inside)


@inner
def _count(source: Numbers, target: Numbers, state: npt.NDArray[np.int8], group: Numbers, count: Ints) -> None:
    """Count listed pairs between groups, within them, and of which a group is not known, by their state."""
    count[:] = 0
    for e in range(len(state)):
        mine, yours = group[source[e]], group[target[e]]
        sort = BLANK if min(mine, yours) < 0 else int(mine == yours)
        count[sort, state[e]] += 1


@inner
def _pairs(group: Numbers, met: Ints) -> tuple[int, int]:
    """Count the pairs of people whose groups are known, and those of one group. ``met`` is zero before and after.

    Who are blank are first taken for a group, without asking at every turn, and then left out.
    """
    blank, within = 0, 0
    for a in range(len(group)):
        blank += group[a] < 0
        within += met[group[a] + 1]
        met[group[a] + 1] += 1
    for a in range(len(group)):
        met[group[a] + 1] = 0
    known = len(group) - blank
    return known * (known - 1) // 2, within - blank * (blank - 1) // 2

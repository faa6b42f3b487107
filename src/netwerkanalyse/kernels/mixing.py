"""Whether ties around the client run within groups of people or between them, such as naasten and professionals."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import UNKNOWN, YES, Floats, Ints, Listed, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, a = person within the client, e = listed pairs.

BETWEEN, WITHIN = range(2)
TIE, NO_TIE, NOT_KNOWN = range(3)


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
    met, count = np.zeros(groups.number, np.int64), np.zeros((2, 3), np.int64)
    for c in range(first, last):
        group = groups.group[groups.people[c] : groups.people[c + 1]]
        begin, end = listed.start[c], listed.start[c + 1]
        source, target, state = listed.source[begin:end], listed.target[begin:end], listed.state[begin:end]
        out.ties_blank[c] = _count(source, target, state, group, count)
        external, internal = count[BETWEEN, TIE], count[WITHIN, TIE]
        if listed.all_asked[c]:
            pairs, pairs_internal = _pairs(group, met)
            pairs_external = pairs - pairs_internal - count[BETWEEN, NOT_KNOWN]
            pairs_internal -= count[WITHIN, NOT_KNOWN]
        else:
            pairs_external = external + count[BETWEEN, NO_TIE]
            pairs_internal = internal + count[WITHIN, NO_TIE]
        out.ties[c] = external + internal
        out.ties_external[c] = external
        out.ties_internal[c] = internal
        out.pairs_external[c] = pairs_external
        out.pairs_internal[c] = pairs_internal
        if external + internal > 0:
            out.ei[c] = (external - internal) / (external + internal)
            if pairs_external > 0 and pairs_internal > 0:
                outside, inside = external / pairs_external, internal / pairs_internal
                out.ei_rescaled[c] = (outside - inside) / (outside + inside)


@inner
def _count(source: Numbers, target: Numbers, state: npt.NDArray[np.int8], group: Numbers, count: Ints) -> int:
    """Count listed pairs between and within groups by their answer; return the ties of which a group is not known."""
    count[:] = 0
    blank = 0
    for e in range(len(state)):
        mine, yours = group[source[e]], group[target[e]]
        answer = TIE if state[e] == YES else NOT_KNOWN if state[e] == UNKNOWN else NO_TIE
        if mine < 0 or yours < 0:
            blank += answer == TIE
        else:
            count[WITHIN if mine == yours else BETWEEN, answer] += 1
    return blank


@inner
def _pairs(group: Numbers, met: Ints) -> tuple[int, int]:
    """Count the pairs of people whose groups are known, and those of one group. ``met`` is zero before and after."""
    known, within = 0, 0
    for a in range(len(group)):
        if group[a] >= 0:
            known += 1
            within += met[group[a]]
            met[group[a]] += 1
    for a in range(len(group)):
        if group[a] >= 0:
            met[group[a]] = 0
    return known * (known - 1) // 2, within

"""Which naaste and professional, who have contact, also sat together with the client not long ago."""

from typing import NamedTuple

from netwerkanalyse.kernels._arrays import FORMAL, INFORMAL, YES, Floats, Ints, Listed, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, a and b = people within the client, e = listed pairs, r = rows of attendance.


class Present(NamedTuple):
    """Who was at which meeting, client by client."""

    start: Ints
    meeting: Ints
    person: Numbers


@kernel
def met_together(
    first: int, last: int, listed: Listed, people: Ints, side: Numbers, present: Present, out: Floats
) -> None:
    """Count the pairs with a tie, one on the informal and one on the formal side, that were at a same meeting."""
    for c in range(first, last):
        begin, end = present.start[c], present.start[c + 1]
        meeting, person = present.meeting[begin:end], present.person[begin:end]
        own = side[people[c] : people[c + 1]]
        out[c] = 0
        for e in range(listed.start[c], listed.start[c + 1]):
            a, b = listed.source[e], listed.target[e]
            across = (own[a] == INFORMAL) & (own[b] == FORMAL) | (own[a] == FORMAL) & (own[b] == INFORMAL)
            if across and listed.state[e] == YES and _met(a, b, meeting, person):
                out[c] += 1


@inner
def _met(a: int, b: int, meeting: Ints, person: Numbers) -> bool:
    """Tell whether both were at one meeting. Few people come to few meetings, so looking at all is quick."""
    for r in range(len(person)):
        if person[r] == a:
            for other in range(len(person)):
                if person[other] == b and meeting[other] == meeting[r]:
                    return True
    return False

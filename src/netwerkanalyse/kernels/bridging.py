"""Contact between two sides around each client: naasten and professionals, or those of them who matter most."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import (
    FORMAL,
    INFORMAL,
    NO,
    UNKNOWN,
    UNWANTED,
    YES,
    Codes,
    Floats,
    Graph,
    Ints,
    Listed,
    Numbers,
)
from netwerkanalyse.kernels._jit import inner, kernel

# c = client, n = people, a and b = people within the client (a informal, b formal), e = listed pairs, i = neighbours.


class Bridging(NamedTuple):
    """Results per client; NaN where undefined. Names end the names of the measures."""

    informal: Floats
    formal: Floats
    pairs: Floats
    pairs_asked: Floats
    pairs_unknown: Floats
    ties: Floats
    density: Floats
    density_low: Floats
    density_high: Floats
    informal_linkable: Floats
    informal_linked: Floats
    informal_linked_share: Floats
    informal_linked_share_high: Floats
    formal_linkable: Floats
    formal_linked: Floats
    formal_linked_share: Floats
    formal_linked_share_high: Floats
    all_ties: Floats
    relative: Floats
    robustness: Floats


@kernel
def bridging(first: int, last: int, listed: Listed, people: Ints, side: Codes, out: Bridging) -> None:
    """Count pairs and contacts of the two sides, and who has a contact on the other side.

    ``side`` tells of everybody whether they are on the informal side, the formal side, or on neither. A pair that the
    client does not want takes no part.
    """
    most = np.max(np.diff(people[first : last + 1])) if last > first else 0
    answers = np.empty((most, 4), np.int64)
    for c in range(first, last):
        own = side[people[c] : people[c + 1]]
        begin, end, all_asked = listed.start[c], listed.start[c + 1], listed.all_asked[c]
        informal, formal = _sizes(own)
        out.informal[c], out.formal[c] = informal, formal
        source, target, state = listed.source[begin:end], listed.target[begin:end], listed.state[begin:end]
        all_ties, overall = _count(source, target, state, own, answers, all_asked)
        pairs, unknown, linkable, linked, share, most_share = _links(INFORMAL, formal, own, answers, all_asked)
        ties = _ties(own, answers)
        out.pairs[c], out.pairs_asked[c], out.pairs_unknown[c] = pairs, pairs - unknown, unknown
        out.ties[c], out.all_ties[c] = ties, all_ties
        if pairs > 0:
            out.density_low[c], out.density_high[c] = ties / pairs, (ties + unknown) / pairs
        if pairs > unknown:
            out.density[c] = ties / (pairs - unknown)
            if all_ties > 0:
                out.relative[c] = out.density[c] / overall
        out.informal_linkable[c], out.informal_linked[c] = linkable, linked
        out.informal_linked_share[c], out.informal_linked_share_high[c] = share, most_share
        _, _, linkable, linked, share, most_share = _links(FORMAL, informal, own, answers, all_asked)
        out.formal_linkable[c], out.formal_linked[c] = linkable, linked
        out.formal_linked_share[c], out.formal_linked_share_high[c] = share, most_share


@inner
def _sizes(own: Codes) -> tuple[int, int]:
    informal, formal = 0, 0
    for a in range(len(own)):
        informal += own[a] == INFORMAL
        formal += own[a] == FORMAL
    return informal, formal


@inner
def _count(
    source: Numbers, target: Numbers, state: npt.NDArray[np.int8], own: Codes, answers: Ints, all_asked: bool
) -> tuple[int, float]:
    """Count for everybody the answers about pairs with the other side; return the ties of all, and their density."""
    ties, unknown, n = 0, 0, len(own)
    for a in range(n):
        answers[a, YES], answers[a, NO], answers[a, UNKNOWN], answers[a, UNWANTED] = 0, 0, 0, 0
    for e in range(len(state)):
        a, b = source[e], target[e]
        ties += state[e] == YES
        unknown += state[e] == UNKNOWN
        # Added up rather than branched on: which pairs run across cannot be foreseen by the processor.
        across = (own[a] == INFORMAL) & (own[b] == FORMAL) | (own[a] == FORMAL) & (own[b] == INFORMAL)
        answers[a, state[e]] += across
        answers[b, state[e]] += across
    asked = n * (n - 1) // 2 - unknown if all_asked else len(state) - unknown
    return ties, ties / asked if asked > 0 else np.nan


@inner
def _ties(own: Codes, answers: Ints) -> int:
    """Add up the ties across, each of which was counted at either end."""
    ties = 0
    for a in range(len(own)):
        ties += answers[a, YES]
    return ties // 2


@inner
def _links(
    mine: int, others: int, own: Codes, answers: Ints, all_asked: bool
) -> tuple[int, int, int, int, float, float]:
    """Add up, over one side, pairs and unknown pairs; and who can and do have a contact, with the share and its bound.

    Who may have no contact with anybody there, by the client's wish, is left out.
    """
    pairs, pairs_unknown, linkable, linked, maybe = 0, 0, 0, 0, 0
    for a in range(len(own)):
        if own[a] == mine:
            wanted = others - answers[a, UNWANTED]
            tied = answers[a, YES]
            unknown = answers[a, UNKNOWN] if all_asked else wanted - tied - answers[a, NO]
            pairs += wanted
            pairs_unknown += unknown
            linkable += wanted > 0
            linked += tied > 0
            maybe += tied + unknown > 0
    share = linked / linkable if pairs > pairs_unknown else np.nan
    return pairs, pairs_unknown, linkable, linked, share, maybe / linkable if linkable > 0 else np.nan


@kernel
def robustness(first: int, last: int, graph: Graph, side: Codes, out: Bridging) -> None:
    """Count how many people must drop out before no contact between the sides is left, where any pair was asked about.

    That is the size of the largest matching between them (König). The numbers of pairs must be in ``out``.
    """
    most = np.max(np.diff(graph.people[first : last + 1])) if last > first else 0
    partner, queue = np.empty(most, np.int64), np.empty(most, np.int64)
    seen, came = np.empty(most, np.int64), np.empty(most, np.int64)
    for c in range(first, last):
        own = side[graph.people[c] : graph.people[c + 1]]
        indptr = graph.indptr[graph.people[c] : graph.people[c + 1] + 1]
        if out.pairs_asked[c] > 0:
            out.robustness[c] = _matching(indptr, graph.indices, own, partner, queue, seen, came)


@inner
def _matching(indptr: Ints, indices: Numbers, own: Codes, partner: Ints, queue: Ints, seen: Ints, came: Ints) -> int:
    """Find a partner for as many as possible, in turn, if need be by finding others for those who have one.

    ``seen[b]`` is the last person whose search met ``b``, and ``came[b]`` from whom.
    """
    matched = 0
    partner[: len(own)] = -1
    seen[: len(own)] = -1
    for root in range(len(own)):
        queue[0] = root
        head, tail = 0, int(own[root] == INFORMAL)
        while head < tail:
            a = queue[head]
            head += 1
            for i in range(indptr[a], indptr[a + 1]):
                b = indices[i]
                if own[b] == FORMAL and seen[b] != root:
                    seen[b], came[b] = root, a
                    if partner[b] < 0:
                        _swap(b, partner, came)
                        matched += 1
                        tail = head
                        break
                    queue[tail] = partner[b]
                    tail += 1
    return matched


@inner
def _swap(b: int, partner: Ints, came: Ints) -> None:
    """Make pairs along the path that ends in ``b``: each with whom they were reached from."""
    while b >= 0:
        a = came[b]
        before = partner[a]
        partner[a] = b
        partner[b] = a
        b = before

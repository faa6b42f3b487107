"""The client between people."""

from math import log

from naive.cohesion import pairs


def burt_share(weights, i, j):
    """p_ij: the part of all i's ties that is with j, in a symmetric table of strengths."""
    return weights[i][j] / sum(weights[i])


def burt_terms(weights, ego):
    """The terms of constraint: (p_ij + what i and j share through others) squared, for everybody j tied to i."""
    nodes = range(len(weights))
    return [
        (
            burt_share(weights, ego, j)
            + sum(burt_share(weights, ego, q) * burt_share(weights, q, j) for q in nodes if q not in {ego, j})
        )
        ** 2
        for j in nodes
        if j != ego
    ]


def burt_effective_size(weights, ego):
    """Over everybody j: 1 minus how redundant j is, sum_q p_iq m_jq."""
    nodes = range(len(weights))
    return sum(
        1 - sum(burt_share(weights, ego, q) * weights[j][q] / max(weights[j]) for q in nodes if q not in {ego, j})
        for j in nodes
        if j != ego
    )


def hierarchy(terms):
    """How unequal the terms of constraint are (Coleman-Theil)."""
    n, ratios = len(terms), [term / (sum(terms) / len(terms)) for term in terms]
    return sum(ratio * log(ratio) for ratio in ratios) / (n * log(n)) if n >= 2 else None


def client_betweenness(n, ties):
    """Each pair without a tie, divided over the two-step paths between them; one of those is the client's."""
    tied = {frozenset(tie) for tie in ties}
    return sum(
        1 / (1 + sum({frozenset((a, q)), frozenset((q, b))} <= tied for q in range(n)))
        for a, b in pairs(n)
        if frozenset((a, b)) not in tied
    )

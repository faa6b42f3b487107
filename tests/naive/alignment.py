"""Agreements and practice: clients as sets of organisations."""

from itertools import combinations
from math import comb


def clients_shared(clients, pair):
    """W: how many clients both organisations have."""
    return sum(set(pair) <= organisations for organisations in clients)


def agreement_coverage(clients, pairs, agreed):
    """The share of shared clients under an agreement, and what it would be if all that is unknown were no, or yes.

    ``agreed`` tells of a pair True, False or None.
    """
    load = {pair: clients_shared(clients, pair) for pair in pairs}
    with_one, without, unknown = (
        sum(load[pair] for pair in pairs if agreed(pair) is answer) for answer in (True, False, None)
    )
    total = with_one + without + unknown
    return (
        with_one / (with_one + without) if with_one + without else None,
        with_one / total if total else None,
        (with_one + unknown) / total if total else None,
    )


def care_density(clients, client):
    """Pollack: the clients that the organisations around a client share, on average by pair."""
    pairs = list(combinations(sorted(clients[client]), 2))
    return sum(clients_shared(clients, pair) for pair in pairs) / len(pairs) if pairs else None


def organisations_tied(people, ties, pair, *, all_asked):
    """Whether two organisations coordinate: yes, unknown, no, or unwanted; ``people`` are organisations or None."""
    couples = [
        (a, b)
        for a, b in combinations(range(len(people)), 2)
        if {people[a], people[b]} == set(pair) and len(set(pair)) > 1
    ]
    found = [ties.get(couple, "no" if all_asked else "unknown") for couple in couples]
    return next(state for state in ("yes", "unknown", "no", "unwanted") if state in found)


def overlap_chance(one, other, common, everybody):
    """The chance that draws of so many clients have at least so many in common."""
    ways = comb(everybody, other)
    least, most = max(common, one + other - everybody, 0), min(one, other)
    return sum(comb(one, k) * comb(everybody - one, other - k) for k in range(least, most + 1)) / ways


def benjamini_hochberg(chances, tests):
    """For every p-value the smallest rate of false finds at which it would be one; the other tests have p = 1."""
    ordered = sorted(chances)
    return [
        min(1.0, *(ordered[rank] * tests / (rank + 1) for rank in range(len(ordered)) if ordered[rank] >= chance))
        for chance in chances
    ]

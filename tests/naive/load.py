"""What contact gives and costs."""

from naive.coverage import in_domain


def relation(helping, hindering):
    """What contact gives and costs, never netted."""
    if helping is None or hindering is None:
        return None
    return {(1, 0): "only_support", (1, 1): "mixed", (0, 1): "only_burden", (0, 0): "neutral"}[
        int(helping > 0), int(hindering > 0)
    ]


def over_capacity(amounts, capacity):
    """More is asked than somebody can give."""
    if capacity is None:
        return None
    known = sum(amount or 0 for amount in amounts)
    return True if known > capacity else None if None in amounts else False


def stress_dependence(rows, needs, weights, costs):
    """The part of coverage that comes from people whose contact costs strength; ``costs`` is a set of people."""
    if any(domain in needs and weights[domain] > 0 and amount is None for _, domain, amount in rows):
        return None
    total = theirs = 0.0
    for domain, need in needs.items():
        amounts = {person: sum(given) for person, given in in_domain(rows, domain).items()}
        if amounts:
            worth = weights[domain] * min(1, sum(amounts.values()) / need)
            total += worth
            theirs += worth * sum(amounts[person] for person in amounts if person in costs) / sum(amounts.values())
    return theirs / total if total else None

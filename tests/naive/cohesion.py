"""How a network hangs together."""

from itertools import combinations


def pairs(n):
    """All pairs among n people."""
    return list(combinations(range(n), 2))


def pairs_unknown(n, answered, unknown, *, all_asked):
    """Pairs nobody asked about: those listed as unknown, and if not all were asked, those not listed."""
    return unknown if all_asked else len(pairs(n)) - answered


def density(n, ties, unknown):
    """Ties over the pairs that were asked about."""
    asked = len(pairs(n)) - unknown
    return len(ties) / asked if n >= 2 and asked > 0 else None


def density_bounds(n, ties, unknown):
    """The density if no unknown pair had a tie, and if every one had."""
    if n < 2:
        return None, None
    return len(ties) / len(pairs(n)), (len(ties) + unknown) / len(pairs(n))


def weighted_density(n, strengths, unknown):
    """The sum of strengths over the pairs asked about, if every strength is known."""
    asked = len(pairs(n)) - unknown
    if n < 2 or asked == 0 or any(strength is None for strength in strengths):
        return None
    return sum(strengths) / asked


def components(n, ties):
    """The groups of people that can reach each other without the client."""
    groups = [{person} for person in range(n)]
    for a, b in ties:
        mine = next(group for group in groups if a in group)
        yours = next(group for group in groups if b in group)
        if mine is not yours:
            groups.remove(yours)
            mine |= yours
    return groups


def giant_share(n, ties):
    """The share of people in the largest group."""
    return max(map(len, components(n, ties))) / n if n else None


def component_ratio(n, ties):
    """(groups - 1) / (n - 1)."""
    return (len(components(n, ties)) - 1) / (n - 1) if n >= 2 else None


def fragmentation(n, ties):
    """The share of pairs that cannot reach each other without the client."""
    if n < 2:
        return None
    groups = components(n, ties)
    apart = [(a, b) for a, b in pairs(n) if not any(a in group and b in group for group in groups)]
    return len(apart) / len(pairs(n))


def isolates(n, ties):
    """People without a tie to anybody but the client."""
    return sum(all(person not in tie for tie in ties) for person in range(n))

"""What is missing.

Answers are True, False or None for "nobody knows"; ``rows`` are those of ``given``.
"""

from itertools import combinations

from naive.cohesion import components, pairs
from naive.coverage import all_of, covered, in_domain


def gap_absent(rows, domain, need):
    """There is a need and nobody supports."""
    return None if need is None else need > 0 and not in_domain(rows, domain)


def gap_short(rows, domain, need):
    """Somebody supports, for less than the need."""
    if need is None:
        return None
    if need == 0 or not in_domain(rows, domain):
        return False
    enough = covered(rows, domain, need)
    return None if enough is None else not enough


def missing(wanted, there):
    """Something is wanted and not there; None when there is no wish, or blank among what is there could be it."""
    if wanted is None:
        return None
    return all_of([None if one is None else one != wanted for one in there])


def gap_wrong_type(need, wanted, types):
    """There is support, but not of the type that is wanted."""
    if need is None:
        return None
    return bool(need) and bool(types) and missing(wanted, types)


def gap_wrong_kind(need, wanted, kinds):
    """Nobody supports of the kind that is wanted."""
    return None if need is None else bool(need) and missing(wanted, kinds)


def induced(people, ties):
    """The ties among some people, who are numbered anew."""
    return [(people.index(a), people.index(b)) for a, b in ties if a in people and b in people]


def contacts(n, ties, meetings, *, all_asked):
    """Pairs that coordinate for sure, and pairs that perhaps do; ``ties`` are (a, b, state)."""
    state = {frozenset(pair): "no" if all_asked else "unknown" for pair in pairs(n)}
    state |= {frozenset((a, b)): present for a, b, present in ties}
    state |= {frozenset(pair): "yes" for people in meetings for pair in combinations(people, 2)}
    return tuple([tuple(pair) for pair in state if state[pair] == wanted] for wanted in ("yes", "unknown"))


def gap_connection(people, tied, perhaps):
    """Supporters fall apart in groups; ``perhaps`` are the pairs of which nobody knows whether they are tied."""
    if len(people) < 2:
        return False
    most = len(components(len(people), induced(people, tied)))
    least = len(components(len(people), induced(people, tied + perhaps)))
    return True if least > 1 else None if most > 1 else False


def view(is_covered, rating):
    """Coverage beside a rating."""
    if is_covered is None or rating is None:
        return None
    return {
        (True, "met"): "in_order",
        (True, "unmet"): "help_does_not_help",
        (False, "met"): "hidden_support",
        (False, "unmet"): "real_gap",
    }[is_covered, rating]


def gap_experienced(need, is_covered, rating):
    """The need is covered and the client calls it unmet."""
    unmet = None if rating is None else rating == "unmet"
    return False if need == 0 else all_of([is_covered, unmet])

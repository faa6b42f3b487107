"""What is there, and what is needed.

Answers are True, False or None for "nobody knows"; ``rows`` are those of ``given``.
"""

from naive.robustness import met


def any_of(answers):
    """Yes when one answer is yes, no when all are no."""
    return True if True in answers else None if None in answers else False


def all_of(answers):
    """No when one answer is no, yes when all are yes."""
    return False if False in answers else None if None in answers else True


def in_domain(rows, domain):
    """Amounts per person in a domain: a dict of lists, None where an amount is unknown."""
    there = [(person, amount) for person, where, amount in rows if where == domain]
    return {person: [amount for who, amount in there if who == person] for person, _ in there}


def supply(rows, domain):
    """The sum of the known amounts in a domain."""
    return sum(amount or 0 for _, where, amount in rows if where == domain)


def domain_coverage(rows, domain, need):
    """The coverage of a domain and its bounds; None without a known need above zero."""
    if not need:
        return None, None, None
    low = min(1, supply(rows, domain) / need)
    unknown = any(where == domain and amount is None for _, where, amount in rows)
    return met(rows, domain, need), low, 1 if unknown else low


def covered(rows, domain, need):
    """Whether the whole of a need is met."""
    found = met(rows, domain, need) if need else None
    return None if found is None else found == 1

"""Who the people are, and how varied."""

from naive.cohesion import pairs


def share(values, wanted):
    """The share of the known values that are the wanted one."""
    known = [value for value in values if value is not None]
    return known.count(wanted) / len(known) if known else None


def blau(values):
    """The chance that two draws, with replacement, differ: 1 - sum of squared shares."""
    known = [value for value in values if value is not None]
    return 1 - sum(share(known, value) ** 2 for value in set(known)) if known else None


def blau_unbiased(values):
    """The share of pairs of different people who differ."""
    known = [value for value in values if value is not None]
    differ = [known[a] != known[b] for a, b in pairs(len(known))]
    return sum(differ) / len(differ) if differ else None


def iqv(values, possible):
    """Blau, relative to an equal spread over all possible categories."""
    diversity = blau(values)
    return None if diversity is None else diversity / (1 - 1 / possible)


def effective_categories(values):
    """So many equally large categories would be as varied."""
    diversity = blau(values)
    return None if diversity is None else 1 / (1 - diversity)


def many_sided(given):
    """From (person, code) rows: how many different codes each person has who has any."""
    return {person: len({code for who, code in given if who == person}) for person, _ in given}

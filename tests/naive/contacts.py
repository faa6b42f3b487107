"""With whom the dated contacts were."""

from itertools import combinations, pairwise


def coc(providers):
    """The chance that two contacts, drawn without putting back, were with the same person."""
    if len(providers) < 2:
        return None
    drawn = list(combinations(providers, 2))
    return sum(a == b for a, b in drawn) / len(drawn)


def upc(providers):
    """The share of contacts with the person who had most."""
    return max(providers.count(one) for one in providers) / len(providers) if providers else None


def hi(providers):
    """The sum of squared shares of contacts."""
    return sum((providers.count(one) / len(providers)) ** 2 for one in set(providers)) if providers else None


def secon(providers):
    """The share of contacts, after the first, with the same person as the one before."""
    steps = list(pairwise(providers))
    return sum(a == b for a, b in steps) / len(steps) if steps else None


def mmci(providers):
    """(1 - people / (contacts + 0.1)) / (1 - 1 / (contacts + 0.1))."""
    n = len(providers) + 0.1
    return (1 - len(set(providers)) / n) / (1 - 1 / n) if providers else None

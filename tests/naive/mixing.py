"""Ties within and between groups."""


def answer_about(pair, listed, *, all_asked):
    """What is known about a pair: what was listed, otherwise no when all pairs were asked about."""
    return listed.get(pair, listed.get(pair[::-1], "no" if all_asked else "unknown"))


def ei_weighted(ties, groups):
    """(strength between - strength within) / all strength, over ties (a, b, strength)."""
    strengths = [strength for *_, strength in ties]
    if None in strengths or not sum(strengths):
        return None
    return sum(w if groups[a] != groups[b] else -w for a, b, w in ties) / sum(strengths)


def ei_rescaled(ties, asked, groups):
    """The E-I index over the share of pairs with a tie, between groups and within them."""
    between = [pair for pair in asked if groups[pair[0]] != groups[pair[1]]]
    within = [pair for pair in asked if groups[pair[0]] == groups[pair[1]]]
    if not between or not within or not ties:
        return None
    outside = sum(pair in ties for pair in between) / len(between)
    inside = sum(pair in ties for pair in within) / len(within)
    return (outside - inside) / (outside + inside)

"""Layers beside each other, read a second time: what rows with blanks say of a pair, and how pairs are counted.

A row is (layer, source, target, present, value, respondent); what is blank is None.
A blank ``present`` says nothing of the pair.
"""

from itertools import combinations

UNDIRECTED = ("cooperation", "agreement")
LOWEST = {"cooperation": 2, "trust": 3}


def said(rows, layer, pair):
    """What was said of a pair, in either order when the layer has no direction."""
    orders = {pair, pair[::-1]} if layer in UNDIRECTED else {pair}
    return [(row[3], row[4]) for row in rows if row[0] == layer and (row[1], row[2]) in orders]


def silent(rows, layer, one):
    """Whether an organisation is listed as asked, and answered about no pair with another."""
    own = [row[3] for row in rows if row[0] == layer and row[1] == one and row[2] != one]
    return bool(own) and "yes" not in own and "no" not in own


def tied(rows, layer, pair, asked):
    """True, False, or None when it is not known."""
    words = said(rows, layer, pair)
    enough = [
        value is None or (value >= LOWEST[layer] if layer in LOWEST else value > 0)
        for present, value in words
        if present == "yes"
    ]
    if enough:
        return any(enough)
    if words:
        return False if "no" in [present for present, _ in words] else None
    answered = layer in UNDIRECTED or not silent(rows, layer, pair[0])
    return False if layer in asked and answered else None


def tied_either_way(rows, layer, pair, asked):
    """Tied in one of both directions; not tied when that is known of both."""
    ways = {tied(rows, layer, pair, asked), tied(rows, layer, pair[::-1], asked)}
    return True if True in ways else None if None in ways else False


def layers_of_pairs(rows, layers, asked, size):
    """For every pair the layers in which it is tied, and those of which it is not known."""
    states = {
        pair: {layer: tied_either_way(rows, layer, pair, asked) for layer in layers if layer != "trust"}
        for pair in combinations(range(size), 2)
    }
    return {
        pair: ([one for one in state if state[one]], [one for one in state if state[one] is None])
        for pair, state in states.items()
    }


def overlap(rows, one, other, asked, size):
    """How many pairs are known in both, tied in both, and tied in either; in order when both layers have direction."""
    pairs = list(combinations(range(size), 2))
    if one in UNDIRECTED or other in UNDIRECTED:
        states = [[tied_either_way(rows, layer, pair, asked) for layer in (one, other)] for pair in pairs]
    else:
        pairs += [pair[::-1] for pair in pairs]
        states = [[tied(rows, layer, pair, asked) for layer in (one, other)] for pair in pairs]
    known = [state for state in states if None not in state]
    return len(known), sum(all(state) for state in known), sum(any(state) for state in known)


def rung(rows, pair, asked):
    """The rung of the ladder on which a pair stands, None when that is not known."""
    words = said(rows, "cooperation", pair)
    yes = [value for present, value in words if present == "yes"]
    if yes:
        given = [value for value in yes if value is not None]
        return int(max(given)) if given else None
    if words:
        return 0 if "no" in [present for present, _ in words] else None
    return 0 if "cooperation" in asked else None

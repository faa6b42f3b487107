"""A region as a whole: layers beside each other, ratings, goals, referrals.

``rows`` are (layer, source, target, present, value, who said so); organisations are numbers.
"""

from itertools import product

from naive.region import reached


def layer_answer(rows, layer, ends, asked, *, ordered):
    """Whether a pair is tied in a layer, in this order or in any: yes, no or unknown."""
    either = {ends} if ordered else {ends, ends[::-1]}
    said = [row[3:5] for row in rows if row[0] == layer and row[1] != row[2] and row[1:3] in either]
    answers = {present for present, _ in said}
    if "yes" in answers:
        lowest = {"cooperation": 2, "trust": 3}.get(layer)
        values = [value for present, value in said if present == "yes"]
        enough = [value is None or (value > 0 if lowest is None else value >= lowest) for value in values]
        return "yes" if any(enough) else "no"
    if "no" in answers:
        return "no"
    # With direction, asked is not answered: not of an organisation whose own rows say yes or no nowhere.
    own = [row[3] for row in rows if row[0] == layer and row[1] == ends[0] != row[2]]
    silent = ordered and own and not {"yes", "no"} & set(own)
    return "no" if not said and layer in asked and not silent else "unknown"


def pair_answer(rows, layer, ends, asked, *, directed):
    """The same in either direction: yes when one of them is, no when both are not."""
    if not directed:
        return layer_answer(rows, layer, ends, asked, ordered=False)
    both = {layer_answer(rows, layer, side, asked, ordered=True) for side in (ends, ends[::-1])}
    return "yes" if "yes" in both else "no" if both == {"no"} else "unknown"


def share_bounds(worlds):
    """The lowest and highest of (part, whole) over all worlds in which there is something to divide by."""
    shares = [part / whole for part, whole in worlds if whole]
    return (min(shares), max(shares)) if shares else (None, None)


def multiplex_worlds(known, unknown, from_layers=2):
    """(pairs in several layers, tied pairs) for every way in which what is unknown can be; layers a pair, open ones."""
    choices = [range(tied, tied + perhaps + 1) for tied, perhaps in zip(known, unknown, strict=True)]
    return [(sum(n >= from_layers for n in world), sum(n >= 1 for n in world)) for world in product(*choices)]


def overlap_worlds(answers):
    """(tied in both, tied in either) for every way in which what is unknown can be; a pair of answers a pair."""
    choices = [
        [(True,) if one == "yes" else (False,) if one == "no" else (True, False) for one in pair] for pair in answers
    ]
    worlds = product(*(product(*pair) for pair in choices))
    return [(sum(map(all, world)), sum(map(any, world))) for world in worlds]


def correlation(pairs):
    """Pearson's correlation of (x, y); None when either does not vary."""
    if not pairs:
        return None
    x, y = zip(*pairs, strict=True)
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    spread_x, spread_y = sum((a - mean_x) ** 2 for a in x), sum((b - mean_y) ** 2 for b in y)
    together = sum((a - mean_x) * (b - mean_y) for a, b in pairs)
    return together / (spread_x * spread_y) ** 0.5 if spread_x > 1e-12 and spread_y > 1e-12 else None


def relabelled(one, other, order, *, directed):
    """The cells known in one matrix and in another of which the rows and columns stand in a new order."""
    n = range(len(one))
    cells = [(i, j) for i in n for j in n if (i != j if directed else i < j)]
    both = [(one[i][j], other[order[i]][order[j]]) for i, j in cells]
    return [(x, y) for x, y in both if x == x and y == y]  # what is missing is not itself


def shares_of_orders(observed, drawn):
    """Of all orders, those with at least and those with at most what was observed."""
    drawn = [value for value in drawn if value is not None]
    return (
        sum(value >= observed - 1e-9 for value in drawn) / len(drawn),
        sum(value <= observed + 1e-9 for value in drawn) / len(drawn),
    )


def connected_pairs(n, arcs, without=()):
    """The pairs of those who are left that are connected in any direction."""
    left = [node for node in range(n) if node not in without]
    ties = {pair for a, b in arcs for pair in ((a, b), (b, a)) if a in left and b in left}
    return {(a, b) for a in left for b in reached(a, ties) if a < b}


def giant(n, arcs, without):
    """The size of the largest part of those who are left."""
    left = [node for node in range(n) if node not in without]
    ties = {pair for a, b in arcs for pair in ((a, b), (b, a)) if a in left and b in left}
    return max((len(reached(node, ties)) for node in left), default=0)


def parts_left(n, arcs, without):
    """Into how many parts those who are left fall."""
    left = [node for node in range(n) if node not in without]
    ties = {pair for a, b in arcs for pair in ((a, b), (b, a)) if a in left and b in left}
    return len({frozenset(reached(node, ties)) for node in left})


def pair_scores(ratings, items, fewest=2):
    """The mean score by (rater, rated), where enough items are answered; nobody rates themselves."""
    pairs = {(rater, rated) for rater, rated, item in ratings if item in items and rater != rated}
    scores = {pair: [ratings[(*pair, item)] for item in items if (*pair, item) in ratings] for pair in pairs}
    return {pair: sum(some) / len(some) for pair, some in scores.items() if len(some) >= fewest}


def trust_centralisation(members, trusting):
    """Freeman's: how far everybody stays behind the one who is trusted by most."""
    times = [sum(rated == one for _, rated in trusting) for one in members]
    return sum(max(times) - one for one in times) / (len(members) - 1) ** 2


def goal_distance(one, other):
    """Of the pairs of goals that both rated, those ordered the other way; a tie in one of them counts for half."""
    goals = sorted(one.keys() & other.keys())

    def sign(scores, a, b):
        return (scores[a] > scores[b]) - (scores[a] < scores[b])

    apart = [abs(sign(one, a, b) - sign(other, a, b)) / 2 for a in goals for b in goals if a < b]
    return sum(apart) / len(apart) if apart else None


def still_waiting(waits, day):
    """Kaplan and Meier: the share that still waits after a day; ``waits`` are (days, happened)."""
    share = 1.0
    for when in sorted({days for days, happened in waits if happened and days <= day}):
        at_risk = sum(days >= when for days, _ in waits)
        share *= 1 - sum(happened and days == when for days, happened in waits) / at_risk
    return share

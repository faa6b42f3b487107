"""A region: who has ties with whom."""

from itertools import combinations, permutations
from math import log

from naive.cohesion import components, pairs


def region_density(answers):
    """Ties over the pairs that were answered with yes or no."""
    asked = [answer for answer in answers if answer in {"yes", "no"}]
    return asked.count("yes") / len(asked) if asked else None


def region_density_bounds(answers):
    """The density if no unanswered pair had a tie, and if every one had."""
    if not answers:
        return None, None
    return answers.count("yes") / len(answers), (len(answers) - answers.count("no")) / len(answers)


def reached(start, arcs):
    """Whom one can get to along arcs, oneself included."""
    found = {start}
    while more := {b for a, b in arcs if a in found} - found:
        found |= more
    return found


def strong_components(n, arcs):
    """The groups within which everybody can get to everybody along arcs."""
    return {frozenset(b for b in reached(a, arcs) if a in reached(b, arcs)) for a in range(n)}


def dyad_census(n, answer):
    """Mutual, asymmetric and null pairs, of the pairs answered from both sides; and the other pairs."""
    sides = [(answer((a, b)), answer((b, a))) for a, b in pairs(n)]
    seen = [pair for pair in sides if set(pair) <= {"yes", "no"}]
    ties = [pair.count("yes") for pair in seen]
    return ties.count(2), ties.count(1), ties.count(0), len(sides) - len(seen)


def ties_returned(n, answer):
    """Of all ties, those that are returned: at least, and at most when it is not known of some."""
    back = [answer((b, a)) for a in range(n) for b in range(n) if a != b and answer((a, b)) == "yes"]
    least = back.count("yes")
    return (least / len(back), (len(back) - back.count("no")) / len(back)) if back else (None, None)


def reciprocity_edgewise(mutual, asymmetric, _null):
    """Of all ties, those that are returned."""
    ties = 2 * mutual + asymmetric
    return 2 * mutual / ties if ties else None


def reciprocity_dyadic(mutual, asymmetric, null):
    """Of all pairs, those that are the same from both sides."""
    dyads = mutual + asymmetric + null
    return (mutual + null) / dyads if dyads else None


def reciprocity_nonnull(mutual, asymmetric, _null):
    """Of all tied pairs, those tied both ways."""
    return mutual / (mutual + asymmetric) if mutual + asymmetric else None


def transitivity(arcs):
    """Of all paths a -> b -> c, those that a -> c closes."""
    paths = [(a, c) for a, b in arcs for d, c in arcs if b == d and a != c]
    return sum(path in arcs for path in paths) / len(paths) if paths else None


def steps(start, end, arcs):
    """The fewest arcs from one to another."""
    found, taken = {start}, 0
    while end not in found:
        more = {b for a, b in arcs if a in found} - found
        if not more:
            return None
        found, taken = found | more, taken + 1
    return taken


def ei(arcs, groups):
    """(ties between - ties within) / all ties."""
    within = sum(groups[a] == groups[b] for a, b in arcs)
    return (len(arcs) - 2 * within) / len(arcs) if arcs else None


def brokerage_role(a, v, b, sectors):
    """The role of v between a and b."""
    first, own, last = sectors[a], sectors[v], sectors[b]
    if first == last:
        return "coordinator" if own == first else "itinerant"
    return "representative" if own == first else "gatekeeper" if own == last else "liaison"


def brokerage_roles(v, arcs, sectors):
    """The role of v for every a and b with a -> v -> b and not a -> b, among those of known sector."""
    if sectors[v] is None:
        return None
    others = [node for node in range(len(sectors)) if node != v and sectors[node] is not None]
    return [
        brokerage_role(a, v, b, sectors)
        for a, b in permutations(others, 2)
        if (a, v) in arcs and (v, b) in arcs and (a, b) not in arcs
    ]


def brokerage_by_chance(sectors, density):
    """Mean and variance of every role of every node, over all networks weighed by their chance."""
    cells = list(permutations(range(len(sectors)), 2))
    sums = {}
    for chosen in range(2 ** len(cells)):
        arcs = {cell for place, cell in enumerate(cells) if chosen >> place & 1}
        chance = density ** len(arcs) * (1 - density) ** (len(cells) - len(arcs))
        for v in range(len(sectors)):
            roles = brokerage_roles(v, arcs, sectors)
            for name in ("coordinator", "itinerant", "representative", "gatekeeper", "liaison"):
                mean, square = sums.get((v, name), (0, 0))
                count = roles.count(name)
                sums[v, name] = (mean + chance * count, square + chance * count**2)
    return {key: (mean, square - mean**2) for key, (mean, square) in sums.items()}


def holes(i, arcs):
    """Burt's measures of node i with ties of weight 1, by their formulas; hierarchy over partners' parts."""

    def both(a, b):
        return ((a, b) in arcs) + ((b, a) in arcs)

    nodes = {end for arc in arcs for end in arc}
    total = {a: sum(both(a, b) for b in nodes) for a in nodes}
    largest = {a: max(both(a, b) for b in nodes) for a in nodes}
    partners = [j for j in nodes if j != i and both(i, j)]
    n = len(partners)
    part = {
        j: (both(i, j) + sum(both(i, q) * both(q, j) / total[q] for q in partners if q != j)) ** 2 / total[i] ** 2
        for j in partners
    }
    size = sum(1 - sum(both(i, q) / total[i] * both(j, q) / largest[j] for q in partners if q != j) for j in partners)
    ties = [both(j, q) for j, q in combinations(partners, 2)]
    constraint = sum(part.values())
    uneven = [share * n / constraint for share in part.values()]
    return {
        "org_constraint": constraint if n else None,
        "org_effective_size": size if n else None,
        "org_efficiency": size / n if n else None,
        "org_hierarchy": sum(r * log(r) for r in uneven) / (n * log(n)) if n > 1 else None,
        "ego_density": sum(ties) / (2 * len(ties)) if ties else None,
        "partner_clustering": sum(tie > 0 for tie in ties) / len(ties) if ties else None,
    }


def connectedness(n, arcs):
    """The share of pairs in the same component."""
    return sum(len(pairs(len(group))) for group in components(n, arcs)) / len(pairs(n)) if n > 1 else None


def reach_hierarchy(n, arcs):
    """Of the pairs of which one reaches the other, those that go one way only."""
    sides = [(b in reached(a, arcs)) + (a in reached(b, arcs)) for a, b in pairs(n)]
    tied = [side for side in sides if side]
    return tied.count(1) / len(tied) if tied else None


def chain_efficiency(n, arcs):
    """One less the share of superfluous ties, over all components together."""
    least = sum(len(group) - 1 for group in components(n, arcs))
    most = sum(len(group) * (len(group) - 1) for group in components(n, arcs))
    return 1 - (len(arcs) - least) / (most - least) if arcs else None


def chain_efficiency_by_part(n, arcs):
    """The efficiency of each component of two or more, weighed by size."""
    parts = [group for group in components(n, arcs) if len(group) > 1]
    values = [
        len(group) * (1 - (sum(a in group for a, _ in arcs) - (len(group) - 1)) / (len(group) - 1) ** 2)
        for group in parts
    ]
    return sum(values) / sum(map(len, parts)) if parts else None


def lubness(n, arcs, *, least=True):
    """Of the pairs in components of three or more beyond the least, those with a least (or else highest) upper bound.

    An upper bound of a pair reaches both. The least one is reached by all of them; the highest one reaches them all.
    """
    reach = {node: reached(node, arcs) for node in range(n)}
    violations = most = 0
    for group in components(n, arcs):
        if len(group) < 3:
            continue
        most += (len(group) - 1) * (len(group) - 2) / 2
        for a, b in combinations(group, 2):
            uppers = [u for u in group if {a, b} <= reach[u]]
            violations += not any(all(u in reach[v] if least else v in reach[u] for v in uppers) for u in uppers)
    return 1 - violations / most if most else None

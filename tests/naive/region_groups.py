"""A region: groups, cores and seams."""

from itertools import combinations, permutations

from naive.layers import correlation
from naive.region import brokerage_role, reached


def joined(nodes, ties):
    """Whether some nodes are in one piece by the ties among them."""
    inside = {(a, b) for a, b in ties if {a, b} <= set(nodes)}
    return not nodes or reached(nodes[0], inside | {(b, a) for a, b in inside}) >= set(nodes)


def withstands(nodes, ties):
    """How many nodes must go before the others fall into pieces; of all-tied nodes all but one."""
    return next(
        gone
        for gone in range(len(nodes))
        if gone == len(nodes) - 1
        or any(not joined([node for node in nodes if node not in out], ties) for out in combinations(nodes, gone))
    )


def groups_of(n):
    """Every group of nodes."""
    return [group for size in range(1, n + 1) for group in combinations(range(n), size)]


def core_fit(n, arcs, core, variant):
    """The correlation of ties with those of an ideal core and periphery."""
    between = {"full": 1, "none": 0, "missing": None}[variant]
    ideal = {2: 1, 1: between, 0: 0}
    cells = [((a, b) in arcs, ideal[(a in core) + (b in core)]) for a, b in permutations(range(n), 2)]
    return correlation([(int(tie), expected) for tie, expected in cells if expected is not None])


def best_cores(n, arcs, variant):
    """The best fit, and every core that has it."""
    fits = {core: core_fit(n, arcs, core, variant) for core in groups_of(n)}
    known = {core: fit for core, fit in fits.items() if fit is not None}
    best = max(known.values(), default=None)
    return best, [core for core, fit in known.items() if abs(fit - best) < 1e-9]


def shared_credit(v, arcs, sectors):
    """What v is credited with by role: for every pair that it brokers, one over the number of its brokers."""
    known = [node for node in range(len(sectors)) if sectors[node] is not None]
    credit = dict.fromkeys(("coordinator", "itinerant", "representative", "gatekeeper", "liaison"), 0.0)
    for a, b in permutations(known, 2):
        brokers = [w for w in known if (a, w) in arcs and (w, b) in arcs and w not in {a, b}]
        if v in brokers and (a, b) not in arcs:
            credit[brokerage_role(a, v, b, sectors)] += 1 / len(brokers)
    return credit


def unsurpassed(candidates):
    """Those whom no other surpasses; a candidate is (least, most) of several things by name."""

    def surpasses(one, other):
        sides = [(low, high) for (low, _), (_, high) in zip(candidates[one], candidates[other], strict=True)]
        return all(low >= high for low, high in sides) and any(low > high for low, high in sides)

    return {one for one in candidates if not any(surpasses(other, one) for other in candidates)}


def modularity(ties, group):
    """The share of ties within groups, less what the numbers of ties would give by chance."""
    m = len(ties)
    degree = {node: sum(node in tie for tie in ties) for node in group}
    within = sum(group[a] == group[b] for a, b in ties) / m
    return within - sum(
        (sum(degree[node] for node in group if group[node] == one) / (2 * m)) ** 2 for one in set(group.values())
    )

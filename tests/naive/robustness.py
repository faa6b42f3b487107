"""What stays without some people."""

from itertools import combinations, permutations

from naive.cohesion import fragmentation


def given(supports, fit):
    """Support that counts: (person, domain, amount); what is planned counts for ``fit``, None is unknown."""
    rows = []
    for support in supports:
        worth = {"happening": 1, "planned": fit}.get(support["status"], 0)
        if worth and support.get("direction") != "from_client":
            amount = support["amount"]
            rows.append((support["member"], support["domain"], None if amount is None else worth * amount))
    return rows


def met(rows, domain, need, without=()):
    """The share of a need that is met without some people; None when an unknown amount could make the difference."""
    amounts = [amount for person, where, amount in rows if where == domain and person not in without]
    known = sum(amount or 0 for amount in amounts)
    if known >= need:
        return 1.0
    return None if None in amounts else known / need


def average(shares, weights):
    """The weighted mean over domains; None when a share is not known or nothing weighs."""
    total = sum(weights[domain] for domain in shares)
    if None in shares.values() or total == 0:
        return None
    return sum(weights[domain] * share for domain, share in shares.items()) / total


def coverage_without(rows, needs, weights, without=()):
    """Network coverage without some people; ``needs`` are those above zero, by domain."""
    return average({domain: met(rows, domain, need, without) for domain, need in needs.items()}, weights)


def coverage_loss(rows, needs, weights, without):
    """What network coverage loses without some people; domains in which they do not support lose nothing."""
    theirs = {domain for person, domain, _ in rows if person in without}
    lost = {}
    for domain, need in needs.items():
        now, then = met(rows, domain, need), met(rows, domain, need, without)
        lost[domain] = 0.0 if domain not in theirs else None if None in (now, then) else now - then
    return average(lost, weights)


def domains_lost(rows, needs, without):
    """The domains with a need that have support now, and none without some people."""
    supporters = {domain: {person for person, where, _ in rows if where == domain} for domain in needs}
    return sum(bool(people) and people <= set(without) for people in supporters.values())


def fragmentation_without(n, ties, without):
    """The fragmentation of the network of those who are left."""
    left = [person for person in range(n) if person not in without]
    kept = [(left.index(a), left.index(b)) for a, b in ties if a in left and b in left]
    return fragmentation(len(left), kept)


def worst_removal(n, rows, needs, weights, size):
    """The ``size`` people without whom coverage is lowest: all groups up to two, then one person more at a time."""
    if size <= 2:
        groups = list(combinations(range(n), size))
    else:
        before = worst_removal(n, rows, needs, weights, size - 1)
        groups = [tuple(sorted((*before, person))) for person in range(n) if person not in before]
    return min(groups, key=lambda group: round(coverage_without(rows, needs, weights, group), 9))


def fair_shares(rows, needs, weights):
    """The Shapley value of everybody who supports: the mean over all orders of what each adds to the coverage.

    Domains with an unknown amount are left out, and so is who supports there.
    """
    unclear = {domain for _, domain, amount in rows if amount is None}
    clear = {domain: need for domain, need in needs.items() if domain not in unclear}
    players = sorted({person for person, domain, _ in rows if domain in needs})
    total = sum(weights[domain] for domain in needs)
    orders = list(permutations(players))
    shares = dict.fromkeys(players, 0.0)
    for order in orders:
        for place, person in enumerate(order):
            before, after = order[:place], order[: place + 1]
            for domain, need in clear.items():
                amount = [
                    sum(amount for who, where, amount in rows if where == domain and who in joined)
                    for joined in (before, after)
                ]
                added = min(1, amount[1] / need) - min(1, amount[0] / need)
                shares[person] += weights[domain] * added / total / len(orders)
    doubtful = {person for person, domain, _ in rows if domain in unclear and domain in needs}
    return {person: None if person in doubtful else share for person, share in shares.items()}


def is_safe(rows, needs, without, covered):
    """Whether every need stays as well met for sure, or met well enough, without some people.

    ``needs`` are all needs by domain; where it is not known, nobody who supports there can be spared.
    """
    for _, domain, _ in (row for row in rows if row[0] in without):
        need = needs.get(domain)
        if need is None:
            return False
        if need > 0:
            now, then = met(rows, domain, need), met(rows, domain, need, without)
            low = sum(amount or 0 for who, where, amount in rows if where == domain and who not in without) / need
            if low >= covered:
                continue
            if now is None or then is None or then < min(now, covered):
                return False
    return True


def safe_withdrawal(candidates, rows, needs, covered):
    """The best of all safe sets: the largest, then the one that gives most, then who is listed first."""

    def worth(people):
        amount = sum(amount or 0 for person, _, amount in rows if person in people)
        return len(people), amount, [-person for person in people]

    subsets = [chosen for size in range(len(candidates) + 1) for chosen in combinations(candidates, size)]
    return max((chosen for chosen in subsets if is_safe(rows, needs, chosen, covered)), key=worth)

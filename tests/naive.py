"""Every measure again, the slow and plain way: what the kernels must agree with.

Read this file first. It imports nothing of the package, and each function reads like its definition. Where a measure
is not defined, a function gives None.
"""

from datetime import date, timedelta
from itertools import combinations, groupby, pairwise, permutations, product
from math import comb, log

# --- cohesion -------------------------------------------------------------------------------------------------


def pairs(n):
    """All pairs among n people."""
    return list(combinations(range(n), 2))


def pairs_unknown(n, answered, unknown, *, all_asked):
    """Pairs nobody asked about: those listed as unknown, and if not all were asked, those not listed."""
    return unknown if all_asked else len(pairs(n)) - answered


def density(n, ties, unknown):
    """Ties over the pairs that were asked about."""
    asked = len(pairs(n)) - unknown
    return len(ties) / asked if n >= 2 and asked > 0 else None


def density_bounds(n, ties, unknown):
    """The density if no unknown pair had a tie, and if every one had."""
    if n < 2:
        return None, None
    return len(ties) / len(pairs(n)), (len(ties) + unknown) / len(pairs(n))


def weighted_density(n, strengths, unknown):
    """The sum of strengths over the pairs asked about, if every strength is known."""
    asked = len(pairs(n)) - unknown
    if n < 2 or asked == 0 or any(strength is None for strength in strengths):
        return None
    return sum(strengths) / asked


def components(n, ties):
    """The groups of people that can reach each other without the client."""
    groups = [{person} for person in range(n)]
    for a, b in ties:
        mine = next(group for group in groups if a in group)
        yours = next(group for group in groups if b in group)
        if mine is not yours:
            groups.remove(yours)
            mine |= yours
    return groups


def giant_share(n, ties):
    """The share of people in the largest group."""
    return max(map(len, components(n, ties))) / n if n else None


def component_ratio(n, ties):
    """(groups - 1) / (n - 1)."""
    return (len(components(n, ties)) - 1) / (n - 1) if n >= 2 else None


def fragmentation(n, ties):
    """The share of pairs that cannot reach each other without the client."""
    if n < 2:
        return None
    groups = components(n, ties)
    apart = [(a, b) for a, b in pairs(n) if not any(a in group and b in group for group in groups)]
    return len(apart) / len(pairs(n))


def isolates(n, ties):
    """People without a tie to anybody but the client."""
    return sum(all(person not in tie for tie in ties) for person in range(n))


# --- people: who they are, how varied ---------------------------------------------------------------------------


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


# --- people: ties within and between groups -----------------------------------------------------------------------


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


def bridge(answers):
    """The share of pairs with a tie and its bounds; a refused pair takes no part."""
    wanted = [answer for answer in answers if answer != "unwanted"]
    asked = [answer for answer in wanted if answer != "unknown"]
    density = asked.count("yes") / len(asked) if asked else None
    if not wanted:
        return density, None, None
    return density, wanted.count("yes") / len(wanted), (wanted.count("yes") + wanted.count("unknown")) / len(wanted)


def linked(answers_by_person):
    """The share of people with a contact on the other side, and the most it can be; who is refused all is left out."""
    able = [answers for answers in answers_by_person if any(answer != "unwanted" for answer in answers)]
    if not able:
        return None, None
    sure = sum("yes" in answers for answers in able)
    perhaps = sum("yes" in answers or "unknown" in answers for answers in able)
    return sure / len(able), perhaps / len(able)


def people_to_lose(n, ties):
    """The fewest people who must drop out before none of the ties is left."""
    return next(
        size
        for size in range(n + 1)
        for gone in combinations(range(n), size)
        if all(a in gone or b in gone for a, b in ties)
    )


# --- people: the client between them -------------------------------------------------------------------------------


def burt_share(weights, i, j):
    """p_ij: the part of all i's ties that is with j, in a symmetric table of strengths."""
    return weights[i][j] / sum(weights[i])


def burt_terms(weights, ego):
    """The terms of constraint: (p_ij + what i and j share through others) squared, for everybody j tied to i."""
    nodes = range(len(weights))
    return [
        (
            burt_share(weights, ego, j)
            + sum(burt_share(weights, ego, q) * burt_share(weights, q, j) for q in nodes if q not in {ego, j})
        )
        ** 2
        for j in nodes
        if j != ego
    ]


def burt_effective_size(weights, ego):
    """Over everybody j: 1 minus how redundant j is, sum_q p_iq m_jq."""
    nodes = range(len(weights))
    return sum(
        1 - sum(burt_share(weights, ego, q) * weights[j][q] / max(weights[j]) for q in nodes if q not in {ego, j})
        for j in nodes
        if j != ego
    )


def hierarchy(terms):
    """How unequal the terms of constraint are (Coleman-Theil)."""
    n, ratios = len(terms), [term / (sum(terms) / len(terms)) for term in terms]
    return sum(ratio * log(ratio) for ratio in ratios) / (n * log(n)) if n >= 2 else None


def client_betweenness(n, ties):
    """Each pair without a tie, divided over the two-step paths between them; one of those is the client's."""
    tied = {frozenset(tie) for tie in ties}
    return sum(
        1 / (1 + sum({frozenset((a, q)), frozenset((q, b))} <= tied for q in range(n)))
        for a, b in pairs(n)
        if frozenset((a, b)) not in tied
    )


# --- people: each one's place --------------------------------------------------------------------------------------


def neighbours(person, ties):
    """Whom somebody has a tie with."""
    return {b for tie in ties for a, b in (tie, tie[::-1]) if a == person}


def shortest_paths(start, end, ties):
    """All paths between two people of the fewest steps."""
    paths = [[start]]
    while paths and not any(path[-1] == end for path in paths):
        paths = [[*path, step] for path in paths for step in sorted(neighbours(path[-1], ties)) if step not in path]
    return [path for path in paths if path[-1] == end]


def betweenness(person, n, ties):
    """Over pairs of others: the share of their shortest paths that run through somebody."""
    total = 0.0
    for a, b in pairs(n):
        paths = shortest_paths(a, b, ties)
        if paths and person not in {a, b}:
            total += sum(person in path for path in paths) / len(paths)
    return total


def holds_together(person, n, ties):
    """Whether there are more groups without somebody, themselves not counted."""
    without = [tie for tie in ties if person not in tie]
    return len(components(n, without)) - 1 > len(components(n, ties)) - (not neighbours(person, ties))


def breadth(person, delivered, needed, ties):
    """Of the life domains with a need, those where somebody, or one they have a tie with, delivers."""
    reached = set().union(*(delivered.get(who, set()) for who in {person, *neighbours(person, ties)}))
    return len(reached & needed) / len(needed) if needed else None


# --- contacts -------------------------------------------------------------------------------------------------


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


# --- continuity: day by day -----------------------------------------------------------------------------------

ALWAYS, NEVER = date.min, date.max


def happened(people, supports, today):
    """Periods of support until today: dicts with person, domain, begin, end, amount (None is unknown) and over."""
    periods = []
    for support in supports:
        person = people[support["member"]]
        begin = max(support.get("start") or ALWAYS, person.get("start") or ALWAYS)
        end = min(support.get("end") or NEVER, person.get("end") or NEVER)
        happens = support["status"] == "happening" and person.get("active") != "no"
        lost = support["status"] == "ended" and end == NEVER
        if not (happens or support["status"] == "ended") or support.get("direction") == "from_client":
            continue
        if begin <= today and begin < end:
            periods.append(
                {
                    "person": support["member"],
                    "domain": support["domain"],
                    "begin": begin,
                    "end": today if lost else end,
                    "amount": None if lost else support["amount"],
                    "over": not lost and end <= today,
                }
            )
    return periods


def need_window(need, periods, today):
    """The days with a need, a list; or in one word why they are not known."""
    if need is None or need.get("need") is None:
        return "need_unknown"
    if need["need"] == 0:
        return "no_need"
    if today is None:
        return "no_reference_date"
    starts = [period["begin"] for period in periods if period["begin"] != ALWAYS]
    begin = need.get("start") or min(starts, default=None)
    if begin is None:
        return "no_start"
    end = min(need.get("end") or NEVER, today + timedelta(days=1))
    days = [begin + timedelta(days=day) for day in range((end - begin).days)]
    return days or "no_need"


def day_state(day, need, covered, periods):
    """Whether a day is covered: True, False, or None when nobody knows."""
    there = [period for period in periods if period["begin"] <= day < period["end"]]
    if sum(period["amount"] or 0 for period in there) >= covered * need:
        return True
    return None if any(period["amount"] is None for period in there) else False


def stretches(states):
    """The lengths of uncovered stretches of days."""
    return [len(list(days)) for state, days in groupby(states) if state is False]


def handover_gap(days, need, covered, periods, wait):
    """Whether support ended, the need went on uncovered and nobody took over within ``wait`` days."""
    answers = []
    for period in periods:
        late = period["end"] + timedelta(days=wait) if period["over"] else None
        if late is None or period["end"] < days[0] or late > days[-1]:
            continue
        later = [other for other in periods if other["begin"] > period["begin"] and other["end"] > period["end"]]
        if not any(other["begin"] <= late for other in later):
            answers.append(day_state(late, need, covered, periods))
    return True if False in answers else None if None in answers else False


def handovers(periods, wait):
    """Pairs (who stopped, who took over), positions in a list of periods."""
    found = []
    for at, one in enumerate(periods):
        mine = [
            (place, other)
            for place, other in enumerate(periods)
            if place != at and (other["person"], other["domain"]) == (one["person"], one["domain"])
        ]
        back = one["end"] + timedelta(days=wait) if one["over"] else None
        goes_on = any(other["end"] > one["end"] and other["begin"] <= back for _, other in mine) if back else True
        twice = any(other["end"] == one["end"] and place < at for place, other in mine)
        if not one["over"] or goes_on or twice:
            continue
        others = [
            (place, other)
            for place, other in enumerate(periods)
            if other["domain"] == one["domain"] and other["person"] != one["person"]
            if other["begin"] > one["begin"] and other["end"] > one["end"]
        ]
        before = [(place, other) for place, other in others if other["begin"] < one["end"]]
        if before:
            found.append((at, max(before, key=lambda item: (item[1]["begin"], -item[0]))[0]))
        elif others:
            found.append((at, min(others, key=lambda item: (item[1]["begin"], item[0]))[0]))
    return found


def warmth(days, connected, late):
    """Warm, lukewarm or cold; maybe warm when there was overlap and nobody knows whether the two had contact."""
    if days < 0 and connected is not False:
        return "warm" if connected else "maybe_warm"
    return "lukewarm" if days <= late else "cold"


# --- robustness: what stays without some people ---------------------------------------------------------------


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


# --- support: what is there, what is missing, what hangs on whom ------------------------------------------------
#
# Answers are True, False or None for "nobody knows". ``rows`` are those of ``given``.


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


def drop_out_tolerance(amounts, enough):
    """The fewest people whose loss leaves less than enough: try all sets, small ones first."""
    for size in range(len(amounts) + 1):
        for lost in combinations(range(len(amounts)), size):
            if sum(amount for at, amount in enumerate(amounts) if at not in lost) < enough:
                return size
    return len(amounts)


def effective(amounts, sources):
    """As if so many equal sources gave: squared sum over sum of squares per source."""
    per_source = [sum(a for a, s in zip(amounts, sources, strict=True) if s == source) for source in set(sources)]
    return sum(amounts) ** 2 / sum(amount**2 for amount in per_source)


def sources(people, attribute):
    """Where support comes from: a group, oneself for who is informal or peer without one, None when not known."""
    return [
        person[attribute] or (f"self {at}" if person["kind"] in {"informal", "peer"} else None)
        for at, person in enumerate(people)
    ]


def worlds(people, attribute):
    """Every way in which the blanks could turn out: lists of (kind, group), group None for who belongs to none."""
    known = {person[attribute] for person in people if person[attribute]}

    def ways(at, person):
        for kind in [person["kind"]] if person["kind"] else ["informal", "formal", "peer"]:
            groups = [person[attribute]] if person[attribute] else [None]
            if kind == "formal" and not person[attribute]:
                groups = sorted(known) + [f"another {n}" for n in range(at + 1)]
            yield from ((kind, group) for group in groups)

    return product(*(list(ways(at, person)) for at, person in enumerate(people)))


def in_all_worlds(people, attribute, question):
    """The answer to a question, None when it depends on how the blanks turn out."""
    answers = {question(world) for world in worlds(people, attribute)}
    return answers.pop() if len(answers) == 1 else None


def from_one_group(world):
    """Everything comes from one organisation (or law), and nobody informal supports."""
    kinds, groups = zip(*world, strict=True)
    return "informal" not in kinds and None not in groups and len(set(groups)) == 1


def stress_dependent(people, amounts, enough):
    """Too little is left without those whose contact costs strength; ``amounts`` is a list a person."""
    answers = set()
    for costs in product(*([True, False] if one["hindering"] is None else [one["hindering"] > 0] for one in people)):
        rest = [amount for given, cost in zip(amounts, costs, strict=True) if not cost for amount in given]
        known = sum(amount or 0 for amount in rest)
        answers.add(False if known >= enough else None if None in rest else True)
    return answers.pop() if len(answers) == 1 else None


def overburdened(people, heavy):
    """Only naasten support, of whom somebody is heavily burdened."""
    burdens = [None if person["burden"] is None else person["burden"] >= heavy for person in people]
    informal = all_of([None if person["kind"] is None else person["kind"] == "informal" for person in people])
    return all_of([informal, any_of(burdens)])


# --- roles --------------------------------------------------------------------------------------------------------


def in_all_roles(people, question, roles):
    """All answers to a question about the roles, over every role that people without one may have; naasten have none.

    ``people`` are pairs (kind, role); ``question`` takes a list of roles.
    """
    ways = [[role] if role is not None or kind == "informal" else [*roles, "something else"] for kind, role in people]
    return {question(list(world)) for world in product(*ways)}


def double_roles(held, slots):
    """The number of slots that several people fill; a slot is a set of roles."""
    return sum(sum(role in slot for role in held) > 1 for slot in slots)


# --- ways up to crisis support ------------------------------------------------------------------------------------


def agreed(consents, member, today):
    """Whether the client agreed that somebody is told about work: True, False, or None when nobody knows."""
    held = [
        one["purpose"] in {None, "crisis"} or None
        for one in consents
        if one["member"] == member and one["domain"] in {None, "work"}
        if one["until"] is None or date.fromisoformat(one["until"]) >= today
    ]
    return any_of(held) if consents else None


def ways_up(people, helpers, ties, consents, today, *, all_asked):
    """Whether crisis support is near for work, and whether it may be told: answers over every way."""
    state = {frozenset((a, b)): present for a, b, present, _ in ties}
    met = [at for at, one in enumerate(people) if "yes" not in {one["unwanted"], one["unsafe"]}]
    near = [at for at in met if people[at]["active"] != "no"]
    steps = [
        (at, people[at]["role"] == "crisis_service" or None)
        for at in near
        if people[at]["role"] == "crisis_service" or (people[at]["role"] is None and people[at]["kind"] != "informal")
    ]
    for at in met:
        for other in helpers:
            if people[at]["role"] == "crisis_service" and other in met and other != at:
                tie = state.get(frozenset((at, other)), "no" if all_asked else "unknown")
                steps.append((at, {"yes": True, "unknown": None}.get(tie, False)))
    told = [all_of([step, agreed(consents, at, today)]) for at, step in steps]
    return any_of([step for _, step in steps]), any_of(told)


# --- support: what several people do ------------------------------------------------------------------------------


def can_double(support, person):
    """Support that can double with other support."""
    friends = {"friend", "neighbour", "colleague", "volunteer"}
    excluded = support["type"] == "emotional" or support["backup"] == "yes" or person["kind"] == "peer"
    return support["status"] == "happening" and not excluded and person["role"] not in friends | {"second_opinion"}


def apart(one, other):
    """Two people are professionals of different organisations or laws."""
    formal = all_of([None if person["kind"] is None else person["kind"] == "formal" for person in (one, other)])
    laws = one["law"] and other["law"] and one["law"] != other["law"]
    organisations = (
        one["organisation"] != other["organisation"] if one["organisation"] and other["organisation"] else None
    )
    return all_of([formal, True if laws else organisations])


def uncoordinated(people, tied, perhaps):
    """Bounds on the share of pairs of people who do not reach each other."""
    return tuple(fragmentation(len(people), induced(people, ties)) for ties in (tied + perhaps, tied))


def double_class(need, intended, amounts, known, tolerance, bounds, formal_apart):
    """What several people are to each other; ``amounts`` a person, None when unknown, of which ``known`` in all."""
    if not amounts or (len(amounts) == 1 and (intended or need)):
        return "none"
    if intended:
        return "intended"
    if need is None:
        return "unknown"
    if need == 0:
        return "support_without_need"
    if known <= (1 + tolerance) * need:
        return "unknown" if None in amounts else "complementary"
    if bounds[1] == 0:
        return "coordinated_overlap"
    if formal_apart is False:
        return "overlap"
    return "doublure" if formal_apart and bounds[0] > 0 else "possible_doublure"


# --- load ---------------------------------------------------------------------------------------------------------


def relation(helping, hindering):
    """What contact gives and costs, never netted."""
    if helping is None or hindering is None:
        return None
    return {(1, 0): "only_support", (1, 1): "mixed", (0, 1): "only_burden", (0, 0): "neutral"}[
        int(helping > 0), int(hindering > 0)
    ]


def over_capacity(amounts, capacity):
    """More is asked than somebody can give."""
    if capacity is None:
        return None
    known = sum(amount or 0 for amount in amounts)
    return True if known > capacity else None if None in amounts else False


def stress_dependence(rows, needs, weights, costs):
    """The part of coverage that comes from people whose contact costs strength; ``costs`` is a set of people."""
    if any(domain in needs and weights[domain] > 0 and amount is None for _, domain, amount in rows):
        return None
    total = theirs = 0.0
    for domain, need in needs.items():
        amounts = {person: sum(given) for person, given in in_domain(rows, domain).items()}
        if amounts:
            worth = weights[domain] * min(1, sum(amounts.values()) / need)
            total += worth
            theirs += worth * sum(amounts[person] for person in amounts if person in costs) / sum(amounts.values())
    return theirs / total if total else None


# --- region ---------------------------------------------------------------------------------------------------


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


# --- The social map: services and areas (plain values of tests/social_maps.py) ---


def lies_in(area, parents):
    """The area itself and everything it lies in."""
    return [area, *(lies_in(parents[area], parents) if parents[area] is not None else [])]


def parts(area, parents):
    """The areas directly in an area."""
    return [other for other in range(len(parents)) if parents[other] == area]


def is_in(service, area, parents):
    """Whether a service is for the whole of an area."""
    return bool(set(service.areas or ()) & set(lies_in(area, parents)))


def is_in_part(service, area, parents):
    """Whether a service is for a part of an area, and not for the whole."""
    return not is_in(service, area, parents) and any(area in lies_in(place, parents) for place in service.areas or ())


def services_of(small, area, domain):
    """The numbers of the services with room that are for a life domain in the whole of an area."""
    return [
        number
        for number, one in enumerate(small.services)
        if domain in one.domains and one.capacity != 0 and is_in(one, area, small.parents)
    ]


def may_be_there(small, area, domain):
    """How many services with room may be there: no place, or no life domain is known, and the rest fits."""
    return sum(
        one.capacity != 0
        and (
            (one.areas is None and (domain in one.domains or not one.domains))
            or (not one.domains and (is_in(one, area, small.parents) or is_in_part(one, area, small.parents)))
        )
        for one in small.services
    )


def is_covered(small, area, domain):
    """Whether an area has a service for a life domain; None when that is not known."""
    if services_of(small, area, domain):
        return True
    return None if may_be_there(small, area, domain) or not small.services else False


def number_of(area, numbers, parents):
    """The number of an area: what is filled in, else the sum over its parts when all are known."""
    if numbers[area] is not None:
        return numbers[area]
    of_parts = [number_of(part, numbers, parents) for part in parts(area, parents)]
    return sum(of_parts) if of_parts and None not in of_parts else None


def known_by_parts(area, numbers, parents):
    """Whether the number of every part is known."""
    inside = parts(area, parents)
    return bool(inside) and all(numbers[one] is not None or known_by_parts(one, numbers, parents) for one in inside)


def counted_areas(numbers, parents):
    """The areas over which to add up."""

    def of(area):
        inside = parts(area, parents)
        if inside and (known_by_parts(area, numbers, parents) or numbers[area] is None):
            return [one for part in inside for one in of(part)]
        return [area]

    return [one for area in range(len(parents)) if parents[area] is None for one in of(area)]


def places_by_client(small, area, domain, needs):
    """The sum over the services of an area of capacity / clients expected in all areas of the service."""
    counted = counted_areas(needs, small.parents)
    rates = []
    for number in services_of(small, area, domain):
        one = small.services[number]
        reached = [place for place in counted if is_in(one, place, small.parents)]
        clients = [needs[place] for place in reached]
        halved = any(is_in_part(one, place, small.parents) for place in counted)
        if one.capacity is not None and not halved and None not in clients and sum(clients):
            rates.append(one.capacity / sum(clients))
    return sum(rates) if rates else None


def weighed_coverage(numbers, covered, parents):
    """The share of a number that lives in covered areas, over those of which both are known."""
    areas = [one for one in counted_areas(numbers, parents) if numbers[one] is not None and covered[one] is not None]
    total = sum(numbers[one] for one in areas)
    return sum(numbers[one] for one in areas if covered[one]) / total if total else None


def lost_cells(small, gone, domains):
    """The (area without parts, life domain) that have a service now and none without some organisations."""
    return {
        (area, domain)
        for area in small.areas
        if not parts(area, small.parents)
        for domain in domains
        if (those := services_of(small, area, domain))
        and all(small.services[number].organisation in gone for number in those)
    }


def two_step_access(capacity, people, distance, reach):
    """R_j = S_j / sum of P_k within reach, A_i = sum of R_j within reach; None is unknown."""
    rates = {}
    for service, places in enumerate(capacity):
        demand = [people[area] for (area, other), far in distance.items() if other == service and far <= reach]
        unknown = None in demand or places is None or not sum(demand)
        rates[service] = None if unknown else places / sum(demand)
    access = {}
    for area in range(len(people)):
        reached = [rates[service] for (other, service), far in distance.items() if other == area and far <= reach]
        rated = [rate for rate in reached if rate is not None]
        access[area] = None if reached and not rated else sum(rated)
    return rates, access


# --- a region as a whole: layers beside each other, ratings, goals, referrals ---------------------------------------
#
# ``rows`` are (layer, source, target, present, value, who said so), organisations are numbers.


def layer_answer(rows, layer, ends, asked, *, ordered):
    """Whether a pair is tied in a layer, in this order or in any: yes, no or unknown."""
    either = {ends} if ordered else {ends, ends[::-1]}
    said = [row[3:5] for row in rows if row[0] == layer and row[1] != row[2] and row[1:3] in either]
    answers = {present for present, _ in said}
    if "yes" in answers:
        values = [value for _, value in said if value is not None]
        lowest = {"cooperation": 2, "trust": 3}.get(layer)
        mean = sum(values) / len(values) if values else None
        return "no" if mean is not None and (mean <= 0 if lowest is None else mean < lowest) else "yes"
    if "no" in answers:
        return "no"
    return "no" if not said and layer in asked else "unknown"


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


# --- agreements and practice: clients as sets of organisations --------------------------------------------------------


def clients_shared(clients, pair):
    """W: how many clients both organisations have."""
    return sum(set(pair) <= organisations for organisations in clients)


def agreement_coverage(clients, pairs, agreed):
    """The share of shared clients under an agreement, and what it would be if all that is unknown were no, or yes.

    ``agreed`` tells of a pair True, False or None.
    """
    load = {pair: clients_shared(clients, pair) for pair in pairs}
    with_one, without, unknown = (
        sum(load[pair] for pair in pairs if agreed(pair) is answer) for answer in (True, False, None)
    )
    total = with_one + without + unknown
    return (
        with_one / (with_one + without) if with_one + without else None,
        with_one / total if total else None,
        (with_one + unknown) / total if total else None,
    )


def care_density(clients, client):
    """Pollack: the clients that the organisations around a client share, on average by pair."""
    pairs = list(combinations(sorted(clients[client]), 2))
    return sum(clients_shared(clients, pair) for pair in pairs) / len(pairs) if pairs else None


def organisations_tied(people, ties, pair, *, all_asked):
    """Whether two organisations coordinate: yes, unknown, no, or unwanted; ``people`` are organisations or None."""
    couples = [
        (a, b)
        for a, b in combinations(range(len(people)), 2)
        if {people[a], people[b]} == set(pair) and len(set(pair)) > 1
    ]
    found = [ties.get(couple, "no" if all_asked else "unknown") for couple in couples]
    return next(state for state in ("yes", "unknown", "no", "unwanted") if state in found)


def overlap_chance(one, other, common, everybody):
    """The chance that draws of so many clients have at least so many in common."""
    ways = comb(everybody, other)
    least, most = max(common, one + other - everybody, 0), min(one, other)
    return sum(comb(one, k) * comb(everybody - one, other - k) for k in range(least, most + 1)) / ways


def benjamini_hochberg(chances, tests):
    """For every p-value the smallest rate of false finds at which it would be one; the other tests have p = 1."""
    ordered = sorted(chances)
    return [
        min(1.0, *(ordered[rank] * tests / (rank + 1) for rank in range(len(ordered)) if ordered[rank] >= chance))
        for chance in chances
    ]


# --- region: groups, cores and seams ------------------------------------------------------------------------------


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


# --- Who takes part in what ---


def jaccard(one, other):
    """What two sets have in common, of what either has."""
    return len(one & other) / len(one | other)


def most_alike(taking_part, who, ignored, neighbours, fewest_shared):
    """Those that share most with one, apart from what is ignored; all that share as much as the last of them."""
    shared = {other: len((taking_part[who] & taking_part[other]) - ignored) for other in taking_part if other != who}
    enough = sorted((count for count in shared.values() if count >= fewest_shared), reverse=True)
    lowest = enough[min(neighbours, len(enough)) - 1] if enough else None
    return {other for other, count in shared.items() if enough and count >= lowest}


def missing_among_alike(taking_part, kinds, neighbours, fewest_shared, from_share):
    """(who, initiative) to the share of the most alike that take part in it, where one does not."""
    found = {}
    for who in taking_part:
        for initiative, kind in kinds.items():
            ignored = {other for other, same in kinds.items() if same == kind}
            near = most_alike(taking_part, who, ignored, neighbours, fewest_shared)
            inside = [other for other in near if initiative in taking_part[other]]
            if inside and initiative not in taking_part[who] and len(inside) / len(near) >= from_share:
                found[who, initiative] = len(inside) / len(near)
    return found

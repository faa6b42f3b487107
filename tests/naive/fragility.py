"""What hangs on whom.

Answers are True, False or None for "nobody knows".
"""

from itertools import combinations, product

from naive.coverage import all_of, any_of


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

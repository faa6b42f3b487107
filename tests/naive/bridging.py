"""Contact between naasten and professionals."""

from itertools import combinations


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

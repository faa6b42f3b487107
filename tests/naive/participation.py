"""Who takes part in what."""


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

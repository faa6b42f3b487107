"""What several people do."""

from naive.cohesion import fragmentation
from naive.coverage import all_of
from naive.gaps import induced


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
        return "overlap" if bounds[0] > 0 else "unknown"
    return "doublure" if formal_apart and bounds[0] > 0 else "possible_doublure"

"""The place of each person."""

from naive.cohesion import components, pairs


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

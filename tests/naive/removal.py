"""What is left when everybody goes one by one, over all orders, and what a line through sizes leaves."""

from fractions import Fraction
from itertools import pairwise, permutations


def largest(left, ties):
    """The size of the largest part of those who are left."""
    parts = [{one} for one in left]
    for a, b in ties:
        if a in left and b in left:
            touching = [part for part in parts if a in part or b in part]
            parts = [part for part in parts if part not in touching] + [set().union(*touching)]
    return max(map(len, parts), default=0)


def area(order, ties):
    """R = (1 / N) sum of giant(k) / N over k = 1 .. N gone."""
    n = len(order)
    return sum(Fraction(largest(set(order[gone:]), ties), n * n) for gone in range(1, n + 1))


def areas(n, ties):
    """The same over all orders."""
    return [area(order, ties) for order in permutations(range(n))]


def areas_by(scores, ties):
    """The same over all orders in which nobody goes before somebody with a higher score."""
    return [
        area(order, ties)
        for order in permutations(range(len(scores)))
        if all(scores[one] >= scores[other] for one, other in pairwise(order))
    ]


def residuals(sizes, shares):
    """What a straight line through (size, share) leaves; None without three sizes or a difference in size."""
    count = len(sizes)
    if count < 3 or len(set(sizes)) < 2:
        return None
    middle, height = Fraction(sum(sizes)) / count, sum(shares) / count
    slope = sum((x - middle) * (y - height) for x, y in zip(sizes, shares, strict=True)) / sum(
        (x - middle) ** 2 for x in sizes
    )
    return [float(y - height - slope * (x - middle)) for x, y in zip(sizes, shares, strict=True)]

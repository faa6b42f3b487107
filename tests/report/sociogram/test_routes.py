"""Lines between people go around others."""

from math import hypot

import pytest

from netwerkanalyse.report.sociogram.facts import Area, Facts, Layer, Overlap, Pair, Person, Supply
from netwerkanalyse.report.sociogram.routes import chosen, routes


def test_free_line_is_straight():
    """A line that meets nobody is straight."""
    (line,) = routes([Pair(0, 1, Layer.KNOWS)], [(100, -80), (160, -80)], 200)

    assert line.bend == 0


def test_line_bends_around_a_person_and_the_client():
    """A line does not run through somebody else, nor through the client, which would say something untrue."""
    places = [(-100.0, 60.0), (100.0, 60.0), (0.0, 62.0)]
    (line,) = routes([Pair(0, 1, Layer.KNOWS)], places, 200)
    (across,) = routes([Pair(0, 1, Layer.KNOWS)], [(-100.0, 0.0), (100.0, 0.0)], 200)

    assert min(hypot(x - 0, y - 62) for x, y in line.curve.points) >= 18
    assert min(hypot(x, y) for x, y in across.curve.points) >= 27


def test_lines_stay_inside_the_rings():
    """A bend does not leave the picture."""
    places = [(-100.0, -150.0), (100.0, -150.0), (0.0, -152.0)]
    (line,) = routes([Pair(0, 1, Layer.KNOWS)], places, 190)

    assert max(hypot(x, y) for x, y in line.curve.points) <= 190


def test_two_lines_of_a_pair_are_apart():
    """Who coordinate and have tension get two lines that can be told apart."""
    pairs = [Pair(0, 1, Layer.COORDINATES), Pair(0, 1, Layer.TENSION)]
    first, second = routes(pairs, [(80, -90), (170, -60)], 200)

    assert first.bend != second.bend


def test_doublure_takes_the_place_of_a_missing_tie():
    """People who double up are joined one to the next, and not by a missing tie as well."""
    area = Area("work", "werken", 1.0, 6.0, Supply.MET, overlap=Overlap.DOUBLURE, doubling=((0,), (1,), (2,)))
    missing = tuple(Pair(a, b, Layer.MISSING) for a, b in ((0, 1), (0, 2), (1, 2)))
    people = tuple(Person(f"p{n}", f"p{n}", domains=("work",)) for n in range(3))
    facts = Facts("K1", people=people, areas=(area,), pairs=missing)
    drawn = chosen(facts, [(0, -100), (100, 0), (0, 100)])

    assert [pair.layer for pair in drawn].count(Layer.DOUBLE) == 2
    assert [pair.layer for pair in drawn].count(Layer.MISSING) == 1


@pytest.mark.parametrize("order", [1, -1])
def test_a_possible_doublure_is_another_line(order):
    """What may be a doublure is not drawn as one, unless the same two are a doublure in another domain."""
    sure = Area("work", "werken", 1.0, 6.0, Supply.MET, overlap=Overlap.DOUBLURE, doubling=((0,), (1,)))
    maybe = Area("housing", "wonen", 1.0, 6.0, Supply.MET, overlap=Overlap.POSSIBLE, doubling=((0,), (1,), (2,)))
    people = tuple(Person(f"p{n}", f"p{n}", domains=("work",)) for n in range(3))
    facts = Facts("K1", people=people, areas=(sure, maybe)[::order])
    drawn = {pair.ends: pair.layer for pair in chosen(facts, [(0, -100), (100, 0), (0, 100)])}

    assert drawn == {frozenset((0, 1)): Layer.DOUBLE, frozenset((1, 2)): Layer.MAYBE_DOUBLE}

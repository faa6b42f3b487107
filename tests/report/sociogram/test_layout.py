"""Places in a sociogram: nobody in anybody's way, everybody where they belong."""

from itertools import combinations
from math import atan2, hypot, pi, tau

import pytest

from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.report.sociogram.boxes import Box
from netwerkanalyse.report.sociogram.facts import Area, Facts, Layer, Pair, Person
from netwerkanalyse.report.sociogram.labels import shape_box
from netwerkanalyse.report.sociogram.layout import Layout, lay_out
from netwerkanalyse.report.sociogram.routes import SIGN
from sociograms import example_facts, random_facts

EXAMPLES = example_facts()
CROWDS = [(people, seed) for people in (1, 2, 3, 6, 12, 20, 30) for seed in (1, 2, 3)]


def assert_clear(placed: Layout) -> None:
    """Check that labels, other people's shapes and signs on lines touch neither each other nor the client."""
    labels = [label.box for label in placed.labels]
    shapes = [shape_box(at) for at in placed.places]
    client = Box.around((0, 0), 54, 54)
    sizes = [SIGN.get(route.pair.layer) for route in placed.routes]
    signs = [Box.around(at, size, size) for at, size in zip(placed.signs, sizes, strict=True) if size]

    assert not [pair for pair in combinations(labels, 2) if pair[0].overlaps(pair[1])]
    assert not [pair for pair in combinations(shapes, 2) if pair[0].overlaps(pair[1])]
    assert not [(a, b) for a, one in enumerate(labels) for b, other in enumerate(shapes) if one.overlaps(other, -0.01)]
    assert not [pair for pair in combinations(signs, 2) if pair[0].overlaps(pair[1])]
    assert not [sign for sign in signs for box in (*labels, *shapes) if sign.overlaps(box, -0.01)]
    assert not [box for box in (*labels, *shapes, *signs) if box.overlaps(client)]


def assert_at_home(facts: Facts, placed: Layout) -> None:
    """Check that everybody stands in the ring of their closeness and the sector of their main life domain."""
    for person, (x, y) in zip(facts.people, placed.places, strict=True):
        band, sector = placed.frame.band_of(person), placed.frame.sector_of(person)
        assert band.inner < hypot(x, y) < band.outer
        turn = (atan2(x, -y) - sector.middle + pi) % tau - pi
        assert abs(turn) <= sector.spread / 2 + 1e-9


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_are_clear(name):
    """On every bundled client, no label, shape or sign overlaps another and everybody stands where they belong."""
    placed = lay_out(EXAMPLES[name])

    assert_clear(placed)
    assert_at_home(EXAMPLES[name], placed)


@pytest.mark.parametrize(("people", "seed"), CROWDS)
def test_crowds_are_clear(people, seed):
    """Any mixture of up to thirty people is placed without overlap."""
    facts = random_facts(people, seed, domains=4 + seed * 3)
    placed = lay_out(facts)

    assert_clear(placed)
    assert_at_home(facts, placed)


def test_thirty_people_in_one_corner():
    """Thirty people who are all very close and all support in the same life domain get room too."""
    people = tuple(Person(f"p{n}", "begeleider wonen", "formal", circle=1, domains=("housing",)) for n in range(30))
    areas = tuple(Area(domain, domain) for domain in DOMAIN.names)
    facts = Facts("K1", people=people, areas=areas)
    placed = lay_out(facts)

    assert_clear(placed)
    assert_at_home(facts, placed)


@pytest.mark.parametrize("name", EXAMPLES)
def test_names_of_sectors_and_rings_are_clear(name):
    """Names of life domains overlap nothing and stay outside the rings; names of rings overlap no label."""
    placed = lay_out(EXAMPLES[name])
    labels = [label.box for label in placed.labels]
    rims = [rim.box for rim in placed.rims]

    assert not [pair for pair in combinations(rims, 2) if pair[0].overlaps(pair[1])]
    assert not [rim for rim in rims for label in labels if rim.overlaps(label)]
    assert all(hypot(*box.nearest((0, 0))) > placed.frame.radius for box in rims)
    assert not [name for name, box in placed.bands for label in labels if box.overlaps(label)]


def test_same_facts_same_places():
    """Places do not depend on chance: a picture can be compared with that of last month."""
    assert lay_out(random_facts(14, 5)) == lay_out(random_facts(14, 5))


def test_closer_people_stand_closer():
    """Who is very close stands nearer to the client than who is further away; not asked stands outside."""
    circles = (3, None, 1, 2)
    people = tuple(Person(f"p{n}", f"p{n}", circle=circle) for n, circle in enumerate(circles))
    placed = lay_out(Facts("K1", people=people))
    away = [hypot(x, y) for x, y in placed.places]

    assert sorted(range(4), key=away.__getitem__) == [2, 3, 0, 1]


def test_without_closeness_there_is_one_ring():
    """When nobody's closeness was asked, no rings pretend to know it."""
    placed = lay_out(Facts("K1", people=(Person("a", "a"), Person("b", "b"))))

    assert [band.circle for band in placed.frame.bands] == [None]


def test_nobody():
    """A client without people has an empty picture, not an error."""
    placed = lay_out(Facts("K1"))

    assert placed.places == ()
    assert len(placed.frame.sectors) == 1


def test_long_labels_are_cut_to_size():
    """A label of two hundred characters takes no more room than three short lines."""
    placed = lay_out(Facts("K1", people=(Person("a", "z" * 200),)))
    box = placed.labels[0].box

    assert box.right - box.left < 140
    assert placed.labels[0].words.lines[0].endswith("…")


def test_a_label_makes_way_for_a_sign():
    """A label does not cover the sign of a missing tie on the short line between neighbours."""
    people = (
        Person("a", "broer", "informal", 1, ("housing", "finances", "work")),
        Person("b", "maatje van de kerk", "peer", 1, ("housing", "work")),
    )
    areas = tuple(Area(domain, domain) for domain in ("housing", "finances", "work"))
    facts = Facts("K1", people=people, areas=areas, pairs=(Pair(0, 1, Layer.MISSING),))

    assert_clear(lay_out(facts))

"""How the lines between people run: straight where they can, bent where they would cross a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import atan2, hypot

from netwerkanalyse.report.pictures.pen import Point
from netwerkanalyse.report.sociogram.boxes import Box
from netwerkanalyse.report.sociogram.facts import Facts, Layer, Overlap, Pair
from netwerkanalyse.report.sociogram.frame import CLIENT

_BENDS = (0.0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.4, -0.4)
"""How far a line may bend, as a share of its length, in order of preference."""
_CLEAR = 18.0
_SAMPLES = 24
_MANY = 10
_SHARES = tuple(0.5 + side * step * 0.04 for step in range(8) for side in (1, -1))
SIGN = {Layer.TENSION: 19.0, Layer.MISSING: 12.0}
"""Width and height of the sign on a line, of the lines that have one."""


@dataclass(frozen=True)
class Curve:
    """A quadratic curve; straight when the control point lies halfway."""

    start: Point
    control: Point
    end: Point

    @classmethod
    def between(cls, start: Point, end: Point, bend: float = 0.0) -> "Curve":
        """Make a curve that stands off from the straight line by a share of its length."""
        (x1, y1), (x2, y2) = start, end
        return cls(start, ((x1 + x2) / 2 - 2 * bend * (y2 - y1), (y1 + y2) / 2 + 2 * bend * (x2 - x1)), end)

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Points along the curve, evenly in its parameter."""
        return tuple(self.at(step / _SAMPLES) for step in range(_SAMPLES + 1))

    def at(self, share: float) -> Point:
        """Return the point at a share of the way."""
        rest = 1 - share
        weights = rest * rest, 2 * rest * share, share * share
        corners = self.start, self.control, self.end
        x, y = (sum(weight * corner[axis] for weight, corner in zip(weights, corners, strict=True)) for axis in (0, 1))
        return x, y


@dataclass(frozen=True)
class Route:
    """The line of a pair, and how far it bends as a share of its length."""

    pair: Pair
    curve: Curve
    bend: float


@dataclass(frozen=True)
class Signs:
    """Where the signs on lines stand: a place for every line, room for those that have a sign."""

    places: tuple[Point, ...]
    boxes: tuple[Box, ...]
    clear: bool


def chosen(facts: Facts, places: Sequence[Point]) -> list[Pair]:
    """Choose which lines are drawn.

    People who double up are joined one to the next around the circle, unless they coordinate; that says more than a
    missing tie between them.
    Many missing ties would hide everything else: then only those within a sector are drawn, which are short.

    Parameters
    ----------
    facts
        The pairs.
    places
        Where the people stand.

    Returns
    -------
    pairs
        What is to be drawn.
    """
    doubles: dict[frozenset[int], Pair] = {}
    for area in facts.doubles:
        group = {one: number for number, people in enumerate(area.doubling) for one in people}
        around = sorted(group, key=lambda one: atan2(places[one][0], -places[one][1]))
        apart = [(a, b) for a, b in pairwise(around) if group[a] != group[b]]
        layer = Layer.DOUBLE if area.overlap is Overlap.DOUBLURE else Layer.MAYBE_DOUBLE
        for pair in (Pair(*ends, layer) for ends in apart):
            # What is a doublure in one domain stays one, whatever it may be in another.
            if layer is Layer.DOUBLE or pair.ends not in doubles:
                doubles[pair.ends] = pair
    missing = [pair for pair in facts.missing if pair.ends not in doubles]
    if len(missing) > _MANY:
        missing = [pair for pair in missing if facts.people[pair.a].main == facts.people[pair.b].main]
    return [*doubles.values(), *missing, *(pair for pair in facts.pairs if pair.layer is not Layer.MISSING)]


def routes(pairs: Sequence[Pair], places: Sequence[Point], radius: float) -> tuple[Route, ...]:
    """Run a line for every pair, around other people and around the client, within the rings.

    Parameters
    ----------
    pairs
        Who is joined to whom.
    places
        Where the people stand.
    radius
        Radius of the outermost ring.

    Returns
    -------
    lines
        One for every pair, in the same order. Two lines of the same pair bend apart.
    """
    used: dict[frozenset[int], set[float]] = {}
    lines = []
    for pair in pairs:
        taken = used.setdefault(pair.ends, set())
        lines.append(_clearest(pair, places, radius, [bend for bend in _BENDS if bend not in taken]))
        taken.add(lines[-1].bend)
    return tuple(lines)


def signs(lines: Sequence[Route], drawn: Sequence[Box]) -> Signs:
    """Find for the sign of every line a place on it, halfway or as near to that as there is room.

    Parameters
    ----------
    lines
        The lines.
    drawn
        Room that is taken already.

    Returns
    -------
    signs
        The places, and the room they take.
    """
    places: list[Point] = []
    boxes: list[Box] = []
    clear = True
    for line in lines:
        places.append(line.curve.at(_SHARES[0]))
        if line.pair.layer in SIGN:
            size = SIGN[line.pair.layer]
            tried = [(at, Box.around(at, size, size)) for at in map(line.curve.at, _SHARES)]
            free = [(at, box) for at, box in tried if not any(box.overlaps(other) for other in (*drawn, *boxes))]
            places[-1], box = (free or tried)[0]
            boxes.append(box)
            clear = clear and bool(free)
    return Signs(tuple(places), tuple(boxes), clear)


def _clearest(pair: Pair, places: Sequence[Point], radius: float, bends: Sequence[float]) -> Route:
    """Take the first bend that meets nobody, or the one that meets fewest."""
    others = [at for one, at in enumerate(places) if one not in pair.ends]
    best, fewest = _bent(pair, places, bends[0]), len(others) + 3
    for bend in bends:
        route = _bent(pair, places, bend)
        outside = any(hypot(x, y) > radius for x, y in route.curve.points)
        met = sum(_meets(route, at, _CLEAR) for at in others) + _meets(route, (0, 0), CLIENT + 4) + outside
        if met < fewest:
            best, fewest = route, met
        if not met:
            break
    return best


def _bent(pair: Pair, places: Sequence[Point], bend: float) -> Route:
    return Route(pair, Curve.between(places[pair.a], places[pair.b], bend), bend)


def _meets(route: Route, at: Point, clear: float) -> bool:
    return any(hypot(x - at[0], y - at[1]) < clear for x, y in route.curve.points)

"""The frame of a sociogram: rings by closeness and sectors by life domain, before anybody is placed.

Angles run clockwise from the top, in radians; the client stands in the origin.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt, tau

from netwerkanalyse.report.pictures.pen import Point
from netwerkanalyse.report.sociogram.facts import Area, Facts, Person

CLIENT = 27.0
"""Radius of the client's own disc."""

_CORE = 40.0
_SMALLEST = 235.0
_PER_PERSON = 62.0
_NARROWEST = 0.42
_EVEN = 0.6
"""At most this part of the circle is divided evenly; the rest goes where the people are."""
_ROOM = 1100.0
"""Room that one person with a label takes, when packed tightly."""


@dataclass(frozen=True)
class Band:
    """A ring for one closeness; the closeness is None for people of whom it was not asked."""

    circle: int | None
    inner: float
    outer: float


@dataclass(frozen=True)
class Sector:
    """The slice of one life domain."""

    area: Area
    number: int
    start: float
    end: float

    @property
    def middle(self) -> float:
        """The angle halfway."""
        return (self.start + self.end) / 2

    @property
    def spread(self) -> float:
        """The angle between both sides."""
        return self.end - self.start


@dataclass(frozen=True)
class Frame:
    """Rings and sectors."""

    bands: tuple[Band, ...]
    sectors: tuple[Sector, ...]

    @property
    def radius(self) -> float:
        """Radius of the outermost ring."""
        return self.bands[-1].outer

    def band_of(self, person: Person) -> Band:
        """Return the ring a person belongs in."""
        return next(band for band in self.bands if band.circle == person.circle)

    def sector_of(self, person: Person) -> Sector:
        """Return the sector of the life domain a person supports in most."""
        return next(sector for sector in self.sectors if sector.area.domain == person.main)


def polar(angle: float, radius: float) -> Point:
    """Return the point at an angle and a distance from the client."""
    return radius * sin(angle), -radius * cos(angle)


def make_frame(facts: Facts, other: str, room: float) -> Frame:
    """Lay out rings and sectors with enough room for everybody.

    Parameters
    ----------
    facts
        Whom and what to show.
    other
        Label of the sector for people without support in a life domain.
    room
        How generous to be: 1 is about what people and labels need.

    Returns
    -------
    frame
        Sectors get their angle by the number of people in them, rings their width by the fullest sector.
    """
    areas = list(facts.areas)
    if not areas or any(not person.domains for person in facts.people):
        areas.append(Area("", other))
    sectors = divided(areas, [sum(person.main == area.domain for person in facts.people) for area in areas])
    circles = sorted({person.circle for person in facts.people if person.circle is not None})
    shown: list[int | None] = [1, 2, 3] if circles else []
    if not circles or any(person.circle is None for person in facts.people):
        shown.append(None)
    smallest = max(_SMALLEST, _PER_PERSON * sqrt(len(facts.people)))
    least = (smallest * sqrt(room) - _CORE) / len(shown)
    bands: list[Band] = []
    for circle in shown:
        inner = bands[-1].outer if bands else _CORE
        outer = max(inner + least, _far_enough(facts.people, sectors, circle, inner, room))
        bands.append(Band(circle, inner, outer))
    return Frame(tuple(bands), sectors)


def divided(areas: Sequence[Area], counts: Sequence[int]) -> tuple[Sector, ...]:
    """Divide the circle: every sector something, and more for more people."""
    smallest = min(_NARROWEST, _EVEN * tau / len(areas))
    free = tau - smallest * len(areas)
    total = sum(counts)
    sectors: list[Sector] = []
    start = 0.0
    for number, (area, count) in enumerate(zip(areas, counts, strict=True), start=1):
        share = count / total if total else 1 / len(areas)
        end = start + smallest + free * share
        sectors.append(Sector(area, number, start, end))
        start = end
    return tuple(sectors)


def _far_enough(
    people: tuple[Person, ...], sectors: tuple[Sector, ...], circle: int | None, inner: float, room: float
) -> float:
    """Return the outer radius at which the fullest sector of a ring has room for its people."""
    fullest = max(
        sum(person.circle == circle and person.main == sector.area.domain for person in people) / sector.spread
        for sector in sectors
    )
    return sqrt(inner * inner + 2 * room * _ROOM * fullest)


def turned(angle: float) -> float:
    """Bring an angle between minus pi and pi."""
    return (angle + pi) % tau - pi

"""Places in a sociogram, computed once; every renderer draws the same places.

The same facts give the same places. When people, labels and signs are not clear of each other, the picture gets more
room and is placed again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import pi

from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.pen import Point
from netwerkanalyse.report.sociogram import words
from netwerkanalyse.report.sociogram.boxes import Box
from netwerkanalyse.report.sociogram.facts import Facts, Layer
from netwerkanalyse.report.sociogram.frame import CLIENT, Frame, make_frame, polar
from netwerkanalyse.report.sociogram.labels import Label, Words, clear, crosses, place_labels, shape_box, words_of
from netwerkanalyse.report.sociogram.placing import place_people
from netwerkanalyse.report.sociogram.rim import Rim, rim
from netwerkanalyse.report.sociogram.routes import Route, chosen, routes, signs
from netwerkanalyse.texts import text

BAND_SIZE = 10.0
"""Size of the letters of the names of rings."""

_NEAR = 7.0
"""So close to its name a line is in the way; half of what lies between two points along a long line."""
_ROOMS = tuple(1.12**step for step in range(36))


@dataclass(frozen=True)
class Layout:
    """Where everything in a sociogram stands; the client stands in the origin.

    Parameters
    ----------
    frame
        Rings and sectors.
    places
        The middle of each person's shape, in the order of the people.
    labels
        Each person's label.
    rims
        The name of each sector, outside the rings.
    bands
        The name of each ring.
    routes
        How the line of each pair runs.
    signs
        Where the sign of each line stands.
    """

    frame: Frame
    places: tuple[Point, ...]
    labels: tuple[Label, ...]
    rims: tuple[Rim, ...]
    bands: tuple[tuple[str, Box], ...]
    routes: tuple[Route, ...]
    signs: tuple[Point, ...]

    @property
    def box(self) -> Box:
        """The room the whole picture takes."""
        around = Box.around((0, 0), 2 * self.frame.radius, 2 * self.frame.radius)
        for box in (*(name.box for name in self.rims), *(label.box for label in self.labels)):
            around = around.joined(box)
        return around


def lay_out(facts: Facts) -> Layout:
    """Place everything.

    Parameters
    ----------
    facts
        Whom and what to show.

    Returns
    -------
    layout
        No shape, no label and no sign on a line overlaps another.
    """
    taken = [Box.around((0, 0), 2 * CLIENT + 4, 2 * CLIENT + 4)]
    for room in _ROOMS:
        frame = make_frame(facts, text("picture.other", facts.lang), room)
        said = _words(facts, frame)
        places = place_people(facts, frame, said, taken)
        lines = routes(chosen(facts, places), places, frame.radius)
        seen = [route.curve.points for route in lines if route.pair.layer is not Layer.MISSING]
        # A sign can only stand on its line and a label on any side of its shape: so the signs choose first.
        shapes = [shape_box(at) for at in places]
        signed = signs(lines, [*taken, *shapes])
        occupied = [*taken, *signed.boxes]
        labels, free = place_labels(places, said, occupied, seen)
        if free and signed.clear and clear(places, taken):
            break
    drawn = [*occupied, *(label.box for label in labels), *shapes]
    remarks = [words.remarks(sector.area, facts) for sector in frame.sectors]
    rims = rim(frame, remarks, drawn)
    bands = band_names(frame, facts.lang, drawn, [route.curve.points for route in lines])
    return Layout(frame, tuple(places), labels, rims, bands, lines, signed.places)


def _words(facts: Facts, frame: Frame) -> list[Words]:
    """Say who everybody is, with the numbers of further sectors."""
    number = {sector.area.domain: sector.number for sector in frame.sectors}
    return [words_of(person.label, [number[domain] for domain in person.domains[1:]]) for person in facts.people]


def band_names(
    frame: Frame, lang: str, drawn: Sequence[Box], lines: Sequence[Sequence[Point]] = ()
) -> tuple[tuple[str, Box], ...]:
    """Name the rings just inside their outer line: where ``drawn`` leaves room, fewest lines pass, nearest the top."""
    named = []
    for band in frame.bands:
        name = text(f"picture.circle.{band.circle or 'unknown'}", lang)
        size = font.width(name, BAND_SIZE), BAND_SIZE + 3
        turns = (side * step * pi / 36 for step in range(36) for side in (1, -1))
        boxes = [Box.around(polar(turn, band.outer - 9), *size) for turn in turns]
        free = [box for box in boxes if not any(box.overlaps(other) for other in drawn)]
        named.append((name, min(free or boxes[:1], key=lambda box: _passing(lines, box))))
    return tuple(named)


def _passing(lines: Sequence[Sequence[Point]], box: Box) -> int:
    """Count the lines that pass through a box or close by."""
    near = Box(box.left - _NEAR, box.top - _NEAR, box.right + _NEAR, box.bottom + _NEAR)
    return sum(crosses(line, near) for line in lines)

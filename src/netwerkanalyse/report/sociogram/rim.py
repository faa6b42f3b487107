"""The names of the life domains, outside the rings, with a word about gaps and doublures."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.pen import LINE
from netwerkanalyse.report.sociogram.boxes import Box
from netwerkanalyse.report.sociogram.frame import Frame, Sector, polar
from netwerkanalyse.report.sociogram.words import Remark

SIZE = 12.5
SMALL = 11.0
BADGE = 8.0
"""Radius of the number of a sector."""
INDENT = 2 * BADGE + 4
"""Where the words start, right of the number."""

_IDEAL = 140.0
_OFF = 8.0
_AIR = 3.0


@dataclass(frozen=True)
class Rim:
    """The name of a sector with its place."""

    sector: Sector
    name: tuple[str, ...]
    remarks: tuple[Remark, ...]
    box: Box


def rim(frame: Frame, remarks: Sequence[Sequence[Remark]], taken: Sequence[Box]) -> tuple[Rim, ...]:
    """Place the name of every sector as close to its middle as the others leave room for.

    Parameters
    ----------
    frame
        Rings and sectors.
    remarks
        What to say below each name.
    taken
        Room that is taken already.

    Returns
    -------
    names
        One for every sector.
    """
    placed: list[Rim] = []
    for sector, said in zip(frame.sectors, remarks, strict=True):
        name = font.wrap(font.clean(sector.area.label), SIZE, ideal=_IDEAL, widest=160, lines=3, bold=True)
        lines = [
            Remark(line, one.pressing)
            for one in said
            for line in font.wrap(one.words, SMALL, ideal=_IDEAL, widest=160, lines=3)
        ]
        boxes = [*taken, *(other.box for other in placed)]
        placed.append(Rim(sector, name, tuple(lines), _beside(frame, sector, _size(name, lines), boxes)))
    return tuple(placed)


def _size(name: Sequence[str], remarks: Sequence[Remark]) -> tuple[float, float]:
    wide = max(
        [font.width(line, SIZE, bold=True) for line in name] + [font.width(line.words, SMALL) for line in remarks]
    )
    return wide + INDENT, (len(name) * SIZE + len(remarks) * SMALL) * LINE


def _beside(frame: Frame, sector: Sector, size: tuple[float, float], taken: Sequence[Box]) -> Box:
    """Return the first free box, further from the rings and from the middle of the sector at every try."""
    for off, share in product(range(0, 400, 8), (0.0, 0.2, -0.2, 0.4, -0.4)):
        box = _outside(sector.middle + share * sector.spread, frame.radius + _OFF + off, size)
        if not any(box.overlaps(other, _AIR) for other in taken):
            return box
    return box


def _outside(angle: float, radius: float, size: tuple[float, float]) -> Box:
    """Return the box at an angle that just stays outside a circle."""
    off = radius
    while True:
        box = Box.around(polar(angle, off), *size)
        x, y = box.nearest((0, 0))
        if x * x + y * y >= radius * radius:
            return box
        off += 2

"""The picture of a large region: a bubble a sector, larger with more organisations, lines thicker with more ties."""

from collections.abc import Mapping, Sequence
from math import cos, pi, sin, sqrt

from netwerkanalyse.report.pictures.palette import INK, PAPER, TIE
from netwerkanalyse.report.pictures.pen import Element, Point, crop, draw, explain, finished, picture, write
from netwerkanalyse.report.region_map.network import PAINTS, group_of

_RING = 265.0
_SIZE = 13.0
_LARGEST = 54.0


def bubbles_svg(
    title: str,
    about: str,
    sectors: Sequence[tuple[str, str, int]],
    ties: Mapping[tuple[str, str], int],
    *,
    name: str,
) -> str:
    """Draw sectors in a circle with the ties between them.

    Parameters
    ----------
    title, about
        What it is, and what it shows in words.
    sectors
        Code, name and number of organisations of every sector.
    ties
        Number of ties between two sectors; those within one stand in its bubble.
    name
        Starts every identifier in the picture.

    Returns
    -------
    svg
        The picture.
    """
    svg = picture(title, about, name)
    places = {code: _place(number, len(sectors)) for number, (code, _, _) in enumerate(sectors)}
    names = {code: words for code, words, _ in sectors}
    most = max([count for (one, other), count in ties.items() if one != other], default=1) or 1
    for (one, other), count in sorted(ties.items(), key=lambda item: item[1]):
        if one != other and count:
            (x, y), (u, v) = places[one], places[other]
            wide = 0.8 + 11 * count / most
            line = draw(svg, "line", x1=x, y1=y, x2=u, y2=v, stroke=TIE, stroke_width=wide, stroke_opacity=0.45)
            explain(line, f"{names[one]} – {names[other]}: {count}")
    largest = max([count for _, _, count in sectors], default=1)
    for code, words, count in sectors:
        x, y = places[code]
        paint, radius = PAINTS[group_of(code)], 14 + (_LARGEST - 14) * sqrt(count / largest)
        bubble = draw(svg, "circle", cx=x, cy=y, r=radius, fill=paint.fill, stroke=paint.edge, stroke_width=1.6)
        explain(bubble, f"{words}: {count}; {ties.get((code, code), 0)}")
        ink = PAPER if group_of(code) in {"medical", "other"} else INK
        write(svg, (x, y + 4), [str(count)], _SIZE, fill=ink, bold=True, halo=False)
        _name(svg, places[code], radius, words)
    crop(svg, -_RING - 330, -_RING - 90, _RING + 330, _RING + 90)
    return finished(svg)


def _name(svg: Element, at: Point, radius: float, words: str) -> None:
    """Write a name on the outer side of a bubble, where no line and no other bubble is."""
    x, y = at
    if abs(x) > _RING / 3:
        away = radius + 6 if x > 0 else -radius - 6
        write(svg, (x + away, y + 4), [words], _SIZE, anchor="start" if x > 0 else "end")
    else:
        write(svg, (x, y + (radius + _SIZE + 3 if y > 0 else -radius - 6)), [words], _SIZE)


def _place(number: int, count: int) -> Point:
    angle = 2 * pi * number / max(count, 1) - pi / 2
    return _RING * 1.1 * cos(angle), _RING * sin(angle)

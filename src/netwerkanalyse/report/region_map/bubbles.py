"""The picture of a large region: a bubble a sector, larger with more organisations, lines thicker with more ties."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import cos, pi, sin, sqrt

from netwerkanalyse.report.pictures.palette import INK, PAPER, TIE
from netwerkanalyse.report.pictures.pen import Element, Point, crop, draw, explain, finished, picture, write
from netwerkanalyse.report.region_map.network import PAINTS, group_of

_RING = 265.0
_SIZE = 13.0
_SMALLEST = 14.0
_LARGEST = 54.0
_UPRIGHT = 0.2
"""Where a name goes out this little to the side, it stands in the middle above or under its bubble."""


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
    largest = max([count for _, _, count in sectors], default=1)
    radii = {code: _SMALLEST + (_LARGEST - _SMALLEST) * sqrt(count / largest) for code, _, count in sectors}
    angles = dict(zip(radii, _angles(list(radii.values())), strict=True))
    places = {code: (_RING * 1.1 * cos(angle), _RING * sin(angle)) for code, angle in angles.items()}
    names = {code: words for code, words, _ in sectors}
    most = max([count for (one, other), count in ties.items() if one != other], default=1) or 1
    for (one, other), count in sorted(ties.items(), key=lambda item: item[1]):
        if one != other and count:
            (x, y), (u, v) = places[one], places[other]
            wide = 0.8 + 11 * count / most
            line = draw(svg, "line", x1=x, y1=y, x2=u, y2=v, stroke=TIE, stroke_width=wide, stroke_opacity=0.45)
            explain(line, f"{names[one]} – {names[other]}: {count}")
    for code, words, count in sectors:
        x, y = places[code]
        paint = PAINTS[group_of(code)]
        bubble = draw(svg, "circle", cx=x, cy=y, r=radii[code], fill=paint.fill, stroke=paint.edge, stroke_width=1.6)
        explain(bubble, f"{words}: {count}; {ties.get((code, code), 0)}")
        ink = PAPER if group_of(code) in {"medical", "other"} else INK
        write(svg, (x, y + 4), [str(count)], _SIZE, fill=ink, bold=True, halo=False)
    for code, words, _ in sectors:
        _name(svg, places[code], angles[code], radii[code], words)
    crop(svg, -_RING - 330, -_RING - 90, _RING + 330, _RING + 90)
    return finished(svg)


def _angles(radii: Sequence[float]) -> list[float]:
    """Divide the circle from the top on: between two bubbles as much as their sizes ask for."""
    between = [one + other for one, other in zip(radii, [*radii[1:], *radii[:1]], strict=True)]
    reached = [0.0, *accumulate(between)]
    return [2 * pi * at / reached[-1] - pi / 2 for at in reached[:-1]]


def _name(svg: Element, at: Point, angle: float, radius: float, words: str) -> None:
    """Write a name straight outwards from a bubble, where no line and no other bubble is."""
    x, y = at[0] + (radius + 6) * cos(angle), at[1] + (radius + 6) * sin(angle)
    if abs(cos(angle)) > _UPRIGHT:
        write(svg, (x, y + 4), [words], _SIZE, anchor="start" if x > 0 else "end")
    else:
        write(svg, (x, y + (_SIZE if y > 0 else 0)), [words], _SIZE)

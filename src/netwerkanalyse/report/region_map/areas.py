"""A map of areas, drawn from the shapes that the planner brings."""

from collections.abc import Iterator, Mapping
from math import cos, radians
from typing import TypeAlias

from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.palette import GREY, INK, PAPER
from netwerkanalyse.report.pictures.pen import (
    Element,
    Point,
    crop,
    draw,
    explain,
    finished,
    hatching,
    path,
    picture,
    write,
)
from netwerkanalyse.report.region_map.heat import Cell, shade

Shape: TypeAlias = tuple[tuple[Point, ...], ...]
"""The rings of an area as (longitude, latitude); a ring within another is a hole."""

_WIDE, _HIGH = 760.0, 620.0
_SIZE = 12.0
_LINES = 16
"""So many strips are looked at for a place for the name."""


def areas_svg(
    title: str,
    about: str,
    shapes: Mapping[str, Shape],
    cells: Mapping[str, Cell],
    names: Mapping[str, str],
    *,
    name: str,
) -> str:
    """Draw areas, darker where there is more: equirectangular, true to scale at the mean latitude.

    Parameters
    ----------
    title, about
        What it is, and what it shows in words.
    shapes
        Area to its shape.
    cells
        Area to what is said of it; an area without is drawn empty.
    names
        What areas are called.
    name
        Starts every identifier in the picture.

    Returns
    -------
    svg
        The picture.
    """
    svg = picture(title, about, name)
    unknown = hatching(draw(svg, "defs"), f"{name}-unknown", GREY, under=PAPER)
    placed = _placed(shapes)
    for area, rings in placed.items():
        cell = cells.get(area, Cell("", None))
        outline = "".join(path(ring, closed=True) for ring in rings)
        fill = unknown if cell.depth is None else shade(cell.depth)
        drawn = draw(svg, "path", d=outline, fill=fill, fill_rule="evenodd", stroke=INK, stroke_width=1)
        explain(drawn, f"{names.get(area, area)}: {cell.more or cell.words}")
    for area, rings in placed.items():
        _label(svg, rings, font.clean(names.get(area, area)), cells.get(area, Cell("", None)).words)
    points = [point for rings in placed.values() for ring in rings for point in ring]
    crop(svg, -60, -20, max(x for x, _ in points) + 60, max(y for _, y in points) + 20)
    return finished(svg)


def _placed(shapes: Mapping[str, Shape]) -> dict[str, list[list[Point]]]:
    """Bring longitude and latitude to the paper, north up; the largest first, so that it hides no area within it."""
    every = [point for rings in shapes.values() for ring in rings for point in ring]
    west, east = (edge(x for x, _ in every) for edge in (min, max))
    south, north = (edge(y for _, y in every) for edge in (min, max))
    squeeze = cos(radians((south + north) / 2)) or 1.0
    wide, high = max((east - west) * squeeze, 1e-9), max(north - south, 1e-9)
    scale = min(_WIDE / wide, _HIGH / high)
    placed = {
        area: [[((x - west) * squeeze * scale, (north - y) * scale) for x, y in ring] for ring in rings]
        for area, rings in shapes.items()
    }
    return dict(sorted(placed.items(), key=lambda item: -max(map(_size, item[1]))))


def _label(svg: Element, rings: list[list[Point]], name: str, words: str) -> None:
    """Write the name where the area is wide, never in a hole or in a bay of another area."""
    write(svg, _inside(rings), [font.cut(name, _SIZE, 150), *([words] if words else [])], _SIZE)


def _inside(rings: list[list[Point]]) -> Point:
    """Find the middle of a wide stretch of the area: of lines from west to east, those halfway count most."""
    heights = [y for ring in rings for _, y in ring]
    north, south = min(heights), max(heights)
    stretches = []
    for line in range(1, _LINES):
        part = line / _LINES
        y = north + part * (south - north)
        edges = sorted(_crossings(rings, y))
        for west, east in zip(edges[::2], edges[1::2], strict=True):
            stretches.append(((east - west) * (1 - abs(part - 0.5)), ((west + east) / 2, y)))
    return max(stretches)[1] if stretches else rings[0][0]


def _crossings(rings: list[list[Point]], height: float) -> Iterator[float]:
    """Say where the outline crosses a line from west to east; an even number of times, as every ring is closed."""
    for ring in rings:
        for (x, y), (u, v) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y > height) != (v > height):
                yield x + (height - y) / (v - y) * (u - x)


def _size(ring: list[Point]) -> float:
    """Give how much room a ring takes: the surface by the shoelace formula."""
    following = ring[1:] + ring[:1]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(ring, following, strict=True))) / 2

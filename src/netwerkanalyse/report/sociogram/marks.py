"""The signs of a sociogram: shapes of people, lines of pairs. The picture and its legend draw the same ones."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin, tau

from netwerkanalyse.report.pictures.palette import (
    DOUBLE,
    DOUBLE_EDGE,
    GREY,
    INK,
    KINDS,
    PAPER,
    SOFT,
    TENSION,
    TIE,
)
from netwerkanalyse.report.pictures.pen import Element, Point, draw, path, write
from netwerkanalyse.report.sociogram.facts import Layer, Person
from netwerkanalyse.report.sociogram.routes import Curve

_UNKNOWN_STRENGTH = 0.4


def person(parent: Element, at: Point, who: Person) -> Element:
    """Draw a person: the shape says the kind, dashes and small signs say the rest."""
    group = draw(parent, "g")
    x, y = at
    paint = KINDS[who.kind]
    if who.activatable:
        looks = {"fill": PAPER, "stroke": paint.edge, "stroke_width": 1.8, "stroke_dasharray": "3 2.5"}
    else:
        looks = {"fill": paint.fill, "stroke": paint.edge, "stroke_width": 1.8}
    _SHAPES[who.kind](group, x, y, looks)
    if who.nominated:
        star(group, (x + 11, y - 10))
    if who.hindering:
        bolt(group, (x - 12, y - 9))
    if who.unsafe:
        _exclamation(group, (x + 12, y + 9))
    if who.unwanted:
        draw(group, "path", d=path([(x - 13, y + 13), (x + 13, y - 13)]), stroke=INK, stroke_width=2.4)
    return group


def tie(parent: Element, curve: Curve, sign: Point, layer: Layer, strength: float | None = None) -> None:
    """Draw what joins two people, with the sign that belongs to it at a point on the line."""
    _TIES[layer](parent, curve, sign, _UNKNOWN_STRENGTH if strength is None else strength)


def star(parent: Element, at: Point) -> None:
    """Draw the sign of somebody the client chose."""
    turns = [(5.6 if step % 2 == 0 else 2.5, step * pi / 5) for step in range(10)]
    points = [(at[0] + size * sin(turn), at[1] - size * cos(turn)) for size, turn in turns]
    draw(parent, "path", d=path(points, closed=True), fill=DOUBLE, stroke=INK, stroke_width=1)


def bolt(parent: Element, at: Point) -> None:
    """Draw the sign of what costs strength, and of tension."""
    x, y = at
    corners = ((1.5, -7), (-4.5, 1), (-0.5, 1), (-1.5, 7), (4.5, -1.5), (0.5, -1.5))
    points = [(x + right, y + down) for right, down in corners]
    draw(parent, "path", d=path(points, closed=True), fill=TENSION, stroke=PAPER, stroke_width=1)


def storm(parent: Element, at: Point) -> None:
    """Draw the sign on a line of tension."""
    draw(parent, "circle", cx=at[0], cy=at[1], r=8.5, fill=PAPER, stroke=TENSION, stroke_width=1.2)
    bolt(parent, at)


def open_circle(parent: Element, at: Point) -> None:
    """Draw the sign on the line of a missing tie."""
    draw(parent, "circle", cx=at[0], cy=at[1], r=4, fill=PAPER, stroke=GREY, stroke_width=1.4)


def badge(parent: Element, at: Point, number: int, size: float = 6.0) -> None:
    """Draw the number of a sector."""
    draw(parent, "circle", cx=at[0], cy=at[1], r=size, fill=PAPER, stroke=SOFT, stroke_width=1)
    write(parent, (at[0], at[1] + size * 0.55), [str(number)], size * 1.5, fill=INK, halo=False)


def _exclamation(parent: Element, at: Point) -> None:
    draw(parent, "circle", cx=at[0], cy=at[1], r=6.5, fill=TENSION, stroke=PAPER, stroke_width=1)
    write(parent, (at[0], at[1] + 3.6), ["!"], 10, fill=PAPER, bold=True, halo=False)


def _round(group: Element, x: float, y: float, looks: dict[str, object]) -> None:
    draw(group, "circle", cx=x, cy=y, r=11, **looks)


def _square(group: Element, x: float, y: float, looks: dict[str, object]) -> None:
    draw(group, "rect", x=x - 10, y=y - 10, width=20, height=20, rx=2, **looks)


def _diamond(group: Element, x: float, y: float, looks: dict[str, object]) -> None:
    draw(group, "path", d=path([(x, y - 13), (x + 13, y), (x, y + 13), (x - 13, y)], closed=True), **looks)


def _question(group: Element, x: float, y: float, looks: dict[str, object]) -> None:
    corners = [(x + 12 * sin(turn), y - 12 * cos(turn)) for turn in (step * tau / 6 for step in range(6))]
    draw(group, "path", d=path(corners, closed=True), **looks)
    write(group, (x, y + 4.4), ["?"], 12, bold=True, halo=False)


_SHAPES: dict[str, Callable[[Element, float, float, dict[str, object]], None]] = {
    "informal": _round,
    "formal": _square,
    "peer": _diamond,
    "": _question,
}


def _coordinates(parent: Element, curve: Curve, _sign: Point, strength: float) -> None:
    _line(parent, _along(curve), stroke=TIE, stroke_width=1.3 + 2.2 * strength)


def _knows(parent: Element, curve: Curve, _sign: Point, strength: float) -> None:
    _line(parent, _along(curve), stroke=SOFT, stroke_width=0.8 + 1.6 * strength, stroke_dasharray="8 4")


def _missing(parent: Element, curve: Curve, sign: Point, _strength: float) -> None:
    _line(parent, _along(curve), stroke=GREY, stroke_width=1.4, stroke_dasharray="1.5 4")
    open_circle(parent, sign)


def _double(parent: Element, curve: Curve, _sign: Point, _strength: float) -> None:
    along = _along(curve)
    _line(parent, along, stroke=DOUBLE_EDGE, stroke_width=8)
    _line(parent, along, stroke=DOUBLE, stroke_width=6)
    _line(parent, along, stroke=DOUBLE_EDGE, stroke_width=1)


def _maybe_double(parent: Element, curve: Curve, _sign: Point, _strength: float) -> None:
    # The band of a doublure in pieces: not a matter of colour, so that it can be told apart in print too.
    along = _along(curve)
    for stroke, width in ((DOUBLE_EDGE, 8), (DOUBLE, 6)):
        draw(
            parent,
            "path",
            d=along,
            fill="none",
            stroke_linecap="butt",
            stroke=stroke,
            stroke_width=width,
            stroke_dasharray="9 6",
        )
    _line(parent, along, stroke=DOUBLE_EDGE, stroke_width=1, stroke_dasharray="1 4")


def _tension(parent: Element, curve: Curve, sign: Point, _strength: float) -> None:
    _line(parent, path(zigzag(curve.points)), stroke=TENSION, stroke_width=1.5)
    storm(parent, sign)


_TIES: dict[Layer, Callable[[Element, Curve, Point, float], None]] = {
    Layer.COORDINATES: _coordinates,
    Layer.KNOWS: _knows,
    Layer.MISSING: _missing,
    Layer.DOUBLE: _double,
    Layer.MAYBE_DOUBLE: _maybe_double,
    Layer.TENSION: _tension,
}


def _line(parent: Element, along: str, **looks: object) -> None:
    draw(parent, "path", d=along, fill="none", stroke_linecap="round", stroke_linejoin="round", **looks)


def _along(curve: Curve) -> str:
    """Return the path of a curve."""
    (x1, y1), (x2, y2), (x3, y3) = curve.start, curve.control, curve.end
    return f"M{x1:.1f} {y1:.1f}Q{x2:.1f} {y2:.1f} {x3:.1f} {y3:.1f}"


def zigzag(points: Sequence[Point], step: float = 5.0, swing: float = 3.2) -> list[Point]:
    """Return the points of a zigzag along a line."""
    made = [points[0]]
    side, due = 1.0, step
    for (x1, y1), (x2, y2) in pairwise(points):
        length = hypot(x2 - x1, y2 - y1)
        while length and due <= length:
            share = due / length
            across = swing * side / length
            made.append((x1 + share * (x2 - x1) - across * (y2 - y1), y1 + share * (y2 - y1) + across * (x2 - x1)))
            side, due = -side, due + step
        due -= length
    return [*made, points[-1]]

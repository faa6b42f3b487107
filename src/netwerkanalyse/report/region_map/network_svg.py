"""The picture of one layer: shapes with the number of their sector, and lines between them."""

from math import hypot

from netwerkanalyse.report.pictures.key import Entry, Sign, draw_key
from netwerkanalyse.report.pictures.palette import INK, PAPER, SOFT, TIE
from netwerkanalyse.report.pictures.pen import Element, Point, crop, draw, explain, finished, path, picture, write
from netwerkanalyse.report.region_map.network import PAINTS, Drawing, Tie, group_of
from netwerkanalyse.report.sociogram.labels import SIZE
from netwerkanalyse.texts import text

_RADIUS = 13.0
_MARGIN = 70.0
_ARROW = 8.0
_DASHES = {
    "referral": "",
    "cooperation": "",
    "agreement": "9 4",
    "information": "2 4",
    "funding": "12 4 2 4",
    "secondment": "6 3 2 3",
    "consultation": "4 4",
}
"""Dashes of the line of every layer that is drawn; with a direction there is an arrow too."""


def network_svg(drawing: Drawing, layer: str, *, name: str) -> str:
    """Draw one layer.

    Parameters
    ----------
    drawing
        The organisations on their places.
    layer
        Which layer.
    name
        Starts every identifier in the picture.

    Returns
    -------
    svg
        The picture.
    """
    evidence = drawing.evidence
    about = evidence.say("picture.network.about", layer=evidence.layer(layer))
    svg = picture(evidence.say("picture.network.title", layer=evidence.layer(layer)), about, name)
    directed = evidence.networks[layer].listed.directed
    for tie in drawing.ties[layer]:
        _line(svg, drawing, tie, layer, directed=directed)
    for at, sector, words in zip(drawing.places, drawing.sectors, drawing.organisations, strict=True):
        group = draw(svg, "g")
        _shape(group, at, sector, drawing.numbers.get(sector))
        explain(group, f"{words} ({evidence.sector(sector or None)})")
    for label in drawing.labels:
        middle = (label.box.left + label.box.right) / 2
        write(svg, (middle, label.box.top + SIZE), [line for line in label.words.lines if line], SIZE)
    xs, ys = ([point[axis] for point in drawing.places] for axis in (0, 1))
    left, right = min(xs) - _MARGIN, max(*xs, min(xs) + 620) + _MARGIN
    bottom = draw_key(svg, _key(drawing, layer), [], left + 10, max(ys) + _MARGIN, right - left - 20)
    crop(svg, left, min(ys) - _MARGIN, right, bottom + 8)
    return finished(svg)


def _key(drawing: Drawing, layer: str) -> list[Entry]:
    """Say which number is which sector, and what a line is."""
    evidence = drawing.evidence
    entries = [Entry(_sign(sector, number), evidence.sector(sector)) for sector, number in drawing.numbers.items()]
    if "" in drawing.sectors:
        entries.append(Entry(_sign("", None), evidence.sector(None)))
    directed = evidence.networks[layer].listed.directed

    def line(svg: Element, x: float, y: float) -> None:
        draw(svg, "path", d=path([(x - 16, y), (x + 16, y)]), stroke=TIE, stroke_dasharray=_DASHES[layer] or "none")
        if directed:
            _arrow(svg, (x + 16, y), (1.0, 0.0))

    return [*entries, Entry(line, text(f"region_report.picture.tie.{directed}".lower(), evidence.lang))]


def _sign(sector: str, number: int | None) -> Sign:
    """Draw the shape of a sector in the key."""
    return lambda svg, x, y: _shape(svg, (x, y), sector, number)


def _line(svg: Element, drawing: Drawing, tie: Tie, layer: str, *, directed: bool) -> None:
    """Draw a tie from edge to edge, with an arrow where it has a direction."""
    (x, y), (u, v) = drawing.places[tie.source], drawing.places[tie.target]
    long = hypot(u - x, v - y)
    if long <= 2 * _RADIUS:
        return
    along = ((u - x) / long, (v - y) / long)
    gap = _RADIUS + 3
    start, end = ((x + along[0] * gap, y + along[1] * gap), (u - along[0] * gap, v - along[1] * gap))
    thin = max(0.5, 1.4 - len(drawing.ties[layer]) / 500)
    looks = {"stroke": TIE, "stroke_width": thin, "stroke_opacity": 0.7}
    draw(svg, "path", d=path([start, end]), stroke_dasharray=_DASHES[layer] or "none", **looks)
    if directed:
        _arrow(svg, end, along)


def _arrow(svg: Element, tip: Point, along: Point) -> None:
    back = (tip[0] - along[0] * _ARROW, tip[1] - along[1] * _ARROW)
    side = (-along[1] * _ARROW / 2.4, along[0] * _ARROW / 2.4)
    corners = [tip, (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1])]
    draw(svg, "path", d=path(corners, closed=True), fill=TIE)


def _shape(svg: Element, at: Point, sector: str, number: int | None) -> None:
    """Draw a circle (medical), a square (social), a diamond (other) or a dashed circle, with the number in it."""
    group = group_of(sector)
    paint = PAINTS[group]
    looks = {"fill": paint.fill, "stroke": paint.edge, "stroke_width": 1.6}
    x, y = at
    if group == "social":
        draw(svg, "rect", x=x - 11, y=y - 11, width=22, height=22, **looks)
    elif group == "other":
        draw(svg, "path", d=path([(x, y - 15), (x + 15, y), (x, y + 15), (x - 15, y)], closed=True), **looks)
    else:
        draw(svg, "circle", cx=x, cy=y, r=_RADIUS, stroke_dasharray="none" if group else "3 2", **looks)
    ink = PAPER if group in {"medical", "other"} else INK
    if number is not None:
        write(svg, (x, y + 4), [str(number)], 11.0, fill=ink, bold=True, halo=False)
    else:
        write(svg, (x, y + 4), ["?"], 11.0, fill=SOFT, bold=True, halo=False)

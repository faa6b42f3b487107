"""The parts of the picture, each drawn on its own; the static picture and the interactive page put them together."""

from math import pi

from netwerkanalyse.report.pictures.palette import GAP, GREY, INK, LIGHT, PAPER, SOFT, WARM
from netwerkanalyse.report.pictures.pen import LINE, Element, Point, draw, explain, path, write
from netwerkanalyse.report.sociogram import labels, marks, rim, words
from netwerkanalyse.report.sociogram.facts import Facts, Layer, Supply
from netwerkanalyse.report.sociogram.frame import CLIENT, Sector, polar
from netwerkanalyse.report.sociogram.layout import BAND_SIZE, Layout
from netwerkanalyse.texts import text

_UNDER = (Layer.DOUBLE, Layer.MAYBE_DOUBLE, Layer.MISSING, Layer.KNOWS, Layer.COORDINATES, Layer.TENSION)
"""From the line that is drawn first to the line on top."""


def draw_rings(root: Element, placed: Layout) -> None:
    """Draw the rings from the outside in, warmer towards the client."""
    bands = placed.frame.bands
    fills = WARM[1:] if bands[0].circle is None else WARM
    for fill, band in reversed(list(zip(fills, bands, strict=False))):
        dashes = {"stroke_dasharray": "2 4"} if band.circle is None else {}
        draw(root, "circle", cx=0, cy=0, r=band.outer, fill=fill, stroke=LIGHT, stroke_width=1.4, **dashes)


def draw_sectors(root: Element, placed: Layout, hatch: str) -> None:
    """Draw the sectors: an empty place for a gap, a dashed edge where support falls short or nobody asked."""
    inner, outer = placed.frame.bands[0].inner, placed.frame.radius
    if len(placed.frame.sectors) > 1:
        for sector in placed.frame.sectors:
            ends = polar(sector.start, inner), polar(sector.start, outer)
            draw(root, "path", d=path(ends), stroke=LIGHT, stroke_width=1.4)
    for sector in placed.frame.sectors:
        state = sector.area.state
        if state is Supply.ABSENT:
            slice_ = path(_slice(sector, inner + 6, outer - 4), closed=True)
            draw(root, "path", d=slice_, fill=PAPER)
            draw(root, "path", d=slice_, fill=hatch, stroke=GAP, stroke_width=1.4, opacity=0.55)
        elif state is Supply.SHORT:
            arc = path(_slice(sector, outer - 9, outer - 3), closed=True)
            draw(root, "path", d=arc, fill=PAPER, stroke=GAP, stroke_width=1.3, stroke_dasharray="5 3")
        elif state is Supply.UNASKED:
            arc = path(_slice(sector, outer - 9, outer - 3), closed=True)
            draw(root, "path", d=arc, fill=PAPER, stroke=GREY, stroke_width=1.3, stroke_dasharray="2 3")


def _slice(sector: Sector, inner: float, outer: float) -> list[Point]:
    """Return the outline of a slice, a little inside its sector."""
    steps = max(2, int(sector.spread / pi * 24))
    margin = 3.0
    low, high = sector.start + margin / outer, sector.end - margin / outer
    far = [polar(low + (high - low) * step / steps, outer) for step in range(steps + 1)]
    low, high = sector.start + margin / inner, sector.end - margin / inner
    near = [polar(high - (high - low) * step / steps, inner) for step in range(steps + 1)]
    return [*far, *near]


def draw_ties(root: Element, facts: Facts, placed: Layout) -> None:
    """Draw what joins people, the quiet lines first."""
    for layer in _UNDER:
        for route, sign in zip(placed.routes, placed.signs, strict=True):
            if route.pair.layer is layer:
                group = draw(root, "g")
                explain(group, words.between(route.pair, facts))
                marks.tie(group, route.curve, sign, layer, route.pair.strength)


def draw_client(root: Element, facts: Facts) -> None:
    """Draw the client in the middle."""
    draw(root, "circle", cx=0, cy=0, r=CLIENT, fill=INK, stroke=PAPER, stroke_width=3)
    write(root, (0, 4.2), [text("picture.client", facts.lang)], 12.5, fill=PAPER, bold=True, halo=False)


def draw_people(root: Element, facts: Facts, placed: Layout) -> None:
    """Draw everybody's shape."""
    for who, at in zip(facts.people, placed.places, strict=True):
        explain(marks.person(root, at, who), words.about(who, facts))


def draw_labels(root: Element, placed: Layout) -> None:
    """Write everybody's label, with the numbers of further sectors below it."""
    for label in placed.labels:
        x, top = (label.box.left + label.box.right) / 2, label.box.top
        write(root, (x, top + labels.SIZE), label.words.lines, labels.SIZE)
        row = top + len(label.words.lines) * labels.SIZE * LINE + labels.BADGE / 2
        start = x - labels.BADGE * (len(label.words.badges) - 1) / 2
        for slot, number in enumerate(label.words.badges):
            marks.badge(root, (start + slot * labels.BADGE, row), number)


def draw_names(root: Element, placed: Layout) -> None:
    """Write the names of sectors and rings."""
    for name, box in placed.bands:
        write(root, ((box.left + box.right) / 2, box.bottom - 3), [name], BAND_SIZE, fill=SOFT)
    if len(placed.rims) < 2:
        return
    for one in placed.rims:
        left, first = one.box.left + rim.INDENT, one.box.top + rim.SIZE
        marks.badge(root, (one.box.left + rim.BADGE, first - 4.5), one.sector.number, rim.BADGE)
        write(root, (left, first), one.name, rim.SIZE, anchor="start", bold=True, halo=False)
        below = first + (len(one.name) - 1) * rim.SIZE * LINE + rim.SMALL * LINE
        for row, remark in enumerate(one.remarks):
            fill = GAP if remark.pressing else SOFT
            at = (left, below + row * rim.SMALL * LINE)
            write(root, at, [remark.words], rim.SMALL, anchor="start", fill=fill, halo=False)

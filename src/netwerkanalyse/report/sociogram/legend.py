"""The legend of a sociogram: only the signs that are in the picture."""

from collections.abc import Iterator

from netwerkanalyse.model.vocabulary import KIND
from netwerkanalyse.report.pictures.key import Entry, Sign
from netwerkanalyse.report.pictures.palette import GAP, GREY
from netwerkanalyse.report.pictures.pen import draw, hatching
from netwerkanalyse.report.sociogram import marks
from netwerkanalyse.report.sociogram.facts import Facts, Layer, Person, Supply
from netwerkanalyse.report.sociogram.layout import Layout
from netwerkanalyse.report.sociogram.routes import Curve
from netwerkanalyse.texts import listing, plural, text

_NOT_TOGETHER = {Layer.MISSING, Layer.DOUBLE, Layer.MAYBE_DOUBLE}
_LINES = (Layer.COORDINATES, Layer.KNOWS, Layer.TENSION, Layer.DOUBLE, Layer.MAYBE_DOUBLE, Layer.MISSING)
"""The lines, in the order of the legend."""


def entries(facts: Facts, layout: Layout, name: str) -> list[Entry]:
    """List the signs that are in the picture; ``name`` starts their identifiers."""
    return [*_kinds(facts), *_marks(facts), *_lines(facts, layout), *_areas(facts, name)]


def notes(facts: Facts, layout: Layout) -> list[str]:
    """Say how to read the picture, and what is not drawn."""
    lang = facts.lang
    said = []
    if any(person.circle for person in facts.people):
        said.append(text("picture.legend.rings", lang))
    if any(len(person.domains) > 1 for person in facts.people):
        said.append(text("picture.legend.main", lang))
    drawn = {route.pair.ends for route in layout.routes if route.pair.layer in _NOT_TOGETHER}
    if left_out := sum(pair.ends not in drawn for pair in facts.missing):
        said.append(plural("picture.left_out", left_out, lang))
    if facts.unknown_pairs:
        said.append(plural("picture.unknown_pairs", facts.unknown_pairs, lang))
    if facts.unlisted:
        said.append(text("picture.attention.unlisted", lang, domains=listing(list(facts.unlisted), lang)))
    return said


def _kinds(facts: Facts) -> Iterator[Entry]:
    for kind in (*KIND.names, ""):
        if any(person.kind == kind for person in facts.people):
            yield Entry(somebody(Person("", "", kind)), text(f"picture.kind.{kind or 'unknown'}", facts.lang))


def _marks(facts: Facts) -> Iterator[Entry]:
    people = facts.people
    samples = (
        ("nominated", Person("", "", "informal", nominated=True), any(one.nominated for one in people)),
        ("activatable", Person("", "", "informal", activatable=True), any(one.activatable for one in people)),
        ("hindering", Person("", "", "informal", hindering=1), any(one.hindering for one in people)),
        ("unwanted", Person("", "", "informal", unwanted=True), any(one.unwanted for one in people)),
        ("unsafe", Person("", "", "informal", unsafe=True), any(one.unsafe for one in people)),
    )
    for name, sample, there in samples:
        if there:
            yield Entry(somebody(sample), text(f"picture.mark.{name}", facts.lang))
    if any(len(one.domains) > 1 for one in people):
        yield Entry(lambda group, x, y: marks.badge(group, (x, y), 2, 7.0), text("picture.legend.badge", facts.lang))


def _lines(facts: Facts, layout: Layout) -> Iterator[Entry]:
    there = {route.pair.layer for route in layout.routes}
    for layer in _LINES:
        if layer in there:
            yield Entry(stroke(layer), text(f"picture.legend.{layer.value}", facts.lang))


def _areas(facts: Facts, name: str) -> Iterator[Entry]:
    states = {area.state for area in facts.areas}
    if Supply.ABSENT in states:
        yield Entry(_hatched(f"{name}-legend-gap"), text("picture.legend.gap", facts.lang))
    if Supply.SHORT in states:
        yield Entry(_patch(fill="none", stroke=GAP, stroke_dasharray="5 3"), text("picture.legend.short", facts.lang))
    if Supply.UNASKED in states:
        yield Entry(
            _patch(fill="none", stroke=GREY, stroke_dasharray="2 3"), text("picture.legend.unasked", facts.lang)
        )


def somebody(sample: Person) -> Sign:
    """Return the sign of a person."""
    return lambda group, x, y: marks.person(group, (x, y), sample)


def stroke(layer: Layer) -> Sign:
    """Return the sign of a line."""
    return lambda group, x, y: marks.tie(group, Curve.between((x - 17, y), (x + 17, y)), (x, y), layer)


def _hatched(name: str) -> Sign:
    return lambda group, x, y: _patch(fill=hatching(draw(group, "defs"), name, GAP), stroke=GAP)(group, x, y)


def _patch(**looks: str) -> Sign:
    return lambda group, x, y: draw(group, "rect", x=x - 14, y=y - 6, width=28, height=12, stroke_width=1.3, **looks)

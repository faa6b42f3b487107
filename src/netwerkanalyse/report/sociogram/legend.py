"""The legend of a sociogram: only the signs that are in the picture."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from netwerkanalyse.model.vocabulary import KIND
from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.palette import GAP, GREY, SOFT
from netwerkanalyse.report.pictures.pen import LINE, Element, draw, write
from netwerkanalyse.report.sociogram import marks
from netwerkanalyse.report.sociogram.facts import Facts, Layer, Person, Supply
from netwerkanalyse.report.sociogram.layout import Layout
from netwerkanalyse.report.sociogram.routes import Curve
from netwerkanalyse.texts import listing, plural, text

SIZE = 11.0

_SAMPLE = 36.0
_COLUMN = 215.0
_ROW = 29.0


@dataclass(frozen=True)
class Entry:
    """One sign with its meaning; the sign is drawn around a point."""

    sign: Callable[[Element, float, float], object]
    words: str


def entries(facts: Facts, layout: Layout, gap_fill: str) -> list[Entry]:
    """List the signs that are in the picture."""
    return [*_kinds(facts), *_marks(facts), *_lines(facts, layout), *_areas(facts, gap_fill)]


def notes(facts: Facts, layout: Layout) -> list[str]:
    """Say how to read the picture, and what is not drawn."""
    lang = facts.lang
    said = []
    if any(person.circle for person in facts.people):
        said.append(text("picture.legend.rings", lang))
    if any(len(person.domains) > 1 for person in facts.people):
        said.append(text("picture.legend.main", lang))
    drawn = {route.pair.ends for route in layout.routes if route.pair.layer in {Layer.MISSING, Layer.DOUBLE}}
    if left_out := sum(pair.ends not in drawn for pair in facts.missing):
        said.append(plural("picture.left_out", left_out, lang))
    if facts.unknown_pairs:
        said.append(plural("picture.unknown_pairs", facts.unknown_pairs, lang))
    if facts.unlisted:
        said.append(text("picture.attention.unlisted", lang, domains=listing(list(facts.unlisted), lang)))
    return said


def draw_legend(svg: Element, signs: list[Entry], said: list[str], left: float, top: float, wide: float) -> float:
    """Draw the legend in columns and return where it ends.

    Parameters
    ----------
    svg
        The picture.
    signs, said
        Signs with their meaning, and sentences below them.
    left, top, wide
        Where the legend starts, and how wide it may be.

    Returns
    -------
    bottom
        The lower edge.
    """
    columns = max(1, int(wide // _COLUMN))
    column = wide / columns
    rows = -(-len(signs) // columns)
    for number, entry in enumerate(signs):
        x = left + number // rows * column
        y = top + number % rows * _ROW + _ROW / 2
        entry.sign(svg, x + _SAMPLE / 2, y)
        room = column - _SAMPLE - 10
        lines = font.wrap(entry.words, SIZE, ideal=room, widest=room)
        first = y + SIZE * (0.36 - LINE / 2 * (len(lines) - 1))
        write(svg, (x + _SAMPLE + 6, first), lines, SIZE, anchor="start", halo=False)
    bottom = top + rows * _ROW + 6
    for sentence in said:
        lines = font.wrap(sentence, SIZE, ideal=wide - 4, widest=wide, lines=4)
        write(svg, (left, bottom + SIZE), lines, SIZE, anchor="start", fill=SOFT, halo=False)
        bottom += len(lines) * SIZE * LINE + 2
    return bottom


def _kinds(facts: Facts) -> Iterator[Entry]:
    for kind in (*KIND.names, ""):
        if any(person.kind == kind for person in facts.people):
            yield Entry(_somebody(Person("", "", kind)), text(f"picture.kind.{kind or 'unknown'}", facts.lang))


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
            yield Entry(_somebody(sample), text(f"picture.mark.{name}", facts.lang))
    if any(len(one.domains) > 1 for one in people):
        yield Entry(lambda group, x, y: marks.badge(group, (x, y), 2, 7.0), text("picture.legend.badge", facts.lang))


def _lines(facts: Facts, layout: Layout) -> Iterator[Entry]:
    there = {route.pair.layer for route in layout.routes}
    for layer in (Layer.COORDINATES, Layer.KNOWS, Layer.TENSION, Layer.DOUBLE, Layer.MISSING):
        if layer in there:
            yield Entry(_stroke(layer), text(f"picture.legend.{layer.value}", facts.lang))


def _areas(facts: Facts, gap_fill: str) -> Iterator[Entry]:
    states = {area.state for area in facts.areas}
    if Supply.ABSENT in states:
        yield Entry(_patch(fill=gap_fill, stroke=GAP), text("picture.legend.gap", facts.lang))
    if Supply.SHORT in states:
        yield Entry(_patch(fill="none", stroke=GAP, stroke_dasharray="5 3"), text("picture.legend.short", facts.lang))
    if Supply.UNASKED in states:
        yield Entry(
            _patch(fill="none", stroke=GREY, stroke_dasharray="2 3"), text("picture.legend.unasked", facts.lang)
        )


def _somebody(sample: Person) -> Callable[[Element, float, float], object]:
    return lambda group, x, y: marks.person(group, (x, y), sample)


def _stroke(layer: Layer) -> Callable[[Element, float, float], object]:
    return lambda group, x, y: marks.tie(group, Curve.between((x - 17, y), (x + 17, y)), (x, y), layer)


def _patch(**looks: str) -> Callable[[Element, float, float], object]:
    return lambda group, x, y: draw(group, "rect", x=x - 14, y=y - 6, width=28, height=12, stroke_width=1.3, **looks)

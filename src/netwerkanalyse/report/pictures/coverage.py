"""The coverage picture: per life domain what is needed and what there is, with every gap as an empty place."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, log10

from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.bars import KINDS, SAME, Bar, Bars, Part
from netwerkanalyse.report.pictures.key import Entry, Sign, draw_key
from netwerkanalyse.report.pictures.palette import DOUBLE, DOUBLE_EDGE, GAP, GREY, INK, LIGHT, PAPER, SOFT
from netwerkanalyse.report.pictures.palette import KINDS as PAINTS
from netwerkanalyse.report.pictures.pen import (
    LINE,
    Element,
    crop,
    dots,
    draw,
    explain,
    finished,
    hatching,
    picture,
    write,
)
from netwerkanalyse.texts import listing, number, percent, text

_NAMES = 150.0
_WIDE = 330.0
_SAYING = 190.0
_ROW = 36.0
_BAR = 17.0
_TOP = 34.0
_SIZE = 12.0
_SMALL = 11.0
_MARGIN = 10.0
_STEPS = 6
"""At most so many steps on the scale."""


@dataclass(frozen=True)
class _Canvas:
    """The root, what kinds of people and plans are filled with, and how long one unit is."""

    root: Element
    fills: dict[tuple[str, bool], str]
    unit: float


def coverage_svg(bars: Bars, *, name: str = "coverage") -> str:
    """Draw need against supply.

    Parameters
    ----------
    bars
        What to show.
    name
        Starts every identifier in the picture; choose another one for a second picture on the same page.

    Returns
    -------
    svg
        The picture as text.
    """
    root = picture(text("picture.coverage.title", bars.lang, client=bars.client), describe(bars), name)
    top, step = _scale(bars)
    canvas = _Canvas(root, _fills(root, name), _WIDE / top)
    bottom = _TOP + len(bars.bars) * _ROW
    _axis(canvas, bars, top, step, bottom)
    for row, bar in enumerate(bars.bars):
        _row(canvas, bars, bar, _TOP + row * _ROW)
    bottom = draw_key(root, list(_key(canvas, bars)), _notes(bars), 0.0, bottom + 14, _NAMES + _WIDE + _SAYING)
    crop(root, -_MARGIN, -_MARGIN, _NAMES + _WIDE + _SAYING + _MARGIN, bottom + _MARGIN)
    return finished(root)


def describe(bars: Bars) -> str:
    """Say what the picture shows, a sentence a life domain."""
    return " ".join([*(f"{bar.label}: {_in_words(bars, bar)}." for bar in bars.bars), *_notes(bars)])


def _in_words(bars: Bars, bar: Bar) -> str:
    lang = bars.lang
    supply = number(bar.supply, lang)
    if bar.need is None:
        said = text("picture.coverage.unasked", lang, supply=supply)
    else:
        said = text(f"picture.coverage.said.{bars.scale}", lang, supply=supply, need=bar.need)
    parts = [_part_in_words(bars, part) for part in bar.parts]
    return f"{said} ({listing(parts, lang)})" if parts else said


def _part_in_words(bars: Bars, part: Part) -> str:
    key = "planned" if part.planned else "happening"
    kind = text(f"picture.coverage.kind.{part.kind or 'unknown'}", bars.lang)
    return text(f"picture.coverage.part.{key}", bars.lang, kind=kind, amount=part.amount)


def _scale(bars: Bars) -> tuple[float, float]:
    """Return where the scale ends, and its steps: whole levels, or round hours."""
    most = max((max(bar.need or 0.0, bar.supply) for bar in bars.bars), default=0.0)
    if bars.scale == "level":
        return max(3.0, float(ceil(most - SAME))), 1.0
    rough = max(most, 1.0) / _STEPS
    size = 10.0 ** ceil(log10(rough))
    step = next(size * share for share in (0.1, 0.2, 0.5, 1.0) if size * share >= rough - SAME)
    return step * ceil(max(most, 1.0) / step - SAME), step


def _fills(root: Element, name: str) -> dict[tuple[str, bool], str]:
    """Define how every kind is filled: a colour with a pattern; what is planned is hatched on white."""
    defs = draw(root, "defs")
    fills = {("informal", False): PAINTS["informal"].fill, ("", False): PAINTS[""].fill}
    formal, peer = PAINTS["formal"], PAINTS["peer"]
    fills["formal", False] = hatching(defs, f"{name}-formal", "#5aa7d8", under=formal.fill, gap=5, thick=1, angle=0)
    fills["peer", False] = dots(defs, f"{name}-peer", "#c8f0e2", peer.fill)
    for kind in KINDS:
        label = f"{name}-planned-{kind or 'unknown'}"
        fills[kind, True] = hatching(defs, label, PAINTS[kind].edge, under=PAPER, gap=5, thick=1.6)
    return fills


def _axis(canvas: _Canvas, bars: Bars, top: float, step: float, bottom: float) -> None:
    """Draw the scale above the bars, with words for levels."""
    for tick in range(round(top / step) + 1):
        value = tick * step
        x = _NAMES + value * canvas.unit
        draw(canvas.root, "line", x1=x, y1=_TOP - 4, x2=x, y2=bottom, stroke=LIGHT, stroke_width=1)
        key = f"picture.coverage.level.{tick}"
        words = text(key, bars.lang) if bars.scale == "level" and tick <= 3 else number(value, bars.lang)
        write(canvas.root, (x, _TOP - 10), [words], _SMALL, fill=SOFT, halo=False)
    if bars.scale == "hours":
        words = text("picture.coverage.hours", bars.lang)
        write(canvas.root, (_NAMES + _WIDE + 14, _TOP - 10), [words], _SMALL, anchor="start", fill=SOFT, halo=False)


def _row(canvas: _Canvas, bars: Bars, bar: Bar, top: float) -> None:
    """Draw one life domain: name, bar, gap or surplus, and the numbers."""
    group = draw(canvas.root, "g")
    explain(group, f"{bar.label}: {_in_words(bars, bar)}")
    lines = font.wrap(font.clean(bar.label), _SIZE, ideal=_NAMES - 14, widest=_NAMES - 10, bold=True)
    middle = top + _ROW / 2
    first = middle + _SIZE * (0.36 - LINE / 2 * (len(lines) - 1))
    write(group, (_NAMES - 12, first), lines, _SIZE, anchor="end", bold=True, halo=False)
    _bar(canvas, group, bars, bar, middle - _BAR / 2)
    words, fill = _saying(bars, bar)
    said = font.wrap(words, _SMALL, ideal=_SAYING - 14, widest=_SAYING - 14)
    first = middle + _SMALL * (0.36 - LINE / 2 * (len(said) - 1))
    write(group, (_NAMES + _WIDE + 14, first), said, _SMALL, anchor="start", fill=fill, halo=False)


def _bar(canvas: _Canvas, group: Element, bars: Bars, bar: Bar, top: float) -> None:
    x = _NAMES
    for part in bar.parts:
        wide = part.amount * canvas.unit
        looks = {"stroke": PAINTS[part.kind].edge, "stroke_width": 1.2}
        dashes = {"stroke_dasharray": "3 2"} if part.planned else {}
        fill = canvas.fills[part.kind, part.planned]
        draw(group, "rect", x=x, y=top, width=wide, height=_BAR, fill=fill, **looks, **dashes)
        x += wide
    if bar.without_amount:
        _empty(group, x, top, 26, GREY, "2 3", "?")
        x += 26
    if bar.need is None:
        _empty(group, x, top, max(60.0, _NAMES + 1.5 * canvas.unit - x), GREY, "2 3", "")
        return
    if bar.shortage > SAME and not bar.without_amount:
        word = text("picture.coverage.gap" if bar.supply <= SAME else "picture.coverage.short", bars.lang)
        _empty(group, x, top, bar.shortage * canvas.unit, GAP, "5 3", word)
    needed = _NAMES + bar.need * canvas.unit
    if bar.beyond > SAME:
        looks = {"fill": DOUBLE, "stroke": DOUBLE_EDGE, "stroke_width": 0.8}
        draw(group, "rect", x=needed, y=top + _BAR + 2, width=bar.beyond * canvas.unit, height=4, **looks)
    draw(group, "line", x1=needed, y1=top - 5, x2=needed, y2=top + _BAR + 5, stroke=PAPER, stroke_width=5)
    draw(group, "line", x1=needed, y1=top - 5, x2=needed, y2=top + _BAR + 5, stroke=INK, stroke_width=2.6)


def _empty(group: Element, x: float, top: float, wide: float, colour: str, dashes: str, word: str) -> None:
    """Draw an empty place, with a word when it fits."""
    looks = {"fill": PAPER, "stroke": colour, "stroke_width": 1.4, "stroke_dasharray": dashes}
    draw(group, "rect", x=x, y=top, width=wide, height=_BAR, **looks)
    if font.width(word, _SMALL) < wide - 4:
        write(group, (x + wide / 2, top + _BAR / 2 + _SMALL * 0.36), [word], _SMALL, fill=colour, halo=False)


def _saying(bars: Bars, bar: Bar) -> tuple[str, str]:
    """Say what the bar shows in a few words, and in which colour."""
    lang = bars.lang
    if bar.need is None:
        return text("picture.coverage.need_unasked", lang), SOFT
    if bar.without_amount:
        return text("picture.coverage.amount_unasked", lang), SOFT
    said = text(f"picture.coverage.of.{bars.scale}", lang, supply=number(bar.supply, lang), need=bar.need)
    if bar.need <= SAME:
        return text("picture.coverage.no_need_asked", lang, said=said), SOFT
    if bar.supply <= SAME:
        return text("picture.coverage.with_gap", lang, said=said), GAP
    if bar.shortage > SAME:
        return text("picture.coverage.with_short", lang, said=said), GAP
    return (text("picture.coverage.with_beyond", lang, said=said), SOFT) if bar.beyond > SAME else (said, SOFT)


def _key(canvas: _Canvas, bars: Bars) -> Iterator[Entry]:
    """Explain the signs that are in the picture."""
    parts = [part for bar in bars.bars for part in bar.parts]
    for kind in KINDS:
        if any(part.kind == kind and not part.planned for part in parts):
            words = text(f"picture.coverage.kind.{kind or 'unknown'}", bars.lang)
            yield Entry(_patch(fill=canvas.fills[kind, False], stroke=PAINTS[kind].edge), words)
    planned = next((part.kind for part in parts if part.planned), None)
    if planned is not None:
        looks = {"fill": canvas.fills[planned, True], "stroke": PAINTS[planned].edge, "stroke_dasharray": "3 2"}
        words = text("picture.coverage.planned", bars.lang, share=percent(bars.planned_fit, bars.lang))
        yield Entry(_patch(**looks), words)
    if any(bar.need for bar in bars.bars):
        yield Entry(_needed, text("picture.coverage.needed", bars.lang))
    if any(bar.shortage > SAME for bar in bars.bars):
        looks = {"fill": PAPER, "stroke": GAP, "stroke_dasharray": "5 3"}
        yield Entry(_patch(**looks), text("picture.coverage.empty", bars.lang))
    if any(bar.beyond > SAME for bar in bars.bars):
        yield Entry(_beyond, text("picture.coverage.beyond", bars.lang))
    if any(bar.need is None or bar.without_amount for bar in bars.bars):
        looks = {"fill": PAPER, "stroke": GREY, "stroke_dasharray": "2 3"}
        yield Entry(_patch(**looks), text("picture.coverage.not_asked", bars.lang))


def _patch(**looks: str) -> Sign:
    return lambda group, x, y: draw(group, "rect", x=x - 14, y=y - 7, width=28, height=14, stroke_width=1.3, **looks)


def _needed(group: Element, x: float, y: float) -> None:
    draw(group, "line", x1=x, y1=y - 11, x2=x, y2=y + 11, stroke=INK, stroke_width=2.6)


def _beyond(group: Element, x: float, y: float) -> None:
    draw(group, "rect", x=x - 14, y=y - 2, width=28, height=4, fill=DOUBLE, stroke=DOUBLE_EDGE, stroke_width=0.8)


def _notes(bars: Bars) -> list[str]:
    """Say which life domains have no bar."""
    said = []
    if bars.no_need:
        said.append(text("picture.coverage.no_need", bars.lang, domains=listing(list(bars.no_need), bars.lang)))
    if bars.unlisted:
        said.append(text("picture.attention.unlisted", bars.lang, domains=listing(list(bars.unlisted), bars.lang)))
    return said

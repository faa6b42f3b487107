"""How a measure is spread over the clients of a caseload: a small histogram without anybody's name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, isnan, log10
from statistics import median

from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.palette import INK, KINDS, LIGHT, SOFT
from netwerkanalyse.report.pictures.pen import LINE, Element, crop, draw, explain, finished, path, picture, write
from netwerkanalyse.texts import number, percent, plural, text

_WIDE, _HIGH = 300.0, 96.0
_TOP = 16.0
_MARGIN = 10.0
_SMALL = 10.5
_MOST_BARS = 12
_WIDEST_BAR = 60.0


@dataclass(frozen=True)
class _Bins:
    """Bars of the same width, from a low value up; ``whole`` when every bar is one whole number."""

    low: float
    step: float
    counts: tuple[int, ...]
    whole: bool

    @property
    def wide(self) -> float:
        """How wide a bar is drawn."""
        return min(_WIDE / len(self.counts), _WIDEST_BAR)


def distribution_svg(
    values: Sequence[float], title: str, *, lang: str = "nl", share: bool = False, name: str = "distribution"
) -> str:
    """Draw how values are spread.

    Parameters
    ----------
    values
        A value a client; NaN where it is not known.
    title
        What the values are.
    lang
        Language of the words.
    share
        Whether the values are shares from 0 to 1, to be written as percentages.
    name
        Starts every identifier in the picture; choose another one for a second picture on the same page.

    Returns
    -------
    svg
        The picture as text: a bar a value or range, the middle client marked, and the number of unknown values.
    """
    known = sorted(float(value) for value in values if not isnan(value))
    missing = len(values) - len(known)
    said = _said(known, missing, lang)
    root = picture(title, " ".join([*_spread(known, lang, share=share), said]), name)
    bottom = 0.0
    if known:
        bins = _bins(known, share=share)
        _bars(root, bins, lang, share=share)
        _middle(root, bins, median(known), lang, share=share)
        bottom = _TOP + _HIGH + 26.0
    for line in font.wrap(said, _SMALL, ideal=_WIDE, widest=_WIDE, lines=3):
        bottom += _SMALL * LINE
        write(root, (0, bottom), [line], _SMALL, anchor="start", fill=SOFT, halo=False)
    crop(root, -_MARGIN, -_MARGIN, _WIDE + _MARGIN, bottom + _MARGIN)
    return finished(root)


def _spread(known: list[float], lang: str, *, share: bool) -> Iterator[str]:
    """Say from where to where the values go."""
    if known:
        low, middle, high = (_value(value, lang, share=share) for value in (known[0], median(known), known[-1]))
        yield text("picture.distribution.spread", lang, low=low, middle=middle, high=high)


def _said(known: list[float], missing: int, lang: str) -> str:
    """Count the clients with and without a value."""
    said = plural("picture.distribution.clients", len(known), lang)
    return f"{said} {plural('picture.distribution.missing', missing, lang)}" if missing else said


def _bins(known: list[float], *, share: bool) -> _Bins:
    """Choose bars: one a whole number when there are few, otherwise round ranges."""
    low, high = (0.0, 1.0) if share else (known[0], known[-1])
    whole = all(value == int(value) for value in known) and high - low < _MOST_BARS and not share
    step = 1.0 if whole else _round_step((high - low) / _MOST_BARS or 1.0)
    first = low if whole else floor(low / step) * step
    bars = int(high - low) + 1 if whole else max(1, ceil((high - first) / step - 1e-9))
    counts = [0] * bars
    for value in known:
        counts[min(int((value - first) / step + 1e-9), bars - 1)] += 1
    return _Bins(first, step, tuple(counts), whole)


def _round_step(rough: float) -> float:
    """Return the first of 1, 2, 5 times a power of ten that is not smaller."""
    size = 10.0 ** ceil(log10(rough))
    return next(size * times for times in (0.1, 0.2, 0.5, 1.0) if size * times >= rough - 1e-12)


def _bars(root: Element, bins: _Bins, lang: str, *, share: bool) -> None:
    """Draw the bars with their counts above and their values below."""
    wide = bins.wide
    most = max(bins.counts)
    paint = KINDS["formal"]
    bottom = _TOP + _HIGH
    for place, count in enumerate(bins.counts):
        high = (_HIGH - 4) * count / most
        x = place * wide
        bar = draw(root, "g")
        explain(bar, text("picture.distribution.bar", lang, range=_range(bins, place, lang, share=share), count=count))
        if count:
            looks = {"fill": paint.fill, "stroke": paint.edge, "stroke_width": 1, "opacity": 0.85}
            draw(bar, "rect", x=x + 1.5, y=bottom - high, width=wide - 3, height=high, **looks)
            write(bar, (x + wide / 2, bottom - high - 3), [str(count)], _SMALL, fill=SOFT, halo=False)
    draw(root, "line", x1=0, y1=bottom, x2=wide * len(bins.counts), y2=bottom, stroke=LIGHT, stroke_width=1.4)
    ticks = range(len(bins.counts) if bins.whole else len(bins.counts) + 1)
    labels = [_value(bins.low + tick * bins.step, lang, share=share) for tick in ticks]
    every = ceil((max(font.width(label, _SMALL) for label in labels) + 6) / wide)
    for tick in ticks[::every]:
        x, words = tick * wide + (wide / 2 if bins.whole else 0), labels[tick]
        anchor = "start" if x == 0 else "end" if x > _WIDE - 1 else "middle"
        write(root, (x, bottom + 13), [words], _SMALL, anchor=anchor, fill=SOFT, halo=False)


def _middle(root: Element, bins: _Bins, value: float, lang: str, *, share: bool) -> None:
    """Mark the middle of the clients with a triangle below the bars."""
    x = bins.wide * ((value - bins.low) / bins.step + (0.5 if bins.whole else 0))
    y = _TOP + _HIGH + 16
    draw(root, "path", d=path([(x, y), (x - 5, y + 8), (x + 5, y + 8)], closed=True), fill=INK)
    words = text("picture.distribution.middle", lang, value=_value(value, lang, share=share))
    right = x + 9 + font.width(words, _SMALL) > _WIDE
    anchor = "end" if right else "start"
    write(root, (x - 9 if right else x + 9, y + 8), [words], _SMALL, anchor=anchor, fill=SOFT, halo=False)


def _range(bins: _Bins, place: int, lang: str, *, share: bool) -> str:
    low = bins.low + place * bins.step
    if bins.whole:
        return _value(low, lang, share=share)
    ends = _value(low, lang, share=share), _value(low + bins.step, lang, share=share)
    return text("picture.distribution.range", lang, low=ends[0], high=ends[1])


def _value(value: float, lang: str, *, share: bool) -> str:
    return percent(value, lang) if share else number(value, lang)

"""Small charts: how the largest part shrinks as organisations fall away, and how many pairs stand on each rung."""

from collections.abc import Mapping, Sequence

from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.palette import GREY, INK, KINDS, LIGHT, SOFT
from netwerkanalyse.report.pictures.pen import crop, draw, finished, path, picture, write
from netwerkanalyse.texts import percent

_WIDE, _HIGH = 460.0, 220.0
_LEFT, _TOP = 46.0, 12.0
_SIZE = 11.0
_LOOKS = (("#0072b2", ""), ("#7a5400", "7 4"), ("#b00020", "2 3"))
"""Colour and dashes of a line: no line is told apart by colour alone."""

_BAR, _ROW, _NAMES = 300.0, 30.0, 190.0


def curves_svg(
    title: str, about: str, lines: Mapping[str, Sequence[float]], across: str, lang: str, *, name: str
) -> str:
    """Draw shares that fall from left to right.

    Parameters
    ----------
    title, about
        What it is, and what it shows in words.
    lines
        Name of a line to its shares, evenly spread over the width.
    across
        What stands along the width.
    lang
        Language of the numbers.
    name
        Starts every identifier in the picture.

    Returns
    -------
    svg
        The picture.
    """
    svg = picture(title, about, name)
    for mark in (0.0, 0.5, 1.0):
        y = _TOP + (1 - mark) * _HIGH
        draw(svg, "line", x1=_LEFT, y1=y, x2=_LEFT + _WIDE, y2=y, stroke=LIGHT)
        write(svg, (_LEFT - 6, y + 4), [percent(mark, lang)], _SIZE, anchor="end", fill=SOFT, halo=False)
        x = _LEFT + mark * _WIDE
        write(svg, (x, _TOP + _HIGH + 16), [percent(mark, lang)], _SIZE, fill=SOFT, halo=False)
    write(svg, (_LEFT + _WIDE / 2, _TOP + _HIGH + 34), [across], _SIZE, halo=False)
    for number, ((words, shares), (colour, dashes)) in enumerate(zip(lines.items(), _LOOKS, strict=False)):
        steps = max(1, len(shares) - 1)
        points = [(_LEFT + at / steps * _WIDE, _TOP + (1 - share) * _HIGH) for at, share in enumerate(shares)]
        looks = {"stroke": colour, "stroke_width": 2.2, "stroke_dasharray": dashes or "none", "fill": "none"}
        draw(svg, "path", d=path(points), **looks)
        y = _TOP + _HIGH + 58 + number * 19
        draw(svg, "path", d=path([(_LEFT, y - 4), (_LEFT + 34, y - 4)]), **looks)
        write(svg, (_LEFT + 42, y), [words], _SIZE, anchor="start", halo=False)
    crop(svg, 0, 0, _LEFT + _WIDE + 24, _TOP + _HIGH + 64 + len(lines) * 19)
    return finished(svg)


def counts_svg(title: str, about: str, counts: Mapping[str, int], *, name: str) -> str:
    """Draw a bar a name, with its count.

    Parameters
    ----------
    title, about
        What it is, and what it shows in words.
    counts
        Name to count.
    name
        Starts every identifier in the picture.

    Returns
    -------
    svg
        The picture.
    """
    svg = picture(title, about, name)
    most = max([*counts.values(), 1])
    paint = KINDS["formal"]
    for row, (words, count) in enumerate(counts.items()):
        y = row * _ROW
        write(svg, (_NAMES - 8, y + 18), [font.cut(words, _SIZE, _NAMES - 12)], _SIZE, anchor="end", halo=False)
        long = count / most * _BAR
        draw(svg, "rect", x=_NAMES, y=y + 4, width=long, height=_ROW - 10, fill=paint.fill, stroke=paint.edge)
        write(svg, (_NAMES + long + 6, y + 18), [str(count)], _SIZE, anchor="start", fill=INK, halo=False)
    draw(svg, "line", x1=_NAMES, y1=0, x2=_NAMES, y2=len(counts) * _ROW, stroke=GREY)
    crop(svg, 0, -4, _NAMES + _BAR + 60, len(counts) * _ROW + 4)
    return finished(svg)

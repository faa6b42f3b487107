"""A table of colour: a number in every cell, darker where there is more, hatched where it is not known."""

from collections.abc import Sequence
from dataclasses import dataclass

from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.palette import GREY, INK, PAPER
from netwerkanalyse.report.pictures.pen import crop, draw, explain, finished, hatching, picture, write

SHADES = ("#ffffff", "#e3eef6", "#b9d6ea", "#7fb2d9", "#3d86bd", "#0b5489")
"""From nothing to most."""

_SIZE = 11.0
_NARROWEST, _HIGH = 42.0, 30.0
"""Cells are as narrow as their words allow: the wider the picture, the smaller its letters are on paper."""

_HEAD = 118.0
_NAMES = 190.0


@dataclass(frozen=True)
class Cell:
    """What stands in a cell: its words, how dark it is (0 to 1; None is not known), and more words to point at."""

    words: str
    depth: float | None
    more: str = ""


def shade(depth: float) -> str:
    """Give the colour of a depth: white is nothing at all.

    Examples
    --------
    >>> shade(0), shade(1)
    ('#ffffff', '#0b5489')
    """
    return SHADES[0] if depth <= 0 else SHADES[min(len(SHADES) - 1, 1 + int(depth * (len(SHADES) - 1)))]


def ink_on(depth: float | None) -> str:
    """Give the colour of letters that can be read on a depth."""
    return PAPER if depth is not None and depth >= 0.6 else INK


def in_words(rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[Cell]], rest: str) -> str:
    """Say what stands in the cells, a row at a time; of those with nothing in them ``rest`` says that they are empty.

    Examples
    --------
    >>> cells = [[Cell("2", 1.0), Cell("?", None)], [Cell("0", 0.0), Cell("0", 0.0)]]
    >>> in_words(["north", "south"], ["living", "work"], cells, "The rest is 0.")
    'north: living 2, work ?. The rest is 0.'
    """
    lines = (
        (row, [f"{column} {cell.words}" for column, cell in zip(columns, line, strict=True) if cell.depth != 0])
        for row, line in zip(rows, cells, strict=True)
    )
    found = "; ".join(f"{row}: {', '.join(said)}" for row, said in lines if said)
    return f"{found}. {rest}" if found else rest


def heat_svg(
    title: str, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[Cell]], *, name: str, about: str
) -> str:
    """Draw a table of colour.

    Parameters
    ----------
    title, about
        What it is, and what it shows in words.
    rows, columns
        Names.
    cells
        A row of cells for every row.
    name
        Starts every identifier in the picture.

    Returns
    -------
    svg
        The picture.
    """
    svg = picture(title, about, name)
    unknown = hatching(draw(svg, "defs"), f"{name}-unknown", GREY, under=PAPER)
    wide = max([_NARROWEST, *(font.width(cell.words, _SIZE) + 8 for line in cells for cell in line)])
    for number, words in enumerate(columns):
        x = _NAMES + (number + 0.5) * wide
        label = draw(svg, "g", transform=f"translate({x + 4:.1f} {_HEAD - 6:.1f}) rotate(-55)")
        write(label, (0.0, 0.0), [font.cut(font.clean(words), _SIZE, 132)], _SIZE, anchor="start", halo=False)
        explain(label, words)
    for number, (words, line) in enumerate(zip(rows, cells, strict=True)):
        y = _HEAD + number * _HIGH
        lines = font.wrap(font.clean(words), _SIZE, ideal=_NAMES - 12, widest=_NAMES - 12)
        first = y + _HIGH / 2 + _SIZE * (0.36 - 0.6 * (len(lines) - 1))
        write(svg, (_NAMES - 8, first), lines, _SIZE, anchor="end", halo=False)
        for place, cell in enumerate(line):
            group = draw(svg, "g")
            x = _NAMES + place * wide
            fill = unknown if cell.depth is None else shade(cell.depth)
            draw(group, "rect", x=x, y=y, width=wide, height=_HIGH, fill=fill, stroke=GREY, stroke_width=0.6)
            middle = (x + wide / 2, y + _HIGH / 2 + 4)
            write(group, middle, [cell.words], _SIZE, fill=ink_on(cell.depth), halo=cell.depth is None)
            explain(group, f"{words} – {columns[place]}: {cell.more or cell.words}")
    crop(svg, 0, 0, _NAMES + len(columns) * wide + 80, _HEAD + len(rows) * _HIGH + 6)
    return finished(svg)

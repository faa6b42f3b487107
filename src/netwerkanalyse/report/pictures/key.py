"""The key of a picture: signs with their meaning, and sentences about what is not drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.palette import SOFT
from netwerkanalyse.report.pictures.pen import LINE, Element, blank, crop, finished, write

Sign = Callable[[Element, float, float], object]
"""Draws a sign around a point."""

SIZE = 11.0

_SAMPLE = 36.0
_COLUMN = 215.0
_ROW = 29.0


@dataclass(frozen=True)
class Entry:
    """One sign with its meaning; the sign is drawn around a point."""

    sign: Sign
    words: str


def draw_key(svg: Element, signs: Sequence[Entry], said: Sequence[str], left: float, top: float, wide: float) -> float:
    """Draw the key in columns and return where it ends.

    Parameters
    ----------
    svg
        The picture.
    signs, said
        Signs with their meaning, and sentences below them.
    left, top, wide
        Where the key starts, and how wide it may be.

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


def sample(entry: Entry) -> str:
    """Draw one sign on its own, for a key that is not part of a picture."""
    svg = blank()
    svg.set("aria-hidden", "true")
    entry.sign(svg, 0.0, 0.0)
    crop(svg, -_SAMPLE / 2, -_ROW / 2, _SAMPLE / 2, _ROW / 2)
    return finished(svg)

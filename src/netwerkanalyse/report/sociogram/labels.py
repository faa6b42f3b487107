"""Labels of people: how large they are, and on which side of its shape each one stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.pen import LINE, Point
from netwerkanalyse.report.sociogram.boxes import Box

SIZE = 12.0
"""Size of the letters beside a person."""
REACH = 16.0
"""How far a shape with its marks reaches from its middle."""
BADGE = 13.0
"""Width and height of the mark of one more life domain."""

_IDEAL, _WIDEST = 84.0, 136.0
_AIR = 2.0
_SIDES: tuple[tuple[float, float], ...] = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1))
"""Below, above, right, left, and the four corners, in order of preference."""
_PREFERENCE = 0.4


@dataclass(frozen=True)
class Words:
    """What stands beside a person: lines of text, and the numbers of other sectors this person supports in."""

    lines: tuple[str, ...]
    badges: tuple[int, ...] = ()

    @property
    def wide(self) -> float:
        """Width of the block."""
        return max([font.width(line, SIZE) for line in self.lines] + [BADGE * len(self.badges)])

    @property
    def high(self) -> float:
        """Height of the block."""
        return len(self.lines) * SIZE * LINE + (BADGE + 1 if self.badges else 0)


@dataclass(frozen=True)
class Label:
    """Words with their place."""

    words: Words
    box: Box


def words_of(label: str, badges: Sequence[int]) -> Words:
    """Break a person's label over at most three lines; what is too long is cut."""
    lines = font.wrap(font.clean(label) or "?", SIZE, ideal=_IDEAL, widest=_WIDEST, lines=3)
    return Words(lines, tuple(badges))


def shape_box(at: Point) -> Box:
    """Return the room a person's shape takes."""
    return Box.around(at, 2 * REACH, 2 * REACH)


def clear(places: Sequence[Point], taken: Sequence[Box]) -> bool:
    """Tell whether no shape touches another, or room that is taken."""
    shapes = [shape_box(at) for at in places]
    others = [*shapes, *taken]
    return not any(shape.overlaps(other) for one, shape in enumerate(shapes) for other in others[one + 1 :])


def beside(at: Point, words: Words, side: tuple[float, float]) -> Box:
    """Return the room a label takes on one side of a shape."""
    x = at[0] + side[0] * (REACH + words.wide / 2)
    y = at[1] + side[1] * (REACH + words.high / 2)
    return Box.around((x, y), words.wide, words.high)


def place_labels(
    places: Sequence[Point], words: Sequence[Words], taken: Sequence[Box], lines: Sequence[Sequence[Point]]
) -> tuple[tuple[Label, ...], bool]:
    """Choose a side for every label.

    A side is free when the label touches no shape, no label and nothing else that is taken. Of the free sides the one
    crossed by fewest lines is chosen, below before other sides. Everybody chooses twice: the second time all others
    are known.

    Parameters
    ----------
    places
        Where the people stand.
    words
        Their labels.
    taken
        Room that is taken already.
    lines
        Points along each line that is better not crossed.

    Returns
    -------
    labels
        The labels with their boxes.
    clear
        Whether every label found a free side.
    """
    shapes = [shape_box(at) for at in places]
    boxes = [beside(at, block, _SIDES[0]) for at, block in zip(places, words, strict=True)]
    for final in (False, True):
        free = True
        for one, (at, block) in enumerate(zip(places, words, strict=True)):
            settled, coming = boxes[:one], boxes[one + 1 :]
            obstacles = [*taken, *shapes[:one], *shapes[one + 1 :], *settled, *(coming if final else [])]
            best = _best_side(at, block, obstacles, [] if final else coming, lines)
            free = free and best is not None
            boxes[one] = best or boxes[one]
    return tuple(Label(block, box) for block, box in zip(words, boxes, strict=True)), free


def _best_side(
    at: Point, words: Words, obstacles: list[Box], coming: list[Box], lines: Sequence[Sequence[Point]]
) -> Box | None:
    """Return the cheapest free side, or None; it costs to stand where a label to come would like to stand."""
    best, lowest = None, float("inf")
    for rank, side in enumerate(_SIDES):
        box = beside(at, words, side)
        if not any(box.overlaps(other, _AIR) for other in obstacles):
            wished = sum(box.overlaps(other, _AIR) for other in coming)
            cost = rank * _PREFERENCE + 2 * wished + sum(crosses(line, box) for line in lines)
            if cost < lowest:
                best, lowest = box, cost
    return best


def crosses(line: Sequence[Point], box: Box) -> bool:
    """Tell whether a line, given by points along it, passes through a box."""
    return any(box.left < x < box.right and box.top < y < box.bottom for x, y in line)

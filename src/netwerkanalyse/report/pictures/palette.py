"""The colours of all pictures: Okabe and Ito's, which colour-blind people can tell apart, each with a dark outline.

Colour never speaks alone: shape, hatching, dashes or a word always say the same.
"""

from dataclasses import dataclass

INK = "#22303a"
SOFT = "#55636d"
GREY = "#8a949b"
LIGHT = "#d9d4ca"
PAPER = "#ffffff"
WARM = ("#fdf3e1", "#fdf8ed", "#fefcf7", "#ffffff")
"""Fills of the rings, from close by to further away."""

TIE = "#3c4a54"
TENSION = "#b00020"
DOUBLE = "#f0e442"
DOUBLE_EDGE = "#6b6000"
GAP = "#8c2d04"


@dataclass(frozen=True)
class Paint:
    """A fill with an outline that is dark enough on white paper."""

    fill: str
    edge: str


KINDS = {
    "informal": Paint("#e69f00", "#7a5400"),
    "formal": Paint("#0072b2", "#00416a"),
    "peer": Paint("#009e73", "#00513b"),
    "": Paint("#c9ced2", "#4a555c"),
}
"""Paint by kind of person; the empty kind is "not asked"."""

"""Draw how the cost of a client and of a tie goes with their number: ``python benchmarks/plot.py``.

Everything comes from the stored measurement, so that the picture cannot say anything else. Costs stand on a logarithmic
scale: a line that stays level means that work is linear.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from table import number

DOCS = Path(__file__).parent.parent / "docs"
STORED, PICTURE = DOCS / "benchmarks.json", DOCS / "images" / "scaling.svg"

QUESTIONS = {"client": "cost of a client by size of the caseload", "tie": "cost of a tie by size of the layer"}
"""What is drawn, a panel each."""

WIDTH, HEIGHT = 360, 300
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 44, 52

NEAR = 0.01
"""How far from a power of ten still counts as that power, as a power."""

STYLE = (
    ".paper{fill:#fff}.line{stroke:#0b5cad;fill:none;stroke-width:2}.dot{fill:#0b5cad}.spread{stroke:#0b5cad}"
    ".grid{stroke:#d0d4d9}text{fill:#1c2026;font:12px sans-serif}.title{font-weight:bold}"
    "@media(prefers-color-scheme:dark){.paper{fill:#15181c}.line,.spread{stroke:#7cb7ff}.dot{fill:#7cb7ff}"
    ".grid{stroke:#3a4048}text{fill:#e6e8eb}}"
)
"""Colours that can be read on a light and on a dark page."""


@dataclass(frozen=True)
class Point:
    """How many clients or ties there were, and the microseconds that one took: median, lowest and highest round."""

    units: int
    median: float
    low: float
    high: float


def points(question: dict[str, Any]) -> list[Point]:
    """Take the sizes out of a question; what is no step on the scale, a star, stays out."""
    return [Point(one["units"], *one["microseconds"]) for one in question["contenders"] if one["step"]]


def powers(low: float, high: float) -> range:
    """The powers of ten around two values, at least one apart; a layer may lack some ties of a whole power."""
    first, last = math.floor(math.log10(low) + NEAR), math.ceil(math.log10(high) - NEAR)
    return range(first, max(last, first + 1) + 1)


def panel(unit: str, shown: list[Point], left: float) -> Iterator[str]:
    """Draw the costs of one question, at a distance from the left of the picture."""
    across = powers(min(one.units for one in shown), max(one.units for one in shown))
    upward = powers(min(one.low for one in shown), max(one.high for one in shown))

    def x(value: float) -> float:
        share = (math.log10(value) - across[0]) / (across[-1] - across[0])
        return round(left + LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(value: float) -> float:
        share = (math.log10(value) - upward[0]) / (upward[-1] - upward[0])
        return round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP), 1)

    low, high = left + LEFT, left + WIDTH - RIGHT
    yield f'<text class="title" x="{low}" y="22">Cost of a {unit}</text>'
    for power in upward:
        at = y(10.0**power)
        yield f'<line class="grid" x1="{low}" y1="{at}" x2="{high}" y2="{at}"/>'
        yield f'<text x="{low - 8}" y="{at + 4}" text-anchor="end">{number(10.0**power)}</text>'
    for power in across:
        yield _centred(x(10.0**power), HEIGHT - BOTTOM + 18, f'10<tspan dy="-5" font-size="9">{power}</tspan>')
    yield _centred((low + high) / 2, HEIGHT - 12, f"number of {unit}s")
    middle = (TOP + HEIGHT - BOTTOM) / 2
    turned = f'transform="translate({left + 16} {middle}) rotate(-90)"'
    yield f'<text {turned} text-anchor="middle">microseconds a {unit}</text>'
    yield f'<polyline class="line" points="{" ".join(f"{x(one.units)},{y(one.median)}" for one in shown)}"/>'
    for one in shown:
        at = x(one.units)
        yield f'<line class="spread" x1="{at}" y1="{y(one.low)}" x2="{at}" y2="{y(one.high)}"/>'
        yield f'<circle class="dot" cx="{at}" cy="{y(one.median)}" r="4"/>'
        yield _centred(at, y(one.high) - 8, number(one.median))


def _centred(x: float, y: float, words: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="middle">{words}</text>'


def said(unit: str, shown: list[Point]) -> str:
    """Say in words what a panel shows, for who does not see it."""
    each = ", ".join(f"{number(one.median)} at {one.units:,}" for one in shown)
    return f"Microseconds a {unit}, by number of {unit}s: {each}."


def picture(found: dict[str, Any]) -> str:
    """Draw the stored measurement as SVG.

    Parameters
    ----------
    found
        What :func:`table.as_json` gives.

    Returns
    -------
    svg
        A panel for clients and one for ties, each with a description in words.
    """
    asked = {one["question"]: one for one in found["questions"]}
    shown = {unit: points(asked[question]) for unit, question in QUESTIONS.items()}
    wide = WIDTH * len(shown)
    words = escape(" ".join(said(unit, dots) for unit, dots in shown.items()))
    size = f'viewBox="0 0 {wide} {HEIGHT}" width="{wide}" height="{HEIGHT}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title words">',
            '<title id="title">Cost of a client and of a tie by their number</title>',
            f'<desc id="words">{words}</desc>',
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{wide}" height="{HEIGHT}"/>',
            *(line for place, (unit, dots) in enumerate(shown.items()) for line in panel(unit, dots, place * WIDTH)),
            "</svg>\n",
        ]
    )


def main() -> None:
    """Draw anew what was measured last."""
    PICTURE.write_text(picture(json.loads(STORED.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    main()

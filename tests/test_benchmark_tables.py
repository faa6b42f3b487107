"""The tables of benchmarks show what was measured: neither is written by hand."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import plot
import table

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def found():
    """What was measured last."""
    return json.loads((ROOT / "docs" / "benchmarks.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("page", "write"), [("README.md", table.in_short), ("docs/benchmarks.md", table.in_full)])
def test_pages_show_the_stored_measurement(found, page, write):
    """A table that was edited, or not renewed, is found."""
    written = (ROOT / page).read_text(encoding="utf-8")
    assert write(found) in written
    assert table.between_markers(written, write(found)) == written


def test_the_picture_shows_the_stored_measurement(found):
    """A picture that was not drawn anew after measuring is found."""
    assert plot.PICTURE.read_text(encoding="utf-8") == plot.picture(found)


def scaling(microseconds):
    """A measurement of what a client and a tie cost, and of a star, which is no step on the scale."""
    steps = [
        {"units": 10**power, "step": True, "microseconds": [middle, middle, middle]}
        for power, middle in enumerate(microseconds, start=3)
    ]
    star = {"units": 500, "step": False, "microseconds": [1e4, 1e4, 1e4]}
    return {"questions": [{"question": one, "contenders": [*steps, star]} for one in plot.QUESTIONS.values()]}


def test_a_cost_that_stays_equal_is_a_level_line():
    """Equal costs stand at one height, ten times the cost a whole power higher, sizes at equal distances."""
    tree = ET.fromstring(plot.picture(scaling([2.0, 2.0, 20.0])))  # noqa: S314 - our own text
    lines = tree.findall("{http://www.w3.org/2000/svg}polyline")
    assert len(lines) == len(plot.QUESTIONS)
    (x1, y1), (x2, y2), (x3, y3) = (map(float, pair.split(",")) for pair in lines[0].get("points").split())
    assert y1 == y2
    assert x2 - x1 == pytest.approx(x3 - x2, abs=0.2)
    grid = [float(one.get("y1")) for one in tree if one.get("class") == "grid"]
    assert y1 - y3 == pytest.approx(grid[0] - grid[1], abs=0.2)


def test_the_picture_can_be_read_without_seeing_it():
    """It says in words what it shows, names its axes, and has colours for a light and a dark page."""
    drawn = plot.picture(scaling([2.0, 3.0]))
    assert "Microseconds a client, by number of clients: 2 at 1,000, 3 at 10,000." in drawn
    assert all(f">{axis}<" in drawn for axis in ("number of clients", "microseconds a client", "number of ties"))
    assert "prefers-color-scheme:dark" in drawn


def test_a_ratio_is_of_the_same_round():
    """Times of different rounds are never divided: noise that hits a whole round cancels."""
    contenders = [table.Times([], {"ours": [1.0, 10.0, 2.0], "theirs": [5.0, 50.0, 10.0]})]
    assert contenders[0].ratios("theirs") == [5.0, 5.0, 5.0]

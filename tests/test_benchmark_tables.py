"""The tables of benchmarks show what was measured: neither is written by hand."""

import json
from pathlib import Path

import pytest

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


def test_a_ratio_is_of_the_same_round():
    """Times of different rounds are never divided: noise that hits a whole round cancels."""
    contenders = [table.Times([], {"ours": [1.0, 10.0, 2.0], "theirs": [5.0, 50.0, 10.0]})]
    assert contenders[0].ratios("theirs") == [5.0, 5.0, 5.0]

"""The report as data."""

import json
from dataclasses import asdict, fields, is_dataclass
from enum import Enum

from netwerkanalyse.report.json import render


def plainly(value):
    """The same value in what JSON knows, written by hand for this test."""
    if is_dataclass(value):
        return {one.name: plainly(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [plainly(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_everything_comes_back(everything):
    """A report survives JSON without loss."""
    assert json.loads(render(everything)) == plainly(everything)


def test_every_block_says_what_it_is(everything):
    """A reader of the JSON can tell a table from a picture."""
    blocks = json.loads(render(everything))["sections"][0]["blocks"]

    assert [block["kind"] for block in blocks] == [
        "paragraph", "notice", "findings", "numbers", "table", "figure", "checklist", "definitions",
    ]  # fmt: skip


def test_a_report_is_plain_data(everything):
    """Nothing in a report needs our code to be read."""
    assert asdict(everything)["sections"][0]["blocks"][4]["rows"][0][1] == 0.25

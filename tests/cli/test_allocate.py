"""``netwerkanalyse allocate``."""

import json
import sys
from pathlib import Path

import openpyxl
import pytest

from netwerkanalyse.datasets import load, load_region
from netwerkanalyse.io.formats import write_caseload, write_region

pytest.importorskip("ortools")


@pytest.fixture(autouse=True)
def example():
    """The fictional region with its clients, as files."""
    write_caseload(load("voorbeeldregio"), "clients.json")
    write_region(load_region("voorbeeldregio"), "region.json")


def test_the_region_gets_tables_without_clients(netwerkanalyse):
    """By default no client stands in what is written, and the screen says what it is not for."""
    outcome = netwerkanalyse("allocate", "clients.json", "--region", "region.json", "--out", "places.json")
    tables = json.loads(Path("places.json").read_text(encoding="utf-8"))

    assert outcome.code == 0, outcome.err
    assert "beslist niet" in outcome.err
    assert [name for name in tables if isinstance(tables[name], list)] == ["services", "severities", "domains"]
    assert '"v01"' not in Path("places.json").read_text(encoding="utf-8")


def test_whoever_coordinates_sees_clients(netwerkanalyse):
    """Asked for, the tables by client come first, in words."""
    outcome = netwerkanalyse("allocate", "clients.json", "--region", "region.json", "--coordinator")
    book = openpyxl.load_workbook("plaatsen.xlsx")

    assert outcome.code == 0, outcome.err
    assert book.sheetnames[:2] == ["mogelijke plaatsen", "wat open blijft"]
    assert [cell.value for cell in book["mogelijke plaatsen"][1]][:3] == [
        "cliënt",
        "leefgebied",
        "ernst (hoger is meer gemis)",
    ]


def test_suppressed_is_written_out(netwerkanalyse):
    """In a workbook a suppressed number says so; an empty cell would read as zero."""
    netwerkanalyse("allocate", "clients.json", "--region", "region.json", "--out", "places.xlsx", "--quiet")
    cells = [cell.value for row in openpyxl.load_workbook("places.xlsx")["leefgebieden"] for cell in row]

    assert "onderdrukt" in cells


def test_without_the_solver_it_says_what_to_install(netwerkanalyse, monkeypatch):
    """The extra is named, without a traceback."""
    monkeypatch.setitem(sys.modules, "ortools.graph.python.min_cost_flow", None)

    outcome = netwerkanalyse("allocate", "clients.json", "--region", "region.json")

    assert outcome.code == 2
    assert "netwerkanalyse[allocation]" in outcome.err

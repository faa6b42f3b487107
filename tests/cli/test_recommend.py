"""``netwerkanalyse recommend``."""

import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from netwerkanalyse import recommend
from netwerkanalyse.cli.recommend import FORMS
from netwerkanalyse.datasets import load
from netwerkanalyse.io.formats import write_caseload, write_region
from netwerkanalyse.model.region import Region


@pytest.fixture
def examples():
    """All fictional clients in one file."""
    write_caseload(load("voorbeelden"), "all.json")
    return load("voorbeelden")


@pytest.mark.usefixtures("examples")
def test_the_sheet_begins_with_what_it_is_for(netwerkanalyse):
    """Purpose and who decides come first, then every client asked for with room for an answer."""
    outcome = netwerkanalyse("recommend", "all.json", "--client", "druk", "--client", "voorbeeld")

    assert outcome.code == 0, outcome.err
    lines = Path("voorstellen.txt").read_text(encoding="utf-8").splitlines()
    assert lines[3].startswith("Het programma beslist niets")
    assert [line for line in lines if line.startswith("Cliënt ")] == ["Cliënt druk", "Cliënt voorbeeld"]
    assert lines[lines.index("Cliënt druk") + 1].startswith("Zo was het op ")
    assert lines[lines.index("Cliënt voorbeeld") + 1] == ""
    assert sum("artikel 22 AVG" in line for line in lines[:8]) == 1
    assert sum("☐ niet akkoord" in line for line in lines) == 10


@pytest.mark.parametrize("form", FORMS[1:])
def test_tables_hold_every_proposal(netwerkanalyse, examples, form):
    """Every form of table has all proposals, not only those to talk about first."""
    expected = [one.key for one in recommend.client(examples).proposals]
    outcome = netwerkanalyse("recommend", "all.json", "--out", f"p.{form}")

    assert outcome.code == 0, outcome.err
    read = {
        "parquet": lambda: pd.read_parquet("p.parquet")["proposal"],
        "csv": lambda: pd.read_csv("p.csv", sep=";")["proposal"],
        "json": lambda: pd.DataFrame(json.loads(Path("p.json").read_text(encoding="utf-8"))["proposals"])["proposal"],
        "xlsx": lambda: pd.read_excel("p.xlsx")["code"],
    }
    assert list(read[form]()) == expected


@pytest.mark.usefixtures("examples")
def test_the_workbook_says_what_changes(netwerkanalyse):
    """A sheet a table, with headings in Dutch."""
    netwerkanalyse("recommend", "all.json", "--out", "p.xlsx")
    book = openpyxl.load_workbook("p.xlsx")

    assert book.sheetnames == ["voorstellen", "wat er verandert", "agenda", "eerst vragen"]
    changes = book["wat er verandert"]
    assert [cell.value for cell in changes[1]] == ["cliënt", "code", "maat", "leefgebied", "nu", "dan"]
    words = {changes.cell(row, column).value for row in range(2, changes.max_row + 1) for column in (3, 4)}
    assert {"dekking", "werken", "het hele netwerk"} <= words
    assert not any("_" in word for word in words)


@pytest.mark.usefixtures("examples")
def test_the_social_map_is_looked_at(netwerkanalyse):
    """With --region, services are named."""
    organisations = pd.DataFrame({"organisation": ["W"], "name": ["Werkplaats"]})
    offers = pd.DataFrame({"service": ["s1"], "name": ["Jobcoaching"], "organisation": ["W"], "domains": ["work"]})
    write_region(Region.build({"organisations": organisations, "services": offers}), "region.json")
    outcome = netwerkanalyse("recommend", "all.json", "--region", "region.json", "--client", "voorbeeld")

    assert outcome.code == 0, outcome.err
    assert "Jobcoaching van Werkplaats" in Path("voorstellen.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("examples")
def test_the_file_that_is_read_is_spared(netwerkanalyse):
    """Nothing that was filled in is written over."""
    assert netwerkanalyse("recommend", "all.json", "--out", "all.json").code == 2

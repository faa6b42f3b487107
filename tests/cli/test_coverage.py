"""``netwerkanalyse coverage``."""

import csv
import json
from pathlib import Path

import pandas as pd
import pytest

from netwerkanalyse.cli.coverage import LEVELS
from netwerkanalyse.io.formats import write_region
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.services.catalogue import SERVICE_FAMILIES
from netwerkanalyse.model.region import Region
from social_maps import built, zoo


@pytest.fixture
def region():
    """A region with services, in a file."""
    write_region(built(zoo()["town"]), "regio.json")
    return "regio.json"


def read_csv(path):
    """The rows of a file as a Dutch spreadsheet reads them."""
    return list(csv.DictReader(Path(path).read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))


def test_levels_are_those_of_the_measures():
    """Every level of the social map can be asked for, and three tables of their own."""
    levels = {family.level.name.lower() for family in SERVICE_FAMILIES}

    assert set(LEVELS) == levels | {"covers", "gaps", "pairs"}
    assert [Level[level.upper()] for level in LEVELS[:-3]]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("suffix", ["xlsx", "csv", "json", "parquet"])
def test_every_level_in_every_form(netwerkanalyse, region, level, suffix):
    """One table, in the form that the name of the file says."""
    outcome = netwerkanalyse("coverage", region, "--level", level, "--out", f"uit.{suffix}")

    assert (outcome.code, outcome.out, outcome.err) == (0, f"uit.{suffix}\n", "")
    rows = {
        "xlsx": lambda: pd.read_excel("uit.xlsx").to_dict("records"),
        "csv": lambda: read_csv("uit.csv"),
        "json": lambda: json.loads(Path("uit.json").read_text())[level],
        "parquet": lambda: pd.read_parquet("uit.parquet").to_dict("records"),
    }[suffix]()
    assert rows


@pytest.mark.parametrize(("lang", "heading", "sheet"), [("nl", "gedekt", "betekenis"), ("en", "covered", "meaning")])
def test_the_workbook_speaks_the_language(netwerkanalyse, region, lang, heading, sheet):
    """Headings in words, and a sheet that says what they mean."""
    netwerkanalyse("coverage", region, "--level", "area_domain", "--out", "uit.xlsx", "--lang", lang)
    sheets = pd.read_excel("uit.xlsx", sheet_name=None)
    table, meaning = sheets.values()

    assert heading in table
    assert list(sheets)[1] == sheet
    assert set(meaning["measure"]) == {one.name for one in SERVICE_FAMILIES[2].measures}


def test_gaps_name_who_could_help(netwerkanalyse, region):
    """The list of gaps: the area, the reason and the names."""
    netwerkanalyse("coverage", region, "--level", "gaps", "--out", "gaten.csv")
    gaps = [gap for gap in read_csv("gaten.csv") if gap["area"] == "A0"]

    assert {gap["gap_reason"] for gap in gaps} == {"nowhere"}
    assert {gap["gap_organisations_here"] for gap in gaps} == {"O0;O1"}


def test_the_workbook_says_names_and_the_other_forms_codes(netwerkanalyse):
    """A planner reads names and words, also where a cell holds several; a program joins on codes."""
    tables = {
        "organisations": pd.DataFrame({"organisation": ["o1", "o2"], "name": ["Huis", None]}),
        "areas": pd.DataFrame({"area": ["a1", "a2"], "name": ["Noord", "Zuid"]}),
        "services": pd.DataFrame(
            {"service": ["s", "t"], "organisation": ["o1", "o2"], "areas": "a1", "domains": "work"}
        ),
    }
    write_region(Region.build(tables), "regio.json")
    for out in ("gaten.xlsx", "gaten.json"):
        assert netwerkanalyse("coverage", "regio.json", "--level", "gaps", "--out", out).code == 0
    (said,) = (row for row in pd.read_excel("gaten.xlsx").to_dict("records") if row["leefgebied"] == "werken")
    assert (said["gebied"], said["wie het elders biedt"]) == ("Zuid", "Huis; o2")
    assert said["wat erover bekend is"] == "wel elders in de regio, hier niet"
    codes = json.loads(Path("gaten.json").read_text())["gaps"]
    assert ("a2", "work", "elsewhere", "o1;o2") in {
        (row["area"], row["domain"], row["gap_reason"], row["gap_organisations"]) for row in codes
    }


def test_names_are_no_formulas(netwerkanalyse):
    """The name of an organisation that a spreadsheet would run comes out as text."""
    tables = {
        "organisations": pd.DataFrame({"organisation": ["=1+1"]}),
        "areas": pd.DataFrame({"area": ["Noord", "Zuid"]}),
        "services": pd.DataFrame(
            {"service": ["s"], "organisation": ["=1+1"], "areas": ["Noord"], "domains": ["wonen"]}
        ),
    }
    write_region(Region.build(tables), "regio.json")
    netwerkanalyse("coverage", "regio.json", "--level", "gaps", "--out", "gaten.csv")

    assert {gap["gap_organisations"] for gap in read_csv("gaten.csv")} == {"'=1+1", ""}


def test_the_source_is_spared_and_a_wrong_level_is_told(netwerkanalyse, region):
    """Nobody loses their data, and a typing mistake is answered with what there is."""
    assert netwerkanalyse("coverage", region, "--out", region).code == 2
    wrong = netwerkanalyse("coverage", region, "--level", "gebied")
    assert wrong.code == 2
    assert "area_domain" in wrong.err

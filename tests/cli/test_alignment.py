"""``netwerkanalyse alignment``."""

import csv
import json
from pathlib import Path

import pandas as pd
import pytest

from alignments import SmallAlignment, agreed, built, many
from netwerkanalyse.cli.alignment import LEVELS
from netwerkanalyse.io.formats import write_caseload, write_region

CLIENTS = (
    *many(20, 0, 1, ties=((0, 1, "yes"),)),
    *many(20, 0, 1),
    *many(15, 2, 3, ties=((0, 1, "yes"),)),
    *many(45, 2, 3),
    *many(30, 0, 2),
    *many(25, 1, 2),
    *many(3, 1, 4),
    *many(12, 3, 9),
)
SMALL = SmallAlignment(5, agreed((0, 1), (3, 4)), CLIENTS)


@pytest.fixture
def files():
    """A region and a caseload, in files."""
    alignment = built(SMALL)
    write_region(alignment.region, "regio.json")
    write_caseload(alignment.caseload, "caseload.json")
    return "regio.json", "caseload.json"


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("suffix", ["xlsx", "csv", "json", "parquet"])
def test_every_level_in_every_form(netwerkanalyse, files, level, suffix):
    """One table, in the form that the name of the file says, and no client in it."""
    outcome = netwerkanalyse("alignment", *files, "--level", level, "--out", f"uit.{suffix}", "--quiet")

    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    rows = {
        "xlsx": lambda: pd.read_excel("uit.xlsx").to_dict("records"),
        "csv": lambda: list(
            csv.DictReader(Path("uit.csv").read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
        ),
        "json": lambda: json.loads(Path("uit.json").read_text())[level],
        "parquet": lambda: pd.read_parquet("uit.parquet").to_dict("records"),
    }[suffix]()
    assert len(rows) == {"dyad": 6, "organisation": 5, "region": 1}[level]
    assert not any("client" in row or str(value).startswith("K") for row in rows for value in row.values())


def test_pairs_come_with_the_work_without_agreement_first(netwerkanalyse, files):
    """The list a planner starts from; a pair of three clients has neither number nor place."""
    netwerkanalyse("alignment", *files, "--out", "uit.json")
    rows = json.loads(Path("uit.json").read_text())["dyad"]
    found = {(row["organisation"], row["other_organisation"]): row for row in rows}

    assert list(found)[:2] == [("O2", "O3"), ("O0", "O2")]
    assert found["O2", "O3"]["shared_clients"] == 60
    assert found["O1", "O4"]["pair_suppressed"]
    assert found["O1", "O2"]["pair_suppressed"], "with the total of the others it would give the three away"
    assert found["O1", "O4"]["shared_clients"] is None
    assert found["O1", "O4"]["work_without_agreement"] is None
    assert found["O3", "O4"]["paper_agreement"]


@pytest.mark.parametrize(("lang", "words"), [("nl", ("onderdrukt", "kent de regio niet")), ("en", ("suppressed",))])
def test_the_main_numbers_are_told(netwerkanalyse, files, lang, words):
    """The screen shows the main numbers in the language, what is suppressed, and which organisations are unknown."""
    outcome = netwerkanalyse("alignment", *files, "--lang", lang)

    assert outcome.code == 0
    assert "O9" in outcome.err
    assert all(word in outcome.err for word in words)
    assert Path({"nl": "afspraken.xlsx", "en": "agreements.xlsx"}[lang]).exists()


@pytest.mark.parametrize(("lang", "word"), [("nl", "onderdrukt"), ("en", "suppressed")])
def test_the_workbook_says_what_is_suppressed(netwerkanalyse, files, lang, word):
    """In a sheet for people a suppressed number is called suppressed; what is missing for another reason is empty."""
    netwerkanalyse("alignment", *files, "--out", "uit.xlsx", "--lang", lang)
    table = pd.read_excel("uit.xlsx", index_col=[0, 1])

    assert list(table.loc[("O1", "O4")]).count(word) == 5  # the number, its place, and three that depend on it
    assert word not in list(table.loc[("O0", "O1")])


def test_standard_output_holds_the_table_only(netwerkanalyse, files):
    """Another program can read the table; the main numbers go beside it."""
    outcome = netwerkanalyse("alignment", *files, "--out", "-", "--format", "json")

    assert len(json.loads(outcome.out)["dyad"]) == 6
    assert "afspraak-dekking" in outcome.err


def test_the_sources_are_spared(netwerkanalyse, files):
    """Neither file that is read is written over, and only one can come from standard input."""
    for source in files:
        assert netwerkanalyse("alignment", *files, "--out", source).code == 2
    outcome = netwerkanalyse("alignment", "-", "-")
    assert outcome.code == 2
    assert "standaardinvoer" in outcome.err

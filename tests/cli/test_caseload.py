"""``netwerkanalyse caseload``."""

import json
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pytest

from netwerkanalyse.cli.tables import LEVELS
from netwerkanalyse.datasets import load
from netwerkanalyse.io.formats import write_caseload
from netwerkanalyse.metrics import Level
from netwerkanalyse.metrics.client.catalogue import FAMILIES, measure
from netwerkanalyse.texts import text


@pytest.fixture
def examples():
    """All fictional clients in one file, and their measures."""
    write_caseload(load("voorbeelden"), "all.json")
    return load("voorbeelden")


def test_levels_are_those_of_the_library():
    """The command line knows every level of a caseload, without importing the library to know."""
    assert [level.upper() for level in LEVELS] == [
        level.name for level in Level if level in {one.level for one in FAMILIES}
    ]


@pytest.mark.parametrize("level", LEVELS)
def test_tables_for_programs_hold_what_the_library_measures(netwerkanalyse, examples, level):
    """Parquet, CSV and JSON give the numbers of ``measure``, under the names of the API, missing as missing."""
    expected = measure(examples, level=Level[level.upper()])
    for form in ("parquet", "csv", "json"):
        outcome = netwerkanalyse("caseload", "all.json", "--out", f"m.{form}", "--level", level, "--quiet")
        assert outcome.code == 0, outcome.err
    keys = expected.index.to_frame(index=False)
    read = {
        "parquet": pd.read_parquet("m.parquet"),
        "csv": pd.read_csv("m.csv", sep=";", decimal=",", keep_default_na=False, na_values=[""]),
        "json": pd.DataFrame(json.loads(Path("m.json").read_text(encoding="utf-8"))[level]),
    }
    for frame in read.values():
        assert list(frame) == [*keys, *expected]
        assert frame[list(keys)].astype(str).to_numpy().tolist() == keys.astype(str).to_numpy().tolist()
        for name in expected.select_dtypes("float"):
            np.testing.assert_allclose(frame[name].astype(float), expected[name], rtol=1e-12)


def test_a_workbook_has_headings_people_read(netwerkanalyse, examples):
    """A sheet a level with Dutch names above the columns, and a sheet that says what they mean."""
    outcome = netwerkanalyse("caseload", "all.json", "--out", "m.xlsx", "--level", "client", "--level", "domain")
    assert outcome.code == 0
    book = openpyxl.load_workbook("m.xlsx")
    assert book.sheetnames == ["cliënt", "leefgebied", "betekenis"]
    assert book["cliënt"].max_row == 1 + len(examples)
    headings = [cell.value for cell in book["cliënt"][1]]
    column = headings.index(text("measures.density.name", "nl"))
    assert book["cliënt"].cell(2, column + 1).value == pytest.approx(3 / 21)
    assert "density" in [cell.value for cell in book["betekenis"]["A"]]


def test_the_page_names_nobody(netwerkanalyse):
    """The page of a caseload shows clients, and nobody around them."""
    example = load("voorbeeld")
    members = example.members.assign(label="Zevenblad " + example.members["member"])
    write_caseload(example.with_tables(members=members), "one.json")
    assert netwerkanalyse("caseload", "one.json", "--out", "m.html").code == 0
    page = Path("m.html").read_text(encoding="utf-8")
    assert "voorbeeld" in page
    assert "Zevenblad" not in page


def test_text_that_looks_like_a_formula_stays_text(netwerkanalyse):
    """A pseudonym like a formula does not become one, neither in CSV nor in a workbook."""
    client = "=1+1"
    document = {"format": "netwerkanalyse/caseload", "version": 1, "tables": {"clients": [{"client": client}]}}
    Path("odd.json").write_text(json.dumps(document), encoding="utf-8")
    for name in ("m.csv", "m.xlsx"):
        assert netwerkanalyse("caseload", "odd.json", "--out", name).code == 0
    assert b"\r\n'=1+1;" in Path("m.csv").read_bytes()
    cell = openpyxl.load_workbook("m.xlsx").worksheets[0].cell(2, 1)
    assert (cell.value, cell.data_type) == (client, "s")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--out", "m.pdf"), "m.pdf"),
        (("--out", "m.csv", "--level", "client", "--level", "domain"), "--level"),
        (("--level", "street"), "street"),
        (("--date", "2026-02-30"), "2026-02-30"),
    ],
)
@pytest.mark.usefixtures("examples")
def test_what_cannot_be_is_refused(netwerkanalyse, words, said):
    """Refused with code 2, nothing written."""
    outcome = netwerkanalyse("caseload", "all.json", *words)
    assert outcome.code == 2
    assert said in outcome.err
    assert [path.name for path in Path().iterdir()] == ["all.json"]


def test_a_date_is_looked_at(netwerkanalyse):
    """Who comes later or has gone does not count on the day asked for."""
    members = [{"client": "K1", "member": "a", "end": "2026-01-01"}, {"client": "K1", "member": "b"}]
    document = {
        "format": "netwerkanalyse/caseload", "version": 1,
        "tables": {"clients": [{"client": "K1", "reference_date": "2025-06-01"}], "members": members},
    }  # fmt: skip
    Path("k.json").write_text(json.dumps(document), encoding="utf-8")
    for words, people in (((), 2), (("--date", "2026-06-01"), 1), (("--date", "01-06-2026"), 1)):
        assert netwerkanalyse("caseload", "k.json", "--out", "m.json", "--quiet", *words).code == 0
        assert json.loads(Path("m.json").read_text(encoding="utf-8"))["client"][0]["members"] == people


def test_to_standard_output_the_form_is_asked_for(netwerkanalyse):
    """A dash does not say what to write: with --format it works, without the message says what to add; help says so."""
    write_caseload(load("voorbeelden"), "all.json")
    refused = netwerkanalyse("caseload", "all.json", "--out", "-")
    written = netwerkanalyse("caseload", "all.json", "--quiet", "--out", "-", "--format", "csv")

    assert refused.code == 2
    assert "Kies met --format: html, xlsx" in " ".join(refused.err.split())
    assert written.code == 0
    assert written.out.count("\n") > 5
    assert "- voor standaarduitvoer" in " ".join(netwerkanalyse("caseload", "--help").out.split())

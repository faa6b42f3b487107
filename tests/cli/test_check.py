"""``netwerkanalyse check``."""

import io
from pathlib import Path

import pandas as pd
import pytest

from netwerkanalyse.datasets import load, load_region
from netwerkanalyse.io.formats import write_caseload
from netwerkanalyse.model.caseload import Caseload


@pytest.mark.parametrize("name", ["net.xlsx", "net.json", "net"])
def test_what_is_there_is_counted(netwerkanalyse, name):
    """A file or folder that is in order is counted, table by table, in words of the language."""
    write_caseload(load("voorbeeld"), name)
    outcome = netwerkanalyse("check", name)
    assert outcome.code == 0
    assert [line.split() for line in outcome.out.splitlines()[1:]] == [
        ["1", "Cliënten"], ["7", "Personen"], ["3", "Relaties"], ["7", "Behoeften"], ["7", "Steun"],
    ]  # fmt: skip


def test_a_region_is_checked_too(netwerkanalyse):
    """A planner can check tables before working with them, and reads what is wrong where."""
    netwerkanalyse("template", "region", "--out", "regio.xlsx")
    outcome = netwerkanalyse("check", "--region", "regio.xlsx")
    assert outcome.code == 0
    assert "Organisaties" in outcome.out

    region = load_region("drenthe")
    tables = dict(region.tables)
    tables["collaborations"] = tables["collaborations"].assign(source="nergens")
    Path("kapot").mkdir()
    for name, table in tables.items():
        table.to_csv(Path("kapot", f"{name}.csv"), index=False)
    refused = netwerkanalyse("check", "--region", "kapot")
    assert refused.code == 2
    assert "nergens" in refused.err


def test_standard_input(netwerkanalyse, monkeypatch):
    """``-`` reads a document from a pipe."""
    document = io.BytesIO()
    write_caseload(load("voorbeeld"), document, format_name="json")
    document.seek(0)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(document))
    assert netwerkanalyse("check", "-").code == 0


def test_a_workbook_names_the_cell(netwerkanalyse):
    """A mistake in a workbook is named by sheet and cell, as somebody sees it in Excel."""
    from openpyxl import load_workbook

    netwerkanalyse("template", "--out", "net.xlsx")
    book = load_workbook("net.xlsx")
    people = book["Personen"]
    place = next(cell for row in people.iter_rows() for cell in row if cell.value == "informeel")
    place.value = "informeell"
    book.save("net.xlsx")
    outcome = netwerkanalyse("check", "net.xlsx")
    assert outcome.code == 2
    assert f"Personen!{place.coordinate}" in outcome.err
    assert Path("net.xlsx").exists()


@pytest.mark.parametrize("name", ["net.json", "net"])
def test_nothing_filled_in_is_not_in_order(netwerkanalyse, name):
    """Headings alone, in any form, are a beginning and no data: told in one sentence, with what to do."""
    empty = {"clients": pd.DataFrame({"client": []}), "members": pd.DataFrame({"client": [], "member": []})}
    write_caseload(Caseload.build(empty), name)
    outcome = netwerkanalyse("check", name)

    assert outcome.code == 2
    assert "Er is nog niets ingevuld. Begin met een rij op het blad Cliënten" in outcome.err


@pytest.mark.parametrize(
    ("template", "option", "hint"), [("region", (), "--region"), ("caseload", ("--region",), "cliënten")]
)
def test_a_table_of_the_other_kind_is_said_once(netwerkanalyse, template, option, hint):
    """Who forgets --region reads one sentence with what to do, and not a warning for every sheet."""
    netwerkanalyse("template", template, "--out", "tabellen.xlsx")
    outcome = netwerkanalyse("check", *option, "tabellen.xlsx")
    assert outcome.code == 2
    assert hint in outcome.err
    assert len(outcome.err.splitlines()) == 1

"""Workbooks as people make them: every problem is told at once, with the cell it is in."""

from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from netwerkanalyse.errors import ValidationError
from netwerkanalyse.io import workbook_reader, workbook_writer
from netwerkanalyse.io.formats import read_caseload, write_caseload
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.problem import Problem

CLIENTS = [["cliënt", "gevraagde paren"], ["K1", "alle paren"]]


def problems(path: Path) -> dict[str, Problem]:
    """Read what has errors; return the problems by their place."""
    with pytest.raises(ValidationError) as caught:
        read_caseload(path, lang="en")
    return {problem.where("en"): problem for problem in caught.value.problems}


def codes(path: Path) -> list[str]:
    """Read what has errors; return the codes of the problems."""
    return [problem.code for problem in problems(path).values()]


def test_headings_in_either_language_and_with_titles_above(make_workbook):
    """Titles, explanations, blank rows, stars and capitals do not hide the headings."""
    path = make_workbook(
        {
            "clients": [
                ["Cliënten"],
                [],
                ["Vul hier de cliënt in"],
                [None, "Client *", "PAIRS ASKED:"],
                [None, "K1", "all pairs"],
            ],
            "Personen": [
                ["cliënt", "persoon", "soort"],
                ["K1", "moeder", "Informeel"],
                [],
                ["K1", "broer", "informal"],
            ],
        }
    )

    caseload = read_caseload(path)

    assert caseload.tables["clients"]["pairs_asked"].tolist() == ["all"]
    assert caseload.tables["members"]["kind"].tolist() == ["informal", "informal"]


def test_a_problem_names_the_cell_as_the_sheet_shows_it(make_workbook):
    """Rows above the headings and blank rows and columns count, as they do on the screen."""
    path = make_workbook(
        {
            "Cliënten": CLIENTS,
            "Personen": [["Titel"], [None, "cliënt", "persoon", "soort"], [], [None, "K1", "moeder", "formeell"]],
        }
    )

    found = problems(path)["Personen!D4"]

    assert found.code == "unknown_code"
    assert "formal" in found.do("en")


def test_all_problems_at_once(make_workbook):
    """A wrong code, a dangling member, a formula, an error cell and an unknown sheet are told in one go."""
    path = make_workbook(
        {
            "Cliënten": CLIENTS,
            "Personen": [
                ["cliënt", "persoon", "soort", "kring"],
                ["K1", "moeder", "x", 1],
                ["K1", "broer", "informeel", "=1+1"],
            ],
            "Relaties": [["cliënt", "persoon 1", "persoon 2", "soort relatie"], ["K1", "moeder", "zus", "kent elkaar"]],
            "Behoeften": [["cliënt", "leefgebied", "behoefte"], ["K1", "wonen", "#N/A"]],
            "Kladblad": [["iets"]],
        }
    )

    found = {where: problem.code for where, problem in problems(path).items()}

    assert found == {
        "Personen!C2": "unknown_code",
        "Personen!D3": "formula",
        "Relaties!C2": "unknown_reference",
        "Behoeften!C2": "cell_error",
        "Kladblad": "unknown_table",
    }


def test_text_that_starts_like_a_formula_is_text(make_workbook):
    """A cell that was typed as text is no formula, whatever it looks like."""
    path = make_workbook({"Cliënten": CLIENTS, "Personen": [["cliënt", "persoon"], ["K1", "x"]]})
    book = load_workbook(path)
    cell = book["Personen"]["B2"]
    cell.value, cell.data_type = "=moeder", "s"
    book.save(path)

    assert read_caseload(path).tables["members"]["member"].tolist() == ["=moeder"]


def test_an_unknown_sheet_is_a_warning_with_the_nearest_name(make_workbook):
    """A misspelt sheet would otherwise silently be missing from the report."""
    path = make_workbook({"Cliënten": CLIENTS, "Persoonen": [["cliënt", "persoon"], ["K1", "moeder"]]})

    (warning,) = read_caseload(path).warnings

    assert (warning.code, warning.value) == ("misspelt_table", "Persoonen")
    assert "Personen" in warning.do("nl")


def test_helper_sheets_and_empty_sheets_are_ignored(make_workbook):
    """The template's own sheets and Excel's empty Blad2 are no tables and no mistakes."""
    sheets = {"Uitleg": [["Lees dit eerst"]], "Guide": [["Read"]], "Lijsten": [["ja"]], "Blad2": []}
    path = make_workbook({"Cliënten": CLIENTS, **sheets})

    assert read_caseload(path).warnings == ()


def test_an_empty_workbook_says_where_to_begin(make_workbook):
    """Headings without rows are nothing to analyse; that is said once, not per table."""
    path = make_workbook({"Cliënten": CLIENTS[:1], "Personen": [["cliënt", "persoon"]]})

    assert codes(path) == ["nothing_filled_in"]


def test_a_workbook_of_something_else_misses_its_first_table(make_workbook):
    """Another spreadsheet is told which table must be there."""
    path = make_workbook({"Begroting": [["post", "bedrag"], ["huur", 600]]})

    assert set(codes(path)) == {"missing_table", "unknown_table"}


def test_a_sheet_without_its_headings_stops_the_rest(make_workbook):
    """Without people every tie would seem to be wrong: only the real cause is told."""
    path = make_workbook(
        {
            "Cliënten": CLIENTS,
            "Personen": [["naam", "bijzonderheden"], ["moeder", "belt elke dag"]],
            "Relaties": [["cliënt", "persoon 1", "persoon 2"], ["K1", "moeder", "zus"]],
        }
    )

    assert codes(path) == ["no_heading_row"]


def test_the_same_table_on_two_sheets_is_refused(make_workbook):
    """Personen and People are the same table; reading one of them would be guessing."""
    rows = [["cliënt", "persoon"], ["K1", "moeder"]]

    assert codes(make_workbook({"Cliënten": CLIENTS, "Personen": rows, "People": rows})) == ["double_table"]


def test_values_without_a_heading_are_told(make_workbook):
    """A column that was filled in but has no heading is not lost silently."""
    path = make_workbook({"Cliënten": CLIENTS, "Personen": [["cliënt", "persoon"], ["K1", "moeder", "belangrijk"]]})

    (warning,) = read_caseload(path).warnings

    assert warning.code == "no_heading"
    assert "3" in warning.what("nl")


def test_a_column_of_ones_own_that_stands_twice_is_told(make_workbook):
    """Two columns of the same name: keeping the last would be guessing."""
    path = make_workbook({"Cliënten": [["cliënt", "schoenmaat", "schoenmaat"], ["K1", 30, 40]]})

    assert codes(path) == ["double_column"]


def test_columns_of_ones_own_are_numbers_or_text(make_workbook):
    """A column is numbers when every filled cell is; codes with zeros in front stay text."""
    rows = [["cliënt", "schoenmaat", "dossier"], ["K1", 30, "007"], ["K2", None, 8]]

    clients = read_caseload(make_workbook({"Cliënten": rows})).tables["clients"]

    assert clients["schoenmaat"].dtype == "float64"
    assert clients["dossier"].tolist() == ["007", "8"]


def test_numbers_where_text_belongs_and_dates_as_dates(make_workbook):
    """Excel turns 7 into a number and 1-3-2026 into a date; both are what the person meant."""
    path = make_workbook(
        {
            "Cliënten": [["cliënt", "peildatum"], [7, datetime(2026, 3, 1)]],
            "Personen": [["cliënt", "persoon", "in contact"], [7.0, "moeder", True]],
        }
    )

    caseload = read_caseload(path)

    assert caseload.tables["members"][["client", "active"]].iloc[0].tolist() == ["7", True]
    assert caseload.tables["clients"]["reference_date"].dt.strftime("%d-%m-%Y").tolist() == ["01-03-2026"]


def test_a_sheet_with_too_many_rows_points_to_other_formats(make_workbook, monkeypatch):
    """A limit that is passed is told with the way out, and only that is told."""
    monkeypatch.setattr(workbook_reader, "ROW_LIMIT", 3)
    rows = [["cliënt", "persoon"], *[["K1", f"p{number}"] for number in range(50)]]
    path = make_workbook({"Cliënten": CLIENTS, "Personen": rows, "Relaties": [["cliënt", "persoon 1"], ["K1", "x"]]})

    with pytest.raises(ValidationError, match="Parquet"):
        read_caseload(path)


def test_a_full_sheet_of_ours_is_read_back(tmp_path, monkeypatch):
    """The writer takes as many rows as the reader, to the row."""
    monkeypatch.setattr(workbook_reader, "ROW_LIMIT", 100)
    monkeypatch.setattr(workbook_writer, "ROW_LIMIT", 100)
    clients = pd.DataFrame({"client": [f"K{number}" for number in range(101)], "pairs_asked": "all"})
    write_caseload(Caseload.build({"clients": clients.head(100)}), tmp_path / "c.xlsx")

    assert len(read_caseload(tmp_path / "c.xlsx")) == 100
    with pytest.raises(ValidationError, match="Parquet"):
        write_caseload(Caseload.build({"clients": clients}), tmp_path / "d.xlsx")


def test_strict_reading_stops_at_a_warning(make_workbook):
    """Who asks for strict reading is not given a caseload with doubts."""
    path = make_workbook({"Cliënten": CLIENTS, "Persoonen": [["cliënt"], ["K1"]]})

    with pytest.raises(ValidationError):
        read_caseload(path, strict=True)


def test_the_message_is_in_the_language_asked_for(make_workbook):
    """The same problem in Dutch and in English."""
    path = make_workbook({"Cliënten": CLIENTS[:1]})

    for lang, words in (("nl", "nog niets ingevuld"), ("en", "Nothing has been filled in")):
        with pytest.raises(ValidationError, match=words):
            read_caseload(path, lang=lang)

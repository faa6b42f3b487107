"""Every format gives back the region that was written to it."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseloads import TRAPS, assert_same
from netwerkanalyse.errors import UnreadableError, ValidationError
from netwerkanalyse.io.formats import DOCUMENTS, FORMATS, read_caseload, read_region, write_caseload, write_region
from netwerkanalyse.model.codes import fold
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_tables import REGION
from odd_regions import odd_regions


@pytest.fixture
def small() -> Region:
    """Two organisations, one tie, one service of two laws."""
    return Region.build(
        {
            "organisations": pd.DataFrame(
                {"organisation": ["GGZ", "WEL"], "laws": ["zvw;wmo", None], "areas": ["Noord;Zuid", "Noord"]}
            ),
            "collaborations": pd.DataFrame({"source": ["GGZ"], "target": ["WEL"], "layer": ["agreement"]}),
            "services": pd.DataFrame({"service": ["S"], "organisation": ["WEL"], "domains": ["housing;daily_living"]}),
        }
    )


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(region=odd_regions(), lang=st.sampled_from(["nl", "en"]))
def test_any_region_comes_back_the_same(form, region, lang):
    """No text, list, number, date or blank is changed by a format, in either language."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"regio{form.suffix}"
        write_region(region, path, lang=lang)

        if form.suffix == ".xlsx" and not any(map(len, region.tables.values())):
            with pytest.raises(ValidationError):  # headings without rows: nothing was filled in
                read_region(path)
        else:
            assert_same(read_region(path), region)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_texts_that_formats_are_known_to_change_do_not_change(form, tmp_path):
    """Formulas, numbers with zeros in front, escapes and separators come back as they were typed."""
    names = [f"O{number}" for number in range(len(TRAPS))]
    region = Region.build({"organisations": pd.DataFrame({"organisation": names, "name": TRAPS, "eigen": TRAPS})})
    write_region(region, tmp_path / f"r{form.suffix}")

    back = read_region(tmp_path / f"r{form.suffix}").tables["organisations"]
    assert back["name"].tolist() == back["eigen"].tolist() == list(TRAPS)


@pytest.mark.parametrize("form", DOCUMENTS, ids=lambda form: form.name)
def test_a_document_goes_through_an_open_file(form, small):
    """A workbook or JSON can be piped: it needs no file on disk."""
    stream = BytesIO()
    write_region(small, stream, format_name=form.name)
    stream.seek(0)

    assert_same(read_region(stream), small)


@pytest.mark.parametrize(("lang", "words"), [("nl", "wonen;zelfzorg en dagelijks leven"), ("en", "housing;self-care")])
def test_lists_in_cells_are_written_for_people(lang, words, small, tmp_path):
    """A cell that holds several codes shows their labels, like a cell that holds one."""
    write_region(small, tmp_path / "r", lang=lang, format_name="csv")
    name = {"nl": "aanbod.csv", "en": "services.csv"}[lang]

    assert words in (tmp_path / "r" / name).read_text(encoding="utf-8")


def test_labels_of_lists_hold_no_separators():
    """A label with a comma, semicolon or bar could not be read back from a cell that holds several."""
    listed = [field for table in REGION.tables for field in table.fields if field.type.value == "codes"]

    labels = [label for field in listed if field.codes for lang in ("nl", "en") for label in field.codes.labels(lang)]
    assert labels
    assert [label for label in labels if set(label) & set(";,|")] == []


def test_names_of_sheets_and_files_mean_one_table():
    """Every sheet of a region has its own name in both languages, also as a file."""
    for lang in ("nl", "en"):
        assert len({fold(table.sheet.get(lang)) for table in REGION.tables}) == len(REGION.tables)


def test_a_problem_is_told_in_the_words_of_a_region(small, tmp_path):
    """By sheet and cell, as for a caseload, whether the reader or the check met it."""
    from openpyxl import load_workbook

    write_region(small, tmp_path / "r.xlsx")
    book = load_workbook(tmp_path / "r.xlsx")
    book["Samenwerking"]["C2"] = "vriendschap"
    book["Aanbod"]["C2"] = "=1+1"
    book.save(tmp_path / "r.xlsx")

    with pytest.raises(ValidationError) as caught:
        read_region(tmp_path / "r.xlsx")
    places = {problem.where("nl"): problem.code for problem in caught.value.problems}
    assert places["Samenwerking!C2"] == "unknown_code"
    assert places["Aanbod!C2"] == "formula"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_caseload_is_no_region(form, small, tmp_path):
    """Nor the other way round: it is told what is missing."""
    write_region(small, tmp_path / f"r{form.suffix}")

    with pytest.raises((UnreadableError, ValidationError)):
        read_caseload(tmp_path / f"r{form.suffix}")


def test_a_folder_of_a_caseload_is_never_replaced_by_a_region(small, tmp_path):
    """The clients' files are not ours to remove."""
    from netwerkanalyse import datasets

    write_caseload(datasets.load("voorbeeld"), tmp_path / "c")

    with pytest.raises(UnreadableError, match=r"'\w+\.parquet'"):
        write_region(small, tmp_path / "c")
    assert len(read_caseload(tmp_path / "c")) == 1


def test_an_empty_folder_says_how_files_are_called(tmp_path):
    """With the names of a region's files."""
    with pytest.raises(UnreadableError, match=r"organisaties\.csv"):
        read_region(tmp_path)


def test_too_long_a_text_is_told_by_its_sheet(small, tmp_path):
    """In the reader's words, not by the name in the code."""
    long = small.organisations.assign(note="x" * 40_000)
    region = Region.build({**small.tables, "organisations": long})

    with pytest.raises(ValidationError, match="Organisaties"):
        write_region(region, tmp_path / "r.xlsx")

"""LibreOffice, as a person at the other end would use it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from caseloads import assert_same
from netwerkanalyse import datasets
from netwerkanalyse.io.formats import read_caseload, write_caseload
from netwerkanalyse.io.template import write_template

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


SEMICOLONS = "--infilter=CSV:59,34,76"
"""Open a CSV file with semicolons and quotation marks, in UTF-8."""


def converted(source: Path, suffix: str, folder: Path, *options: str) -> Path:
    """Let LibreOffice open a file and save it as another kind."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", *options, "--convert-to", suffix]
    subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=120)
    return folder / f"{source.stem}.{suffix}"


def test_a_template_that_libreoffice_saved_is_read_the_same(tmp_path):
    """Through its own format and back: rows, drop-downs and locks are still there."""
    example = datasets.load("voorbeeld")
    write_template(tmp_path / "t.xlsx", example=example)
    before = load_workbook(tmp_path / "t.xlsx")["Personen"]

    path = converted(converted(tmp_path / "t.xlsx", "ods", tmp_path), "xlsx", tmp_path)

    assert_same(read_caseload(path, strict=True), example)
    after = load_workbook(path)["Personen"]
    assert len(after.data_validations.dataValidation) == len(before.data_validations.dataValidation)
    assert after.protection.sheet


def test_a_workbook_that_libreoffice_saved_is_read_the_same(small, tmp_path):
    """Text that looks like a formula or a number stays text."""
    members = small.members.assign(label=["=1+1", "007", "twee\nregels"])
    caseload = small.with_tables(members=members)
    write_caseload(caseload, tmp_path / "c.xlsx")
    (tmp_path / "uit").mkdir()

    path = converted(tmp_path / "c.xlsx", "xlsx", tmp_path / "uit")

    assert_same(read_caseload(path), caseload)


def test_a_csv_file_does_not_run_in_libreoffice(small, tmp_path):
    """Opened there, a text that starts like a formula is still that text."""
    members = small.members.assign(label=["=1+1", "+2", "@SUM(A1)"])
    write_caseload(small.with_tables(members=members), tmp_path / "c.csv")

    sheet = load_workbook(converted(tmp_path / "c.csv" / "personen.csv", "xlsx", tmp_path, SEMICOLONS)).active

    cells = [row[2] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == ["'=1+1", "'+2", "'@SUM(A1)"]
    assert [cell.data_type for cell in cells] == ["s", "s", "s"]

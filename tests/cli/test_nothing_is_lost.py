"""What somebody filled in is never written over."""

import pytest

from netwerkanalyse.datasets import load
from netwerkanalyse.io.formats import write_caseload


@pytest.mark.parametrize(
    "words",
    [
        ("client", "voorbeeld.xlsx", "--format", "xlsx"),
        ("caseload", "voorbeeld.xlsx", "--out", "voorbeeld.xlsx"),
        ("convert", "voorbeeld.xlsx", "./voorbeeld.xlsx"),
        ("template", "--out", "voorbeeld.xlsx"),
    ],
)
def test_the_file_that_is_read_or_filled_in_stays(netwerkanalyse, own_folder, words):
    """The command is refused and the file is as it was."""
    filled = own_folder / "voorbeeld.xlsx"
    write_caseload(load("voorbeeld"), filled)
    before = filled.read_bytes()

    outcome = netwerkanalyse(*words)

    assert outcome.code == 2
    assert "voorbeeld.xlsx" in outcome.err
    assert filled.read_bytes() == before

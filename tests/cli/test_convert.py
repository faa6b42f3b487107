"""``netwerkanalyse convert``."""

import json
from pathlib import Path

import pandas as pd
import pytest

from netwerkanalyse.cli.options import CASELOAD_FORMS
from netwerkanalyse.datasets import load
from netwerkanalyse.io.formats import FORMATS, read_caseload, write_caseload


def test_forms_are_those_of_the_library():
    """The command line knows every format of the library, without importing it to know."""
    assert sorted(CASELOAD_FORMS) == sorted(form.name for form in FORMATS)


@pytest.mark.parametrize(("target", "words"), [("a.xlsx", ()), ("a.json", ()), ("a", ()), ("b", ("--format", "csv"))])
def test_nothing_gets_lost(netwerkanalyse, target, words):
    """There and back through each form gives the same tables."""
    example = load("druk")
    write_caseload(example, "begin.json")
    assert netwerkanalyse("convert", "begin.json", target, *words).code == 0
    assert netwerkanalyse("convert", target, "end.json").code == 0
    end = read_caseload("end.json")
    for name, table in example.tables.items():
        pd.testing.assert_frame_equal(end.tables[name], table)


def test_a_document_goes_to_standard_output(netwerkanalyse):
    """``-`` writes one document, and no path with it."""
    write_caseload(load("voorbeeld"), "a.json")
    outcome = netwerkanalyse("convert", "a.json", "-", "--format", "json")
    assert json.loads(outcome.out)["format"] == "netwerkanalyse/caseload"


def test_the_named_output_is_replaced_and_nothing_else(netwerkanalyse):
    """An existing file of that name is replaced; a folder with other things in it is refused and stays."""
    write_caseload(load("voorbeeld"), "a.json")
    Path("b.json").write_text("old", encoding="utf-8")
    assert netwerkanalyse("convert", "a.json", "b.json") == (0, "b.json\n", "")
    assert len(read_caseload("b.json")) == 1
    Path("photos").mkdir()
    Path("photos/cat.jpg").write_text("cat", encoding="utf-8")
    assert netwerkanalyse("convert", "a.json", "photos").code == 2
    assert [path.name for path in Path("photos").iterdir()] == ["cat.jpg"]
    assert sorted(path.name for path in Path().iterdir()) == ["a.json", "b.json", "photos"]

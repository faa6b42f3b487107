"""``netwerkanalyse measures``."""

import csv
import json
from pathlib import Path

import pytest

from netwerkanalyse.metrics.catalogue import catalogue_table
from netwerkanalyse.metrics.client.tables import measures
from netwerkanalyse.texts import LANGUAGES, text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_measure_is_listed_in_words(netwerkanalyse, lang):
    """The list on the screen holds every measure with its sentence and source, in the language asked for."""
    shown = " ".join(netwerkanalyse("measures", "--lang", lang).out.split())
    for name, one in catalogue_table(lang).iterrows():
        assert f"{name}: {one['name']}" in shown
        assert " ".join(one["sentence"].split()) in shown
        assert text("facts.source", lang, source=one["source"]) in shown


def test_forms_for_programs(netwerkanalyse):
    """CSV, JSON and Markdown hold the same measures; CSV as Dutch spreadsheets read it."""
    assert netwerkanalyse("measures", "--format", "csv", "--out", "m.csv").out == "m.csv\n"
    content = Path("m.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfmeasure;")
    names = [row["measure"] for row in csv.DictReader(content.decode("utf-8-sig").splitlines(), delimiter=";")]
    assert names == list(catalogue_table().index)
    assert [one["measure"] for one in json.loads(netwerkanalyse("measures", "--format", "json").out)] == names
    table = netwerkanalyse("measures", "--format", "md").out.splitlines()
    assert len(table) == 2 + len(names)
    assert {line.count(" | ") for line in table} == {table[0].count(" | ")}
    assert set(names) == set(measures())

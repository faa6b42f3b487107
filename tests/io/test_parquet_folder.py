"""Parquet: typed, lossless, and made by other programs too."""

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from netwerkanalyse.errors import ValidationError
from netwerkanalyse.io.formats import read_caseload, write_caseload


def test_codes_are_stored_once(small, tmp_path):
    """A code is a dictionary entry, so that a million rows cost little and join fast."""
    write_caseload(small, tmp_path / "p")

    schema = parquet.read_schema(tmp_path / "p" / "members.parquet")
    assert pa.types.is_dictionary(schema.field("kind").type)
    assert pa.types.is_boolean(schema.field("active").type)


def test_tables_of_another_program_are_read(tmp_path):
    """Dutch headings and labels, whole numbers, dates without time: whatever wrote it."""
    folder = tmp_path / "p"
    folder.mkdir()
    clients = pa.table({"cliënt": [1, 2], "peildatum": pa.array([20000, None], pa.date32())})
    members = pa.table({"cliënt": [1], "persoon": ["moeder"], "soort": pa.array(["Informeel"]).dictionary_encode()})
    parquet.write_table(clients, folder / "Cliënten.parquet")
    parquet.write_table(members, folder / "personen.parquet")

    caseload = read_caseload(folder)

    assert caseload.tables["clients"]["reference_date"].iloc[0] == pd.Timestamp("2024-10-04")
    assert caseload.tables["members"]["kind"].tolist() == ["informal"]


def test_a_column_of_lists_is_told(tmp_path):
    """A cell holds one value; lists and records belong in tables of their own."""
    folder = tmp_path / "p"
    folder.mkdir()
    parquet.write_table(pa.table({"client": ["K1"], "area": [["a", "b"]]}), folder / "clients.parquet")

    with pytest.raises(ValidationError, match="list"):
        read_caseload(folder, lang="en")


def test_rows_are_numbered_from_one(tmp_path):
    """As people count."""
    folder = tmp_path / "p"
    folder.mkdir()
    parquet.write_table(pa.table({"client": ["K1", "K1"]}), folder / "clients.parquet")

    with pytest.raises(ValidationError, match=r"clients\.parquet, row 2"):
        read_caseload(folder, lang="en")

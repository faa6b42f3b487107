"""Parquet: typed, lossless, and made by other programs too."""

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from netwerkanalyse.errors import ValidationError
from netwerkanalyse.io.formats import read_caseload, write_caseload
from netwerkanalyse.model.caseload import Caseload


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


def test_a_column_that_stands_twice_is_told(tmp_path):
    """Two columns of one name are a problem with a place, no error of the program."""
    table = pa.table([pa.array(["A", "B"]), pa.array(["x", "y"])], names=["member", "member"])
    parquet.write_table(table, tmp_path / "members.parquet")
    with pytest.raises(ValidationError, match="'member' staat er twee keer"):
        read_caseload(tmp_path)


def test_rows_are_numbered_from_one(tmp_path):
    """As people count."""
    folder = tmp_path / "p"
    folder.mkdir()
    parquet.write_table(pa.table({"client": ["K1", "K1"]}), folder / "clients.parquet")

    with pytest.raises(ValidationError, match=r"clients\.parquet, row 2"):
        read_caseload(folder, lang="en")


WRONG = {
    "clients": pd.DataFrame({"client": ["K2", "K1", "K2"], "pairs_asked": ["all", "some", "everything"]}),
    "members": pd.DataFrame(
        {
            "client": ["K1", "K1", "K2", "K9", "K1"],
            "member": ["moeder", "moeder", "  ", "buur", "Anna Maria Jansen"],
            "organisation": ["GGZ", " GGZ", "", None, "Jan de Vries"],
            "role": ["huisarts", "iets anders", None, "huisarts", "huisarts"],
            "kind": ["formal", "formeel", "formol", "peer", None],
        }
    ),
    "ties": pd.DataFrame({"client": ["K1", "K1", "K2"], "source": ["moeder", "niemand", "moeder"], "target": "moeder"}),
    "supports": pd.DataFrame({"client": ["K1"], "member": ["moedr"], "domain": ["work"]}),
}


@pytest.mark.parametrize("written", [lambda frame: frame, lambda frame: frame.astype("category")])
def test_the_same_is_wrong_in_a_file_as_in_memory(tmp_path, written):
    """However the words of a column are kept, the same cells are wrong in it, and no others."""
    for name, frame in WRONG.items():
        written(frame).to_parquet(tmp_path / f"{name}.parquet")

    with pytest.raises(ValidationError) as from_file:
        read_caseload(tmp_path)
    with pytest.raises(ValidationError) as from_memory:
        Caseload.build(WRONG)

    in_memory = [(at.code, at.table, at.column, at.row + 1, at.value) for at in from_memory.value.problems]
    assert [(at.code, at.table, at.column, at.row, at.value) for at in from_file.value.problems] == in_memory
    assert {at.code for at in from_memory.value.problems} > {
        "double_row",
        "self_tie",
        "unknown_reference",
        "looks_like_a_name",
    }


@pytest.mark.parametrize("rows", [2, 100])
def test_texts_in_several_parts_are_one_column(tmp_path, rows):
    """Every part of a file numbers its own texts; blanks, spaces around words and repeats come out as written."""
    folder = tmp_path / "p"
    folder.mkdir()
    members = ["moeder", "buur ", None, "huisarts", "buur", "moeder"]
    parquet.write_table(pa.table({"client": ["K1", "K2"]}), folder / "clients.parquet")
    table = pa.table({"client": ["K1", "K1", "K1", "K1", "K2", "K2"], "member": members, "label": members})
    parquet.write_table(table, folder / "members.parquet", row_group_size=rows)

    with pytest.raises(ValidationError, match=r"members\.parquet, row 3") as refused:
        read_caseload(folder, lang="en")
    assert [(at.row, at.column) for at in refused.value.problems if at.severity.value == "error"] == [(3, "member")]

    parquet.write_table(table.take([0, 1, 3, 4, 5]), folder / "members.parquet", row_group_size=rows)
    read = read_caseload(folder).members
    assert read["member"].tolist() == read["label"].tolist() == ["moeder", "buur", "huisarts", "buur", "moeder"]
    assert read["member"].dtype == read["label"].dtype == read["role"].dtype == "str"


def test_our_own_files_need_no_search(small, tmp_path):
    """Every text of a column stands once in the file, so that reading takes numbers and looks nothing up."""
    write_caseload(small, tmp_path / "p")

    groups = parquet.ParquetFile(tmp_path / "p" / "members.parquet").metadata
    assert groups.num_row_groups == 1
    assert "RLE_DICTIONARY" in groups.row_group(0).column(groups.schema.names.index("member")).encodings

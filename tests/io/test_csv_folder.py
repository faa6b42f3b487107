"""CSV files as spreadsheet programs and people write them."""

from pathlib import Path

import pytest

from netwerkanalyse.errors import UnreadableError, ValidationError
from netwerkanalyse.io.formats import read_caseload, write_caseload


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one client."""
    path = tmp_path / "map"
    path.mkdir()
    (path / "clienten.csv").write_text("cliënt;gevraagde paren\nK1;alle paren\n", encoding="utf-8")
    return path


def problems(folder: Path) -> dict[str, str]:
    """Read what has errors; return the codes by place."""
    with pytest.raises(ValidationError) as caught:
        read_caseload(folder, lang="en")
    return {problem.where("en"): problem.code for problem in caught.value.problems}


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separator_and_encoding_are_recognised(separator: str, encoding: str, folder: Path):
    """What Excel and LibreOffice write in any of their ways is read the same."""
    rows = [["cliënt", "persoon", "kan aan"], ["K1", "één", '"0,5"']]
    text = "\r\n".join(separator.join(row) for row in rows)
    (folder / "Personen.csv").write_bytes(text.encode(encoding))

    members = read_caseload(folder).tables["members"]

    assert members[["member", "capacity"]].iloc[0].tolist() == ["één", 0.5]


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        ("cliënt;persoon\nK1;één", "utf-8", []),
        ("cliënt,persoon\nK1,één", "utf-8-sig", []),
        ("cliënt;persoon\nK1;één", "cp1252", ["csv_read_as"]),
        ("cliënt\tpersoon\nK1\téén", "utf-8", ["csv_read_as"]),
    ],
)
def test_what_was_assumed_is_told(text: str, encoding: str, told: list[str], folder: Path):
    """Anything but UTF-8 with semicolons or commas is a guess, and a guess is never silent."""
    (folder / "personen.csv").write_bytes(text.encode(encoding))

    assert [warning.code for warning in read_caseload(folder).warnings] == told


def test_a_line_for_excel_that_names_the_separator_is_read(folder: Path):
    """Some programs write sep=; on the first line; the lines after it keep their numbers."""
    (folder / "personen.csv").write_text("sep=|\ncliënt|persoon|soort\nK1|moeder|x\n", encoding="utf-8")

    assert problems(folder)["personen.csv, row 3, kind, client K1"] == "unknown_code"


def test_rows_are_known_by_the_line_they_begin_on(folder: Path):
    """Text of several lines and blank lines do not shift the line numbers of what follows."""
    text = 'cliënt;persoon;aanduiding;soort\nK1;a;"twee\nregels";formeel\n\nK1;b;;formeell\n'
    (folder / "personen.csv").write_text(text, encoding="utf-8")

    assert problems(folder) == {"personen.csv, row 5, kind, client K1": "unknown_code"}


def test_rows_of_another_length_are_told_with_their_line(folder: Path):
    """A separator too many shifts every value after it: the line is named."""
    (folder / "personen.csv").write_text("cliënt;persoon;soort\nK1;a;formeel\nK1;b\nK1;c;formeel;x\n", encoding="utf-8")

    assert problems(folder) == {"personen.csv, row 3": "ragged_row", "personen.csv, row 4": "ragged_row"}


def test_a_quotation_mark_that_does_not_close_is_refused_with_its_line(folder: Path):
    """It would swallow the rest of the file as one text."""
    (folder / "personen.csv").write_text('cliënt;persoon\nK1;a\nK1;"b\nK1;c\n', encoding="utf-8")

    with pytest.raises(UnreadableError, match="line 3"):
        read_caseload(folder, lang="en")


def test_a_file_that_is_no_text_is_refused(folder: Path):
    """Bytes that no Western encoding has."""
    (folder / "personen.csv").write_bytes(b"cli\x81nt;\xff\x8d\n")

    with pytest.raises(UnreadableError, match=r"personen\.csv"):
        read_caseload(folder)


def test_a_file_of_unknown_name_is_a_warning(folder: Path):
    """A misspelt file would otherwise silently be missing from the report."""
    (folder / "personn.csv").write_text("cliënt;persoon\nK1;a\n", encoding="utf-8")

    (warning,) = read_caseload(folder).warnings

    assert (warning.code, warning.value) == ("misspelt_table", "personn")


def test_an_empty_file_is_told(folder: Path):
    """A table file without headings cannot be a table."""
    (folder / "personen.csv").write_text("", encoding="utf-8")

    assert problems(folder) == {"personen.csv": "no_heading_row"}


def test_files_are_written_as_dutch_spreadsheets_expect(small, tmp_path: Path):
    """With a byte order mark, semicolons, decimal commas and Dutch words, in names without accents."""
    write_caseload(small, tmp_path / "uit.csv")

    text = (tmp_path / "uit.csv" / "steun.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbfcli\xc3\xabnt;persoon;leefgebied;")
    assert b"\r\nK1;moeder;wonen;;0,5;gebeurt;" in text
    assert (tmp_path / "uit.csv" / "clienten.csv").exists()


def test_no_cell_can_run_as_a_formula(tmp_path: Path, small):
    """A spreadsheet program that opens the file sees text where text was."""
    members = small.members.assign(label=["=1+1", "@x", "-2"])
    write_caseload(small.with_tables(members=members), tmp_path / "uit.csv")

    lines = (tmp_path / "uit.csv" / "personen.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert [line.split(";")[2] for line in lines] == ["'=1+1", "'@x", "'-2"]

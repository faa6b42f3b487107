"""Paths that are right, wrong or in the way: the format is found, and nothing is half written."""

import io
import os
from pathlib import Path

import pytest

from caseloads import assert_same
from netwerkanalyse.errors import UnknownNameError, UnreadableError, ValidationError
from netwerkanalyse.io import formats
from netwerkanalyse.io.formats import FORMATS, read_caseload, write_caseload
from netwerkanalyse.texts import LANGUAGES

LONG = "x" * 200_000


def said(path: object, lang: str = "en") -> str:
    """Read what cannot be read; return what was said."""
    with pytest.raises(UnreadableError) as caught:
        read_caseload(path, lang=lang)
    return str(caught.value)


def listing(folder: Path) -> list[str]:
    """Return everything below a folder, hidden files too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_a_missing_file_is_told_with_its_name(tmp_path):
    """In the language asked for."""
    path = tmp_path / "weg.xlsx"

    assert "Er is geen bestand" in said(path, "nl")
    assert str(path) in said(path, "en")


@pytest.mark.parametrize("name", ["net.xls", "net.ods", "net.docx", "net", "net.xlsm"])
def test_an_unknown_suffix_is_told_with_the_known_ones(name, tmp_path):
    """Also of spreadsheets of other kinds, with the way out."""
    (tmp_path / name).write_bytes(b"x")

    assert ".xlsx" in said(tmp_path / name)


@pytest.mark.parametrize("name", ["members.csv", "members.parquet"])
def test_one_table_is_no_caseload(name, tmp_path):
    """Who gives one file of a folder is told to give the folder."""
    (tmp_path / name).write_bytes(b"x")

    assert "folder" in said(tmp_path / name)


def test_a_folder_without_tables_is_told(tmp_path):
    """A folder with other files in it, or nothing."""
    (tmp_path / "brief.docx").write_bytes(b"x")
    (tmp_path / "notes.csv").write_text("a;b\n")

    assert "no tables" in said(tmp_path)


def test_a_folder_with_two_formats_is_not_chosen_from(small, tmp_path):
    """CSV and Parquet side by side: one of them is old, and we cannot know which."""
    write_caseload(small, tmp_path / "c.csv")
    write_caseload(small, tmp_path / "p")
    for path in (tmp_path / "c.csv").iterdir():
        path.rename(tmp_path / "p" / path.name)

    assert "both" in said(tmp_path / "p")


def test_what_is_neither_file_nor_folder_is_refused(tmp_path):
    """A pipe would be waited for without end."""
    os.mkfifo(tmp_path / "pipe.xlsx")

    assert "neither" in said(tmp_path / "pipe.xlsx")


def test_a_damaged_parquet_file_is_named(small, tmp_path):
    """Which of the files it is."""
    write_caseload(small, tmp_path / "p")
    (tmp_path / "p" / "members.parquet").write_bytes(b"PAR1 nonsense PAR1")

    assert "members.parquet" in said(tmp_path / "p")


def test_standard_input_and_output(small, monkeypatch, capfdbinary):
    """A caseload goes through a pipe as JSON."""
    write_caseload(small, "-")
    written = capfdbinary.readouterr().out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(written)))

    assert_same(read_caseload("-"), small)


def test_a_name_without_suffix_is_a_folder_of_parquet(small, tmp_path):
    """The native form, unless another is asked for."""
    write_caseload(small, tmp_path / "a")
    write_caseload(small, tmp_path / "b", format_name="csv")

    assert (tmp_path / "a" / "members.parquet").exists()
    assert (tmp_path / "b" / "personen.csv").exists()


def test_an_unknown_format_is_told_with_the_known_ones(small, tmp_path):
    """By name."""
    with pytest.raises(UnknownNameError, match="xlsx"):
        write_caseload(small, tmp_path / "x", format_name="docx")


def test_a_suffix_that_cannot_be_written_leaves_nothing(small, tmp_path):
    """A typing mistake makes no file."""
    with pytest.raises(UnreadableError):
        write_caseload(small, tmp_path / "x.xlx")

    assert listing(tmp_path) == []


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_failure_leaves_the_old_file_and_nothing_else(form, small, tmp_path, monkeypatch):
    """Half a caseload is worse than the old one."""
    path = tmp_path / f"c{form.suffix}"
    write_caseload(small, path)
    before = listing(tmp_path)

    class _BrokenError(Exception):
        """Something fails when everything was written but nothing is in place yet."""

    def broken(tables, target, schema, lang):
        form.write(tables, target, schema, lang)
        raise _BrokenError

    spoilt = tuple(
        type(each)(each.name, each.suffix, each.read, broken if each is form else each.write) for each in FORMATS
    )
    monkeypatch.setattr(formats, "FORMATS", spoilt)

    with pytest.raises(_BrokenError):
        write_caseload(small.select(["K1"]), path)
    assert listing(tmp_path) == before
    assert_same(read_caseload(path), small)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_an_old_file_is_replaced_as_a_whole(form, small, tmp_path):
    """Nothing of the old caseload stays behind, also not a table in the other language."""
    path = tmp_path / f"c{form.suffix}"
    write_caseload(small, path, lang="nl")
    write_caseload(small.select(["K1"]), path, lang="en")

    assert_same(read_caseload(path), small.select(["K1"]))
    assert [name for name in listing(tmp_path) if "tmp" in name] == []


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_a_folder_with_other_things_is_never_replaced(name, small, tmp_path):
    """Writing to the wrong folder must not cost somebody their documents."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "brief.docx").write_bytes(b"x")

    with pytest.raises(UnreadableError, match=r"brief\.docx"):
        write_caseload(small, tmp_path / "docs", format_name=name)
    assert listing(tmp_path) == ["docs", "docs/brief.docx"]


def test_a_place_that_does_not_exist_is_told(small, tmp_path):
    """The folder of the file must be there."""
    with pytest.raises(UnreadableError, match="cannot be written"):
        write_caseload(small, tmp_path / "no" / "such" / "c.xlsx", lang="en")


@pytest.mark.parametrize("name", ["c.xlsx", "c.csv"])
def test_text_that_would_be_cut_off_is_refused_before_writing(name, small, tmp_path):
    """A cell of a sheet holds 32,767 characters; more would be lost silently."""
    goals = small.goals.assign(client=["K1"][:0])
    goals = goals.reindex([0]).assign(client="K1", goal="1", wording=LONG)
    caseload = small.with_tables(goals=goals)

    with pytest.raises(ValidationError, match="longer"):
        write_caseload(caseload, tmp_path / name, lang="en")
    assert listing(tmp_path) == []

    write_caseload(caseload, tmp_path / "c.json")
    assert_same(read_caseload(tmp_path / "c.json"), caseload)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_refusal_has_its_words(lang):
    """Each code used by readers and writers has a text for what is wrong and what to do."""
    from netwerkanalyse.texts import has

    sources = Path(formats.__file__).parent.glob("*.py")
    used = set()
    for source in sources:
        text = source.read_text(encoding="utf-8")
        for start in ('refusal(lang, "', 'Problem("', '"(?:csv_|double_)'):
            used |= {piece.split('"')[0] for piece in text.split(start)[1:]}

    assert len(used) > 20
    assert [code for code in sorted(used) if not has(f"problems.{code}.what", lang)] == []
    assert [code for code in sorted(used) if not has(f"problems.{code}.do", lang)] == []

"""Saying no: the right code, in words, nothing written, never a traceback."""

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest

from netwerkanalyse.cli import reading
from netwerkanalyse.cli.main import COMMANDS

PROGRAM = [sys.executable, "-m", "netwerkanalyse"]

WRONG = {
    "format": "netwerkanalyse/caseload",
    "version": 1,
    "tables": {
        "clients": [{"client": "K1"}],
        "members": [{"client": "K1", "member": "moeder", "kind": "formeell", "circle": 9}],
    },
}


@pytest.fixture
def wrong(own_folder):
    """A file with two mistakes in it."""
    path = own_folder / "wrong.json"
    path.write_text(json.dumps(WRONG), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "words",
    [
        ("check", "wrong.json"),
        ("client", "wrong.json", "--out", "out"),
        ("caseload", "wrong.json", "--out", "out/region.xlsx"),
        ("convert", "wrong.json", "out/right.json"),
    ],
)
def test_refused_input_gives_a_table_and_leaves_nothing(netwerkanalyse, wrong, words):
    """All mistakes at once on standard error, code 2, no output path left behind."""
    outcome = netwerkanalyse(*words)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("2 fouten")
    for said in ("Waar", "Wat te doen", "soort", "'formeell' is geen keuze", "'formeel'", "9 ligt niet tussen 1 en 3"):
        assert said in outcome.err
    assert list(wrong.parent.iterdir()) == [wrong]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chek",), "Er is geen opdracht 'chek'"),
        (("check",), "PAD ontbreekt"),
        (("check", "a", "b"), "te veel: b"),
        (("check", "--lang", "de", "a"), "--lang: 'de' kan niet. Te kiezen: nl, en."),
        (("check", "--strikt", "a"), "Er is geen optie --strikt"),
        (("measures", "--format", "pdf"), "'pdf' kan niet"),
        (("measures", "--out"), "--out"),
        (("check", "nergens.xlsx"), "nergens.xlsx"),
        (("check", "."), "."),
    ],
)
def test_refused_words(netwerkanalyse, own_folder, words, said):
    """A command that cannot be understood, or names no data, gives code 2 and says why in Dutch."""
    outcome = netwerkanalyse(*words)
    assert outcome.code == 2
    assert said in outcome.err.splitlines()[-1]
    assert outcome.out == ""
    assert list(own_folder.iterdir()) == []


def test_refused_words_in_english(netwerkanalyse):
    """Usage errors come in the chosen language too."""
    outcome = netwerkanalyse("--lang", "en", "check")
    assert outcome.err.endswith("PATH is missing.\n")


@pytest.mark.parametrize("error", [MemoryError(), KeyError("x"), RuntimeError("two\nlines\x1b[2J"), RecursionError()])
def test_unexpected_failures_are_one_line(netwerkanalyse, monkeypatch, error):
    """Whatever goes wrong inside is one line on standard error and code 1."""

    def fails(*_args: object, **_keywords: object) -> None:
        raise error

    monkeypatch.setattr("netwerkanalyse.cli.check.read", fails)
    outcome = netwerkanalyse("check", "a.xlsx")
    assert outcome.code == 1
    assert len(outcome.err.splitlines()) == 1
    assert "\x1b" not in outcome.err


def test_stopping_is_quiet(netwerkanalyse, monkeypatch):
    """Control-C says that it stopped, with code 1."""

    def stops(*_args: object, **_keywords: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("netwerkanalyse.cli.check.read", stops)
    outcome = netwerkanalyse("check", "a.xlsx")
    assert outcome.code == 1
    assert outcome.err.strip() == "Gestopt."


def test_a_folder_that_cannot_be_written(netwerkanalyse, own_folder):
    """A place where nothing can be written gives code 1, one line with the reason, and nothing left behind."""
    (own_folder / "file").write_text("no folder", encoding="utf-8")
    outcome = netwerkanalyse("template", "--out", "file/deeper/template.xlsx")
    assert outcome.code == 1
    assert len(outcome.err.splitlines()) == 1
    assert "file/deeper/template.xlsx" in outcome.err
    assert [path.name for path in own_folder.iterdir()] == ["file"]


def test_a_full_disk(netwerkanalyse, monkeypatch, own_folder):
    """When the disk is full the old file stays, no half file stands beside it, and new folders are taken away."""

    def full(*_args: object, **_keywords: object) -> None:
        raise OSError(28, "No space left on device")

    (own_folder / "old.json").write_text("old", encoding="utf-8")
    monkeypatch.setattr("os.fsync", full)
    for out in ("old.json", "new/folder/old.json"):
        outcome = netwerkanalyse("simulate", "--clients", "1", "--out", out)
        assert outcome.code == 1
        assert "er is geen ruimte meer" in outcome.err
    assert (own_folder / "old.json").read_text(encoding="utf-8") == "old"
    assert [path.name for path in own_folder.iterdir()] == ["old.json"]


@pytest.mark.parametrize("words", [["measures"], ["measures", "--format", "json"], ["--help"]])
def test_a_reader_that_stops_reading(words):
    """``netwerkanalyse measures | head -1`` ends without a word on standard error."""
    with subprocess.Popen([*PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", [["measures"], ["check", "--help"], ["--version"]])
def test_standard_output_that_is_full(words):
    """A full device behind standard output is one line and code 1."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1
    assert "er is geen ruimte meer" in ran.stderr


def test_every_command_speaks_through_the_same_door():
    """All commands share the class that turns exceptions into words."""
    from netwerkanalyse.cli.command import Command
    from netwerkanalyse.cli.main import program

    assert all(isinstance(program.commands[name], Command) for name in COMMANDS)


def test_warnings_are_told_and_strict_makes_them_stop(netwerkanalyse, own_folder):
    """A warning goes to standard error and does not stop; with --strict it does; --quiet keeps it in."""
    doubtful = {
        **WRONG,
        "tables": {"clients": [{"client": "K1"}], "members": [{"client": "K1", "member": "Jan Pieter Ooievaar"}]},
    }
    (own_folder / "doubtful.json").write_text(json.dumps(doubtful), encoding="utf-8")
    told = netwerkanalyse("check", "doubtful.json")
    assert (told.code, told.err.startswith("1 waarschuwing")) == (0, True)
    assert netwerkanalyse("check", "doubtful.json", "--quiet") == (0, "", "")
    assert netwerkanalyse("check", "doubtful.json", "--strict").code == 2
    assert reading.read("doubtful.json", strict=False, quiet=True, lang="nl").warnings


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "dat mag niet op deze plek"),
        (errno.ENOSPC, "er is geen ruimte meer"),
        (errno.EROFS, "hier kan alleen worden gelezen"),
        (errno.EIO, "kan niet worden geschreven. Bestaat de map"),
    ],
)
def test_reasons_of_the_system_are_said_in_the_language_of_the_person(netwerkanalyse, monkeypatch, number, said):
    """The system speaks English; its own words stand in no message."""

    def fails(*_):
        raise OSError(number, "English words of the system", "there")

    monkeypatch.setattr("netwerkanalyse.io.atomic.replaced_file", fails)
    outcome = netwerkanalyse("measures", "--out", "maten.txt")

    assert outcome.code == 1
    assert said in outcome.err
    assert "English" not in outcome.err


def test_a_long_list_of_clients_says_how_many_more(netwerkanalyse):
    """Who types a client that is not there sees some that are, and how many are not named."""
    assert netwerkanalyse("simulate", "--clients", "14", "--out", "many.json", "--quiet").code == 0
    outcome = netwerkanalyse("client", "many.json", "--client", "nope", "--quiet")

    assert outcome.code == 2
    assert "en nog 4 andere" in outcome.err
    assert outcome.err.count("k00000") == 10


def test_a_problem_in_a_document_says_whose_row_it_is(netwerkanalyse, wrong):
    """In a JSON document a row number is hard to find: the client is named."""
    assert "cliënt K1" in " ".join(netwerkanalyse("check", wrong).err.split())

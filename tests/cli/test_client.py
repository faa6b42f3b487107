"""``netwerkanalyse client`` and ``netwerkanalyse demo``."""

import json
from pathlib import Path

import pytest

from netwerkanalyse.cli.client import file_names
from netwerkanalyse.cli.client_documents import FORMS
from netwerkanalyse.datasets import load
from netwerkanalyse.io.formats import read_caseload, write_caseload


@pytest.fixture
def three():
    """Three fictional clients in one file."""
    write_caseload(load("voorbeelden").select(["voorbeeld", "spanning", "geisoleerd"]), "three.json")


@pytest.fixture
def one():
    """One fictional client."""
    write_caseload(load("spanning"), "one.json")


def names(folder="."):
    """The names of files in a folder, without what a test put there itself."""
    return sorted(path.name for path in Path(folder).iterdir() if path.name not in {"three.json", "one.json"})


@pytest.mark.usefixtures("one")
def test_the_page_and_both_pictures_by_default(netwerkanalyse):
    """One client gives a page and two pictures in the folder one is in, and their paths on standard output."""
    outcome = netwerkanalyse("client", "one.json")
    assert outcome.code == 0
    assert outcome.out.splitlines() == ["spanning.html", "spanning-sociogram.svg", "spanning-sociogram.html"]
    assert names() == ["spanning-sociogram.html", "spanning-sociogram.svg", "spanning.html"]
    assert "<html" in Path("spanning.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("three")
def test_every_client_gets_its_own(netwerkanalyse):
    """A file with several clients gives a report each; --client chooses, in the order asked for."""
    assert netwerkanalyse("client", "three.json", "--out", "all", "--format", "txt").code == 0
    assert names("all") == ["geisoleerd.txt", "spanning.txt", "voorbeeld.txt"]
    words = ("--client", "spanning", "--client", "voorbeeld", "--format", "json", "--out", "some")
    assert [Path(line).name for line in netwerkanalyse("client", "three.json", *words).out.splitlines()] == [
        "spanning.json",
        "voorbeeld.json",
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.usefixtures("one")
def test_every_form_can_be_made(netwerkanalyse, form):
    """Each form is written, and to standard output when it is the only one."""
    assert netwerkanalyse("client", "one.json", "--format", form, "--out", "here", "--quiet") == (0, "", "")
    (path,) = Path("here").iterdir()
    assert path.name == f"spanning{FORMS[form].ending}"
    assert path.stat().st_size > 500


@pytest.mark.usefixtures("one", "three")
def test_one_document_to_standard_output(netwerkanalyse):
    """One client in one form goes through a pipe; more does not, and says so."""
    shown = netwerkanalyse("client", "one.json", "--format", "json", "--out", "-")
    assert json.loads(shown.out)
    assert names() == []
    for words in (("one.json",), ("three.json", "--format", "json")):
        refused = netwerkanalyse("client", *words, "--out", "-")
        assert refused.code == 2
        assert "--client" in refused.err


@pytest.mark.usefixtures("three")
def test_an_unknown_client_is_refused(netwerkanalyse):
    """A client that is not there gives code 2 and names those who are; nothing is written."""
    outcome = netwerkanalyse("client", "three.json", "--client", "K9", "--out", "here")
    assert outcome.code == 2
    assert "'K9'" in outcome.err
    assert "spanning" in outcome.err
    assert names() == []


def test_a_caseload_without_clients_is_refused(netwerkanalyse):
    """Nothing to report on is told, not passed over in silence."""
    netwerkanalyse("simulate", "--clients", 0, "--out", "one.json")
    assert netwerkanalyse("client", "one.json") == (2, "", "Er staat geen cliënt in.\n")


@pytest.mark.usefixtures("one")
def test_only_the_clients_own_version_says_what_costs_strength(netwerkanalyse):
    """What somebody answered about hindering stands in the version for the client, and in no other."""
    pages = {}
    for words in ((), ("--for-client",)):
        assert netwerkanalyse("client", "one.json", "--format", "html", *words).code == 0
        pages[words] = Path("spanning.html").read_text(encoding="utf-8")
    assert "kost kracht" not in pages[()].lower()
    assert pages[()] != pages["--for-client",]


@pytest.mark.usefixtures("one")
def test_language(netwerkanalyse):
    """The report comes in the language asked for."""
    for lang in ("nl", "en"):
        netwerkanalyse("client", "one.json", "--format", "html", "--lang", lang, "--out", lang)
        assert f'lang="{lang}"' in Path(lang, "spanning.html").read_text(encoding="utf-8")


def test_an_earlier_file_or_day_is_compared_with(netwerkanalyse):
    """The report says what changed since another file of the same client, or since a day; not both."""
    now = load("afschaling")
    write_caseload(now, "now.json")
    write_caseload(now.at("2025-03-01"), "then.json")
    asked = ("client", "now.json", "--format", "txt", "--out", "-")
    by_file, by_day = (
        netwerkanalyse(*asked, *words) for words in (("--earlier", "then.json"), ("--since", "01-03-2025"))
    )

    assert "WAT IS ER VERANDERD" in by_file.out
    assert by_file.out == by_day.out
    assert "WAT IS ER VERANDERD" not in netwerkanalyse(*asked).out
    refused = netwerkanalyse(*asked, "--earlier", "then.json", "--since", "2025-03-01")
    assert (refused.code, refused.out) == (2, "")
    assert "niet allebei" in refused.err


def test_an_earlier_file_is_not_written_over(netwerkanalyse):
    """A report that would take the place of the earlier file is refused."""
    now = load("afschaling")
    write_caseload(now, "now.json")
    Path("out").mkdir()
    write_caseload(now.at("2025-03-01"), "out/afschaling.json")
    kept = Path("out/afschaling.json").read_bytes()
    words = ("--earlier", "out/afschaling.json", "--format", "json", "--out", "out")

    assert netwerkanalyse("client", "now.json", *words).code == 2
    assert Path("out/afschaling.json").read_bytes() == kept


def test_file_names_are_safe_and_different():
    """Whatever a pseudonym looks like, its file stays in the folder and meets no other."""
    odd = ["../../etc/passwd", "a/b", "a:b", "A-B", "nul", "", "...", "é" * 200, "K1", "k1", "K1-2"]
    made = file_names(odd)
    assert len({name.casefold() for name in made}) == len(odd)
    for name in made:
        assert Path(name).name == name
        assert 0 < len(name) <= 90
        assert name.casefold() not in {"nul", "con"}


def test_demo_shows_everything(netwerkanalyse):
    """The demo writes report, sociograms, measures, workbook and template, and prints where they are."""
    outcome = netwerkanalyse("demo")
    assert outcome.code == 0
    paths = [Path(line) for line in outcome.out.splitlines()]
    assert all(path.stat().st_size > 1000 for path in paths)
    assert {path.parent.name for path in paths} == {"netwerkanalyse-demo"}
    assert sorted(path.name for path in paths) == names("netwerkanalyse-demo")
    assert {path.suffix for path in paths} == {".html", ".svg", ".xlsx"}
    assert (
        read_caseload("netwerkanalyse-demo/voorbeeld-ingevuld.xlsx")
        .tables["members"]
        .equals(load("voorbeeld").tables["members"])
    )


def test_demo_elsewhere_and_again(netwerkanalyse):
    """It writes where it is told, and leaves what else is there alone."""
    Path("mine").mkdir()
    Path("mine/notes.txt").write_text("mine", encoding="utf-8")
    for _ in range(2):
        assert netwerkanalyse("demo", "--out", "mine", "--quiet") == (0, "", "")
    assert "notes.txt" in names("mine")
    assert names() == ["mine"]


def test_a_folder_is_not_called_like_a_file(netwerkanalyse):
    """Whoever asks for one page gets no folder of that name that no browser opens; a folder that is there is used."""
    write_caseload(load("voorbeeld"), "net.json")
    outcome = netwerkanalyse("client", "net.json", "--out", "verslag.html")

    assert outcome.code == 2
    assert "--out is hier een map, en 'verslag.html' lijkt een bestand." in outcome.err
    assert not Path("verslag.html").exists()
    Path("oud.html").mkdir()
    assert netwerkanalyse("client", "net.json", "--out", "oud.html", "--format", "txt").code == 0

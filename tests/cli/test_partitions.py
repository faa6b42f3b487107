"""A caseload in parts on the command line: made, measured, resumed, and refused in one line."""

import pandas as pd
import pytest


@pytest.fixture
def country(netwerkanalyse, own_folder):
    """Twelve fictional clients in three parts."""
    assert netwerkanalyse("simulate", "--clients", 12, "--partitions", 3, "--out", "country").code == 0
    return own_folder / "country"


def test_parts_are_measured_and_resumed(netwerkanalyse, country):
    """One folder a level, which reads as one table; a second run finds everything finished."""
    first = netwerkanalyse("caseload", country, "--level", "client", "--level", "domain", "--out", "measures")
    assert (first.code, first.out.split()) == (0, ["measures/client", "measures/domain"])
    assert len(pd.read_parquet("measures/client")) == 12
    written = (country.parent / "measures" / "client" / "part-00001.parquet").stat().st_mtime_ns

    assert netwerkanalyse("caseload", country, "--level", "client", "--level", "domain", "--out", "measures").code == 0
    assert (country.parent / "measures" / "client" / "part-00001.parquet").stat().st_mtime_ns == written


def test_a_caseload_is_cut_in_parts(netwerkanalyse, own_folder):
    """Convert makes as many parts as asked for."""
    assert netwerkanalyse("simulate", "--clients", 5, "--out", "five.json").code == 0

    assert netwerkanalyse("convert", "five.json", "five", "--partitions", 2).out == "five\n"
    assert sorted(path.name for path in (own_folder / "five").iterdir()) == ["part-00000", "part-00001"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["caseload", "country", "--lang", "en"], "give a folder with --out"),
        (["caseload", "country", "--out", "x.html", "--lang", "en"], "give a folder with --out"),
        (["caseload", "country", "--out", "x", "--format", "csv", "--lang", "en"], "give a folder with --out"),
        (["check", "country", "--lang", "en"], "caseload in parts"),
        (["caseload", "country/part-00000", "--scheduler", "tcp://127.0.0.1:1", "--lang", "en"], "--partitions 8"),
        (["simulate", "--clients", "5", "--partitions", "2", "--out", "x.json", "--lang", "en"], "does not go with"),
        (["simulate", "--clients", "5", "--partitions", "0", "--out", "x", "--lang", "en"], "from 1"),
    ],
)
@pytest.mark.usefixtures("country")
def test_what_does_not_fit_is_refused(netwerkanalyse, words, said):
    """A page, a stream or another form of a caseload in parts, and parts of what has none."""
    outcome = netwerkanalyse(*words)

    assert outcome.code == 2
    assert said in outcome.err


def test_a_cluster_without_its_library_is_told(netwerkanalyse, country, monkeypatch):
    """Somebody without the extra hears how to install it."""
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)

    outcome = netwerkanalyse("caseload", country, "--out", "x", "--scheduler", "tcp://127.0.0.1:1", "--lang", "en")

    assert outcome.code == 2
    assert "netwerkanalyse[cluster]" in outcome.err

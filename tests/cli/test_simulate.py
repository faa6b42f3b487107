"""``netwerkanalyse simulate``."""

import json
from pathlib import Path

import pandas as pd
import pytest

from netwerkanalyse.datasets.simulate import simulate
from netwerkanalyse.datasets.simulate_region import simulate_region
from netwerkanalyse.io.formats import read_caseload, read_region
from netwerkanalyse.texts import text


def test_the_seed_decides(netwerkanalyse):
    """The same seed gives the same file, another seed another; it is what the library simulates."""
    for name, seed in (("a.json", 1), ("b.json", 1), ("c.json", 2)):
        assert netwerkanalyse("simulate", "--clients", 30, "--seed", seed, "--out", name).code == 0
    assert Path("a.json").read_bytes() == Path("b.json").read_bytes()
    assert Path("a.json").read_bytes() != Path("c.json").read_bytes()
    expected = simulate(30, seed=1).caseload.tables
    for name, table in read_caseload("a.json").tables.items():
        pd.testing.assert_frame_equal(table, expected[name])


@pytest.mark.parametrize("name", ["t.csv", "t.json", "t.parquet"])
def test_the_truth_is_written_beside_it(netwerkanalyse, name):
    """What was planted stands in a table of its own, in a form programs read."""
    assert netwerkanalyse("simulate", "--clients", 30, "--seed", 1, "--out", "a", "--truth", name).out == f"a\n{name}\n"
    planted = simulate(30, seed=1).truth.astype("str")
    read = {
        "t.csv": lambda: pd.read_csv(name, sep=";", dtype="str"),
        "t.json": lambda: pd.DataFrame(pd.read_json(name, typ="series")["truth"]).astype("str"),
        "t.parquet": lambda: pd.read_parquet(name).astype("str"),
    }[name]()
    pd.testing.assert_frame_equal(read, planted)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--clients", "-3", "--out", "a"), "heel getal"),
        (("--clients", "ten", "--out", "a"), "heel getal"),
        (("--clients", "3"), "--out"),
        (("--clients", "3", "--out", "a", "--truth", "t.pdf"), "t.pdf"),
    ],
)
def test_what_cannot_be_is_refused(netwerkanalyse, words, said):
    """Refused with code 2 before anything is written."""
    outcome = netwerkanalyse("simulate", *words)
    assert outcome.code == 2
    assert said in outcome.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("name", ["r.json", "r.xlsx", "r"])
def test_a_region_is_written_beside_its_clients(netwerkanalyse, name):
    """The files hold the region and the clients that the library simulates, and read back without a warning."""
    outcome = netwerkanalyse("simulate", "--clients", 30, "--seed", 1, "--out", "c.json", "--region", name)
    expected = simulate_region(30, seed=1)

    assert outcome.out == f"c.json\n{name}\n"
    for table, frame in read_region(name).tables.items():
        pd.testing.assert_frame_equal(frame, expected.region.tables[table])
    for table, frame in read_caseload("c.json").tables.items():
        pd.testing.assert_frame_equal(frame, expected.caseload.tables[table])


def test_sizes_are_those_asked_for(netwerkanalyse):
    """With and without a region."""
    sizes = ("--clients", 30, "--organisations", 20, "--areas", 4)
    assert netwerkanalyse("simulate", *sizes, "--out", "c.json", "--region", "r.json").code == 0
    assert netwerkanalyse("simulate", *sizes, "--out", "alone.json").code == 0

    region = read_region("r.json")
    assert (len(region), region.areas["parent"].notna().sum()) == (20, 4)
    assert Path("c.json").read_bytes() == Path("alone.json").read_bytes()


def test_the_truth_of_a_region(netwerkanalyse):
    """With a region, the truth is what was planted there."""
    words = ("--clients", 30, "--seed", 1, "--out", "c.json", "--region", "r.json")
    assert netwerkanalyse("simulate", *words, "--truth", "t.csv").code == 0
    planted = simulate_region(30, seed=1).truth
    pd.testing.assert_frame_equal(pd.read_csv("t.csv", sep=";", dtype="str"), planted)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_region_says_in_the_language_asked_for_that_it_is_made_up(netwerkanalyse, lang):
    """Nobody takes the numbers for real."""
    words = ("--clients", 5, "--out", "c.json", "--region", "r.json", "--lang", lang)
    assert netwerkanalyse("simulate", *words).code == 0
    assert read_region("r.json").organisations["evidence"].unique() == [text("datasets.simulated.evidence", lang)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--organisations", "16"), "17"),
        (("--organisations", "veel"), "heel getal"),
        (("--areas", "0"), "1"),
        (("--region", "c.json"), "c.json"),
        (("--region", "r.pdf"), "r.pdf"),
        (("--region", "t.csv", "--truth", "t.csv"), "t.csv"),
    ],
)
def test_a_region_that_cannot_be_is_refused(netwerkanalyse, words, said):
    """Refused with code 2 before anything is written."""
    outcome = netwerkanalyse("simulate", "--clients", 5, "--out", "c.json", *words)

    assert outcome.code == 2
    assert said in outcome.err
    assert list(Path().iterdir()) == []


def test_standard_output_holds_one_document_only(netwerkanalyse):
    """No path of another file stands before the caseload."""
    outcome = netwerkanalyse("simulate", "--clients", 5, "--out", "-", "--region", "r.json")

    assert json.loads(outcome.out)
    assert Path("r.json").exists()


def test_nothing_is_written_when_the_caseload_cannot_be(netwerkanalyse):
    """No region without its clients."""
    assert netwerkanalyse("simulate", "--clients", 5, "--out", "c.pdf", "--region", "r.json").code == 2
    assert list(Path().iterdir()) == []

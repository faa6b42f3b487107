"""``netwerkanalyse simulate``."""

from pathlib import Path

import pandas as pd
import pytest

from netwerkanalyse.datasets.simulate import simulate
from netwerkanalyse.io.formats import read_caseload


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

"""Summaries of parts: the same however a table is cut, and as near as they say."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerkanalyse.scale.summary import FEWEST, QUANTILE_ERROR, QUANTILES, Sketch, summarise_partitions

NUMBERS = st.lists(st.one_of(st.floats(-1e6, 1e6), st.just(np.nan), st.integers(-3, 3).map(float)), max_size=60)


@given(NUMBERS, st.integers(0, 60))
def test_cutting_makes_no_difference(values, cut):
    """Two parts together tell the same as the whole."""
    whole, parts = Sketch.of(np.array(values)), Sketch.of(np.array(values[:cut])) + Sketch.of(np.array(values[cut:]))

    assert (whole.rows, whole.known) == (parts.rows, parts.known) == (len(values), int(np.sum(~np.isnan(values))))
    assert parts.bins.to_dict() == whole.bins.to_dict()
    assert parts.total == pytest.approx(whole.total, abs=1e-6)


@given(NUMBERS.filter(lambda values: not np.isnan(values).all()))
def test_quantiles_are_as_near_as_they_say(values):
    """Every quantile is within its error of the value of a real row, at its place when all are sorted."""
    known = np.sort([value for value in values if not np.isnan(value)])

    for share in QUANTILES:
        exact = known[max(int(np.ceil(share * len(known))), 1) - 1]
        assert Sketch.of(np.array(values)).quantile(share) == pytest.approx(exact, rel=1.01 * QUANTILE_ERROR, abs=1e-8)


def test_a_table_in_parts(tmp_path):
    """A row a measure of numbers; what few have is not summarised."""
    frame = pd.DataFrame({"client": [f"K{one}" for one in range(100)], "members": np.arange(100), "few": np.nan})
    frame.loc[:8, "few"] = 1.0
    for part, rows in enumerate(np.array_split(np.arange(100), 3)):
        frame.iloc[rows].to_parquet(tmp_path / f"part-0000{part}.parquet", index=False)

    summary = summarise_partitions(tmp_path)

    assert summary.index.tolist() == ["members", "few"]
    assert summary.loc["members", ["rows", "known", "mean"]].tolist() == [100, 100, 49.5]
    assert summary.loc["members", "p50"] == pytest.approx(49, rel=QUANTILE_ERROR)
    assert FEWEST == 10
    assert summary.loc["few"].isna().tolist() == [False] + [True] * 7

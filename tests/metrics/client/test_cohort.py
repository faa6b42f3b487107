"""Measures over many clients."""

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse.metrics.client.cohort import cohort


def test_counts_mean_and_quantiles():
    """Missing clients are counted and left out; codes are no numbers."""
    frame = pd.DataFrame(
        {
            "density": [0.0, 0.5, 1.0, None],
            "covered": pd.array([True, False, True, None], dtype="boolean"),
            "ties": [1, 2, 3, 4],
            "view": ["a", "b", "c", "d"],
        }
    )

    found = cohort(frame, quantiles=[0.5])

    assert found.index.tolist() == ["density", "covered", "ties"]
    assert found["known"].tolist() == [3, 3, 4]
    assert found["missing"].tolist() == [1, 1, 0]
    assert found["mean"].tolist() == pytest.approx([0.5, 2 / 3, 2.5])
    assert found["q50"].tolist() == [0.5, 1, 2.5]


def test_the_interval_is_that_of_normal_theory_for_many_clients():
    """For a large sample the bootstrap agrees with mean plus or minus 1.96 standard errors."""
    values = np.random.default_rng(3).normal(5, 2, 2_000)
    error = values.std() / np.sqrt(len(values))

    found = cohort(pd.DataFrame({"x": values}), draws=4_000).loc["x"]

    assert found["low"] == pytest.approx(values.mean() - 1.96 * error, abs=0.1 * error)
    assert found["high"] == pytest.approx(values.mean() + 1.96 * error, abs=0.1 * error)


def test_draws_are_over_clients_of_whom_it_is_known():
    """Doubling the clients with as many unknown ones does not change the mean, and hardly the interval."""
    values = np.random.default_rng(4).random(400)
    known = cohort(pd.DataFrame({"x": values})).loc["x"]
    half = cohort(pd.DataFrame({"x": np.append(values, np.full(400, np.nan))})).loc["x"]

    assert half["mean"] == known["mean"]
    assert half["high"] - half["low"] == pytest.approx(known["high"] - known["low"], rel=0.15)


def test_the_same_seed_gives_the_same_interval():
    """Drawn, but not by chance."""
    frame = pd.DataFrame({"x": np.arange(30.0)})

    assert cohort(frame).equals(cohort(frame))
    assert not cohort(frame).equals(cohort(frame, seed=2))


@pytest.mark.parametrize("values", [[], [1.0], [np.nan, np.nan], [2.0, np.nan]])
def test_fewer_than_two_clients_have_no_interval(values):
    """One client is no cohort."""
    found = cohort(pd.DataFrame({"x": np.array(values, dtype=float)})).loc["x"]

    assert np.isnan(found["low"])
    assert np.isnan(found["high"])

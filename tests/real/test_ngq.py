"""Twenty small networks: nobody, one person, and several rows about the same pair."""

import numpy as np
import pytest

import real
from netwerkanalyse.metrics.client.catalogue import measure


@pytest.fixture(scope="module")
def found(shared):
    """Cohesion of the twenty networks."""
    return measure(real.ngq(shared), ["cohesion"])


def test_sizes(found):
    """Networks of nobody and of one person are networks."""
    assert (len(found), found["members"].sum()) == (20, 67)
    assert found.index[found["members"] == 0].tolist() == ["6", "8"]
    assert found.loc[found["members"] < 2, "density"].isna().all()


def test_rows_are_merged_per_pair(found):
    """Twenty rows are ten pairs: a density of 1, not of 2."""
    assert found.loc["11", ["ties", "density"]].tolist() == [10, 1.0]
    assert found.loc["4", "ties"] == 43
    assert found.loc["4", "density"] == pytest.approx(0.956, abs=5e-4)
    assert np.nanmean(found["density"]) == pytest.approx(0.7196296, abs=5e-8)

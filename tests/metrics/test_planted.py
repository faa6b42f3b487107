"""In made-up caseloads the measures find what was planted, and nothing else."""

import pandas as pd
import pytest

from netwerkanalyse.datasets import simulate
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.measure import Level

GAPS = {
    "G1": "gap_absent",
    "G2": "gap_short",
    "G3": "gap_wrong_type",
    "G4": "gap_wrong_kind",
    "G6": "gap_connection",
    "G8": "gap_experienced",
    "GU": "gap_unknown",
}


@pytest.fixture(scope="module")
def simulated():
    """Three hundred fictional clients and what was planted in their life domains."""
    return simulate(300, seed=7)


@pytest.fixture(scope="module")
def listed(simulated):
    """The life domains in which something could be planted: those in the needs table."""
    return pd.MultiIndex.from_frame(simulated.caseload.needs[["client", "domain"]])


@pytest.mark.parametrize("code", GAPS)
def test_gaps(code, simulated, listed):
    """Every planted gap is found, and no other."""
    found = measure(simulated.caseload, ["gaps"], level=Level.DOMAIN)[GAPS[code]].loc[listed]
    planted = pd.MultiIndex.from_frame(simulated.truth.loc[simulated.truth["code"] == code, ["client", "domain"]])

    assert len(planted) > 50
    assert set(found.index[found.fillna(value=False)]) == set(planted)


def test_double_classes(simulated):
    """Every domain has the class that was planted."""
    found = measure(simulated.caseload, ["doubles"], level=Level.DOMAIN)["double_class"]
    planted = simulated.truth[~simulated.truth["code"].isin(GAPS)].set_index(["client", "domain"])["code"]

    assert planted.nunique() == 8
    assert found.loc[planted.index].astype(str).tolist() == planted.astype(str).tolist()

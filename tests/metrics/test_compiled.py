"""Kernels run as they are written or compiled, and that changes nothing but the time."""

import pandas as pd
import pytest

from netwerkanalyse.datasets import load, simulate
from netwerkanalyse.kernels._jit import Kernel
from netwerkanalyse.metrics.client.catalogue import FAMILIES
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.network import Network
from networks import caseload_of, zoo


@pytest.fixture(scope="module")
def caseloads():
    """The worked example, odd networks, and fictional clients with some of everything."""
    return [load("voorbeeld"), caseload_of(*zoo().values()), simulate(40, seed=1, contacts=5.0).caseload]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda one: f"{one.level.name.lower()}-{one.name}")
def test_compiled_and_plain_give_the_same_bits(family, caseloads, monkeypatch):
    """The compiler changes nothing but the time."""
    for caseload in caseloads:
        tables = []
        for plain in (True, False):
            monkeypatch.setattr(Kernel, "_runs_plain", lambda _kernel, _work, plain=plain: plain)
            fresh = caseload.select(caseload.client_index)  # what a caseload shares was computed the other way
            tables.append(family.compute(Network(fresh), Cutoffs()))

        pd.testing.assert_frame_equal(*tables, check_exact=True)

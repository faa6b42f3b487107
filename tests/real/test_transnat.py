"""Support networks of migrants: only some pairs were asked about, and rows may say that there is no tie."""

import pandas as pd
import pytest

import real
from netwerkanalyse.metrics.catalogue import measure


@pytest.fixture(scope="module")
def caseload(shared):
    """All fifty networks."""
    return real.transnat(shared)


def test_size(caseload):
    """Everybody named is in the network, also whom nobody was asked about."""
    members = measure(caseload, ["cohesion"])["members"]

    assert len(caseload) == 50
    assert (members.sum(), members.min(), members.max(), members.mean()) == (385, 1, 22, 7.7)


def test_not_at_all_is_not_a_tie(caseload):
    """387 ties among 776 pairs that were asked about; the published densities."""
    found = measure(caseload, ["cohesion"])

    assert found["ties"].sum() == 387
    assert found["pairs_asked"].sum() == 776
    assert found["density"].notna().sum() == 47
    assert found["density"].mean() == pytest.approx(0.495, abs=5e-4)
    assert found.loc[["5", "10"], "density"].tolist() == pytest.approx([0.467, 0.333], abs=5e-4)


def test_who_was_not_asked_about_is_unknown(caseload, shared):
    """A pair with an alter who was not selected is no tie and no absent tie."""
    found = measure(caseload, ["cohesion"])
    selected = pd.read_csv(shared / "real" / "transnat" / "alters.csv").groupby(".egoID")["selected"].sum().to_numpy()

    assert (found["pairs_asked"] == selected * (selected - 1) / 2).all()
    assert (found["pairs_asked"] + found["pairs_unknown"] == found["members"] * (found["members"] - 1) / 2).all()


def test_conflict_is_hindering(caseload):
    """Conflict stands apart from support: egos by how many people they have conflict with."""
    members = caseload.tables["members"]
    conflicts = members["hindering"].groupby(members["client"]).sum()

    assert [(conflicts == 0).sum(), (conflicts == 1).sum(), (conflicts >= 2).sum()] == [23, 15, 12]

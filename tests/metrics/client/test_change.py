"""Two pictures of the same clients."""

import numpy as np
import pytest

from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.change import change
from networks import Client, caseload_of, plain
from tables import agree, missing_has_a_reason


def picture(*circles, name="K", amount=1.0, first=0):
    """A client with people in circles, named from ``first`` on; the first supports in housing."""
    people = [{"circle": circle, "member": f"p{at + first}"} for at, circle in enumerate(circles)]
    supports = [{"member": first, "domain": "housing", "amount": amount}] if amount else []
    return Client(name, people, [], [{"domain": "housing", "need": 2}], supports)


def test_who_stayed_came_and_went():
    """Before p0 p1 p2 p3, after p2 p3 p4: two stayed, one came, two went; of two very close, one stayed."""
    found = change(caseload_of(picture(1, 2, 1, 3)), caseload_of(picture(3, 3, 3, first=2)))

    row = found.clients.loc["K"]
    assert row[["stayed", "came", "went", "core"]].tolist() == [2, 1, 2, 2]
    assert row["persistence"] == pytest.approx(2 / 4)
    assert row["jaccard"] == pytest.approx(2 / 5)
    assert row["core_persistence"] == pytest.approx(1 / 2)
    assert found.members["movement"].droplevel("client").to_dict() == {
        "p0": "went",
        "p1": "went",
        "p2": "stayed",
        "p3": "stayed",
        "p4": "came",
    }


def test_how_close_nobody_asked_is_not_far():
    """Of p0 and p1 it was not asked; of p2, who was very close, it is known that they stayed."""
    found = change(caseload_of(picture(None, None, 1)), caseload_of(picture(3, 3, 3, first=2)))
    blank = change(caseload_of(picture(None, 2)), caseload_of(picture(None, 2)))

    assert missing_has_a_reason(found.members)
    agree(found.clients.loc["K"], {"core": 1, "core_unknown": 2, "core_persistence": 1})
    assert found.members["closest"].droplevel("client").astype(object).where(lambda it: it.notna(), None).to_dict() == {
        "p0": None,
        "p1": None,
        "p2": True,
        "p3": False,
        "p4": False,
    }
    assert why_missing(blank.clients)["core_persistence"].item() == "circle_not_asked"
    assert why_missing(change(caseload_of(picture(2)), caseload_of(picture(2))).clients)["core_persistence"].item() == (
        "nobody_close_before"
    )


def test_what_it_did_to_coverage():
    """Before and after stand beside the difference, for all domains together and for each."""
    found = change(caseload_of(picture(1)), caseload_of(picture(1, amount=2.0)))

    for row in (found.clients.loc["K"], found.domains.loc[("K", "housing")]):
        assert row[["coverage_before", "coverage_after", "coverage_change"]].tolist() == [0.5, 1, 0.5]
    assert np.isnan(found.domains.loc[("K", "work"), "coverage_change"])


def test_clients_are_matched_by_their_pseudonym():
    """In another order, and only those in both; people of one client are not those of another."""
    before = caseload_of(picture(1, name="A"), picture(2, 2, name="B"), picture(1, name="C"))
    after = caseload_of(picture(2, 2, name="B"), picture(1, 1, name="A", first=1))

    found = change(before, after).clients

    assert found.index.tolist() == ["A", "B"]
    assert found["stayed"].tolist() == [0, 2]
    assert found["came"].tolist() == [2, 0]


def test_nobody_to_compare_with_is_missing():
    """A share of nobody is not zero."""
    row = change(caseload_of(plain(0, [])), caseload_of(plain(0, []))).clients.loc["K"]

    assert row[["stayed", "came", "went"]].tolist() == [0, 0, 0]
    assert row[["persistence", "jaccard", "core_persistence", "coverage_change"]].isna().all()

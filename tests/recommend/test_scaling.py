"""Scaling down and up: what to talk about first. Nothing ever ends by it, and who must stay is not spoken of."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse import measure, recommend
from netwerkanalyse.metrics import Network
from netwerkanalyse.recommend.scaling import STAY
from netwerkanalyse.recommend.variants import variants
from networks import Client, caseload_of
from proposal_cases import crowd


def scalings(caseload):
    """The proposals of this kind, by code of their finding."""
    return {one.finding.code: one for one in recommend.client(caseload).proposals if one.kind == "scaling"}


def enough(**more):
    """A naaste who gives all that is needed, and a professional who gives it too."""
    people = [{"kind": "informal"}, {"kind": "formal", "organisation": "A", **more}, {"kind": "formal"}]
    supports = [{"member": k, "domain": "housing", "amount": 2} for k in (0, 1)]
    return Client("K", people, [], [{"domain": "housing", "need": 2}], supports)


def test_a_way_back_comes_first():
    """Who could be spared has no way back; the professional who stays could be it."""
    client = enough()
    client.people[2]["organisation"] = "B"
    one = scalings(caseload_of(client))["spared"]

    assert one.key == "scaling/down/p1"
    assert [(one.measure, one.before, one.after) for one in one.effects] == [("spared_without_way_back", 1, 0)]
    assert "Niemand hoeft te stoppen" in recommend.paragraph(one, "nl")


@pytest.mark.parametrize("more", [{"protected_role": "yes"}, *({"role": role} for role in sorted(STAY))])
def test_who_stays_in_any_case_is_not_spoken_of(more):
    """A protected role, a general practitioner, a guardian, a coordinator and a crisis service never become less."""
    assert "spared" not in scalings(caseload_of(enough(**more)))


def test_the_first_end_date_with_a_gap_is_named():
    """Support of the only one who helps ends on 1 May: there is something to talk about."""
    client = Client(
        "K",
        [{"kind": "formal"}],
        [],
        [{"domain": "housing", "need": 2}],
        [{"member": 0, "domain": "housing", "amount": 2, "end": "2026-05-01"}],
        attributes={"reference_date": date(2026, 1, 1)},
    )
    one = scalings(caseload_of(client))["ending"]

    assert one.key == "scaling/before/2026-05-01"
    assert "1 mei 2026" in recommend.paragraph(one, "nl")
    assert not one.change.rows + one.change.cells


def crisis(**more):
    """Somebody helps at wonen; a crisis service is listed."""
    people = [{"kind": "formal", "role": "support_worker"}, {"kind": "formal", "role": "crisis_service", **more}]
    supports = [{"member": 0, "domain": "housing", "amount": 2}]
    return Client("K", people, [], [{"domain": "housing", "need": 2}], supports)


def test_without_a_crisis_service_one_is_looked_for():
    """Nobody around the client is near crisis support."""
    client = crisis(role="support_worker")
    client.people[1]["role"] = "support_worker"
    one = scalings(caseload_of(client))["crisis"]

    assert one.involved.new_person
    assert [(one.measure, one.before, one.after) for one in one.effects] == [("crisis_near", 0, 1)]


def test_a_crisis_service_may_be_told_only_with_consent():
    """Consents are recorded, and none for the crisis service: the client is asked."""
    consents = pd.DataFrame({"client": ["K"], "member": ["p0"]})
    one = scalings(caseload_of(crisis(), consents=consents))["crisis_consent"]

    assert [(one.measure, one.before, one.after) for one in one.effects] == [("crisis_agreed", 0, 1)]
    assert {row.table for row in one.change.rows} == {"consents"}


def arrays_of(caseload):
    """Where the people of each client begin."""
    return Network(caseload).people.start


def test_nothing_ends_and_coverage_never_falls():
    """Over many random networks, a proposal about scaling takes no support, person or coverage away."""
    caseload = crowd(150, seed=9)
    found = [one for one in recommend.client(caseload).proposals if one.kind == "scaling"]
    assert len(found) > 20
    at = caseload.client_index.get_indexer([one.client for one in found])
    done = variants(caseload, at, [one.change for one in found])
    before = measure(caseload, ["coverage"]).iloc[at]
    after = measure(done, ["coverage"])
    people = np.diff(arrays_of(done))
    assert (people >= np.diff(arrays_of(caseload))[at]).all()
    np.testing.assert_array_equal(
        after["network_coverage"].to_numpy(dtype=float, na_value=np.nan),
        before["network_coverage"].to_numpy(dtype=float, na_value=np.nan),
    )

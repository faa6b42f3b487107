"""Allocation over clients and a region: limits, unknowns, the lottery, and what the region may see."""

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse import Caseload, Region, datasets, measure, metrics, recommend
from netwerkanalyse.recommend.allocation.settings import AllocationSettings
from netwerkanalyse.texts import LANGUAGES

pytest.importorskip("ortools")


def clients(needs, **columns):
    """Fictional clients who each need so much for work, with more columns of their table."""
    names = [f"K{number}" for number in range(len(needs))]
    return {
        "clients": pd.DataFrame({"client": names, "reference_date": "2026-01-31", **columns}),
        "needs": pd.DataFrame({"client": names, "domain": "work", "need": needs}),
    }


def region(places=(1,), **columns):
    """A fictional region of services for work, each of an organisation of its own."""
    names = [f"S{number}" for number in range(len(places))]
    more = {"domains": "work", "capacity": list(places), **columns}
    return Region.build(
        {
            "organisations": pd.DataFrame({"organisation": [f"O{number}" for number in range(len(places))]}),
            "areas": pd.DataFrame({"area": ["Noord", "Zuid"]}),
            "services": pd.DataFrame(
                {"service": names, "organisation": [f"O{number}" for number in range(len(places))], **more}
            ),
        }
    )


def allocated(frames, around, **settings):
    """The allocation of some tables."""
    return recommend.allocate(Caseload.build(frames), around, settings=AllocationSettings(**settings))


def offered(found):
    """Client to service."""
    return dict(zip(found.offers["client"], found.offers["service"], strict=True))


def reasons(found):
    """Client to why it stays open."""
    return dict(zip(found.still_open["client"], found.still_open["reason"], strict=True))


@pytest.fixture(scope="module")
def example():
    """The fictional region with its clients."""
    caseload, around = datasets.load("voorbeeldregio"), datasets.load_region("voorbeeldregio")
    return caseload, around, recommend.allocate(caseload, around)


def test_who_lacks_most_comes_first():
    """The only place goes where nothing is, not where half is."""
    frames = clients([2.0, 2.0])
    frames["members"] = pd.DataFrame({"client": ["K0"], "member": ["coach"], "kind": "formal"})
    frames["supports"] = pd.DataFrame({"client": ["K0"], "member": ["coach"], "domain": "work", "amount": [1.0]})

    found = allocated(frames, region((1,)))

    assert offered(found) == {"K1": "S0"}
    assert found.offers[["severity", "gap_before", "gap_after"]].to_numpy().tolist() == [[4, 1.0, 0.0]]
    assert reasons(found) == {"K0": "no_place"}
    assert found.services.loc["S0", ["places", "used", "asked", "one_more"]].tolist() == [1, 1, 2, 2]


def test_equals_who_waited_longest_come_first():
    """Among equals the need that began first goes before the lottery; unknown counts for what was set."""
    frames = clients([2.0, 2.0, 2.0])
    frames["needs"]["start"] = ["2026-01-01", "2025-01-01", None]
    for seed in range(3):
        assert set(offered(allocated(frames, region((1,)), seed=seed))) == {"K1"}
    assert set(offered(allocated(frames, region((1,)), unknown_wait=1000.0))) == {"K2"}


def test_the_same_seed_gives_the_same_draw():
    """Everything that comes out is the same again."""
    frames, around = clients([2.0] * 8), region((1, 1))
    one, again, other = (allocated(frames, around, seed=seed) for seed in (5, 5, 6))

    pd.testing.assert_frame_equal(one.offers, again.offers)
    pd.testing.assert_frame_equal(one.services, again.services)
    assert offered(one) != offered(other)


@pytest.mark.parametrize(("unknown", "served"), [(1, 1), (0, 0), (3, 2)])
def test_an_unknown_capacity_is_what_was_set(unknown, served):
    """It is neither none nor any number: a named setting says how many."""
    found = allocated(clients([2.0, 2.0]), region((None,)), unknown_places=unknown)

    assert len(found.offers) == served
    assert found.services["capacity"].isna().all()


def test_places_in_use_are_not_shared():
    """Who is supported now keeps the place, unless the capacity is said to be of free places."""
    frames = clients([2.0, 3.0])
    frames["members"] = pd.DataFrame({"client": ["K1"], "member": ["coach"], "kind": "formal", "organisation": "O0"})
    frames["supports"] = pd.DataFrame({"client": ["K1"], "member": ["coach"], "domain": "work", "amount": [1.0]})

    found = allocated(frames, region((1,)))

    assert found.offers.empty
    assert found.services.loc["S0", ["in_use", "places"]].tolist() == [1, 0]
    assert offered(allocated(frames, region((1,)), all_places_free=True)) == {"K0": "S0"}
    assert reasons(found) == {"K0": "no_place", "K1": "not_eligible"}


@pytest.mark.parametrize(
    ("client", "service", "reason"),
    [
        ({"area": "Noord"}, {"areas": "Zuid"}, "no_service"),
        ({"age": 30}, {"age_from": 55}, "not_eligible"),
        ({"laws": "wmo"}, {"laws": "zvw"}, "not_eligible"),
        ({"language": "nl"}, {"languages": "ar"}, "not_eligible"),
        ({}, {"domains": "leisure"}, "no_service"),
        ({}, {"waiting_days": 99}, "too_far"),
        ({}, {"capacity": 0}, "no_place"),
    ],
)
def test_what_stays_open_has_its_reason(client, service, reason):
    """Every limit is kept, and it is said which one it was."""
    around = region((5,), **{name: [value] for name, value in service.items()})
    frames = clients([2.0], **{name: [value] for name, value in client.items()})

    assert reasons(allocated(frames, around, longest_wait_days=30)) == {"K0": reason}


def test_what_is_too_far_is_not_offered():
    """A listed distance above the catchment keeps away; one that is not known does not."""
    tables = dict(region((5,)).tables)
    for distance, found in ((31, {"K0": "too_far"}), (30, {}), (None, {})):
        travel = pd.DataFrame({"area": ["Noord"], "service": ["S0"], "distance": [distance]})
        around = Region.build({**tables, "travel": travel})
        assert reasons(allocated(clients([2.0], area=["Noord"]), around)) == found


def test_refused_and_rejected_is_not_offered():
    """Support refused from an organisation, and a service that was rejected, stay away; new grounds open it again."""
    frames = clients([2.0, 2.0, 2.0])
    frames["members"] = pd.DataFrame({"client": ["K0"], "member": ["coach"], "organisation": "O0"})
    frames["supports"] = pd.DataFrame({"client": ["K0"], "member": ["coach"], "domain": "work", "status": "refused"})
    grounds = "work.need=2;work.effective_supply=0;work.supporters=0"
    frames["answers"] = pd.DataFrame(
        {
            "client": ["K1", "K2"],
            "proposal": "service/work/S0",
            "answer": "rejected",
            "grounds": [grounds, "work.need=1"],
        }
    )

    found = allocated(frames, region((5,)))

    assert offered(found) == {"K2": "S0"}
    assert reasons(found) == {"K0": "not_eligible", "K1": "not_eligible"}


def test_what_is_unknown_is_no_need():
    """Clients of whom nothing is known get nothing, and are counted apart."""
    found = allocated(clients([None, None]), region((5,)))

    assert found.offers.empty
    assert found.still_open.empty
    assert found.domains.loc["work", "need_unknown"] == 2
    assert found.proven
    assert len(found.sentences("nl")) == 1


def test_nothing_at_all():
    """Without clients, and without services, there is an answer."""
    nobody = allocated({"clients": pd.DataFrame({"client": []}, dtype=str)}, region((5,)))
    nowhere = allocated(clients([2.0]), region(()))

    assert nobody.offers.empty
    assert nobody.proven
    assert reasons(nowhere) == {"K0": "no_service"}
    assert nowhere.services.empty


def test_one_place_serves_one_life_domain():
    """A client can be served in several domains, by one service too: it then takes two places."""
    frames = clients([2.0])
    frames["needs"] = pd.DataFrame({"client": "K0", "domain": ["work", "leisure"], "need": 2.0})
    around = region((2,), domains=["work;leisure"])

    found = allocated(frames, around)

    assert set(found.offers["domain"]) == {"leisure", "work"}
    assert found.services.loc["S0", "used"] == 2


def test_eligible_is_what_proposals_for_one_client_say(example):
    """With room everywhere and no travel, whoever gets no proposal of any service is whoever is offered none."""
    caseload, around, _ = example
    few = caseload.select(caseload.client_index[:12])
    roomy = around.tables["services"].astype(object).assign(capacity=10_000.0)
    tables = {name: frame for name, frame in around.tables.items() if name != "travel"}
    wide = Region.build({**tables, "services": roomy})
    proposals = recommend.client(few, wide).proposals
    theirs = {
        (one.client, one.domain)
        for one in proposals
        if one.key.startswith("service/") and one.finding.code in {"absent", "short"}
    }
    found = recommend.allocate(few, wide)

    assert set(zip(found.offers["client"], found.offers["domain"], strict=True)) == theirs


def test_the_example_is_proven_and_lowers_nothing(example):
    """Capacities hold, every offer closes its gap when measured again, and no coverage is lower anywhere."""
    caseload, _, found = example
    gaps = measure(caseload, ["gaps"], level=metrics.Level.DOMAIN)["gap_size"]
    keys = pd.MultiIndex.from_frame(found.offers[["client", "domain"]])

    assert found.proven
    assert found.lowered == 0
    assert (found.services["used"] <= found.services["places"]).all()
    assert (found.offers["gap_after"] == 0).all()
    np.testing.assert_array_equal(found.offers["gap_before"], gaps.loc[keys].to_numpy(dtype=float))
    assert not keys.duplicated().any()
    assert len(found.offers) + len(found.still_open) == found.severities["asked"].sum()
    assert len(found.offers) == found.domains["offered"].sum() == found.services["used"].sum()


def test_the_region_sees_no_client_and_no_small_number(example):
    """No client stands in the tables for the region, and no number of people from 1 to 9."""
    caseload, _, found = example
    names = set(caseload.client_index)
    people = {
        "services": ["in_use", "used", "asked"],
        "severities": ["asked", "offered", "left", "offered_from"],
        "domains": list(found.domains.columns),
    }
    for name, frame in found.for_region().items():
        counts = frame[people[name]].to_numpy(dtype=float, na_value=0.0)
        assert not ((counts > 0) & (counts < 10)).any()
        assert not names & set(frame.reset_index().astype(str).to_numpy().ravel())
        assert frame.isna().any(axis=None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_what_it_is_for(example, lang):
    """The main things end in what this does not do."""
    *_, purpose = example[2].sentences(lang)

    assert ("beslist niet" if lang == "nl" else "does not decide") in purpose

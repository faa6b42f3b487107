"""Ways back after scaling down, and ways up to crisis support."""

import pandas as pd
import pytest

from netwerkanalyse.metrics.catalogue import measure, why_missing
from netwerkanalyse.metrics.client.routes import return_routes
from netwerkanalyse.metrics.network import Network
from networks import TODAY, Client, caseload_of, plain

FORMAL = {"kind": "formal"}


def stopped(*others, ties=(), all_asked=True, **person):
    """A professional whose support ended, and others who stay."""
    people = [{**FORMAL, "organisation": "A", **person}, *others]
    supports = [
        {"member": 0, "domain": "housing", "amount": 1, "status": "ended"},
        *({"member": at, "domain": "work", "amount": 1, "status": "happening"} for at in range(1, len(people))),
    ]
    needs = [{"domain": "housing", "need": 1}, {"domain": "work", "need": 1 * len(others)}]
    return Client("K", people, list(ties), needs, supports, all_asked, {"reference_date": TODAY, "scale": "hours"})


def route(client):
    """The way back to the professional who stopped."""
    return return_routes(Network(caseload_of(client))).loc[("K", "p0")]


def test_a_colleague_of_the_same_organisation_is_a_way_back():
    """The first on the list who could open the door is named."""
    found = route(stopped({**FORMAL, "organisation": "B"}, *[{**FORMAL, "organisation": "A"}] * 2))

    assert found["because"] == "ended"
    assert found["way_back"]
    assert found["contact"] == "p2"


def test_a_professional_who_knows_them_is_a_way_back():
    """A tie is enough, also to somebody who has left the network."""
    client = stopped({**FORMAL, "organisation": "B"}, ties=[(1, 0, "yes", None)], end=TODAY)

    assert route(client)["contact"] == "p1"


@pytest.mark.parametrize(
    ("other", "ties", "all_asked", "way_back"),
    [
        ({**FORMAL, "organisation": "B"}, [], True, False),
        ({"kind": "informal", "organisation": "A"}, [(0, 1, "yes", None)], True, False),
        ({**FORMAL, "organisation": "B"}, [], False, None),
        ({**FORMAL, "organisation": "B"}, [(0, 1, "unknown", None)], True, None),
        (FORMAL, [], True, None),
    ],
    ids=["nobody", "a naaste is not formal", "not asked", "unknown", "organisation unknown"],
)
def test_no_way_back_is_told_apart_from_not_known(other, ties, all_asked, way_back):
    """Unknown is not no."""
    found = route(stopped(other, ties=ties, all_asked=all_asked))

    assert pd.isna(found["way_back"]) if way_back is None else found["way_back"] == way_back
    assert pd.isna(found["contact"])


def test_who_still_supports_did_not_stop():
    """One support that ended is not a farewell."""
    client = stopped(FORMAL)
    client.supports.append({"member": 0, "domain": "learning", "amount": 1, "status": "happening"})

    assert ("K", "p0") not in return_routes(Network(caseload_of(client))).index


def test_who_could_be_spared_is_listed_too_and_is_nobodys_way_back():
    """In the worked example the support worker has no way back, the general practitioner has the case manager."""
    from netwerkanalyse.datasets import load

    found = return_routes(Network(load("voorbeeld"))).droplevel("client")

    assert found["because"].tolist() == ["spared", "spared"]
    assert found["way_back"].to_dict() == {"begeleider": False, "huisarts": True}
    assert found.loc["huisarts", "contact"] == "casemanager"


CRISIS = {"kind": "formal", "role": "crisis_service"}
FRIEND = {"kind": "informal"}


def crisis(*people, ties=(), all_asked=True):
    """Whether there is a way to crisis support, and why that is not known."""
    frame = measure(caseload_of(Client("K", list(people), list(ties), all_asked=all_asked)), ["routes"])
    return frame.loc["K", "crisis_route"], why_missing(frame).loc["K", "crisis_route"]


def test_one_step_and_two_steps_lead_to_crisis_support():
    """In the network, or known to somebody in the network."""
    away = {**CRISIS, "active": "no"}

    assert crisis(CRISIS)[0]
    assert crisis(away, FRIEND, ties=[(0, 1, "yes", None)])[0]
    assert not crisis(away, FRIEND)[0]
    assert not crisis(FRIEND)[0]


def test_a_service_the_client_does_not_want_is_no_way_up():
    """A route needs consent."""
    assert not crisis({**CRISIS, "unwanted": "yes"}, FRIEND, ties=[(0, 1, "yes", None)])[0]


@pytest.mark.parametrize(
    ("people", "ties"),
    [
        ([{"kind": "formal", "role": None}, FRIEND], []),
        ([{**CRISIS, "active": "no"}, FRIEND], [(0, 1, "unknown", None)]),
    ],
    ids=["role unknown", "tie unknown"],
)
def test_a_way_up_can_be_unknown(people, ties):
    """A professional without a role may be the crisis service; an unknown tie may lead to it."""
    found, reason = crisis(*people, ties=ties)

    assert pd.isna(found)
    assert reason == "way_to_crisis_support_unknown"


def test_nobody_has_no_routes():
    """No people, no rows."""
    assert return_routes(Network(caseload_of(Client("K"), plain(2, [], "L")))).empty

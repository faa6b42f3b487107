"""Ways back after scaling down, and ways up to crisis support."""

from datetime import date
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import naive
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.client.routes import return_routes
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import Network
from networks import TODAY, Client, caseload_of, plain
from tables import agree, missing_has_a_reason

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
AWAY = {**CRISIS, "active": "no"}
HELPER = {"kind": "formal", "role": "clinician"}
FRIEND = {"kind": "informal"}
ALL = {"member": 0}
TIED = [(0, 1, "yes", None)]


def scaling(people, helpers=(), ties=(), consents=(ALL,), all_asked=True, needs=("work",)):
    """A client with needs, who supports in work, and consents."""
    supports = [{"member": at, "domain": "work", "amount": 1, "status": "happening"} for at in helpers]
    wanted = [{"domain": domain, "need": 1} for domain in needs]
    client = Client("K", list(people), list(ties), wanted, supports, all_asked, {"reference_date": TODAY})
    rows = [{"client": "K", **one, "member": f"p{one['member']}"} for one in consents]
    columns = ["client", "member", "domain", "purpose", "until"]
    return caseload_of(client, consents=pd.DataFrame(rows, columns=columns))


def way(*people, domain="work", **more):
    """Whether there is a contact with crisis support from a domain, a way the client agreed to, and why not known."""
    frame = measure(scaling(people, **more), ["routes"], level=Level.DOMAIN)
    assert missing_has_a_reason(frame)
    row, reason = frame.loc[("K", domain)], why_missing(frame).loc[("K", domain), "crisis_route"]
    found = [None if pd.isna(row[name]) else bool(row[name]) for name in ("crisis_contact", "crisis_route")]
    return (*found, None if pd.isna(reason) else reason)


def test_one_step_and_two_steps_lead_to_crisis_support():
    """In the network; or known to somebody who supports in the domain, who would see that it goes wrong."""
    assert way(CRISIS) == (True, True, None)
    assert way(AWAY, FRIEND, helpers=[1], ties=TIED) == (True, True, None)
    assert way(AWAY, FRIEND, ties=TIED) == (False, False, None)
    assert way(AWAY, FRIEND, helpers=[1]) == (False, False, None)
    assert way(HELPER, helpers=[0]) == (False, False, None)


def test_every_domain_has_its_own_way():
    """The friend who knows the crisis service helps with work; from housing nothing leads there."""
    caseload = scaling([AWAY, FRIEND], helpers=[1], ties=TIED, needs=("work", "housing"))
    domains, client = (measure(caseload, ["routes"], level=level) for level in (Level.DOMAIN, Level.CLIENT))

    assert domains["crisis_route"].dropna().droplevel("client").to_dict() == {"work": True, "housing": False}
    agree(
        client.iloc[0],
        {"domains_to_scale_up": 2, "crisis_domains": 1, "crisis_domains_unknown": 0, "crisis_route": False},
    )


@pytest.mark.parametrize("flag", ["unwanted", "unsafe"])
def test_nobody_is_on_the_way_who_is_refused_or_unsafe(flag):
    """Neither as the crisis service nor as who leads there."""
    assert not way({**CRISIS, flag: "yes"})[0]
    assert not way({**AWAY, flag: "yes"}, FRIEND, helpers=[1], ties=TIED)[0]
    assert not way(AWAY, {**FRIEND, flag: "yes"}, helpers=[1], ties=TIED)[0]


@pytest.mark.parametrize(
    ("consents", "agreed"),
    [
        ([ALL], True),
        ([{"member": 0, "domain": "work"}], True),
        ([{"member": 0, "domain": "housing"}], False),
        ([{"member": 1}], False),
        ([{"member": 0, "until": TODAY}], True),
        ([{"member": 0, "until": "2026-06-29"}], False),
        ([{"member": 0, "purpose": "Crisis"}], True),
        ([{"member": 0, "purpose": "opschalen"}], True),
        ([{"member": 0, "purpose": "rapportage"}], None),
        ([{"member": 0, "purpose": "rapportage", "until": "2026-06-29"}], False),
        ([{"member": 0, "purpose": "rapportage"}, {"member": 0, "domain": "work", "purpose": "crisis"}], True),
        ([], None),
    ],
)
def test_a_way_needs_consent(consents, agreed):
    """For this domain or all, on this day, for crisis or for everything; without any consent nobody asked."""
    for people, more in (([CRISIS, HELPER], {}), ([AWAY, HELPER], {"helpers": [1], "ties": TIED})):
        reason = "consent_unknown" if agreed is None else None
        assert way(*people, consents=consents, **more) == (True, agreed, reason)


@pytest.mark.parametrize(
    ("people", "more"),
    [
        ([{"kind": "formal", "role": None}, FRIEND], {}),
        ([AWAY, FRIEND], {"helpers": [1], "ties": [(0, 1, "unknown", None)]}),
        ([AWAY, FRIEND], {"helpers": [1], "all_asked": False}),
    ],
    ids=["role unknown", "tie unknown", "tie not asked"],
)
@pytest.mark.parametrize(("consents", "agreed"), [([ALL], None), ([{"member": 1}], False), ([], None)])
def test_a_way_up_can_be_unknown(people, more, consents, agreed):
    """A professional without a role may be the crisis service, an unknown tie may lead there; without consent, none."""
    reason = "way_to_crisis_support_unknown" if agreed is None else None

    assert way(*people, consents=consents, **more) == (None, agreed, reason)


def test_without_a_need_no_way_is_looked_for():
    """The reason is the need: nobody asked, or there is none."""
    assert way(CRISIS, domain="housing") == (None, None, "need_unknown")
    none = caseload_of(Client("K", [CRISIS], needs=[{"domain": "work", "need": 0}]))
    frame = measure(none, ["routes"], level=Level.DOMAIN)
    assert why_missing(frame).loc[("K", "work"), "crisis_route"] == "no_need"
    assert why_missing(measure(none, ["routes"]))["crisis_route"].item() == "no_known_need"


def test_what_is_planned_leads_nowhere_yet():
    """Who is going to support does not see yet what happens."""
    caseload = scaling([AWAY, FRIEND], helpers=[1], ties=TIED)
    planned = caseload.with_tables(supports=caseload.supports.assign(status="planned"))

    assert not measure(planned, ["routes"]).loc["K", "crisis_route"]


def test_one_unknown_way_leaves_the_whole_open():
    """One domain has a way for sure, of the other it is not known: not all, not less than all."""
    consents = [{"member": 0, "domain": "work"}, {"member": 0, "domain": "housing", "purpose": "rapportage"}]
    frame = measure(scaling([CRISIS], consents=consents, needs=("work", "housing")), ["routes"])

    agree(frame.iloc[0], {"crisis_domains": 1, "crisis_domains_unknown": 1, "crisis_route": None})
    assert why_missing(frame)["crisis_route"].item() == "way_or_consent_unknown"


MAYBE_YES = st.sampled_from([None, "no", "yes"])


@given(st.data())
def test_agrees_with_the_definition(data):
    """Every way, step by step, on any small client."""
    draw = data.draw
    person = st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["informal", "formal", None]),
            "role": st.sampled_from(["crisis_service", "crisis_service", "clinician", None]),
            "active": MAYBE_YES,
            "unwanted": MAYBE_YES,
            "unsafe": st.sampled_from([None, None, "no", "yes"]),
        }
    )
    people = draw(st.lists(person, min_size=1, max_size=4))
    at = st.integers(0, len(people) - 1)
    states = st.sampled_from(["yes", "no", "unknown", "unwanted"])
    ties = [(a, b, draw(states), None) for a, b in combinations(range(len(people)), 2) if draw(st.booleans())]
    helpers = [one for one in draw(st.sets(at)) if people[one]["active"] != "no"]
    keys = st.tuples(at, st.sampled_from([None, "work", "housing"]), st.sampled_from([None, "crisis", "iets anders"]))
    consents = [
        {"member": member, "domain": domain, "purpose": purpose, "until": draw(st.sampled_from([None, "2026-06-29"]))}
        for member, domain, purpose in draw(st.lists(keys, unique=True, max_size=4))
    ]
    asked = draw(st.booleans())

    contact, route = naive.routes.ways_up(people, helpers, ties, consents, date(2026, 6, 30), all_asked=asked)

    assert way(*people, helpers=helpers, ties=ties, consents=consents, all_asked=asked)[:2] == (contact, route)


@pytest.mark.parametrize("flag", ["unwanted", "unsafe"])
def test_nobody_opens_the_door_who_is_refused_or_unsafe(flag):
    """A contact the client does not want is no way back."""
    assert not route(stopped({**FORMAL, "organisation": "A", flag: "yes"}))["way_back"]


def test_nobody_has_no_routes():
    """No people, no rows."""
    assert return_routes(Network(caseload_of(Client("K"), plain(2, [], "L")))).empty

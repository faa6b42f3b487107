"""Who or what could support: amounts, sorts of people, services, and what the client says about it."""

import pandas as pd
import pytest

from netwerkanalyse import recommend
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.vocabulary import DOMAIN
from networks import Client, caseload_of


def proposals(need, people=(), supports=(), region=None, **attributes):
    """The proposals for support of one client with one need, by key."""
    client = Client("K", list(people), [], [need], list(supports), attributes=attributes)
    found = recommend.client(caseload_of(client), region)
    return {key: one for key, one in found.of("K").items() if one.kind == "support"}


WORK = {"domain": "work", "need": 2}


@pytest.mark.parametrize(
    ("scale", "need", "capacity", "amount"),
    [("level", 2, 4, 2), ("level", 2, 1.5, 1), ("level", 1.5, 3, 2), ("hours", 7.5, 20, 7.5), ("hours", 7.5, 4, 4)],
)
def test_as_much_is_asked_as_is_missing_and_can_be_given(scale, need, capacity, amount):
    """What is missing, as far as somebody can give it, on the scale of the client."""
    people = [{"kind": "informal", "capacity": capacity}]
    found = proposals({"domain": "work", "need": need}, people, scale=scale)

    assert found["support/work/p0"].involved.amount == amount


def test_somebody_who_is_away_is_asked_back():
    """Who is known but not in contact now can be asked again; measured, they are in the network."""
    people = [{"kind": "informal", "capacity": 2, "active": "no"}]
    one = proposals(WORK, people)["support/work/p0"]

    assert one.what.key == "what.again"
    assert {(effect.measure, effect.after) for effect in one.effects} >= {("coverage", 1.0)}


def test_what_the_client_calls_met_is_left_alone():
    """Uncovered, but met by the client's own word: there may be support that was not written down."""
    assert not proposals({**WORK, "client_rating": "met"}, [{"kind": "informal", "capacity": 2}])


def test_an_unknown_need_gets_no_proposal():
    """Not asked is not a gap."""
    assert not proposals({"domain": "work", "need": None}, [{"kind": "informal", "capacity": 2}])


@pytest.mark.parametrize(
    ("wanted", "sorts"),
    [(None, {"peer", "informal", "formal"}), ("informal", {"informal", "formal"}), ("formal", {"formal"})],
)
def test_the_sort_is_what_the_client_wants(wanted, sorts):
    """A naaste or peer only where the client does not want somebody else; a professional always."""
    found = proposals({**WORK, "wanted_kind": wanted})

    assert set(found) == {f"sort/work/{sort}" for sort in sorts}


@pytest.mark.parametrize(
    ("wishes", "first"),
    [
        ({}, ["informal", "peer", "informal"]),
        ({"leisure": "peer"}, ["peer", "peer", "peer"]),
        ({"leisure": "informal"}, ["informal", "informal", "informal"]),
        ({"leisure": "informal", "safety": "peer"}, ["informal", "peer", "informal"]),
    ],
)
def test_a_naaste_or_a_peer_comes_first_by_wishes_and_then_in_turn(wishes, first):
    """Where no kind is wished, what is wished elsewhere leads; otherwise each in turn in the order of life domains."""
    lacking = sorted(["housing", "work", "finances"], key=DOMAIN.names.index)
    needs = [{"domain": domain, "need": 2} for domain in lacking]
    needs += [{"domain": domain, "need": 2, "wanted_kind": kind} for domain, kind in wishes.items()]
    settings = recommend.Settings(shown=1)  # only that nothing changes, so that all else stands in its own order
    found = recommend.client(caseload_of(Client("K", [], [], needs, [])), settings=settings).of("K")

    support = [one for one in found.values() if one.kind == "support"]
    order = {domain: [one.involved.side for one in support if one.domain == domain] for domain in lacking}
    assert [order[domain][0] for domain in lacking] == first
    assert {sides[-1] for sides in order.values()} == {"formal"}


@pytest.mark.parametrize(
    ("people", "wait", "first"),
    [
        ([{"kind": "informal", "capacity": 2}], None, "support/work/p0"),
        ([{"kind": "informal", "capacity": 2, "active": "no"}], None, "support/work/p0"),
        ([], 400, "service/work/s1"),
        ([], "unknown", "service/work/s1"),
    ],
)
def test_who_is_known_comes_before_a_sort_that_does_as_much(people, wait, first):
    """Of a sort of person neither what it asks of somebody nor the wait is known, which is not the same as none."""
    region = None
    if wait is not None:
        service = {"service": ["s1"], "organisation": "W", "domains": "work", "kind": "peer"}
        if wait != "unknown":
            service["waiting_days"] = [wait]
        organisations = pd.DataFrame({"organisation": ["W"]})
        region = Region.build({"organisations": organisations, "services": pd.DataFrame(service)})
    client = Client("K", people, [], [WORK], [])
    settings = recommend.Settings(shown=2)
    shown = recommend.client(caseload_of(client), region, settings=settings).shown

    assert shown[0].key == first


def test_an_unknown_wait_stands_behind_a_known_one():
    """Not filled in is not "no wait": the service of which the wait is known comes first."""
    service = {"service": ["s1", "s2"], "organisation": "W", "domains": "work", "kind": "formal"}
    tables = {
        "organisations": pd.DataFrame({"organisation": ["W"]}),
        "services": pd.DataFrame({**service, "waiting_days": [None, 90]}),
    }
    found = proposals(WORK, region=Region.build(tables))

    assert [key for key in found if key.startswith("service")] == ["service/work/s2", "service/work/s1"]


def test_treatment_is_asked_of_professionals():
    """No naaste is asked for treatment."""
    people = [{"kind": "informal", "capacity": 3}, {"kind": "formal", "capacity": 3}]
    found = proposals({**WORK, "wanted_type": "treatment"}, people)

    assert set(found) == {"support/work/p1", "sort/work/formal"}


def test_a_wish_for_another_kind_gets_that_kind():
    """Covered by a professional, wanted from a naaste (G4)."""
    support = {"member": 0, "domain": "work", "amount": 2, "backup": "yes"}
    people = [{"kind": "formal"}, {"kind": "peer", "capacity": 1}]
    found = proposals({**WORK, "wanted_kind": "informal"}, people, [support])

    wished = {key: one for key, one in found.items() if one.finding.gap == "G4"}
    assert set(wished) == {"sort/work/kind/informal"}
    first = wished["sort/work/kind/informal"].effects[0]
    assert (first.measure, first.before, first.after) == ("gap_wrong_kind", 1, 0)


def test_what_hangs_on_one_person_gets_a_backup():
    """Enough support by one person; somebody else can stay at hand with what would be missing."""
    people = [{"kind": "formal"}, {"kind": "informal", "capacity": 2}, {"kind": "informal", "capacity": 1}]
    found = proposals(WORK, people, [{"member": 0, "domain": "work", "amount": 2}])

    assert set(found) == {"backup/work/p1"}
    assert ("drop_out_tolerance", 1, 2) in {
        (effect.measure, effect.before, effect.after) for effect in found["backup/work/p1"].effects
    }


def test_what_cannot_be_reached_is_said():
    """A service in another area and one that is full: G10, with how many and why, and a sort of person instead."""
    region = Region.build(
        {
            "organisations": pd.DataFrame({"organisation": ["W"], "name": ["Werkplaats"]}),
            "services": pd.DataFrame(
                {
                    "service": ["s1", "s2"],
                    "organisation": "W",
                    "domains": "work",
                    "areas": ["zuid", None],
                    "capacity": [5, 0],
                }
            ),
        }
    )
    formal = proposals(WORK, region=region, area="noord")["sort/work/formal"]

    assert formal.finding.gap == "G10"
    said = formal.finding.sentence.say("nl")
    assert "2 keer aanbod" in said
    assert "1 is er niet in dit gebied en 1 is vol" in said


@pytest.mark.parametrize(
    ("near", "status", "wanted", "gap"),
    [
        ({}, "happening", None, "G2"),  # there already, so within reach
        ({}, "refused", None, "G1"),  # within reach, and not wanted
        ({"areas": "zuid"}, "happening", None, "G10"),  # the organisation is there, this service is not
        ({"kind": "informal"}, "happening", "formal", "G10"),  # within reach, and not what could be an answer
    ],
)
def test_what_is_there_already_or_was_refused_can_be_reached(near, status, wanted, gap):
    """G10 holds only where every service of a fitting kind is out of reach."""
    region = Region.build(
        {
            "organisations": pd.DataFrame({"organisation": ["W", "V"], "name": ["Werkplaats", "Veld"]}),
            "services": pd.DataFrame(
                [
                    {"service": "near", "organisation": "W", "domains": "work", "areas": "noord", "kind": "formal"}
                    | near,
                    {"service": "far", "organisation": "V", "domains": "work", "areas": "zuid", "kind": "formal"},
                ]
            ),
        }
    )
    people = [{"kind": "formal", "organisation": "W"}]
    support = {"member": 0, "domain": "work", "amount": 1, "status": status}
    found = proposals({**WORK, "wanted_kind": wanted}, people, [support], region, area="noord")

    assert found["sort/work/formal"].finding.gap == gap


def test_a_service_that_fits_is_named_with_its_wait():
    """The shortest wait first; where a service of a kind fits, no unnamed professional is proposed."""
    region = Region.build(
        {
            "organisations": pd.DataFrame({"organisation": ["W"], "name": ["Werkplaats"]}),
            "services": pd.DataFrame(
                {
                    "service": ["s1", "s2"],
                    "name": ["Jobcoaching", "Werkcafé"],
                    "organisation": "W",
                    "domains": "work",
                    "kind": "formal",
                    "waiting_days": [40, 1],
                }
            ),
        }
    )
    found = proposals(WORK, region=region)

    assert [key for key in found if "/formal" in key or "service" in key] == ["service/work/s2", "service/work/s1"]
    assert found["service/work/s2"].what.say("nl") == (
        "Bespreek Werkcafé van Werkplaats voor werken (wachttijd 1 dag)."
    )
    assert recommend.client(
        caseload_of(Client("K", needs=[WORK])), region, settings=recommend.Settings(longest_wait_days=30)
    ).of("K").keys() >= {"service/work/s2"}

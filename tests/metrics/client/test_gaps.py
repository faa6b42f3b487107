"""Gaps per life domain, and coverage beside what people say of it."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure, measure_network
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.vocabulary import DOMAIN
from networks import Client, caseload_of, clients, crowded_clients, with_meetings
from tables import agree, missing_has_a_reason

CODES = ["absent", "short", "wrong_type", "wrong_kind", "connection", "experienced", "unknown"]


def gaps(caseload, **cutoffs):
    """The table of gaps of one client."""
    frame = measure(caseload, ["gaps"], level=Level.DOMAIN, cutoffs=Cutoffs(**cutoffs))
    assert missing_has_a_reason(frame)
    return frame.droplevel("client")


def working(people, amounts, ties=(), **need):
    """A client with people who support in work, one amount each."""
    supports = [
        {"member": i, "domain": "work", "amount": amount, "status": "happening", "type": "practical"}
        for i, amount in enumerate(amounts)
    ]
    ties = [(a, b, present, None) for a, b, present in ties]
    return Client("K", people, ties, [{"domain": "work", "need": 2} | need], supports)


def work(client, **cutoffs):
    """The gaps in work of one client."""
    return gaps(caseload_of(client), **cutoffs).loc["work"]


def reason(client, name):
    """Why a value about work is missing."""
    return why_missing(measure(caseload_of(client), ["gaps"], level=Level.DOMAIN)).loc[("K", "work"), name]


def test_worked_example():
    """Nobody supports in work, half of what is needed in finances, nobody asked about physical health."""
    found = gaps(load("voorbeeld"))
    counts = measure(load("voorbeeld"), ["gaps"]).loc["voorbeeld"]

    assert found.index[found["gap_absent"].fillna(value=False)].tolist() == ["work"]
    assert found.index[found["gap_short"].fillna(value=False)].tolist() == ["finances"]
    assert found.loc["finances", "gap_size"] == 0.5
    assert found.loc["physical_health", "gap_unknown"]
    assert not found.loc["meaning", "has_need"]
    assert found.index[found["gap_connection"].fillna(value=False)].tolist() == ["housing"]
    assert counts[["gaps_absent", "gaps_short", "gaps_connection", "gaps_unknown"]].tolist() == [1, 1, 1, 7]


def test_an_unknown_need_is_no_gap_and_no_absence_of_one():
    """Blank or not listed: what depends on the need is missing, and says so."""
    client = working([{}], [1], need=None)

    agree(work(client), {"gap_unknown": True, "gap_absent": None, "gap_short": None, "gap_wrong_kind": None})
    assert gaps(caseload_of(client)).loc["housing", "gap_unknown"]
    assert reason(client, "gap_absent") == "need_unknown"


def test_no_need_is_no_gap():
    """A need of zero has no gap of any kind, and no size."""
    found = work(working([], [], need=0, wanted_kind="peer", wanted_type="practical", client_rating="unmet"))

    agree(found, dict.fromkeys(["gap_absent", "gap_short", "gap_wrong_type", "gap_wrong_kind"], False))
    agree(found, {"gap_experienced": False, "gap_size": None, "client_view": None})


def test_somebody_who_helps_for_an_unknown_amount_is_not_absent():
    """There is support; whether it is short cannot be told."""
    client = working([{}], [None])

    agree(work(client), {"gap_absent": False, "gap_short": None, "gap_size": None})
    assert reason(client, "gap_short") == "amount_unknown"


@pytest.mark.parametrize(
    ("wanted", "types", "found"),
    [
        ("practical", ["practical"], False),
        ("emotional", ["practical"], True),
        ("emotional", ["practical", "emotional"], False),
        ("emotional", ["practical", None], None),
        (None, ["practical"], None),
        ("emotional", [], False),
    ],
)
def test_wrong_type(wanted, types, found):
    """There is support, but not of the type that is wanted; a blank type could be it."""
    client = working([{} for _ in types], [1.0] * len(types), wanted_type=wanted)
    for row, type_ in zip(client.supports, types, strict=True):
        row["type"] = type_

    agree(work(client), {"gap_wrong_type": found})


@pytest.mark.parametrize(
    ("wanted", "kinds", "found"),
    [
        ("peer", ["peer"], False),
        ("peer", ["formal", "informal"], True),
        ("peer", ["formal", None], None),
        (None, ["formal"], None),
        ("peer", [], True),
    ],
)
def test_wrong_kind(wanted, kinds, found):
    """Nobody of the wanted kind supports, also when nobody supports; a blank kind could be it."""
    client = working([{"kind": kind} for kind in kinds], [1.0] * len(kinds), wanted_kind=wanted)

    agree(work(client), {"gap_wrong_kind": found})


@pytest.mark.parametrize(
    ("ties", "found"),
    [
        ([(0, 1, "yes"), (1, 2, "yes")], False),
        ([(0, 1, "yes")], True),
        ([(0, 1, "yes"), (1, 2, "unknown")], None),
        ([(0, 1, "yes"), (1, 2, "unwanted")], False),
        ([(0, 1, "no"), (1, 2, "unknown"), (0, 2, "no")], True),
    ],
)
def test_connection(ties, found):
    """Supporters fall apart without the client; unknown pairs may connect them; an unwanted contact is no gap."""
    client = working([{}, {}, {}], [1, 1, 1], ties)

    agree(work(client), {"gap_connection": found})


def test_connection_of_pairs_nobody_asked_about():
    """Where not all pairs were asked, a pair that is not listed may be a tie."""
    client = working([{}, {}], [1, 1])
    client.all_asked = False

    assert reason(client, "gap_connection") == "contact_unknown"


def test_a_path_through_somebody_who_does_not_support_does_not_connect():
    """The mother knows both helpers, but does not help in this domain."""
    client = working([{}, {}, {}], [1, 1], [(0, 2, "yes"), (1, 2, "yes")])

    agree(work(client), {"gap_connection": True})


def test_who_met_is_connected():
    """Sitting at the same meeting counts, unless somebody was absent or the meeting is still to come."""
    client = working([{}, {}], [1, 1])
    client.attributes = {"reference_date": "2026-06-30"}
    caseload = with_meetings(client, [[0, 1]])
    attendance = caseload.tables["attendance"]
    absent = caseload.with_tables(attendance=attendance.assign(present=["yes", "no"]))
    later = caseload.with_tables(meetings=caseload.tables["meetings"].assign(date=pd.Timestamp("2026-07-01")))

    found = [bool(gaps(one).loc["work", "gap_connection"]) for one in (caseload, absent, later)]
    assert found == [False, True, True]


def test_connection_looks_at_coordination_whatever_the_layer():
    """Who only knows each other does not coordinate, also when graph measures look at who knows whom."""
    client = working([{}, {}], [1, 1])
    caseload = caseload_of(client).with_tables(
        ties=pd.DataFrame({"client": ["K"], "source": ["p0"], "target": ["p1"], "kind": ["knows"]})
    )
    found = measure_network(Network(caseload, "knows"), ["gaps"], level=Level.DOMAIN)

    assert found.loc[("K", "work"), "gap_connection"]


@pytest.mark.parametrize(
    ("amount", "rating", "view"),
    [
        (2, "met", "in_order"),
        (2, "unmet", "help_does_not_help"),
        (1, "met", "hidden_support"),
        (1, "unmet", "real_gap"),
        (2, None, None),
        (None, "met", None),
    ],
)
def test_views_are_never_combined(amount, rating, view):
    """Each rating gives its own view, whatever the other is."""
    client = working([{}], [amount], client_rating=rating, professional_rating="met")
    other = working([{}], [amount], client_rating="met", professional_rating=rating)

    agree(work(client), {"client_view": view})
    agree(work(other), {"professional_view": view})


def test_experienced_gap():
    """Covered on paper and unmet for the client."""
    agree(work(working([{}], [2], client_rating="unmet")), {"gap_experienced": True})
    agree(work(working([{}], [1], client_rating="unmet")), {"gap_experienced": False})
    assert reason(working([{}], [2]), "gap_experienced") == "client_rating_unknown"


def test_weight_is_priority_times_size():
    """A blank priority counts as 1."""
    assert work(working([{}], [1], priority=3))["gap_weight"] == 1.5
    assert work(working([{}], [1]))["gap_weight"] == 0.5


@pytest.mark.parametrize("enough", [0.5, 0.75, 1.0])
def test_a_shortage_stays_a_shortage(enough):
    """What is enough to hold hides no gap: it is short when less than the whole need is met."""
    short = work(working([{}, {}], [1, 0.5], client_rating="unmet"), enough=enough)

    agree(short, {"gap_short": True, "gap_size": 0.25, "gap_experienced": False, "client_view": "real_gap"})


@given(crowded_clients() | clients().map(lambda client: (client, [])), st.sampled_from([1.0, 0.5]))
def test_agrees_with_the_definitions(drawn, enough):
    """Kernel and definition agree on every domain of any small client."""
    client, meetings = drawn
    caseload = with_meetings(client, meetings)
    found = gaps(caseload, enough=enough)
    rows, needs = naive.robustness.given(client.supports, 0.5), {need["domain"]: need for need in client.needs}
    wished = [(a, b, "yes" if present == "unwanted" else present) for a, b, present, _ in client.ties]
    tied, perhaps = naive.gaps.contacts(len(client.people), wished, meetings, all_asked=client.all_asked)
    blank = dict.fromkeys(["need", "priority", "client_rating", "professional_rating", "wanted_kind", "wanted_type"])

    for domain in DOMAIN.names:
        need = needs.get(domain, blank)
        level, people = need["need"], list(naive.coverage.in_domain(rows, domain))
        covered = naive.coverage.covered(rows, domain, level)
        coverage = naive.coverage.domain_coverage(rows, domain, level)[0]
        size = None if coverage is None else 1 - coverage
        counted = [one for one in client.supports if one["domain"] == domain and naive.robustness.given([one], 0.5)]
        expected = {
            "has_need": None if level is None else level > 0,
            "gap_absent": naive.gaps.gap_absent(rows, domain, level),
            "gap_short": naive.gaps.gap_short(rows, domain, level),
            "gap_size": size,
            "gap_wrong_type": naive.gaps.gap_wrong_type(level, need["wanted_type"], [one["type"] for one in counted]),
            "gap_wrong_kind": naive.gaps.gap_wrong_kind(
                level, need["wanted_kind"], [client.people[person]["kind"] for person in people]
            ),
            "gap_connection": naive.gaps.gap_connection(people, tied, perhaps),
            "gap_experienced": naive.gaps.gap_experienced(level, covered, need["client_rating"]),
            "gap_unknown": level is None,
            "gap_weight": None if size is None else size * (1 if need["priority"] is None else need["priority"]),
            "client_view": naive.gaps.view(covered, need["client_rating"]),
            "professional_view": naive.gaps.view(covered, need["professional_rating"]),
        }
        agree(found.loc[domain], expected)
    counts = measure(caseload, ["gaps"], cutoffs=Cutoffs(enough=enough)).iloc[0]
    undecided = found[[f"gap_{code}" for code in CODES]].isna().any(axis=1) & ~found["gap_unknown"]
    agree(counts, {f"gaps_{code}": found[f"gap_{code}"].sum() for code in CODES})
    assert counts["gaps_undecided"] == undecided.sum()

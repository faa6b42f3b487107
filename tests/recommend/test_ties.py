"""Who could meet whom: groups joined at the least burden, exactly."""

from itertools import combinations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkanalyse import recommend
from netwerkanalyse.recommend import for_client, ties
from netwerkanalyse.recommend.from_caseload import situations
from netwerkanalyse.recommend.settings import Settings
from netwerkanalyse.recommend.what_if import measured
from networks import Client, caseload_of, clients


def situation_of(client):
    """Look at one client."""
    caseload = caseload_of(client)
    used = Settings()
    return next(situations(caseload, measured(caseload, used.cutoffs), None, used))


def asked_of(situation, one, other):
    """What contact asks of naasten, as one number."""
    weight = ties.weight(situation, one, other)
    return weight.naasten * 10**6 + weight.burden_unknown * 1000 + weight.burden


def test_an_unknown_burden_is_no_light_one():
    """Of two naasten, the one known to carry something goes before the one of whom it is not known."""
    people = [
        {"kind": "informal", "organisation": None, "burden": None},
        {"kind": "informal", "organisation": None, "burden": 5.0},
        {"kind": "formal", "organisation": "A"},
    ]
    ties_ = [(0, 1, "yes", None), (0, 2, "no", None), (1, 2, "no", None)]
    situation = situation_of(Client("K", people, ties_, [], []))
    chosen = ties.forest(situation, situation.present, situation.groups)
    assert [{one.order, other.order} for one, other in chosen] == [{1, 2}]


@settings(max_examples=12)
@given(clients(most=6), st.lists(st.sampled_from([None, 0.0, 5.0, 12.0]), min_size=6, max_size=6))
def test_the_forest_asks_the_least(client, burdens):
    """Of all ways to join as many groups as can be joined, no other asks less.

    Fewer naasten, then fewer of whom it is not known what they carry, then less of the burdened.
    """
    import networkx as nx

    for person, burden in zip(client.people, burdens, strict=False):
        person["burden"] = burden
    situation = situation_of(client)
    allowed = ties.allowed(situation, combinations(situation.present, 2))
    chosen = ties.forest(situation, situation.present, situation.groups)

    graph = nx.Graph()
    graph.add_nodes_from(set(situation.groups.values()))
    for one, other in allowed:
        ends = situation.groups[one.code], situation.groups[other.code]
        asked = asked_of(situation, one, other)
        if ends[0] != ends[1] and asked < graph.get_edge_data(*ends, {"asked": np.inf})["asked"]:
            graph.add_edge(*ends, asked=asked)
    forest = nx.minimum_spanning_edges(graph, weight="asked", data=True)
    expected = [data["asked"] for *_, data in forest]
    actual = [asked_of(situation, *pair) for pair in chosen]
    assert len(actual) == len(expected)
    assert sum(actual) == sum(expected)


def pair_of(kinds, present="no", **more):
    """Two people who both support at wonen."""
    people = [{"kind": kind, "organisation": org} for kind, org in zip(kinds, "AB", strict=True)]
    supports = [{"member": k, "domain": "housing", "amount": 1} for k in (0, 1)]
    return Client("K", people, [(0, 1, present, None)], [{"domain": "housing", "need": 2}], supports, **more)


def test_a_listed_pair_gets_another_answer():
    """A pair that was said to have no contact is not listed twice."""
    found = recommend.client(caseload_of(pair_of(["formal", "informal"])))

    (one,) = (one for one in found.proposals if one.kind == "tie")
    assert not one.change.rows
    assert [cell.value for cell in one.change.cells] == ["yes"]
    assert one.finding.gap == "G6"


def test_an_unknown_pair_is_told_as_unknown():
    """Where nobody asked whether two people have contact, that is said."""
    client = pair_of(["formal", "formal"], "unknown")
    client.supports[0]["amount"] = 3
    found = recommend.client(caseload_of(client))

    (one,) = (one for one in found.proposals if one.kind == "tuning" and one.finding.code == "doublure")
    assert "of zij nu al contact hebben" in recommend.paragraph(one, "nl")


def test_who_is_unsafe_is_not_told_of():
    """With somebody who is not safe nothing is proposed and nothing is said, nor in what was dropped."""
    client = pair_of(["formal", "informal"])
    client.people[1]["unsafe"] = "yes"
    found = recommend.client(caseload_of(client))

    assert not [one for one in found.proposals if one.kind == "tie"]
    assert "off_limits" not in set(found.told_dropped["limit"])
    assert not [name for one in found.proposals for name in one.limits if name == "off_limits"]


def test_a_way_back_is_named():
    """For help that ended and that nobody knows, a professional who stays could be the way back."""
    people = [{"kind": "formal", "organisation": "A"}, {"kind": "formal", "organisation": "B"}]
    supports = [
        {"member": 0, "domain": "housing", "amount": 1, "status": "ended"},
        {"member": 1, "domain": "housing", "amount": 1, "status": "happening"},
    ]
    found = recommend.client(caseload_of(Client("K", people, [], [{"domain": "housing", "need": 1}], supports)))

    route = found.of("K")["route/p0/p1"]
    assert [(one.before, one.after) for one in route.effects] == [(1, 0)]


def test_no_pair_is_proposed_without_consent_where_consents_are_kept():
    """A client who records consents gave none for one of the two."""
    consents = pd.DataFrame({"client": ["K"], "member": ["p0"]})
    found = recommend.client(caseload_of(pair_of(["formal", "informal"]), consents=consents))

    assert not [one for one in found.proposals if one.involved.meet]
    assert for_client.NOTHING in found.of("K")

"""The place of each person among the others, and what they reach."""

import networkx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.catalogue import measure
from netwerkanalyse.metrics.measure import Level
from networks import Client, caseload_of, clients, plain
from tables import missing_has_a_reason


def people(client, family="positions"):
    """The measures of the people of one client, by their number."""
    frame = measure(caseload_of(client), [family], level=Level.MEMBER)
    assert missing_has_a_reason(frame)
    return frame.reset_index(drop=True)


def test_worked_example():
    """Mother and case manager hold their group of four together."""
    found = measure(load("voorbeeld"), ["positions", "breadth"], level=Level.MEMBER).loc["voorbeeld"]
    client = measure(load("voorbeeld"), ["hinges"]).loc["voorbeeld"]

    assert found.index[found["cut_member"]].tolist() == ["moeder", "casemanager"]
    assert found.loc[["moeder", "casemanager", "huisarts"], "betweenness"].tolist() == [2, 2, 0]
    assert found["component_size"].tolist() == [4, 4, 1, 4, 1, 1, 4]
    assert found.loc["moeder", ["informal_ties", "formal_ties"]].tolist() == [1, 1]
    # Mother supports in mental health; her tie with the case manager reaches housing too. Five domains have a need.
    assert found.loc[["moeder", "broer", "huisarts", "vriend"], "breadth"].tolist() == [0.4, 0.2, 0.4, 0.2]
    assert client[["cut_members", "highest_betweenness"]].tolist() == [2, 2]


@given(clients())
def test_positions_agree_with_the_definitions(client):
    """Kernel and definition agree for every person in any small network."""
    n, ties = len(client.people), client.edges
    kinds = [person["kind"] for person in client.people]
    strengths = {(a, b): strength for a, b, present, strength in client.ties if present == "yes"}
    groups = naive.components(n, ties)
    found = people(client)

    assert len(found) == n
    for person, row in found.iterrows():
        around = naive.neighbours(person, ties)
        own = [strength for tie, strength in strengths.items() if person in tie]
        known = None not in own
        assert row["degree"] == len(around)
        for kind in ("informal", "formal", "peer"):
            assert row[f"{kind}_ties"] == sum(kinds[other] == kind for other in around)
        assert row["strength"] == pytest.approx(sum(own) if known else np.nan, nan_ok=True)
        assert row["betweenness"] == pytest.approx(naive.betweenness(person, n, ties), abs=1e-12)
        assert row["cut_member"] == naive.holds_together(person, n, ties)
        assert row["component_size"] == len(next(group for group in groups if person in group))
    assert {frozenset(group.index) for _, group in found.groupby("component")} == {frozenset(g) for g in groups}


@given(clients(most=15))
def test_positions_agree_with_networkx(client):
    """Another program gives the same betweenness and articulation points, on larger networks."""
    graph = networkx.Graph(client.edges)
    graph.add_nodes_from(range(len(client.people)))
    between = networkx.betweenness_centrality(graph, normalized=False)
    found = people(client)

    assert set(found.index[found["cut_member"]]) == set(networkx.articulation_points(graph))
    assert found["betweenness"].tolist() == pytest.approx([between[person] for person in found.index], abs=1e-9)


@given(clients())
def test_hinges_sum_up_the_positions(client):
    """The client's row follows from the rows of the people."""
    found, hinges = people(client), measure(caseload_of(client), ["hinges"]).iloc[0]

    assert hinges["people_placed"] == len(found)
    assert hinges["cut_members"] == found["cut_member"].sum()
    assert hinges["highest_betweenness"] == found["betweenness"].max() or not len(found)


def test_clients_without_people_between_others():
    """A client without people takes nobody of the next client."""
    path = [(0, 1), (1, 2)]
    caseload = caseload_of(plain(0, [], "a"), plain(3, path, "b"), plain(0, [], "c"), plain(0, [], "d"))
    found = measure(caseload, ["hinges"])

    assert found["cut_members"].tolist() == [0, 1, 0, 0]
    pd.testing.assert_series_equal(found["highest_betweenness"].isna(), found["people_placed"] == 0, check_names=False)


@given(clients())
def test_breadth_agrees_with_the_definition(client):
    """Kernel and definition agree for every person; only support that happens and reaches the client counts."""
    needed = {need["domain"] for need in client.needs if need["need"]}
    delivered = {}
    for support in client.supports:
        if support["status"] == "happening" and support["direction"] != "from_client":
            delivered.setdefault(support["member"], set()).add(support["domain"])
    found = people(client, "breadth")

    for person, row in found.iterrows():
        expected = naive.breadth(person, delivered, needed, client.edges)
        assert row["breadth"] == pytest.approx(np.nan if expected is None else expected, nan_ok=True)
        assert row["own_need_domains"] == len(delivered.get(person, set()) & needed)
        assert row["need_domains"] == len(needed)


def test_planned_support_is_not_delivered():
    """What is planned reaches nobody yet."""
    supports = [{"member": 0, "domain": "work", "amount": 1, "status": "planned"}]
    client = Client("K", [{}], [], [{"domain": "work", "need": 1}], supports)

    assert people(client, "breadth").loc[0, "breadth"] == 0

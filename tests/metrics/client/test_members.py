"""The place of each person among the others, and what they reach."""

import networkx
import numpy as np
import pytest
from hypothesis import given

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.kernels.members import Members, positions
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.measure import Level, empty_results
from netwerkanalyse.metrics.network import Network
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
    groups = naive.cohesion.components(n, ties)
    listed = {(a, b): present for a, b, present, _ in client.ties}
    answers = {
        pair: naive.mixing.answer_about(pair, listed, all_asked=client.all_asked) for pair in naive.cohesion.pairs(n)
    }
    found = people(client)

    assert len(found) == n
    for person, row in found.iterrows():
        asked = sum(person in pair and answer != "unknown" for pair, answer in answers.items())
        assert row["own_pairs_asked"] == asked
        around = naive.positions.neighbours(person, ties)
        own = [strength for tie, strength in strengths.items() if person in tie]
        known = None not in own
        assert row["degree"] == len(around)
        for kind in ("informal", "formal", "peer"):
            assert row[f"{kind}_ties"] == sum(kinds[other] == kind for other in around)
        assert row["strength"] == pytest.approx(sum(own) if known else np.nan, nan_ok=True)
        if n > 1 and not asked:
            assert row[["betweenness", "cut_member", "component", "component_size"]].isna().all()
            continue
        assert row["betweenness"] == pytest.approx(naive.positions.betweenness(person, n, ties), abs=1e-12)
        assert row["cut_member"] == naive.positions.holds_together(person, n, ties)
        assert row["component_size"] == len(next(group for group in groups if person in group))
    placed = found["component"].notna()
    together = {frozenset(group.index) for _, group in found[placed].groupby("component")}
    assert together == {frozenset(group) for group in groups if placed[list(group)].all()}


@given(clients(most=15))
def test_positions_agree_with_networkx(client):
    """Another program gives the same betweenness and articulation points, on larger networks."""
    graph = networkx.Graph(client.edges)
    graph.add_nodes_from(range(len(client.people)))
    between = networkx.betweenness_centrality(graph, normalized=False)
    found = people(client)
    placed = found.index[found["betweenness"].notna()]

    assert set(placed[found.loc[placed, "cut_member"]]) == set(networkx.articulation_points(graph))
    assert found.loc[placed, "betweenness"].tolist() == pytest.approx([between[p] for p in placed], abs=1e-9)


@pytest.mark.parametrize("people_around", [61, 62, 63, 130])
def test_betweenness_agrees_with_networkx_around_the_size_of_a_word(people_around):
    """Ties are bits of one number up to 62 people, and lists above: the last bit, and the other way, are right too."""
    graph = networkx.connected_watts_strogatz_graph(people_around, 4, 0.2, seed=1)
    found = people(plain(people_around, sorted(graph.edges)))

    between = networkx.betweenness_centrality(graph, normalized=False)
    assert found["betweenness"].tolist() == pytest.approx([between[p] for p in range(people_around)], abs=1e-9)


def test_compiled_and_plain_give_the_same_bits():
    """The compiler changes nothing but the time."""
    graphs = [networkx.connected_watts_strogatz_graph(n, 4, 0.2, seed=n) for n in (6, 62, 70)]
    drawn = [plain(len(graph), sorted(graph.edges), f"K{len(graph)}") for graph in graphs]
    network = Network(caseload_of(*drawn, plain(0, [], "nobody")))
    mine, yours = (empty_results(Members, 138) for _ in range(2))
    for out in (mine, yours):
        out.own_pairs_asked[:] = 1
    positions.python(0, 4, network.graph, mine)
    positions.compiled(0, 4, network.graph, yours)

    for name in ("betweenness", "component", "component_size", "cut_member"):
        np.testing.assert_array_equal(getattr(mine, name), getattr(yours, name))


@given(clients())
def test_hinges_sum_up_the_positions(client):
    """The client's row follows from the rows of the people."""
    found, hinges = people(client), measure(caseload_of(client), ["hinges"]).iloc[0]

    placed = found[found["betweenness"].notna()]

    assert hinges["people_placed"] == len(placed)
    if len(placed):
        assert hinges["cut_members"] == placed["cut_member"].sum()
        assert hinges["highest_betweenness"] == placed["betweenness"].max()
    else:
        assert hinges[["cut_members", "highest_betweenness"]].isna().all()


def test_clients_without_people_between_others():
    """A client without people takes nobody of the next client."""
    path = [(0, 1), (1, 2)]
    caseload = caseload_of(plain(0, [], "a"), plain(3, path, "b"), plain(0, [], "c"), plain(0, [], "d"))
    found = measure(caseload, ["hinges"])

    assert found["people_placed"].tolist() == [0, 3, 0, 0]
    assert found["cut_members"].tolist() == pytest.approx([np.nan, 1, np.nan, np.nan], nan_ok=True)


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
        expected = naive.positions.breadth(person, delivered, needed, client.edges)
        assert row["breadth"] == pytest.approx(np.nan if expected is None else expected, nan_ok=True)
        assert row["own_need_domains"] == len(delivered.get(person, set()) & needed)
        assert row["need_domains"] == len(needed)


def test_nobody_asked_about_one_person():
    """Two of three were asked about: the third has no known place, which is not the same as being alone."""
    client = Client("K", [{}, {}, {}], [(0, 1, "no", None)], all_asked=False)
    found = people(client)

    assert found["own_pairs_asked"].tolist() == [1, 1, 0]
    assert found["cut_member"].isna().tolist() == [False, False, True]


def test_planned_support_is_not_delivered():
    """What is planned reaches nobody yet."""
    supports = [{"member": 0, "domain": "work", "amount": 1, "status": "planned"}]
    client = Client("K", [{}], [], [{"domain": "work", "need": 1}], supports)

    assert people(client, "breadth").loc[0, "breadth"] == 0

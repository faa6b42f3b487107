"""Graphs of networkx and igraph: people and ties come back the same, and a graph is checked like any input."""

import igraph as ig
import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from caseloads import odd_caseloads
from netwerkanalyse.errors import UnknownNameError, ValidationError
from netwerkanalyse.io.igraph_graph import from_igraph, to_igraph
from netwerkanalyse.io.networkx_graph import from_networkx, to_networkx
from netwerkanalyse.io.spelling import plain
from netwerkanalyse.model.caseload import Caseload

LIBRARIES = pytest.mark.parametrize(
    ("to_graph", "from_graph"), [(to_networkx, from_networkx), (to_igraph, from_igraph)], ids=["networkx", "igraph"]
)


def known(caseload: Caseload, name: str) -> dict[str, list[object]]:
    """Return the columns of a table in which something is known."""
    columns = plain(caseload.tables[name])
    return {heading: cells for heading, cells in columns.items() if any(cell is not None for cell in cells)}


@LIBRARIES
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(caseload=odd_caseloads())
def test_people_and_ties_come_back(to_graph, from_graph, caseload):
    """Every member, tie and attribute of all clients; only nobody may be called as the client is."""
    caseload = caseload.select(
        client
        for client in caseload.client_index
        if client not in set(caseload.members.loc[caseload.members["client"] == client, "member"])
    )
    if not len(caseload):
        return

    back = from_graph({client: to_graph(caseload, client) for client in caseload.client_index})

    for name in ("clients", "members", "ties"):
        assert known(back, name) == known(caseload, name)


@LIBRARIES
def test_the_client_may_be_in_the_graph(to_graph, from_graph, small):
    """With the client everybody is connected; read back, the client is no member and those edges are no ties."""
    graph = to_graph(small, "K1", with_client=True)

    back = from_graph(graph)

    assert known(back, "members") == known(small.select(["K1"]), "members")
    assert known(back, "ties") == known(small.select(["K1"]), "ties")


@LIBRARIES
def test_a_tie_of_which_nothing_is_known_does_not_become_one(to_graph, from_graph, small):
    """Blank is not 'yes': a graph that leaves it out would make it so."""
    ties = small.ties.assign(present=None)
    asked = small.with_tables(ties=ties)

    back = from_graph(to_graph(asked, "K1"))

    assert back.tables["ties"]["present"].isna().all()


def test_ties_of_different_kinds_between_a_pair_stay_apart(small):
    """A pair can know each other and be in tension: two edges."""
    ties = {"client": ["K1"] * 2, "source": ["moeder"] * 2, "target": ["huisarts"] * 2, "kind": ["knows", "tension"]}
    caseload = Caseload.build({**small.tables, "ties": small.ties.iloc[:0].reindex(range(2)).assign(**ties)})

    assert sorted(to_networkx(caseload, "K1")["moeder"]["huisarts"]) == ["knows", "tension"]
    assert to_igraph(caseload, "K1").ecount() == 2


def test_a_graph_of_somebody_else_is_read_by_headings_in_either_language():
    """Attributes may be called as the columns are, and an edge without kind coordinates."""
    graph = nx.Graph(gebied="Noord")
    graph.add_node(1, soort="informeel", leeftijd=60)
    graph.add_node(2, soort="formal")
    graph.add_edge(1, 2, sterkte=0.5)

    caseload = from_networkx(graph, client="K1")

    assert caseload.tables["clients"]["area"].tolist() == ["Noord"]
    assert caseload.tables["members"]["kind"].tolist() == ["informal", "formal"]
    assert caseload.tables["members"]["leeftijd"].iloc[0] == 60
    assert known(caseload, "ties") == {
        "client": ["K1"],
        "source": ["1"],
        "target": ["2"],
        "kind": ["coordinates"],
        "present": ["yes"],
        "strength": [0.5],
    }


def test_what_is_wrong_with_a_graph_is_told():
    """A self-loop, both directions of a pair and an unknown code, at once."""
    graph = nx.DiGraph([("a", "b"), ("b", "a"), ("c", "c")])
    graph.nodes["a"]["kind"] = "robot"

    with pytest.raises(ValidationError) as caught:
        from_networkx(graph, client="K1")
    assert {problem.code for problem in caught.value.problems} >= {"double_pair", "self_tie", "unknown_code"}


def test_two_vertices_of_the_same_name_are_told():
    """Igraph allows it; two people under one code would be added together."""
    graph = ig.Graph(2)
    graph.vs["name"] = ["moeder", "moeder"]

    with pytest.raises(ValidationError) as caught:
        from_igraph(graph, client="K1")
    assert [problem.code for problem in caught.value.problems if problem.table == "members"] == ["double_row"]


@pytest.mark.parametrize("to_graph", [to_networkx, to_igraph])
def test_an_unknown_client_is_told(to_graph, small):
    """By name."""
    with pytest.raises(UnknownNameError, match="K9"):
        to_graph(small, "K9")


@pytest.mark.parametrize("graph", [nx.Graph(), ig.Graph()], ids=["networkx", "igraph"])
def test_a_client_without_anybody_is_a_caseload(graph):
    """Nobody around a client is a finding, not an error."""
    read = from_networkx if isinstance(graph, nx.Graph) else from_igraph

    assert repr(read(graph, client="K1")) == "Caseload(1 client)"

"""Contact between naasten and professionals."""

import networkx
import numpy as np
import pytest
from hypothesis import given

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from networks import Client, caseload_of, clients
from tables import agree, missing_has_a_reason

NAASTE, PROFESSIONAL, PEER = {"kind": "informal"}, {"kind": "formal"}, {"kind": "peer"}


def bridging(client):
    """The measures of one client."""
    frame = measure(caseload_of(client), ["bridging"])
    assert missing_has_a_reason(frame)
    return frame.iloc[0]


def test_worked_example():
    """Only mother and case manager have contact: one of twelve pairs."""
    found = measure(load("voorbeeld"), ["bridging"]).loc["voorbeeld"]

    agree(
        found,
        {
            "bridge_density": 1 / 12,
            "bridge_relative": (1 / 12) / (3 / 21),
            "bridge_informal_linked_share": 1 / 3,
            "bridge_formal_linked_share": 1 / 4,
            "bridge_robustness": 1,
        },
    )


@pytest.mark.parametrize(
    ("people", "reason"),
    [
        ([NAASTE, NAASTE, PEER], "no_formal"),
        ([PROFESSIONAL, PROFESSIONAL, PEER], "no_informal"),
        ([PEER, {}], "no_informal"),
    ],
)
def test_an_empty_side_is_a_finding(people, reason):
    """Without naasten or professionals there is no bridge, and the reason says whom there is nobody of."""
    frame = measure(caseload_of(Client("K", people)), ["bridging"])

    assert why_missing(frame)["bridge_density"].item() == reason
    assert why_missing(frame)["bridge_robustness"].item() == reason


def test_what_the_client_refuses_takes_no_part():
    """Of two pairs one is refused: the other has contact, so all that is wanted is there."""
    found = bridging(Client("K", [NAASTE, PROFESSIONAL, PROFESSIONAL], [(0, 1, "yes", None), (0, 2, "unwanted", None)]))

    agree(found, {"bridge_pairs": 1, "bridge_density": 1.0, "bridge_formal_linkable": 1})


def test_when_everything_is_refused_there_is_nothing_to_measure():
    """Refusing every contact is no lack of contact."""
    frame = measure(caseload_of(Client("K", [NAASTE, PROFESSIONAL], [(0, 1, "unwanted", None)])), ["bridging"])

    agree(frame.iloc[0], {"bridge_density": None, "bridge_informal_linked_share": None})
    assert why_missing(frame)["bridge_density"].item() == "every_contact_refused"


def test_not_asked_is_not_no():
    """One pair has contact, one has not, two were not asked about."""
    people = [NAASTE, NAASTE, PROFESSIONAL, PROFESSIONAL]
    found = bridging(Client("K", people, [(0, 2, "yes", None), (1, 2, "no", None)], all_asked=False))

    agree(
        found,
        {
            "bridge_density": 1 / 2,
            "bridge_density_low": 1 / 4,
            "bridge_density_high": 3 / 4,
            "bridge_informal_linked_share": 1 / 2,
            "bridge_informal_linked_share_high": 1.0,
        },
    )


def test_what_the_client_refuses_is_left_out_on_either_side_of_a_comparison():
    """Of one pair across that may have contact one does, of two pairs in all one: twice as dense."""
    ties = [(0, 1, "yes", None), (0, 2, "unwanted", None)]
    frame = measure(caseload_of(Client("K", [NAASTE, PROFESSIONAL, PROFESSIONAL], ties)), ["bridging"])

    agree(frame.iloc[0], {"bridge_density": 1.0, "bridge_relative": 2.0})


def test_nothing_asked_is_no_missing_bridge():
    """When nobody asked about any pair of a naaste and a professional, all that is known is the range."""
    frame = measure(caseload_of(Client("K", [NAASTE, PROFESSIONAL], all_asked=False)), ["bridging"])

    agree(frame.iloc[0], {"bridge_robustness": None, "bridge_informal_linked_share": None, "bridge_density_high": 1.0})
    assert why_missing(frame)["bridge_robustness"].item() == "no_contact_asked"


@given(clients())
def test_agrees_with_the_definitions(client):
    """Kernel and definition agree on any small network."""
    n, kinds = len(client.people), [person["kind"] for person in client.people]
    listed = {(a, b): present for a, b, present, _ in client.ties}
    answers = {
        pair: naive.mixing.answer_about(pair, listed, all_asked=client.all_asked) for pair in naive.cohesion.pairs(n)
    }
    across = {pair: answer for pair, answer in answers.items() if {kinds[p] for p in pair} == {"informal", "formal"}}
    density, low, high = naive.bridging.bridge(list(across.values()))
    left_out = [answer for answer in answers.values() if answer in {"unknown", "unwanted"}]
    overall = naive.cohesion.density(n, client.edges, len(left_out))
    asked = any(answer in {"yes", "no"} for answer in across.values())
    expected = {
        "bridge_informal": kinds.count("informal"),
        "bridge_formal": kinds.count("formal"),
        "bridge_ties": list(across.values()).count("yes"),
        "bridge_density": density,
        "bridge_density_low": low,
        "bridge_density_high": high,
        "bridge_relative": density / overall if density is not None and overall else None,
        "bridge_robustness": naive.bridging.people_to_lose(n, [pair for pair in across if across[pair] == "yes"])
        if asked
        else None,
    }
    for kind in ("informal", "formal"):
        theirs = [[across[p] for p in across if person in p] for person in range(n) if kinds[person] == kind]
        share, most = naive.bridging.linked(theirs)
        expected |= {f"bridge_{kind}_linked_share": share if asked else None, f"bridge_{kind}_linked_share_high": most}
    found = bridging(client)

    for name, value in expected.items():
        assert found[name] == pytest.approx(np.nan if value is None else value, nan_ok=True), name


@given(clients(most=14))
def test_robustness_is_the_largest_matching(client):
    """The same as networkx finds, on larger networks."""
    kinds = [person["kind"] for person in client.people]
    across = [tie for tie in client.edges if {kinds[person] for person in tie} == {"informal", "formal"}]
    graph = networkx.Graph(across)
    top = [person for person in graph if kinds[person] == "informal"]
    size = len(networkx.bipartite.maximum_matching(graph, top)) // 2
    found = bridging(client)["bridge_robustness"]

    assert found == size or (np.isnan(found) and size == 0)

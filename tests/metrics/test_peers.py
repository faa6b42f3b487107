"""Peers are a kind of their own, or count with naasten or with professionals."""

import pandas as pd
import pytest

from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.client.sensitivity import cutoff_sensitivity
from netwerkanalyse.metrics.cutoffs import Cutoffs, described
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.peers import Peers
from networks import Client, caseload_of

PEOPLE = [{"kind": "informal"}, {"kind": "formal"}, {"kind": "peer"}]
NEEDS = [{"domain": "housing", "need": 1, "wanted_kind": "peer"}]
SUPPORTS = [{"member": 2, "domain": "housing", "amount": 1.0, "status": "happening"}]


@pytest.fixture(scope="module")
def caseload():
    """A naaste, a professional and a peer; the naaste and the peer have contact, and the peer supports alone."""
    return caseload_of(Client("K", PEOPLE, [(0, 2, "yes", None)], NEEDS, SUPPORTS))


@pytest.mark.parametrize(
    ("peers", "naasten", "professionals", "bridge", "external"),
    [(Peers.OWN, 1, 1, 0, 1), (Peers.INFORMAL, 2, 1, 0, 0), (Peers.FORMAL, 1, 2, 1 / 2, 1)],
)
def test_composition_mixing_and_bridging(caseload, peers, naasten, professionals, bridge, external):
    """The contact of naaste and peer lies within naasten, or is half of the contacts they could have across."""
    row = measure(caseload, ["composition", "mixing", "bridging"], cutoffs=Cutoffs(peers=peers)).loc["K"]

    assert row[["kind_informal", "kind_formal"]].tolist() == [naasten, professionals]
    assert row["kind_peer"] == 3 - naasten - professionals
    assert row["bridge_density"] == bridge
    assert row["kind_ties_external"] == external


@pytest.mark.parametrize(("peers", "alone"), [(Peers.OWN, [0, 0]), (Peers.INFORMAL, [1, 0]), (Peers.FORMAL, [0, 1])])
def test_who_carries_a_domain_alone(caseload, peers, alone):
    """A domain that a peer carries is carried by naasten alone, by professionals alone, or by neither."""
    frame = measure(caseload, ["fragility"], level=Level.DOMAIN, cutoffs=Cutoffs(peers=peers))

    assert frame.loc[("K", "housing"), ["informal_only", "formal_only"]].astype(int).tolist() == alone


@pytest.mark.parametrize("families", [["gaps"], ["coverage"], ["doubles"]])
def test_a_peer_stays_a_peer(caseload, families):
    """Who wants support from a peer has it, whatever peers count as; amounts stay apart, and a peer doubles nobody."""
    frames = [measure(caseload, families, level=Level.DOMAIN, cutoffs=Cutoffs(peers=peers)) for peers in Peers]

    for frame in frames[1:]:
        pd.testing.assert_frame_equal(frame, frames[0])


def test_the_choice_can_be_tried_out(caseload):
    """It is tried like any other cut-off, and nothing of one choice is left over in the next."""
    found = cutoff_sensitivity(caseload, "peers", [Peers.FORMAL, Peers.OWN, Peers.FORMAL], ["bridging"])

    assert found["bridge_density"].tolist() == [0.5, 0, 0.5]


@pytest.mark.parametrize(("peers", "said"), [(Peers.OWN, "als eigen soort"), (Peers.FORMAL, "bij professionals")])
def test_the_choice_is_said(peers, said):
    """A report says as what peers were counted."""
    assert {one.name: one.value for one in described("nl", Cutoffs(peers=peers))}["peers"] == said

"""What one answer or one cut-off does to the numbers."""

import numpy as np
import pytest
from hypothesis import Phase, given, settings

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.metrics.client import sensitivity
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.client.sensitivity import GRAPH_FAMILIES, cutoff_sensitivity, tie_sensitivity
from netwerkanalyse.metrics.measure import Level
from networks import Client, caseload_of, clients, plain


def flipped(client, a, b):
    """The client with one pair changed."""
    others = [tie for tie in client.ties if {tie[0], tie[1]} != {a, b}]
    now = [tie for tie in client.ties if {tie[0], tie[1]} == {a, b}]
    there = bool(now) and now[0][2] == "yes"
    return Client("K", client.people, [*others, (a, b, "no" if there else "yes", None)], all_asked=client.all_asked)


@settings(max_examples=15, phases=[Phase.generate])
@given(clients(most=5))
def test_agrees_with_measuring_every_variant_apart(client):
    """All variants at once give what a loop over pairs gives, for every family that looks at ties."""
    unwanted = [{a, b} for a, b, present, _ in client.ties if present == "unwanted"]
    pairs = [pair for pair in naive.cohesion.pairs(len(client.people)) if set(pair) not in unwanted]
    bare = Client("K", client.people, client.ties, all_asked=client.all_asked)

    found = tie_sensitivity(caseload_of(bare)).loc["K"]

    base = measure(caseload_of(bare), GRAPH_FAMILIES).loc["K", found.index].astype(float)
    variants = [
        measure(caseload_of(flipped(bare, a, b)), GRAPH_FAMILIES).loc["K", found.index].astype(float) for a, b in pairs
    ]
    for name, row in found.iterrows():
        changes = [variant[name] - base[name] for variant in variants]
        known = [change for change in changes if not np.isnan(change)]
        assert row["flips"] == len(pairs)
        if not np.isnan(base[name]) and pairs:
            assert row["fall"] == pytest.approx(min([0, *known]), abs=1e-12)
            assert row["rise"] == pytest.approx(max([0, *known]), abs=1e-12)
            assert row["undefined"] == len(pairs) - len(known)
        else:
            assert np.isnan(row["fall"])


def test_a_path_of_three():
    """Worked out by hand: adding the third tie closes the path, taking one away leaves somebody alone."""
    found = tie_sensitivity(caseload_of(plain(3, [(0, 1), (1, 2)])), ["cohesion"]).loc["K"]

    assert found.loc["density", ["value", "fall", "rise"]].tolist() == pytest.approx([2 / 3, -1 / 3, 1 / 3])
    assert found.loc["components", ["value", "fall", "rise"]].tolist() == [1, 0, 1]
    assert found.loc["fragmentation", ["value", "fall", "rise"]].tolist() == pytest.approx([0, 0, 2 / 3])


def test_pieces_change_nothing(monkeypatch):
    """However the work is cut to bound memory, the result is the same."""
    caseload = load("voorbeelden")
    whole = tie_sensitivity(caseload, ["cohesion"])
    monkeypatch.setattr(sensitivity, "LITTLE", 90)
    monkeypatch.setattr(sensitivity, "MUCH", 90)

    assert tie_sensitivity(caseload, ["cohesion"]).equals(whole)


def test_fewer_than_two_people_have_no_sensitivity():
    """There is no pair to change."""
    found = tie_sensitivity(caseload_of(plain(1, [], "A"), plain(0, [], "B")), ["cohesion"])

    assert found["flips"].eq(0).all()
    assert found[["fall", "rise"]].isna().all(axis=None)


def test_cutoffs_are_tried_in_turn():
    """Each value has its own rows, and only what rests on the cut-off differs."""
    found = cutoff_sensitivity(load("voorbeeld"), "tolerance", [0.0, 0.5], ["doubles"], level=Level.DOMAIN)

    assert found.index.names == ["tolerance", "client", "domain"]
    assert found["surplus"].xs("housing", level="domain").tolist() == [2, 1.5]
    assert found.xs(0.0)["double_supply"].equals(found.xs(0.5)["double_supply"])


def test_an_unknown_cutoff_is_named():
    """The message lists the cut-offs there are."""
    with pytest.raises(UnknownNameError, match=r"'cover'.*enough"):
        cutoff_sensitivity(load("voorbeeld"), "cover", [1])

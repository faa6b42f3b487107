"""What is lost without one person, or without all people of an organisation, a law or a kind."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.kernels._arrays import Groups
from netwerkanalyse.kernels.apart import Apart, apart_without_groups, apart_without_people
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.client.largest_losses import largest_losses
from netwerkanalyse.metrics.client.loss import BY
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level, empty_results
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.metrics.weighting import Weighting
from networks import Client, caseload_of, clients, plain, weightings, weights_of, zoo


def assert_loss(found, client, weighting, without):
    """Compare a row with the definitions."""
    rows = naive.robustness.given(client.supports, 0.5)
    needs, weights = weights_of(client, weighting)
    before = naive.cohesion.fragmentation(len(client.people), client.edges)
    after = naive.robustness.fragmentation_without(len(client.people), client.edges, without)
    expected = {
        "domains_weighed": len(needs),
        "coverage_loss": naive.robustness.coverage_loss(rows, needs, weights, without) if needs else None,
        "coverage_after": naive.robustness.coverage_without(rows, needs, weights, without) if needs else None,
        "domains_lost": naive.robustness.domains_lost(rows, needs, without),
        "people_left": len(client.people) - len(without),
        "fragmentation_change": None if after is None else after - before,
    }
    for name, value in expected.items():
        assert found[name] == pytest.approx(np.nan if value is None else value, nan_ok=True), name


def test_worked_example():
    """The friend hangs highest, the case manager who supports in two domains only third."""
    found = measure(load("voorbeeld"), ["loss"], level=Level.MEMBER)["coverage_loss"].droplevel("client")

    assert found.round(4).to_dict() == {
        "moeder": 0,
        "broer": 0,
        "vriend": 0.2,
        "casemanager": 0.0667,
        "begeleider": 0,
        "schuldhulp": 0.1,
        "huisarts": 0,
    }


@pytest.mark.parametrize(
    ("by", "who", "after"),
    [("law", "zvw", 0.5667), ("law", "wmo", 0.6), ("kind", "formal", 0.2667), ("organisation", "WMO-B", 0.7)],
)
def test_worked_example_by_group(by, who, after):
    """The values worked out by hand."""
    found = measure(load("voorbeeld"), ["loss"], level=Level.LOSS)

    assert found.loc[("voorbeeld", by, who), "coverage_after"] == pytest.approx(after, abs=5e-5)


def test_worked_example_of_the_client():
    """The largest loss is that of the friend; the mean is over all seven people."""
    found = measure(load("voorbeeld"), ["loss"]).loc["voorbeeld"]

    assert found["largest_loss"] == pytest.approx(0.2)
    assert found["mean_loss"] == pytest.approx((0.2 + 0.1 + 1 / 15) / 7)
    assert found["losses_unclear"] == 0


def test_largest_losses_are_named_in_order():
    """Equal losses stand in the order of the list, and nobody is named without a loss."""
    people = [{}, {}, {}, {}]
    needs = [{"domain": domain, "need": 1} for domain in ("housing", "work", "learning")]
    given = [(3, "housing", 1), (1, "work", 1), (2, "learning", 0.5)]
    supports = [{"member": m, "domain": d, "amount": a, "status": "happening"} for m, d, a in given]
    network = Network(caseload_of(Client("A", people, [], needs, supports), plain(2, [], "B")))

    found = largest_losses(network, top=3)

    assert found["member"].to_dict() == {("A", 1): "p1", ("A", 2): "p3", ("A", 3): "p2"}
    assert found["coverage_loss"].tolist() == pytest.approx([1 / 3, 1 / 3, 1 / 6])
    assert len(largest_losses(network, top=1)) == 1


@given(clients(), weightings)
def test_people_agree_with_the_definitions(client, weighting):
    """Kernel and definition agree for everybody around any small client, also where amounts are unknown."""
    cutoffs = Cutoffs(weighting=weighting)
    frame = measure(caseload_of(client), ["loss"], level=Level.MEMBER, cutoffs=cutoffs)

    for person, (_, row) in enumerate(frame.iterrows()):
        assert_loss(row, client, weighting, [person])


@given(clients())
def test_groups_agree_with_the_definitions(client):
    """Everybody of a group falls away at once; who has nothing noted is in no group."""
    frame = measure(caseload_of(client), ["loss"], level=Level.LOSS)
    expected = {
        ("K", by, person[by]): [at for at, other in enumerate(client.people) if other[by] == person[by]]
        for by in BY
        for person in client.people
        if person[by] is not None
    }

    assert frame.index.tolist() == list(expected)
    for key, without in expected.items():
        assert_loss(frame.loc[key], client, Weighting.EQUAL, without)


def test_an_unknown_amount_makes_only_its_supporters_unclear():
    """Who supports elsewhere has a loss that is known, although coverage afterwards is not."""
    supports = [
        {"member": 0, "domain": "housing", "amount": None, "status": "happening"},
        {"member": 1, "domain": "work", "amount": 1, "status": "happening"},
    ]
    needs = [{"domain": "housing", "need": 1}, {"domain": "work", "need": 1}]
    frame = measure(caseload_of(Client("K", [{}, {}], [], needs, supports)), ["loss"], level=Level.MEMBER)

    assert frame["coverage_loss"].isna().tolist() == [True, False]
    assert frame["coverage_after"].isna().tolist() == [False, True]
    assert frame["domains_lost"].tolist() == [1, 1]
    assert why_missing(frame)["coverage_loss"].iloc[0] == "amount_unknown"


def test_one_walk_gives_what_taking_everybody_out_gives():
    """The quick way for people and the plain way for groups agree: groups of one, on odd networks."""
    network = Network(caseload_of(*zoo().values()))
    start = network.people.start
    alone = Groups(start, start, np.arange(start[-1]) - np.repeat(start[:-1], np.diff(start)))
    quick, plain = (empty_results(Apart, int(start[-1])) for _ in range(2))
    apart_without_people.python(0, len(start) - 1, network.graph, quick)
    apart_without_groups.python(0, len(start) - 1, network.graph, alone, plain)

    for mine, yours in zip(quick, plain, strict=True):
        np.testing.assert_allclose(mine, yours, atol=1e-12)


def test_a_list_of_people_without_organisations_has_no_organisations():
    """No group is made of blanks."""
    frame = measure(caseload_of(plain(3, [])), ["loss"], level=Level.LOSS)

    assert frame.empty
    assert isinstance(frame.index, pd.MultiIndex)

"""Fair shares of network coverage."""

import numpy as np
import pytest
from hypothesis import given

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.kernels._arrays import Demand
from netwerkanalyse.kernels.shapley import Draws, Shares, shapley
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level, empty_results
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.metrics.weighting import Weighting, domain_weights
from networks import Client, caseload_of, clients, weightings, weights_of


def shares(caseload, **cutoffs):
    """The shares of everybody in a caseload."""
    return measure(caseload, ["shapley"], level=Level.MEMBER, cutoffs=Cutoffs(**cutoffs))


def test_worked_example():
    """The mother, without whom nothing is lost, adds two ninths of one need of five."""
    found = shares(load("voorbeeld")).droplevel("client")["fair_share"]

    assert found["moeder"] == pytest.approx(2 / 9 / 5)
    assert found["huisarts"] == pytest.approx(2 / 9 / 5)
    assert found["vriend"] == pytest.approx(0.2)
    assert found["broer"] == 0
    assert found.sum() == pytest.approx(0.7)


@given(clients(most=5), weightings)
def test_agrees_with_all_orders(client, weighting):
    """Exact shares are the mean over all orders; who supports where an amount is unknown has none."""
    needs, weights = weights_of(client, weighting)
    frame = shares(caseload_of(client), weighting=weighting).droplevel("client")
    if not needs:
        assert frame["fair_share"].isna().all()
        return
    expected = naive.robustness.fair_shares(naive.robustness.given(client.supports, 0.5), needs, weights)

    for person in range(len(client.people)):
        share = expected.get(person, 0.0)
        found = frame.loc[f"p{person}", "fair_share"]
        assert found == pytest.approx(np.nan if share is None else share, nan_ok=True)


def crowd(supporters, need=3.0):
    """A client with many supporters of one need, in hours."""
    supports = [
        {"member": at, "domain": "housing", "amount": 0.3 + 0.1 * (at % 5), "status": "happening"}
        for at in range(supporters)
    ]
    needs = [{"domain": "housing", "need": need}, {"domain": "work", "need": 2}]
    return Client("K", [{}] * supporters, [], needs, supports, attributes={"scale": "hours"})


def test_sampled_shares_are_near_the_exact_ones_and_add_up():
    """With more supporters than the cut-off, shares are estimated: they still add up, and the error says how near."""
    caseload = caseload_of(crowd(12))
    exact, sampled = shares(caseload), shares(caseload, exact_shapley=5)

    assert (exact["fair_share_se"] == 0).all()
    assert (sampled["fair_share_se"] > 0).all()
    assert sampled["fair_share"].sum() == pytest.approx(0.5)
    assert exact["fair_share"].sum() == pytest.approx(0.5)
    distance = (sampled["fair_share"] - exact["fair_share"]).abs() / sampled["fair_share_se"]
    assert distance.max() < 4


def test_more_orders_bring_the_estimate_nearer():
    """The standard error falls with the square root of the number of orders."""
    caseload = caseload_of(crowd(13))
    few, many = (shares(caseload, shapley_orders=orders)["fair_share_se"] for orders in (400, 6_400))

    assert (few / many).mean() == pytest.approx(4, rel=0.15)


def test_estimates_are_the_same_every_time():
    """The seed is fixed."""
    caseload = caseload_of(crowd(14))

    assert shares(caseload)["fair_share"].equals(shares(caseload)["fair_share"])


def test_compiled_and_plain_give_the_same_bits():
    """The compiler changes nothing but the time: exact and sampled."""
    network = Network(caseload_of(crowd(7)))
    demand = Demand(network.needs.need, domain_weights(network.needs, Weighting.EQUAL))
    for exact in (12, 3):
        results = [empty_results(Shares, 7) for _ in range(2)]
        for run, out in zip((shapley.python, shapley.compiled), results, strict=True):
            run(0, 1, network.people.start, network.supply(0.5), demand, Draws(exact, 50, 1), out)
        for mine, yours in zip(*results, strict=True):
            np.testing.assert_array_equal(mine, yours)

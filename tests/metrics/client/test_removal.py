"""Who would be missed most together."""

import pytest
from hypothesis import given

import naive
from netwerkanalyse.datasets import load, simulate
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level
from networks import Client, caseload_of, clients, weightings, weights_of


def removal(caseload, **cutoffs):
    """The rows of all clients."""
    return measure(caseload, ["removal"], level=Level.REMOVAL, cutoffs=Cutoffs(**cutoffs))


def test_worked_example():
    """One: the friend (a fifth). Two: with debt help another tenth. Three: with the case manager another fifteenth."""
    found = removal(load("voorbeeld")).droplevel("client")

    assert found["removal_loss"].tolist() == pytest.approx([0.2, 0.3, 0.3 + 1 / 15])
    assert found["removal_coverage"].tolist() == pytest.approx([0.5, 0.4, 0.4 - 1 / 15])
    assert found["removed"].tolist() == ["vriend", "vriend, schuldhulp", "vriend, casemanager, schuldhulp"]
    assert found["removal_domains"].tolist() == [5, 5, 5]


def test_one_at_a_time_is_said_to_be_no_more_than_that():
    """Without friend, case manager and begeleider more would be lost (.4667) than without the three that were found."""
    found = removal(load("voorbeeld")).droplevel("client")

    assert found["removal_exact"].tolist() == [True, True, False]
    assert found["removal_loss"].iloc[2] < 0.2 + 0.2 + 1 / 15


def test_two_who_make_up_for_each_other_are_found_together():
    """Neither is missed alone; without both a whole need is."""
    supports = [
        {"member": member, "domain": domain, "amount": 2.0, "status": "happening"}
        for member, domain in ((0, "housing"), (1, "housing"), (2, "work"), (3, "work"), (3, "leisure"))
    ]
    needs = [{"domain": "housing", "need": 2}, {"domain": "work", "need": 2}, {"domain": "leisure", "need": 0}]
    found = removal(caseload_of(Client("K", [{}] * 4, [], needs, supports))).droplevel("client")

    assert found["removal_loss"].tolist() == [0, 0.5, 0.5]
    assert found["removed"].tolist()[:2] == ["p0", "p0, p1"]


@given(clients(most=5), weightings)
def test_agrees_with_trying_all_groups(client, weighting):
    """The group, what it costs and what stays are those of the plain definition."""
    needs, weights = weights_of(client, weighting)
    rows = naive.robustness.given(client.supports, 0.5)
    frame = removal(caseload_of(client), weighting=weighting)
    unclear = {domain for _, domain, amount in rows if amount is None and domain in needs}

    assert len(frame) == min(3, len(client.people))
    assert (frame["removal_domains_unclear"] == len(unclear)).all()
    if unclear or not needs or sum(weights.values()) == 0:
        assert frame[["removal_loss", "removal_coverage"]].isna().all(axis=None)
        return
    for (_, size), row in frame.iterrows():
        group = naive.robustness.worst_removal(len(client.people), rows, needs, weights, size)
        now, then = (naive.robustness.coverage_without(rows, needs, weights, without) for without in ((), group))
        assert row["removed"] == ", ".join(f"p{person}" for person in group)
        assert row["removal_coverage"] == pytest.approx(then)
        assert row["removal_loss"] == pytest.approx(now - then)


def test_one_person_is_the_largest_loss_of_one():
    """With one person it is the largest of the losses of leaving one out."""
    caseload = simulate(40, seed=5).caseload
    one = removal(caseload, removed_people=1.0).droplevel("people_gone")["removal_loss"]
    largest = measure(caseload, ["loss"])["largest_loss"].reindex(one.index)
    both = one.notna() & largest.notna()

    assert both.any()
    assert one[both].to_numpy() == pytest.approx(largest[both].to_numpy())

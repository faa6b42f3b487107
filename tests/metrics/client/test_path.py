"""What happens when support ends as planned."""

from datetime import timedelta

import pandas as pd
import pytest

from netwerkanalyse.metrics.client.path import planned_path
from netwerkanalyse.metrics.network import Network
from networks import TODAY, Client, caseload_of, plain


def on(days):
    """A day counted from today."""
    return TODAY + timedelta(days=days)


def support(member, domain, amount, end=None, start=None, status="happening"):
    """Support with an end that is still to come."""
    days = {"start": start and on(start), "end": end and on(end)}
    return {"member": member, "domain": domain, "amount": amount, "status": status, **days}


def path(*supports, people=None, needs=(("housing", 2), ("work", 1))):
    """The path of one client, by the number of days from today."""
    rows = [{"domain": domain, "need": need} for domain, need in needs]
    client = Client("K", people or [{}] * 4, [], rows, list(supports), attributes={"reference_date": TODAY})
    frame = planned_path(Network(caseload_of(client))).droplevel("client")
    frame.index = [(day.date() - TODAY).days for day in frame.index]
    return frame


def test_every_end_is_seen_in_order():
    """Coverage after each end; the first day with a gap that is not there now is marked."""
    found = path(
        support(0, "housing", 2),
        support(1, "housing", 1, end=10),
        support(2, "work", 1, end=30),
        support(0, "work", 0.5, end=20),
    )

    assert found.index.tolist() == [10, 20, 30]
    assert found["supports_ending"].tolist() == [1, 1, 1]
    assert found["network_coverage"].tolist() == [1, 1, 0.5]
    assert found["coverage_change"].tolist() == [0, 0, -0.5]
    assert found["new_absent"].tolist() == [0, 0, 1]
    assert found["first_new_gap"].tolist() == [False, False, True]


def test_less_than_enough_is_a_new_gap_once():
    """A need that falls short counts as short; only the first day is the first."""
    found = path(support(0, "housing", 1), support(1, "housing", 1, end=5), support(2, "work", 1, end=9))

    assert found["new_short"].tolist() == [1, 1]
    assert found["new_absent"].tolist() == [0, 1]
    assert found["first_new_gap"].tolist() == [True, False]


def test_a_gap_of_today_is_not_new():
    """What is short now and stays short is no news; what was short and is gone altogether is."""
    found = path(support(0, "work", 0.5), support(1, "work", 0.5, end=5), support(2, "housing", 1, end=9))

    assert found["new_short"].tolist() == [1, 1]
    assert found["new_absent"].tolist() == [0, 1]


def test_a_gap_that_becomes_smaller_is_not_new():
    """Nobody supports with work now; half of what is needed begins before the first end."""
    found = path(support(0, "housing", 2), support(1, "housing", 1, end=5), support(2, "work", 0.5, start=3))

    assert found.loc[5, ["new_absent", "new_short", "first_new_gap"]].tolist() == [0, 0, False]


def test_support_that_begins_in_time_prevents_a_gap():
    """The tables are seen as they will be on that day, with what is to begin by then."""
    found = path(support(0, "housing", 2, end=10), support(1, "housing", 2, start=10), support(2, "work", 1))

    assert found["network_coverage"].tolist() == [1]
    assert not found["first_new_gap"].any()


def test_somebody_who_leaves_takes_their_support_along():
    """The end of a person is an end of their support."""
    found = path(support(0, "housing", 2), support(1, "work", 1), people=[{"end": on(7)}, {}])

    assert found.index.tolist() == [7]
    assert found["supports_ending"].tolist() == [1]
    assert found["new_absent"].tolist() == [1]


def test_without_dates_there_is_no_path():
    """No end, or no reference date: nothing to follow."""
    client = Client("K", [{}], [], [{"domain": "work", "need": 1}], [support(0, "work", 1, end=5)])

    assert planned_path(Network(caseload_of(client, plain(2, [], "L")))).empty


@pytest.mark.parametrize("first", ["A", "B"])
def test_clients_do_not_touch_each_other(first):
    """Two clients with other dates each follow their own path."""
    ends = {"A": 3, "B": 8}
    order = sorted(ends, reverse=first == "B")
    clients = [
        Client(
            name,
            [{}],
            [],
            [{"domain": "work", "need": 1}],
            [support(0, "work", 1, end=ends[name])],
            attributes={"reference_date": TODAY},
        )
        for name in order
    ]

    found = planned_path(Network(caseload_of(*clients)))

    assert found.index.tolist() == [(name, pd.Timestamp(on(ends[name]))) for name in order]
    assert found["network_coverage"].tolist() == [0, 0]

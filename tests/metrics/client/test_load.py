"""What contact gives and costs, and what is asked of people."""

import pandas as pd
import pytest
from hypothesis import given

import naive
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.weighting import Weighting
from networks import Client, caseload_of, clients, weightings, weights_of
from tables import agree, missing_has_a_reason


def loads(client, level, **cutoffs):
    """The table of load of one client."""
    frame = measure(caseload_of(client), ["load"], level=level, cutoffs=Cutoffs(**cutoffs))
    assert missing_has_a_reason(frame)
    return frame.droplevel("client") if level is Level.MEMBER else frame.iloc[0]


def giving(*people, need=2):
    """A client with people who each give some amount in work; the amount stands with the person."""
    traits = [{name: value for name, value in person.items() if name != "amount"} for person in people]
    supports = [
        {"member": i, "domain": "work", "amount": person["amount"], "status": "happening"}
        for i, person in enumerate(people)
        if "amount" in person
    ]
    return Client("K", traits, [], [{"domain": "work", "need": need}], supports)


@pytest.mark.parametrize(
    ("helping", "hindering", "expected"),
    [
        (2, 0, "only_support"),
        (2, 1, "mixed"),
        (0, 3, "only_burden"),
        (0, 0, "neutral"),
        (None, 3, None),
        (3, None, None),
    ],
)
def test_classes_of_contact(helping, hindering, expected):
    """Two scores beside each other; helping much does not undo what a contact costs."""
    found = loads(giving({"helping": helping, "hindering": hindering}), Level.MEMBER).loc["p0"]

    agree(found, {"relation_class": expected, "helping": helping, "hindering": hindering})


@pytest.mark.parametrize(
    ("amount", "capacity", "expected"),
    [
        (2, 3, {"asked": 2, "over_capacity": False, "spare_capacity": 1}),
        (2, 2, {"over_capacity": False, "spare_capacity": 0}),
        (2, 1, {"over_capacity": True, "spare_capacity": 0}),
        (2, None, {"asked": 2, "over_capacity": None, "spare_capacity": None}),
        (None, 3, {"asked": None, "asked_low": 0, "asked_without_amount": 1, "over_capacity": None}),
    ],
)
def test_what_is_asked_against_capacity(amount, capacity, expected):
    """Nobody knows is not enough room."""
    agree(loads(giving({"amount": amount, "capacity": capacity}), Level.MEMBER).loc["p0"], expected)


def test_too_much_is_too_much_even_when_more_is_unknown():
    """The known part alone is above capacity."""
    client = giving({"amount": 2, "capacity": 1})
    client.supports.append({"member": 0, "domain": "housing", "amount": None, "status": "happening"})

    agree(loads(client, Level.MEMBER).loc["p0"], {"over_capacity": True, "asked": None})


def test_planned_support_is_asked_in_full():
    """It counts for half as support, but the person is asked for all of it."""
    client = giving({"amount": 2, "capacity": 1})
    client.supports[0]["status"] = "planned"

    agree(loads(client, Level.MEMBER).loc["p0"], {"asked": 2, "over_capacity": True})


def test_who_supports_in_no_domain_is_asked_nothing():
    """Nothing asked is zero, not unknown."""
    agree(loads(giving({"capacity": 1}), Level.MEMBER).loc["p0"], {"asked": 0, "spare_capacity": 1})


def test_heavy_burden_starts_at_nine():
    """EDIZ-plus of 9 and more; not taken is not light."""
    found = loads(giving({"burden": 8}, {"burden": 9}, {}), Level.MEMBER)["heavy_burden"]

    assert found.tolist() == [False, True, pd.NA]


def test_sums_and_shares():
    """Shares are over the people of whom both were asked; the load is the sum of what contacts cost."""
    people = [
        {"helping": 3, "hindering": 2},
        {"helping": 0, "hindering": 1},
        {"helping": 1, "hindering": 0},
        {"helping": 1, "hindering": 0},
        {"hindering": 3},
        {},
    ]

    agree(
        loads(giving(*people), Level.CLIENT),
        {
            "relations_asked": 4,
            "mixed_share": 0.25,
            "only_burden_share": 0.25,
            "hindering_asked": 5,
            "stress_load": 6,
        },
    )


def tense(*rows, all_asked=True):
    """The load of three people between whom tension is, or is not."""
    client = Client("K", [{}, {}, {}], [(1, 2, "yes", None)], all_asked=all_asked)
    ties = caseload_of(client).ties
    more = pd.DataFrame(
        [{"client": "K", "source": f"p{a}", "target": f"p{b}", "kind": "tension", "present": x} for a, b, x in rows]
    )
    frame = measure(caseload_of(client).with_tables(ties=pd.concat([ties, more])), ["load"])
    assert missing_has_a_reason(frame)
    return frame


@pytest.mark.parametrize(
    ("rows", "all_asked", "ties", "asked"),
    [
        ([], True, None, 0),
        ([], False, None, 0),
        ([(0, 1, "yes")], True, 1, 3),
        ([(0, 1, "yes")], False, 1, 1),
        ([(0, 1, "no")], True, 0, 3),
        ([(0, 1, "yes"), (0, 2, "unknown")], True, 1, 2),
        ([(0, 1, "unknown")], False, None, 0),
    ],
)
def test_tension_that_nobody_asked_about_is_not_absent(rows, all_asked, ties, asked):
    """Contacts say nothing of tension; once a pair is listed with it, silence about another is an answer or is not."""
    found = tense(*rows, all_asked=all_asked)

    agree(found.iloc[0], {"tension_ties": ties, "tension_asked": asked, "tension_unknown": 3 - asked})
    assert (why_missing(found)["tension_ties"].item() == "tension_not_asked") == (ties is None)


def test_dependence_follows_the_amounts():
    """Who gives three quarters of what covers a need, and costs strength, is three quarters of the coverage."""
    client = giving({"amount": 3, "hindering": 1}, {"amount": 1, "hindering": 0}, need=2)
    half = giving({"amount": 1, "hindering": 1}, need=2)
    half.needs.append({"domain": "housing", "need": 1})
    half.supports.append({"member": 1, "domain": "housing", "amount": 2, "status": "happening"})
    half.people.append({"hindering": 0})

    assert loads(client, Level.CLIENT)["stress_dependence"] == 0.75
    assert loads(half, Level.CLIENT)["stress_dependence"] == pytest.approx(0.5 / 1.5)
    assert loads(half, Level.CLIENT, weighting=Weighting.NEED)["stress_dependence"] == pytest.approx(1 / 2)


def test_dependence_has_bounds_when_nobody_asked_what_contact_costs():
    """Unknown is not zero, and not one."""
    found = loads(giving({"amount": 1, "hindering": 1}, {"amount": 1}), Level.CLIENT)

    agree(found, {"stress_dependence": None, "stress_dependence_low": 0.5, "stress_dependence_high": 1})


def test_reasons():
    """Who reads that something is missing reads why."""
    empty = why_missing(measure(caseload_of(giving({})), ["load"])).iloc[0]
    blank = why_missing(measure(caseload_of(giving({"amount": None})), ["load"])).iloc[0]

    nobody_asked = why_missing(measure(caseload_of(Client("K", [{}])), ["load"])).iloc[0]

    assert empty["stress_dependence"] == "no_need_met"
    assert nobody_asked["stress_dependence"] == "no_known_need"
    assert blank["stress_dependence"] == "amount_unknown"
    assert empty["stress_load"] == "hindering_not_asked"


@given(clients(), weightings)
def test_agrees_with_the_definitions(client, weighting):
    """Kernel and definition agree on every person and on the whole of any small client."""
    members, found = loads(client, Level.MEMBER), loads(client, Level.CLIENT, weighting=weighting)
    asked = naive.robustness.given(client.supports, 1)
    classes, over = [], []

    for at, person in enumerate(client.people):
        amounts = [amount for who, _, amount in asked if who == at]
        known = sum(amount or 0 for amount in amounts)
        too_much = naive.load.over_capacity(amounts, person["capacity"])
        total = None if None in amounts else known
        classes.append(naive.load.relation(person["helping"], person["hindering"]))
        over += [too_much] if person["kind"] == "informal" else []
        expected = {
            "relation_class": classes[-1],
            "asked": total,
            "asked_low": known,
            "asked_without_amount": amounts.count(None),
            "over_capacity": too_much,
            "spare_capacity": None if too_much is None else 0 if too_much else person["capacity"] - known,
            "heavy_burden": None if person["burden"] is None else person["burden"] >= 9,
        }
        agree(members.loc[f"p{at}"], expected)

    costs = [person["hindering"] for person in client.people]
    known = [cost for cost in costs if cost is not None]
    people = len(classes) - classes.count(None)
    needs, weights = weights_of(client, weighting)
    surely = {at for at, cost in enumerate(costs) if cost}
    perhaps = surely | {at for at, cost in enumerate(costs) if cost is None}
    rows = naive.robustness.given(client.supports, 0.5)
    low, high = (naive.load.stress_dependence(rows, needs, weights, who) for who in (surely, perhaps))
    agree(
        found,
        {
            "relations_asked": people,
            **{f"{name}_people": classes.count(name) for name in ("only_support", "mixed", "only_burden", "neutral")},
            "mixed_share": classes.count("mixed") / people if people else None,
            "only_burden_share": classes.count("only_burden") / people if people else None,
            "hindering_asked": len(known),
            "stress_load": sum(known) if known else None,
            "stress_dependence_low": low,
            "stress_dependence_high": high,
            "stress_dependence": low if low == high else None,
            "informal_over_capacity": over.count(True),
            "informal_capacity_unknown": over.count(None),
        },
    )

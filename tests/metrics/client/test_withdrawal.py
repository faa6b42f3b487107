"""What stays without formal help, and who could be spared together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.kernels._arrays import Demand
from netwerkanalyse.kernels.withdrawal import Helpers, Limits, Withdrawal, withdrawal
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.client.withdrawal import safe_withdrawal
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.metrics.weighting import Weighting, domain_weights
from netwerkanalyse.model.vocabulary import KIND
from networks import Client, caseload_of, clients, zoo


def test_worked_example():
    """The values worked out by hand."""
    caseload = load("voorbeeld")
    found = measure(caseload, ["withdrawal"]).loc["voorbeeld"]

    assert found["coverage_without_formal"] == pytest.approx(0.2667, abs=5e-5)
    assert found["self_reliance"] == pytest.approx(0.381, abs=5e-4)
    assert found["safe_withdrawal"] == 2
    assert found["safe_withdrawal_amount"] == 3
    assert found["withdrawal_exact"]
    assert safe_withdrawal(Network(caseload))["amount"].to_dict() == {
        ("voorbeeld", "begeleider"): 2,
        ("voorbeeld", "huisarts"): 1,
    }


def test_a_protected_role_stays():
    """With the general practitioner protected, the support worker is left."""
    caseload = load("voorbeeld")
    members = caseload.members.assign(protected_role=lambda frame: frame["member"] == "huisarts")

    found = safe_withdrawal(Network(caseload.with_tables(members=members)))

    assert found.index.get_level_values("member").tolist() == ["begeleider"]


def helpers(*amounts, kind="formal", need=2.0, **more):
    """People who all support in housing."""
    supports = [{"member": at, "domain": "housing", "amount": amount} for at, amount in enumerate(amounts)]
    people = [{"kind": kind, **more} for _ in amounts]
    return Client("K", people, [], [{"domain": "housing", "need": need}], supports)


def spared(client, **cutoffs):
    """Who could be spared."""
    return safe_withdrawal(Network(caseload_of(client)), Cutoffs(**cutoffs)).index.get_level_values("member").tolist()


def test_more_people_before_more_support():
    """Two small supports rather than one large one; of equal sizes the most support, then the first on the list."""
    assert spared(helpers(2.0, 1.0, 1.0)) == ["p1", "p2"]
    assert spared(helpers(1.0, 2.0, 2.0, need=3)) == ["p1"]
    assert spared(helpers(1.0, 1.0, 1.0)) == ["p0"]


def test_a_need_that_is_short_already_loses_nobody():
    """Nothing is taken from a need that is not covered."""
    assert spared(helpers(0.5, 0.5)) == []


def test_support_without_a_known_need_is_not_judged():
    """Unknown is not zero: who supports there may be needed."""
    client = helpers(1.0, need=None)
    found = measure(caseload_of(client), ["withdrawal"]).loc["K"]

    assert spared(client) == []
    assert found["formal_helpers_unjudged"] == found["formal_helpers"] == 1


def test_what_it_would_ask_of_naasten_is_shown():
    """The naasten who go on in a domain that somebody leaves are counted, with what they can bear."""
    client = helpers(2.0, 1.0, 1.0, 1.0)
    client.people[1:] = [
        {"kind": "informal", "capacity": 0.5},
        {"kind": "informal", "capacity": 2},
        {"kind": "informal", "capacity": None},
    ]
    found = measure(caseload_of(client), ["withdrawal"]).loc["K"]

    assert found["safe_withdrawal"] == 1
    assert found["carers_relied_on"] == 3
    assert found["carers_over_capacity"] == 1
    assert found["carers_capacity_unknown"] == 1


def test_somebody_of_unknown_kind_makes_self_reliance_unknown():
    """Whether it is informal support decides."""
    frame = measure(caseload_of(helpers(1.0, kind=None)), ["withdrawal"])

    assert why_missing(frame).loc["K", "self_reliance"] == "amount_or_kind_unknown"


@given(clients(), st.sampled_from([1.0, 0.6]))
def test_agrees_with_all_subsets(client, covered):
    """The search finds the best of all safe sets, and coverage without professionals is that of the definition."""
    rows = naive.robustness.given(client.supports, 0.5)
    needs = {need["domain"]: need["need"] for need in client.needs}
    supporters = {person for person, _, _ in rows}
    formal = [at for at in sorted(supporters) if client.people[at]["kind"] == "formal"]
    free = [at for at in formal if client.people[at]["protected_role"] != "yes"]
    best = naive.robustness.safe_withdrawal(free, rows, needs, covered)

    found = measure(caseload_of(client), ["withdrawal"], cutoffs=Cutoffs(enough=covered)).loc["K"]

    assert spared(client, enough=covered) == [f"p{at}" for at in best]
    assert found["safe_withdrawal"] == len(best)
    assert found["formal_helpers"] == len(formal)
    assert found["formal_helpers_unjudged"] == sum(unjudged(at, rows, needs, covered) for at in formal)
    assert_informal(found, client, rows, {domain: need for domain, need in needs.items() if need})


def unjudged(person, rows, needs, covered):
    """Whether somebody supports where the need is unknown, or where unknown amounts could make the difference."""
    for _, domain, _ in (row for row in rows if row[0] == person):
        amounts = [amount for _, where, amount in rows if where == domain]
        need = needs.get(domain)
        if need is None or (need > 0 and None in amounts and sum(one or 0 for one in amounts) < covered * need):
            return True
    return False


def assert_informal(found, client, rows, needs):
    """Compare coverage without professionals with the definition; support of unknown kind may be any."""
    kinds = [person["kind"] for person in client.people]
    theirs = [
        (person, domain, None if kinds[person] is None else amount)
        for person, domain, amount in rows
        if kinds[person] != "formal"
    ]
    equal = dict.fromkeys(needs, 1)
    informal = naive.robustness.coverage_without(theirs, needs, equal) if needs else None
    now = naive.robustness.coverage_without(rows, needs, equal) if needs else None
    assert found["coverage_without_formal"] == pytest.approx(np.nan if informal is None else informal, nan_ok=True)
    ratio = informal / now if now and informal is not None else np.nan
    assert found["self_reliance"] == pytest.approx(ratio, nan_ok=True)


@given(clients())
def test_a_greedy_set_is_safe_and_labelled(client):
    """Above the cut-off the set need not be the largest, but it is safe."""
    found = measure(caseload_of(client), ["withdrawal"], cutoffs=Cutoffs(exact_withdrawal=0)).loc["K"]
    chosen = [int(member[1:]) for member in spared(client, exact_withdrawal=0)]
    needs = {need["domain"]: need["need"] for need in client.needs}

    assert naive.robustness.is_safe(naive.robustness.given(client.supports, 0.5), needs, chosen, 1.0)
    assert found["safe_withdrawal"] == len(chosen)
    assert found["withdrawal_exact"] == (not chosen)


def test_compiled_and_plain_give_the_same_bits():
    """The compiler changes nothing but the time: searched and greedy."""
    crowd = helpers(0.5, 1.0, 0.5, 2.0, 1.0, 0.5, 3.0, need=3)
    crowd.name = "crowd"
    network = Network(caseload_of(crowd, *zoo().values()))
    demand = Demand(network.needs.need, domain_weights(network.needs, Weighting.EQUAL))
    people, clients_ = len(network.people.row), len(network.caseload)
    nobody = np.zeros(people, dtype=bool)
    who = Helpers(network.people.start, network.of_people("kind"), nobody, np.full(people, np.nan))
    assert (who.kind[:7] == KIND.position["formal"]).all()
    for exact in (15, 2):
        results = [
            Withdrawal(*(np.full(people if name == "withdrawn" else clients_, np.nan) for name in Withdrawal._fields))
            for _ in range(2)
        ]
        for run, out in zip((withdrawal.python, withdrawal.compiled), results, strict=True):
            run(0, clients_, network.supply(0.5), demand, who, Limits(1.0, exact), out)
        for mine, yours in zip(*results, strict=True):
            np.testing.assert_array_equal(mine, yours)

"""On whom coverage hangs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.model.vocabulary import DOMAIN
from networks import Client, caseload_of, clients, crowded_clients
from tables import agree, missing_has_a_reason

BLANK = dict.fromkeys(["kind", "organisation", "law", "hindering", "burden"])


def fragility(caseload, **cutoffs):
    """The table of fragility of one client."""
    frame = measure(caseload, ["fragility"], level=Level.DOMAIN, cutoffs=Cutoffs(**cutoffs))
    assert missing_has_a_reason(frame)
    return frame.droplevel("client")


def carried_by(*people, need=2, scale="level"):
    """A client with a domain carried by people, each a dict with an amount and traits."""
    supports = [
        {"member": i, "domain": "work", "amount": person["amount"], "status": "happening"}
        for i, person in enumerate(people)
    ]
    traits = [{name: value for name, value in person.items() if name != "amount"} for person in people]
    client = Client("K", traits, [], [{"domain": "work", "need": need}], supports, attributes={"scale": scale})
    return caseload_of(client)


def carried(*people, need=2, scale="level", **cutoffs):
    """The fragility of that domain."""
    return fragility(carried_by(*people, need=need, scale=scale), **cutoffs).loc["work"]


def informal(amount, **traits):
    """A naaste."""
    return {"amount": amount, "kind": "informal"} | traits


def formal(amount, **traits):
    """A professional."""
    return {"amount": amount, "kind": "formal"} | traits


def test_worked_example():
    """Effective supporters 2.667 and 1.8; losing the case manager or the friend breaks a domain."""
    found = fragility(load("voorbeeld"))

    assert found["effective_supporters"].round(3).dropna().to_dict() == {
        "mental_health": 2.667,
        "social_relations": 1,
        "housing": 1.8,
    }
    assert found["drop_out_tolerance"].dropna().to_dict() == {"mental_health": 1, "social_relations": 1, "housing": 2}
    assert found.loc["housing", "formal_only"]
    assert found.loc["social_relations", "informal_only"]
    assert measure(load("voorbeeld"), ["fragility"])["fragile_domains"].item() == 2


def test_only_what_is_covered_can_be_fragile():
    """A gap is not fragile, and neither is what may be a gap."""
    agree(carried(informal(1)), {"covering_people": 0, "drop_out_tolerance": None, "single_supporter": None})
    agree(carried(informal(1), informal(None)), {"covering_people": 0, "fragile": None})
    agree(carried(informal(2), need=None), {"enough_support": None, "covering_people": 0, "fragile": None})
    agree(carried(informal(2), need=0), {"enough_support": 0, "covering_people": 0, "fragile": None})


@pytest.mark.parametrize(("need", "reason"), [(None, "need_unknown"), (0, "no_need"), (3, "not_covered")])
def test_the_most_fundamental_reason_comes_first(need, reason):
    """A need nobody asked about, then no need, and only then too little support."""
    reasons = why_missing(measure(carried_by(informal(2), need=need), ["fragility"], level=Level.DOMAIN))

    assert reasons.loc[("K", "work"), ["drop_out_tolerance", "fragile"]].tolist() == [reason] * 2


@pytest.mark.parametrize(
    ("amounts", "need", "tolerance"),
    [([3], 3, 1), ([1, 1], 1, 2), ([3, 1, 1], 2, 2), ([3, 0.5, 0.5], 2, 1), ([1, 1, 1], 1, 3), ([2, 2, 0.5], 2, 2)],
)
def test_drop_out_tolerance(amounts, need, tolerance):
    """The largest go first."""
    assert carried(*(informal(amount) for amount in amounts), need=need)["drop_out_tolerance"] == tolerance


def test_drop_out_with_an_unknown_amount_has_a_lower_bound():
    """Two people give enough each; a third may give anything."""
    found = carried(informal(2), informal(2), informal(None))

    agree(found, {"drop_out_tolerance": None, "drop_out_low": 2, "effective_supporters": None})


def test_a_lower_cut_off_makes_coverage_less_fragile():
    """When half is enough, one of two may drop out."""
    assert carried(informal(1), informal(1))["drop_out_tolerance"] == 1
    assert carried(informal(1), informal(1), enough=0.5)["drop_out_tolerance"] == 2


def test_decimal_hours_do_not_break():
    """0.9 hours minus 0.7 hours is enough for 0.2 hours, whatever the last bits say."""
    found = carried(informal(0.7), informal(0.1), informal(0.1), need=0.2, scale="hours")

    assert found["drop_out_tolerance"] == 2


@pytest.mark.parametrize(
    ("people", "single"),
    [
        ([formal(1, organisation="A"), formal(1, organisation="A")], True),
        ([formal(1, organisation="A"), formal(1, organisation="B")], False),
        ([formal(1, organisation="A"), informal(1)], False),
        ([formal(1, organisation="A"), informal(1, organisation="A")], False),
        ([formal(1, organisation="A"), {"amount": 1, "kind": "peer", "organisation": "A"}], True),
        ([formal(1, organisation="A"), formal(1)], None),
        ([formal(1, organisation="A"), formal(1, organisation="B"), formal(1)], False),
        ([formal(1, organisation="A"), {"amount": 1, "organisation": "A"}], None),
        ([formal(2)], True),
        ([informal(2)], False),
        ([{"amount": 2}], None),
    ],
)
def test_single_organisation(people, single):
    """A blank organisation is unknown, not another one; one professional is of one organisation."""
    agree(carried(*people), {"single_organisation": single})
    laws = [{"law" if name == "organisation" else name: v for name, v in one.items()} for one in people]
    agree(carried(*[one | ({"law": LAWS[one["law"]]} if "law" in one else {}) for one in laws]), {"single_law": single})


LAWS = {"A": "zvw", "B": "wmo"}


def test_effective_organisations():
    """Amounts of one organisation add up; every naaste stands for themselves."""
    naasten = carried(informal(1), informal(1))
    one = carried(formal(1, organisation="A"), formal(1, organisation="A"), informal(1))
    blank = carried(formal(1, organisation="A"), formal(1))

    assert one["effective_organisations"] == pytest.approx(9 / 5)
    assert naasten["effective_organisations"] == naasten["effective_laws"] == 2
    agree(blank, {"effective_organisations": None, "effective_supporters": 2})


@pytest.mark.parametrize(
    ("people", "dependent"),
    [
        ([informal(2, hindering=1), informal(1, hindering=0)], True),
        ([informal(2, hindering=0), informal(1, hindering=1)], False),
        ([informal(2), informal(1, hindering=0)], None),
        ([informal(2, hindering=0), informal(1)], False),
        ([informal(2, hindering=1), informal(None, hindering=0)], None),
    ],
)
def test_stress_dependent(people, dependent):
    """Too little is left without those whose contact costs strength."""
    agree(carried(*people), {"stress_dependent": dependent})


@pytest.mark.parametrize(
    ("people", "overburdened", "fragile"),
    [
        ([informal(2, burden=9), informal(2, burden=0)], True, True),
        ([informal(2, burden=8), informal(2, burden=0)], False, False),
        ([informal(2), informal(2, burden=0)], None, None),
        ([informal(2, burden=15), formal(2)], False, False),
        ([{"amount": 2, "burden": 15}, informal(2, burden=0)], None, None),
        ([informal(2)], None, True),
    ],
)
def test_overburdened_naasten_make_fragile(people, overburdened, fragile):
    """From 9 on EDIZ-plus, when only naasten support; whatever the number of people."""
    agree(carried(*people), {"informal_overburdened": overburdened, "fragile": fragile})


def test_reasons():
    """Who reads that something is missing reads why."""
    client = Client(
        "K",
        [{"kind": "formal"}, {"kind": "formal"}],
        [],
        [{"domain": "work", "need": 1}],
        [{"member": i, "domain": "work", "amount": 1, "status": "happening"} for i in range(2)],
    )
    reasons = why_missing(measure(caseload_of(client), ["fragility"], level=Level.DOMAIN))

    assert reasons.loc[("K", "work"), "single_law"] == "law_unknown"
    assert reasons.loc[("K", "work"), "stress_dependent"] == "hindering_or_amount_unknown"
    assert reasons.loc[("K", "housing"), "single_law"] == "need_unknown"


@given(crowded_clients().map(lambda drawn: drawn[0]) | clients(most=5), st.sampled_from([1.0, 0.5]))
def test_agrees_with_the_definitions(client, share):
    """Kernel and definition agree on every domain of any small client."""
    caseload = caseload_of(client)
    found = fragility(caseload, enough=share)
    rows, needs = naive.robustness.given(client.supports, 0.5), {need["domain"]: need["need"] for need in client.needs}

    for domain in DOMAIN.names:
        agree(found.loc[domain], expected_of(client, rows, domain, needs.get(domain), share))
    counts, covered = (
        measure(caseload, ["fragility"], cutoffs=Cutoffs(enough=share)).iloc[0],
        found["covering_people"] > 0,
    )
    agree(
        counts,
        {
            "domains_that_can_break": covered.sum(),
            "fragile_domains": found["fragile"].sum(),
            "fragile_domains_unknown": found.loc[covered, "fragile"].isna().sum(),
        },
    )


def expected_of(client, rows, domain, need, share):
    """What the definitions say of a domain."""
    if not need or naive.robustness.met(rows, domain, share * need) != 1:
        return {"covering_people": 0, "drop_out_tolerance": None, "fragile": None}
    there = naive.coverage.in_domain(rows, domain)
    people = [BLANK | client.people[person] for person in there]
    known = [sum(amount or 0 for amount in amounts) for amounts in there.values()]
    amounts = [None if None in amounts else sum(amounts) for amounts in there.values()]
    exact, one = None not in amounts, len(people) == 1
    kinds = [person["kind"] for person in people]
    low = naive.fragility.drop_out_tolerance(known, share * need)
    tolerance = low if exact or one else None
    alone = None if tolerance is None and low == 1 else tolerance == 1
    overburdened = naive.fragility.overburdened(people, 9)
    expected = {
        "covering_people": len(people),
        "drop_out_tolerance": tolerance,
        "drop_out_low": low,
        "effective_supporters": naive.fragility.effective(known, range(len(known))) if exact else 1 if one else None,
        "single_supporter": one,
        "formal_only": naive.coverage.all_of([None if kind is None else kind == "formal" for kind in kinds]),
        "informal_only": naive.coverage.all_of([None if kind is None else kind == "informal" for kind in kinds]),
        "stress_dependent": naive.fragility.stress_dependent(people, list(there.values()), share * need),
        "informal_overburdened": overburdened,
        "fragile": naive.coverage.any_of([alone, overburdened]),
    }
    for name in ("organisation", "law"):
        sources = naive.fragility.sources(people, name)
        spread = naive.fragility.effective(known, sources) if exact and None not in sources else None
        expected[f"effective_{name}s"] = 1 if one else spread
        expected[f"single_{name}"] = naive.fragility.in_all_worlds(people, name, naive.fragility.from_one_group)
    return expected

"""Need, supply and coverage."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.catalogue import why_missing
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.weighting import Weighting
from netwerkanalyse.model.vocabulary import DOMAIN, KIND
from networks import Client, caseload_of, clients, weightings, weights_of
from tables import agree, missing_has_a_reason

COVERED = ["mental_health", "housing", "finances", "social_relations", "work"]


def domains(client, **cutoffs):
    """The table of life domains of one client."""
    frame = measure(caseload_of(client), ["coverage"], level=Level.DOMAIN, cutoffs=Cutoffs(**cutoffs))
    assert missing_has_a_reason(frame)
    return frame.droplevel("client")


def supported(*amounts, need=2, **support):
    """A client with a need in work and a supporter for every amount."""
    rows = [
        {"member": i, "domain": "work", "amount": a, "status": "happening"} | support for i, a in enumerate(amounts)
    ]
    return Client("K", [{} for _ in amounts], [], [{"domain": "work", "need": need}], rows)


def test_worked_example():
    """Coverage per domain 1, 1, .5, 1, 0 and .7 over all; nothing is known of physical health."""
    found = measure(load("voorbeeld"), ["coverage"], level=Level.DOMAIN).droplevel("client")
    client = measure(load("voorbeeld"), ["coverage"]).loc["voorbeeld"]

    assert found.loc[COVERED, "coverage"].tolist() == [1, 1, 0.5, 1, 0]
    assert found.loc[COVERED, "supply"].tolist() == [4, 3, 1, 2, 0]
    assert found.loc["mental_health", ["informal_supply", "formal_supply"]].tolist() == [1, 3]
    assert found.loc["mental_health", ["informal_supporters", "formal_supporters"]].tolist() == [1, 2]
    assert not found.loc["physical_health", "need_known"]
    assert client["network_coverage"] == pytest.approx(0.70)
    assert client[["domains_known", "domains_unknown", "domains_with_need", "domains_covered"]].tolist() == [6, 7, 5, 3]


@pytest.mark.parametrize(
    ("weighting", "coverage"),
    [(Weighting.EQUAL, 3.5 / 5), (Weighting.NEED, (3 + 1 + 2 * 0.5 + 2) / 10), (Weighting.PRIORITY, 3.5 / 5)],
)
def test_weights(weighting, coverage):
    """Domains count equally, by need, or by priority, which is 1 when blank."""
    found = measure(load("voorbeeld"), ["coverage"], cutoffs=Cutoffs(weighting=weighting))

    assert found["network_coverage"].item() == pytest.approx(coverage)


def test_priority_zero_weighs_nothing():
    """When every domain with a need has priority 0, there is nothing to average."""
    client = supported(1)
    client.needs[0]["priority"] = 0
    found = measure(caseload_of(client), ["coverage"], cutoffs=Cutoffs(weighting=Weighting.PRIORITY))

    assert found["network_coverage"].isna().all()
    assert why_missing(found)["network_coverage_low"].item() == "no_weight"


def test_planned_support_counts_in_part():
    """What is planned counts for half, or for what the cut-off says; nominally it is all there."""
    client = supported(1, status="planned")

    assert domains(client).loc["work", ["supply", "effective_supply", "coverage"]].tolist() == [1, 0.5, 0.25]
    assert domains(client, planned_fit=1).loc["work", "coverage"] == 0.5
    assert domains(client, planned_fit=0).loc["work", ["coverage", "supporters"]].tolist() == [0, 0]


@pytest.mark.parametrize("how", [{"status": "ended"}, {"status": "refused"}, {"direction": "from_client"}])
def test_what_does_not_reach_the_client_does_not_count(how):
    """Support that ended or was refused, and support by the client."""
    assert domains(supported(2, **how)).loc["work", ["supply", "supporters"]].tolist() == [0, 0]


def test_an_unknown_amount_is_not_zero():
    """Coverage is known only as far as its bounds, unless the known part is enough already."""
    found = domains(supported(1, None)).loc["work"]
    enough = domains(supported(2, None)).loc["work"]

    assert np.isnan(found["coverage"])
    assert found[["coverage_low", "coverage_high", "supports_without_amount"]].tolist() == [0.5, 1, 1]
    assert enough[["coverage", "coverage_low", "coverage_high"]].tolist() == [1, 1, 1]


def test_network_coverage_is_unknown_when_a_domain_is():
    """An average over the other domains could lie outside the bounds, so there are only bounds."""
    client = supported(1, None)
    client.needs.append({"domain": "housing", "need": 1})
    found = measure(caseload_of(client), ["coverage"])

    assert why_missing(found)["network_coverage"].item() == "amount_unknown"
    assert found[["network_coverage_low", "network_coverage_high"]].iloc[0].tolist() == [0.25, 0.5]


def test_decimal_hours_add_up():
    """0.1 and 0.7 hours cover a need of 0.8 hours, whatever their last bits say."""
    client = supported(0.1, 0.7, need=0.8)
    client.attributes["scale"] = "hours"

    assert domains(client).loc["work", ["coverage", "covered"]].tolist() == [1, True]


def test_several_rows_of_one_person_are_one_supporter():
    """Amounts of different types add up; the person counts once."""
    client = supported(1, type="practical")
    client.supports.append({**client.supports[0], "type": "emotional", "amount": 0.5})

    assert domains(client).loc["work", ["supply", "supporters"]].tolist() == [1.5, 1]


@given(clients(), st.sampled_from([0.5, 1.0, 0.0]))
def test_domains_agree_with_the_definitions(client, fit):
    """Kernel and definition agree on every domain of any small client."""
    found = domains(client, planned_fit=fit)
    needs, rows = {need["domain"]: need["need"] for need in client.needs}, naive.robustness.given(client.supports, fit)
    nominal = naive.robustness.given(client.supports, 1 if fit else 0)

    for domain in DOMAIN.names:
        need, people = needs.get(domain), naive.coverage.in_domain(rows, domain)
        coverage, low, high = naive.coverage.domain_coverage(rows, domain, need)
        expected = {
            "need": need,
            "need_known": need is not None,
            "supply": naive.coverage.supply(nominal, domain),
            "effective_supply": naive.coverage.supply(rows, domain),
            "supporters": len(people),
            "supports_without_amount": sum(amounts.count(None) for amounts in people.values()),
            "coverage": coverage,
            "coverage_low": low,
            "coverage_high": high,
            "covered": naive.coverage.covered(rows, domain, need),
        }
        for kind in [*KIND.names, None]:
            theirs = [row for row in rows if client.people[row[0]]["kind"] == kind]
            expected[f"{kind or 'unknown_kind'}_supply"] = naive.coverage.supply(theirs, domain)
            expected[f"{kind or 'unknown_kind'}_supporters"] = len(naive.coverage.in_domain(theirs, domain))
        agree(found.loc[domain], expected)


@given(clients(), weightings)
def test_network_coverage_agrees_with_the_definitions(client, weighting):
    """Kernel and definition agree on the whole of any small client."""
    frame = measure(caseload_of(client), ["coverage"], cutoffs=Cutoffs(weighting=weighting))
    needs, weights = weights_of(client, weighting)
    rows = naive.robustness.given(client.supports, 0.5)
    found = {domain: naive.coverage.domain_coverage(rows, domain, need) for domain, need in needs.items()}
    exact, low, high = ({domain: bounds[at] for domain, bounds in found.items()} for at in range(3))
    known = sum(need["need"] is not None for need in client.needs)
    expected = {
        "domains_known": known,
        "domains_unknown": 13 - known,
        "domains_with_need": len(needs),
        "domains_covered": sum(naive.coverage.covered(rows, domain, need) is True for domain, need in needs.items()),
        "domains_coverage_unknown": list(exact.values()).count(None),
        "network_coverage": naive.robustness.average(exact, weights),
        "network_coverage_low": naive.robustness.average(low, weights),
        "network_coverage_high": naive.robustness.average(high, weights),
    }

    agree(frame.iloc[0], expected)
    assert missing_has_a_reason(frame)

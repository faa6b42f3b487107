"""How many-sided support is."""

import numpy as np
import pytest
from hypothesis import given

import naive
from netwerkanalyse.datasets import load
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.cutoffs import Cutoffs
from networks import Client, caseload_of, clients
from tables import agree, missing_has_a_reason


def multiplexity(client, **cutoffs):
    """The measures of one client."""
    frame = measure(caseload_of(client), ["multiplexity"], cutoffs=Cutoffs(**cutoffs))
    assert missing_has_a_reason(frame)
    return frame.iloc[0]


def test_worked_example():
    """Six of seven people support, one of them (the case manager) in two domains; types were not asked."""
    found = measure(load("voorbeeld"), ["multiplexity"]).loc["voorbeeld"]

    agree(
        found,
        {
            "people_supporting": 6,
            "domains_per_supporter": 7 / 6,
            "multiplex_share": 1 / 6,
            "domain_specificity": 1 - 7 / 6 / 13,
            "typed_supporters": 0,
            "types_per_supporter": None,
        },
    )


@given(clients())
def test_agrees_with_the_definitions(client):
    """Kernel and definition agree on the support that happens and reaches the client."""
    given_now = [
        support
        for support in client.supports
        if support["status"] == "happening" and support["direction"] != "from_client"
    ]
    domains = naive.composition.many_sided([(support["member"], support["domain"]) for support in given_now])
    typed = [support for support in given_now if support["type"] is not None]
    types = naive.composition.many_sided([(support["member"], support["type"]) for support in typed])
    mean = lambda sides: sum(sides.values()) / len(sides) if sides else None  # noqa: E731
    several = [person for person, sides in domains.items() if sides >= 2]
    all_types = [support["type"] for support in given_now]
    expected = {
        "people_supporting": len(domains),
        "domains_per_supporter": mean(domains),
        "domain_specificity": 1 - mean(domains) / 13 if domains else None,
        "multiplex_supporters": len(several),
        "multiplex_share": len(several) / len(domains) if domains else None,
        "typed_supporters": len(types),
        "types_per_supporter": mean(types),
        "type_specificity": 1 - mean(types) / 5 if types else None,
        "type_known": len(typed),
        "type_blau": naive.composition.blau(all_types),
        "type_blau_unbiased": naive.composition.blau_unbiased(all_types),
        "type_iqv": naive.composition.iqv(all_types, 5),
    }
    found = multiplexity(client)

    for name, value in expected.items():
        assert found[name] == pytest.approx(np.nan if value is None else value, abs=1e-12, nan_ok=True), name


@pytest.mark.parametrize(("multiplex_from", "expected"), [(1, 2), (2, 1), (3, 0)])
def test_from_how_many_domains_is_a_named_parameter(multiplex_from, expected):
    """Who supports in so many domains is many-sided."""
    supports = [{"member": 0, "domain": "work"}, {"member": 0, "domain": "housing"}, {"member": 1, "domain": "work"}]
    rows = [{"status": "happening", "amount": 1, **support} for support in supports]

    assert (
        multiplexity(Client("K", [{}, {}, {}], supports=rows), multiplex_from=multiplex_from)["multiplex_supporters"]
        == expected
    )

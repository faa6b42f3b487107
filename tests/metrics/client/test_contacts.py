"""How concentrated contacts are, per life domain and per group of roles."""

from datetime import timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

import naive
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.metrics.client.contacts import contacts_by_role
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.vocabulary import ROLE
from networks import TODAY, Client, dated_clients, with_contacts


def sequence(letters, domain="housing"):
    """Contacts with the people of a row of letters, a day apart."""
    days = pd.date_range(end=TODAY, periods=len(letters))
    return [
        {"member": "ABCD".index(letter), "date": day, "domain": domain}
        for letter, day in zip(letters, days, strict=True)
    ]


@pytest.mark.parametrize(
    ("letters", "coc", "upc", "secon", "mmci"),
    [
        ("AAAA", 1, 1, 1, 1),
        ("ABCD", 0, 0.25, 0, 0.0323),
        ("AABB", 0.3333, 0.5, 0.6667, None),
        ("ABAB", 0.3333, 0.5, 0, None),
        ("AAAB", 0.5, 0.75, 0.6667, None),
        ("A", None, 1, None, None),
    ],
)
def test_worked_out_sequences(letters, coc, upc, secon, mmci):
    """The values worked out by hand in the definitions."""
    caseload = with_contacts(Client(people=[{}] * 4), sequence(letters))

    found = measure(caseload, ["contacts"], level=Level.DOMAIN).loc[("K", "housing")]

    assert found["contacts"] == len(letters)
    assert found["upc"] == upc
    assert found["coc"] == pytest.approx(np.nan if coc is None else coc, abs=5e-5, nan_ok=True)
    assert found["secon"] == pytest.approx(np.nan if secon is None else secon, abs=5e-5, nan_ok=True)
    if mmci is not None:
        assert found["mmci"] == pytest.approx(mmci, abs=5e-5)


def until_today(client, contacts):
    """The contacts that count, in the order of their dates."""
    past = [one for one in contacts if not client.attributes or one["date"] <= TODAY]
    return sorted(past, key=lambda one: one["date"])


def assert_concentration(found, providers):
    """Compare a row with the definitions."""
    assert found["contacts"] == len(providers)
    assert found["providers"] == len(set(providers))
    for name in ("coc", "upc", "hi", "secon", "mmci"):
        expected = getattr(naive.contacts, name)(providers)
        assert found[name] == pytest.approx(np.nan if expected is None else expected, nan_ok=True), name


@given(dated_clients())
def test_agrees_with_the_definitions(drawn):
    """Kernel and definition agree in every life domain; nothing after the reference date counts."""
    client, contacts = drawn

    found = measure(with_contacts(client, contacts), ["contacts"], level=Level.DOMAIN)

    for (_, domain), row in found.iterrows():
        assert_concentration(row, [one["member"] for one in until_today(*drawn) if one["domain"] == domain])


@given(dated_clients())
def test_roles_of_one_group_count_together(drawn):
    """Per group of roles, with or without a life domain; a role of one's own is its own group."""
    client, contacts = drawn
    groups = {}
    for one in until_today(client, contacts):
        role = client.people[one["member"]]["role"]
        if role is not None:
            groups.setdefault(ROLE.group(role) or role, []).append(one["member"])

    found = contacts_by_role(Network(with_contacts(client, contacts)))

    assert {group for _, group in found.index} == set(groups)
    for (_, group), row in found.iterrows():
        assert_concentration(row, groups[group])


def test_contacts_without_a_domain_are_counted():
    """What stands in no life domain is not lost from sight; what is still to come does not count."""
    contacts = [*sequence("AB"), *sequence("AAA", domain=None), {"member": 0, "date": TODAY + timedelta(days=1)}]
    client = Client(people=[{}, {}], attributes={"reference_date": TODAY})

    found = measure(with_contacts(client, contacts), ["contacts"]).loc["K"]

    assert found["dated_contacts"] == 5
    assert found["contacts_without_domain"] == 3

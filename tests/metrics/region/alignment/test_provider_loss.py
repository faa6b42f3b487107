"""Clients who would lose their only help; and nobody who can be counted out of the numbers."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attackers import OfProviders
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.alignment import network, provider_loss
from netwerkanalyse.metrics.region.alignment.network import Alignment
from netwerkanalyse.metrics.region.alignment.pairs import measure_alignment_organisations
from netwerkanalyse.metrics.region.alignment.provider_loss import COUNTS, MEASURES, measure_provider_loss
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.suppression import small
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from netwerkanalyse.texts import LANGUAGES, catalogue

DOMAINS = ("housing", "work")


def aligned(clients, limit=5):
    """A region of three organisations, and clients as lists of supporters (organisation, kind, domains)."""
    members, supports = [], []
    for number, people in enumerate(clients):
        for person, (organisation, kind, domains) in enumerate(people):
            members.append((f"K{number}", f"p{person}", organisation, kind))
            supports += [(f"K{number}", f"p{person}", domain) for domain in domains]
    caseload = Caseload.build(
        {
            "clients": pd.DataFrame({"client": [f"K{number}" for number in range(len(clients))]}),
            "members": pd.DataFrame(members, columns=["client", "member", "organisation", "kind"]),
            "supports": pd.DataFrame(supports, columns=["client", "member", "domain"]).assign(status="happening"),
        }
    )
    region = Region.build(
        {
            "organisations": pd.DataFrame({"organisation": ["A", "B", "C"]}),
            "layers": pd.DataFrame({"layer": ["agreement"], "pairs_asked": ["all"]}),
        }
    )
    return Alignment(region, caseload, RegionCutoffs(smallest_cell=limit))


def by_definition(clients, organisation, domain):
    """All clients of an organisation in a domain, those without other professionals, those without anybody."""
    served = only = nobody = 0
    for people in clients:
        helping = [(who, kind) for who, kind, domains in people if domain in domains]
        others = [(who, kind) for who, kind in helping if who != organisation]
        professional = [kind for who, kind in others if who is not None or kind != "informal"]
        if len(others) < len(helping):
            served += 1
            only += not professional
            nobody += not others
    return [served, only, nobody]


PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["A", "B", None]),
        st.sampled_from(["formal", "informal", "peer", None]),
        st.lists(st.sampled_from(DOMAINS), max_size=2, unique=True),
    ),
    max_size=4,
)


def test_by_hand():
    """One client has A and a brother for housing, one has A and B, one has A alone, one A and somebody unnamed."""
    clients = [
        [("A", "formal", ["housing"]), (None, "informal", ["housing"])],
        [("A", "formal", ["housing"]), ("B", "formal", ["housing"])],
        [("A", "formal", ["housing"])],
        [("A", "formal", ["housing"]), (None, "formal", ["housing"])],
    ]
    found = measure_provider_loss(aligned(clients * 5))

    assert found.loc[("A", "housing"), list(COUNTS)].tolist() == [20, 10, 5]
    assert found.loc[("B", "housing"), list(COUNTS)].tolist() == [5, 0, 0]


@given(st.lists(PEOPLE, max_size=5))
def test_counts_agree_with_the_definition(once):
    """Every organisation and domain; each client five times, so that nothing is suppressed."""
    clients = once * 5
    found = measure_provider_loss(aligned(clients))[list(COUNTS)]

    for organisation in "ABC":
        for domain in DOMAINS:
            assert found.loc[(organisation, domain)].tolist() == by_definition(clients, organisation, domain)
    assert found.drop(list(DOMAINS), level="domain").eq(0).all(axis=None)


@given(st.lists(st.tuples(PEOPLE, st.integers(1, 7)), max_size=5), st.integers(5, 7))
def test_no_small_number_can_be_worked_out(counted, limit):
    """Neither a shown number nor what is left when one is taken off another that contains it is small."""
    alignment = aligned([people for people, times in counted for _ in range(times)], limit)
    found = measure_provider_loss(alignment)[list(COUNTS)]
    everybody = measure_alignment_organisations(alignment)["organisation_clients"]

    for (organisation, _), row in found.iterrows():
        chain = [count for count in (everybody[organisation], *row) if pd.notna(count)]
        left = [one - other for at, one in enumerate(chain) for other in chain[at + 1 :]]
        assert not [number for number in chain[pd.notna(everybody[organisation]) :] + left if 0 < number < limit]


def test_planned_support_is_no_help_yet():
    """Somebody who will come does not help now."""
    alignment = aligned([[("A", "formal", ["housing"])]])
    supports = alignment.caseload.supports.assign(status="planned")
    planned = Alignment(alignment.region, alignment.caseload.with_tables(supports=supports), alignment.cutoffs)

    assert measure_provider_loss(planned)["provider_clients"].eq(0).all()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_columns_are_declared_and_speak(lang):
    """As every table of measures."""
    found = measure_provider_loss(aligned([]))

    assert sorted(found.columns) == sorted(one.name for one in MEASURES)
    assert tuple(found.index.names) == Level.ORGANISATION_DOMAIN.keys
    for one in MEASURES:
        assert f"measures.{one.name}.sentence" in catalogue(lang)


def test_all_clients_less_those_of_a_life_domain_give_no_suppressed_organisation_away():
    """All but two clients are with A, 97 get support there: 97 of 100 would say that at most three are without A."""
    clients = [[("A", "formal", ["housing"])]] * 97 + [[("A", "formal", [])]] + [[("B", "formal", ["work"])]] * 2
    alignment = aligned(clients)
    assert not alignment.hidden.clients
    assert alignment.hidden.organisations.tolist() == [True, True, False]
    assert measure_provider_loss(alignment).loc[("A", "housing"), "provider_clients_suppressed"]


def test_all_clients_of_a_suppressed_organisation_are_not_told_by_a_life_domain():
    """Everybody with A gets support in one life domain: that is the suppressed number under another name."""
    clients = [[("A", "formal", ["housing"])]] * 98 + [[("B", "formal", ["work"])]] * 2
    alignment = aligned(clients)
    assert alignment.hidden.organisations[0]
    assert measure_provider_loss(alignment).loc[("A", "housing"), "provider_clients_suppressed"]


def made_up(seed):
    """Two or three organisations with clients of their own and clients in common, whom some people help."""
    random = np.random.default_rng(seed)
    names, unnamed, clients = "ABC"[: random.integers(2, 4)], random.random() < 0.6, []

    def helped(share):
        return [domain for domain in DOMAINS if random.random() < share]

    for name in names:
        clients += [[(name, "formal", helped(0.5))]] * int(random.integers(5, 40))
    for _ in range(int(random.integers(2, 7))):
        chosen = random.choice(list(names), int(random.integers(1, len(names) + 1)), replace=False)
        people = [(name, "formal", helped(0.7)) for name in chosen]
        if unnamed and random.random() < 0.5:
            people.append((None, str(random.choice(["formal", "informal"])), helped(0.6)))
        clients += [people] * int(random.integers(1, 40 if random.random() < 0.5 else 8))
    return aligned(clients, float(random.choice([5, 8, 10])))


def found_back(seeds):
    """How many suppressed numbers are found in all made-up caseloads, and how many there are."""
    attackers = [OfProviders(made_up(seed), DOMAINS[:1] if seed % 2 else DOMAINS) for seed in seeds]
    return sum(one.finds() for one in attackers), sum(len(one.suppressed) for one in attackers)


SEEDS = range(20)


def test_no_suppressed_number_is_found_back():
    """The table by life domain and all tables of agreements together leave two values for everything suppressed."""
    found, suppressed = found_back(SEEDS)
    assert suppressed > 100
    assert found == 0


def test_without_its_own_rule_the_attacker_finds_numbers(monkeypatch):
    """The test above can fail: small numbers left out, and no more, are found back."""
    monkeypatch.setattr(
        provider_loss, "_hidden", lambda units, alignment: small(units.counts, alignment.cutoffs.smallest_cell)
    )
    assert any(found_back([seed])[0] for seed in SEEDS)


def test_without_the_joint_rule_the_attacker_finds_numbers(monkeypatch):
    """Nor is it enough that the table is protected by itself."""
    monkeypatch.setattr(network, "guarded", lambda found, *_rest: found)
    assert any(found_back([seed])[0] for seed in SEEDS)

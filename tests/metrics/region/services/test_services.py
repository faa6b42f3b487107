"""The social map: what is where, for what and by whom."""

from itertools import combinations

import pytest
from hypothesis import given

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.services.catalogue import measure_services
from netwerkanalyse.metrics.region.services.covering import covering_services
from netwerkanalyse.metrics.region.services.loss import worst_pairs
from netwerkanalyse.metrics.region.services.service_map import ServiceMap
from netwerkanalyse.model.vocabulary import DOMAIN
from social_maps import DOMAINS, Service, SocialMap, built, flat, social_maps


def expect(found, expected):
    """Compare a row with plain values; None is missing."""
    for name, value in expected.items():
        assert found[name] == pytest.approx(float("nan") if value is None else value, nan_ok=True), name


def needs_of(small, domain):
    """The expected clients of every area, None when not filled in."""
    given_needs = {area: expected for area, of, expected in small.needs if of == domain}
    return [given_needs.get(area) for area in small.areas]


def test_a_service_covers_what_lies_in_its_area():
    """Of a municipality: its neighbourhoods too. Of a neighbourhood: not the municipality, which has it in part."""
    small = SocialMap((None, 0, 0), (None,) * 3, (Service(0, (0,), ("housing",)), Service(1, (1,), ("work",))))
    found = measure_services(built(small), ["domain_services"], level=Level.AREA_DOMAIN)

    assert found["cell_services"].unstack()[["housing", "work"]].to_numpy().tolist() == [[1, 0], [1, 1], [1, 0]]
    assert found["cell_services_part"].unstack()["work"].tolist() == [1, 0, 0]


def test_what_is_not_filled_in_is_not_zero():
    """A capacity that nobody filled in leaves a service open; zero closes it. Without a place it could be anywhere."""
    closed = measure_services(built(flat(Service(capacity=0), areas=1)), level=Level.AREA_DOMAIN)
    unknown = measure_services(built(flat(Service(capacity=None), areas=1)), level=Level.AREA_DOMAIN)
    nowhere = measure_services(built(flat(Service(areas=None), areas=1)), level=Level.AREA_DOMAIN)
    nothing = measure_services(built(flat(areas=1)), level=Level.AREA_DOMAIN)
    cell = ("A0", "housing")

    assert not closed.loc[cell, "cell_covered"]
    assert closed.loc[cell, "cell_services_full"] == 1
    assert unknown.loc[cell, "cell_covered"]
    assert nowhere["cell_covered"].isna().loc[cell]
    assert not nowhere.loc[("A0", "work"), "cell_covered"]
    assert nothing["cell_covered"].isna().all()


def test_places_are_shared_by_all_for_whom_they_are():
    """Ten places for 40 expected clients here and 10 there, and five for the 10 alone: 0.2 here, 0.7 there."""
    small = flat(
        Service(0, (0, 1), capacity=10), Service(1, (1,), capacity=5), needs=((0, "housing", 40), (1, "housing", 10))
    )
    found = measure_services(built(small), level=Level.AREA_DOMAIN)["places_per_client"]

    assert found[("A0", "housing")] == pytest.approx(0.2)
    assert found[("A1", "housing")] == pytest.approx(0.7)


def test_population_weighted_coverage():
    """A service in a town of 300 and not in one of 100: three quarters; of the town of unknown size nothing is said."""
    small = SocialMap((None,) * 3, (300, 100, None), (Service(0, (0,)),))
    found = measure_services(built(small), level=Level.REGION_DOMAIN).loc["housing"]
    service = measure_services(built(small), level=Level.SERVICE).iloc[0]

    assert found["domain_population_covered"] == pytest.approx(0.75)
    assert found["domain_people_weighed"] == 400
    assert service["service_population"] == 300
    assert service.isna()["service_population_share"]


@given(social_maps())
def test_what_covers_what_agrees_with_the_definition(small):
    """Every area with every service that is in it or in a part of it."""
    found = covering_services(ServiceMap(built(small)))
    expected = {
        (f"A{area}", f"s{number}"): naive.services.is_in(one, area, small.parents) and one.capacity != 0
        for area in small.areas
        for number, one in enumerate(small.services)
        if naive.services.is_in(one, area, small.parents) or naive.services.is_in_part(one, area, small.parents)
    }

    assert found["covers"].to_dict() == expected
    for (_, service), row in found.iterrows():
        one = small.services[int(service[1:])]
        assert row["covered_by"] == f"O{one.organisation}"
        assert (None if row.isna()["by_laws"] else row["by_laws"]) == (";".join(one.laws) or None)


@given(social_maps())
def test_cells_agree_with_the_definition(small):
    """Every life domain of every area."""
    found = measure_services(built(small), level=Level.AREA_DOMAIN)

    for area in small.areas:
        for domain in DOMAINS:
            there = [small.services[number] for number in naive.services.services_of(small, area, domain)]
            needs, laws = needs_of(small, domain), {law for one in there for law in one.laws}
            waits = [one.waiting for one in there if one.waiting is not None]
            capacity = [one.capacity for one in there if one.capacity is not None]
            row = found.loc[(f"A{area}", domain)]
            assert (None if row.isna()["cell_covered"] else row["cell_covered"]) == naive.services.is_covered(
                small, area, domain
            )
            expect(
                row,
                {
                    "cell_services": len(there),
                    "cell_services_uncertain": naive.services.may_be_there(small, area, domain),
                    "cell_organisations": len({one.organisation for one in there}),
                    "cell_services_peer": sum(one.kind == "peer" for one in there),
                    "cell_services_kind_unknown": sum(one.kind is None for one in there),
                    "cell_laws": len(laws) or None,
                    "cell_places": sum(capacity) if capacity else None,
                    "cell_expected": naive.services.number_of(area, needs, small.parents),
                    "places_per_client": naive.services.places_by_client(small, area, domain, needs),
                    "cell_shortest_wait": min(waits, default=None),
                },
            )


@given(social_maps())
def test_areas_and_domains_agree_with_the_definition(small):
    """All life domains of an area, and all areas of a life domain."""
    region = built(small)
    areas = measure_services(region, level=Level.AREA)
    domains = measure_services(region, level=Level.REGION_DOMAIN)

    for area in small.areas:
        state = [naive.services.is_covered(small, area, domain) for domain in DOMAIN.names]
        expected = {
            "area_domains": state.count(True),
            "area_domains_without": state.count(False),
            "area_domains_unknown": state.count(None),
            "area_population": naive.services.number_of(area, small.population, small.parents),
        }
        expect(areas.loc[f"A{area}"], expected)
    for domain in DOMAINS:
        covered = [naive.services.is_covered(small, area, domain) for area in small.areas]
        population = naive.services.weighed_coverage(small.population, covered, small.parents)
        need = naive.services.weighed_coverage(needs_of(small, domain), covered, small.parents)
        expect(domains.loc[domain], {"domain_population_covered": population, "domain_need_covered": need})


@given(social_maps())
def test_loss_agrees_with_taking_the_organisation_away(small):
    """Per organisation, and the worst pairs."""
    services = ServiceMap(built(small))
    found = measure_services(services.region, level=Level.ORGANISATION)
    pairs = worst_pairs(services, top=9)
    covered = naive.services.lost_cells(small, {0, 1, 2}, DOMAIN.names)

    for one in range(3):
        lost = naive.services.lost_cells(small, {one}, DOMAIN.names)
        share = len(lost) / len(covered) if covered else None
        people = [
            naive.services.number_of(area, small.population, small.parents) for area in {area for area, _ in lost}
        ]
        expected = {
            "cells_lost": len(lost),
            "cells_lost_share": share,
            "areas_hit": len(people),
            "domains_hit": len({domain for _, domain in lost}),
            "population_hit": None if None in people else sum(people),
        }
        expect(found.loc[f"O{one}"], expected)
    together = {
        (f"O{one}", f"O{other}"): len(naive.services.lost_cells(small, {one, other}, DOMAIN.names))
        for one, other in combinations(range(3), 2)
    }
    assert pairs["pair_cells_lost"].to_dict() == {pair: lost for pair, lost in together.items() if lost}
    assert pairs["pair_cells_lost"].is_monotonic_decreasing


def test_the_worst_pair_need_not_share_anything():
    """Two that each hold much alone are worse together than two that share a little."""
    domains = ("housing", "work", "meaning")
    small = SocialMap(
        (None,) * 4,
        (None,) * 4,
        (
            Service(0, (0,), domains),
            Service(1, (1,), domains),
            Service(2, (2,), ("housing",)),
            Service(3, (2,), ("housing",)),
        ),
        organisations=4,
    )
    found = worst_pairs(ServiceMap(built(small)), top=1)

    assert found.index.tolist() == [("O0", "O1")]
    assert found.iloc[0].tolist() == [6, 3, 3, 0]

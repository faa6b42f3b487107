"""What a service reaches, the ratios of a region, and why and with whom: a second reading of the definitions."""

import pytest
from hypothesis import given, settings

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.services.catalogue import measure_services
from netwerkanalyse.metrics.region.services.gaps import service_gaps
from netwerkanalyse.metrics.region.services.service_map import ServiceMap
from netwerkanalyse.model.vocabulary import DOMAIN
from social_maps import DOMAINS, Service, SocialMap, built, social_maps

NAN = float("nan")
of = naive.social_map


def test_a_service_of_a_town_and_one_of_a_neighbourhood():
    """Two neighbourhoods of 10 and 30: the first service is for all 40, the second for 30 and nowhere the only one."""
    small = SocialMap((None, 0, 0), (40, 10, 30), (Service(0, (0,)), Service(1, (2,))))
    found = measure_services(built(small), level=Level.SERVICE)

    assert found["service_areas"].tolist() == [2, 1]
    assert found["service_population"].tolist() == [40, 30]
    assert found["service_population_share"].tolist() == [1, 3 / 4]
    assert found["service_only_one"].tolist() == [1, 0]


@given(social_maps())
def test_reach_agrees_with_the_definition(small):
    """The smallest areas, their inhabitants counted once, and what hangs on one service."""
    found = measure_services(built(small), level=Level.SERVICE)
    counted = naive.services.counted_areas(small.population, small.parents)
    everybody = [small.population[one] for one in counted]

    for number, one in enumerate(small.services):
        row, covered = found.loc[f"s{number}"], of.covers(one, small.parents)
        assert row["service_domains"] == (len(one.domains) or pytest.approx(NAN, nan_ok=True))
        if one.areas is None:
            continue
        assert row["service_areas"] == len(covered & of.smallest(small.parents))
        if one.domains:
            assert row["service_only_one"] == of.only_one(small, number)
        share = row["service_population_share"]
        halved = any(of.inside(area, small.parents) & covered and area not in covered for area in counted)
        if everybody and None not in everybody and sum(everybody) and not halved:
            people = sum(small.population[area] for area in counted if area in covered)
            assert row["service_population"] == people
            assert share == pytest.approx(people / sum(everybody))


@given(social_maps())
def test_ratios_of_a_region_agree_with_the_definition(small):
    """Areas with a service of the smallest ones, and the known places over everybody who is expected."""
    found = measure_services(built(small), level=Level.REGION_DOMAIN)
    leaves = of.smallest(small.parents)

    for domain in DOMAINS:
        row, state = found.loc[domain], [naive.services.is_covered(small, area, domain) for area in leaves]
        assert row["domain_areas"] == len(leaves)
        assert row["domain_areas_covered"] == state.count(True)
        assert row["domain_areas_unknown"] == state.count(None)
        places = [
            one.capacity
            for one in small.services
            if domain in one.domains and one.capacity is not None and one.capacity > 0
        ]
        needs = dict.fromkeys(small.areas) | {area: many for area, what, many in small.needs if what == domain}
        clients = [needs[one] for one in naive.services.counted_areas(list(needs.values()), small.parents)]
        if places:
            assert row["domain_places"] == sum(places)
            if clients and None not in clients and sum(clients):
                assert row["domain_expected"] == sum(clients)
                assert row["domain_places_per_client"] == pytest.approx(sum(places) / sum(clients))


def test_a_region_of_covered_parts_is_covered():
    """Every part has its own service: the need of the region is met, though nothing is there for the whole of it."""
    needs = ((1, "housing", 30), (2, "housing", 10))
    for services, expected in (((1,), [0.75, 1, 0]), ((1, 2), [1, 1, 1])):
        small = SocialMap((None, 0, 0), (None,) * 3, tuple(Service(0, (one,)) for one in services), needs)
        found = measure_services(built(small), level=Level.AREA)
        assert found["area_need_covered"].tolist() == expected
        assert found["area_clients_weighed"].tolist() == [40, 30, 10]


@given(social_maps())
def test_need_of_an_area_agrees_with_the_definition(small):
    """The expected clients who have a service where they live, over those of whom that is known."""
    found = measure_services(built(small), level=Level.AREA)

    for area in small.areas:
        total = covered = 0
        for domain in DOMAIN.names:
            needs = dict.fromkeys(small.areas) | {one: many for one, what, many in small.needs if what == domain}
            counted = naive.services.counted_areas(list(needs.values()), small.parents)
            inside = [one for one in counted if one != area and area in naive.services.lies_in(one, small.parents)]
            for one in inside or [area]:
                many = naive.services.number_of(one, list(needs.values()), small.parents)
                state = naive.services.is_covered(small, one, domain)
                total += many if many is not None and state is not None else 0
                covered += many if many is not None and state else 0
        expected = covered / total if total else NAN
        assert found.loc[f"A{area}", "area_need_covered"] == pytest.approx(expected, nan_ok=True)


@given(social_maps())
def test_why_and_with_whom_agree_with_the_definition(small):
    """The reason of every sure gap, who offers it elsewhere, and who is there already for something else."""
    found = service_gaps(ServiceMap(built(small)), most_named=9)

    for (area, domain), row in found.iterrows():
        place = int(area[1:])
        if row["gap_reason"] != "not_known":
            assert row["gap_reason"] == of.why(small, place, domain)
        for column, expected in (
            ("gap_organisations", of.offer_elsewhere(small, domain)),
            ("gap_organisations_here", of.work_here(small, place, domain)),
        ):
            named = [] if row.isna()[column] else row[column].split(";")
            assert sorted(named) == sorted(f"O{one}" for one in expected), column
            assert row[f"{column}_count"] == len(expected)


@settings(max_examples=40)
@given(social_maps())
def test_travel_agrees_with_the_definition(small):
    """The two steps over the tables: towns beside their parts, blanks in distance, people and places."""
    region = built(small)
    rate, access = of.two_steps(small)
    services = measure_services(region, ["access"], level=Level.SERVICE)["catchment_rate"]
    areas = measure_services(region, ["access"], level=Level.AREA)["access"]

    for found, expected in ((services, rate), (areas, access)):
        plain = [NAN if value is None else value for value in expected.values()]
        assert found.tolist() == pytest.approx(plain, nan_ok=True)


@settings(max_examples=40)
@given(social_maps())
def test_kinds_and_laws_of_a_cell_agree_with_the_definition(small):
    """The services of a life domain of an area by kind, and by how many laws they are paid."""
    found = measure_services(built(small), level=Level.AREA_DOMAIN)

    for area in small.areas:
        for domain in DOMAINS:
            row = found.loc[(f"A{area}", domain)]
            there = [one for one in small.services if domain in one.domains and area in of.covers(one, small.parents)]
            kinds = [one.kind or "kind_unknown" for one in there]
            for kind in ("informal", "formal", "peer", "kind_unknown"):
                assert row[f"cell_services_{kind}"] == kinds.count(kind)
            assert row["cell_services_with_law"] == sum(bool(one.laws) for one in there)
            assert row["cell_organisations"] == len({one.organisation for one in there})

"""The two-step floating catchment area."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import naive
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.services.access import two_steps
from netwerkanalyse.metrics.region.services.catalogue import measure_services
from social_maps import Service, SocialMap, built

WORKED = SocialMap(
    (None,) * 3,
    (100, 200, 50),
    (Service(0, (0,), capacity=20), Service(1, (1,), capacity=5), Service(2, (2,), capacity=None)),
    travel=((0, 0, 10), (1, 0, 30), (1, 1, 5), (2, 1, 31), (2, 2, 1)),
)
"""Worked out by hand, reach 30.

Step 1: service 0 is within reach of areas 0 and 1: 20 / 300. Service 1 of area 1 only: 5 / 200. Service 2 is not rated.
Step 2: area 0 reaches service 0: 1/15. Area 1 reaches both: 1/15 + 1/40 = 11/120. Area 2 reaches service 2 only:
unknown.
"""


def test_worked_example():
    """The example above, through the tables of a region."""
    areas = measure_services(built(WORKED), ["access"], level=Level.AREA)
    services = measure_services(built(WORKED), ["access"], level=Level.SERVICE)

    assert services["catchment_rate"].tolist() == pytest.approx([20 / 300, 5 / 200, float("nan")], nan_ok=True)
    assert services["catchment_population"].tolist() == [300, 200, 50]
    assert areas["access"].tolist() == pytest.approx([1 / 15, 11 / 120, float("nan")], nan_ok=True)
    assert areas["services_reached"].tolist() == [1, 2, 1]


def test_the_catchment_is_a_cut_off():
    """One unit further area 2 reaches service 1 as well, which it then shares: 5 / 250."""
    further = measure_services(built(WORKED), ["access"], cutoffs=RegionCutoffs(catchment=31), level=Level.AREA)

    assert further["access"].tolist() == pytest.approx([1 / 15, 1 / 15 + 1 / 50, 1 / 50])


def test_nobody_in_the_catchment_gives_no_rate():
    """Zero demand is no infinite number of places."""
    empty = SocialMap((None,), (0,), (Service(capacity=5),), travel=((0, 0, 1),))
    region = built(empty)

    assert measure_services(region, ["access"], level=Level.SERVICE)["catchment_rate"].isna().all()
    assert measure_services(region, ["access"], level=Level.AREA)["access"].isna().all()


def test_out_of_reach_is_zero_and_not_listed_is_unknown():
    """An area whose services are all too far has none; one whose distances nobody filled in is not known."""
    far = SocialMap((None, None), (10, 10), (Service(capacity=5),), travel=((0, 0, 99),))
    found = measure_services(built(far), ["access"], level=Level.AREA)["access"]

    assert found.tolist() == pytest.approx([0, float("nan")], nan_ok=True)


def test_people_of_a_municipality_and_its_neighbourhoods_count_once():
    """With travel of the municipality (30) and both neighbourhoods (10, 20), 30 people demand, not 60."""
    town = SocialMap((None, 0, 0), (30, 10, 20), (Service(capacity=3),), travel=((0, 0, 1), (1, 0, 1), (2, 0, 1)))
    found = measure_services(built(town), ["access"], level=Level.AREA)["access"]

    assert found.tolist() == pytest.approx([0.1] * 3)


@given(st.data())
def test_agrees_with_an_independent_program(data):
    """The formulas read aloud in plain Python, on any distances, with unknown people and places."""
    areas, services = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 4))
    some = st.none() | st.integers(0, 9).map(float)
    people = [data.draw(some) for _ in range(areas)]
    capacity = [data.draw(some) for _ in range(services)]
    pairs = [(area, service) for area in range(areas) for service in range(services)]
    distance = {pair: data.draw(st.integers(0, 60)) for pair in pairs if data.draw(st.booleans())}
    rates, access = naive.services.two_step_access(capacity, people, distance, 30)
    near = np.array([pair for pair, far in distance.items() if far <= 30], dtype=int).reshape(-1, 2)
    found = two_steps(
        near[:, 0],
        near[:, 1],
        np.array(capacity, dtype=float),
        np.array(people, dtype=float),
        np.ones(areas, dtype=bool),
    )

    assert found.rate.tolist() == pytest.approx(
        [np.nan if rates[one] is None else rates[one] for one in rates], nan_ok=True
    )
    known = [one for one in access if access[one] is not None]
    assert found.access[known].tolist() == pytest.approx([access[one] for one in known])
    assert [one for one in access if access[one] is None] == np.flatnonzero(
        (found.reached > 0) & (found.reached == found.unrated)
    ).tolist()


def test_ten_thousand_areas_and_services():
    """Work and memory go with the pairs within the table, not with areas times services."""
    rng = np.random.default_rng(1)
    area, service = np.unique(rng.integers(0, 10_000, (200_000, 2)), axis=0).T
    people, capacity = rng.integers(1, 1000, 10_000).astype(float), rng.integers(1, 50, 10_000).astype(float)
    found = two_steps(area, service, capacity, people, np.ones(10_000, dtype=bool))
    reached = np.isin(np.arange(10_000), service)

    # All places that somebody can reach are handed out, to the people together.
    assert np.sum(found.access * people) == pytest.approx(capacity[reached].sum())

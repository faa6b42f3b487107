"""The list of gaps: what, why and with whom."""

from hypothesis import given

import naive
from netwerkanalyse.metrics.region.services.gaps import service_gaps
from netwerkanalyse.metrics.region.services.service_map import ServiceMap
from netwerkanalyse.model.vocabulary import DOMAIN
from social_maps import Service, SocialMap, built, flat, social_maps


def gaps_of(small, domain="housing", **more):
    """The gaps of one life domain, by area."""
    found = service_gaps(ServiceMap(built(small)), **more)
    return found[found.index.get_level_values("domain") == domain].droplevel("domain")


def test_why_is_what_the_data_say():
    """No places, elsewhere but not here, or nowhere at all."""
    small = flat(Service(0, (0,), capacity=0), Service(1, (1,)), Service(2, (2,), ("work",)), areas=3)

    assert gaps_of(small)["gap_reason"].to_dict() == {"A0": "no_places", "A2": "elsewhere"}
    assert set(gaps_of(small, "meaning")["gap_reason"]) == {"nowhere"}


def test_with_whom_names_neighbours_and_organisations():
    """Neighbours lie in the same larger area; who offers it there comes before who offers it further away."""
    small = SocialMap(
        (None, 0, 0, None, 3),
        (None,) * 5,
        (Service(0, (4,)), Service(1, (2,)), Service(2, (1,), ("work",))),
    )
    gap = gaps_of(small).loc["A1"]

    assert (gap["gap_neighbours"], gap["gap_neighbours_count"]) == ("A2", 1)
    assert (gap["gap_organisations"], gap["gap_organisations_count"]) == ("O1;O0", 2)
    assert (gap["gap_organisations_here"], gap["gap_organisations_here_count"]) == ("O2", 1)


def test_many_are_counted_and_some_are_named():
    """A list that nobody reads is no help."""
    small = flat(*(Service(0, (place,)) for place in range(1, 8)), areas=8)
    gap = gaps_of(small, most_named=2).loc["A0"]

    assert (gap["gap_neighbours"], gap["gap_neighbours_count"]) == ("A1;A2", 7)


def test_a_municipality_that_lacks_all_of_it_stands_once():
    """And when a part of it has the service, the other parts stand by themselves."""
    none = SocialMap((None, 0, 0), (None,) * 3, (Service(0, (0,), ("work",)),))
    some = SocialMap((None, 0, 0), (None,) * 3, (Service(0, (1,)),))

    assert gaps_of(none).index.tolist() == ["A0"]
    assert gaps_of(some).index.tolist() == ["A2"]


def test_what_is_not_known_is_said_not_to_be_known():
    """A service without a place could be there; and without any service there is no social map to speak of."""
    vague = flat(Service(areas=None), areas=1)

    assert gaps_of(vague)["gap_reason"].tolist() == ["not_known"]
    assert gaps_of(vague)["gap_services_uncertain"].tolist() == [1]
    assert gaps_of(vague, "work")["gap_reason"].tolist() == ["nowhere"]
    assert gaps_of(flat()).empty


@given(social_maps())
def test_gaps_agree_with_the_definition(small):
    """Exactly the life domains of which nothing is listed, also not in part, at the highest area; and what is sure."""

    def lacks(area, domain):
        """Whether the gap is sure; None when there is none."""
        part = any(
            one.capacity != 0 and domain in one.domains and naive.services.is_in_part(one, area, small.parents)
            for one in small.services
        )
        if part or not small.services or naive.services.services_of(small, area, domain):
            return None
        return naive.services.is_covered(small, area, domain) is False

    found = service_gaps(ServiceMap(built(small)))
    expected = [
        (f"A{area}", domain)
        for area in small.areas
        for domain in DOMAIN.names
        if (sure := lacks(area, domain)) is not None
        and (small.parents[area] is None or lacks(small.parents[area], domain) is not sure)
    ]

    assert found.index.tolist() == expected
    for (area, domain), reason in found["gap_reason"].items():
        assert (reason != "not_known") is lacks(int(area[1:]), domain)
    for (area, domain), row in found.iterrows():
        beside = [
            f"A{other}"
            for other in small.areas
            if small.parents[other] == small.parents[int(area[1:])] and naive.services.services_of(small, other, domain)
        ]
        assert row["gap_neighbours_count"] == len(beside)
        assert beside[:5] == ([] if row.isna()["gap_neighbours"] else row["gap_neighbours"].split(";"))

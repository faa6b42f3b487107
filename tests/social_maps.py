"""Odd social maps, and a generator of any social map, for tests."""

from dataclasses import dataclass, replace

import pandas as pd
from hypothesis import strategies as st

from netwerkanalyse.model.region import Region

DOMAINS = ("housing", "work", "meaning")
LAWS = ("wmo", "zvw")
KINDS = ("informal", "formal", "peer", None)


@dataclass(frozen=True)
class Service:
    """A service in plain Python; None where nothing is filled in."""

    organisation: int = 0
    areas: tuple | None = (0,)
    domains: tuple = ("housing",)
    laws: tuple = ()
    kind: str | None = None
    capacity: float | None = None
    waiting: float | None = None


@dataclass(frozen=True)
class SocialMap:
    """Areas (what they lie in, inhabitants), services, needs by (area, domain), distances by (area, service)."""

    parents: tuple = ()
    population: tuple = ()
    services: tuple = ()
    needs: tuple = ()
    travel: tuple = ()
    organisations: int = 3

    @property
    def areas(self):
        """The numbers of the areas."""
        return range(len(self.parents))


def flat(*services, areas=2, **more):
    """Areas beside each other without inhabitants."""
    return SocialMap((None,) * areas, (None,) * areas, services, **more)


def built(small):
    """The region as the package reads it."""

    def several(values):
        return ";".join(values) or None

    services = [
        (
            f"s{number}",
            f"O{one.organisation}",
            None if one.areas is None else several(f"A{area}" for area in one.areas),
            several(one.domains),
            several(one.laws),
            one.kind,
            one.capacity,
            one.waiting,
        )
        for number, one in enumerate(small.services)
    ]
    columns = ["service", "organisation", "areas", "domains", "laws", "kind", "capacity", "waiting_days"]
    return Region.build(
        {
            "organisations": pd.DataFrame({"organisation": [f"O{number}" for number in range(small.organisations)]}),
            "areas": pd.DataFrame(
                {
                    "area": [f"A{number}" for number in small.areas],
                    "parent": [None if parent is None else f"A{parent}" for parent in small.parents],
                    "population": list(small.population),
                }
            ),
            "services": pd.DataFrame(services, columns=columns),
            "area_needs": pd.DataFrame(
                [(f"A{area}", domain, expected) for area, domain, expected in small.needs],
                columns=["area", "domain", "expected"],
            ),
            "travel": pd.DataFrame(
                [(f"A{area}", f"s{service}", distance) for area, service, distance in small.travel],
                columns=["area", "service", "distance"],
            ),
        }
    )


def zoo():
    """Odd social maps by name."""
    town = SocialMap(
        (None, 0, 0, None),
        (None, 10, 20, 5),
        (
            Service(0, (0,), ("housing", "work"), ("wmo",), "formal", 10, 7),
            Service(1, (1, 3), ("housing",), ("wmo", "zvw"), "informal", None, None),
            Service(0, None, ("meaning",), (), "peer", 0, 3),
            Service(2, (3,), (), ("zvw",), None, 3, None),
        ),
        ((0, "housing", 9), (3, "housing", 1), (1, "work", 4)),
        ((1, 0, 10), (2, 0, 31), (3, 3, 3), (3, 1, None)),
    )
    return {
        "empty": SocialMap(organisations=0),
        "organisations only": SocialMap(),
        "no services": flat(areas=3, needs=((0, "housing", 4),)),
        "no areas": SocialMap(services=(Service(areas=None), Service(1, None, ()))),
        "no place": flat(Service(areas=None), Service(1, (0,), ("work",))),
        "no domain": flat(Service(domains=()), Service(1, (1,), ("work",))),
        "no places": flat(Service(capacity=0), Service(1, (1,), ("housing",), capacity=0)),
        "unknown law": flat(Service(laws=()), Service(1, (0,), laws=("wmo",))),
        "nobody lives there": replace(flat(Service(capacity=5), travel=((0, 0, 1),)), population=(0, None)),
        "nobody is expected": flat(Service(capacity=5), needs=((0, "housing", 0), (1, "housing", 0))),
        "town": town,
        "town of which the neighbourhoods are not known": replace(town, population=(100, None, 20, 5)),
        "deep": SocialMap((None, 0, 1, 2, 3), (9, None, None, 4, None), (Service(areas=(2,), capacity=2),)),
        "far away": flat(Service(capacity=5), travel=((0, 0, 31), (1, 0, 30.5))),
    }


@st.composite
def social_maps(draw, most=4):
    """Any small social map: parts, unknowns of every sort, services without places."""
    areas = draw(st.integers(0, most))
    some = st.none() | st.integers(0, 4).map(float)
    parents = tuple(draw(st.none() | st.integers(0, number - 1)) if number else None for number in range(areas))
    anywhere = st.lists(st.integers(0, areas - 1), max_size=3, unique=True).map(tuple) if areas else st.just(())
    service = st.builds(
        Service,
        st.integers(0, 2),
        anywhere.map(lambda places: places or None),
        st.lists(st.sampled_from(DOMAINS), max_size=2, unique=True).map(tuple),
        st.lists(st.sampled_from(LAWS), max_size=2, unique=True).map(tuple),
        st.sampled_from(KINDS),
        some,
        some,
    )
    services = tuple(draw(st.lists(service, max_size=4)))
    cells = [(area, domain) for area in range(areas) for domain in DOMAINS]
    pairs = [(area, number) for area in range(areas) for number in range(len(services))]
    distance = st.none() | st.sampled_from((0.0, 30.0, 31.0))
    return SocialMap(
        parents,
        tuple(draw(some) for _ in range(areas)),
        services,
        tuple((*cell, draw(some)) for cell in cells if draw(st.booleans())),
        tuple((*pair, draw(distance)) for pair in pairs if draw(st.booleans())),
    )

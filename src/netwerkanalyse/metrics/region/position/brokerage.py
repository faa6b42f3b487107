"""Who links organisations that have no direct tie, and in which of the five roles of Gould and Fernandez."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.graphs.roles import count_roles
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_known, ratio, spread

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "brokerage_total")
"""Roles by the sectors of a, broker v and b: AAA, ABA, AAB, ABB, ABC; and all together."""


class Chance(NamedTuple):
    """What chance makes of the roles: density, and by node the organisations in all, in the own sector, in each."""

    density: float
    nodes: int
    own: Floats
    sizes: Floats


def measure_brokerage(network: RegionNetwork) -> pd.DataFrame:
    """Count the pairs that every organisation brokers by role, with what chance would give.

    Organisation v brokers the ordered pair (a, b) when there is a tie from a to v and from v to b and none from a to
    b. In a layer without direction every tie goes both ways: each pair counts twice, and representative and gatekeeper
    are the same.

    Chance: a directed network with ties drawn independently at the same density d. With n_i organisations in the
    sector of v, n_j in the others, N in all, q = d^2 (1 - d) and g = d^3 (1 - d)^3:

    - coordinator: E = q (n_i - 1)(n_i - 2), Var = E (1 - q) + 2 g (n_i - 1)(n_i - 2)(n_i - 3);
    - itinerant: E = q sum n_j (n_j - 1), Var = E (1 - q) + 2 g sum n_j (n_j - 1)(n_j - 2);
    - representative and gatekeeper: E = q (N - n_i)(n_i - 1),
      Var = E (1 - q) + 2 g [(n_i - 1) C(N - n_i, 2) + (N - n_i) C(n_i - 1, 2)];
    - liaison: E = q [(sum n_j)^2 - sum n_j^2], Var = E (1 - q) + 4 g sum n_j C(N - n_i - n_j, 2);
    - total: E = q (N - 1)(N - 2), Var = E (1 - q) + 2 g (N - 1)(N - 2)(N - 3).

    ``z`` = (counted - E) / sqrt(Var). In a small network a z alone says little: look at the counts, and at
    :func:`netwerkanalyse.metrics.region.position.brokerage_test.brokerage_test`.

    Parameters
    ----------
    network
        One layer of a region. Organisations without sector, and ties with them, are left out.

    Returns
    -------
    frame
        A row an organisation.
    """
    known, graph, sector = sectored(network)
    counted = roles_by_sector(graph, sector)
    expected, deviation = _by_chance(graph, sector)
    values = {name: spread(known, counted[name]) for name in ROLES}
    for name in ROLES:
        values[f"{name}_expected"] = spread(known, expected[name])
        values[f"{name}_sd"] = spread(known, deviation[name])
        values[f"{name}_z"] = spread(known, ratio(counted[name] - expected[name], deviation[name]))
    told: dict[str, npt.ArrayLike] = {
        "roles_answered": network.known_both,
        "org_sector_known": network.sectors >= 0,
        "roles_directed": graph.directed,
    }
    return framed({**told, **values}, network.organisations, MEASURES)


def sectored(network: RegionNetwork) -> tuple[npt.NDArray[np.bool_], WholeGraph, Ints]:
    """Give of whom anything is known and the sector too, the ties among them, and their sectors numbered from 0."""
    known = network.known & (network.sectors >= 0)
    _, sector = np.unique(network.sectors[known], return_inverse=True)
    return known, network.graph.among(known[network.known]), sector.astype(np.int64)


def roles_by_sector(graph: WholeGraph, sector: Ints) -> dict[str, Floats]:
    """Count the pairs that every node brokers, by role and in all."""
    roles = count_roles(graph, sector)
    return {**roles._asdict(), "brokerage_total": np.sum(roles, axis=0)}


def _by_chance(graph: WholeGraph, sector: Ints) -> tuple[dict[str, Floats], dict[str, Floats]]:
    """Give expectation and standard deviation of every role of every node."""
    nodes = graph.nodes
    sizes = np.bincount(sector).astype(float)
    density = float(ratio(len(graph.source), nodes * (nodes - 1))) if nodes > 1 else 0.0
    chance = Chance(density, nodes, sizes[sector] if nodes else np.zeros(0), sizes)
    q, g = density**2 * (1 - density), (density * (1 - density)) ** 3
    expected, deviation = {}, {}
    for name, (triples, shared) in ((name, _WAYS[name](chance)) for name in ROLES):
        expected[name] = q * triples
        deviation[name] = np.sqrt(expected[name] * (1 - q) + g * shared)
    return expected, deviation


def _others(chance: Chance, of_size: Callable[[Floats], Floats]) -> Floats:
    """Sum a function of size over all sectors but the own."""
    return of_size(chance.sizes).sum() - of_size(chance.own)


def _two_of(size: Floats) -> Floats:
    return size * (size - 1) / 2


def _cube(size: Floats) -> Floats:
    return size**3


def _coordinator(chance: Chance) -> tuple[Floats, Floats]:
    own = chance.own
    return (own - 1) * (own - 2), 2 * (own - 1) * (own - 2) * (own - 3)


def _itinerant(chance: Chance) -> tuple[Floats, Floats]:
    return _others(chance, lambda n: n * (n - 1)), 2 * _others(chance, lambda n: n * (n - 1) * (n - 2))


def _across(chance: Chance) -> tuple[Floats, Floats]:
    mates, rest = chance.own - 1, chance.nodes - chance.own
    return rest * mates, 2 * (mates * _two_of(rest) + rest * _two_of(mates))


def _liaison(chance: Chance) -> tuple[Floats, Floats]:
    rest = chance.nodes - chance.own
    # Sum over other sectors of n_j C(rest - n_j, 2), written out in powers of n_j.
    one, two, three = (_others(chance, power) for power in (np.positive, np.square, _cube))
    shared = (one * rest * (rest - 1) - two * (2 * rest - 1) + three) / 2
    return rest**2 - two, 4 * shared


def _total(chance: Chance) -> tuple[Floats, Floats]:
    n = np.full(len(chance.own), float(chance.nodes))
    return (n - 1) * (n - 2), 2 * (n - 1) * (n - 2) * (n - 3)


_WAYS = dict(zip(ROLES, (_coordinator, _itinerant, _across, _across, _liaison, _total), strict=True))
"""By role: how many triples of organisations can make it, and how often two of them share a tie."""


SECTOR_KNOWN = Requires("org_sector_known", "sector_unknown", equals=True)
DIRECTED = Requires("roles_directed", "layer_without_direction", equals=True)
SOURCE = "Gould and Fernandez 1989; R sna brokerage"

MEASURES = (
    Measure("org_sector_known", Unit.YES_NO, high=1, source="own definition: unknown is not zero"),
    Measure("roles_directed", Unit.YES_NO, high=1, source="own definition"),
    *if_known(
        "roles_answered",
        *(Measure(name, Unit.COUNT, requires=(SECTOR_KNOWN,), source=SOURCE) for name in ROLES),
        *(
            Measure(
                f"{name}_{part}",
                Unit.INDEX,
                low=low,
                count=name,
                requires=(SECTOR_KNOWN, DIRECTED, *more),
                source=SOURCE,
            )
            for name in ROLES
            for part, low, more in (
                ("expected", 0.0, ()),
                ("sd", 0.0, ()),
                ("z", -np.inf, (Requires(f"{name}_sd", "no_variance", low=np.nextafter(0, 1)),)),
            )
        ),
        both=True,
    ),
)

FAMILY = Family("region_brokerage", Level.ORGANISATION, measure_brokerage, MEASURES)

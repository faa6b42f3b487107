"""What would change: the same measures, of a network as it is and as it could be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.client.catalogue import measure_network
from netwerkanalyse.metrics.client.routes import return_routes
from netwerkanalyse.metrics.client.sensitivity import LITTLE, MUCH
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model.arrays import Ints
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.recommend.change import Change
from netwerkanalyse.recommend.variants import variants

FAMILIES = {
    Level.CLIENT: ("coverage", "gaps", "fragility", "doubles", "cohesion", "bridging", "brokerage", "roles"),
    Level.DOMAIN: ("coverage", "gaps", "fragility", "doubles", "routes"),
    Level.MEMBER: ("load",),
}
"""The families of measures that proposals speak of, by what a row is."""

CLOSED_ROUTES, OVER_CAPACITY = "closed_routes", "people_over_capacity"
"""Counted per client: professionals whose support ended and whom nobody could bring back, from the table of return
routes; and people of whom more is asked than they said they can give, from the measures of people."""

SPARED_CLOSED, CRISIS_NEAR, CRISIS_AGREED = "spared_without_way_back", "crisis_near", "crisis_agreed"
"""Counted per client: professionals who could be spared and whom nobody could bring back; life domains from which
crisis support is near, and those of them of which the client agreed that it may know."""


WORTH_COMPILING = 20_000
"""Work (people, pairs and support, over all variants) below which it is done a little at a time, uncompiled: one client
never waits for a compiler, and a caseload does once a machine. All families together are measured, so that it pays
sooner than for the few that sensitivity looks at."""


@dataclass(frozen=True)
class Measured:
    """What measures say of networks, by number instead of by name.

    Parameters
    ----------
    client
        Name of the measure to an array of networks.
    domain
        Name of the measure to an array of networks by life domains.
    closed
        A network a row, the professionals behind :data:`CLOSED_ROUTES`.
    """

    client: dict[str, np.ndarray]
    domain: dict[str, np.ndarray]
    closed: tuple[tuple[str, ...], ...]


def measured(caseload: Caseload, cutoffs: Cutoffs) -> Measured:
    """Measure everything that proposals speak of.

    Parameters
    ----------
    caseload
        Any number of clients.
    cutoffs
        The cut-offs used.

    Returns
    -------
    measured
        Numbers; yes is 1, no is 0, and what cannot be told is NaN. A code is its position in the vocabulary.
    """
    network = Network(caseload)
    by_level = {
        level: measure_network(network, names, level=level, cutoffs=cutoffs) for level, names in FAMILIES.items()
    }
    client = _numbers(by_level[Level.CLIENT])
    routes = return_routes(network, cutoffs)
    closed, spared = _closed_routes(network, routes, "ended"), _closed_routes(network, routes, "spared")
    client[SPARED_CLOSED] = np.array([len(people) for people in spared], dtype=float)
    client[CLOSED_ROUTES] = np.array([len(people) for people in closed], dtype=float)
    client[OVER_CAPACITY] = _over_capacity(network, by_level[Level.MEMBER])
    domain = {
        name: values.reshape(len(caseload), len(DOMAIN.names))
        for name, values in _numbers(by_level[Level.DOMAIN]).items()
    }
    for name, route in ((CRISIS_NEAR, "crisis_contact"), (CRISIS_AGREED, "crisis_route")):
        client[name] = np.sum(domain[route] == 1, axis=1).astype(float)
    return Measured(client, domain, closed)


def what_if(caseload: Caseload, client: Ints, changes: Sequence[Change], cutoffs: Cutoffs) -> Measured:
    """Measure every change as if it had been made.

    Parameters
    ----------
    caseload
        Any number of clients.
    client
        The position of the client that each change is about.
    changes
        The changes.
    cutoffs
        The cut-offs used.

    Returns
    -------
    measured
        A row a change, in order.
    """
    parts = [
        measured(variants(caseload, client[part], [changes[at] for at in part]), cutoffs)
        for part in _pieces(caseload, client)
    ]
    if not parts:
        return measured(variants(caseload, client, changes), cutoffs)
    return Measured(
        {name: np.concatenate([part.client[name] for part in parts]) for name in parts[0].client},
        {name: np.concatenate([part.domain[name] for part in parts]) for name in parts[0].domain},
        tuple(people for part in parts for people in part.closed),
    )


def _pieces(caseload: Caseload, client: Ints) -> Iterator[Ints]:
    """Cut the work in pieces: so little at a time that nobody waits for a compiler, or what fits well in memory."""
    size = np.ones(len(caseload), dtype=np.int64)
    for name in ("members", "ties", "supports"):
        size += np.bincount(caseload.keys.client[name], minlength=len(caseload))
    work = np.cumsum(size[client])
    most = LITTLE if len(work) and work[-1] <= WORTH_COMPILING else MUCH
    piece = (work - size[client]) // most if len(work) else work
    for number in np.unique(piece):
        yield np.flatnonzero(piece == number)


def _closed_routes(network: Network, routes: pd.DataFrame, because: str) -> tuple[tuple[str, ...], ...]:
    """List the professionals whose support ended, or could be spared, and whom nobody could bring back."""
    closed = (routes["because"] == because).to_numpy() & ~routes["way_back"].fillna(value=True).to_numpy(dtype=bool)
    people: list[tuple[str, ...]] = [()] * len(network.caseload)
    for client, member in routes.index[closed]:
        at = int(network.clients.get_loc(client))
        people[at] = (*people[at], member)
    return tuple(people)


def _over_capacity(network: Network, load: pd.DataFrame) -> np.ndarray:
    """Count the people of whom more is asked than they said they can give."""
    over = load["over_capacity"].fillna(value=False).to_numpy(dtype=float)
    client = np.repeat(np.arange(len(network.caseload)), np.diff(network.people.start))
    return np.bincount(client, over, minlength=len(network.caseload))


def _numbers(frame: pd.DataFrame) -> dict[str, np.ndarray]:
    """Write every measure as a number."""
    columns = {
        name: column.cat.codes.replace(-1, np.nan) if column.dtype == "category" else column
        for name, column in frame.items()
    }
    return {name: column.to_numpy(dtype=float, na_value=np.nan) for name, column in columns.items()}

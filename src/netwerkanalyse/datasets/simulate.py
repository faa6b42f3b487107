"""Synthetic caseloads of any size, with the gaps and doublures that were planted in them.

Everything is made up: the volumes, the shares and the chances are chosen so that every situation occurs, and describe
no population, region or organisation. Use it to see whether a measure finds what is there, and how long that takes;
never to say how often something occurs.

What is plausible: roles go with their sector, law, organisation and life domains; networks differ in size and in share
of professionals, and a few clients have nobody; relatives are often tied, as are colleagues of one organisation;
organisations are chosen by nearness, with a few large ones; some pairs, needs and cells are unknown.

What is not: people do not change over time, a network does not depend on the needs (nor needs on each other), people
serve one client only, amounts are drawn from the combinations that make the plan true, ratings depend on coverage only,
and there are no goals, themes, meetings or consents.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict, Unpack

import numpy as np
import pandas as pd

from netwerkanalyse.datasets.simulation.connection import apart_of
from netwerkanalyse.datasets.simulation.contacts import contacts_of
from netwerkanalyse.datasets.simulation.design import BLOCK, Design
from netwerkanalyse.datasets.simulation.frames import Columns, caseload_frames, compact, stacked, truth_frame
from netwerkanalyse.datasets.simulation.needs import needs_of
from netwerkanalyse.datasets.simulation.people import clients_of, people_of
from netwerkanalyse.datasets.simulation.plan import planned
from netwerkanalyse.datasets.simulation.region import Region, region_of
from netwerkanalyse.datasets.simulation.support import beside, support_of, with_beside
from netwerkanalyse.datasets.simulation.ties import pairs_of, tie_rows
from netwerkanalyse.model.caseload import Caseload


@dataclass(frozen=True)
class Simulated:
    """A synthetic caseload and what was planted in it.

    Parameters
    ----------
    caseload
        The caseload; every client is made up.
    truth
        One row a planted code of a life domain with a row in the needs table: ``client``, ``domain``, ``code``. Gap
        codes are G1 (absent), G2 (short), G3 (wrong type), G4 (wrong kind), G6 (connection), G8 (experienced) and GU
        (unknown). Beside these, every life domain with a known need has one class of double coverage. A gap code that
        is not listed does not hold, or cannot be told because the wish, the rating or a contact is not known.
    """

    caseload: Caseload
    truth: pd.DataFrame


class Options(TypedDict, total=False):
    """How :func:`simulate` can be told otherwise."""

    seed: int
    members: float
    organisations: int
    areas: int
    unknown: float
    contacts: float


def simulate(
    clients: int,
    *,
    seed: int = 0,
    members: float = 20.0,
    organisations: int = 300,
    areas: int = 25,
    unknown: float = 0.05,
    contacts: float = 0.0,
    first: int = 0,
) -> Simulated:
    """Simulate a caseload of fictional clients, with the truth that was planted.

    Parameters
    ----------
    clients
        How many.
    seed
        Same seed, same caseload.
    members
        Mean number of people around a client; a few clients have nobody, some have twice as many.
    organisations, areas
        How many there are in the region.
    unknown
        Share of what nobody knows: pairs, needs, and optional cells of people and support. With 0 everything is known.
    contacts
        Mean number of dated contacts, in the last year, of each support that happens.
    first
        Number of the first client: a client is the same whatever part of the caseload is made.

    Returns
    -------
    simulated
        The caseload and the truth. All volumes are synthetic.

    Raises
    ------
    ValueError
        If a number cannot be: fewer than no clients, an unknown share above 1, fewer organisations than sectors.

    Examples
    --------
    >>> simulated = simulate(50, seed=1)
    >>> len(simulated.caseload)
    50
    >>> list(simulated.truth)
    ['client', 'domain', 'code']
    """
    design = Design(seed, members, organisations, areas, unknown, contacts)
    if clients < 0 or first < 0:
        message = f"clients and first must not be negative: {clients}, {first}"
        raise ValueError(message)
    region, last = region_of(design), first + clients
    blocks = [_cut(_block(design, region, block), first, last) for block in _blocks(first, last)]
    tables = {name: stacked([block.pop(name) for block in blocks]) for name in list(blocks[0])}
    truth = truth_frame(tables.pop("truth"), first, last)
    return Simulated(Caseload.build(caseload_frames(tables, design, region, first, last)), truth)


def simulate_parts(clients: int, *, part: int = 100_000, **options: Unpack[Options]) -> Iterator[Simulated]:
    """Simulate a large caseload part by part, so that memory holds one part at a time.

    Parameters
    ----------
    clients
        How many in all.
    part
        How many at most in one part.
    **options
        As :func:`simulate`.

    Yields
    ------
    simulated
        The next part. The clients are those that :func:`simulate` gives, whatever the size of the parts.

    Examples
    --------
    >>> [len(simulated.caseload) for simulated in simulate_parts(50, part=20, seed=1)]
    [20, 20, 10]
    """
    for first in range(0, clients, part):
        yield simulate(min(part, clients - first), first=first, **options)


def _blocks(first: int, last: int) -> range:
    """Give the blocks in which clients lie; at least one, so that no clients are tables without rows."""
    return range(first // BLOCK, max(-(-last // BLOCK), first // BLOCK + 1))


def _block(design: Design, region: Region, block: int) -> dict[str, Columns]:
    """Draw all tables of one block of clients."""
    rng = design.block_chance(block)
    clients = clients_of(rng, design, region, BLOCK)
    people = people_of(rng, design, region, clients)
    pairs = pairs_of(rng, design, clients, people)
    cells, supporters = planned(rng, design, clients, people, pairs)
    need, supports = support_of(rng, design, people, cells, supporters)
    apart = apart_of(cells, supporters, pairs)
    needs, truth = needs_of(rng, design, people, cells, supporters, need, supports, apart)
    others = beside(rng, design, people, cells)
    tables = {
        "clients": clients._asdict(),
        "members": people._asdict(),
        "ties": tie_rows(rng, clients, people, pairs)._asdict(),
        "needs": needs._asdict(),
        "supports": with_beside(supports, others)._asdict(),
        "contacts": contacts_of(rng, design, supports)._asdict(),
        "truth": truth._asdict(),
    }
    begin = block * BLOCK
    return {name: compact({**columns, "client": columns["client"] + begin}) for name, columns in tables.items()}


def _cut(tables: dict[str, Columns], first: int, last: int) -> dict[str, Columns]:
    """Keep the clients from ``first`` up to ``last``."""

    def kept(columns: Columns) -> Columns:
        inside = slice(*np.searchsorted(columns["client"], [first, last]))
        return {name: values[inside] for name, values in columns.items()}

    return {name: kept(columns) for name, columns in tables.items()}

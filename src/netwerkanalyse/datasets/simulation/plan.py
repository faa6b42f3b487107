"""What is planted in each life domain, and who gives the support.

For every life domain that a client talked about, the plan is drawn first; then people are sought who make it true. One
of them, the anchor, decides: overlap is coordinated when everybody else coordinates with the anchor, and uncoordinated
when nobody does. Where a network has no people for a plan, the plan gives way: to one supporter, or to none.
"""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from netwerkanalyse.datasets.simulation.design import Design, Flags, Ints, choose, offsets
from netwerkanalyse.datasets.simulation.people import Clients, People
from netwerkanalyse.datasets.simulation.roles import FAMILY, FORMAL, HELPS_WITH, KIND_OF
from netwerkanalyse.datasets.simulation.ties import NO, UNKNOWN, YES, Pairs
from netwerkanalyse.model.vocabulary import DOMAIN


class Plan(IntEnum):
    """What is planted in a life domain."""

    NO_NEED = 0
    WITHOUT_NEED = 1
    ABSENT = 2
    ONE = 3
    COMPLEMENTARY = 4
    COORDINATED = 5
    DOUBLURE = 6
    POSSIBLE = 7
    OVERLAP = 8
    INTENDED = 9
    EMOTIONAL = 10
    NOT_ASKED = 11


_SHARES = (0.06, 0.03, 0.07, 0.12, 0.36, 0.12, 0.09, 0.04, 0.05, 0.03, 0.03)
"""How often each plan is drawn among needs that were asked about."""

_MOST_OTHERS = np.array([0, 1, 0, 0, 5, 5, 3, 1, 3, 3, 3, 3])
"""How many people may support beside the anchor, by plan."""

_TALKED_ABOUT = 0.65
"""Share of life domains that come up with a client."""

_LOOKED_AT = 20
"""How many people of the client are looked at, in random order, to fill a plan."""

SURPLUS = (Plan.COORDINATED, Plan.DOUBLURE, Plan.POSSIBLE, Plan.OVERLAP)
"""Plans in which the support exceeds the need."""

COUNTED = (*SURPLUS, Plan.WITHOUT_NEED, Plan.COMPLEMENTARY, Plan.INTENDED)
"""Plans in which only support counts that can be double: not that of friends and peers, and nothing emotional."""

_SEVERAL = (*SURPLUS, Plan.COMPLEMENTARY, Plan.INTENDED, Plan.EMOTIONAL)
_SUPPORTED = (*_SEVERAL, Plan.WITHOUT_NEED, Plan.ONE, Plan.NOT_ASKED)
_FORMAL_ANCHOR = (Plan.DOUBLURE, Plan.POSSIBLE, Plan.OVERLAP)


class Cells(NamedTuple):
    """The life domains that clients talked about, client by client."""

    client: Ints
    domain: Ints
    plan: Ints


class Supporters(NamedTuple):
    """Who supports in which cell, cell by cell; ``person`` is a row of the people."""

    cell: Ints
    person: Ints


def planned(
    rng: np.random.Generator, design: Design, clients: Clients, people: People, pairs: Pairs
) -> tuple[Cells, Supporters]:
    """Draw the plan of every cell and the people who make it true.

    Returns
    -------
    cells
        With the plan that came true.
    supporters
        With them.
    """
    cells = _drawn(rng, design, len(clients.client))
    if not people.here.any():
        nobody = np.zeros(0, dtype=np.int64)
        return cells._replace(plan=_given_way(cells.plan, np.zeros_like(cells.plan))), Supporters(nobody, nobody)
    candidates, there = _candidates(rng, people, cells)
    able = there & HELPS_WITH[people.role[candidates], cells.domain[:, None]]
    able &= np.isin(cells.plan, _SUPPORTED)[:, None]
    able &= _counts(people)[candidates] | ~np.isin(cells.plan, COUNTED)[:, None]
    anchors = able & (_formal(people)[candidates] | ~np.isin(cells.plan, _FORMAL_ANCHOR)[:, None])
    anchors &= np.cumsum(anchors, axis=1) == 1
    anchor = candidates[np.arange(len(candidates)), anchors.argmax(axis=1)]
    fits = able & anchors.any(axis=1)[:, None] & (candidates != anchor[:, None])
    fits &= _relation_fits(cells.plan, people, pairs, anchor, candidates, fits)
    most = rng.integers(np.minimum(1, _MOST_OTHERS[cells.plan]), _MOST_OTHERS[cells.plan] + 1)
    chosen = anchors | fits & (np.cumsum(fits, axis=1) <= most[:, None])
    cell, column = np.nonzero(chosen)
    came_true = _given_way(cells.plan, chosen.sum(axis=1))
    return cells._replace(plan=came_true), Supporters(cell, candidates[cell, column])


def _drawn(rng: np.random.Generator, design: Design, clients: int) -> Cells:
    """Draw which life domains come up and what is planned there."""
    client, domain = np.nonzero(rng.random((clients, len(DOMAIN.names))) < _TALKED_ABOUT)
    plan = choose(rng, _SHARES, len(client))
    plan[rng.random(len(client)) < design.unknown] = Plan.NOT_ASKED
    return Cells(client, domain, plan)


def _candidates(rng: np.random.Generator, people: People, cells: Cells) -> tuple[Ints, Flags]:
    """Give each cell people who are in the network, in random order and each once, and tell where they run out."""
    rows = np.flatnonzero(people.here)
    rows = rows[np.lexsort([rng.random(len(rows)), people.client[rows]])]
    count = np.bincount(people.client[rows], minlength=cells.client.max(initial=0) + 1)
    start = offsets(count)[cells.client]
    count = count[cells.client]
    turn = (rng.random(len(count)) * count).astype(np.int64)[:, None] + np.arange(_LOOKED_AT)
    there = np.arange(_LOOKED_AT) < count[:, None]
    position = start[:, None] + turn % np.maximum(count, 1)[:, None]
    return np.append(rows, 0)[np.where(there, position, len(rows))], there


def _formal(people: People) -> Flags:
    return KIND_OF[people.role] == FORMAL


def _counts(people: People) -> Flags:
    """Tell whose support counts when support is compared with need: friends and peers never make a doublure."""
    return _formal(people) | FAMILY[people.role]


def _relation_fits(plan: Ints, people: People, pairs: Pairs, anchor: Ints, candidates: Ints, possible: Flags) -> Flags:
    """Tell which candidates stand to the anchor as the plan asks."""
    cell, column = np.nonzero(possible & np.isin(plan, SURPLUS)[:, None])
    other, first = candidates[cell, column], anchor[cell]
    state = pairs.between(first, other)
    employer = people.organisation
    elsewhere = (employer[other] >= 0) & (employer[first] >= 0) & (employer[other] != employer[first])
    rival = _formal(people)[other] & elsewhere
    asked = plan[cell]
    fits = (
        ((asked == Plan.COORDINATED) & (state == YES))
        | ((asked == Plan.DOUBLURE) & (state == NO) & rival)
        | ((asked == Plan.POSSIBLE) & (state == UNKNOWN) & rival)
        | ((asked == Plan.OVERLAP) & (state == NO) & ~_formal(people)[other])
    )
    every = np.ones(possible.shape, dtype=bool)
    every[cell, column] = fits
    return every


def _given_way(plan: Ints, supporters: Ints) -> Ints:
    """Give the plan that came true with so many supporters."""
    several = np.isin(plan, _SEVERAL)
    plan = np.where((several | (plan == Plan.ONE)) & (supporters == 0), Plan.ABSENT, plan)
    plan = np.where(several & (supporters == 1), Plan.ONE, plan)
    return np.where((plan == Plan.WITHOUT_NEED) & (supporters == 0), Plan.NO_NEED, plan)

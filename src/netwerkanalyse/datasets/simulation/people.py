"""The people around each client."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.datasets.simulation.design import (
    Days,
    Design,
    Flags,
    Floats,
    Ints,
    blanked,
    choose,
    days_before,
    offsets,
)
from netwerkanalyse.datasets.simulation.region import Region, areas_of, organisations_of
from netwerkanalyse.datasets.simulation.roles import (
    FAMILY,
    FORMAL,
    INFORMAL,
    KIND_OF,
    ONCE,
    PEER,
    STAYS,
    rows_of,
)

NO, YES, BLANK = 0, 1, -1
"""Answers to a question of yes or no."""

_SPREAD = 3.0
"""Shape of the distribution of network sizes: the lower, the more skewed."""


class Clients(NamedTuple):
    """What is drawn for a client: where they live, who stands around them, whether all pairs were asked about."""

    client: Ints
    area: Ints
    all_asked: Flags
    with_strengths: Flags


class People(NamedTuple):
    """The people of a block, client by client.

    ``number`` counts within the client. ``here`` tells who is in the network at the reference date. Whole numbers are
    -1 where blank, dates NaT, other numbers NaN.
    """

    client: Ints
    number: Ints
    role: Ints
    organisation: Ints
    here: Flags
    circle: Ints
    helping: Ints
    hindering: Ints
    capacity: Floats
    burden: Floats
    active: Ints
    unwanted: Ints
    unsafe: Ints
    stays: Ints
    start: Days
    end: Days


def clients_of(rng: np.random.Generator, design: Design, region: Region, clients: int) -> Clients:
    """Draw the clients of a block."""
    listed = min(1.0, 3 * design.unknown)
    return Clients(
        np.arange(clients),
        areas_of(rng, region, clients),
        rng.random(clients) >= listed,
        rng.random(clients) < 0.5,
    )


def people_of(rng: np.random.Generator, design: Design, region: Region, clients: Clients) -> People:
    """Draw the people around the clients of a block.

    The number of people is gamma-Poisson: most networks are near the mean, some are twice as large, a few have nobody.
    The share of professionals differs from client to client.
    """
    count = len(clients.client)
    sizes = rng.poisson(design.members * rng.gamma(_SPREAD, 1 / _SPREAD, count))
    client = np.repeat(clients.client, sizes)
    number = np.arange(len(client)) - offsets(sizes)[client]
    role = _roles(rng, client, _kinds(rng, client, count))
    organisation = organisations_of(rng, region, clients.area, client, role)
    start, end = _periods(rng, design, role)
    unwanted = np.where((KIND_OF[role] == INFORMAL) & (rng.random(len(client)) < 0.02), YES, NO)
    away = (unwanted == YES) | (rng.random(len(client)) < 0.04)
    active = np.where(away, NO, blanked(rng, np.full(len(client), YES), design.unknown, BLANK))
    return People(
        client,
        number,
        role,
        blanked(rng, organisation, design.unknown, -1),
        ~away & ~(end <= design.reference_date),
        _circles(rng, design, role),
        *_help_and_hindrance(rng, design, role),
        *_load(rng, design, role),
        active,
        unwanted,
        np.where((unwanted == YES) & (rng.random(len(client)) < 0.2), YES, NO),
        np.where(STAYS[role], YES, BLANK),
        start,
        end,
    )


def _kinds(rng: np.random.Generator, client: Ints, clients: int) -> Ints:
    """Draw kinds: the share of professionals differs by client, some have none and some nobody else."""
    formal = rng.beta(3.0, 3.0, clients)[client]
    drawn = rng.random(len(client))
    return np.where(drawn < formal, FORMAL, np.where(drawn < formal + 0.12 * (1 - formal), PEER, INFORMAL))


def _roles(rng: np.random.Generator, client: Ints, kind: Ints) -> Ints:
    """Draw roles that fit the kind; a client has one mother, one general practitioner."""
    role = np.empty(len(client), dtype=np.int64)
    for one in (INFORMAL, FORMAL, PEER):
        rows, shares = rows_of(one)
        of_kind = kind == one
        role[of_kind] = rows[choose(rng, shares, int(of_kind.sum()))]
    _, first = np.unique(client * len(ONCE) + role, return_index=True)
    again = np.ones(len(client), dtype=bool)
    again[first] = False
    spare = np.array([rows_of(one)[0][0] for one in range(3)])
    return np.where(again & ONCE[role], spare[kind], role)


def _periods(rng: np.random.Generator, design: Design, role: Ints) -> tuple[Days, Days]:
    """Draw since when professionals are there, and until when: most without an end, some ended, some will end."""
    count = len(role)
    formal = KIND_OF[role] == FORMAL
    start = np.where(formal, days_before(rng, design.reference_date, 400, 2000, count), np.datetime64("NaT"))
    ended = days_before(rng, design.reference_date, 0, 300, count)
    ending = days_before(rng, design.reference_date, -400, -1, count)
    drawn = rng.random(count)
    end = np.where(drawn < 0.05, ended, np.where(drawn < 0.15, ending, np.datetime64("NaT")))
    return (
        blanked(rng, start, design.unknown, np.datetime64("NaT")),
        np.where(formal, end, np.datetime64("NaT")),
    )


def _circles(rng: np.random.Generator, design: Design, role: Ints) -> Ints:
    """Draw how close people are: family mostly near, professionals mostly further away."""
    near = np.where(FAMILY[role], 0.45, np.where(KIND_OF[role] == FORMAL, 0.05, 0.2))
    drawn = rng.random(len(role))
    circle = np.where(drawn < near, 1, np.where(drawn < near + 0.35, 2, 3))
    return blanked(rng, circle, design.unknown, -1)


def _help_and_hindrance(rng: np.random.Generator, design: Design, role: Ints) -> tuple[Ints, Ints]:
    """Draw how much people help and how much strength they cost: two answers, neither follows from the other."""
    helping = choose(rng, (0.08, 0.27, 0.40, 0.25), len(role))
    family = choose(rng, (0.55, 0.25, 0.13, 0.07), len(role))
    others = choose(rng, (0.75, 0.17, 0.06, 0.02), len(role))
    hindering = np.where(FAMILY[role], family, others)
    return blanked(rng, helping, design.unknown, -1), blanked(rng, hindering, design.unknown, -1)


def _load(rng: np.random.Generator, design: Design, role: Ints) -> tuple[Floats, Floats]:
    """Draw what naasten can give in all, and for some of the family a burden score."""
    count = len(role)
    capacity = np.where(KIND_OF[role] == INFORMAL, rng.integers(1, 9, count) / 2, np.nan)
    burden = np.where(FAMILY[role] & (rng.random(count) < 0.2), rng.binomial(15, rng.beta(1.2, 2.5, count)), np.nan)
    return blanked(rng, capacity, design.unknown, np.nan), burden.astype(np.float64)

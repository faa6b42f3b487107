"""The allocation as a problem on groups: asks for which the same services are open are one node of a flow."""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple

import numpy as np

from netwerkanalyse.model.arrays import Flags, Floats, Ints
from netwerkanalyse.model.service_arrays import Pairs
from netwerkanalyse.model.vocabulary import DOMAIN, KIND
from netwerkanalyse.recommend.allocation.asks import Asks
from netwerkanalyse.recommend.fitting import Criterion, Fit
from netwerkanalyse.recommend.social_map import SocialMap

_CELLS = 4_000_000
"""How many cells of groups by services are looked at together, so that memory is bounded."""


class Why(IntEnum):
    """Why no service is open to an ask; ``NO_PLACE`` when one is, and only its places can be the reason."""

    NO_SERVICE = 0
    NOT_ELIGIBLE = 1
    TOO_FAR = 2
    NO_PLACE = 3


class Problem(NamedTuple):
    """Groups of asks, and the services open to each.

    ``group`` numbers the group of every ask; ``order`` puts the asks in the order in which they come. An arc is a
    group (``tail``, ascending) and a service (``head``) that is open to it. ``places`` are free places by service, and
    ``why`` says of each group how far it comes.
    """

    group: Ints
    order: Ints
    tail: Ints
    head: Ints
    places: Ints
    why: Ints

    @property
    def place(self) -> Ints:
        """Where each ask stands in the order, 0 for the first."""
        place = np.empty(len(self.order), dtype=np.int64)
        place[self.order] = np.arange(len(self.order))
        return place


class Terms(NamedTuple):
    """What decides which services are open.

    ``fits`` are the criteria of :func:`netwerkanalyse.recommend.fitting.fitting`; ``far`` tells, in rows as those of
    the criterion *area*, which services are too far; ``slow`` which have a wait that is too long; ``shut`` pairs asks
    with services that are closed to them.
    """

    fits: Mapping[str, Criterion]
    far: Flags
    slow: Flags
    shut: Pairs


def problem_of(asks: Asks, services: SocialMap, terms: Terms, places: Ints, order: Ints) -> Problem:
    """Group asks, and find the services open to each group.

    Parameters
    ----------
    asks
        What clients lack.
    services
        The social map.
    terms
        What decides.
    places
        Free places by service.
    order
        The asks in the order in which they come.

    Returns
    -------
    problem
        Without any loop over clients: there is one over parts of the groups.
    """
    sets, first = _numbered_sets(terms.shut, len(asks.client))
    filters = _filters(asks, services, terms)
    signature = np.column_stack([*(value for value, _ in filters.values()), sets])
    different, group = np.unique(signature, axis=0, return_inverse=True)
    tails, heads, why = [np.empty(0, np.int64)], [np.empty(0, np.int64)], np.zeros(len(different), dtype=np.int64)
    tables = {name: table for name, (_, table) in filters.items()}
    for rows in _parts(len(different), len(places)):
        flags = {name: tables[name][different[rows, at]] for at, name in enumerate(tables)}
        here = flags["domain"] & flags["area"]
        fit = here & flags["age"] & flags["law"] & flags["language"] & flags["kind"]
        ask = first[different[rows, -1]]
        row, service = _shut(terms.shut, ask)
        fit[row, service] = False
        open_ = fit & flags["near"] & ~terms.slow
        why[rows] = here.any(axis=1).astype(np.int64) + fit.any(axis=1) + open_.any(axis=1)
        tail, head = np.nonzero(open_)
        tails.append(tail + rows[0])
        heads.append(head)
    return Problem(group.reshape(-1), order, np.concatenate(tails), np.concatenate(heads), places, why)


def _filters(asks: Asks, services: SocialMap, terms: Terms) -> dict[str, tuple[Ints, Flags]]:
    """Give every filter as the value that each ask has, and a table of values by services that tells what passes."""
    entries = services.entries
    domain = np.array([[name in one.domains for one in entries] for name in DOMAIN.names], dtype=bool)
    sort = np.array([1 << KIND.position[one.kind or "formal"] for one in entries], dtype=np.int64)
    kinds = (np.arange(1 << len(KIND.names))[:, None] & sort) > 0
    found = {"domain": (asks.domain, domain), "kind": (asks.kinds, kinds)}
    for name, criterion in terms.fits.items():
        found[name] = _merged(criterion.value[asks.client], criterion.fit != Fit.BROKEN)
    found["near"] = _merged(terms.fits["area"].value[asks.client], ~terms.far)
    return found


def _merged(value: Ints, passes: Flags) -> tuple[Ints, Flags]:
    """Give values that let the same services pass one number: ages become bands."""
    if not passes.size:
        return np.zeros_like(value), np.ones((1, passes.shape[1]), dtype=bool)
    rows, number = np.unique(passes, axis=0, return_inverse=True)
    return number.reshape(-1)[value], rows


def _numbered_sets(shut: Pairs, asks: int) -> tuple[Ints, Ints]:
    """Number the different sets of services that are closed to asks, and give the first ask with each."""
    size = np.bincount(shut.area, minlength=asks)
    start, width = np.cumsum(size) - size, int(shut.other.max(initial=0)) + 2
    number = np.zeros(asks, dtype=np.int64)
    for place in range(int(size.max(initial=0))):
        has = np.flatnonzero(size > place)
        key = number * width
        key[has] += shut.other[start[has] + place] + 1
        number = np.unique(key, return_inverse=True)[1].reshape(-1)
    return number, np.unique(number, return_index=True)[1]


def _shut(shut: Pairs, ask: Ints) -> tuple[Ints, Ints]:
    """Give the services closed to some asks, as rows of those asks with services."""
    start, end = np.searchsorted(shut.area, ask), np.searchsorted(shut.area, ask, side="right")
    size = end - start
    offset = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
    return np.repeat(np.arange(len(ask)), size), shut.other[np.repeat(start, size) + offset]


def _parts(groups: int, services: int) -> Iterator[Ints]:
    step = max(1, _CELLS // max(services, 1))
    for first in range(0, groups, step):
        yield np.arange(first, min(first + step, groups))


def too_far(distance: Floats, farthest: float) -> Flags:
    """Tell what is further than people can be expected to go; a distance that is not known keeps nobody away."""
    return distance > farthest

"""The social map as arrays: which service is where, and how areas lie in each other."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.model.keys import look_up
from netwerkanalyse.model.region import Region

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


class Pairs(NamedTuple):
    """Pairs of an area and something else, each once, by area.

    ``area`` and ``other`` are positions.
    """

    area: Ints
    other: Ints


class Coverage(NamedTuple):
    """Which services are where.

    ``whole``: areas with the services that are for the whole of them. A service that names an area is for everything
    that lies in it. ``part``: areas with the services that are for a part of them only.
    """

    whole: Pairs
    part: Pairs


def coverage(region: Region) -> Coverage:
    """Say which services are in which areas.

    Parameters
    ----------
    region
        The region. A place that is not among its areas is left out.

    Returns
    -------
    coverage
        Every area with its services. A service of a municipality is in all its neighbourhoods; a service of a
        neighbourhood is not in the whole municipality, also when it names all neighbourhoods that are listed: whether
        those are all there are, the table does not say.
    """
    areas, services = len(region.tables["areas"]), len(region.tables["services"])
    service, named = several(region.tables["services"]["areas"], pd.Index(region.tables["areas"]["area"]))
    inner, outer = within(parents(region))
    whole = _once(*_joined(named, service, outer, inner, areas), services)
    above = _once(*_joined(named, service, inner, outer, areas), services)
    only_part = ~np.isin(above.area * services + above.other, whole.area * services + whole.other)
    return Coverage(whole, Pairs(above.area[only_part], above.other[only_part]))


def parents(region: Region) -> Ints:
    """Give the position of the area that each area lies in, -1 for the largest."""
    return region.keys.refers["areas", "parent"]


def several(column: pd.Series, known: pd.Index) -> tuple[Ints, Ints]:
    """Take apart a column that holds several values a cell.

    Parameters
    ----------
    column
        Cells with :data:`~netwerkanalyse.model.fields.LIST_SEPARATOR` between the values.
    known
        The values that count.

    Returns
    -------
    row, value
        The row and the position in ``known`` of every value that is known.
    """
    apart = column.reset_index(drop=True).dropna().str.split(LIST_SEPARATOR).explode()
    position = look_up(apart, known)
    return apart.index.to_numpy(dtype=np.int64)[position >= 0], position[position >= 0]


def within(parent: Ints) -> tuple[Ints, Ints]:
    """Pair every area with itself and with every area it lies in.

    Parameters
    ----------
    parent
        Position of the area it lies in, -1 for none; nothing lies in itself.

    Returns
    -------
    inner, outer
        Positions.
    """
    inner = outer = np.arange(len(parent))
    pairs = [(inner, outer)]
    while len(inner):
        up = parent[outer]
        inner, outer = inner[up >= 0], up[up >= 0]
        pairs.append((inner, outer))
    inners, outers = zip(*pairs, strict=True)
    return np.concatenate(inners), np.concatenate(outers)


def counted_once(parent: Ints, known: Flags) -> Flags:
    """Choose the areas over which to add up, so that nobody is counted twice: as small as is known completely.

    An area is taken apart when every part of it is known (in its turn by its parts), and also when it is not known
    itself. Otherwise it counts as a whole.

    Parameters
    ----------
    parent
        Position of the area it lies in, -1 for none.
    known
        Whether the number of an area is known; a row an area, a column for each number.

    Returns
    -------
    counted
        Whether an area counts, in the shape of ``known``. Those that count but are not known are parts of which the
        number is missing.
    """
    inner, _ = within(parent)
    depth = np.bincount(inner, minlength=len(parent)) - 1
    has_parts = np.zeros(len(parent), dtype=bool)
    has_parts[parent[parent >= 0]] = True
    by_parts = np.repeat(has_parts[:, None], known.shape[1], axis=1)
    levels = [np.flatnonzero(depth == level) for level in range(1, int(depth.max(initial=0)) + 1)]
    for areas in reversed(levels):
        area, number = np.nonzero(~(known | by_parts)[areas])
        by_parts[parent[areas[area]], number] = False
    apart = has_parts[:, None] & (by_parts | ~known)
    reached = np.ones(known.shape, dtype=bool)
    for areas in levels:
        reached[areas] = reached[parent[areas]] & apart[parent[areas]]
    return reached & ~apart


def filled_in(parent: Ints, numbers: Floats, counted: Flags) -> Floats:
    """Give every area its number: what was filled in, else the sum over its parts when all of those are known.

    Parameters
    ----------
    parent
        Position of the area it lies in, -1 for none.
    numbers
        What was filled in, NaN when unknown; a row an area, a column for each number.
    counted
        What :func:`counted_once` chose.

    Returns
    -------
    numbers
        In the same shape; NaN when a part is not known.
    """
    inner, outer = within(parent)
    sums = np.zeros(numbers.shape)
    np.add.at(sums, outer, np.where(counted, numbers, 0)[inner])
    some = np.zeros(numbers.shape, dtype=bool)
    np.logical_or.at(some, outer, counted[inner])
    sums[~some] = np.nan
    missing = np.zeros(numbers.shape, dtype=bool)
    np.logical_or.at(missing, outer, (counted & np.isnan(numbers))[inner])
    sums[missing] = np.nan
    return np.where(np.isnan(numbers), sums, numbers)


def _joined(named: Ints, service: Ints, key: Ints, value: Ints, areas: int) -> tuple[Ints, Ints]:
    """Give every service each value of the areas it names."""
    values = value[np.argsort(key, kind="stable")]
    size = np.bincount(key, minlength=areas)
    start = np.cumsum(size) - size
    length = size[named]
    offset = np.arange(length.sum()) - np.repeat(np.cumsum(length) - length, length)
    return values[np.repeat(start[named], length) + offset], np.repeat(service, length)


def _once(area: Ints, service: Ints, services: int) -> Pairs:
    pair = np.unique(area * max(services, 1) + service)
    return Pairs(pair // max(services, 1), pair % max(services, 1))

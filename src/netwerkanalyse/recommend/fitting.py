"""Whom services are for: of every client and every service, whether area, age, law and language keep them apart.

One table a criterion, by the different values that clients have rather than by client: a hundred thousand clients have
few areas, ages, laws and languages.
"""

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.model.arrays import Codes, Floats, Ints
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.recommend.social_map import Service, SocialMap


class Fit(IntEnum):
    """Whether a criterion keeps a client and a service apart."""

    KEEPS = 0
    BROKEN = 1
    SILENT = 2
    UNKNOWN = 3


class Criterion(NamedTuple):
    """One criterion.

    ``value`` numbers what each client has; ``fit`` holds a :class:`Fit` for every such value by every service, in the
    order of :attr:`SocialMap.entries`.
    """

    value: Ints
    fit: Codes

    def of(self, client: int) -> Codes:
        """Give the fit of one client with every service."""
        row: Codes = self.fit[self.value[client]]
        return row


def fitting(caseload: Caseload, services: SocialMap) -> Mapping[str, Criterion]:
    """Lay clients beside services.

    Parameters
    ----------
    caseload
        Any number of clients.
    services
        The social map.

    Returns
    -------
    fitting
        The criteria ``area``, ``age``, ``law`` and ``language``. Blank on either side is unknown, and keeps nobody
        away; a service without ages is silent about age.
    """
    clients = caseload.tables["clients"]
    entries = services.entries
    return {
        "area": _overlap(clients["area"], services.places_of, [one.areas for one in entries]),
        "age": _ages(clients["age"].to_numpy(dtype=float, na_value=np.nan), entries),
        "law": _overlap(clients["laws"], lambda laws: frozenset(laws.split(LIST_SEPARATOR)), [s.laws for s in entries]),
        "language": _overlap(clients["language"], lambda one: frozenset((one,)), [s.languages for s in entries]),
    }


def _overlap(column: pd.Series, meaning: Callable[[str], frozenset[str]], offered: list[frozenset[str]]) -> Criterion:
    """Fit where what a client has and what a service names have something in common."""
    number, words = pd.factorize(column.astype(object).where(column.notna(), ""))
    rows = [_one_overlap(meaning(word) if word else frozenset(), offered) for word in words]
    return Criterion(number.astype(np.int64), np.array(rows, dtype=np.int16).reshape(len(rows), len(offered)))


def _one_overlap(mine: frozenset[str], offered: list[frozenset[str]]) -> list[Fit]:
    return [Fit.UNKNOWN if not (mine and one) else Fit.KEEPS if mine & one else Fit.BROKEN for one in offered]


def _ages(ages: Floats, entries: tuple[Service, ...]) -> Criterion:
    different, number = np.unique(ages, return_inverse=True)
    lowest, highest = (
        (
            np.array([np.nan if age is None else age for age in limits], dtype=float)
            for limits in zip(*((one.age_from, one.age_to) for one in entries), strict=True)
        )
        if entries
        else (np.empty(0), np.empty(0))
    )
    years: npt.NDArray[np.float64] = different[:, None]
    outside = (years < lowest) | (years > highest)
    fit = np.where(np.isnan(years), Fit.UNKNOWN, np.where(outside, Fit.BROKEN, Fit.KEEPS))
    fit[:, np.isnan(lowest) & np.isnan(highest)] = Fit.SILENT
    return Criterion(number.astype(np.int64), fit.astype(np.int16))

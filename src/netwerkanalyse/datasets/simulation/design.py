"""What a simulated caseload should look like, and where its chance comes from."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Days = npt.NDArray[np.datetime64]

BLOCK = 1024
"""Clients drawn together. Chance belongs to a block: a client is the same however a caseload is cut in parts."""


@dataclass(frozen=True)
class Design:
    """What a simulated caseload should look like.

    Parameters
    ----------
    seed
        Same seed, same caseload.
    members
        Mean number of people around a client.
    organisations, areas
        How many there are in the region.
    unknown
        Share of what nobody knows: pairs, needs, and optional cells of people and support.
    contacts
        Mean number of dated contacts in the last year of each support that happens.
    reference_date
        The day the picture holds, the same for every client.
    """

    seed: int = 0
    members: float = 20.0
    organisations: int = 300
    areas: int = 25
    unknown: float = 0.05
    contacts: float = 0.0
    reference_date: np.datetime64 = field(default_factory=lambda: np.datetime64("2026-03-01", "D"))

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn."""
        for name, low, high in (
            ("seed", 0, np.inf),
            ("members", 0, 60),
            ("organisations", 1, 10_000_000),
            ("areas", 1, 100_000),
            ("unknown", 0, 1),
            ("contacts", 0, 1_000),
        ):
            value = getattr(self, name)
            if not low <= value <= high:
                message = f"{name} must lie between {low} and {high}, not {value}"
                raise ValueError(message)

    def region_chance(self) -> np.random.Generator:
        """Give the chance of what all clients share."""
        return np.random.default_rng([self.seed, 0])

    def block_chance(self, block: int) -> np.random.Generator:
        """Give the chance of one block of clients."""
        return np.random.default_rng([self.seed, 1, block])

    def table_chance(self, table: int) -> np.random.Generator:
        """Give the chance of one of the tables about organisations, by number."""
        return np.random.default_rng([self.seed, 2, table])


def choose(rng: np.random.Generator, shares: npt.ArrayLike, count: int) -> Ints:
    """Draw positions in proportion to their shares."""
    edges = np.cumsum(np.asarray(shares, dtype=np.float64))
    return np.searchsorted(edges[:-1], rng.random(count) * edges[-1], side="right")


def blanked(rng: np.random.Generator, values: npt.NDArray[Any], share: float, blank: npt.ArrayLike) -> npt.NDArray[Any]:
    """Blank a share of values: nobody asked."""
    return np.where(rng.random(len(values)) < share, blank, values)


def days_before(rng: np.random.Generator, day: np.datetime64, nearest: int, farthest: int, count: int) -> Days:
    """Draw days from ``nearest`` to ``farthest`` days before a day; negative numbers lie after it."""
    return day - rng.integers(nearest, farthest + 1, count).astype("timedelta64[D]")


def offsets(sizes: Ints) -> Ints:
    """Turn sizes into offsets: group ``g`` is ``start[g]:start[g + 1]``."""
    return np.concatenate([[0], np.cumsum(sizes)])

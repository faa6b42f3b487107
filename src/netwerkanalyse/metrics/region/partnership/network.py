"""A region made ready to measure as a whole: its layers beside each other, and what organisations say of each other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_arrays import NO, YES
from netwerkanalyse.model.region_vocabulary import LAYER

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

NOT_TIED, NOT_KNOWN, TIED = range(3)
"""What is known of a pair in a layer."""

SENSITIVE = ("trust",)
"""Layers that are an opinion about somebody: they count in totals, and are never shown per pair."""


class Pairs(NamedTuple):
    """The pairs that are listed in any of some layers, each once, with what is known of each in every layer.

    ``state`` has a row a pair and a column a layer. The pairs listed nowhere are told by kind: ``elsewhere`` has a row
    a kind and says what is known in every layer, and ``others`` how many pairs of the kind there are.
    """

    source: Ints
    target: Ints
    state: npt.NDArray[np.int8]
    elsewhere: npt.NDArray[np.int8]
    others: Ints


@dataclass(frozen=True, eq=False)
class Partnership:
    """The organisations of a region and everything between them: layers, ratings, shared goals and referrals.

    Parameters
    ----------
    region
        The region.
    cutoffs
        From which value a pair counts as tied, and the other cut-offs.
    until
        The day up to which referrals are known; by default the last day that they name.
    """

    region: Region
    cutoffs: RegionCutoffs = field(default_factory=RegionCutoffs)
    until: date | None = None

    @cached_property
    def layers(self) -> dict[str, RegionNetwork]:
        """The layers about which anything is said, in the order of the vocabulary."""
        said = pd.concat([self.region.tables[name]["layer"].dropna() for name in ("layers", "collaborations")])
        used = set(said.unique())
        return {name: RegionNetwork(self.region, name, self.cutoffs) for name in LAYER.names if name in used}

    @cached_property
    def pairs(self) -> Pairs:
        """What is known of every pair in the layers that may be shown per pair; direction is forgotten."""
        return pairs_of([layer for name, layer in self.layers.items() if name not in SENSITIVE])

    @property
    def shown_layers(self) -> list[str]:
        """The layers that may be shown per pair, in the order of the columns of :attr:`pairs`."""
        return [name for name in self.layers if name not in SENSITIVE]

    @property
    def organisations(self) -> pd.Index:
        """Index of a table of one row an organisation."""
        return self.region.organisation_index

    @property
    def whole(self) -> pd.Index:
        """Index of a table of one row: the region."""
        return pd.Index(["region"], name="region")

    def participants(self, *positions: Ints) -> Flags:
        """Tell who takes part: organisations that decide for themselves, and everybody at these positions."""
        takes_part: Flags = self.region.tables["organisations"]["autonomous"].fillna(value=False).to_numpy(dtype=bool)
        takes_part = takes_part.copy()
        for one in positions:
            takes_part[one[one >= 0]] = True
        return takes_part


def pairs_of(networks: Sequence[RegionNetwork], *, directed: bool = False) -> Pairs:
    """Lay layers on each other, pair by pair.

    Parameters
    ----------
    networks
        Layers of one region.
    directed
        Whether a pair has an order. All layers must have a direction then. Otherwise direction is forgotten: a pair
        is tied when it is tied in either direction, and not tied when that is known of both.

    Returns
    -------
    pairs
        Every listed pair once.
    """
    size = len(networks[0].region) if networks else 0
    found = [_states(network, size, directed=directed) for network in networks]
    keys = np.unique(np.concatenate([key for key, _ in found])) if found else np.zeros(0, dtype=np.int64)
    source, target = np.divmod(keys, max(size, 1))
    complete = np.array([network.listed.complete for network in networks], dtype=bool).reshape(len(networks), size).T
    state = _unlisted(complete[source], complete[target], directed=directed)
    for column, (key, known) in enumerate(found):
        state[np.searchsorted(keys, key), column] = known
    return Pairs(source, target, state, *_others(complete, source, target, directed=directed))


def _unlisted(source: Flags, target: Flags, *, directed: bool) -> npt.NDArray[np.int8]:
    """Tell what is known of pairs that are not listed, of ends that are complete or not."""
    return np.where(source if directed else source & target, NOT_TIED, NOT_KNOWN).astype(np.int8)


def _others(complete: Flags, source: Ints, target: Ints, *, directed: bool) -> tuple[npt.NDArray[np.int8], Ints]:
    """Give the kinds of pairs that are listed nowhere, and how many there are of each.

    Organisations that are complete in the same layers are alike: pairs are of a kind by the sorts of both their ends.
    """
    sorts, sort = np.unique(complete, axis=0, return_inverse=True)
    size = np.bincount(sort, minlength=len(sorts))
    one, other = np.indices((len(sorts), len(sorts))).reshape(2, -1) if directed else np.triu_indices(len(sorts))
    alike = (one == other).astype(np.int64)
    possible = size[one] * (size[other] - alike) // (1 if directed else 1 + alike)
    first, second = sort[source], sort[target]
    if not directed:
        first, second = np.minimum(first, second), np.maximum(first, second)
    listed = np.bincount(first * len(sorts) + second, minlength=len(sorts) ** 2)[one * len(sorts) + other]
    return _unlisted(sorts[one], sorts[other], directed=directed), possible - listed


def _states(network: RegionNetwork, size: int, *, directed: bool) -> tuple[Ints, npt.NDArray[np.int8]]:
    """Give the number of every listed pair of one layer, and what is known of it."""
    listed, tied = network.listed, network.tied
    untied = ~tied & ((listed.answer == NO) | (listed.answer == YES))
    if directed:
        key, place = listed.source * size + listed.target, np.arange(len(tied))
    else:
        low, high = np.minimum(listed.source, listed.target), np.maximum(listed.source, listed.target)
        key, place = np.unique(low * size + high, return_inverse=True)
    sides = 2 if listed.directed and not directed else 1
    known = untied.astype(np.int64) - listed.complete[listed.source]  # a listed side is known by its answer
    ends = np.stack(np.divmod(key, max(size, 1)))[:sides]
    seen = listed.complete[ends].sum(axis=0) + np.bincount(place, weights=known, minlength=len(key))
    state = np.where(seen == sides, NOT_TIED, NOT_KNOWN).astype(np.int8)
    state[place[tied]] = TIED
    return key, state

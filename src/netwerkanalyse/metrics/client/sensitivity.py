"""How much numbers depend on one answer, or on one cut-off.

A client's network is small: one pair that was answered otherwise can change a measure a lot. That range is shown
instead of a p-value.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.metrics.client.catalogue import measure_network
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.network import COORDINATES, Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.copies import copies

GRAPH_FAMILIES = ("cohesion", "mixing", "bridging", "triads", "brokerage", "hinges")
"""The families of measures that depend on ties."""

LITTLE, MUCH, WORTH_COMPILING = 2_000, 500_000, 200_000
"""Work (people and pairs, over all copies) to measure at a time.

A little at a time when there is little in all, so that nobody waits for a compiler; otherwise as much as fits well in
memory.
"""


def tie_sensitivity(
    caseload: Caseload,
    families: Iterable[str] = GRAPH_FAMILIES,
    *,
    layer: str = COORDINATES,
    cutoffs: Cutoffs | None = None,
) -> pd.DataFrame:
    """Measure again with one tie more or less, for every pair of people in turn.

    A pair that has a tie loses it; any other pair gets one, also a pair nobody asked about. A contact that the client
    does not want is left as it is. Of a tie that comes the strength is not known.

    Parameters
    ----------
    caseload
        Any number of clients.
    families
        Names of families of one row a client.
    layer
        The layer of ties: ``coordinates`` or ``knows``.
    cutoffs
        Other cut-offs than the defaults.

    Returns
    -------
    frame
        A row a client and measure: the ``value``, the largest change down (``fall``, at most 0) and up (``rise``, at
        least 0), the number of pairs that were changed in turn (``flips``), and of those after which the measure was
        not defined (``undefined``).

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> frame = tie_sensitivity(na.datasets.load("voorbeeld"), ["cohesion"])
    >>> frame.loc[("voorbeeld", "components"), ["value", "fall", "rise", "flips"]].tolist()
    [4.0, -1.0, 1.0, 21.0]
    """
    network, chosen, used = Network(caseload, layer), list(families), cutoffs or Cutoffs()
    value = _numbers(measure_network(network, chosen, cutoffs=used))
    shape = len(caseload), value.shape[1]
    found = {"fall": np.zeros(shape), "rise": np.zeros(shape), "flips": np.zeros(shape), "undefined": np.zeros(shape)}
    for flips in _pieces(network):
        flipped = _Flipped(copies(caseload, flips.client), layer, one=flips.one, other=flips.other)
        change = _numbers(measure_network(flipped, chosen, cutoffs=used)).to_numpy() - value.to_numpy()[flips.client]
        _largest(change, flips.client, found)
    known = value.notna().to_numpy() & (found["flips"] > 0)
    columns = {
        "value": value.to_numpy(),
        "fall": np.where(known, found["fall"], np.nan),
        "rise": np.where(known, found["rise"], np.nan),
        "flips": found["flips"].astype(int),
        "undefined": found["undefined"].astype(int),
    }
    index = pd.MultiIndex.from_product([network.clients, value.columns], names=["client", "measure"])
    return pd.DataFrame({name: table.reshape(-1) for name, table in columns.items()}, index=index)


def cutoff_sensitivity(
    caseload: Caseload,
    name: str,
    values: Sequence[Any],
    families: Iterable[str] | None = None,
    *,
    level: Level = Level.CLIENT,
    layer: str = COORDINATES,
) -> pd.DataFrame:
    """Measure again under other values of one cut-off.

    Parameters
    ----------
    caseload
        Any number of clients.
    name
        Name of the cut-off, a field of :class:`netwerkanalyse.metrics.cutoffs.Cutoffs`.
    values
        The values to try.
    families
        Names of families; by default all families of the level.
    level
        What one row is.
    layer
        The layer of ties that graph measures look at.

    Returns
    -------
    frame
        The tables under each other, with the value of the cut-off first in the index.

    Raises
    ------
    UnknownNameError
        If there is no such cut-off.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> cutoff_sensitivity(na.datasets.load("voorbeeld"), "enough", [0.5, 1], ["fragility"])["domains_that_can_break"]
    enough  client
    0.5     voorbeeld    4
    1.0     voorbeeld    3
    Name: domains_that_can_break, dtype: int64
    """
    if name not in {one.name for one in fields(Cutoffs)}:
        message = f"there is no cut-off {name!r}; all: {', '.join(one.name for one in fields(Cutoffs))}"
        raise UnknownNameError(message)
    network, chosen = Network(caseload, layer), None if families is None else list(families)
    frames = [
        measure_network(network, chosen, level=level, cutoffs=replace(Cutoffs(), **{name: value})) for value in values
    ]
    return pd.concat(frames, keys=values, names=[name, *level.keys])


@dataclass(frozen=True)
class _Flips:
    """Pairs to change, one a copy: the client, and the numbers of the two people within the client."""

    client: arrays.Ints
    one: arrays.Ints
    other: arrays.Ints


@dataclass(frozen=True, eq=False)
class _Flipped(Network):
    """A network in which one pair of every client is changed: a tie goes, or comes."""

    one: arrays.Ints = field(kw_only=True)
    other: arrays.Ints = field(kw_only=True)

    @cached_property
    def pairs(self) -> arrays.Pairs:
        """The listed pairs of the layer, with that one pair changed."""
        asked = arrays.pairs(self.caseload, self.people, self.layer)
        copy = np.repeat(np.arange(len(self.one)), np.diff(asked.start))
        here = (np.minimum(asked.source, asked.target) == self.one[copy]) & (
            np.maximum(asked.source, asked.target) == self.other[copy]
        )
        state = np.where(here, np.where(asked.state == arrays.YES, arrays.NO, arrays.YES), asked.state)
        strength = np.where(here, np.nan, asked.strength)  # of a tie that comes, nobody knows how strong it is
        new = np.flatnonzero(np.bincount(copy[here], minlength=len(self.one)) == 0)
        copies = np.append(copy, new)
        order = np.argsort(copies, kind="stable")
        return arrays.Pairs(
            arrays.offsets(copies[order], len(self.one)),
            np.append(asked.source, self.one[new])[order].astype(np.int32),
            np.append(asked.target, self.other[new])[order].astype(np.int32),
            np.append(state, np.full(len(new), arrays.YES))[order].astype(np.int8),
            np.append(strength, np.full(len(new), np.nan))[order],
            asked.all_asked,
        )


def _flips(network: Network, client: arrays.Ints) -> _Flips:
    """List every pair of people of some clients, in order, except those whose contact the client does not want."""
    size = np.diff(network.people.start)[client]
    shapes = {int(n): np.triu_indices(int(n), 1) for n in np.unique(size)}
    owner = np.repeat(client, size * (size - 1) // 2)
    one, other = (np.concatenate([shapes[int(n)][side] for n in size]) for side in (0, 1))
    pairs, width = network.pairs, int(size.max(initial=0))
    rows = slice(pairs.start[client[0]], pairs.start[client[-1] + 1])
    span = np.arange(client[0], client[-1] + 1)
    holder = np.repeat(span, np.diff(pairs.start)[span])
    source, target = pairs.source[rows], pairs.target[rows]
    unwanted = ((holder * width + np.minimum(source, target)) * width + np.maximum(source, target))[
        pairs.state[rows] == arrays.UNWANTED
    ]
    keep = ~np.isin((owner * width + one) * width + other, unwanted)
    return _Flips(owner[keep], one[keep], other[keep])


def _pieces(network: Network) -> Iterator[_Flips]:
    """List the pairs to change in pieces: first by clients, then within them, so that memory is bounded."""
    size = np.diff(network.people.start)
    each = size + np.diff(network.pairs.start)
    clients = np.flatnonzero(size > 1)
    work = (each * (size * (size - 1) // 2))[clients]
    most = LITTLE if work.sum() <= WORTH_COMPILING else MUCH
    piece = np.cumsum(work) // most
    for number in np.unique(piece):
        flips = _flips(network, clients[piece == number])
        parts = 1 + int(each[flips.client].sum()) // most
        for part in np.array_split(np.arange(len(flips.client)), parts):
            yield _Flips(flips.client[part], flips.one[part], flips.other[part])


def _largest(change: np.ndarray, client: arrays.Ints, found: dict[str, np.ndarray]) -> None:
    """Keep the largest changes of every client so far; ``client`` is in order."""
    first = np.flatnonzero(np.diff(client, prepend=-1))
    if not len(first):
        return
    who, defined = client[first], ~np.isnan(change)
    flat = np.where(defined, change, 0)
    found["fall"][who] = np.minimum(found["fall"][who], np.minimum.reduceat(flat, first))
    found["rise"][who] = np.maximum(found["rise"][who], np.maximum.reduceat(flat, first))
    found["flips"][who] += np.diff(np.append(first, len(client)))[:, None]
    found["undefined"][who] += np.add.reduceat(~defined, first, dtype=float)


def _numbers(frame: pd.DataFrame) -> pd.DataFrame:
    """Take the measures that are numbers."""
    kept = [
        name for name in frame if pd.api.types.is_numeric_dtype(frame[name].dtype) and frame[name].dtype != "boolean"
    ]
    return frame[kept].astype("float64")


OURS = "own definition: one tie more or less"
DEFINED = Requires("value", "measure_undefined")
FLIPPED = Requires("flips", "no_pair_to_change", low=1)


def _change(name: str, low: float, high: float) -> Measure:
    return Measure(name, Unit.VALUE, low, high, count="flips", requires=(FLIPPED, DEFINED), source=OURS)


MEASURES = (
    Measure("value", Unit.VALUE, low=-np.inf, requires=(DEFINED,), source=OURS),
    _change("fall", -np.inf, 0),
    _change("rise", 0, np.inf),
    Measure("flips", Unit.COUNT, source=OURS),
    Measure("undefined", Unit.COUNT, count="flips", source=OURS),
)

FAMILY = Family("tie_sensitivity", Level.SENSITIVITY, tie_sensitivity, MEASURES)

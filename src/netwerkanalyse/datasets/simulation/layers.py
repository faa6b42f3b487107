"""Layers of collaboration with a shape of their own: a core, brokers between sectors, and a chain."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.datasets.simulation.design import Design, Ints
from netwerkanalyse.datasets.simulation.organisations import sector_of
from netwerkanalyse.datasets.simulation.planted import planted, truth_of
from netwerkanalyse.datasets.simulation.region import Region
from netwerkanalyse.datasets.simulation.roles import SECTORS
from netwerkanalyse.datasets.simulation.shared import Served
from netwerkanalyse.model.vocabulary import SECTOR

_BROKERS = 3
_FIRST = ("general_practice", "social_domain", "welfare", "mental_health_care")
"""The sectors at which the chain of referral begins."""


class Arcs(NamedTuple):
    """From whom to whom, as positions of organisations."""

    source: Ints
    target: Ints


def cooperation_of(design: Design, region: Region, served: Served) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Plant a core: the organisations with most clients all work together, others with one or two of them.

    A few pairs of the core say that they do not (``missing_tie``). Everybody tells about their own ties; some did not
    respond, and of some ties nobody knows. Others know of each other (rung 1) without working together.

    Returns
    -------
    collaborations, truth
        Rows of both tables.
    """
    rng, count = design.table_chance(2), len(region.names)
    size = int(np.clip(count // 8, 4, 20))
    core, others = np.split(np.argsort(-served.clients, kind="stable"), [size])
    apart = rng.permutation(core)[: size // 4 * 2].reshape(2, -1)
    within = Arcs(*(core[positions] for positions in np.triu_indices(size, 1)))
    missing = np.isin(_number(within, count), _number(Arcs(apart[0], apart[1]), count))
    around, aware = _periphery(rng, core, others)
    pairs = Arcs(*(np.concatenate(ends) for ends in zip(within, around, aware, strict=True)))
    rung = np.concatenate([rng.integers(2, 4, len(within.source) + len(around.source)), np.ones(len(aware.source))])
    silent = rng.random(count) < design.unknown
    silent[core] = False
    unsure = (np.arange(len(rung)) >= len(missing)) & (rng.random(len(rung)) < design.unknown)
    present = np.where(silent[pairs.source], "no_response", np.where(unsure, "unknown", "yes"))
    present[: len(missing)][missing] = "no"
    names = np.array(region.names, dtype=object)
    rows = _rows("cooperation", names, pairs, present).assign(value=np.where(present == "yes", rung, np.nan))
    _, once = np.unique(_number(pairs, count), return_index=True)
    truth = [
        planted("core", organisation=names[np.sort(core)]),
        planted("missing_tie", organisation=names[within.source[missing]], other=names[within.target[missing]]),
    ]
    return rows.iloc[np.sort(once)], truth_of(truth).assign(layer="cooperation")


def information_of(design: Design, region: Region) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Plant brokers: information goes around within sectors, and between sectors by way of three organisations only.

    Every broker serves a third of the other sectors and knows the other brokers. All of it goes both ways: a network,
    not a chain.

    Returns
    -------
    collaborations, truth
        Rows of both tables.
    """
    rng, count, start = design.table_chance(3), len(region.names), region.start
    sector, size = sector_of(region), np.diff(region.start)
    brokered = rng.permutation(len(SECTORS))
    brokers = start[brokered[:_BROKERS]] + (rng.random(_BROKERS) * size[brokered[:_BROKERS]]).astype(np.int64)
    served = brokered[_BROKERS:]
    contact = start[served] + (rng.random(len(served)) * size[served]).astype(np.int64)
    everybody = np.arange(count)
    following = start[sector] + (everybody - start[sector] + 1) % size[sector]
    colleague = start[sector] + (rng.random(count) * size[sector]).astype(np.int64)
    one = np.concatenate([brokers, brokers[np.arange(len(served)) % _BROKERS], everybody, everybody])
    other = np.concatenate([np.roll(brokers, 1), contact, following, colleague])
    pairs = np.unique(_number(Arcs(one, other), count)[one != other])
    low, high = pairs // count, pairs % count
    inside = (sector[low] == sector[high]) & ~np.isin(low, brokers) & ~np.isin(high, brokers)
    unsure = np.tile(inside & (rng.random(len(pairs)) < design.unknown), 2)
    both = Arcs(np.concatenate([low, high]), np.concatenate([high, low]))
    names = np.array(region.names, dtype=object)
    rows = _rows("information", names, both, np.where(unsure, "unknown", "yes"))
    truth = [planted("broker", organisation=names[np.sort(brokers)]), planted("network", layer=["information"])]
    return rows, truth_of(truth).assign(layer="information")


def chain_of(design: Design, region: Region) -> Arcs:
    """Plant a chain: from one practice on, everybody but the first is referred to by one organisation earlier on."""
    rng, count = design.table_chance(4), len(region.names)
    names = [SECTOR.names[sector] for sector in SECTORS]
    order = [*(names.index(name) for name in _FIRST), *(at for at, name in enumerate(names) if name not in _FIRST)]
    stage = np.argsort(order)[sector_of(region)]
    line = np.argsort(stage, kind="stable")
    before = np.maximum(np.arange(1, count) - rng.integers(1, 4, count - 1), 0)
    return Arcs(line[before], line[1:])


def _periphery(rng: np.random.Generator, core: Ints, others: Ints) -> tuple[Arcs, Arcs]:
    """Draw with whom in the core others work together, one or two each, and which others know of each other."""
    partners = rng.permuted(np.tile(core, (len(others), 1)), axis=1)[:, :2]
    second = rng.random(len(others)) < 0.5
    known = others[rng.integers(0, len(others), len(others))]
    around = Arcs(np.append(others, others[second]), np.append(partners[:, 0], partners[second, 1]))
    return around, Arcs(others[known != others], known[known != others])


def _rows(layer: str, names: npt.NDArray[np.object_], pairs: Arcs, present: npt.NDArray[np.str_]) -> pd.DataFrame:
    """Write ties down as told by their source."""
    source, target = names[pairs.source], names[pairs.target]
    return pd.DataFrame({"source": source, "target": target, "layer": layer, "present": present, "respondent": source})


def _number(pairs: Arcs, organisations: int) -> Ints:
    """Number pairs, whatever their order."""
    return np.minimum(*pairs) * organisations + np.maximum(*pairs)

"""Organisations that could lead a network: side by side, with how sure their place is. Never one winner."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_vocabulary import LAYER
from netwerkanalyse.recommend.governing.conditions import GovernanceCutoffs
from netwerkanalyse.recommend.governing.criteria import CRITERIA, JUDGED, Looked, criteria

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

PREFERRED = ("cooperation", "information", "referral", "consultation", "agreement")
"""Layers in which organisations can stand between others, in the order in which one is taken by default."""

MOST_CANDIDATES = 100
"""More organisations side by side are no subject for one conversation, and every one is measured many times over."""

CHUNK = 1000
"""Draws at a time, so that memory is bounded."""


@dataclass(frozen=True, eq=False)
class Candidates:
    """Who could lead, by criterion, and how sure their place is.

    Parameters
    ----------
    table
        A row a candidate, in the order of the organisations: the criteria; ``willing`` (missing when not asked);
        ``pareto`` (nobody is surely better); ``first_share``, the share of draws in which it comes first, and
        ``first_three_share``; ``first_without_ties`` and ``first_without_respondent``, the share of runs without a
        tenth of the ties, and without one organisation that did not respond, in which its share is the largest.
    layer
        The layer in which brokerage and betweenness were looked at, blank when there is none.
    runs
        How many runs there were without ties, and without an organisation that did not respond.
    not_willing
        Who said no: not looked at.
    administrative_instead
        Criteria on which those who come first most are judged weak: then an organisation set up for the network is an
        option to look at.
    not_asked
        Criteria of which nothing is known of anybody.
    weak_from
        Below which judgement a criterion is weak.
    """

    table: pd.DataFrame
    layer: str
    runs: tuple[int, int]
    not_willing: tuple[str, ...]
    administrative_instead: tuple[str, ...]
    not_asked: tuple[str, ...]
    weak_from: float


def lead_candidates(
    region: Region,
    *,
    layer: str | None = None,
    cutoffs: GovernanceCutoffs | None = None,
    region_cutoffs: RegionCutoffs | None = None,
    most: int | None = MOST_CANDIDATES,
    runs: int = 20,
    seed: int = 1,
) -> Candidates:
    """Lay organisations that could lead the network side by side.

    Candidates are the organisations that decide for themselves, of any sector; who is not willing is left out. What is
    not known of a criterion could be anything and excludes nobody. Weights of criteria are drawn from everything they
    could be, since nobody gave any.

    Parameters
    ----------
    region
        The region.
    layer
        In which layer organisations stand between others; by default the first of :data:`PREFERRED` there is.
    cutoffs, region_cutoffs
        Other cut-offs than the defaults.
    most
        At most so many organisations are looked at; ``None`` is no limit. Nobody is left out of a larger region to fit:
        who stays would be a choice.
    runs
        How many times a tenth of the ties is left out.
    seed
        Start of the random numbers: the same seed gives the same table.

    Returns
    -------
    candidates
        Everybody, in the order of the organisations.

    Raises
    ------
    ValueError
        If more organisations decide for themselves than ``most``.

    Examples
    --------
    >>> region = Region.build({"organisations": pd.DataFrame({
    ...     "organisation": ["GGZ", "WMO", "Naasten"], "autonomous": True, "willing": [True, True, False],
    ...     "coordination_capacity": [2, 1, 1],
    ... })})
    >>> found = lead_candidates(region)
    >>> found.table[["capacity", "pareto"]]
                  capacity  pareto
    organisation
    GGZ                1.0    True
    WMO                0.5   False
    >>> found.not_willing
    ('Naasten',)
    """
    if most is not None and region.autonomous_organisations > most:
        message = (
            f"{region.autonomous_organisations} organisations decide for themselves, more than {most}: "
            "take an area, or most=None for all"
        )
        raise ValueError(message)
    used, chosen = cutoffs or GovernanceCutoffs(), layer or preferred_layer(region)
    looked = Looked(region, chosen, region_cutoffs or RegionCutoffs(), seed)
    organisations = region.tables["organisations"].set_index("organisation")
    able = organisations["autonomous"].fillna(value=False).to_numpy(dtype=bool)
    refused = able & ~organisations["willing"].fillna(value=True).to_numpy(dtype=bool)
    names = organisations.index[able & ~refused].rename("organisation")
    table = criteria(looked).loc[names]
    ranks = _acceptability(table.to_numpy(), used, seed)
    table["willing"] = organisations["willing"].loc[names]
    table["pareto"] = _unsurpassed(table[list(CRITERIA)].to_numpy())
    table["first_share"], table["first_three_share"] = ranks[:, 0], ranks[:, :3].sum(axis=1)
    fewer = [_without_ties(region, chosen, seed + run) for run in range(runs if chosen else 0)]
    silent = [region.select(one for one in organisations.index if one != gone) for gone in _silent(region, chosen)]
    table["first_without_ties"] = _stays_first(looked, names, fewer, used)
    table["first_without_respondent"] = _stays_first(looked, names, silent, used)
    return Candidates(
        table,
        chosen,
        (len(fewer), len(silent)),
        tuple(organisations.index[refused]),
        _weak(table, used),
        tuple(name for name in CRITERIA if table[name].isna().all()),
        used.weak_from,
    )


def preferred_layer(region: Region) -> str:
    """Choose the layer to look in when nobody did: the first of :data:`PREFERRED` there is; blank without any."""
    present = set(region.tables["collaborations"]["layer"].dropna())
    return next((one for one in PREFERRED if one in present), LAYER.names[0] if present else "")


def _acceptability(known: Floats, cutoffs: GovernanceCutoffs, seed: int) -> Floats:
    """Give the share of draws in which each candidate takes each place; ties share the places they take."""
    rng, draws = np.random.default_rng(seed), int(cutoffs.draws)
    asked = ~np.isnan(known).all(axis=0)
    value = known[:, asked]
    size = len(value)
    if size == 0 or not asked.any():
        return np.full((size, max(size, 3)), 1 / max(size, 1))
    taken = np.zeros((size, max(size, 3)))
    low = np.where(np.isnan(value), 0.0, np.clip(value - cutoffs.input_error, 0, 1))
    high = np.where(np.isnan(value), 1.0, np.clip(value + cutoffs.input_error, 0, 1))
    for start in range(0, draws, CHUNK):
        count = min(CHUNK, draws - start)
        weights = rng.dirichlet(np.ones(value.shape[1]), count)
        score = np.einsum("dnc,dc->dn", rng.uniform(low, high, (count, *value.shape)), weights)
        place = np.argsort(np.argsort(-score, axis=1, kind="stable"), axis=1)
        taken += np.array([np.bincount(column, minlength=taken.shape[1]) for column in place.T])
    return taken / draws


def _unsurpassed(known: Floats) -> Flags:
    """Tell who is not surely surpassed: by one with at least as much of everything and more of something."""
    least, most = np.nan_to_num(known, nan=0.0), np.nan_to_num(known, nan=1.0)
    asked = ~np.isnan(known).all(axis=0)
    found = np.ones(len(known), dtype=bool)
    for one, best in enumerate(most[:, asked]):
        others = np.delete(least[:, asked], one, axis=0)
        found[one] = not ((others >= best).all(axis=1) & (others > best).any(axis=1)).any()
    return found


def _stays_first(looked: Looked, names: pd.Index, regions: list[Region], cutoffs: GovernanceCutoffs) -> Floats:
    """Give the share of regions in which each candidate has the largest share of first places."""
    few = replace(cutoffs, draws=min(cutoffs.draws, 2 * CHUNK))
    first = np.zeros(len(names))
    for region in regions:
        found = criteria(replace(looked, region=region)).reindex(names)
        present = names.isin(region.organisation_index)
        if present.any():
            share = _acceptability(found.to_numpy()[present], few, looked.seed)[:, 0]
            first[np.flatnonzero(present)[share.argmax()]] += 1
    return first / len(regions) if regions else np.full(len(names), np.nan)


def _without_ties(region: Region, layer: str, seed: int) -> Region:
    """Leave a tenth of the rows of a layer out, as if nobody had listed them."""
    frame = region.tables["collaborations"]
    rows = np.flatnonzero(frame["layer"] == layer)
    gone = np.random.default_rng(seed).choice(rows, round(len(rows) / 10), replace=False)
    return region.replaced(collaborations=frame.drop(index=frame.index[gone]).reset_index(drop=True))


def _silent(region: Region, layer: str) -> list[str]:
    """Name organisations that did not respond about a layer."""
    frame = region.tables["collaborations"]
    rows = frame[(frame["layer"] == layer) & (frame["present"] == "no_response")]
    return list(dict.fromkeys(rows["respondent"].fillna(rows["source"])))


def _weak(table: pd.DataFrame, cutoffs: GovernanceCutoffs) -> tuple[str, ...]:
    """Name the judged criteria on which somebody who comes first most is known to be weak."""
    if table.empty:
        return ()
    top = table[table["first_share"] == table["first_share"].max()]
    return tuple(name for name in JUDGED if (top[name] < cutoffs.weak_from).any())

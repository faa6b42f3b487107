"""Ties within and between sectors."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_absence_told, ratio
from netwerkanalyse.model.region_arrays import NO_RESPONSE, UNKNOWN


def measure_sector_pairs(network: RegionNetwork) -> pd.DataFrame:
    """Measure density within every sector and between every two sectors.

    Between sectors of n and k organisations there are n k pairs from the one to the other; within a sector
    n (n - 1), or half as many in a layer without direction. Density is over the pairs asked about.

    Parameters
    ----------
    network
        One layer of a region. Organisations without sector are left out.

    Returns
    -------
    frame
        A row a pair of sectors that occur; in a layer without direction every pair once.
    """
    listed = network.listed
    present, sector = np.unique(network.sectors, return_inverse=True)
    sector, names = sector - int((present < 0).any()), present[present >= 0]
    size, groups = np.bincount(sector[sector >= 0], minlength=len(names)), len(names)
    rows, columns = np.indices((groups, groups)).reshape(2, -1) if listed.directed else np.triu_indices(groups)
    within = (rows == columns).astype(np.int64)
    once = 1 if listed.directed else 1 + within
    pairs = size[rows] * (size[columns] - within) // once
    one, other = sector[listed.source], sector[listed.target]
    if not listed.directed:
        one, other = np.minimum(one, other), np.maximum(one, other)
    known = (one >= 0) & (other >= 0)

    def counted(which: np.ndarray) -> np.ndarray:
        chosen = which & known
        return np.bincount(one[chosen] * groups + other[chosen], minlength=groups**2)[rows * groups + columns]

    ties, silent = counted(network.tied), counted(listed.answer == NO_RESPONSE)
    incomplete = np.bincount(sector[(sector >= 0) & ~listed.complete], minlength=groups)
    unlisted = incomplete[rows] * (size[columns] - within) // once - counted(~listed.complete[listed.source])
    unknown = counted(listed.answer == UNKNOWN) + unlisted
    codes = network.region.tables["organisations"]["sector"].cat.categories.to_numpy()[names]
    return framed(
        {
            "sector_absence_told": network.absence_told,
            "sector_pairs": pairs,
            "sector_pair_ties": ties,
            "sector_pairs_asked": pairs - unknown - silent,
            "sector_pairs_unknown": unknown,
            "sector_pairs_no_response": silent,
            "sector_density": ratio(ties, pairs - unknown - silent),
            "sector_density_low": ratio(ties, pairs),
            "sector_density_high": ratio(ties + unknown + silent, pairs),
        },
        pd.MultiIndex.from_arrays([codes[rows], codes[columns]], names=Level.SECTOR.keys),
        SECTOR_MEASURES,
    )


def measure_mixing(network: RegionNetwork) -> pd.DataFrame:
    """Measure whether ties stay within sectors.

    With E ties between and I ties within sectors ``region_sector_ei`` = (E - I) / (E + I): -1 is all within, 1 all
    between.
    ``sector_assortativity`` (Newman) compares the share of ties within sectors with what the number of ties of each
    sector would give by chance: 1 all within, 0 as by chance.

    Parameters
    ----------
    network
        One layer of a region. Ties of organisations without sector are left out and counted.

    Returns
    -------
    frame
        One row.
    """
    graph, sector = network.graph, network.sectors[network.known]
    one, other = sector[graph.source], sector[graph.target]
    known = (one >= 0) & (other >= 0)
    one, other = one[known], other[known]
    arcs_a_tie = 1 if graph.directed else 2
    within, ties = int((one == other).sum()) // arcs_a_tie, len(one) // arcs_a_tie
    groups = int(sector.max(initial=0)) + 1
    sends, receives = (ratio(np.bincount(side, minlength=groups), len(side)) for side in (one, other))
    chance = float(np.nansum(sends * receives))
    return framed(
        {
            "organisations_with_sector": int((network.sectors >= 0).sum()),
            "sectors_tied": len(np.unique(np.concatenate([one, other]))),
            "ties_with_sectors": ties,
            "ties_sector_unknown": int((~known).sum()) // arcs_a_tie,
            "ties_within_sectors": within,
            "ties_between_sectors": ties - within,
            "region_sector_ei": ratio(ties - 2 * within, ties),
            "sector_assortativity": ratio(ratio(within, ties) - chance, 1 - chance) if ties else np.nan,
        },
        network.whole,
        MEASURES,
    )


A_PAIR = Requires("sector_pairs", "fewer_than_two_organisations", low=1)
TIES = Requires("ties_with_sectors", "no_ties_with_sectors", low=1)
UNKNOWN_IS_NOT_ZERO = "own definition: unknown is not zero"

SECTOR_MEASURES = (
    Measure("sector_pairs", Unit.COUNT, source="own definition"),
    Measure("sector_pair_ties", Unit.COUNT, count="sector_pairs_asked", source="own definition"),
    Measure("sector_pairs_asked", Unit.COUNT, count="sector_pairs", source=UNKNOWN_IS_NOT_ZERO),
    Measure("sector_pairs_unknown", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure("sector_pairs_no_response", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    *if_absence_told(
        "sector_absence_told",
        Measure(
            "sector_density",
            Unit.SHARE,
            high=1,
            count="sector_pairs_asked",
            requires=(A_PAIR, Requires("sector_pairs_asked", "no_organisation_pair_asked", low=1)),
            source="R sna gden by block, over the pairs asked about",
        ),
    ),
    Measure(
        "sector_density_low", Unit.SHARE, high=1, requires=(A_PAIR,), source="own definition: no unknown pair is a tie"
    ),
    Measure(
        "sector_density_high",
        Unit.SHARE,
        high=1,
        requires=(A_PAIR,),
        source="own definition: every unknown pair is a tie",
    ),
)

MEASURES = (
    Measure("organisations_with_sector", Unit.COUNT, source="own definition"),
    Measure("sectors_tied", Unit.COUNT, source="own definition"),
    Measure("ties_with_sectors", Unit.COUNT, source="own definition"),
    Measure("ties_sector_unknown", Unit.COUNT, reading=Reading.ATTENTION, source=UNKNOWN_IS_NOT_ZERO),
    Measure("ties_within_sectors", Unit.COUNT, count="ties_with_sectors", source="Krackhardt and Stern 1988 (E-I)"),
    Measure("ties_between_sectors", Unit.COUNT, count="ties_with_sectors", source="Krackhardt and Stern 1988 (E-I)"),
    Measure(
        "region_sector_ei",
        Unit.INDEX,
        low=-1,
        high=1,
        count="ties_with_sectors",
        requires=(TIES,),
        source="Krackhardt and Stern 1988 (E-I)",
    ),
    Measure(
        "sector_assortativity",
        Unit.INDEX,
        low=-1,
        high=1,
        count="ties_with_sectors",
        requires=(TIES, Requires("sectors_tied", "one_sector_tied", low=2)),
        source="igraph assortativity_nominal",
    ),
)

SECTOR_FAMILY = Family("sector_density", Level.SECTOR, measure_sector_pairs, SECTOR_MEASURES)
FAMILY = Family("sector_mixing", Level.NETWORK, measure_mixing, MEASURES)

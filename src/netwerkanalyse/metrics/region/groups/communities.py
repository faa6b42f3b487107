"""Groups of organisations that are tied more closely to each other than to others, and how sure those groups are."""

from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.graphs.chance import igraph_seeded
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_answered, if_known

Ints = npt.NDArray[np.int64]

ITERATIONS = 10
"""How often a run goes over the division it has; until nothing changes takes ten times as long in a large layer."""


class Communities(NamedTuple):
    """The divisions that were found, a row a run, and which of them stands for all.

    A community is a number from 0, the largest first. ``variation`` is the mean over pairs of runs of the variation of
    information, ``likeness`` that of normalised mutual information.
    """

    runs: Ints
    chosen: int
    variation: float
    likeness: float


def measure_communities(network: RegionNetwork, seed: int = 1) -> pd.DataFrame:
    """Measure how clearly a layer falls apart into communities, and whether these are sectors or areas.

    Communities are sought by the Leiden algorithm, which divides the organisations so that modularity (resolution 1)
    is high: the share of ties within communities less what the numbers of ties would give by chance. Direction and
    values are forgotten. It is run :attr:`RegionCutoffs.community_runs` times with other chance; the division that
    differs least from all others stands for them.

    - ``community_variation`` = mean variation of information between two runs / ln n: 0 when all are the same;
      ``community_likeness`` = mean normalised mutual information between two runs: 1 when all are the same.
    - ``community_*_rand`` (adjusted) and ``community_*_nmi`` compare the communities with sectors, and with areas.
      Adjusted Rand is 0 on average by chance and 1 when they are the same; normalised mutual information is 1 when
      they are the same but mind that many small groups raise it.

    Parameters
    ----------
    network
        One layer of a region. Organisations without a tie have no community. With fewer organisations than
        :attr:`RegionCutoffs.communities_from` there is nothing to find: look at sectors.
    seed
        Start of the random numbers.

    Returns
    -------
    frame
        One row.
    """
    tied = _tied(network)
    enough = _enough(network, tied)
    found = find_communities(network, seed) if enough else None
    group = np.full(len(tied), -1) if found is None else found.runs[found.chosen]
    values: dict[str, float] = {
        "community_answered": network.answered,
        "community_organisations": tied.sum(),
        "community_enough": enough,
        "community_runs": 0 if found is None else len(found.runs),
    }
    values |= dict.fromkeys(("communities", "modularity", "community_variation", "community_likeness"), np.nan)
    if found is not None:
        values |= {
            "communities": group.max() + 1,
            "modularity": network.graph.pairs.subgraph(np.flatnonzero(tied)).modularity(group[tied].tolist()),
            "community_variation": found.variation,
            "community_likeness": found.likeness,
        }
    values |= _compared(group, network.sectors[network.known], "sector")
    values |= _compared(group, _only_area(network)[network.known], "area")
    return framed(values, network.whole, WHOLE_MEASURES)


def measure_community(network: RegionNetwork, seed: int = 1) -> pd.DataFrame:
    """Give the community of every organisation, and how firmly it belongs there.

    ``community`` is a number without meaning: 1 is the largest. ``community_firmness`` is the mean over the
    other runs of the overlap (Jaccard) of its community in the chosen run with that in the other: 1 when it is always
    with the same others.

    Parameters
    ----------
    network
        One layer of a region.
    seed
        Start of the random numbers, the same as for :func:`measure_communities`.

    Returns
    -------
    frame
        A row an organisation.
    """
    tied = _tied(network)
    enough = _enough(network, tied)
    number, size, firmness = (np.full(len(tied), np.nan) for _ in range(3))
    if enough:
        found = find_communities(network, seed)
        group = found.runs[found.chosen][tied]
        number[tied] = group + 1
        size[tied] = np.bincount(group)[group]
        others = np.delete(found.runs, found.chosen, axis=0)[:, tied]
        firmness[tied] = np.mean([_overlap(group, other) for other in others], axis=0)
    return framed(
        {
            "own_community_answered": network.known,
            "organisation_tied": network.placed(tied),
            "communities_sought": enough,
            "community": network.placed(number),
            "community_size": network.placed(size),
            "community_firmness": network.placed(firmness),
        },
        network.organisations,
        MEASURES,
    )


def find_communities(network: RegionNetwork, seed: int = 1) -> Communities:
    """Run Leiden many times and choose the division that differs least from all others.

    Parameters
    ----------
    network
        One layer of a region; organisations in its graph that have no tie get -1.
    seed
        Start of the random numbers.

    Returns
    -------
    communities
        The runs and the chosen one.
    """
    from igraph import compare_communities

    tied = _tied(network)
    graph = network.graph.pairs.subgraph(np.flatnonzero(tied))
    with igraph_seeded(seed):
        # igraph's default objective is not modularity but CPM, which at resolution 1 gives everybody a group apart.
        runs = [
            _by_size(graph.community_leiden(objective_function="modularity", n_iterations=ITERATIONS).membership)
            for _ in range(max(int(network.cutoffs.community_runs), 2))
        ]
    apart, likeness = np.zeros((len(runs), len(runs))), []
    for one, other in combinations(range(len(runs)), 2):
        first, second = runs[one].tolist(), runs[other].tolist()
        apart[one, other] = apart[other, one] = compare_communities(first, second, method="vi")
        likeness.append(compare_communities(first, second, method="nmi"))
    spread = np.full((len(runs), len(tied)), -1)
    spread[:, tied] = runs
    mean = apart.sum() / (len(runs) * (len(runs) - 1))
    return Communities(
        spread, int(apart.sum(axis=0).round(9).argmin()), mean / np.log(tied.sum()), float(np.mean(likeness))
    )


def _by_size(membership: list[int]) -> Ints:
    """Number communities from the largest; of equal ones the one with the first organisation goes first."""
    _, first, group, size = np.unique(membership, return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(len(size), dtype=np.int64)
    rank[np.lexsort((first, -size))] = np.arange(len(size))
    return rank[group]


def _overlap(group: Ints, other: Ints) -> npt.NDArray[np.float64]:
    """Give for every organisation how many are in both its groups, over how many are in either."""
    cell = group * (other.max() + 1) + other
    _, place, both = np.unique(cell, return_inverse=True, return_counts=True)
    shared = both[place]
    return shared / (np.bincount(group)[group] + np.bincount(other)[other] - shared)


def _compared(group: Ints, other: Ints, name: str) -> dict[str, float]:
    """Compare communities with another division, among those of whom both are known."""
    from igraph import compare_communities

    known = (group >= 0) & (other >= 0)
    _, first = np.unique(group[known], return_inverse=True)
    _, second = np.unique(other[known], return_inverse=True)
    groups = min(len(set(first)), len(set(second)))
    values: dict[str, float] = {f"community_{name}_compared": known.sum(), f"community_{name}_groups": groups}
    for measure, method in (("rand", "adjusted_rand"), ("nmi", "nmi")):
        value = compare_communities(first.tolist(), second.tolist(), method=method) if groups > 1 else np.nan
        values[f"community_{name}_{measure}"] = value
    return values


def _tied(network: RegionNetwork) -> npt.NDArray[np.bool_]:
    graph = network.graph
    return np.bincount(np.concatenate([graph.source, graph.target]), minlength=graph.nodes) > 0


def _enough(network: RegionNetwork, tied: npt.NDArray[np.bool_]) -> bool:
    return bool(tied.sum() >= max(network.cutoffs.communities_from, 2))


def _only_area(network: RegionNetwork) -> Ints:
    """Number the area of organisations that work in one area; -1 for others."""
    areas = network.region.tables["organisations"]["areas"]
    listed = areas.fillna("").astype(str)
    one = (listed != "") & ~listed.str.contains(";", regex=False)
    return np.where(one, pd.factorize(listed)[0], -1).astype(np.int64)


ENOUGH = Requires("community_enough", "too_few_for_communities", equals=True)
LEIDEN = "Leiden algorithm (Traag and others 2019), igraph community_leiden with modularity"
COMPARE = "igraph compare_communities"


def _comparison(name: str) -> tuple[Measure, ...]:
    compared, groups = f"community_{name}_compared", f"community_{name}_groups"
    several = Requires(groups, "fewer_than_two_groups", low=2)
    return (
        Measure(compared, Unit.COUNT, count="community_organisations", source="own definition: unknown is not zero"),
        Measure(groups, Unit.COUNT, source="own definition"),
        Measure(
            f"community_{name}_rand",
            Unit.INDEX,
            low=-1,
            high=1,
            count=compared,
            requires=(ENOUGH, several),
            source=f"{COMPARE}, adjusted_rand",
        ),
        Measure(
            f"community_{name}_nmi",
            Unit.SHARE,
            high=1,
            count=compared,
            requires=(ENOUGH, several),
            source=f"{COMPARE}, nmi",
        ),
    )


WHOLE_MEASURES = (
    Measure("community_organisations", Unit.COUNT, source="own definition"),
    Measure("community_enough", Unit.YES_NO, high=1, source="own definition"),
    Measure("community_runs", Unit.COUNT, source="own definition"),
    *if_answered(
        "community_answered",
        Measure("communities", Unit.COUNT, count="community_organisations", requires=(ENOUGH,), source=LEIDEN),
        Measure("modularity", Unit.INDEX, low=-0.5, high=1, count="communities", requires=(ENOUGH,), source=LEIDEN),
        Measure(
            "community_variation",
            Unit.SHARE,
            high=1,
            reading=Reading.ATTENTION,
            count="community_runs",
            requires=(ENOUGH,),
            source=f"{COMPARE}, vi",
        ),
        Measure(
            "community_likeness",
            Unit.SHARE,
            high=1,
            count="community_runs",
            requires=(ENOUGH,),
            source=f"{COMPARE}, nmi",
        ),
        *_comparison("sector"),
        *_comparison("area"),
    ),
)

SOUGHT = Requires("communities_sought", "too_few_for_communities", equals=True)
TIED = Requires("organisation_tied", "organisation_without_partners", equals=True)

MEASURES = (
    Measure("communities_sought", Unit.YES_NO, high=1, source="own definition"),
    *if_known(
        "own_community_answered",
        Measure("organisation_tied", Unit.YES_NO, high=1, source="own definition"),
        Measure("community", Unit.LABEL, count="community_size", requires=(SOUGHT, TIED), source=LEIDEN),
        Measure("community_size", Unit.COUNT, low=1, requires=(SOUGHT, TIED), source=LEIDEN),
        Measure(
            "community_firmness",
            Unit.SHARE,
            high=1,
            count="community_size",
            requires=(SOUGHT, TIED),
            source="own definition: mean Jaccard overlap over runs",
        ),
    ),
)

WHOLE_FAMILY = Family("region_communities", Level.NETWORK, measure_communities, WHOLE_MEASURES)
FAMILY = Family("organisation_community", Level.ORGANISATION, measure_community, MEASURES)

"""Structural cohesion: how many organisations must go before a group of them falls apart (Moody and White)."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.graphs.k_components import k_components
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_answered, if_known
from netwerkanalyse.model.vocabulary import SECTOR

Ints = npt.NDArray[np.int64]


class Blocks(NamedTuple):
    """Groups nested in each other: who is in each, and how many must go before it falls apart."""

    members: list[Ints]
    cohesion: Ints


def measure_block(network: RegionNetwork) -> pd.DataFrame:
    """Give for every organisation the closest-knit group it is in.

    ``cohesion`` is the largest k such that the organisation belongs to a k-component: a group that stays in one piece
    until k of its organisations go. It is 0 for one without ties and 1 at the end of a chain; in a group of n that are
    all tied it is n - 1.

    Parameters
    ----------
    network
        One layer of a region; direction is forgotten. Sought up to :attr:`RegionCutoffs.cohesion_at_most`
        organisations.

    Returns
    -------
    frame
        A row an organisation.
    """
    nodes, sought = network.graph.nodes, _sought(network)
    cohesion = np.full(nodes, 0.0 if sought else np.nan)
    found = find_blocks(network) if sought and nodes else Blocks([], np.zeros(0, dtype=np.int64))
    for members, k in zip(found.members, found.cohesion, strict=True):
        cohesion[members] = np.maximum(cohesion[members], k)
    return framed(
        {
            "organisation_groups_sought": sought,
            "cohesion_answered": network.known,
            "cohesion": network.placed(cohesion),
        },
        network.organisations,
        MEASURES,
    )


def measure_blocks(network: RegionNetwork) -> pd.DataFrame:
    """Measure how many organisations must go before the layer falls apart, and its closest-knit groups.

    ``node_connectivity`` is that number for the whole layer: 0 when it is in pieces already, n - 1 when all are tied.
    ``inner_cohesion`` is the largest k of all k-components; the measures after it are about the groups that have it.
    ``cross_cohesion`` is the largest k of a group that holds somebody of the medical side and somebody of the social
    side: from 3 on, a core across sectors that stands the loss of any two. Organisations without sector can make it
    higher than is known.

    Parameters
    ----------
    network
        One layer of a region; direction is forgotten. Sought up to :attr:`RegionCutoffs.cohesion_at_most`
        organisations.

    Returns
    -------
    frame
        One row.
    """
    nodes, sought = network.graph.nodes, _sought(network)
    side, sector = _sides(network), network.sectors[network.known]
    values = dict.fromkeys((one.name for one in WHOLE_MEASURES), np.nan)
    values |= {
        "cohesion_organisations": nodes,
        "groups_sought": sought,
        "layer_tied": len(network.graph.source) > 0,
        "sides_present": len({"medical", "social"} & set(side)),
    }
    if sought and nodes > 1:
        found = find_blocks(network)
        largest = int(found.cohesion.max())
        values |= {"node_connectivity": found.cohesion[0], "inner_cohesion": largest}
        innermost = [found.members[block] for block in np.flatnonzero(found.cohesion == largest)]
        inside = np.unique(np.concatenate(innermost))
        if largest:
            values |= {
                "inner_groups": len(innermost),
                "inner_organisations": len(inside),
                "inner_sectors": len(set(sector[inside]) - {-1}),
                "inner_sector_unknown": (sector[inside] < 0).sum(),
            }
        crossing = [
            k
            for members, k in zip(found.members, found.cohesion, strict=True)
            if {"medical", "social"} <= set(side[members])
        ]
        values["cross_cohesion"] = max(crossing, default=np.nan)
    return framed({**values, "groups_answered": network.answered}, network.whole, WHOLE_MEASURES)


def find_blocks(network: RegionNetwork) -> Blocks:
    """Find all groups that hold together more than what surrounds them.

    Parameters
    ----------
    network
        One layer of a region of at least one organisation; direction is forgotten.

    Returns
    -------
    blocks
        The groups, the whole layer first.
    """
    found = k_components(network.graph.pairs)
    return Blocks([np.array(group, dtype=np.int64) for group in found], np.array(list(found.values()), dtype=np.int64))


def blocks(network: RegionNetwork) -> pd.DataFrame:
    """List the groups, the closest-knit first.

    Parameters
    ----------
    network
        One layer of a region; direction is forgotten.

    Returns
    -------
    frame
        A row a group and organisation in it, with how many must go before the group falls apart; empty above
        :attr:`RegionCutoffs.cohesion_at_most` organisations.
    """
    names, rows = network.organisations[network.known], []
    if _sought(network) and network.graph.nodes:
        found = find_blocks(network)
        for number, block in enumerate(np.argsort(-found.cohesion, kind="stable"), start=1):
            rows += [(number, int(found.cohesion[block]), names[node]) for node in found.members[block]]
    return pd.DataFrame(rows, columns=["group", "cohesion", "organisation"])


def _sought(network: RegionNetwork) -> bool:
    return network.graph.nodes <= network.cutoffs.cohesion_at_most


def _sides(network: RegionNetwork) -> npt.NDArray[np.object_]:
    """Give the side of every organisation in the graph: medical, social, other, or empty when its sector is unknown."""
    codes, sectors = network.region.tables["organisations"]["sector"].cat.categories, network.sectors[network.known]
    return np.array([SECTOR.group(codes[sector]) if sector >= 0 else "" for sector in sectors], dtype=object)


SOURCE = "Moody and White; connectivity as networkx node_connectivity"
OWN = "own definition"

MEASURES = (
    Measure("organisation_groups_sought", Unit.YES_NO, high=1, source=OWN),
    *if_known(
        "cohesion_answered",
        Measure(
            "cohesion",
            Unit.COUNT,
            requires=(Requires("organisation_groups_sought", "too_many_organisations", equals=True),),
            source=SOURCE,
        ),
    ),
)

SOUGHT = (
    Requires("groups_sought", "too_many_organisations", equals=True),
    Requires("cohesion_organisations", "fewer_than_two_organisations", low=2),
)
INNER = (*SOUGHT, Requires("layer_tied", "layer_without_ties", equals=True))

WHOLE_MEASURES = (
    Measure("cohesion_organisations", Unit.COUNT, source=OWN),
    Measure("groups_sought", Unit.YES_NO, high=1, source=OWN),
    Measure("sides_present", Unit.COUNT, high=2, source=OWN),
    *if_answered(
        "groups_answered",
        Measure("layer_tied", Unit.YES_NO, high=1, source=OWN),
        Measure(
            "node_connectivity",
            Unit.COUNT,
            count="cohesion_organisations",
            requires=SOUGHT,
            source="networkx node_connectivity",
        ),
        Measure("inner_cohesion", Unit.COUNT, count="cohesion_organisations", requires=SOUGHT, source=SOURCE),
        Measure("inner_groups", Unit.COUNT, count="inner_organisations", requires=INNER, source=SOURCE),
        Measure("inner_organisations", Unit.COUNT, count="cohesion_organisations", requires=INNER, source=SOURCE),
        Measure("inner_sectors", Unit.COUNT, count="inner_organisations", requires=INNER, source=OWN),
        Measure("inner_sector_unknown", Unit.COUNT, count="inner_organisations", requires=INNER, source=OWN),
        Measure(
            "cross_cohesion",
            Unit.COUNT,
            count="cohesion_organisations",
            requires=(*SOUGHT, Requires("sides_present", "not_both_sides", low=2)),
            source=OWN,
        ),
    ),
)

WHOLE_FAMILY = Family("region_cohesion", Level.NETWORK, measure_blocks, WHOLE_MEASURES)
FAMILY = Family("organisation_cohesion", Level.ORGANISATION, measure_block, MEASURES)

"""Organisations and ties without which a layer falls apart."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.tables import framed, if_answered, if_known


def measure_cut_organisations(network: RegionNetwork) -> pd.DataFrame:
    """Tell for every organisation whether others lose each other without it, and how many of its ties are bridges.

    Parameters
    ----------
    network
        One layer of a region; direction is forgotten.

    Returns
    -------
    frame
        A row an organisation.
    """
    pairs = network.graph.pairs
    cut = np.zeros(network.graph.nodes, dtype=bool)
    cut[pairs.articulation_points()] = True
    ends = np.array([pairs.es[one].tuple for one in pairs.bridges()], dtype=np.int64)
    held = np.bincount(ends.reshape(-1), minlength=network.graph.nodes)
    return framed(
        {
            "cut_answered": network.known,
            "cut_organisation": network.placed(cut),
            "bridges_held": network.placed(held),
        },
        network.organisations,
        MEASURES,
    )


def measure_cuts(network: RegionNetwork) -> pd.DataFrame:
    """Count cut organisations and bridges.

    Parameters
    ----------
    network
        One layer of a region; direction is forgotten.

    Returns
    -------
    frame
        One row.
    """
    pairs = network.graph.pairs
    return framed(
        {
            "cuts_answered": network.answered,
            "cut_organisations": len(pairs.articulation_points()),
            "region_bridges": len(pairs.bridges()),
        },
        network.whole,
        WHOLE_MEASURES,
    )


def bridges(network: RegionNetwork) -> pd.DataFrame:
    """List the ties that are the only link between two parts.

    Parameters
    ----------
    network
        One layer of a region; direction is forgotten.

    Returns
    -------
    frame
        A row a bridge: the two organisations.
    """
    pairs, names = network.graph.pairs, network.organisations[network.known]
    ends = [pairs.es[one].tuple for one in pairs.bridges()]
    return pd.DataFrame([(names[a], names[b]) for a, b in ends], columns=["source", "target"], dtype="str")


SOURCE = "igraph articulation_points and bridges"

MEASURES = (
    *if_known(
        "cut_answered",
        Measure("cut_organisation", Unit.YES_NO, high=1, reading=Reading.ATTENTION, source=SOURCE),
        Measure("bridges_held", Unit.COUNT, reading=Reading.ATTENTION, source=SOURCE),
    ),
)

WHOLE_MEASURES = (
    *if_answered(
        "cuts_answered",
        Measure("cut_organisations", Unit.COUNT, reading=Reading.ATTENTION, source=SOURCE),
        Measure("region_bridges", Unit.COUNT, reading=Reading.ATTENTION, source=SOURCE),
    ),
)

FAMILY = Family("region_cut_organisations", Level.ORGANISATION, measure_cut_organisations, MEASURES)
WHOLE_FAMILY = Family("region_cuts", Level.NETWORK, measure_cuts, WHOLE_MEASURES)

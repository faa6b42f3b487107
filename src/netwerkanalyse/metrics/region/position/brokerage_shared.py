"""Brokerage that counts less where others could broker as well."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.kernels.brokerage_shared import SharedRoles, brokerage_shared
from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.position.brokerage import sectored
from netwerkanalyse.metrics.region.tables import framed, if_known, spread


def measure_brokerage_shared(network: RegionNetwork) -> pd.DataFrame:
    """Credit every organisation with 1 / k for each pair that it brokers together with k - 1 others, by role.

    The pairs and the roles are those of
    :func:`netwerkanalyse.metrics.region.position.brokerage.measure_brokerage`; in all roles together the credits add up
    to the number of pairs that have a broker. An organisation with many pairs and little credit can be missed; one
    whose credit is close to its count is the only way between others.

    Parameters
    ----------
    network
        One layer of a region. Organisations without sector, and ties with them, are left out.

    Returns
    -------
    frame
        A row an organisation.
    """
    known, graph, sector = sectored(network)
    by_role = credit_roles(graph, sector)
    credited = {**by_role._asdict(), "brokerage_total_shared": np.sum(by_role, axis=0)}
    values = {name: spread(known, credit) for name, credit in credited.items()}
    told = {"credit_answered": network.known_both, "credit_sector_known": network.sectors >= 0}
    return framed({**told, **values}, network.organisations, MEASURES)


def credit_roles(graph: WholeGraph, group: npt.NDArray[np.int64]) -> SharedRoles:
    """Run the kernel.

    Parameters
    ----------
    graph
        Nodes and arcs; an undirected tie goes both ways.
    group
        The class of every node, from 0.

    Returns
    -------
    credits
        A number a node, by role.
    """
    out = SharedRoles(*(np.zeros(graph.nodes) for _ in SharedRoles._fields))
    brokerage_shared.once(graph.work, graph.arcs, group, out)
    return out


KNOWN = Requires("credit_sector_known", "sector_unknown", equals=True)

MEASURES = (
    Measure("credit_sector_known", Unit.YES_NO, high=1, source="own definition: unknown is not zero"),
    *if_known(
        "credit_answered",
        *(
            Measure(
                name, Unit.AMOUNT, requires=(KNOWN,), source="Gould and Fernandez 1989; UCINET brokerage, 1/k credit"
            )
            for name in (*SharedRoles._fields, "brokerage_total_shared")
        ),
        both=True,
    ),
)

FAMILY = Family("region_brokerage_shared", Level.ORGANISATION, measure_brokerage_shared, MEASURES)

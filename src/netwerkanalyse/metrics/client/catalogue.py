"""Every family of measures of a client's network, and how to measure them.

A family is added here and nowhere else; there is no registration by side effect.
"""

from collections.abc import Callable, Iterable

import pandas as pd

from netwerkanalyse.metrics.client import (
    affiliations,
    bridging,
    brokerage,
    cohesion,
    composition,
    contacts,
    continuity,
    coverage,
    doubles,
    fragility,
    gaps,
    handover,
    load,
    loss,
    members,
    mixing,
    multiplexity,
    path,
    removal,
    resource_group,
    roles,
    routes,
    shapley,
    triads,
    withdrawal,
)
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.families import choose, side_by_side
from netwerkanalyse.metrics.measure import Family, Level
from netwerkanalyse.metrics.network import COORDINATES, Network
from netwerkanalyse.model.caseload import Caseload

FAMILIES: tuple[Family[Callable[[Network, Cutoffs], pd.DataFrame]], ...] = (
    composition.FAMILY,
    affiliations.FAMILY,
    multiplexity.FAMILY,
    cohesion.FAMILY,
    mixing.FAMILY,
    bridging.FAMILY,
    triads.FAMILY,
    brokerage.FAMILY,
    members.HINGES_FAMILY,
    members.FAMILY,
    members.BREADTH_FAMILY,
    load.MEMBER_FAMILY,
    load.CLIENT_FAMILY,
    coverage.DOMAIN_FAMILY,
    coverage.CLIENT_FAMILY,
    gaps.DOMAIN_FAMILY,
    gaps.CLIENT_FAMILY,
    fragility.DOMAIN_FAMILY,
    fragility.CLIENT_FAMILY,
    doubles.DOMAIN_FAMILY,
    doubles.CLIENT_FAMILY,
    roles.FAMILY,
    resource_group.FAMILY,
    loss.MEMBER_FAMILY,
    loss.GROUP_FAMILY,
    loss.CLIENT_FAMILY,
    removal.FAMILY,
    shapley.FAMILY,
    withdrawal.FAMILY,
    routes.DOMAIN_FAMILY,
    routes.FAMILY,
    path.FAMILY,
    continuity.DOMAIN_FAMILY,
    continuity.CLIENT_FAMILY,
    handover.FAMILY,
    contacts.FAMILY,
    contacts.CLIENT_FAMILY,
)
"""Every family of measures that one caseload has, in the order of reports."""


def measure(
    caseload: Caseload,
    families: Iterable[str] | None = None,
    *,
    level: Level | str = Level.CLIENT,
    layer: str = COORDINATES,
    cutoffs: Cutoffs | None = None,
) -> pd.DataFrame:
    """Measure a caseload.

    Parameters
    ----------
    caseload
        Any number of clients.
    families
        Names of families; by default all families of the level.
    level
        What one row is: a client, a life domain of a client, a member ...; a :class:`Level` or its name (``"domain"``).
    layer
        The layer of ties that graph measures look at: ``coordinates`` (default) or ``knows``.
    cutoffs
        Other cut-offs than the defaults.

    Returns
    -------
    frame
        A column a measure. What is undefined is missing; :func:`netwerkanalyse.metrics.why_missing` says why.

    Raises
    ------
    UnknownNameError
        If a family does not exist at this level.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> frame = na.measure(na.datasets.load("voorbeeld"), ["cohesion"])
    >>> frame[["members", "ties", "density", "pairs_asked", "components"]].round(4)
               members  ties  density  pairs_asked  components
    client
    voorbeeld        7     3   0.1429           21         4.0
    """
    network = Network(caseload, layer)
    return measure_network(network, families, level=level, cutoffs=cutoffs)


def measure_network(
    network: Network,
    families: Iterable[str] | None = None,
    *,
    level: Level | str = Level.CLIENT,
    cutoffs: Cutoffs | None = None,
) -> pd.DataFrame:
    """Measure a network whose arrays are made already; see :func:`measure`."""
    used = cutoffs or Cutoffs()
    counting = network.counting(used.peers)
    return side_by_side([family.compute(counting, used) for family in choose(FAMILIES, level, families)])

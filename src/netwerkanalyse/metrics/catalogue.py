"""The one list of all measures.

A family of measures is added here and nowhere else; there is no registration by side effect.
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
    roles,
    routes,
    shapley,
    triads,
    withdrawal,
)
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.families import choose, reasons_of, side_by_side
from netwerkanalyse.metrics.measure import Family, Level, Measure
from netwerkanalyse.metrics.network import COORDINATES, Network
from netwerkanalyse.metrics.region.catalogue import REGION_FAMILIES
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.texts import text

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
    loss.MEMBER_FAMILY,
    loss.GROUP_FAMILY,
    loss.CLIENT_FAMILY,
    shapley.FAMILY,
    withdrawal.FAMILY,
    routes.FAMILY,
    continuity.FAMILY,
    handover.FAMILY,
    contacts.FAMILY,
    contacts.CLIENT_FAMILY,
)
"""Every family of measures, in the order of reports."""


def measure(
    caseload: Caseload,
    families: Iterable[str] | None = None,
    *,
    level: Level = Level.CLIENT,
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
        What one row is: a client, a life domain of a client, a member ...
    layer
        The layer of ties that graph measures look at: ``coordinates`` (default) or ``knows``.
    cutoffs
        Other cut-offs than the defaults.

    Returns
    -------
    frame
        A column a measure. What is undefined is missing; :func:`why_missing` says why.

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
    level: Level = Level.CLIENT,
    cutoffs: Cutoffs | None = None,
) -> pd.DataFrame:
    """Measure a network whose arrays are made already; see :func:`measure`."""
    chosen = choose(FAMILIES, level, families)
    return side_by_side([family.compute(network, cutoffs or Cutoffs()) for family in chosen])


def measures(level: Level | None = None) -> dict[str, Measure]:
    """Return the catalogue: name to measure, of one level or of all.

    Examples
    --------
    >>> measures(Level.CLIENT)["density"].unit
    <Unit.SHARE: 'share'>
    """
    return {one.name: one for family in FAMILIES if level in {None, family.level} for one in family.measures}


def why_missing(frame: pd.DataFrame) -> pd.DataFrame:
    """Say why values are missing.

    Parameters
    ----------
    frame
        A table that :func:`measure` or :func:`measure_region` gave, with the columns that stand behind the measures.

    Returns
    -------
    reasons
        The same shape: the code of the reason where a value is missing, otherwise missing. The words stand in the
        texts under ``reasons.<code>``.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> alone = na.Caseload.build({"clients": pd.DataFrame({"client": ["K1"]})})
    >>> why_missing(na.measure(alone, ["cohesion"]))[["density", "components"]]
                          density components
    client
    K1      fewer_than_two_people        NaN
    """
    return reasons_of(frame, (*FAMILIES, *REGION_FAMILIES))


def catalogue_table(lang: str = "nl") -> pd.DataFrame:
    """Return the catalogue as a table: a row a measure, with its name and sentence in ``lang``.

    Examples
    --------
    >>> catalogue_table("nl").loc["density", "sentence"][:40]
    'Welk deel van de paren rond de cliënt me'
    """
    rows = [
        {
            "measure": one.name,
            "family": family.name,
            "level": " x ".join(family.level.keys),
            "name": text(f"measures.{one.name}.name", lang),
            "sentence": text(f"measures.{one.name}.sentence", lang),
            "unit": one.unit.value,
            "low": one.low,
            "high": one.high,
            "reading": one.reading.value,
            "count": one.count,
            "missing_when": ", ".join(condition.reason for condition in one.requires),
            "source": one.source,
        }
        for family in FAMILIES
        for one in family.measures
    ]
    return pd.DataFrame(rows).set_index("measure")

"""Organisations that may be able to connect sectors (kwartiermakers): several, with reasons, never one winner."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.position.brokerage import measure_brokerage
from netwerkanalyse.metrics.region.position.holes import measure_holes
from netwerkanalyse.metrics.region.tables import framed, if_known
from netwerkanalyse.model.region_arrays import NO, YES
from netwerkanalyse.texts import plural, text

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def measure_connectors(network: RegionNetwork) -> pd.DataFrame:
    """Tell which organisations are candidates to connect sectors.

    A candidate links organisations of two other sectors at least once (``liaison``), and no other organisation has at
    least as much of everything and more of something: of linking, of partners who do not know each other (effective
    size) and, when the region has a layer trust, of organisations that trust it. Trust that is not known could be any,
    so it excludes nobody; what fewer than :attr:`RegionCutoffs.smallest_raters` said stays unknown. When there are
    fewer than :attr:`RegionCutoffs.fewest_connectors` candidates, those whom only they exclude are added. They are not
    ranked: who suits is for the organisations to say.

    Parameters
    ----------
    network
        One layer of a region.

    Returns
    -------
    frame
        A row an organisation.
    """
    known = _criteria(network)
    possible, chosen = _chosen(network, known)
    return framed(
        {
            "connector_answered": network.known_both,
            "connector_sector_known": known.sector_known,
            "connectors_possible": possible,
            "trust_layer_present": known.asked,
            "trust_layer_raters": known.raters,
            "trust_layer_shown": known.shown,
            "trust_layer_received": known.trusted,
            "connector": chosen,
        },
        network.organisations,
        MEASURES,
    )


def connectors(network: RegionNetwork, lang: str = "nl") -> pd.DataFrame:
    """List the candidates to connect sectors, in the order of the organisations.

    Parameters
    ----------
    network
        One layer of a region.
    lang
        Language of the reasons.

    Returns
    -------
    frame
        A row a candidate: what speaks for it, in numbers and in words.

    Examples
    --------
    >>> from netwerkanalyse.model.region import Region
    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({
    ...         "organisation": ["GGZ", "WIJK", "MEE", "WMO"],
    ...         "sector": ["mental_health_care", "welfare", "social_domain", "municipality"],
    ...     }),
    ...     "layers": pd.DataFrame({"layer": ["agreement"], "pairs_asked": ["all"]}),
    ...     "collaborations": pd.DataFrame(
    ...         {"source": ["GGZ", "GGZ", "WIJK", "MEE"], "target": ["WIJK", "MEE", "WMO", "WMO"], "layer": "agreement"}
    ...     ),
    ... })
    >>> connectors(RegionNetwork(region, "agreement"), lang="en").loc["WIJK", "connector_reasons"]
    'links organisations of two other sectors 2 times; 2 partners count apart'
    """
    known = _criteria(network)
    possible, chosen = _chosen(network, known)
    frame = pd.DataFrame(
        {
            "liaison": known.liaison,
            "org_effective_size": known.size,
            "trust_layer_received": np.where(known.shown & known.asked, known.trusted, np.nan),
        },
        index=network.organisations,
    )[chosen & (possible > 1)]
    reasons = [_reasons(row, lang) for row in frame.to_dict("records")]
    return frame.assign(connector_reasons=pd.Series(reasons, index=frame.index, dtype="str"))


def _reasons(row: dict[str, float], lang: str) -> str:
    """Say what speaks for a candidate."""
    said = [
        plural("findings.connector.liaison", int(row["liaison"]), lang),
        text("findings.connector.size", lang, size=row["org_effective_size"]),
    ]
    if not np.isnan(row["trust_layer_received"]):
        said.append(plural("findings.connector.trust", int(row["trust_layer_received"]), lang))
    return "; ".join(said)


class _Criteria(NamedTuple):
    """What speaks for every organisation; ``asked`` tells whether the region has a layer trust."""

    sector_known: Flags
    liaison: Floats
    size: Floats
    asked: bool
    raters: Floats
    trusted: Floats
    shown: Flags


def _criteria(network: RegionNetwork) -> _Criteria:
    brokers, holes = measure_brokerage(network), measure_holes(network)
    trust = RegionNetwork(network.region, "trust", network.cutoffs)
    listed, count = trust.listed, len(network.region)
    answered = (listed.answer == YES) | (listed.answer == NO)
    raters = np.bincount(listed.target[answered], minlength=count).astype(float)
    return _Criteria(
        brokers["org_sector_known"].to_numpy(dtype=bool),
        brokers["liaison"].to_numpy(dtype=float),
        holes["org_effective_size"].to_numpy(dtype=float).round(9),
        bool((network.region.tables["collaborations"]["layer"] == "trust").any()),
        raters,
        np.bincount(listed.target[trust.tied], minlength=count).astype(float),
        raters >= network.cutoffs.smallest_raters,
    )


def _chosen(network: RegionNetwork, known: _Criteria) -> tuple[int, Flags]:
    """Give how many organisations link sectors, and which of them are candidates."""
    able = np.flatnonzero(known.sector_known & (known.liaison > 0))
    least = np.where(known.shown, known.trusted, 0)
    most = np.where(known.shown, known.trusted, np.inf if known.asked else 0)
    low, high = (np.column_stack([known.liaison, known.size, trust]) for trust in (least, most))
    return len(able), _several(low, high, able, int(network.cutoffs.fewest_connectors))


def _several(low: Floats, high: Floats, able: npt.NDArray[np.int64], fewest: int) -> Flags:
    """Choose whom nobody surpasses; while there are too few, also whom only the chosen surpass."""
    chosen, left = np.zeros(len(low), dtype=bool), able
    while chosen.sum() < fewest and len(left):
        chosen[_unsurpassed(low, high, left)] = True
        left = left[~chosen[left]]
    return chosen


def _unsurpassed(low: Floats, high: Floats, among: npt.NDArray[np.int64]) -> list[int]:
    """Give who is not surely surpassed: by one with at least as much of everything and more of something.

    Nobody is surpassed by one who comes later when those with most come first.
    """
    found: list[int] = []
    for one in among[np.lexsort([-column for column in low[among].T[::-1]])]:
        others = low[found]
        surpassed = (others >= high[one]).all(axis=1) & (others > high[one]).any(axis=1)
        if not surpassed.any():
            found.append(int(one))
    return found


MEASURES = (
    Measure("connector_sector_known", Unit.YES_NO, high=1, source="own definition: unknown is not zero"),
    Measure("connectors_possible", Unit.COUNT, source="own definition"),
    Measure("trust_layer_present", Unit.YES_NO, high=1, source="own definition"),
    Measure("trust_layer_raters", Unit.COUNT, source="own definition"),
    Measure("trust_layer_shown", Unit.YES_NO, high=1, source="own definition"),
    Measure(
        "trust_layer_received",
        Unit.COUNT,
        count="trust_layer_raters",
        requires=(
            Requires("trust_layer_present", "no_trust_layer", equals=True),
            Requires("trust_layer_shown", "suppressed_few_raters", equals=True),
        ),
        source="own definition",
    ),
    *if_known(
        "connector_answered",
        Measure(
            "connector",
            Unit.YES_NO,
            high=1,
            count="connectors_possible",
            requires=(
                Requires("connector_sector_known", "sector_unknown", equals=True),
                Requires("connectors_possible", "fewer_than_two_connectors", low=2),
            ),
            source="own definition: liaison, effective size and trust, by Pareto",
        ),
        both=True,
    ),
)

LIST_MEASURES = (Measure("connector_reasons", Unit.LABEL, source="own definition: liaison, effective size and trust"),)

LIST_FAMILY = Family("connector_list", Level.ORGANISATION, connectors, LIST_MEASURES)
FAMILY = Family("region_connectors", Level.ORGANISATION, measure_connectors, MEASURES)

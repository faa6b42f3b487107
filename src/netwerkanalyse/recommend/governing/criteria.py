"""What speaks for an organisation as leader of a network, criterion by criterion; what is not known stays missing."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region_network
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.partnership.catalogue import measure_partnership
from netwerkanalyse.metrics.region.position.brokerage import roles_by_sector, sectored
from netwerkanalyse.metrics.region.services.catalogue import measure_service_map
from netwerkanalyse.metrics.region.services.service_map import ServiceMap
from netwerkanalyse.model.region import Region

Floats = npt.NDArray[np.float64]

JUDGED = ("legitimacy", "neutrality")
"""Criteria that people judge, between 0 and 1: columns of the table of organisations, when they are filled in."""

SHUFFLES = 199
"""How often sectors are dealt out anew, to see whether an organisation links more sectors than its ties alone give."""


@dataclass(frozen=True)
class Looked:
    """What criteria look at: the region, the layer in which organisations stand between others, and a seed."""

    region: Region
    layer: str
    cutoffs: RegionCutoffs = field(default_factory=RegionCutoffs)
    seed: int = 1

    @property
    def network(self) -> RegionNetwork:
        """The layer, ready to measure."""
        return RegionNetwork(self.region, self.layer, self.cutoffs)


def criteria(looked: Looked) -> pd.DataFrame:
    """Give every criterion for every organisation, between 0 and 1.

    - ``trust``: trust received from the others, from 1 to 4 on a scale from 0 to 1; suppressed below three raters;
    - ``legitimacy``: the share that finds it acceptable as leader (asked);
    - ``brokerage``: how often it links other sectors (liaison and itinerant), as the share of shuffled sectors in which
      it does so less (those in which it does so as often for half);
    - ``between``: betweenness beyond what its number of clients explains, as a percentile of organisations;
    - ``capacity``: full-time jobs for coordination, over the most that anybody has;
    - ``reach``: the share of life domains in areas that anybody covers that it covers;
    - ``breadth``: the share of life domains for which it offers something;
    - ``neutrality``: 1 less the conflicts of interest it has, as a competitor, a funder or the largest (asked).

    Of who is not on the social map, reach and breadth are not known; of who is in no sector, or in a layer of which not
    all pairs were asked, brokerage is not.

    Parameters
    ----------
    looked
        A region and a layer.

    Returns
    -------
    criteria
        A row an organisation, a column a criterion.
    """
    found = {name: measure(looked) for name, measure in CRITERIA.items()}
    return pd.DataFrame(found, index=looked.region.organisation_index, dtype=float)


def _trust(looked: Looked) -> Floats:
    frame = measure_partnership(looked.region, ["region_ratings"], level=Level.ORGANISATION, cutoffs=looked.cutoffs)
    return (frame["trust_score"].to_numpy(dtype=float, na_value=np.nan) - 1) / 3


def _judged(name: str) -> Callable[[Looked], Floats]:
    def read(looked: Looked) -> Floats:
        table = looked.region.tables["organisations"]
        if name not in table:
            return np.full(len(table), np.nan)
        share = pd.to_numeric(table[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
        return np.where((share >= 0) & (share <= 1), share, np.nan)

    return read


def _brokerage(looked: Looked) -> Floats:
    known, graph, sector = sectored(looked.network)
    found = np.full(len(known), np.nan)
    if len(graph.source) == 0 or not looked.network.listed.all_asked:
        return found
    rng, graph = np.random.default_rng(looked.seed), replace(graph, times=SHUFFLES)
    linked = _linked(roles_by_sector(graph, sector))
    drawn = np.array([_linked(roles_by_sector(graph, rng.permutation(sector))) for _ in range(SHUFFLES)])
    found[known] = ((drawn < linked) + (drawn == linked) / 2).mean(axis=0)
    return found


def _linked(roles: dict[str, Floats]) -> Floats:
    return roles["liaison"] + roles["itinerant"]


def _between(looked: Looked) -> Floats:
    frame = measure_region_network(looked.network, ["region_size"], level=Level.ORGANISATION)
    ranks = frame["betweenness_residual"].astype(float).rank()
    return ((ranks - 0.5) / max(ranks.count(), 1)).to_numpy(dtype=float, na_value=np.nan)


def _capacity(looked: Looked) -> Floats:
    jobs = looked.region.tables["organisations"]["coordination_capacity"].to_numpy(dtype=float, na_value=np.nan)
    most = np.nan_to_num(jobs).max(initial=0)
    return jobs / most if most > 0 else jobs


def _reach(looked: Looked) -> Floats:
    services = ServiceMap(looked.region, looked.cutoffs)
    frame = measure_service_map(services, ["organisation_loss"], level=Level.ORGANISATION)
    numbers = (frame[name].to_numpy(dtype=float) for name in ("org_cells", "cells_covered", "org_services"))
    cells, all_cells, listed = numbers
    return np.divide(cells, all_cells, out=np.full(len(cells), np.nan), where=(listed > 0) & (all_cells > 0))


def _breadth(looked: Looked) -> Floats:
    services = ServiceMap(looked.region, looked.cutoffs)
    offered = np.zeros((len(looked.region), services.domains.shape[1]), dtype=bool)
    np.logical_or.at(offered, services.organisation[services.open], services.domains[services.open])
    return np.where(offered.any(axis=1), offered.mean(axis=1), np.nan)


CRITERIA: dict[str, Callable[[Looked], Floats]] = {
    "trust": _trust,
    "legitimacy": _judged("legitimacy"),
    "brokerage": _brokerage,
    "between": _between,
    "capacity": _capacity,
    "reach": _reach,
    "breadth": _breadth,
    "neutrality": _judged("neutrality"),
}
"""Name of a criterion to what measures it; what it is called stands in the texts under ``governance.criterion``."""

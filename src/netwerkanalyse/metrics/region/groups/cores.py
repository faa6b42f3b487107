"""Searching the core of a graph, and comparing it with graphs of the same degrees."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels.core_periphery import NO_FIT, Best, Contacts, every_core, improve_cores
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.graphs.chance import igraph_seeded
from netwerkanalyse.metrics.region.graphs.whole import WholeGraph
from netwerkanalyse.metrics.region.tables import ratio

Floats = npt.NDArray[np.float64]

VARIANTS = ("full", "none", "missing")
"""What is expected between core and periphery: all ties, none, or nothing in particular; numbered as in the kernel."""

SAME_FIT = 1e-9
MOVES_A_WORK = 10
"""Moving so many nodes in or out costs about as much as other kernels spend on a person."""


class Cores(NamedTuple):
    """The best cores by variant: their fit (NaN when none can be judged), how many there are, and with which nodes.

    ``members`` counts by variant and node in how many of the best cores the node is.
    """

    fit: Floats
    choices: npt.NDArray[np.int64]
    members: npt.NDArray[np.int64]


@dataclass(frozen=True)
class Search:
    """How cores are sought.

    Parameters
    ----------
    every
        Whether every core is judged; otherwise cores are improved from several starts.
    starts
        The starts: a row a start, with who is in the core.
    """

    every: bool
    starts: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, graph: WholeGraph, cutoffs: RegionCutoffs, seed: int) -> "Search":
        """Choose how to search a graph: starts of all sizes, drawn with the seed, and one from the degrees."""
        if graph.nodes <= cutoffs.core_exhaustive_at_most:
            return cls(every=True, starts=np.zeros((0, graph.nodes), dtype=bool))
        rng, count = np.random.default_rng(seed), int(cutoffs.core_starts)
        starts = rng.random((count, graph.nodes)) < rng.random((count, 1))
        degree = np.bincount(graph.source, minlength=graph.nodes) + np.bincount(graph.target, minlength=graph.nodes)
        starts[0] = degree > degree.mean()
        return cls(every=False, starts=starts)

    def best(self, graph: WholeGraph) -> Cores:
        """Find the best cores of a graph in all variants."""
        contacts = contacts_of(graph)
        found = self._among_all(graph, contacts) if self.every else self._from_starts(graph, contacts)
        return found._replace(fit=np.where(found.fit > NO_FIT, found.fit, np.nan))

    def _among_all(self, graph: WholeGraph, contacts: Contacts) -> Cores:
        shape = (len(VARIANTS), graph.nodes)
        best = Best(np.full(shape[0], NO_FIT), np.zeros(shape[0], np.int64), np.zeros(shape, np.int64))
        every_core.once(2**graph.nodes * graph.times // MOVES_A_WORK, contacts, best)
        return Cores(*best)

    def _from_starts(self, graph: WholeGraph, contacts: Contacts) -> Cores:
        found = [self._variant(graph, contacts, variant) for variant in range(len(VARIANTS))]
        fit, choices, members = zip(*found, strict=True)
        return Cores(np.array(fit), np.array(choices), np.array(members))

    def _variant(self, graph: WholeGraph, contacts: Contacts, variant: int) -> tuple[float, int, npt.NDArray[np.int64]]:
        """Give the best fit of a variant, and the different cores that have it."""
        cores, fit = self.starts.copy(), np.empty(len(self.starts))
        improve_cores.once(graph.work * len(cores), contacts, variant, cores, fit)
        best = np.unique(cores[fit > fit.max() - SAME_FIT], axis=0) if fit.max() > NO_FIT else cores[:0]
        return float(fit.max()), len(best), best.sum(axis=0)


def rewired_fits(graph: WholeGraph, search: Search, draws: int, seed: int) -> Floats:
    """Find the best fits of graphs in which every node keeps its degrees.

    Ties are exchanged in pairs, a to b and c to d become a to d and c to b, ten times as often as there are ties.

    Parameters
    ----------
    graph
        Nodes and arcs.
    search
        How the core of the graph itself was sought.
    draws
        Number of graphs.
    seed
        Start of the random numbers.

    Returns
    -------
    fits
        A row a graph, a column a variant; NaN where no core can be judged.
    """
    fits = np.empty((draws, len(VARIANTS)))
    with igraph_seeded(seed):
        for draw in range(draws):
            drawn = graph.peer.copy()
            drawn.rewire()
            ends = np.array(drawn.get_edgelist(), dtype=np.int64).reshape(-1, 2).T
            source, target = ends if graph.directed else np.concatenate([ends, ends[::-1]], axis=1)
            fits[draw] = search.best(replace(graph, source=source, target=target, times=draws)).fit
    return fits


def score_fit(graph: WholeGraph, score: Floats) -> float:
    """Correlate the ties with the products of the scores of their ends, over all pairs; NaN when either is constant."""
    cells, arcs = graph.nodes * (graph.nodes - 1), len(graph.source)
    product = score.sum() ** 2 - (score**2).sum()
    square = (score**2).sum() ** 2 - (score**4).sum()
    both = (score[graph.source] * score[graph.target]).sum()
    spread = cells * square - product**2
    if spread <= SAME_FIT * cells * square or arcs in {0, cells}:
        return float("nan")
    return float((cells * both - arcs * product) / np.sqrt(spread * arcs * (cells - arcs)))


def unjudged(nodes: int) -> Cores:
    """Give the cores of a graph of which too little is known: none."""
    shape = (len(VARIANTS), nodes)
    return Cores(np.full(shape[0], np.nan), np.zeros(shape[0], np.int64), np.zeros(shape, np.int64))


def share_of_cores(cores: Cores) -> Floats:
    """Give by variant and node the share of the best cores that hold it; NaN when there is none."""
    return ratio(cores.members, cores.choices[:, None])


def contacts_of(graph: WholeGraph) -> Contacts:
    """List the contacts of every node, with the arcs either way between the two."""
    pair = np.concatenate([graph.source * graph.nodes + graph.target, graph.target * graph.nodes + graph.source])
    cell, arcs = np.unique(pair, return_counts=True)
    source, target = np.divmod(cell, max(graph.nodes, 1))
    indptr = np.concatenate([[0], np.cumsum(np.bincount(source, minlength=graph.nodes))]).astype(np.int64)
    return Contacts(indptr, target.astype(np.int32), arcs.astype(np.int64), len(graph.source))

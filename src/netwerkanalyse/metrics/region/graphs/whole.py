"""A whole graph as arrays, in the forms that kernels take."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import Arcs, Oriented
from netwerkanalyse.kernels.orientation import Ranks, count_pairs, orient


@dataclass(frozen=True, eq=False)
class WholeGraph:
    """Nodes numbered from 0 and the arcs between them; an undirected tie stands in both directions.

    Parameters
    ----------
    nodes
        How many nodes there are.
    source, target
        Ends of every arc: no arc twice, none from a node to itself.
    weight
        Weight of every arc; 1 in a plain graph.
    directed
        Whether the arcs have a direction.
    times
        How many graphs like this are measured in a row: many small ones are worth compiling for.
    """

    nodes: int
    source: npt.NDArray[np.int64]
    target: npt.NDArray[np.int64]
    weight: npt.NDArray[np.float64]
    directed: bool
    times: int = 1

    @cached_property
    def work(self) -> int:
        """Nodes and arcs together, as often as they are passed: what kernels cost."""
        return (self.nodes + len(self.source)) * self.times

    @cached_property
    def arcs(self) -> Arcs:
        """The arcs sorted by source and then target, with the position of each arc back."""
        return self._sorted_and_ranked[0]

    @cached_property
    def ranks(self) -> Ranks:
        """How many tied others every node has, and its place in that order."""
        return self._sorted_and_ranked[1]

    @cached_property
    def oriented(self) -> Oriented:
        """Every pair of tied nodes once, for listing triangles."""
        pairs = int(self.ranks.degree.sum()) // 2
        made = Oriented(
            np.zeros(self.nodes + 1, dtype=np.int64),
            np.empty(pairs, dtype=np.int32),
            np.empty(pairs),
            np.empty(pairs),
            np.empty(pairs, dtype=np.int8),
        )
        orient.once(self.work, self.arcs, self.ranks, made)
        return made

    @cached_property
    def peer(self) -> Any:  # noqa: ANN401 - igraph comes without types
        """The graph in igraph, without weights; in an undirected graph every tie stands once."""
        return self._in_igraph(self.source, self.target) if self.directed else self.pairs

    @cached_property
    def peer_arcs(self) -> Any:  # noqa: ANN401
        """The graph in igraph as arcs: an undirected tie goes both ways."""
        return self.peer if self.directed else self._in_igraph(self.source, self.target)

    @cached_property
    def pairs(self) -> Any:  # noqa: ANN401
        """The tied pairs in igraph, each once: direction is forgotten."""
        low, high = np.minimum(self.source, self.target), np.maximum(self.source, self.target)
        pair = np.unique(low * self.nodes + high)
        return self._in_igraph(*np.divmod(pair, max(self.nodes, 1)), directed=False)

    @cached_property
    def closeness(self) -> npt.NDArray[np.float64]:
        """Number of others over the sum of steps to them, NaN for a node that cannot reach all."""
        reached = np.asarray(self.peer.neighborhood_size(order=self.nodes, mode="out"), dtype=float)
        score = np.asarray(self.peer.closeness(mode="out"), dtype=float)
        return np.where(reached == self.nodes, score, np.nan)

    def among(self, kept: npt.NDArray[np.bool_]) -> "WholeGraph":
        """Give the graph of the nodes that are kept, numbered anew in the same order."""
        number = np.cumsum(kept) - 1
        stays = kept[self.source] & kept[self.target]
        return WholeGraph(
            int(kept.sum()),
            number[self.source[stays]],
            number[self.target[stays]],
            self.weight[stays],
            self.directed,
        )

    def _in_igraph(self, source: npt.NDArray[np.int64], target: npt.NDArray[np.int64], *, directed: bool = True) -> Any:  # noqa: ANN401
        from igraph import Graph

        return Graph(self.nodes, np.column_stack([source, target]), directed=directed)

    @cached_property
    def _sorted_and_ranked(self) -> tuple[Arcs, Ranks]:
        order = np.argsort(self.source * self.nodes + self.target, kind="stable")
        counts = np.bincount(self.source, minlength=self.nodes)
        indptr = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        reverse = np.empty(len(order), dtype=np.int64)
        arcs = Arcs(indptr, self.target[order].astype(np.int32), self.weight[order], reverse)
        ranks = Ranks(np.zeros(self.nodes, dtype=np.int64), np.empty(self.nodes, dtype=np.int64))
        count_pairs.once(self.work, arcs, ranks)
        ranks.rank[np.argsort(ranks.degree, kind="stable")] = np.arange(self.nodes)
        return arcs, ranks

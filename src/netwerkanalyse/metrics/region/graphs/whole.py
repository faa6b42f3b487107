"""A whole graph as arrays, in the forms that kernels take."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from netwerkanalyse.kernels._arrays import Arcs, Oriented
from netwerkanalyse.kernels._jit import SHARE_ABOVE, Kernel
from netwerkanalyse.kernels.orientation import Given, orient, sort_arcs
from netwerkanalyse.kernels.triangles import ARCS, PAIRS, triangles

T = TypeVar("T", bound=np.generic)

BLOCKS = 4
"""Pieces in which the triangles of a large graph are listed, so that they can be shared over threads.

Each block adds up in arrays of its own: the sums are the same however many threads there are.
"""


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
        """The arcs sorted by source and then target."""
        made = Arcs(np.empty(self.nodes + 1, dtype=np.int64), np.empty(len(self.source), dtype=np.int32))
        sort_arcs.once(self.work, self._given, made)
        return made

    @cached_property
    def oriented(self) -> Oriented:
        """Every pair of tied nodes once, for listing triangles."""
        most = len(self.source) if self.directed else len(self.source) // 2
        made = Oriented(
            node=np.empty(self.nodes, dtype=np.int64),
            indptr=np.empty(self.nodes + 1, dtype=np.int64),
            target=np.empty(most, dtype=np.int32),
            weight=np.empty(most),
            arcs=np.empty(most, dtype=np.int8),
            work=np.empty(self.nodes + 1, dtype=np.int64),
        )
        orient.once(self.work, self._given, self.directed, made)
        pairs = int(made.indptr[-1])
        return made._replace(target=made.target[:pairs], weight=made.weight[:pairs], arcs=made.arcs[:pairs])

    @cached_property
    def block(self) -> npt.NDArray[np.int64]:
        """Where blocks of places begin and end that cost about as much; a small graph is one block."""
        work = self.oriented.work
        blocks = BLOCKS if work[-1] > SHARE_ABOVE else 1
        inside = np.searchsorted(work, np.linspace(0, work[-1], blocks + 1)[1:-1])
        return np.concatenate([[0], inside, [self.nodes]]).astype(np.int64)

    @cached_property
    def contacts(self) -> npt.NDArray[np.int64]:
        """How many others every node is tied to, direction forgotten."""
        oriented = self.oriented
        return self.by_node(np.diff(oriented.indptr) + np.bincount(oriented.target, minlength=self.nodes))

    @cached_property
    def tied_contacts(self) -> npt.NDArray[np.int64]:
        """How many pairs of contacts of every node are tied: the triangles it is in."""
        return self._among_contacts[:, PAIRS]

    @cached_property
    def arcs_among_contacts(self) -> npt.NDArray[np.int64]:
        """How many arcs there are among the contacts of every node."""
        return self._among_contacts[:, ARCS]

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

    def over_blocks(self, kernel: Kernel, *arrays: object) -> None:
        """Run a kernel ``(first, last, oriented, block, ...)`` that lists triangles.

        Parameters
        ----------
        kernel
            It adds up the results of each block apart.
        *arrays
            What the kernel takes after the oriented graph and the blocks.
        """
        if len(self.block) > 2:
            kernel.over_clients(self.oriented.work[self.block], self.oriented, self.block, *arrays)
        else:
            kernel.once(self.work, 0, 1, self.oriented, self.block, *arrays)

    def by_node(self, values: npt.NDArray[T]) -> npt.NDArray[T]:
        """Give what is by place in :attr:`oriented` by node."""
        found = np.empty_like(values)
        found[self.oriented.node] = values
        return found

    def _in_igraph(self, source: npt.NDArray[np.int64], target: npt.NDArray[np.int64], *, directed: bool = True) -> Any:  # noqa: ANN401
        from igraph import Graph

        return Graph(self.nodes, np.column_stack([source, target]), directed=directed)

    @cached_property
    def _given(self) -> Given:
        return Given(self.source, self.target, self.weight)

    @cached_property
    def _among_contacts(self) -> npt.NDArray[np.int64]:
        counts = np.zeros((len(self.block) - 1, self.nodes, 2), dtype=np.int64)
        self.over_blocks(triangles, counts)
        return self.by_node(counts.sum(axis=0))

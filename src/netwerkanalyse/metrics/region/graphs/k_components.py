"""The k-components of a graph: largest groups that stay in one piece until k of their nodes go.

igraph's ``cohesive_blocks`` misses some of them (in Zachary's karate club, the ten of connectivity 4), and listing all
smallest cuts, as it does, takes long. One cut is enough: a k-component is never cut by fewer than k nodes, so it lies
whole in one of the pieces, taken together with the cut.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def k_components(graph: Any) -> dict[tuple[int, ...], int]:  # noqa: ANN401 - igraph comes without types
    """Find the k-components of all k.

    Parameters
    ----------
    graph
        Of igraph, without direction, loops or double ties.

    Returns
    -------
    groups
        Nodes of a group to its largest k, for the whole graph first (0 when it is in pieces) and then from small k to
        large.

    Examples
    --------
    >>> from igraph import Graph
    >>> k_components(Graph(4, [(0, 1), (1, 2), (0, 2), (2, 3)]))
    {(0, 1, 2, 3): 1, (0, 1, 2): 2}
    """
    everybody = tuple(range(graph.vcount()))
    found, groups, k = {everybody: 0}, [everybody], 0
    while groups:
        k += 1
        groups = [piece for group in groups for piece in _within(graph, group, k)]
        found |= dict.fromkeys(groups, k)
    return found


def _within(graph: Any, group: tuple[int, ...], k: int) -> Iterator[tuple[int, ...]]:  # noqa: ANN401
    """Give the k-components inside a group."""
    waiting = [np.array(group, dtype=np.int64)]
    while waiting:
        nodes = waiting.pop()
        within = graph.subgraph(nodes.tolist())
        nodes = nodes[np.array(within.coreness(), dtype=np.int64) >= k]  # the others have too few ties
        within = graph.subgraph(nodes.tolist())
        for part in within.connected_components():
            piece, members = within.subgraph(part), nodes[part]
            cut = _cut(piece, k)
            if cut is None:
                yield tuple(members.tolist())
                continue
            left = np.setdiff1d(np.arange(len(members)), cut)
            waiting += [
                np.sort(members[np.concatenate([left[rest], cut])])
                for rest in piece.subgraph(left.tolist()).connected_components()
            ]


def _cut(graph: Any, k: int) -> Ints | None:  # noqa: ANN401
    """Find fewer than k nodes without which a connected graph falls into pieces, None when there are none.

    Either one node is outside some smallest cut, and then cut off from another; or it is in the cut, and then two of
    its contacts are cut off from each other (Esfahanian and Hakimi). The node with fewest contacts needs fewest looks.
    """
    if k == 1:
        return None
    if k == 2:
        cuts = graph.articulation_points()
        return np.array(cuts[:1], dtype=np.int64) if cuts else None
    nodes = graph.vcount()
    doubled, room = _doubled(graph)
    low = int(np.argmin(graph.degree()))
    near = graph.neighbors(low)
    others = set(range(nodes)) - {low, *near}
    pairs = [(low, other) for other in others]
    pairs += [(one, other) for one, other in combinations(near, 2) if not graph.are_adjacent(one, other)]
    for one, other in pairs:
        flow = doubled.maxflow(one + nodes, other, capacity=room)
        if flow.value < k:
            return np.array(flow.cut, dtype=np.int64)  # the first edges are the nodes, and no other can be cut
    return None


def _doubled(graph: Any) -> tuple[Any, list[int]]:  # noqa: ANN401
    """Make a graph in which every node is an edge of its own with room for one path; ties have room for all."""
    from igraph import Graph

    nodes = graph.vcount()
    low, high = np.array(graph.get_edgelist(), dtype=np.int64).reshape(-1, 2).T
    inward = np.arange(nodes)
    source = np.concatenate([inward, low + nodes, high + nodes])
    target = np.concatenate([inward + nodes, high, low])
    room = [1] * nodes + [nodes] * (2 * len(low))
    return Graph(2 * nodes, np.column_stack([source, target]), directed=True), room

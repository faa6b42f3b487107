"""The leading eigenvector of a graph, where there is one."""

import warnings
from typing import Any

import numpy as np
import numpy.typing as npt

from netwerkanalyse.metrics.region.graphs.chance import igraph_seeded

Floats = npt.NDArray[np.float64]


def leading_eigenvector(graph: Any, weight: str | None = None) -> Floats | None:  # noqa: ANN401 - igraph has no types
    """Compute the leading eigenvector, of length 1, None where there is not one.

    There is one if, of the parts in which all reach each other, exactly one has the largest eigenvalue, above zero.

    Parameters
    ----------
    graph
        Of igraph. In one with direction a node counts for what those who point to it count for.
    weight
        Attribute of the edges that weighs them.

    Returns
    -------
    vector
        A value a node, none below zero.
    """
    values = sorted(
        (
            _leading(part, weight)[1]
            for part in graph.connected_components(mode="strong").subgraphs()
            if part.vcount() > 1
        ),
        reverse=True,
    )
    if not values or (len(values) > 1 and values[1] > values[0] * (1 - 1e-9)):
        return None
    vector, _ = _leading(graph, weight)
    absolute = np.abs(vector)
    return absolute / np.linalg.norm(absolute)


def _leading(graph: Any, weight: str | None) -> tuple[Floats, float]:  # noqa: ANN401
    """Give the leading eigenvector and its eigenvalue."""
    # The search starts with a draw, which shows in the last digits.
    with warnings.catch_warnings(), igraph_seeded(1):
        # igraph warns of zeros in graphs that are not connected; whether the vector is the only one is known here.
        warnings.filterwarnings("ignore", message=".*eigenvector centralit.*", category=RuntimeWarning)
        vector, value = graph.eigenvector_centrality(directed=True, weights=weight, return_eigenvalue=True)
    return np.asarray(vector), value

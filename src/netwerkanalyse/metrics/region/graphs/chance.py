"""igraph with chance that can be repeated."""

import random
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def igraph_seeded(seed: int) -> Iterator[None]:
    """Let igraph draw from a generator of its own for a while; after that it draws from Python's again, its default.

    Parameters
    ----------
    seed
        Start of the random numbers.

    Examples
    --------
    >>> from igraph import Graph
    >>> with igraph_seeded(1):
    ...     first = Graph.Erdos_Renyi(9, m=9).get_edgelist()
    >>> with igraph_seeded(1):
    ...     first == Graph.Erdos_Renyi(9, m=9).get_edgelist()
    True
    """
    from igraph import set_random_number_generator

    set_random_number_generator(random.Random(seed))  # noqa: S311 - this draws networks, no secrets
    try:
        yield
    finally:
        set_random_number_generator(random)

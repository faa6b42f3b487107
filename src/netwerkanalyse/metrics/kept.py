"""What a computation found is kept with the network, so that measures at several levels share it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.network import Network

T = TypeVar("T")


def kept(compute: Callable[[Network, Cutoffs], T]) -> Callable[[Network, Cutoffs], T]:
    """Compute once per network and cut-offs.

    Parameters
    ----------
    compute
        A pure function; what it returns must not be changed.

    Returns
    -------
    found
        The same function, with a memory that lives as long as the network.
    """

    @wraps(compute)
    def found(network: Network, cutoffs: Cutoffs) -> T:
        key = (compute, cutoffs)
        if key not in network.found:
            network.found[key] = compute(network, cutoffs)
        result: T = network.found[key]
        return result

    return found

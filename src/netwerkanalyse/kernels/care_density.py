"""How many clients the organisations around one client share, pair by pair."""

from typing import NamedTuple

from netwerkanalyse.kernels._arrays import Floats, Ints, Numbers
from netwerkanalyse.kernels._jit import inner, kernel

# c = clients, i, j = organisations.


class Around(NamedTuple):
    """The organisations of every client, in ascending order, and the clients that organisations share.

    ``other[row[i] : row[i + 1]]`` are the organisations after ``i`` with clients in common, in ascending order, and
    ``clients`` says how many.
    """

    of_client: Ints
    organisation: Numbers
    row: Ints
    other: Numbers
    clients: Numbers


@kernel
def care_density(first: int, last: int, around: Around, total: Floats) -> None:
    """Sum the shared clients over the pairs of organisations of each client."""
    for c in range(first, last):
        shared = 0
        for m in range(around.of_client[c], around.of_client[c + 1]):
            i = around.organisation[m]
            for n in range(m + 1, around.of_client[c + 1]):
                shared += around.clients[_find(around, i, around.organisation[n])]
        total[c] = shared


@inner
def _find(around: Around, i: int, j: int) -> int:
    """Find by halving; two organisations of one client share that client, so that the pair is there."""
    low, high = around.row[i], around.row[i + 1]
    while low < high:
        middle = (low + high) // 2
        if around.other[middle] < j:
            low = middle + 1
        else:
            high = middle
    return low

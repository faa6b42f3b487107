"""The chance of so many clients in common, or more, when nobody's choice depended on another's."""

from typing import NamedTuple

from netwerkanalyse.kernels._arrays import Floats, Ints
from netwerkanalyse.kernels._jit import inner, kernel

# The chance of k in common is f(k); f(k + 1) / f(k) = (one - k) (other - k) / ((k + 1) (all - one - other + k + 1)).

NOTHING = 1e-18
"""Terms below this share of the sum do not change it any more."""


class Overlap(NamedTuple):
    """Clients of one organisation, of the other, and in common; ``chance`` is the chance of exactly that overlap."""

    one: Ints
    other: Ints
    common: Ints
    chance: Floats


@kernel
def at_least(overlap: Overlap, everybody: int, out: Floats) -> None:
    """Sum the chances of every overlap from the one that was found on."""
    for pair in range(len(out)):
        one, other, common = overlap.one[pair], overlap.other[pair], overlap.common[pair]
        # Above the mean the terms shrink upwards, below it downwards: sum the side that ends soon.
        if common * everybody >= one * other:
            out[pair] = min(1.0, _upwards(one, other, common, everybody, overlap.chance[pair]))
        else:
            out[pair] = max(0.0, 1.0 - _downwards(one, other, common, everybody, overlap.chance[pair]))


@inner
def _upwards(one: int, other: int, common: int, everybody: int, chance: float) -> float:
    term, total, k = chance, chance, common
    while k < min(one, other) and term > NOTHING * total:
        term *= (one - k) * (other - k) / ((k + 1) * (everybody - one - other + k + 1))
        total += term
        k += 1
    return total


@inner
def _downwards(one: int, other: int, common: int, everybody: int, chance: float) -> float:
    """Sum the chances below the overlap that was found."""
    term, total, k = chance, 0.0, common
    while k > max(0, one + other - everybody) and (total == 0.0 or term > NOTHING * total):
        term *= k * (everybody - one - other + k) / ((one - k + 1) * (other - k + 1))
        total += term
        k -= 1
    return total

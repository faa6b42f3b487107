"""The shapes that kernels share: names of array types and of small sets of arrays, without any code."""

from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]
Codes: TypeAlias = npt.NDArray[np.int16]
Flags: TypeAlias = npt.NDArray[np.bool_]


class Graph(NamedTuple):
    """The ties of one layer around every client, the client left out.

    ``people`` are the offsets of people by client, ``start`` those of ties; tie ``e`` joins ``source[e]`` and
    ``target[e]``, numbers within the client, with weight ``weight[e]`` (NaN when unknown). Each tie stands once.
    ``indptr`` (by person, over all clients) and ``indices`` hold the neighbours of every person.
    """

    people: Ints
    start: Ints
    source: npt.NDArray[np.int32]
    target: npt.NDArray[np.int32]
    weight: Floats
    indptr: Ints
    indices: npt.NDArray[np.int32]

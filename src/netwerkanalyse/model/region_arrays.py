"""One layer of a region's collaboration as arrays."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_vocabulary import COLLABORATION_PRESENT, LAYER

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Answers = npt.NDArray[np.int8]

_STRENGTH = {"yes": 3, "no": 2, "unknown": 1, "no_response": 0}
"""Which answer holds when several people answered about one pair: any yes, else any no, else unknown."""

_ANSWERS = tuple(sorted(_STRENGTH, key=_STRENGTH.__getitem__))


class LayerArrays(NamedTuple):
    """The listed pairs of one layer, each once.

    ``source`` and ``target`` are positions in the organisations table; in an undirected layer ``source < target``.
    ``answer`` is the position in ``("no_response", "unknown", "no", "yes")``. Of those who gave that answer, ``value``
    is the mean of the values they gave and ``highest`` the highest one, NaN when nobody did; ``without_value`` tells
    that somebody gave none. One yes that is high enough makes a tie, whatever others say. ``loops`` counts rows of an
    organisation with itself, which are left out.

    ``complete`` tells by organisation whether a pair from it that is not listed is a no; else it is unknown. All pairs
    must have been asked then (``all_asked``). Asked is not answered: in a layer with direction an organisation whose
    rows say yes or no nowhere is not complete. One row from it that says it gave no response is enough.
    """

    directed: bool
    all_asked: bool
    complete: Flags
    source: Ints
    target: Ints
    answer: Answers
    value: Floats
    highest: Floats
    without_value: Flags
    loops: int


NO_RESPONSE, UNKNOWN, NO, YES = range(4)


def layer_arrays(region: Region, layer: str) -> LayerArrays:
    """Give the listed pairs of a layer.

    Parameters
    ----------
    region
        The region.
    layer
        A code of the vocabulary ``layer``. Its direction belongs to the layer, not to the rows.

    Returns
    -------
    arrays
        Each listed pair once, with the strongest answer that anybody gave.
    """
    frame = region.columns("collaborations", "layer", "present", "value")
    source, target = region.keys.refers["collaborations", "source"], region.keys.refers["collaborations", "target"]
    directed = LAYER.group(layer) == "directed"
    if not directed:
        source, target = np.minimum(source, target), np.maximum(source, target)
    of_layer, loop = (frame["layer"] == layer).to_numpy(dtype=bool), source == target
    rows = of_layer & ~loop
    kept = slice(None) if rows.all() else rows  # of a slice nothing is copied
    pairs = _each_once(
        source[kept],
        target[kept],
        _answers(frame["present"].cat.codes.to_numpy()[kept]),
        frame["value"].to_numpy()[kept],
        max(len(region), 1),
    )
    all_asked, size = _all_asked(region, layer), len(region)
    complete = np.full(size, all_asked)
    if all_asked and directed:
        listed, answered = np.bincount(pairs[0], minlength=size), np.bincount(pairs[0][pairs[2] >= NO], minlength=size)
        complete = (answered > 0) | (listed == 0)
    return LayerArrays(directed, all_asked, complete, *pairs, loops=int((of_layer & loop).sum()))


def _each_once(
    source: Ints, target: Ints, said: Answers, value: Floats, size: int
) -> tuple[Ints, Ints, Answers, Floats, Floats, Flags]:
    """Give ends, answer and values of every pair, in order, of rows that may speak of the same pair."""
    numbers = source * size + target
    rows = slice(None) if (numbers[1:] > numbers[:-1]).all() else np.argsort(numbers)
    ordered = numbers[rows]
    another = ordered[1:] > ordered[:-1]
    if another.all():
        value = value[rows]
        return source[rows], target[rows], said[rows], value, value, np.isnan(value)
    first = np.append(True, another)
    pair, inverse = ordered[first], np.empty_like(numbers)
    inverse[rows] = np.cumsum(first) - 1
    answer = np.full(len(pair), NO_RESPONSE, dtype=np.int8)
    np.maximum.at(answer, inverse, said)
    holds = said == answer[inverse]
    return pair // size, pair % size, answer, *_values(value[holds], inverse[holds], len(pair))


def _answers(present: npt.NDArray[np.int8]) -> Answers:
    """Turn codes into answers by strength; a blank is unknown."""
    strength = np.array([_ANSWERS.index(name) for name in COLLABORATION_PRESENT.names] + [UNKNOWN], dtype=np.int8)
    return strength[present]


def _all_asked(region: Region, layer: str) -> bool:
    layers = region.tables["layers"]
    return bool((layers.loc[layers["layer"] == layer, "pairs_asked"] == "all").any())


def _values(value: Floats, group: Ints, groups: int) -> tuple[Floats, Floats, Flags]:
    """Give, by group, mean and highest of the values that were given, NaN where none was, and whether one was not."""
    known = ~np.isnan(value)
    count = np.bincount(group[known], minlength=groups)
    total = np.bincount(group[known], weights=value[known], minlength=groups)
    highest = np.full(groups, np.nan)
    np.fmax.at(highest, group[known], value[known])
    blank = np.bincount(group[~known], minlength=groups) > 0
    return np.divide(total, count, out=np.full(groups, np.nan), where=count > 0), highest, blank

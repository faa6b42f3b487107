"""People in their ring and sector: fanned out first, then pushed apart until nobody stands in another's way."""

from collections.abc import Sequence
from math import tau

import numpy as np

from netwerkanalyse.model.arrays import Floats
from netwerkanalyse.report.pictures.pen import Point
from netwerkanalyse.report.sociogram.boxes import Box
from netwerkanalyse.report.sociogram.facts import Facts, Layer
from netwerkanalyse.report.sociogram.frame import Band, Frame, Sector, polar, turned
from netwerkanalyse.report.sociogram.labels import REACH, Words

Cell = tuple[Band, Sector]

_STEPS = 80
_AIR = 6.0
_CLOSE_ENOUGH = 0.5
_TRACK = 50.0
_SIDEWAYS = 0.2
_BETWEEN = 12.0
"""Room between neighbours, in which the sign of a missing tie can stand."""
_EDGE = 14.0
"""How far the middle of a shape stays from the edges of its cell."""


def place_people(facts: Facts, frame: Frame, words: Sequence[Words], fixed: Sequence[Box]) -> list[Point]:
    """Place everybody, as clear of each other as the frame allows.

    Parameters
    ----------
    facts
        Whom to place.
    frame
        Rings and sectors.
    words
        The label of each person, which is meant to stand below the shape.
    fixed
        Room where nobody can stand.

    Returns
    -------
    places
        The middle of each shape.
    """
    if not facts.people:
        return []
    cells = [(frame.band_of(person), frame.sector_of(person)) for person in facts.people]
    spots = _fanned(cells, [0.0] * len(cells))
    spots = _fanned(cells, _pulls(facts, cells, spots))
    wide = np.array([block.wide for block in words])
    high = np.array([block.high for block in words])
    with_label = np.column_stack([np.maximum(wide / 2, REACH), REACH + high / 2]) + _AIR / 2
    below = np.column_stack([np.zeros(len(high)), high / 2])
    spots = _settled(spots, below, with_label, cells, fixed)
    # Where labels do not fit below everybody, they go elsewhere; at least the shapes must be clear of each other.
    shape = np.full_like(with_label, REACH + _BETWEEN / 2 + _CLOSE_ENOUGH)
    spots = _settled(spots, np.zeros_like(below), shape, cells, fixed)
    return [(float(x), float(y)) for x, y in spots]


def _settled(spots: Floats, shift: Floats, half: Floats, cells: Sequence[Cell], fixed: Sequence[Box]) -> Floats:
    """Push boxes apart, and people back into their cells, until nothing moves."""
    for _ in range(_STEPS):
        push = apart(spots + shift, half) + _off(spots + shift, half, fixed)
        if not push.any():
            break
        spots = _kept(spots + push, cells)
    return spots


def _fanned(cells: Sequence[Cell], pulls: Sequence[float]) -> Floats:
    """Spread the people of each cell evenly, zigzag over its depth, those who are pulled most to the right last."""
    spots = np.zeros((len(cells), 2))
    for band, sector in dict.fromkeys(cells):
        inside = [one for one, cell in enumerate(cells) if cell == (band, sector)]
        inside.sort(key=lambda one: pulls[one])
        depth = band.outer - band.inner
        tracks = max(1, min(len(inside), int(depth / _TRACK)))
        for slot, one in enumerate(inside):
            angle = sector.start + sector.spread * (slot + 0.5) / len(inside)
            spots[one] = polar(angle, band.inner + depth * (slot % tracks + 0.5) / tracks)
    return spots


def _pulls(facts: Facts, cells: Sequence[Cell], spots: Floats) -> list[float]:
    """Say for everybody to which side of the sector the people are with whom there is a tie."""
    angles = np.arctan2(spots[:, 0], -spots[:, 1])
    sides: list[list[float]] = [[] for _ in cells]
    for pair in facts.pairs:
        if pair.layer is not Layer.MISSING:
            sides[pair.a].append(turned(float(angles[pair.b]) - cells[pair.a][1].middle))
            sides[pair.b].append(turned(float(angles[pair.a]) - cells[pair.b][1].middle))
    return [float(np.mean(side)) if side else 0.0 for side in sides]


def apart(centre: Floats, half: Floats) -> Floats:
    """Return how to push boxes that overlap: mostly along the shorter way, a little along the other."""
    away = centre[:, None, :] - centre[None, :, :]
    over = half[:, None, :] + half[None, :, :] - np.abs(away)
    both = np.all(over > _CLOSE_ENOUGH, axis=2)
    np.fill_diagonal(both, val=False)
    order = np.arange(len(centre))
    sign = np.where(away == 0, np.sign(order[:, None] - order[None, :])[:, :, None], np.sign(away))
    shorter = over <= over[:, :, ::-1]
    step = sign * np.where(shorter, over, _SIDEWAYS * over.min(axis=2, keepdims=True)) / 2
    return np.where(both[:, :, None], step, 0.0).sum(axis=1)


def _off(centre: Floats, half: Floats, fixed: Sequence[Box]) -> Floats:
    """Return how to push boxes off room that is taken."""
    push = np.zeros_like(centre)
    for box in fixed:
        low, high = np.array([box.left, box.top]), np.array([box.right, box.bottom])
        away = centre - (low + high) / 2
        over = half + (high - low) / 2 - np.abs(away)
        both = np.all(over > _CLOSE_ENOUGH, axis=1)
        shorter = over <= over[:, ::-1]
        step = np.where(away < 0, -1.0, 1.0) * np.where(shorter, over, _SIDEWAYS * over.min(axis=1, keepdims=True))
        push += np.where(both[:, None], step, 0.0)
    return push


def _kept(spots: Floats, cells: Sequence[Cell]) -> Floats:
    """Bring everybody back into their ring and sector."""
    inner = np.array([band.inner for band, _ in cells]) + _EDGE
    outer = np.array([band.outer for band, _ in cells]) - _EDGE
    middle = np.array([sector.middle for _, sector in cells])
    spread = np.array([sector.spread for _, sector in cells])
    radius = np.clip(np.hypot(spots[:, 0], spots[:, 1]), inner, outer)
    free = np.where(spread < tau, np.maximum(spread / 2 - np.arcsin(np.minimum(_EDGE / radius, 1)), 0), np.pi)
    side = np.clip((np.arctan2(spots[:, 0], -spots[:, 1]) - middle + np.pi) % tau - np.pi, -free, free)
    return np.column_stack([radius * np.sin(middle + side), -radius * np.cos(middle + side)])

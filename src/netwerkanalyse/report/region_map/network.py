"""Where the organisations of a picture stand, computed once: every layer is drawn on the same places."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, pi, sin, sqrt

import numpy as np

from netwerkanalyse.model.arrays import Floats
from netwerkanalyse.model.vocabulary import SECTOR
from netwerkanalyse.report.pictures.palette import KINDS, Paint
from netwerkanalyse.report.pictures.pen import Point
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.sociogram.labels import REACH, Label, Words, place_labels, words_of
from netwerkanalyse.report.sociogram.placing import apart

MOST_DRAWN = 300
"""With more organisations a picture of dots and lines says nothing any more: sectors are drawn instead."""

MOST_NAMED = 80
"""Of so many organisations the name is written, those with most ties first; the others are named when pointed at."""

_STEPS = 150
_ROOM, _BARE = 128.0, 64.0
"""How far apart organisations stand: with their names, and without."""

_PLAIN = Words(("",))


@dataclass(frozen=True)
class Tie:
    """A tie of two organisations, by their place in the list."""

    source: int
    target: int


@dataclass(frozen=True, eq=False)
class Drawing:
    """The organisations of a region on paper, and the ties of every layer.

    Parameters
    ----------
    evidence
        The region.
    """

    evidence: RegionEvidence

    @property
    def organisations(self) -> list[str]:
        """What the organisations are called, in the order of the table."""
        return list(self.evidence.names.values())

    @cached_property
    def ties(self) -> dict[str, list[Tie]]:
        """The ties of every layer that may be shown, a tie that goes both ways twice."""
        found = {}
        for layer, network in self.evidence.shown.items():
            listed, tied = network.listed, network.tied
            pairs = zip(listed.source[tied].tolist(), listed.target[tied].tolist(), strict=True)
            found[layer] = [Tie(source, target) for source, target in pairs]
        return found

    @cached_property
    def places(self) -> list[Point]:
        """The middle of every organisation: near whom it is tied to, those without ties in rows below."""
        count = len(self.organisations)
        tied = sorted({end for ties in self.ties.values() for tie in ties for end in (tie.source, tie.target)})
        spots = np.zeros((count, 2))
        if tied:
            spots[tied] = self._laid_out(tied)
        bottom = float(spots[tied, 1].max()) + 110 if tied else 0.0
        wide = max(4, int(max(np.ptp(spots[tied, 0]), 700) // 150)) if tied else 6
        left = float(spots[tied, 0].min()) if tied else 0.0
        for number, one in enumerate(sorted(set(range(count)) - set(tied))):
            spots[one] = left + number % wide * 150 + 40, bottom + number // wide * 84
        return [(float(x), float(y)) for x, y in spots]

    def _laid_out(self, tied: list[int]) -> Floats:
        """Put who is tied near each other, then push until no shape or label stands on another."""
        import igraph

        at = {one: number for number, one in enumerate(tied)}
        pairs = {(at[tie.source], at[tie.target]) for ties in self.ties.values() for tie in ties}
        graph = igraph.Graph(len(tied), sorted({(min(pair), max(pair)) for pair in pairs}))
        start = [(cos(2 * pi * one / len(tied)), sin(2 * pi * one / len(tied))) for one in range(len(tied))]
        spots = np.array(graph.layout_kamada_kawai(seed=start).coords, dtype=float).reshape(-1, 2)
        spread = np.ptp(spots, axis=0)
        spots = (spots - spots.min(axis=0)) / np.where(spread > 0, spread, 1)
        words = [self.words[one] for one in tied]
        side = sqrt(sum((_BARE if block is _PLAIN else _ROOM) ** 2 for block in words))
        spots *= (side * 1.15, side * 0.8)
        half = np.array([(max(block.wide / 2, REACH) + 6, REACH + block.high / 2 + 5) for block in words])
        for _ in range(_STEPS):
            push = apart(spots, half)
            if not push.any():
                break
            spots = spots + push
        return spots

    @cached_property
    def words(self) -> list[Words]:
        """The label of every organisation; of many, only of those with most ties."""
        count = len(self.organisations)
        degree = np.zeros(count)
        for ties in self.ties.values():
            np.add.at(degree, [end for tie in ties for end in (tie.source, tie.target)], 1)
        named = set(np.argsort(-degree, kind="stable")[:MOST_NAMED].tolist())
        return [words_of(words, ()) if one in named else _PLAIN for one, words in enumerate(self.organisations)]

    @cached_property
    def labels(self) -> Sequence[Label]:
        """The labels on a free side of their shape, as far as there is one."""
        few = len(self.places) <= MOST_NAMED
        lines = [self._along(tie) for ties in self.ties.values() for tie in ties] if few else []
        return place_labels(self.places, self.words, (), lines)[0]

    def _along(self, tie: Tie) -> list[Point]:
        (x, y), (u, v) = self.places[tie.source], self.places[tie.target]
        return [(x + (u - x) * part / 12, y + (v - y) * part / 12) for part in range(2, 11)]

    @cached_property
    def sectors(self) -> list[str]:
        """The sector of every organisation, blank when unknown."""
        return [str(one) for one in self.evidence.region.tables["organisations"]["sector"].astype(object).fillna("")]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of every sector that occurs: it stands in the shape, so that colour never speaks alone."""
        present = set(self.sectors)
        return {sector: number for number, sector in enumerate((s for s in SECTOR.names if s in present), start=1)}


def group_of(sector: str) -> str:
    """Give the group of a sector: medical, social or other; blank when it is unknown."""
    return SECTOR.group(sector) if sector else ""


PAINTS: dict[str, Paint] = {
    "medical": KINDS["formal"],
    "social": KINDS["informal"],
    "other": KINDS["peer"],
    "": KINDS[""],
}
"""Paint by group of sectors."""

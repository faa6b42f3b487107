"""Sociograms for tests: everything a caseload can lead to, in any mixture, from a fixed seed."""

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

import numpy as np

from netwerkanalyse import datasets
from netwerkanalyse.model.vocabulary import DOMAIN, KIND
from netwerkanalyse.report.sociogram.data import sociogram
from netwerkanalyse.report.sociogram.facts import Area, Facts, Layer, Overlap, Pair, Person, Supply

T = TypeVar("T")

LABELS = (
    "oma", "moeder", "zus (12)", "buurvrouw", "huisarts", "ervaringsdeskundige", "praktijkondersteuner ggz",
    "begeleider werk en dagbesteding", "jeugdhulpverlener van de jongste dochter", "B.", "wijkverpleegkundige",
)  # fmt: skip


def random_facts(people: int, seed: int, domains: int = 8) -> Facts:
    """Make up a client with so many people and at most so many life domains."""
    dice = np.random.default_rng(seed)
    codes = [DOMAIN.names[place] for place in sorted(dice.permutation(len(DOMAIN.names))[:domains])]
    everybody = tuple(_person(dice, number, codes[: domains - 1]) for number in range(people))
    areas = tuple(_area(dice, code, everybody) for code in codes)
    layers = (Layer.COORDINATES, Layer.KNOWS, Layer.TENSION, Layer.MISSING)
    pairs = tuple(
        Pair(a, b, pick(dice, layers), pick(dice, (None, 0.7)))
        for a in range(people)
        for b in range(a + 1, people)
        if dice.random() < 3 / people
    )
    return Facts("K1", people=everybody, areas=areas, pairs=pairs, unknown_pairs=pick(dice, (0, 4)))


@cache
def example_facts(*, for_client: bool = True) -> dict[str, Facts]:
    """Give the sociogram of the first client of every bundled data set."""
    caseloads = {name: datasets.load(name) for name in datasets.DATASETS}
    return {
        name: sociogram(caseload, caseload.client_index[0], for_client=for_client)
        for name, caseload in caseloads.items()
    }


def pick(dice: np.random.Generator, options: Sequence[T]) -> T:
    """Take one of the options."""
    return options[int(dice.integers(len(options)))]


def _person(dice: np.random.Generator, number: int, codes: list[str]) -> Person:
    count = min(len(codes), pick(dice, (0, 0, 1, 1, 1, 1, 2, 4)))
    return Person(
        member=f"p{number}",
        label=pick(dice, LABELS),
        kind=pick(dice, (*KIND.names, "")),
        circle=pick(dice, (None, 1, 2, 2, 3, 3)),
        domains=tuple(str(code) for code in dice.permutation(codes)[:count]),
        hindering=pick(dice, (None, 0, 2)),
        nominated=dice.random() < 0.3,
        activatable=dice.random() < 0.1,
        unwanted=dice.random() < 0.1,
        unsafe=dice.random() < 0.1,
    )


def _area(dice: np.random.Generator, code: str, people: tuple[Person, ...]) -> Area:
    doubling = tuple((number,) for number, person in enumerate(people) if code in person.domains)
    overlap = pick(dice, tuple(Overlap)) if len(doubling) > 1 else Overlap.NONE
    state = pick(dice, tuple(Supply)) if doubling else pick(dice, (Supply.ABSENT, Supply.UNASKED))
    return Area(code, DOMAIN.label(code, "nl"), 2.0, 1.0, state, overlap=overlap, doubling=doubling)

"""Measure contenders in turn and report ratios.

The machine is shared and noisy: a number of seconds means little by itself. So contenders run in turn, in the same
process, several rounds; the medians are compared. Results are checked equal before anything is timed.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from statistics import median
from time import perf_counter

LIMIT = 10.0
"""Seconds after which a contender sits out the rounds that are left: a whole run must end."""


@dataclass(frozen=True)
class Contender:
    """Something that does the work, and how many clients (or nodes, or ties) it does in a call.

    ``needs`` is the library without which it sits out. ``target`` is how many times as long as ours it should take.
    ``step`` says that it is ours once more, at another size.
    """

    name: str
    run: Callable[[], object]
    clients: int
    needs: str | None = None
    target: float | None = None
    step: bool = False

    @property
    def is_here(self) -> bool:
        """Whether it can run on this machine."""
        return self.needs is None or find_spec(self.needs) is not None


class Times(dict[str, float]):
    """The median time in microseconds a client, by contender; ours is the first.

    Attributes
    ----------
    rounds
        The time of every round, by contender.
    absent
        The contenders whose library is not installed, and that library.
    targets
        How many times as long as ours a contender should take.
    units
        How many clients each did in a call.
    steps
        The contenders that are ours at another size.
    unit
        What ``a client`` stands for: a client, a node, a tie ...
    megabytes
        How much memory each took, where that was measured.
    floor
        The time a client that moving the bytes alone would take, where they were counted.
    """

    def __init__(self, contenders: list[Contender], rounds: dict[str, list[float]]) -> None:
        super().__init__({name: median(taken) for name, taken in rounds.items() if taken})
        self.rounds = rounds
        self.absent = {one.name: str(one.needs) for one in contenders if not one.is_here}
        self.targets = {one.name: one.target for one in contenders if one.target is not None}
        self.units = {one.name: one.clients for one in contenders}
        self.steps = {one.name for one in contenders if one.step}
        self.unit = "client"
        self.megabytes: dict[str, float] = {}
        self.floor: float | None = None

    def ratios(self, name: str) -> list[float]:
        """How many times as long as ours it took, in every round that it ran."""
        ours = next(iter(self.rounds.values()))
        return [theirs / mine for theirs, mine in zip(self.rounds[name], ours, strict=False)]


def contest(contenders: list[Contender], rounds: int, same: Callable[[object, object], object] | None = None) -> Times:
    """Run contenders in turn.

    Parameters
    ----------
    contenders
        Ours first.
    rounds
        How often each runs. One that takes longer than :data:`LIMIT` in all runs less often, at least once.
    same
        Takes the result of the first contender and that of another, and fails unless they are equal. Asked once, on a
        round that is not timed: whatever is loaded, compiled or prepared on a first call is done then.

    Returns
    -------
    times
        Medians and what they come from.
    """
    here = [one for one in contenders if one.is_here]
    if same is not None:
        mine = here[0].run()
        for one in here[1:]:
            same(mine, one.run())
    taken: dict[str, list[float]] = {one.name: [] for one in here}
    for _ in range(rounds):
        for one in here:
            if sum(taken[one.name]) * one.clients < 1e6 * LIMIT:
                began = perf_counter()
                one.run()
                taken[one.name].append(1e6 * (perf_counter() - began) / one.clients)
    return Times(contenders, taken)


def on_one_core(run: Callable[[], object]) -> Callable[[], object]:
    """Give the same work, held to one processor core; our kernels then use one thread.

    Where the operating system cannot hold a thread to a core, the work runs as it is.
    """
    if not hasattr(os, "sched_setaffinity"):
        return run

    def held() -> object:
        cores = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(cores)})
        try:
            return run()
        finally:
            os.sched_setaffinity(0, cores)

    return held

"""Measure contenders in turn and report ratios.

The machine is shared and noisy: a number of seconds means little by itself. So contenders run in turn, in the same
process, several rounds; the medians are compared. Results are checked equal before anything is timed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Contender:
    """Something that does the work, and how many clients it does in a call."""

    name: str
    run: Callable[[], object]
    clients: int


def contest(contenders: list[Contender], rounds: int) -> dict[str, float]:
    """Run contenders in turn; give the median time per client in microseconds, by name."""
    times: dict[str, list[float]] = {one.name: [] for one in contenders}
    for _ in range(rounds):
        for one in contenders:
            began = perf_counter()
            one.run()
            times[one.name].append((perf_counter() - began) / one.clients)
    return {name: 1e6 * median(taken) for name, taken in times.items()}

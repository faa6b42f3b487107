"""How much a run measures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """Clients of a caseload, ties of a graph, memberships of organisations; and how many rounds are run."""

    clients: int
    ties: int
    memberships: int
    rounds: int


SIZES = {
    "small": Size(clients=500, ties=10_000, memberships=10_000, rounds=1),
    "middle": Size(clients=10_000, ties=100_000, memberships=1_000_000, rounds=5),
    "large": Size(clients=100_000, ties=1_000_000, memberships=10_000_000, rounds=5),
}
"""Small shows that the harness works; the large one is what the documentation shows."""

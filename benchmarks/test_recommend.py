"""How long proposals take: no peer makes any, so beside them stands measuring the same clients."""

from functools import lru_cache

from contest import Contender, on_one_core
from netwerkanalyse import recommend
from netwerkanalyse.datasets.simulate import simulate
from netwerkanalyse.metrics.client.catalogue import measure
from netwerkanalyse.model.caseload import Caseload

FEWEST, MOST = 5, 1_000
"""Proposals cost milliseconds a client: fewer clients than in other questions."""


@lru_cache(1)
def caseload_of(clients):
    """A simulated caseload."""
    return simulate(clients, seed=1, members=20).caseload


def contenders(clients):
    """Proposals for every client, and every measure of the same clients."""
    caseload = caseload_of(clients)

    def ours():
        return recommend.client(Caseload(caseload.tables, caseload.keys, caseload.warnings))

    return [
        Contender("proposals for every client", ours, clients),
        Contender("the same, one thread", on_one_core(ours), clients),
        Contender("every measure of the same clients", lambda: measure(caseload), clients),
    ]


def test_proposals(ask, size):
    """From a caseload to proposals for every client."""
    clients = max(min(size // 100, MOST), FEWEST)
    ask(f"proposals for {clients:,} clients", contenders, clients, same=lambda *_: None)

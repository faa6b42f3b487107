"""How long laying free places over all clients takes, and that it stays proven at size.

There is a service for every hundred clients: ``--clients 100000`` has a thousand of them, the size that is promised on
two cores.
"""

import numpy as np
import pandas as pd
import pytest

from netwerkanalyse import Region, datasets, recommend
from netwerkanalyse.model.vocabulary import DOMAIN

AREAS = [f"A{number}" for number in range(100)]

CLIENTS_A_SERVICE = 100

pytest.importorskip("ortools")


def living(clients, rng):
    """A simulated caseload whose clients have an area, an age, laws and a language, some of them unknown."""
    caseload = datasets.simulate(clients, seed=1).caseload
    table = caseload.tables["clients"].astype(object)
    return caseload.with_tables(
        clients=table.assign(
            area=rng.choice(AREAS, clients),
            age=rng.integers(18, 90, clients),
            laws=rng.choice(np.array(["wmo", "zvw", "wmo;zvw", "wlz", None], dtype=object), clients),
            language=rng.choice(np.array(["nl", "nl", "ar", None], dtype=object), clients),
        )
    )


def social_map(services, clients, rng):
    """A region of so many services, with room for about half of what is asked, all distances known."""
    codes = [f"S{number}" for number in range(services)]
    several = [
        (";".join(rng.choice(DOMAIN.names, rng.integers(1, 3), replace=False)), ";".join(rng.choice(AREAS, 15, False)))
        for _ in codes
    ]
    organisations = [f"O{number % 200}" for number in range(services)]
    return Region.build(
        {
            "organisations": pd.DataFrame({"organisation": sorted(set(organisations))}),
            "areas": pd.DataFrame({"area": AREAS}),
            "services": pd.DataFrame(
                {
                    "service": codes,
                    "organisation": organisations,
                    "domains": [domains for domains, _ in several],
                    "areas": [areas for _, areas in several],
                    "capacity": rng.integers(0, 3 * clients // services + 2, services).astype(float),
                    "waiting_days": rng.integers(0, 200, services),
                    "age_from": rng.choice([np.nan, 18, 23, 55], services),
                }
            ),
            "travel": pd.DataFrame(
                {
                    "area": np.repeat(AREAS, services),
                    "service": np.tile(codes, len(AREAS)),
                    "distance": rng.integers(0, 60, len(AREAS) * services),
                }
            ),
        }
    )


def test_allocation(benchmark, size, rounds):
    """From tables to offers, reasons and bounds."""
    rng = np.random.default_rng(1)
    caseload = living(size, rng)
    region = social_map(max(size // CLIENTS_A_SERVICE, 10), size, rng)

    found = benchmark.pedantic(recommend.allocate, args=(caseload, region), rounds=rounds, warmup_rounds=1)

    assert found.proven
    assert found.lowered == 0
    assert (found.services["used"] <= found.services["places"]).all()

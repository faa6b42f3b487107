"""How fast shared clients are counted, beside DuckDB's self-join, polars and scipy in the same run.

Run ``pytest benchmarks/test_projection.py --benchmark-enable --clients 100000`` for a million memberships.
"""

import duckdb
import numpy as np
import pandas as pd
import polars
import pytest
from scipy import sparse

from contest import Contender, contest
from netwerkanalyse.metrics.region.alignment.shared_clients import memberships_of, shared_of

EACH = 10
"""Memberships a client, on average; a few are listed twice, as in a table of people."""


def memberships(clients, organisations, hub):
    """Who is a client of what, rows in the order of clients: large and small organisations, and one that most have."""
    random = np.random.default_rng(1)
    client = np.sort(random.integers(0, clients, EACH * clients))
    size = np.arange(1, organisations + 1) ** -0.7
    organisation = random.choice(organisations, len(client), p=size / size.sum())
    if hub:
        organisation[random.random(len(client)) < 0.3] = organisations - 1
    return client, organisation


def ours(rows, clients, organisations):
    """From rows to pairs."""
    return shared_of(memberships_of(*rows, clients, organisations))


def with_duckdb(table):
    """The self-join, as a planner would write it."""
    once = duckdb.from_arrow(table).distinct()
    pairs = once.query(
        "m",
        """select a.organisation as one, b.organisation as other, count(*) as clients
           from m a join m b on a.client = b.client and a.organisation < b.organisation group by 1, 2""",
    )
    return pairs.to_arrow_table()


def with_polars(table):
    """The same self-join, lazily."""
    once = polars.from_arrow(table).lazy().unique()
    pairs = once.join(once, on="client").filter(polars.col("organisation") < polars.col("organisation_right"))
    return pairs.group_by("organisation", "organisation_right").len().collect()


def with_scipy(rows, clients, organisations):
    """The sparse product M'M."""
    matrix = sparse.csr_matrix((np.ones(len(rows[0]), dtype=np.int32), rows), shape=(clients, organisations))
    matrix.sum_duplicates()
    matrix.data[:] = 1
    return sparse.triu(matrix.T @ matrix, 1)


@pytest.mark.parametrize(
    ("organisations", "hub"), [(300, False), (5_000, False), (5_000, True)], ids=["300", "5000", "5000, one with most"]
)
def test_shared_clients(benchmark, size, rounds, report, organisations, hub):
    """From rows of clients and organisations to the pairs and their number of clients: all four give the same."""
    rows = memberships(size, organisations, hub)
    table = polars.from_pandas(pd.DataFrame({"client": rows[0], "organisation": rows[1]})).to_arrow()
    found = ours(rows, size, organisations)
    expected = with_scipy(rows, size, organisations).tocsr()
    assert len(found.clients) == expected.nnz
    assert (np.asarray(expected[found.first, found.second]).ravel() == found.clients).all()
    assert with_duckdb(table).num_rows == len(with_polars(table)) == expected.nnz

    question = f"shared clients, {EACH * size:,} memberships of {organisations:,} organisations"
    report[question + (", a hub" if hub else "")] = times = contest(
        [
            Contender("netwerkanalyse", lambda: ours(rows, size, organisations), size),
            Contender("DuckDB self-join", lambda: with_duckdb(table), size),
            Contender("polars self-join", lambda: with_polars(table), size),
            Contender("scipy sparse product", lambda: with_scipy(rows, size, organisations), size),
        ],
        rounds,
    )
    benchmark.extra_info.update(times)
    benchmark.pedantic(ours, (rows, size, organisations), rounds=rounds, warmup_rounds=1)

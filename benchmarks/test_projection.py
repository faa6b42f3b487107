"""How fast shared clients are counted, beside DuckDB's self-join, polars and scipy in the same run."""

from functools import cache, lru_cache

import numpy as np
import pyarrow as pa
import pytest

from contest import Contender, on_one_core
from floor import bytes_of
from netwerkanalyse.metrics.region.alignment.shared_clients import memberships_of, shared_of

EACH = 10
"""Memberships a client, on average; a few are listed twice, as in a table of people."""


@lru_cache(1)
def memberships(clients, organisations, hub):
    """Who is a client of what, rows in the order of clients: large and small organisations, and one that most have."""
    random = np.random.default_rng(1)
    client = np.sort(random.integers(0, clients, EACH * clients))
    size = np.arange(1, organisations + 1) ** -0.7
    organisation = random.choice(organisations, len(client), p=size / size.sum())
    if hub:
        organisation[random.random(len(client)) < 0.3] = organisations - 1
    return client, organisation


def with_duckdb(table):
    """The self-join, as a planner would write it."""
    import duckdb

    once = duckdb.from_arrow(table).distinct()
    pairs = once.query(
        "m",
        """select a.organisation as one, b.organisation as other, count(*) as clients
           from m a join m b on a.client = b.client and a.organisation < b.organisation group by 1, 2""",
    )
    return [column.to_numpy() for column in pairs.to_arrow_table().columns]


def with_polars(table):
    """The same self-join, lazily."""
    import polars

    once = polars.from_arrow(table).lazy().unique()
    pairs = once.join(once, on="client").filter(polars.col("organisation") < polars.col("organisation_right"))
    counted = pairs.group_by("organisation", "organisation_right").len().collect()
    return [counted[name].to_numpy() for name in ("organisation", "organisation_right", "len")]


def with_scipy(rows, clients, organisations):
    """The sparse product M'M."""
    from scipy import sparse

    matrix = sparse.csr_matrix((np.ones(len(rows[0]), dtype=np.int32), rows), shape=(clients, organisations))
    matrix.sum_duplicates()
    matrix.data[:] = 1
    pairs = sparse.triu(matrix.T @ matrix, 1, format="coo")
    return [pairs.row, pairs.col, pairs.data]


def contenders(clients, organisations, hub):
    """From rows of clients and organisations to the pairs and their number of clients."""
    rows = memberships(clients, organisations, hub)
    table = cache(lambda: pa.table({"client": rows[0], "organisation": rows[1]}))

    def ours():
        found = shared_of(memberships_of(*rows, clients, organisations))
        return [found.first, found.second, found.clients]

    count = len(rows[0])
    return [
        Contender("netwerkanalyse", ours, count),
        Contender("the same, one thread", on_one_core(ours), count),
        Contender("DuckDB self-join", lambda: with_duckdb(table()), count, "duckdb", 3),
        Contender("polars self-join", lambda: with_polars(table()), count, "polars", 3),
        Contender("scipy sparse product", lambda: with_scipy(rows, clients, organisations), count, "scipy"),
    ]


def same_pairs(mine, theirs):
    """Fail unless both have the same pairs with the same numbers, in any order."""
    ordered = [np.stack([np.asarray(part, dtype=np.int64) for part in found]) for found in (mine, theirs)]
    first, second = (found[:, np.lexsort(found[1::-1])] for found in ordered)
    np.testing.assert_array_equal(first, second)


@pytest.mark.parametrize(
    ("organisations", "hub"), [(300, False), (5_000, False), (5_000, True)], ids=["300", "5000", "5000, one with most"]
)
def test_shared_clients(ask, sizes, organisations, hub):
    """All four find the same pairs; one organisation that most clients have does not break it."""
    clients = sizes.memberships // EACH
    rows = memberships(clients, organisations, hub)
    moved = bytes_of((*rows, *contenders(clients, organisations, hub)[0].run()))
    question = f"shared clients, {len(rows[0]):,} memberships of {organisations:,} organisations"
    question += ", a hub" if hub else ""
    ask(question, contenders, clients, organisations, hub, same=same_pairs, unit="membership", moved=moved)

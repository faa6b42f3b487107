"""A caseload in parts, from Parquet to a Parquet of client measures and gaps, beside merely reading and writing.

Run ``pytest benchmarks/test_million.py --benchmark-enable --clients 1000000`` for a million clients of twenty people.
"""

import shutil

import pytest

from contest import Contender, contest
from netwerkanalyse.datasets.simulate import simulate_parts
from netwerkanalyse.io.partitions import write_partitions
from netwerkanalyse.scale.measuring import measure_partitions

polars = pytest.importorskip("polars")

PART = 25_000
TABLES = ("clients", "members", "ties", "needs", "supports")


def test_million(benchmark, size, rounds, report, tmp_path):
    """All client measures and gaps; polars reads the same tables and writes tables of the size of the results."""
    source, out = tmp_path / "country", tmp_path / "out"
    write_partitions((one.caseload for one in simulate_parts(size, part=PART, seed=1)), source)

    def ours():
        shutil.rmtree(out, ignore_errors=True)
        return measure_partitions(source, out)

    results = [polars.read_parquet(folder / "*.parquet") for folder in ours().tables.values()]
    assert results[0]["client"].n_unique() == len(results[0]) == size

    def theirs():
        for name in TABLES:
            polars.read_parquet(source / "*" / f"{name}.parquet")
        for number, result in enumerate(results):
            result.write_parquet(tmp_path / f"{number}.parquet")

    report["from Parquet to a Parquet of measures"] = times = contest(
        [
            Contender("netwerkanalyse, checked and measured", ours, size),
            Contender("polars, read and write only", theirs, size),
        ],
        rounds,
    )
    benchmark.extra_info.update(times)
    benchmark.pedantic(ours, rounds=1)

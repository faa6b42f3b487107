"""How fast Parquet becomes something that can be measured, beside polars' own read of the same files.

Run ``pytest benchmarks/test_reading.py --benchmark-enable --clients 1000000`` for ten million ties.
"""

import numpy as np
import pandas as pd
import pytest

from contest import Contender, contest
from netwerkanalyse.datasets.simulate import simulate
from netwerkanalyse.io.formats import read_caseload, read_region, write_caseload, write_region
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.model.region import Region

polars = pytest.importorskip("polars")

TIES_EACH = 10


def region_of(organisations):
    """Organisations and the ties of one layer, ten an organisation; no tie twice, none to oneself."""
    rng = np.random.default_rng(1)
    names = np.array([f"O{number}" for number in range(organisations)])
    source = np.repeat(np.arange(organisations), TIES_EACH)
    target = (source + rng.integers(1, organisations, len(source))) % organisations
    rows = np.unique(source * organisations + target)
    ties = pd.DataFrame({"source": names[rows // organisations], "target": names[rows % organisations]})
    return Region.build(
        {
            "organisations": pd.DataFrame({"organisation": names}),
            "layers": pd.DataFrame({"layer": ["referral"], "pairs_asked": ["all"]}),
            "collaborations": ties.assign(layer="referral"),
        }
    )


def test_reading_a_layer(benchmark, size, rounds, report, tmp_path):
    """From a folder to a layer: ours also checks every row; polars only reads the columns that hold something.

    Names are spelled out as text only for who asks for the table; what that adds is shown apart.
    """
    region = region_of(size)
    write_region(region, tmp_path / "region")
    path, columns = tmp_path / "region" / "collaborations.parquet", ["source", "target", "layer", "present"]
    ties = len(region.collaborations)

    def ours():
        return RegionNetwork(read_region(tmp_path / "region"), "referral").graph

    assert len(ours().source) == len(polars.read_parquet(path)) == ties
    report["reading a layer from Parquet (a client is a tie)"] = times = contest(
        [
            Contender("netwerkanalyse, to a layer", ours, ties),
            Contender("netwerkanalyse, read and checked", lambda: read_region(tmp_path / "region"), ties),
            Contender(
                "netwerkanalyse, with names as text", lambda: read_region(tmp_path / "region").collaborations, ties
            ),
            Contender("polars, read only", lambda: polars.read_parquet(path, columns=columns), ties),
        ],
        rounds,
    )
    benchmark.extra_info.update(times)
    benchmark.pedantic(ours, rounds=rounds, warmup_rounds=1)


def test_reading_a_caseload(benchmark, size, rounds, report, tmp_path):
    """From a folder to people, ties, needs and support as arrays; polars reads the same five tables."""
    write_caseload(simulate(size, seed=1).caseload, tmp_path / "caseload")
    tables = [tmp_path / "caseload" / f"{name}.parquet" for name in ("clients", "members", "ties", "needs", "supports")]

    def ours():
        network = Network(read_caseload(tmp_path / "caseload"))
        return network.pairs, network.needs, network.supports

    assert len(ours()[1].need) == len(polars.read_parquet(tables[0])) == size
    report["reading a caseload from Parquet"] = times = contest(
        [
            Contender("netwerkanalyse, to arrays", ours, size),
            Contender("polars, read only", lambda: [polars.read_parquet(path) for path in tables], size),
        ],
        rounds,
    )
    benchmark.extra_info.update(times)
    benchmark.pedantic(ours, rounds=rounds, warmup_rounds=1)

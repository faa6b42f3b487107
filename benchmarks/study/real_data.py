"""Networks measured by others, as caseloads: the adapters of the tests, which say what they assume.

The files stand in ``../shared/data`` beside the repository and are not part of it.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

import real
import real_regions
from netwerkanalyse.model.caseload import Caseload
from study.ties import as_client

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"

ROOM = 1.0
"""What everybody could still give, if they had been asked: every support in these networks is 1."""


def with_support(shared: Path) -> Iterator[tuple[str, Caseload]]:
    """Give the networks in which it is known who supports in what."""
    yield "transnat", real.transnat(shared)
    yield "physics_support", real.physics_support(shared)


def with_ties(shared: Path) -> Iterator[tuple[str, Caseload]]:
    """Give all networks; those of organisations together, each as one client."""
    for name in ("transnat", "milan", "ngq", "physics_support"):
        yield name, getattr(real, name)(shared)
    organisations = [as_client(real_regions.tobacco(shared, one), f"tobacco {one}") for one in real_regions.TOBACCO]
    organisations += [as_client(real_regions.emon(shared, one), f"emon {one}") for one in real_regions.EMON]
    tables = ("clients", "members", "ties")
    yield (
        "tobacco and emon",
        Caseload.build({name: pd.concat([one.tables[name] for one in organisations]) for name in tables}),
    )

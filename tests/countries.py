"""Caseloads in parts, small enough to measure in a moment; every client is fictional."""

from netwerkanalyse.datasets.simulate import simulate_parts
from netwerkanalyse.io.partitions import write_partitions
from netwerkanalyse.metrics.measure import Level

FEW = {Level.CLIENT: ("composition", "gaps"), Level.DOMAIN: ("gaps",)}
"""Families that are computed quickly without the compiler."""


def country(folder, parts=4, size=10, members=6.0):
    """Some clients in a few parts."""
    made = simulate_parts(parts * size, part=size, seed=1, members=members)
    write_partitions((one.caseload for one in made), folder)
    return folder


def contents(out):
    """Path to bytes of every file in a folder, hidden ones too."""
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}

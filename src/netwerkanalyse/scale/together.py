"""What no part of a caseload can know by itself."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.model.problem import Problem, problems_at
from netwerkanalyse.scale.job import Job


def wrong_together(job: Job, parts: list[Path]) -> list[Problem]:
    """Check that every client stands in one part only, and that all parts have one scale.

    Parameters
    ----------
    job
        What was measured.
    parts
        The parts, all finished.

    Returns
    -------
    problems
        What is wrong; memory holds eight bytes a client.
    """
    made = {part: job.made(part) for part in parts}
    scales = {one.scale: part.name for part, one in made.items() if one is not None and one.scale}
    problems = []
    if len(scales) > 1:
        (first, here), (second, there) = list(scales.items())[:2]
        problems.append(
            Problem("partitions_differ", details={"first": first, "here": here, "second": second, "there": there})
        )
    hashes = [pd.util.hash_array(_clients(job, part), categorize=False) for part in parts]
    twice = _repeated(np.concatenate(hashes))
    suspects = [(part, found) for part, found in zip(parts, hashes, strict=True) if np.isin(found, twice).any()]
    where: dict[str, list[str]] = {}
    for part, found in suspects:
        for client in _clients(job, part)[np.isin(found, twice)]:
            where.setdefault(client, []).append(part.name)
    doubles = [(client, names) for client, names in where.items() if len(names) > 1]
    return [*problems, *problems_at(doubles, _in_two)]


def _in_two(double: tuple[str, list[str]]) -> Problem:
    client, names = double
    return Problem("client_in_two_partitions", value=client, details={"parts": ", ".join(names)}, about=client)


def _clients(job: Job, part: Path) -> npt.NDArray[np.object_]:
    """Return the clients of a finished part."""
    from pyarrow import parquet

    files = job.files(part)
    path = files.get(Level.CLIENT, next(iter(files.values())))
    found: npt.NDArray[np.object_] = (
        parquet.read_table(path, columns=["client"]).column(0).unique().to_numpy(zero_copy_only=False)
    )
    return found


def _repeated(hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    ordered = np.sort(hashes)
    return ordered[1:][ordered[1:] == ordered[:-1]]

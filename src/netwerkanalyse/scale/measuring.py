"""Measure a caseload in parts: one after the other, or on a cluster; what is finished stays finished."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Literal, NamedTuple

from netwerkanalyse.errors import UnknownNameError, ValidationError
from netwerkanalyse.io.partitions import partitions_in
from netwerkanalyse.io.refusal import refusal
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import COORDINATES
from netwerkanalyse.scale.job import GAPS, Job, Outcome
from netwerkanalyse.scale.together import wrong_together

COMPLETE = "_SUCCESS"
"""The empty file that says that all parts are there, as Spark and Hadoop have it."""

Progress = Callable[[int, int], None]


class Measured(NamedTuple):
    """Where the tables of measures are, and how much was computed for them.

    ``tables`` maps the name of a level to a folder of Parquet files, which pandas, polars and DuckDB read as one table.
    """

    tables: dict[str, Path]
    parts: int
    computed: int


def measure_partitions(
    source: str | PathLike[str],
    out: str | PathLike[str],
    families: Mapping[Level, Iterable[str] | None] = GAPS,
    *,
    layer: str = COORDINATES,
    cutoffs: Cutoffs | None = None,
    day: date | None = None,
    strict: bool = False,
    lang: str = "nl",
    engine: Literal["local", "dask"] = "local",
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> Measured:
    """Measure a caseload that stands in parts, in the memory of one part.

    A part that was finished before is not computed again, as long as its files, the version of this package, the
    families and the cut-offs are the same: after a crash, call it again.

    Parameters
    ----------
    source
        A folder of Parquet folders (see :func:`write_partitions`), each with clients of its own.
    out
        The folder of the results: new, empty, or of the same question before.
    families
        Level to names of families, ``None`` for all of that level. By default all measures of clients, and the gaps by
        life domain.
    layer
        The layer of ties that graph measures look at: ``coordinates`` (default) or ``knows``.
    cutoffs
        Other cut-offs than the defaults.
    day
        Look at the networks on another day than the reference dates.
    strict
        Whether warnings about the data stop too.
    lang
        Language of messages.
    engine
        ``"local"``: one part after the other, in this process. ``"dask"``: on Dask distributed; every worker must see
        ``source`` and ``out`` under the same path.
    scheduler
        Address of the scheduler of Dask. Beyond this machine it must be ``tls://...``, with certificates of both sides
        in Dask's own configuration. Without it two processes are started on this machine.
    progress
        Called with how many parts are done, and of how many.

    Returns
    -------
    measured
        The folder of every table.

    Raises
    ------
    ValidationError
        If something is wrong with the data, with every problem of every part, each with its path. The other parts are
        finished, and stay so.
    UnreadableError
        If there are no parts, or something else stands in ``out``.
    UnknownNameError
        If there is no such family or engine.
    """
    job = Job(Path(out).absolute(), families, layer, cutoffs or Cutoffs(), day, strict, lang)
    parts = [path.absolute() for path in partitions_in(Path(source))]
    if not parts:
        raise refusal(lang, "no_partitions", name=source)
    _refuse_strangers(job, parts)
    (job.out / COMPLETE).unlink(missing_ok=True)
    outcomes = list(_told(_run(job, parts, engine, scheduler), len(parts), progress))
    problems = [problem for one in sorted(outcomes) for problem in one.problems]
    if not problems:
        problems = wrong_together(job, parts)
    if problems:
        raise ValidationError(problems, lang)
    (job.out / COMPLETE).touch()
    tables = {level.name.lower(): job.out / level.name.lower() for level in job.families}
    return Measured(tables, len(parts), sum(one.computed for one in outcomes))


def _run(job: Job, parts: list[Path], engine: str, scheduler: str | None) -> Iterable[Outcome]:
    if engine == "local":
        return map(job.run, parts)
    if engine == "dask":
        from netwerkanalyse.scale.cluster import run_on_dask

        return run_on_dask(job, parts, scheduler)
    raise UnknownNameError.among(engine, "engine", ("local", "dask"))


def _told(outcomes: Iterable[Outcome], total: int, progress: Progress | None) -> Iterator[Outcome]:
    for done, outcome in enumerate(outcomes, start=1):
        if progress is not None:
            progress(done, total)
        yield outcome


def _refuse_strangers(job: Job, parts: list[Path]) -> None:
    """Refuse a folder with files of another question: who reads it would read those too."""
    ours = {path for part in parts for path in job.files(part).values()} | {job.out / COMPLETE}
    there = [path for path in job.out.rglob("*") if path.is_file() and not path.name.startswith(".")]
    strange = sorted(set(there) - ours)
    if strange or (job.out.exists() and not job.out.is_dir()):
        raise refusal(job.lang, "folder_in_use", name=job.out, other=strange[0].relative_to(job.out) if strange else "")

"""Measuring a caseload in parts, as the command ``netwerkanalyse caseload`` does when it is given one."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from netwerkanalyse.cli.command import language, say
from netwerkanalyse.cli.options import STREAM
from netwerkanalyse.cli.output import announce
from netwerkanalyse.cli.progress import counting


def holds_parts(source: str) -> bool:
    """Tell whether a path is a folder of Parquet folders."""
    if not Path(source).is_dir():
        return False
    from netwerkanalyse.io.partitions import partitions_in

    return bool(partitions_in(Path(source)))


def measure_parts(
    ctx: click.Context,
    source: str,
    out: str | None,
    form: str | None,
    levels: Sequence[str],
    *,
    day: date | None,
    scheduler: str | None,
    strict: bool,
    quiet: bool,
) -> None:
    """Measure the parts that are not finished yet, and say where the tables are.

    Parameters
    ----------
    ctx
        The command.
    source
        The folder of the parts.
    out
        The folder of the tables.
    form
        What was asked for; tables of parts are Parquet.
    levels
        What one row of a table is.
    day
        Look at the networks on another day.
    scheduler
        Address of the scheduler of Dask, or none.
    strict
        Whether warnings stop too.
    quiet
        Whether nothing is said.
    """
    if out is None or out == STREAM or Path(out).suffix or form not in {None, "parquet"}:
        ctx.fail(say(ctx, "usage.partitions_out", value=source))
    from netwerkanalyse.io.partitions import partitions_in
    from netwerkanalyse.metrics.measure import Level
    from netwerkanalyse.scale.measuring import measure_partitions

    with counting(len(partitions_in(Path(source))), quiet=quiet) as told:
        measured = measure_partitions(
            source,
            out,
            {Level[level.upper()]: None for level in levels},
            day=day,
            strict=strict,
            lang=language(ctx),
            engine="dask" if scheduler else "local",
            scheduler=scheduler,
            progress=told,
        )
    for name in measured.tables:
        announce(Path(out) / name, quiet=quiet)

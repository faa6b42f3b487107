"""Put a caseload into another form: ``netwerkanalyse convert``."""

from pathlib import Path

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Argument, Command
from netwerkanalyse.cli.output import announce, deliver_caseload, spare
from netwerkanalyse.cli.reading import read


@click.command("convert", cls=Command)
@options.source
@click.argument("target", cls=Argument, metavar="target")
@options.formats(options.CASELOAD_FORMS, "format_caseload")
@options.partitions
@options.strict
@options.quiet
@options.lang
def command(
    source: str, target: str, *, form: str | None, partitions: int | None, strict: bool, quiet: bool, lang: str
) -> None:
    """Read one form, write another."""
    spare(source, target, lang)
    caseload = read(source, strict=strict, quiet=quiet, lang=lang)
    if partitions:
        from netwerkanalyse.io.partitions import in_parts, write_partitions

        write_partitions(in_parts(caseload, partitions), Path(target), lang=lang)
        announce(target, quiet=quiet)
        return
    deliver_caseload(caseload, target, form, quiet=quiet, lang=lang)

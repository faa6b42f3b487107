"""Put a caseload into another form: ``netwerkanalyse convert``."""

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Argument, Command
from netwerkanalyse.cli.output import deliver_caseload, spare
from netwerkanalyse.cli.reading import read


@click.command("convert", cls=Command)
@options.source
@click.argument("target", cls=Argument, metavar="target")
@options.formats(options.CASELOAD_FORMS, "format_caseload")
@options.strict
@options.quiet
@options.lang
def command(source: str, target: str, *, form: str | None, strict: bool, quiet: bool, lang: str) -> None:
    """Read one form, write another."""
    spare(source, target, lang)
    caseload = read(source, strict=strict, quiet=quiet, lang=lang)
    deliver_caseload(caseload, target, form, quiet=quiet, lang=lang)

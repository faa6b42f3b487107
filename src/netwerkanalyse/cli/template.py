"""Make a workbook to fill in: ``netwerkanalyse template``."""

from io import BytesIO

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command, Option
from netwerkanalyse.cli.output import deliver
from netwerkanalyse.texts import text


@click.command("template", cls=Command)
@options.out("file", "out_template")
@click.option("--empty", cls=Option, is_flag=True, help="empty")
@options.quiet
@options.lang
def command(*, out: str | None, empty: bool, quiet: bool, lang: str) -> None:
    """Write the template."""
    from netwerkanalyse.datasets import load
    from netwerkanalyse.io.template import write_template

    workbook = BytesIO()
    write_template(workbook, lang=lang, example=None if empty else load("voorbeeld"))
    deliver(workbook.getvalue(), out or text("cli.template.file", lang), quiet=quiet, lang=lang)

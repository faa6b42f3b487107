"""Make something to fill in: ``netwerkanalyse template``."""

from io import BytesIO
from pathlib import Path

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command, Option, say
from netwerkanalyse.cli.failures import Refused
from netwerkanalyse.cli.output import deliver
from netwerkanalyse.texts import text


def workbook(lang: str, *, empty: bool) -> bytes:
    """Make the workbook to fill in, with the example client unless it must be empty."""
    from netwerkanalyse.datasets import load
    from netwerkanalyse.io.template import write_template

    stream = BytesIO()
    write_template(stream, lang=lang, example=None if empty else load("voorbeeld"))
    return stream.getvalue()


def sheet(lang: str) -> str:
    """Make the sheet of paper to draw on together."""
    from netwerkanalyse.report.sociogram.drawing_sheet import drawing_sheet

    return drawing_sheet(lang)


FORMS = ("xlsx", "svg")
"""A workbook, or a picture of a sheet of paper."""


@click.command("template", cls=Command)
@options.out("file", "out_template")
@click.option("--empty", cls=Option, is_flag=True, help="empty")
@options.quiet
@options.lang
@click.pass_context
def command(ctx: click.Context, *, out: str | None, empty: bool, quiet: bool, lang: str) -> None:
    """Write the workbook or the sheet of paper."""
    target = out or say(ctx, "template.file")
    on_paper = target != options.STREAM and options.suffix_of(ctx, target, FORMS) == "svg"
    if target != options.STREAM and Path(target).exists():
        raise Refused(text("cli.output.exists", lang, name=target))
    deliver(sheet(lang) if on_paper else workbook(lang, empty=empty), target, quiet=quiet, lang=lang)

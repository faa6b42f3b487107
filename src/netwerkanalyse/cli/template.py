"""Make something to fill in: ``netwerkanalyse template``."""

from io import BytesIO
from pathlib import Path

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Argument, Command, Option, say
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


def region_workbook(lang: str, *, empty: bool) -> bytes:
    """Make the workbook of a region to fill in, with a region of a published text unless it must be empty."""
    from netwerkanalyse.datasets import load_region
    from netwerkanalyse.io.template import write_region_template

    stream = BytesIO()
    write_region_template(stream, lang=lang, example=None if empty else load_region("drenthe"))
    return stream.getvalue()


def sheet(lang: str) -> str:
    """Make the sheet of paper to draw on together."""
    from netwerkanalyse.report.sociogram.drawing_sheet import drawing_sheet

    return drawing_sheet(lang)


FORMS = ("xlsx", "svg")
"""A workbook, or a picture of a sheet of paper."""

WHAT = ("caseload", "region")
"""What can be filled in: clients with the people around them, or the organisations of a region."""


@click.command("template", cls=Command)
@click.argument("what", cls=Argument, metavar="what", type=options.Choice(WHAT), default="caseload")
@options.out("file", "out_template")
@click.option("--empty", cls=Option, is_flag=True, help="empty")
@options.quiet
@options.lang
@click.pass_context
def command(ctx: click.Context, what: str, *, out: str | None, empty: bool, quiet: bool, lang: str) -> None:
    """Write a workbook or the sheet of paper."""
    clients = what == "caseload"
    target = out or say(ctx, "template.file" if clients else "template.region_file")
    forms = FORMS if clients else FORMS[:1]
    on_paper = target != options.STREAM and options.suffix_of(ctx, target, forms) == "svg"
    if target != options.STREAM and Path(target).exists():
        raise Refused(text("cli.output.exists", lang, name=target))
    made = sheet(lang) if on_paper else (workbook if clients else region_workbook)(lang, empty=empty)
    deliver(made, target, quiet=quiet, lang=lang)

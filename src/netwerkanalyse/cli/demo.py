"""Show what the program makes: ``netwerkanalyse demo``."""

from pathlib import Path

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.client_documents import client_documents
from netwerkanalyse.cli.command import Command
from netwerkanalyse.cli.output import deliver, deliver_caseload
from netwerkanalyse.texts import text

FOLDER = "netwerkanalyse-demo"
EXAMPLE = "voorbeeld"
FORMS = ("html", "interactive", "svg", "xlsx")


@click.command("demo", cls=Command)
@options.out("folder", "out_demo")
@options.quiet
@options.lang
def command(*, out: str | None, quiet: bool, lang: str) -> None:
    """Write everything for the worked example."""
    from io import BytesIO

    from netwerkanalyse.datasets import load
    from netwerkanalyse.io.template import write_template

    folder, example = Path(out or FOLDER), load(EXAMPLE)
    for suffix, document in client_documents(example, FORMS, lang=lang, for_client=False):
        deliver(document, folder / f"{EXAMPLE}{suffix}", quiet=quiet, lang=lang)
    deliver_caseload(example, str(folder / text("cli.demo.workbook", lang)), "xlsx", quiet=quiet, lang=lang)
    template = BytesIO()
    write_template(template, lang=lang)
    deliver(template.getvalue(), folder / text("cli.template.file", lang), quiet=quiet, lang=lang)

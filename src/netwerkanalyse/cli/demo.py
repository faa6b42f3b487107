"""Show what the program makes: ``netwerkanalyse demo``."""

from pathlib import Path

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.client_documents import client_documents
from netwerkanalyse.cli.command import Command
from netwerkanalyse.cli.output import deliver, deliver_caseload
from netwerkanalyse.cli.tables import as_xlsx, measured
from netwerkanalyse.cli.template import sheet, workbook
from netwerkanalyse.texts import text

FOLDER = "netwerkanalyse-demo"
EXAMPLE = "voorbeeld"
FORMS = ("html", "interactive", "svg")
LEVELS = ("client", "domain", "member")


@click.command("demo", cls=Command)
@options.out("folder", "out_demo")
@options.quiet
@options.lang
def command(*, out: str | None, quiet: bool, lang: str) -> None:
    """Write everything for the worked example."""
    from netwerkanalyse.datasets import load

    folder, example = Path(out or FOLDER), load(EXAMPLE)
    documents = {
        f"{EXAMPLE}{ending}": document
        for ending, document in client_documents(example, FORMS, lang=lang, for_client=False)
    }
    documents[text("cli.demo.measures", lang)] = as_xlsx(measured(example, LEVELS, quiet=True), lang)
    documents[text("cli.template.file", lang)] = workbook(lang, empty=True)
    documents[text("cli.demo.sheet", lang)] = sheet(lang)
    for name, document in documents.items():
        deliver(document, folder / name, quiet=quiet, lang=lang)
    deliver_caseload(example, str(folder / text("cli.demo.workbook", lang)), "xlsx", quiet=quiet, lang=lang)

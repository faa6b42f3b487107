"""List the catalogue of everything that is measured: ``netwerkanalyse measures``."""

import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from netwerkanalyse.cli import options
from netwerkanalyse.cli.command import Command
from netwerkanalyse.cli.output import deliver
from netwerkanalyse.texts import text

if TYPE_CHECKING:
    import pandas as pd

_WIDTH = 100


def _as_text(_table: "pd.DataFrame", lang: str) -> str:
    """Write each measure under its family, with its sentence and what else the catalogue says of it."""
    from netwerkanalyse.metrics.client.catalogue import FAMILIES
    from netwerkanalyse.metrics.client.tables import OWN_TABLES
    from netwerkanalyse.metrics.facts import facts

    lines: list[str] = []
    for family in (*FAMILIES, *OWN_TABLES):
        lines += [f"{text(f'families.{family.name}', lang)} ({family.name}; {' x '.join(family.level.keys)})"]
        lines += [text("facts.table", lang, function=family.compute.__name__)] if family in OWN_TABLES else []
        lines.append("")
        for one in family.measures:
            said = f"({'; '.join(facts(one, lang))})"
            name, sentence = (text(f"measures.{one.name}.{part}", lang) for part in ("name", "sentence"))
            lines += [f"  {one.name}: {name}", _indented(sentence), _indented(said)]
        lines.append("")
    return "\n".join(lines)


def _indented(sentence: str) -> str:
    return textwrap.indent(textwrap.fill(sentence, _WIDTH - 6, break_on_hyphens=False), "      ")


def _as_markdown(table: "pd.DataFrame", _lang: str) -> str:
    rows = table.reset_index()
    lines = [list(rows), ["---"] * len(list(rows)), *rows.astype("str").to_numpy().tolist()]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


def _as_csv(table: "pd.DataFrame", _lang: str) -> str:
    return "\ufeff" + table.to_csv(sep=";", decimal=",", lineterminator="\r\n")


def _as_json(table: "pd.DataFrame", _lang: str) -> str:
    document: str = table.reset_index().to_json(orient="records", force_ascii=False, indent=2)
    return document + "\n"


FORMS: dict[str, Callable[["pd.DataFrame", str], str]] = {
    "txt": _as_text,
    "csv": _as_csv,
    "json": _as_json,
    "md": _as_markdown,
}


@click.command("measures", cls=Command)
@options.formats(tuple(FORMS), "format_measures", default="txt")
@options.out("file", "out_measures")
@options.quiet
@options.lang
def command(*, form: str, out: str | None, quiet: bool, lang: str) -> None:
    """List the catalogue."""
    from netwerkanalyse.metrics.catalogue import catalogue_table

    document = FORMS[form](catalogue_table(lang), lang)
    deliver(document, out or options.STREAM, quiet=quiet, lang=lang)

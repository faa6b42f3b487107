"""Pages of the reference that are made of the program itself, so that they cannot say anything else.

``conf.py`` runs this before every build. It writes ``docs/reference/``: tables and codes, measures, cut-offs and the
command line, each in Dutch and in English.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from netwerkanalyse.cli.main import COMMANDS, run
from netwerkanalyse.metrics.client.catalogue import FAMILIES
from netwerkanalyse.metrics.client.tables import OWN_TABLES
from netwerkanalyse.metrics.cutoffs import Described, described
from netwerkanalyse.metrics.facts import facts
from netwerkanalyse.metrics.measure import Measure
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.model import vocabulary
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.crosswalk import CROSSWALK
from netwerkanalyse.model.fields import Field, Table
from netwerkanalyse.recommend.governing import conditions
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import LANGUAGES, number, say, text

WORDS = {
    "nl": {
        "tables": "Tabellen en kolommen",
        "measures": "Maten",
        "cutoffs": "Grenswaarden",
        "cutoffs_region": "Maten van een regio (`RegionCutoffs`)",
        "cutoffs_governance": "Advies over sturing (`GovernanceCutoffs`)",
        "commands": "Opdrachten",
        "codes": "Keuzelijsten",
        "crosswalk": "Leefgebieden in andere instrumenten",
        "row": "Een rij is",
    },
    "en": {
        "tables": "Tables and columns",
        "measures": "Measures",
        "cutoffs": "Cut-offs",
        "cutoffs_region": "Measures of a region (`RegionCutoffs`)",
        "cutoffs_governance": "Advice on governance (`GovernanceCutoffs`)",
        "commands": "Command line",
        "codes": "Codes",
        "crosswalk": "Life domains in other instruments",
        "row": "A row is",
    },
}


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write a Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(str(cell).replace('|', '&#124;') for cell in line)} |\n" for line in lines) + "\n"


def tables_page(lang: str) -> str:
    """Describe every table, column and code."""
    words = WORDS[lang]
    parts = [f"# {words['tables']}\n"]
    for one in CASELOAD.tables:
        parts += [
            f"## {one.sheet.get(lang)} (`{one.name}`)\n",
            f"{words['row']} {one.row.get(lang)}.\n",
            table(_COLUMN_HEADINGS[lang], (_column(field, one, lang) for field in one.fields)),
        ]
    parts += [f"## {words['codes']}\n"]
    lists = [item for item in vars(vocabulary).values() if isinstance(item, vocabulary.Vocabulary)]
    for codes in lists:
        rows = ((f"`{code.name}`", code.label.nl, code.label.en) for code in codes.codes)
        parts += [f"### {codes.name}\n", table(("code", "Nederlands", "English"), rows)]
    crosswalk = (
        (
            vocabulary.DOMAIN.label(one.domain, lang),
            ", ".join(one.zrm),
            ", ".join(one.cansas),
            ", ".join(one.positive_health),
            ", ".join(vocabulary.RECOVERY.label(code, lang) for code in one.recovery),
        )
        for one in CROSSWALK
    )
    headings = (vocabulary.DOMAIN.name, "ZRM 2017", "CANSAS", "positive health", "recovery")
    parts += [f"### {words['crosswalk']}\n", table(headings, crosswalk)]
    return "\n".join(parts)


_COLUMN_HEADINGS = {
    "nl": ("kolom", "kop", "inhoud", "verplicht", "betekenis"),
    "en": ("column", "heading", "holds", "required", "meaning"),
}


def _column(field: Field, of: Table, lang: str) -> tuple[str, ...]:
    holds = field.codes.name if field.codes else field.type.name.lower()
    if field.low is not None or field.high is not None:
        low = "" if field.low is None else number(field.low, lang)
        high = "" if field.high is None else number(field.high, lang)
        holds += f" {low}-{high}" if high else f" ≥ {low}"
    if field.refers and field.refers != of.name:
        holds += f" → `{field.refers}`"
    return f"`{field.name}`", field.heading.get(lang), holds, "✓" if field.required else "", field.meaning.get(lang)


def measures_page(lang: str) -> str:
    """Describe every measure, a section a family."""
    parts = [f"# {WORDS[lang]['measures']}\n"]
    for family in (*FAMILIES, *OWN_TABLES):
        name = text(f"families.{family.name}", lang)
        parts.append(f"## {name} (`{family.name}`, {text(f'cli.level.{family.level.name.lower()}', lang)})\n")
        if family in OWN_TABLES:
            parts.append(f"{capital(text('facts.table', lang, function=family.compute.__name__))}.\n")
        parts += [_measure(one, lang) for one in family.measures]
    return "\n".join(parts)


def _measure(one: Measure, lang: str) -> str:
    """Describe one measure: its name, its sentence, and the facts."""
    title, sentence = (text(f"measures.{one.name}.{part}", lang) for part in ("name", "sentence"))
    said = ". ".join(capital(fact) for fact in facts(one, lang))
    return f"**`{one.name}`** {title}\n: {sentence}\n\n  {said}.\n"


def cutoffs_page(lang: str) -> str:
    """Describe every cut-off with its reason: of clients, of a region and of the advice on governance."""
    words = WORDS[lang]
    headings = {"nl": ("naam", "waarde", "reden", "bron"), "en": ("name", "value", "reason", "source")}[lang]
    parts = (
        (f"# {words['cutoffs']}", described(lang)),
        (f"## {words['cutoffs_region']}", described(lang, RegionCutoffs())),
        (f"## {words['cutoffs_governance']}", conditions.described(lang, conditions.GovernanceCutoffs())),
    )
    return "\n".join(f"{title}\n\n{table(headings, map(_cutoff(lang), rows))}" for title, rows in parts)


def _cutoff(lang: str) -> Callable[[Described | conditions.Described], tuple[str, ...]]:
    return lambda one: (f"`{one.name}`", say(one.value, lang), one.reason, one.source)


def commands_page(lang: str) -> str:
    """Show the help of every command, as the program gives it."""
    parts = [f"# {WORDS[lang]['commands']}\n", _help([], lang)]
    for name in COMMANDS:
        parts += [f"## {name}\n", _help([name], lang)]
    return "\n".join(parts)


def _help(command: list[str], lang: str) -> str:
    shown = StringIO()
    with redirect_stdout(shown):
        run([*command, "--help", "--lang", lang])
    return f"```text\n{shown.getvalue()}```\n"


PAGES: dict[str, Callable[[str], str]] = {
    "tables": tables_page,
    "measures": measures_page,
    "cutoffs": cutoffs_page,
    "commands": commands_page,
}


def generate(folder: Path) -> None:
    """Write all generated pages.

    Parameters
    ----------
    folder
        Where to write them: a folder a language is made in it.
    """
    for lang in LANGUAGES:
        (folder / lang).mkdir(parents=True, exist_ok=True)
        for name, page in PAGES.items():
            (folder / lang / f"{name}.md").write_text(page(lang), encoding="utf-8")


if __name__ == "__main__":
    generate(Path(sys.argv[1]))

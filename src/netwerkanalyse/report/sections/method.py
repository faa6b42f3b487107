"""Every convention and every cut-off behind a report."""

from netwerkanalyse.metrics.cutoffs import Cutoffs, described
from netwerkanalyse.report.document import Column, Definition, Definitions, Format, Section, TableBlock
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.texts import text

CONVENTIONS = (
    "who_counts",
    "named_by",
    "without_client",
    "contact",
    "unknown",
    "support",
    "scale",
    "coverage",
    "gap",
    "double",
    "fragile",
    "kinds",
    "strength_and_cost",
    "withdrawal",
    "count_beside",
    "no_norms",
    "small",
)
"""What a reader must know about how the numbers came about, in reading order; the words stand in the texts."""


def section(lang: str, cutoffs: Cutoffs) -> Section:
    """Say how everything was counted.

    Parameters
    ----------
    lang
        Language of the report.
    cutoffs
        The cut-offs that were used.

    Returns
    -------
    section
        Conventions in words, then the cut-offs.
    """
    terms = tuple(
        Definition(text(f"report.method.{name}.term", lang), text(f"report.method.{name}.text", lang))
        for name in CONVENTIONS
    )
    columns = (
        Column(text("report.method.cutoff", lang)),
        Column(text("report.head.value", lang), Format.NUMBER),
        Column(text("report.head.source", lang)),
    )
    rows = tuple((one.reason, one.value, one.source) for one in described(lang, cutoffs))
    words = Definitions(text("report.method.conventions", lang), terms)
    return titled("method", lang, (words, TableBlock(text("report.method.cutoffs", lang), columns, rows)))

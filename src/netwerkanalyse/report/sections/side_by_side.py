"""A row a client, to sort; nobody around a client is named."""

import pandas as pd

from netwerkanalyse.metrics.client.tables import TABLES, measures
from netwerkanalyse.metrics.families import reasons_of
from netwerkanalyse.metrics.measure import Level, Measure
from netwerkanalyse.report.document import Block, Column, Missing, Notice, Section, TableBlock, Value
from netwerkanalyse.report.sections.numbers import FORMATS, plain
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.texts import text

SHOWN = (
    "members",
    "domains_unknown",
    "domains_with_need",
    "network_coverage",
    "gaps_absent",
    "gaps_short",
    "gaps_experienced",
    "doublures",
    "possible_doublures",
    "domains_that_can_break",
    "fragile_domains",
    "density",
    "pairs_asked",
    "pairs_unknown",
    "self_reliance",
)
"""The measures that stand in a row; the count behind a ratio stands beside it."""


def section(frame: pd.DataFrame, rows: int, lang: str) -> Section:
    """Give a row a client, in the order of the file.

    Parameters
    ----------
    frame
        Measures, a row a client.
    rows
        How many clients get a row at most.
    lang
        Language of the report.

    Returns
    -------
    section
        One table that can be sorted, and how many clients it leaves out.
    """
    shown, left_out = frame.iloc[:rows], max(0, len(frame) - rows)
    blocks: list[Block] = [_table(shown, lang)]
    if left_out:
        blocks.insert(0, Notice(text("report.caseload.left_out", lang, shown=len(shown), left_out=left_out)))
    return titled("clients", lang, tuple(blocks))


def _table(shown: pd.DataFrame, lang: str) -> TableBlock:
    declared = measures(Level.CLIENT)
    behind = {condition.column for name in SHOWN for condition in declared[name].requires}
    reasons = reasons_of(shown[[*SHOWN, *sorted(behind - set(SHOWN))]], TABLES)
    columns = [Column(text("report.caseload.client", lang))]
    values: list[list[Value]] = [list(shown.index)]
    for name in SHOWN:
        one = declared[name]
        ratio = next((text(f"report.short.{other}", lang) for other in SHOWN if declared[other].count == name), "")
        columns.append(Column(text(f"report.short.{name}", lang), FORMATS[one.unit], count_of=ratio))
        cells = zip(shown[name], reasons[name], strict=True)
        values.append([_value(one, value, reason, lang) for value, reason in cells])
    rows = tuple(zip(*values, strict=True))
    return TableBlock(text("report.caseload.table", lang), tuple(columns), rows, sortable=True)


def _value(measure: Measure, value: str | float, reason: str, lang: str) -> Value:
    return Missing(text(f"reasons.{reason}", lang)) if pd.isna(value) else plain(measure, value, lang)

"""Every measure of the client, by family, with the count behind it."""

import math

import pandas as pd

from netwerkanalyse.metrics.catalogue import FAMILIES
from netwerkanalyse.metrics.measure import Level, Measure, Unit
from netwerkanalyse.report.document import Format, Missing, Number, Numbers, Section, Value
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import text

FORMATS = {
    Unit.COUNT: Format.COUNT,
    Unit.SHARE: Format.SHARE,
    Unit.INDEX: Format.NUMBER,
    Unit.AMOUNT: Format.AMOUNT,
    Unit.DAYS: Format.DAYS,
    Unit.YES_NO: Format.TEXT,
    Unit.CODE: Format.TEXT,
}
"""How a measure is written, by its unit."""


def section(evidence: Evidence) -> Section:
    """Show every measure of the client as a whole.

    Parameters
    ----------
    evidence
        One client.

    Returns
    -------
    section
        A block a family. A missing value stands with its reason.
    """
    blocks = tuple(
        Numbers(
            capital(text(f"families.{family.name}", evidence.lang)),
            tuple(_number(evidence, one) for one in family.measures if evidence.may_show(one)),
        )
        for family in FAMILIES
        if family.level is Level.CLIENT
    )
    return titled("numbers", evidence.lang, blocks)


def _number(evidence: Evidence, measure: Measure) -> Number:
    lang = evidence.lang
    value = value_of(measure, evidence.client[measure.name], evidence.reasons[measure.name], lang)
    count = evidence.client[measure.count] if measure.count else None
    return Number(
        text(f"measures.{measure.name}.name", lang),
        value,
        FORMATS[measure.unit],
        None if count is None or pd.isna(count) else float(count),
        text(f"measures.{measure.count}.name", lang) if measure.count else "",
        text(f"measures.{measure.name}.sentence", lang),
    )


def value_of(measure: Measure, value: str | float, reason: str, lang: str) -> Value:
    """Give a measured value as plain data: codes by their label, and what is missing with its reason in words."""
    if pd.isna(value):
        return Missing(text(f"reasons.{reason}", lang))
    if measure.codes is not None:
        return measure.codes.label(str(value), lang)
    if measure.unit is Unit.YES_NO:
        return bool(value)
    number = float(value)
    return int(number) if math.isfinite(number) and number.is_integer() else number

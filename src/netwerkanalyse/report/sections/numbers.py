"""The numbers of the client at a glance, each with the count behind it."""

import pandas as pd

from netwerkanalyse.metrics.client.tables import measures
from netwerkanalyse.metrics.measure import Level, Measure, Unit
from netwerkanalyse.report.document import Block, Format, Missing, Number, Numbers, Section, Value
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.texts import text

FORMATS = {
    Unit.COUNT: Format.COUNT,
    Unit.SHARE: Format.SHARE,
    Unit.INDEX: Format.NUMBER,
    Unit.AMOUNT: Format.AMOUNT,
    Unit.DAYS: Format.DAYS,
    Unit.YES_NO: Format.TEXT,
    Unit.CODE: Format.TEXT,
    Unit.LABEL: Format.TEXT,
    Unit.SCORE: Format.NUMBER,
    Unit.VALUE: Format.NUMBER,
}
"""How a measure is written, by its unit."""

GLANCE = {
    "people": (
        "members",
        "kind_informal",
        "kind_formal",
        "kind_peer",
        "kind_unknown",
        "activatable",
        "organisation_different",
        "law_different",
    ),
    "together": (
        "ties",
        "pairs_unknown",
        "density",
        "density_low",
        "density_high",
        "components",
        "isolates",
        "coordination_load",
        "coordination_load_low",
        "bridge_density",
        "bridge_robustness",
    ),
    "support": (
        "domains_unknown",
        "domains_with_need",
        "domains_covered",
        "network_coverage",
        "gaps_absent",
        "gaps_short",
        "gaps_experienced",
        "doublures",
        "possible_doublures",
        "doublure_index",
    ),
    "resting": (
        "fragile_domains",
        "informal_over_capacity",
        "self_reliance",
        "crisis_route",
    ),
    "contact": (
        "only_support_people",
        "mixed_people",
        "only_burden_people",
        "stress_load",
        "stress_dependence",
        "tension_ties",
    ),
}
"""The measures at a glance, by subject; all others stand in the tables of a caseload."""

_BOUNDS = {"density_low": "density", "density_high": "density", "coordination_load_low": "coordination_load"}
"""Measures that say how far another one can move; where it cannot, they are left out."""


def section(evidence: Evidence) -> Section:
    """Show the most telling measures of the client as a whole.

    Parameters
    ----------
    evidence
        One client.

    Returns
    -------
    section
        A block a subject. A missing value stands with its reason.
    """
    declared, lang = measures(Level.CLIENT), evidence.lang
    blocks: list[Block] = []
    for subject, names in GLANCE.items():
        shown = (name for name in names if evidence.may_show(declared[name]) and _says_more(evidence, name))
        numbers = tuple(_number(evidence, declared[name]) for name in shown)
        if numbers:
            blocks.append(Numbers(text(f"report.glance.{subject}", lang), numbers))
    return titled("numbers", lang, tuple(blocks))


def _says_more(evidence: Evidence, name: str) -> bool:
    """Tell whether a bound differs from what it bounds; any other measure always says something."""
    bound, value = evidence.client[name], evidence.client[_BOUNDS.get(name, name)]
    return name not in _BOUNDS or (pd.notna(bound) and bound != value)


def _number(evidence: Evidence, measure: Measure) -> Number:
    lang = evidence.lang
    value = evidence.client[measure.name]
    count = evidence.client[measure.count] if measure.count else None
    return Number(
        text(f"measures.{measure.name}.name", lang),
        Missing(evidence.reason(measure)) if pd.isna(value) else plain(measure, value, lang),
        FORMATS[measure.unit],
        None if count is None or pd.isna(count) else float(count),
        text(f"measures.{measure.count}.name", lang) if measure.count else "",
        text(f"measures.{measure.name}.sentence", lang),
    )


def plain(measure: Measure, value: str | float, lang: str) -> Value:
    """Give a measured value as plain data, codes by their label."""
    if measure.codes is not None:
        return measure.codes.label(str(value), lang)
    if measure.unit is Unit.YES_NO:
        return bool(value)
    return int(value) if measure.unit in {Unit.COUNT, Unit.DAYS} else float(value)

"""What the catalogue says about a measure, in words: the same in the reference and on the screen."""

from math import isinf

from netwerkanalyse.metrics.measure import Measure, Reading, Unit
from netwerkanalyse.texts import has, listing, number, text

WITHOUT_RANGE = (Unit.CODE, Unit.LABEL, Unit.YES_NO)
"""Units whose values are no quantity."""


def facts(one: Measure, lang: str) -> list[str]:
    """Say in what a measure is expressed, between which bounds, how it reads, what it rests on and where it is from.

    Examples
    --------
    >>> from netwerkanalyse.metrics.client.tables import measures
    >>> facts(measures()["fragile_domains"], "nl")[:3]
    ['aantal van 0 tot en met 13', 'hoger vraagt aandacht', 'rust op domains_that_can_break']
    """
    said = [_expressed(one, lang)]
    said += [text(f"facts.{one.reading.value}", lang)] if one.reading is not Reading.NEUTRAL else []
    said += [text("facts.rests_on", lang, count=one.count)] if one.count else []
    reasons = [text(f"reasons.{condition.reason}", lang) for condition in one.requires]
    said += [text("facts.missing", lang, reasons="; ".join(dict.fromkeys(reasons)))] if reasons else []
    return [*said, text("facts.source", lang, source=said_source(one, lang))]


def said_source(one: Measure, lang: str) -> str:
    """Say where a definition comes from; the name of a publication or a program is the same in every language."""
    key = f"sources.{one.source}"
    return text(key, lang) if has(key, lang) else one.source


def _expressed(one: Measure, lang: str) -> str:
    """Say the unit and the range."""
    unit = text(f"facts.unit.{one.unit.value}", lang)
    if one.codes is not None:
        return f"{unit}: {listing([code.label.get(lang) for code in one.codes.codes], lang)}"
    low, high = (None if isinf(edge) else number(edge, lang) for edge in (one.low, one.high))
    if one.unit in WITHOUT_RANGE or (low is None and high is None):
        return unit
    bounds = "both" if low and high else "low" if low else "high"
    return f"{unit} {text(f'facts.range.{bounds}', lang, low=low or '', high=high or '')}"

"""How a report writes its values in a language; pages and plain text share it."""

from datetime import date

from netwerkanalyse.report.document import Format, Missing, Number, Value
from netwerkanalyse.texts import number, percent, plural, say, text


def written(value: Value, form: Format, lang: str) -> str:
    """Write a value the way a language writes it.

    Parameters
    ----------
    value
        What stands in a cell.
    form
        How it is written.
    lang
        ``"nl"`` or ``"en"``.

    Returns
    -------
    words
        The value in words; blank for None, and for a missing value its reason.

    Examples
    --------
    >>> written(1 / 7, Format.SHARE, "nl"), written(2.5, Format.AMOUNT, "nl"), written(None, Format.TEXT, "nl")
    ('14%', '2,5', '')
    """
    if value is None:
        return ""
    if isinstance(value, Missing):
        return text("report.missing_because", lang, reason=value.reason)
    if isinstance(value, bool | str | date):
        return say(value, lang)
    if form is Format.SHARE:
        return percent(value, lang)
    if form is Format.DAYS:
        return plural("report.days", round(value), lang)
    return number(value, lang)


def written_number(one: Number, lang: str) -> str:
    """Write a number with the count behind it.

    Examples
    --------
    >>> written_number(Number("dichtheid", 1 / 7, Format.SHARE, 21, "gevraagde paren"), "nl")
    '14% (gevraagde paren: 21)'
    >>> written_number(Number("steun", 1.0, Format.AMOUNT, 2), "nl")
    '1 van 2'
    """
    value = written(one.value, one.format, lang)
    if one.count is None or isinstance(one.value, Missing):
        return value
    if one.count_label:
        return f"{value} ({written_count(one, lang)})"
    part = number(one.value, lang) if isinstance(one.value, int | float) else value
    return text("words.of", lang, part=part, whole=written(one.count, one.format, lang))


def written_count(one: Number, lang: str) -> str:
    """Write what a number rests on, if it has a name; blank otherwise.

    Examples
    --------
    >>> written_count(Number("dichtheid", 1 / 7, Format.SHARE, 21, "gevraagde paren"), "nl")
    'gevraagde paren: 21'
    """
    if one.count is None or not one.count_label or isinstance(one.value, Missing):
        return ""
    return text("report.count", lang, label=one.count_label, count=number(one.count, lang))


def capital(words: str) -> str:
    """Begin with a capital.

    Examples
    --------
    >>> capital("werken"), capital("")
    ('Werken', '')
    """
    return words[:1].upper() + words[1:]

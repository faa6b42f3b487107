"""Everything the product says to people, in Dutch and in English.

The sentences stand in plain JSON, a folder a language and a file a subject (``nl/problems.json`` holds the keys
that start with ``problems.``), so that a page can use them too. A key has the same placeholders in both languages;
a test holds that.
"""

import json
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files

LANGUAGES = ("nl", "en")

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}


@lru_cache(maxsize=4)
def catalogue(lang: str) -> dict[str, str]:
    """Return all texts of a language, by their full key.

    Parameters
    ----------
    lang
        ``"nl"`` or ``"en"``.

    Returns
    -------
    texts
        Full key (``"problems.unknown_code"``) to template.
    """
    folder = files(__package__) / lang
    texts: dict[str, str] = {}
    for path in sorted(folder.iterdir(), key=lambda item: item.name):
        subject, dot, suffix = path.name.rpartition(".")
        if dot and suffix == "json":
            entries = json.loads(path.read_text(encoding="utf-8"))
            texts.update({f"{subject}.{key}": value for key, value in entries.items()})
    return texts


def text(key: str, lang: str, **values: object) -> str:
    """Say one thing in one language.

    Parameters
    ----------
    key
        Full key, subject first: ``"problems.self_tie"``.
    lang
        ``"nl"`` or ``"en"``.
    **values
        What the placeholders stand for. Numbers and dates are written the way the language writes them.

    Returns
    -------
    sentence
        The filled-in template.

    Examples
    --------
    >>> text("words.of", "nl", part=1.5, whole=2)
    '1,5 van 2'
    """
    spoken = {name: say(value, lang) for name, value in values.items()}
    return catalogue(lang)[key].format(**spoken)


def plural(key: str, count: int, lang: str, **values: object) -> str:
    """Say a thing that is counted: ``key.one`` when the count is one, otherwise ``key.many``.

    The count itself is available to the template as ``{count}``.

    Examples
    --------
    >>> plural("words.people", 1, "nl"), plural("words.people", 3, "nl")
    ('1 persoon', '3 personen')
    """
    form = "one" if count == 1 else "many"
    return text(f"{key}.{form}", lang, count=count, **values)


def has(key: str, lang: str) -> bool:
    """Tell whether a key exists in a language."""
    return key in catalogue(lang)


def say(value: object, lang: str) -> str:
    """Write a value the way a language writes it: decimal comma and ``dd-mm-jjjj`` in Dutch.

    Examples
    --------
    >>> say(0.5, "nl"), say(0.5, "en"), say(date(2026, 3, 1), "nl")
    ('0,5', '0.5', '01-03-2026')
    """
    if isinstance(value, bool):
        return catalogue(lang)["words.yes" if value else "words.no"]
    if isinstance(value, float):
        return number(value, lang)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y") if lang == "nl" else value.isoformat()
    return str(value)


def number(value: float, lang: str, decimals: int = 2) -> str:
    """Write a number with at most ``decimals`` decimals and no needless zeros.

    Examples
    --------
    >>> number(1234.5, "nl"), number(2.0, "nl"), number(0.333333, "en")
    ('1234,5', '2', '0.33')
    """
    plain = f"{value:.{decimals}f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    plain = "0" if plain == "-0" else plain
    return plain.replace(".", ",") if lang == "nl" else plain


def percent(share: float, lang: str, *, beside: float | None = None) -> str:
    """Write a share as a whole percentage; with decimals, two at most, where another one would look the same.

    Examples
    --------
    >>> percent(0.333, "nl"), percent(0.333, "nl", beside=0.334), percent(0.333, "nl", beside=0.333)
    ('33%', '33,3%', '33%')
    """
    decimals = 0
    if beside is not None and beside != share:
        while decimals < 2 and f"{100 * share:.{decimals}f}" == f"{100 * beside:.{decimals}f}":
            decimals += 1
    return f"{number(100 * share, lang, decimals)}%"


def long_date(day: date, lang: str) -> str:
    """Write a date in words.

    Examples
    --------
    >>> long_date(date(2026, 3, 1), "nl")
    '1 maart 2026'
    """
    return f"{day.day} {months(lang)[day.month - 1]} {day.year}"


def months(lang: str) -> list[str]:
    """Name the months, January first.

    Examples
    --------
    >>> months("nl")[2], months("en")[2]
    ('maart', 'March')
    """
    return _MONTHS[lang]


def listing(items: list[str], lang: str) -> str:
    """Join items the way a sentence does; what could be read as two items gets quotes.

    Examples
    --------
    >>> listing(["wonen", "werk", "geld"], "nl"), listing(["wonen", "veiligheid en justitie"], "nl")
    ('wonen, werk en geld', 'wonen en ‘veiligheid en justitie’')
    >>> listing(["naasten 0,5", "professionals 1,5"], "nl")
    'naasten 0,5 en professionals 1,5'
    """
    if len(items) < 2:
        return "".join(items)
    joint = f" {catalogue(lang)['words.and']} "
    told_apart = [text("words.quoted", lang, words=item) if joint in item or ", " in item else item for item in items]
    return f"{', '.join(told_apart[:-1])}{joint}{told_apart[-1]}"

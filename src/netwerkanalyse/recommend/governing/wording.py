"""Advice in words: made of its numbers and nothing else, and never more than they allow."""

from collections.abc import Iterator

from netwerkanalyse.model.region import FEWEST
from netwerkanalyse.recommend.governing.advice import Advice, Label
from netwerkanalyse.recommend.governing.conditions import FORMS, READINGS
from netwerkanalyse.recommend.governing.inputs import Input
from netwerkanalyse.texts import listing, number, percent, text

TENSIONS = ("efficiency", "legitimacy", "flexibility")
"""What pulls in two directions in every network (Provan and Kenis, from memory); the questions are ours."""

QUESTIONS = 3
"""How many questions there are for every form and tension."""

WORTH_TELLING = 0.01
"""With less gain than a percent it does not matter which input is known."""

TRIGGERS = ("growth", "trust", "parties")
"""What is a reason to look again."""


def sentence(advice: Advice, lang: str = "nl") -> str:
    """Say the advice; without a form when none may be named.

    Examples
    --------
    >>> import pandas as pd
    >>> from netwerkanalyse.model.region import Region
    >>> from netwerkanalyse.recommend.governing.advice import governance
    >>> alone = Region.build({"organisations": pd.DataFrame({"organisation": ["GGZ"], "autonomous": True})})
    >>> sentence(governance(alone), "en")[:58]
    'There are fewer than three organisations known to decide f'
    """
    key = f"governance.sentence.{advice.label.value}"
    count = written_range(advice.input("participants"), lang)
    match advice.label:
        case Label.CLEAR | Label.PROBABLE:
            return text(key, lang, form=form_name(advice.form, lang), share=_rounded_down(advice.certainty, lang))
        case Label.NUMBER_ONLY:
            return text(key, lang, count=count, levels=". ".join(_levels(advice, lang)))
        case _:
            return text(key, lang, count=count) if advice.label is Label.NO_NETWORK else text(key, lang)


def remarks(advice: Advice, lang: str = "nl") -> tuple[str, ...]:
    """Say what comes with the advice: the weakest point, mixtures, and what would decide."""
    return tuple(_remarks(advice, lang))


def questions(form: str, lang: str = "nl") -> tuple[tuple[str, str], ...]:
    """Give the questions about a form, each with its tension. They are to talk about; there is no score."""
    return tuple(
        (text(f"governance.tension.{tension}", lang), text(f"governance.question.{form}.{tension}.{number_}", lang))
        for tension in TENSIONS
        for number_ in range(1, QUESTIONS + 1)
    )


def triggers(advice: Advice, lang: str = "nl") -> tuple[str, ...]:
    """Say when it is time to look again."""
    used = advice.cutoffs
    edges = {
        "few": number(used.few.full_to, lang),
        "many": number(used.moderate_number.full_to, lang),
        "high": number(used.high.full_from, lang),
        "low": number(used.low.zero_from, lang),
    }
    return tuple(text(f"governance.trigger.{name}", lang, **edges) for name in TRIGGERS)


def form_name(form: str, lang: str) -> str:
    """Name a form."""
    return text(f"governance.form.{form}", lang)


def written_range(one: Input, lang: str) -> str:
    """Write between which values an input lies: one number when that is all there is."""
    if one.low == one.high:
        return number(one.low, lang)
    return text("governance.range", lang, low=number(one.low, lang), high=number(one.high, lang))


def _levels(advice: Advice, lang: str) -> Iterator[str]:
    """Say how far the number of participants is each of the words of the table, without a form."""
    for cell in advice.cells:
        if cell.condition == "participants" and cell.reading == READINGS[0]:
            level = text(f"governance.level.{cell.parts[0].level}", lang)
            yield text("governance.level_range", lang, level=level, low=cell.low, high=cell.high)


def _remarks(advice: Advice, lang: str) -> Iterator[str]:
    participants = next(one for one in advice.inputs if one.name == "participants")
    if advice.label is Label.NO_NETWORK and participants.high >= FEWEST:
        yield text("governance.perhaps_more", lang)
    if advice.form:
        weakest = next(one.weakest for one in advice.fits if one.form == advice.form)
        if weakest:
            yield text("governance.weakest", lang, condition=text(f"governance.condition.{weakest}", lang))
    tops = {max(FORMS, key=share.__getitem__) for share in advice.shares.values()}
    if len(tops) > 1:
        yield text("governance.readings_differ", lang)
    if len(advice.hybrids) > 1:
        yield text("governance.hybrid", lang, forms=listing([form_name(one, lang) for one in advice.hybrids], lang))
    if advice.deciding and advice.deciding[0].gain >= WORTH_TELLING:
        first = advice.deciding[0]
        yield text(
            "governance.decides",
            lang,
            input=text(f"governance.input.{first.input}", lang),
            certainty=percent(first.certainty, lang),
            now=percent(first.certainty - first.gain, lang),
        )


def _rounded_down(share: float, lang: str) -> str:
    """Write "at least" a share: rounded down, so that it holds."""
    return percent(int(share * 100) / 100, lang)

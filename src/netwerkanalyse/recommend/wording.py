"""A proposal as a paragraph for people: made of its numbers and nothing else."""

import math
from collections.abc import Sequence

from netwerkanalyse.metrics.client.tables import measures
from netwerkanalyse.metrics.measure import Measure, Unit
from netwerkanalyse.recommend.answers import REJECTED
from netwerkanalyse.recommend.proposal import Effect, Proposal
from netwerkanalyse.recommend.words import Domain, in_one_cell
from netwerkanalyse.texts import has, listing, number, percent, text


def paragraph(proposal: Proposal, lang: str = "nl") -> str:
    """Say a proposal in full.

    Parameters
    ----------
    proposal
        The proposal.
    lang
        ``"nl"`` or ``"en"``.

    Returns
    -------
    paragraph
        What, because of what, what would change, who must agree, what is not known, and what else is possible.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> found = na.recommend.client(na.datasets.load("voorbeeld"))
    >>> paragraph(found.of("voorbeeld")["nothing"]).split(". ")[0]
    'Alles blijft zoals het nu is'
    """
    return " ".join(sentences(proposal, lang))


def sentences(proposal: Proposal, lang: str = "nl") -> tuple[str, ...]:
    """Say a proposal part by part, for where there is room for a line each.

    Parameters
    ----------
    proposal
        The proposal.
    lang
        ``"nl"`` or ``"en"``.

    Returns
    -------
    sentences
        What, then because of what, and so on: the parts of :func:`paragraph`, in its order.
    """
    said = [proposal.what.say(lang), proposal.finding.sentence.say(lang)]
    if proposal.instead_of:
        said.append(text("proposals.instead", lang))
    if proposal.answer == REJECTED:
        said.append(text("proposals.earlier.new_grounds", lang))
    effects = in_words(proposal.effects, lang)
    if effects:
        said.append(text("proposals.if_so", lang, effects=effects))
    said.append(text("proposals.agree", lang, people=listing([one.say(lang) for one in proposal.agree], lang)))
    if proposal.unknowns:
        said.append(text("proposals.unknown", lang, unknowns=in_one_cell(proposal.unknowns, lang)))
    if proposal.runners_up:
        said.append(text("proposals.also", lang, others=also_possible(proposal, lang)))
    return tuple(said)


def also_possible(proposal: Proposal, lang: str) -> str:
    """Say what else could be done, and why it does not stand first; empty when there is nothing."""
    return " ".join(f"{one.what.say(lang)} {one.why_not.say(lang)}" for one in proposal.runners_up)


def in_words(effects: Sequence[Effect], lang: str) -> str:
    """Say what would change, measure by measure; what stays the same or cannot be told is left out."""
    catalogue = measures()
    return "; ".join(
        text(
            key,
            lang,
            domain=Domain(effect.domain).say(lang) if effect.domain else "",
            before=_written(effect.before, effect.after, catalogue.get(effect.measure), lang),
            after=_written(effect.after, effect.before, catalogue.get(effect.measure), lang),
        )
        for effect in effects
        if has(key := f"proposals.effect.{effect.measure}", lang)
        and effect.before != effect.after
        and not math.isnan(effect.before)
        and not math.isnan(effect.after)
    )


def shown_values(effect: Effect, lang: str = "nl") -> tuple[str, str]:
    """Write what a measure is now and what it would be; yes and no in words, and what cannot be told as such.

    Parameters
    ----------
    effect
        A measure before and after.
    lang
        ``"nl"`` or ``"en"``.

    Returns
    -------
    values
        Before and after.
    """
    measure = measures().get(effect.measure)
    before, after = (
        text("proposals.not_known", lang)
        if math.isnan(value)
        else text(f"proposals.{'yes' if value else 'no'}", lang)
        if measure is not None and measure.unit is Unit.YES_NO
        else _written(value, other, measure, lang)
        for value, other in ((effect.before, effect.after), (effect.after, effect.before))
    )
    return before, after


def _written(value: float, beside: float, measure: Measure | None, lang: str) -> str:
    """Write a value, told apart from the one beside it."""
    share = measure is not None and measure.unit is Unit.SHARE
    return percent(value, lang, beside=beside) if share else number(value, lang)

"""The report on the governance of a network, on its own."""

from netwerkanalyse.model.region import Region
from netwerkanalyse.recommend.governing.advice import Advice
from netwerkanalyse.recommend.governing.candidates import Candidates
from netwerkanalyse.report.document import Report
from netwerkanalyse.report.sections import governance
from netwerkanalyse.texts import text


def governance_report(region: Region, advice: Advice, candidates: Candidates, *, lang: str = "nl") -> Report:
    """Make a report of advice on a form and of who could lead.

    Parameters
    ----------
    region
        The region it is about.
    advice, candidates
        What :func:`netwerkanalyse.recommend.governance` and :func:`netwerkanalyse.recommend.lead_candidates` gave.
    lang
        ``"nl"`` or ``"en"``.

    Returns
    -------
    report
        The report as data; :data:`netwerkanalyse.report.renderers.RENDERERS` gives it a form. Where there is no
        network, or no form is named, it says nothing about who could lead.
    """
    sections = [governance.section(advice, lang)]
    if advice.shares:
        sections += [governance.questions_section(lang), governance.candidates_section(candidates, lang)]
    return Report(
        title=text("governance.report.title", lang),
        subtitle=text("governance.report.subtitle", lang),
        lang=lang,
        made_of=(text("governance.report.made_of", lang, organisations=len(region)),),
        sections=tuple(sections),
    )

"""The report on the governance of a network, on its own."""

from netwerkanalyse.model.region import Region
from netwerkanalyse.recommend.governing.advice import Advice
from netwerkanalyse.report.document import Report
from netwerkanalyse.report.sections.regional_advice import governance_sections
from netwerkanalyse.texts import text


def governance_report(
    region: Region, advice: Advice, *, layer: str | None = None, lang: str = "nl", parts: bool = True
) -> Report:
    """Make a report of advice on a form and of who could lead.

    Parameters
    ----------
    region
        The region it is about.
    advice
        What :func:`netwerkanalyse.recommend.governance` gave.
    layer
        In which layer it is looked at who stands between others; see :func:`netwerkanalyse.recommend.lead_candidates`.
    lang
        ``"nl"`` or ``"en"``.
    parts
        Whether areas and groups of organisations get an advice of their own.

    Returns
    -------
    report
        The report as data; :data:`netwerkanalyse.report.renderers.RENDERERS` gives it a form. Where there is no
        network, or no form may be named, it says nothing about who could lead.
    """
    return Report(
        title=text("governance.report.title", lang),
        subtitle=text("governance.report.subtitle", lang),
        lang=lang,
        made_of=(text("governance.report.made_of", lang, organisations=len(region)),),
        sections=governance_sections(region, advice, lang, layer=layer, parts=parts),
    )

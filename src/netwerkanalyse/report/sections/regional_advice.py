"""What the partners of a region could talk about, as parts of a report: governance, who could lead, and proposals."""

from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_names import called
from netwerkanalyse.recommend.for_region import region as proposals
from netwerkanalyse.recommend.governing.advice import Advice, governance
from netwerkanalyse.recommend.governing.candidates import MOST_CANDIDATES, lead_candidates
from netwerkanalyse.report.document import Section
from netwerkanalyse.report.sections import governance_parts
from netwerkanalyse.report.sections.governance import (
    candidates_section,
    no_candidates_section,
    questions_section,
    section,
)
from netwerkanalyse.report.sections.region_proposals import section as proposals_section


def sections(region: Region, caseload: Caseload | None, cutoffs: RegionCutoffs, lang: str) -> tuple[Section, ...]:
    """Make the parts of a report that propose, each beginning with who decides.

    Parameters
    ----------
    region, caseload
        The region, and its clients if there are any.
    cutoffs
        The cut-offs of measures.
    lang
        Language of the report.

    Returns
    -------
    sections
        Proposals, then governance; see :func:`governance_sections`.
    """
    advice = governance(region, region_cutoffs=cutoffs)
    return (
        proposals_section(proposals(region, caseload, cutoffs=cutoffs), lang),
        *governance_sections(region, advice, lang, cutoffs=cutoffs),
    )


def governance_sections(
    region: Region,
    advice: Advice,
    lang: str,
    *,
    layer: str | None = None,
    cutoffs: RegionCutoffs | None = None,
    parts: bool = True,
) -> tuple[Section, ...]:
    """Give the advice; and that on its parts, questions and who could lead, unless too little is known for any form.

    Who could lead is looked at among so many organisations as
    :func:`~netwerkanalyse.recommend.governing.candidates.lead_candidates` does. What is a part has no parts of its own.
    """
    if not advice.shares:
        return (section(advice, lang),)
    of_parts = governance_parts.sections(region, advice, lang, layer=layer, cutoffs=cutoffs) if parts else ()
    return section(advice, lang), *of_parts, *_leading(region, advice, lang, layer, cutoffs)


def _leading(
    region: Region, advice: Advice, lang: str, layer: str | None, cutoffs: RegionCutoffs | None
) -> tuple[Section, ...]:
    able = region.autonomous_organisations
    if able > MOST_CANDIDATES:
        return questions_section(lang), no_candidates_section(able, MOST_CANDIDATES, lang)
    candidates = lead_candidates(region, layer=layer, cutoffs=advice.cutoffs, region_cutoffs=cutoffs)
    names = called(region, "organisations", "organisation")
    return questions_section(lang), candidates_section(candidates, lang, names)

"""The pictures of a client report, each with the same facts in words."""

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.report.document import Figure
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.pictures.bars import coverage_bars
from netwerkanalyse.report.pictures.coverage import coverage_svg, describe
from netwerkanalyse.report.sociogram.data import sociogram
from netwerkanalyse.report.sociogram.svg import svg
from netwerkanalyse.report.sociogram.words import description
from netwerkanalyse.texts import text


def sociogram_figure(evidence: Evidence) -> tuple[Figure, ...]:
    """Draw who stands around the client, if anybody does."""
    if not evidence.names:
        return ()
    facts = sociogram(
        evidence.caseload,
        evidence.network.clients[0],
        domain_table=evidence.tables[Level.DOMAIN],
        lang=evidence.lang,
        for_client=evidence.for_client,
    )
    return (
        Figure(
            svg(facts, name="sociogram-picture"), text("report.picture.sociogram", evidence.lang), description(facts)
        ),
    )


def coverage_figure(evidence: Evidence) -> tuple[Figure, ...]:
    """Draw need against support, if either is known anywhere."""
    client = evidence.network.clients[0]
    bars = coverage_bars(evidence.caseload, client, lang=evidence.lang, cutoffs=evidence.cutoffs)
    if not bars.bars:
        return ()
    return (
        Figure(
            coverage_svg(bars, name="coverage-picture"), text("report.picture.coverage", evidence.lang), describe(bars)
        ),
    )

"""The report on a region: who works with whom, what is there for whom and where, and what is not known."""

from collections.abc import Iterable, Iterator, Mapping

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_vocabulary import LAYER
from netwerkanalyse.report.document import Report
from netwerkanalyse.report.region_evidence import RegionEvidence
from netwerkanalyse.report.region_map.areas import Shape
from netwerkanalyse.report.region_sections import (
    alignment,
    brokers,
    chain,
    groups,
    layers,
    method,
    opinions,
    picture,
    robustness,
    sectors,
    services,
    unknown,
    whole,
)
from netwerkanalyse.report.sections import regional_advice
from netwerkanalyse.texts import listing


def region_report(
    region: Region,
    *,
    caseload: Caseload | None = None,
    chosen: Iterable[str] | None = None,
    shapes: Mapping[str, Shape] | None = None,
    lang: str = "nl",
    cutoffs: RegionCutoffs | None = None,
) -> Report:
    """Make the report on a region.

    Parameters
    ----------
    region
        Organisations, how they work together, what they offer and where.
    caseload
        Clients whose people work for these organisations: numbers of few of them are suppressed, and no client is
        named.
    chosen
        Codes of the layers to report on; by default all with collaborations.
    shapes
        Area to the rings of its shape in longitude and latitude, for a map
        (:func:`netwerkanalyse.io.geojson.read_shapes` reads them).
    lang
        ``"nl"`` or ``"en"``.
    cutoffs
        Other cut-offs than the defaults.

    Returns
    -------
    report
        The report as data; :data:`netwerkanalyse.report.renderers.RENDERERS` gives it a form.

    Raises
    ------
    UnknownNameError
        If a chosen layer has no collaborations here.

    Examples
    --------
    >>> from netwerkanalyse import datasets
    >>> report = region_report(datasets.load_region("noord-holland-noord"))
    >>> report.sections[0].blocks[0].text
    'Dit is geen netwerk in deze zin: er is 1 organisatie die zelf beslist, en een netwerk heeft er minstens 3.'
    """
    present = set(region.tables["collaborations"]["layer"].dropna())
    known = [layer for layer in LAYER.names if layer in present]
    wanted = known if chosen is None else list(dict.fromkeys(chosen))
    for layer in wanted:
        if layer not in known:
            raise UnknownNameError.among(layer, "layer with collaborations", known)
    evidence = RegionEvidence(region, tuple(wanted), lang, cutoffs or RegionCutoffs(), caseload)
    return Report(
        title=evidence.say("title"),
        subtitle=evidence.say("subtitle"),
        lang=lang,
        made_of=tuple(_made_of(evidence)),
        sections=(
            whole.section(evidence),
            picture.section(evidence),
            sectors.section(evidence),
            brokers.section(evidence),
            chain.section(evidence),
            groups.section(evidence),
            layers.section(evidence),
            robustness.section(evidence),
            opinions.section(evidence),
            services.section(evidence, shapes or {}),
            alignment.section(evidence),
            *regional_advice.sections(region, caseload, evidence.cutoffs, lang),
            unknown.section(evidence),
            method.section(evidence),
        ),
    )


def _made_of(evidence: RegionEvidence) -> Iterator[str]:
    """Say from which data a report was made."""
    region, tables = evidence.region, evidence.region.tables
    yield evidence.say(
        "made_of.rows",
        organisations=len(region),
        collaborations=len(tables["collaborations"]),
        services=len(tables["services"]),
        areas=len(tables["areas"]),
    )
    if evidence.chosen:
        yield evidence.say(
            "made_of.layers", layers=listing([evidence.layer(one) for one in evidence.chosen], evidence.lang)
        )
    if evidence.caseload is not None:
        yield evidence.say("made_of.caseload")
    yield evidence.say("made_of.conversation")

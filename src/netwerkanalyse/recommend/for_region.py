"""From a region to proposals: agreements around shared clients, brokers of sectors, and services that lack."""

from collections.abc import Iterator, Mapping

import pandas as pd

from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.services.gaps import service_gaps
from netwerkanalyse.metrics.region.services.service_map import ServiceMap
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_names import called
from netwerkanalyse.recommend.agreements import propose_agreements
from netwerkanalyse.recommend.brokers import propose_brokers
from netwerkanalyse.recommend.proposal import Fact
from netwerkanalyse.recommend.regional import RegionProposal, RegionRecommendations
from netwerkanalyse.recommend.words import Domain, Several, Value, Word, said


def region(
    region: Region, caseload: Caseload | None = None, *, cutoffs: RegionCutoffs | None = None
) -> RegionRecommendations:
    """Propose what the partners of a region could talk about. Nothing is decided here.

    - ``agreement``: two organisations around the same clients without an agreement, most shared clients first; small
      numbers stay suppressed, and of an agreement that is not known nothing is proposed;
    - ``broker``: a sector in which nobody links others in a role, in a layer of which all pairs were asked;
    - ``service``: an area where nothing is listed for a life domain.

    Parameters
    ----------
    region
        The region.
    caseload
        The clients around whom organisations work; without it, nothing is said of agreements.
    cutoffs
        Other cut-offs than the defaults.

    Returns
    -------
    recommendations
        All proposals, kind by kind.

    Examples
    --------
    >>> social_map = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["Welzijn"]}),
    ...     "areas": pd.DataFrame({"area": ["Noord", "Zuid"]}),
    ...     "services": pd.DataFrame({"service": ["maatje"], "organisation": ["Welzijn"],
    ...                               "domains": "sociale relaties", "areas": ["Noord"]}),
    ... })
    >>> found = region(social_map)
    >>> found.of("service")[0].what.say("en")
    'Talk about mental health in Noord: nothing is listed for it anywhere in the region.'
    """
    used = cutoffs or RegionCutoffs()
    skipped: list[Word] = []
    proposals: list[RegionProposal] = []
    if caseload is None:
        skipped.append(said("region.skipped.caseload"))
    else:
        proposals += propose_agreements(region, caseload, used)
    brokers, layers = propose_brokers(region, used)
    proposals += [*brokers, *_services(region, used)]
    skipped += layers
    if not len(region.tables["services"]):
        skipped.append(said("region.skipped.services"))
    return RegionRecommendations(tuple(proposals), tuple(skipped))


def _services(region: Region, cutoffs: RegionCutoffs) -> Iterator[RegionProposal]:
    """Propose to talk about every gap of the social map, those for which most clients are expected first."""
    gaps = service_gaps(ServiceMap(region, cutoffs))
    areas, organisations = called(region, "areas", "area"), called(region, "organisations", "organisation")
    order = gaps.sort_values(["gap_expected", "gap_population"], ascending=False, kind="stable", na_position="last")
    for (area, domain), gap in order.iterrows():
        named: dict[str, Value] = {"area": areas[str(area)], "domain": Domain(str(domain))}
        numbers = ("gap_expected", "gap_population", "gap_services_uncertain")
        yield RegionProposal(
            "service",
            f"service/{area}/{domain}",
            said(f"region.what.service.{gap['gap_reason']}", **named),
            _because(gap, areas),
            tuple(Fact(name, float(gap[name])) for name in numbers if not pd.isna(gap[name])),
            _who(gap, organisations),
            unknowns=(said("region.unknown.social_map"),),
        )


def _because(gap: pd.Series, areas: Mapping[str, str]) -> Word:
    if pd.isna(gap["gap_neighbours"]):
        return said("region.because.service")
    having = tuple(areas[one] for one in gap["gap_neighbours"].split(LIST_SEPARATOR))
    return said("region.because.service_elsewhere", areas=Several(having))


def _who(gap: pd.Series, organisations: Mapping[str, str]) -> tuple[Word, ...]:
    """Name who could be asked: who offers it elsewhere and who works here already, a few of each."""
    names = [gap[name] for name in ("gap_organisations", "gap_organisations_here") if not pd.isna(gap[name])]
    each = dict.fromkeys(one for listed in names for one in listed.split(LIST_SEPARATOR))
    return (
        *(said("agree.organisation", organisation=organisations[one]) for one in each),
        said("region.agree.clients"),
    )

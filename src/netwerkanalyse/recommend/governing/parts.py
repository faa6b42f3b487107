"""Advice for parts of a region: in a region with one form, an area or a group of close partners can do with another."""

from collections.abc import Iterable, Mapping
from itertools import islice

import pandas as pd

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.region.catalogue import measure_region_network
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.partnership.goal_orders import goals_told_of_part
from netwerkanalyse.metrics.region.partnership.network import Partnership
from netwerkanalyse.metrics.region.partnership.ratings import told_of_part
from netwerkanalyse.metrics.region.working_areas import working_in
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_tables import RATINGS
from netwerkanalyse.recommend.governing.advice import Advice, governance
from netwerkanalyse.recommend.governing.conditions import GovernanceCutoffs


def areas_of(region: Region) -> dict[str, tuple[str, ...]]:
    """Give the organisations that work in every area, as :func:`working_in` says it.

    Examples
    --------
    >>> import pandas as pd
    >>> areas_of(Region.build({
    ...     "areas": pd.DataFrame({"area": ["Stad", "Wijk", "Dorp"], "parent": [None, "Stad", None]}),
    ...     "organisations": pd.DataFrame({"organisation": ["GGZ", "HA"], "areas": ["Stad;Dorp", "Wijk"]}),
    ... }))
    {'Stad': ('GGZ', 'HA'), 'Wijk': ('GGZ', 'HA'), 'Dorp': ('GGZ',)}
    """
    pairs = working_in(region)
    together = pairs.groupby("area", observed=True)["organisation"].agg(tuple)
    return {area: together.get(area, ()) for area in pairs["area"].cat.categories}


def area_of(region: Region, area: str, *, region_cutoffs: RegionCutoffs | None = None) -> Region:
    """Give the region of the organisations that work in an area; with nobody in it when nobody does.

    Ratings, of each other and of goals, that beside those of the whole region or of an area around it would tell what
    one or two others said are left out.
    """
    parts = {name: frozenset(members) for name, members in areas_of(region).items()}
    own = parts.get(area, frozenset())
    around = {name: members for name, members in parts.items() if members > own}
    return _parts(region, {**around, area: own}, region_cutoffs)[area]


def _parts(region: Region, parts: Mapping[str, frozenset[str]], cutoffs: RegionCutoffs | None) -> dict[str, Region]:
    """Select the organisations of every part, without the ratings that it would give away beside what is around it."""
    found: dict[str, Region] = {}
    for name in sorted(parts, key=lambda one: -len(parts[one])):
        part = region.select(parts[name])
        for whole in (region, *(found[other] for other in found if parts[other] > parts[name])):
            part = _without_given_away(part, Partnership(whole, cutoffs or RegionCutoffs()))
        found[name] = part
    return {name: found[name] for name in parts}


def _without_given_away(part: Region, whole: Partnership) -> Region:
    """Leave out the ratings of a part that what is around it, less the part, would give away."""
    inside = whole.region.organisation_index.isin(part.organisation_index)
    beside = whole.region.select(part.organisation_index).tables["ratings"]
    withheld = pd.MultiIndex.from_frame(beside.loc[~told_of_part(whole, inside), list(RATINGS.key)])
    ratings, goals = part.tables["ratings"], part.tables["goal_ratings"]
    kept = ~pd.MultiIndex.from_frame(ratings[list(RATINGS.key)]).isin(withheld)
    if not goals_told_of_part(whole, inside):
        goals = goals.iloc[:0]
    return part.replaced(ratings=ratings[kept].reset_index(drop=True), goal_ratings=goals)


def governance_by_area(
    region: Region,
    *,
    cutoffs: GovernanceCutoffs | None = None,
    region_cutoffs: RegionCutoffs | None = None,
    most: int | None = None,
    seed: int = 1,
) -> dict[str, Advice]:
    """Give the advice for every area, of the organisations that work there.

    The need for competencies is a judgement about one network: judge it area by area with :func:`area_of` and
    :func:`~netwerkanalyse.recommend.governing.advice.governance`.

    Parameters
    ----------
    region
        The region.
    cutoffs, region_cutoffs
        Other cut-offs than the defaults.
    most
        So many areas, in the order of the table; by default all.
    seed
        Start of the random numbers: the same seed gives the same advice.

    Returns
    -------
    advices
        Area to advice.

    Examples
    --------
    >>> import pandas as pd
    >>> region = Region.build({
    ...     "areas": pd.DataFrame({"area": ["Noord", "Zuid"]}),
    ...     "organisations": pd.DataFrame({"organisation": ["GGZ", "HA", "WMO", "WIJK"], "autonomous": True,
    ...                                    "areas": ["Noord;Zuid", "Noord", "Noord", "Zuid"]}),
    ... })
    >>> {area: advice.label.value for area, advice in governance_by_area(region).items()}
    {'Noord': 'number_only', 'Zuid': 'no_network'}
    """
    parts = dict(islice(areas_of(region).items(), most))
    return governance_by_part(region, parts, cutoffs=cutoffs, region_cutoffs=region_cutoffs, seed=seed)


def communities_of(
    region: Region, layer: str, *, region_cutoffs: RegionCutoffs | None = None
) -> dict[str, tuple[str, ...]]:
    """Give the organisations of every community of a layer, the largest community first; none when it is too small.

    Who has no tie in the layer is in no community. See
    :func:`~netwerkanalyse.metrics.region.groups.communities.measure_community`.
    """
    network = RegionNetwork(region, layer, region_cutoffs or RegionCutoffs())
    found = measure_region_network(network, ["organisation_community"], level=Level.ORGANISATION)["community"].dropna()
    together = found.index.to_series().groupby(found.astype(str), sort=False).agg(tuple)
    return {str(name): members for name, members in sorted(together.items(), key=lambda one: -len(one[1]))}


def governance_by_community(
    region: Region,
    layer: str,
    *,
    cutoffs: GovernanceCutoffs | None = None,
    region_cutoffs: RegionCutoffs | None = None,
    most: int | None = None,
    seed: int = 1,
) -> dict[str, Advice]:
    """Give the advice for every community of a layer: organisations tied more closely to each other than to others.

    Parameters are those of :func:`governance_by_area`, and of competencies the same holds; who is in a community says
    :func:`communities_of`.
    """
    parts = dict(islice(communities_of(region, layer, region_cutoffs=region_cutoffs).items(), most))
    return governance_by_part(region, parts, cutoffs=cutoffs, region_cutoffs=region_cutoffs, seed=seed)


def governance_by_part(
    region: Region,
    parts: Mapping[str, Iterable[str]],
    *,
    cutoffs: GovernanceCutoffs | None = None,
    region_cutoffs: RegionCutoffs | None = None,
    seed: int = 1,
) -> dict[str, Advice]:
    """Give the advice for every part of a region, a name with its organisations; see :func:`area_of` on ratings."""
    regions = _parts(region, {name: frozenset(members) for name, members in parts.items()}, region_cutoffs)
    return {
        name: governance(part, cutoffs=cutoffs, region_cutoffs=region_cutoffs, seed=seed)
        for name, part in regions.items()
    }

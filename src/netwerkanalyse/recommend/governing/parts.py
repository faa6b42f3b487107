"""Advice for parts of a region: in a region with one form, an area can do with another."""

from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.model.region import Region
from netwerkanalyse.recommend.governing.advice import Advice, governance
from netwerkanalyse.recommend.governing.conditions import GovernanceCutoffs


def area_of(region: Region, area: str) -> Region:
    """Give the region of the organisations that work in an area; with nobody in it when nobody does."""
    works = region.tables["organisations"].set_index("organisation")["areas"].dropna()
    names = [name for name, areas in works.items() if area in {one.strip() for one in areas.split(LIST_SEPARATOR)}]
    return region.select(names)


def governance_by_area(region: Region, *, cutoffs: GovernanceCutoffs | None = None, seed: int = 1) -> dict[str, Advice]:
    """Give the advice for every area, of the organisations that work there.

    The need for competencies is a judgement about one network: judge it area by area with :func:`area_of` and
    :func:`~netwerkanalyse.recommend.governing.advice.governance`.

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
    areas = region.tables["areas"]["area"]
    return {area: governance(area_of(region, area), cutoffs=cutoffs, seed=seed) for area in areas}

"""In which areas organisations work, where areas lie in each other."""

import numpy as np
import pandas as pd

from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.service_arrays import parents, several, within


def working_in(region: Region) -> pd.DataFrame:
    """Say which organisations work in which areas.

    Who works in a part of an area works in that area, and who works in an area works in its parts.

    Parameters
    ----------
    region
        The region.

    Returns
    -------
    pairs
        Every ``area`` with every ``organisation`` that works there, in the order of their tables. The categories of
        ``area`` are all areas: first those of their table, then those that only organisations name.
    """
    listed, column = region.tables["areas"]["area"], region.tables["organisations"]["areas"]
    areas = pd.Index(pd.concat([listed, column.dropna().str.split(LIST_SEPARATOR).explode()]).unique())
    inner, outer = within(np.append(parents(region), np.full(len(areas) - len(listed), -1)))
    related = pd.DataFrame({"named": np.append(inner, outer), "area": np.append(outer, inner)})
    organisation, named = several(column, areas)
    works = pd.DataFrame({"organisation": organisation, "named": named}).merge(related, on="named")
    pairs = works[["area", "organisation"]].drop_duplicates().sort_values(["area", "organisation"])
    return pd.DataFrame(
        {
            "area": pd.Categorical.from_codes(pairs["area"], areas),
            "organisation": region.organisation_index.to_numpy()[pairs["organisation"]],
        }
    )


def sectors_by_area(region: Region) -> pd.DataFrame:
    """Count the organisations of every sector that work in an area.

    Returns
    -------
    counts
        A row an area in which somebody works, a column a sector; who is in no known sector is not in it.

    Examples
    --------
    >>> sectors_by_area(Region.build({
    ...     "areas": pd.DataFrame({"area": ["Stad", "Wijk"], "parent": [None, "Stad"]}),
    ...     "organisations": pd.DataFrame({"organisation": ["GGZ", "HA"], "sector": ["ggz", "huisartsenzorg"],
    ...                                    "areas": ["Stad", "Wijk"]}),
    ... })).to_numpy().tolist()
    [[1, 1], [1, 1]]
    """
    sectors = region.tables["organisations"].set_index("organisation")["sector"].astype(object)
    pairs = working_in(region)
    counts: pd.DataFrame = pd.crosstab(pairs["area"], pairs["organisation"].map(sectors).rename("sector"))
    return counts

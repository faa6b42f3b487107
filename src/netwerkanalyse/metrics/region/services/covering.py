"""What covers what: every service of every area, with the life domains, laws and kind to sort and count by."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.services.domains import COVERS
from netwerkanalyse.metrics.region.services.service_map import ServiceMap
from netwerkanalyse.model.vocabulary import KIND

AS_WRITTEN = "as filled in"


def covering_services(services: ServiceMap) -> pd.DataFrame:
    """List which service covers which area.

    Parameters
    ----------
    services
        The social map.

    Returns
    -------
    frame
        A row an area and a service that is in it or in a part of it, areas in the order of their table. ``covers`` is
        yes when the service is for the whole area and has room (C_zs = 1). Services without a place are in no area.

    Examples
    --------
    >>> from netwerkanalyse.model.region import Region
    >>> region = Region.build({
    ...     "organisations": pd.DataFrame({"organisation": ["Welzijn"]}),
    ...     "areas": pd.DataFrame({"area": ["Veen", "Veen-Oost"], "parent": [None, "Veen"]}),
    ...     "services": pd.DataFrame({"service": ["maatje"], "organisation": ["Welzijn"], "areas": ["Veen-Oost"]}),
    ... })
    >>> covering_services(ServiceMap(region))[["covers", "in_whole_area"]]
                        covers  in_whole_area
    area      service
    Veen      maatje     False          False
    Veen-Oost maatje      True           True
    """
    whole, part = services.coverage
    area, service = np.append(whole.area, part.area), np.append(whole.other, part.other)
    inside = np.repeat([True, False], [len(whole.area), len(part.area)])
    order = np.lexsort((service, area))
    area, service, inside = area[order], service[order], inside[order]
    table = services.region.tables["services"].iloc[service]
    index = pd.MultiIndex.from_arrays([services.areas[area], services.services[service]], names=Level.AREA_SERVICE.keys)
    columns = {
        "covers": pd.array(inside & services.open[service], dtype="boolean"),
        "in_whole_area": pd.array(inside, dtype="boolean"),
        "has_room": pd.array(services.open[service], dtype="boolean"),
        "covered_by": table["organisation"].array,
        "for_domains_count": services.domains.sum(axis=1)[service],
        "for_domains": table["domains"].array,
        "by_laws_count": services.laws.sum(axis=1)[service],
        "by_laws": table["laws"].array,
        "of_kind_known": pd.array(table["kind"].notna(), dtype="boolean"),
        "of_kind": table["kind"].array,
    }
    return pd.DataFrame(columns, index=index)


MEASURES = (
    Measure("covers", Unit.YES_NO, high=1, reading=Reading.STRENGTH, source=COVERS),
    Measure("in_whole_area", Unit.YES_NO, high=1, source=COVERS),
    Measure("has_room", Unit.YES_NO, high=1, source="own definition: capacity is not zero"),
    Measure("covered_by", Unit.LABEL, source=AS_WRITTEN),
    Measure("for_domains_count", Unit.COUNT, high=13, source=AS_WRITTEN),
    Measure(
        "for_domains",
        Unit.LABEL,
        count="for_domains_count",
        requires=(Requires("for_domains_count", "service_domains_unknown", low=1),),
        source=AS_WRITTEN,
    ),
    Measure("by_laws_count", Unit.COUNT, high=6, source=AS_WRITTEN),
    Measure(
        "by_laws",
        Unit.LABEL,
        count="by_laws_count",
        requires=(Requires("by_laws_count", "service_laws_unknown", low=1),),
        source=AS_WRITTEN,
    ),
    Measure("of_kind_known", Unit.YES_NO, high=1, source=AS_WRITTEN),
    Measure(
        "of_kind",
        Unit.CODE,
        codes=KIND,
        requires=(Requires("of_kind_known", "service_kind_unknown", equals=True),),
        source=AS_WRITTEN,
    ),
)

FAMILY = Family("covering_services", Level.AREA_SERVICE, covering_services, MEASURES)

"""Regions that come with the package: four real ones from a published text, and one that is fictional.

The fictional one stands in ``regions/voorbeeldregio.md``, with the Dutch headings and words that people use in the
spreadsheet too; its clients, just as fictional, stand beside it and are loaded with
:func:`netwerkanalyse.datasets.load`.
"""

from netwerkanalyse.datasets.pages import sheets_of
from netwerkanalyse.datasets.real_regions import ALL_REGIONS, REGIONS, real_region
from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_tables import REGION

EXAMPLE_REGION = "voorbeeldregio"
"""The fictional region, and the caseload whose professionals work there: one name for :func:`load_region` and
:func:`netwerkanalyse.datasets.load`."""


def load_region(name: str, *, lang: str = "nl") -> Region:
    """Load a bundled region.

    Parameters
    ----------
    name
        One of :data:`~netwerkanalyse.datasets.real_regions.REGIONS`; ``"regios"`` for those together; or
        ``"voorbeeldregio"``, which is fictional and has every table.
    lang
        Language of what is said with the rows of the real regions; the words of their source stay Dutch.

    Returns
    -------
    region
        Of the real regions: organisations with the areas they work in, ties between two (layer ``cooperation``, without
        value) and affiliations, which stay two-mode. Every row has the line of the text in ``evidence``. A region holds
        the rows whose both ends lie in it.

    Raises
    ------
    UnknownNameError
        If there is no region of that name.

    Examples
    --------
    >>> region = load_region("noord-holland-noord")
    >>> region
    Region(17 organisations, 2 collaborations, 17 affiliations, 4 areas)
    >>> region.autonomous_organisations, region.is_network
    (1, False)
    >>> load_region("voorbeeldregio")
    Region(13 organisations, 62 collaborations, 6 affiliations, 19 services, 6 areas)
    """
    names = (*REGIONS, ALL_REGIONS, EXAMPLE_REGION)
    if name not in names:
        raise UnknownNameError.among(name, "region", names)
    if name == EXAMPLE_REGION:
        return Region.build(sheets_of("regions", name, REGION), lang=lang)
    return real_region(name, lang)

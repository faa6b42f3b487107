"""Codes of a region in the words that people know them by: for a spreadsheet, which a person opens."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from netwerkanalyse.model.region import Region

FOR_PEOPLE = "xlsx"
"""The form that people open; the other forms keep the codes, as programs know them."""


def named(frame: "pd.DataFrame", region: "Region", lang: str) -> "pd.DataFrame":
    """Replace the codes of organisations, areas, services, domains, laws and kinds by what they are called.

    Parameters
    ----------
    frame
        A table about the region.
    region
        The region.
    lang
        Language of the words.

    Returns
    -------
    table
        The same table, in words; a cell with several codes names each.
    """
    words = _words(region, lang)
    keys = frame.index.to_frame(index=False).apply(_said, words=words)
    said = frame.apply(_said, words=words)
    return said.set_axis(keys.iloc[:, 0] if keys.shape[1] == 1 else keys.set_index(list(keys)).index, axis="index")


def _said(column: "pd.Series", words: Mapping[str, Mapping[str, str]]) -> "pd.Series":
    """Give a column in words, if there are words for it."""
    from netwerkanalyse.model.fields import LIST_SEPARATOR

    known = words.get(str(column.name))
    if known is None:
        return column

    def say(cell: str) -> str:
        return f"{LIST_SEPARATOR} ".join(known.get(code, code) for code in cell.split(LIST_SEPARATOR))

    return column.astype(object).map(say, na_action="ignore")


def _words(region: "Region", lang: str) -> dict[str, Mapping[str, str]]:
    """Give the words of every column that holds codes."""
    from netwerkanalyse.metrics.region.services.gaps import WHY
    from netwerkanalyse.model.region_names import called
    from netwerkanalyse.model.vocabulary import DOMAIN, KIND, LAW

    domains, laws, kinds, why = (
        dict(zip(one.names, one.labels(lang), strict=True)) for one in (DOMAIN, LAW, KIND, WHY)
    )
    organisations, areas = called(region, "organisations", "organisation"), called(region, "areas", "area")
    return {
        **dict.fromkeys(("organisation", "other_organisation", "covered_by"), organisations),
        **dict.fromkeys(("gap_organisations", "gap_organisations_here"), organisations),
        **dict.fromkeys(("area", "gap_neighbours"), areas),
        **dict.fromkeys(("domain", "for_domains"), domains),
        "service": called(region, "services", "service"),
        "by_laws": laws,
        "of_kind": kinds,
        "gap_reason": why,
    }

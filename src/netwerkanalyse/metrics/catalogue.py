"""The one catalogue: every column of every table of results, with its meaning."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from netwerkanalyse.metrics.client.catalogue import FAMILIES
from netwerkanalyse.metrics.client.tables import OWN_TABLES, TABLES
from netwerkanalyse.metrics.facts import said_source
from netwerkanalyse.metrics.families import reasons_of
from netwerkanalyse.metrics.measure import Family
from netwerkanalyse.metrics.region.alignment.catalogue import ALIGNMENT_FAMILIES
from netwerkanalyse.metrics.region.catalogue import REGION_FAMILIES, REGION_TABLES
from netwerkanalyse.metrics.region.partnership.catalogue import PARTNERSHIP_FAMILIES
from netwerkanalyse.metrics.region.services.catalogue import SERVICE_FAMILIES, SERVICE_TABLES
from netwerkanalyse.metrics.region.two_mode import TWO_MODE_TABLES
from netwerkanalyse.texts import text


def why_missing(frame: pd.DataFrame) -> pd.DataFrame:
    """Say why values are missing.

    Parameters
    ----------
    frame
        A table that :func:`measure`, :func:`measure_region` or a function of its own gave, with the columns that stand
        behind the measures.

    Returns
    -------
    reasons
        The same shape: the code of the reason where a value is missing, otherwise missing. The words stand in the
        texts under ``reasons.<code>``.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> alone = na.Caseload.build({"clients": pd.DataFrame({"client": ["K1"]})})
    >>> why_missing(na.measure(alone, ["cohesion"]))[["density", "components"]]
                          density components
    client
    K1      fewer_than_two_people        NaN
    """
    return reasons_of(
        frame,
        (
            *TABLES,
            *REGION_FAMILIES,
            *SERVICE_FAMILIES,
            *SERVICE_TABLES,
            *PARTNERSHIP_FAMILIES,
            *ALIGNMENT_FAMILIES,
        ),
    )


def catalogue_table(lang: str = "nl") -> pd.DataFrame:
    """Return the catalogue as a table: a row a measure, with its name and sentence in ``lang``.

    Examples
    --------
    >>> catalogue_table("nl").loc["density", "sentence"][:40]
    'Welk deel van de bekende paren rond de c'
    """
    functions = dict.fromkeys(FAMILIES, "measure") | {one: one.compute.__name__ for one in OWN_TABLES}
    return _described(functions, lang)


def region_catalogue_table(lang: str = "nl") -> pd.DataFrame:
    """Return the catalogue of regions as a table, like :func:`catalogue_table`.

    Examples
    --------
    >>> region_catalogue_table("nl").loc["region_density", "function"]
    'measure_region'
    """
    functions: dict[Family[Callable[..., Any]], str] = {
        **dict.fromkeys(REGION_FAMILIES, "measure_region"),
        **dict.fromkeys(SERVICE_FAMILIES, "measure_services"),
        **{one: one.compute.__name__ for one in (*REGION_TABLES, *SERVICE_TABLES, *TWO_MODE_TABLES)},
        **dict.fromkeys(PARTNERSHIP_FAMILIES, "measure_partnership"),
        **dict.fromkeys(ALIGNMENT_FAMILIES, "measure_alignment"),
    }
    return _described(functions, lang)


def _described(functions: Mapping[Family[Callable[..., Any]], str], lang: str) -> pd.DataFrame:
    """Describe the measures of families, with the function that gives them."""
    rows = [
        {
            "measure": one.name,
            "family": family.name,
            "level": " x ".join(family.level.keys),
            "function": function,
            "name": text(f"measures.{one.name}.name", lang),
            "sentence": text(f"measures.{one.name}.sentence", lang),
            "unit": one.unit.value,
            "low": one.low,
            "high": one.high,
            "reading": one.reading.value,
            "count": one.count,
            "missing_when": ", ".join(condition.reason for condition in one.requires),
            "source": said_source(one, lang),
        }
        for family, function in functions.items()
        for one in family.measures
    ]
    return pd.DataFrame(rows).set_index("measure")

"""What nobody filled in about a region, and who did not answer about a layer: each is a question for somebody."""

import pandas as pd

from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.region_arrays import NO_RESPONSE, UNKNOWN

ASKABLE = {
    "autonomous": ("organisations", "autonomous"),
    "sector": ("organisations", "sector"),
    "coordination": ("organisations", "coordination_capacity"),
    "service_area": ("services", "areas"),
    "service_domain": ("services", "domains"),
    "capacity": ("services", "capacity"),
    "waiting": ("services", "waiting_days"),
    "population": ("areas", "population"),
}
"""Name of what may be blank to its table and column."""


def blanks(region: Region) -> pd.DataFrame:
    """Count the blank cells of what somebody could fill in.

    Parameters
    ----------
    region
        The region.

    Returns
    -------
    counts
        A row a subject (:data:`ASKABLE`): the number of ``blank`` cells ``of`` so many rows.

    Examples
    --------
    >>> region = Region.build({"organisations": pd.DataFrame({"organisation": ["A", "B"], "sector": ["ggz", None]})})
    >>> blanks(region).loc["sector"].to_dict()
    {'blank': 1, 'of': 2}
    """
    cells = {name: region.tables[table][column].isna() for name, (table, column) in ASKABLE.items()}
    return _counts({name: (int(empty.sum()), len(empty)) for name, empty in cells.items()})


def unanswered(network: RegionNetwork) -> pd.DataFrame:
    """Count what was asked about a layer and not answered.

    Parameters
    ----------
    network
        One layer of a region.

    Returns
    -------
    counts
        ``organisations`` that were asked and gave no answer at all, of all; listed pairs with the ``answer`` unknown
        and listed pairs without any ``response``, of those listed: the number ``blank`` ``of`` so many.
    """
    answer = network.listed.answer
    return _counts(
        {
            "organisations": (int(network.without_answer.sum()), len(network.region)),
            "answer": (int((answer == UNKNOWN).sum()), len(answer)),
            "response": (int((answer == NO_RESPONSE).sum()), len(answer)),
        }
    )


def _counts(found: dict[str, tuple[int, int]]) -> pd.DataFrame:
    return pd.DataFrame.from_dict(found, orient="index", columns=["blank", "of"])

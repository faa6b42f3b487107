"""How used the organisations around a client are to working with each other: care density."""

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.care_density import Around, care_density
from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit
from netwerkanalyse.metrics.region.alignment.network import Alignment
from netwerkanalyse.metrics.region.tables import framed, ratio


def measure_care_density(alignment: Alignment) -> pd.DataFrame:
    """Measure how many clients the organisations around each client share.

    With n organisations around a client and W the clients that two of them share (this client included),
    ``care_density`` = sum W over their pairs / (n (n - 1) / 2). It is about one client: for the conversation with that
    client, never for publication by person.

    Parameters
    ----------
    alignment
        A region and a caseload.

    Returns
    -------
    frame
        A row a client.
    """
    memberships, shared = alignment.memberships, alignment.shared
    around = np.diff(memberships.of_client)
    pairs = around * (around - 1) // 2
    row = np.concatenate([[0], np.cumsum(np.bincount(shared.first, minlength=len(alignment.region)))])
    total = np.zeros(len(around))
    care_density.over_clients(
        memberships.of_client,
        Around(memberships.of_client, memberships.organisation, row, shared.second, shared.clients),
        total,
    )
    return framed(
        {
            "care_organisations": around,
            "care_organisation_pairs": pairs,
            "care_density": ratio(total, pairs),
        },
        alignment.caseload.client_index,
        MEASURES,
    )


MEASURES = (
    Measure("care_organisations", Unit.COUNT, source="R CareDensity care_density"),
    Measure("care_organisation_pairs", Unit.COUNT, source="R CareDensity care_density"),
    Measure(
        "care_density",
        Unit.AMOUNT,
        count="care_organisation_pairs",
        requires=(Requires("care_organisations", "fewer_than_two_organisations_around", low=2),),
        source="Pollack 2013, as in R CareDensity",
    ),
)

FAMILY = Family("care_density", Level.CLIENT, measure_care_density, MEASURES)

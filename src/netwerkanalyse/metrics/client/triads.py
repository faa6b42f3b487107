"""Whether client, key naasten and key professionals form closed triads.

Everybody has a tie with the client, so that over all people a closed triad is the same as a contact between a naaste
and a professional (bridging). So triads are counted over those who matter most: naasten whom the client chose, and the
professionals who keep the overview.
"""

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import Ints
from netwerkanalyse.kernels.triads import Present, met_together
from netwerkanalyse.metrics.client.bridging import known, measure_sides, side_measures
from netwerkanalyse.metrics.columns import Columns
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays


def measure_triads(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure the contact between naasten whom the client chose and professionals who keep the overview.

    The measures are those of bridging, over the informal people who are nominated (I*) and the formal people whose
    role is lead clinician, case manager or resource coordinator (F*):

    - ``triad_density`` = closed pairs / the pairs of I* and F* that were asked about and not refused;
    - ``triad_formal_linked_share``: the share of F* with a contact with somebody of I*; and the other way round;
    - ``triad_met``: closed pairs who also sat together at a meeting in the ``recent_meeting_days`` up to the reference
      date; ``triad_met_share`` their share of the pairs asked about.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``recent_meeting_days``.

    Returns
    -------
    frame
        A row a client; NaN where undefined.
    """
    side, columns = network.by_kind.key, Columns(MEASURES, len(network.caseload))
    asked = measure_sides(network, side, columns, "triad").pairs_asked
    present, held = recent_attendance(network, cutoffs.recent_meeting_days), meetings_held(network)
    met = np.zeros(len(network.caseload))
    people, listed = network.people.start, network.listed
    met_together.over_clients(people + listed.start, listed, people, side, present, met)
    columns["meetings_held"][:] = held
    np.copyto(columns["triad_met"], met, where=held > 0)
    np.divide(met, asked, out=columns["triad_met_share"], where=(held > 0) & (asked > 0))
    return columns.frame(network.clients)


def recent_attendance(network: Network, days: float) -> Present:
    """Give who was present at the meetings in so many days up to the reference date; none without that date."""
    attendance = network.attendance
    clients = len(network.caseload)
    client = np.repeat(np.arange(clients), np.diff(attendance.start))
    held = network.caseload.tables["meetings"]["date"].to_numpy()[attendance.meeting]
    ago = (arrays.reference_dates(network.caseload)[client] - held) / np.timedelta64(1, "D")
    recent = ago <= days
    start = arrays.offsets(client[recent], clients)
    return Present(start, attendance.meeting[recent], attendance.person[recent])


def meetings_held(network: Network) -> Ints:
    """Count the meetings noted up to the reference date; none of a client without one."""
    caseload = network.caseload
    client = caseload.keys.client["meetings"]
    held = caseload.tables["meetings"]["date"].to_numpy() <= arrays.reference_dates(caseload)[client]
    return np.bincount(client[held], minlength=len(caseload))


KNOWN = known(
    "triad",
    Requires("triad_informal", "no_nominated_informal", low=1),
    Requires("triad_formal", "no_formal_with_overview", low=1),
)
MEETING_HELD = Requires("meetings_held", "no_dated_meeting", low=1)
QUARTERLY = "own definition; meetings every three months as in Tjaden et al. 2021"

MEASURES = (
    *side_measures("triad", KNOWN, "own definition: triads over chosen people"),
    Measure("meetings_held", Unit.COUNT, source="own definition"),
    Measure(
        "triad_met",
        Unit.COUNT,
        reading=Reading.STRENGTH,
        count="triad_pairs_asked",
        requires=(MEETING_HELD,),
        source=QUARTERLY,
    ),
    Measure(
        "triad_met_share",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="triad_pairs_asked",
        requires=(*KNOWN, MEETING_HELD),
        source=QUARTERLY,
    ),
)

FAMILY = Family("triads", Level.CLIENT, measure_triads, MEASURES)

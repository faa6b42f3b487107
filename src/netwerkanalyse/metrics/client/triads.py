"""Whether client, key naasten and key professionals form closed triads.

Everybody has a tie with the client, so that over all people a closed triad is the same as a contact between a naaste
and a professional (bridging). So triads are counted over those who matter most: naasten whom the client chose, and the
professionals who keep the overview.
"""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import FORMAL, INFORMAL, Codes, Ints
from netwerkanalyse.kernels.triads import Present, met_together
from netwerkanalyse.metrics.client.bridging import known, side_measures, sides_of
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, table
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.vocabulary import ROLE

OVERVIEW = frozenset({"lead_clinician", "case_manager", "resource_coordinator"})
"""Groups of roles of the professionals who keep the overview."""


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
    side = key_people(network)
    found = {f"triad_{name}": values for name, values in sides_of(network, side)._asdict().items()}
    present, asked = recent_attendance(network, cutoffs.recent_meeting_days), found["triad_pairs_asked"]
    people, listed = network.people.start, network.listed
    met = np.zeros(len(network.caseload))
    met_together.over_clients(people + listed.start, listed, people, side, present, met)
    held = meetings_held(network)
    counted = (held > 0) & (asked > 0)
    found["meetings_held"] = held.astype(float)
    found["triad_met"] = np.where(held > 0, met, np.nan)
    found["triad_met_share"] = np.divide(met, asked, out=np.full(len(met), np.nan), where=counted)
    return table(SimpleNamespace(**found), network.clients, MEASURES)


def key_people(network: Network) -> Codes:
    """Tell who are on either side of the triads: chosen naasten, and professionals who keep the overview; -1 others."""
    kind = network.of_people("kind")
    members = network.caseload.tables["members"]
    chosen = arrays.is_yes(members["nominated"])[network.people.row]
    overview = np.array([*(ROLE.group(role) in OVERVIEW for role in ROLE.names), False, False])
    side = np.full(len(kind), -1, dtype=np.int16)
    side[(kind == INFORMAL) & chosen] = INFORMAL
    side[(kind == FORMAL) & overview[network.roles]] = FORMAL
    return side


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
    *side_measures("triad", KNOWN),
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

"""Who sat together at a meeting of the resource group, as arrays."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload


class Attendance(NamedTuple):
    """Who was at which meeting, client by client and meeting by meeting.

    ``meeting`` is the position in the meetings table, ``person`` the number within the client.
    """

    start: arrays.Ints
    meeting: arrays.Ints
    person: npt.NDArray[np.int32]


def attendance(caseload: Caseload, network: arrays.People) -> Attendance:
    """Give who was present at the meetings up to the reference date.

    Left out: who is not in the network now, and rows that do not say that somebody was present.

    Parameters
    ----------
    caseload
        Any number of clients.
    network
        Its people.

    Returns
    -------
    attendance
        A row for every person at every meeting.
    """
    frame = caseload.tables["attendance"]
    client = caseload.keys.client["attendance"]
    meeting = caseload.keys.refers["attendance", "meeting"]
    person = np.append(network.position, -1)[caseload.keys.refers["attendance", "member"]]
    held = caseload.tables["meetings"]["date"].to_numpy()[meeting] if len(frame) else np.empty(0, "datetime64[us]")
    past = ~(held > arrays.reference_dates(caseload)[client])
    row = np.flatnonzero(arrays.is_yes(frame["present"]) & past & (person >= 0))
    row = row[np.lexsort((meeting[row], client[row]))]
    return Attendance(arrays.offsets(client[row], len(caseload)), meeting[row], person[row].astype(np.int32))

"""What the client agreed to share with whom, about which life domain and what for."""

import numpy as np

from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.codes import Vocabulary
from netwerkanalyse.model.vocabulary import DOMAIN


def consents(network: Network, member: arrays.Ints, domain: arrays.Ints, purposes: Vocabulary) -> arrays.Ints:
    """Tell whether something about a life domain may be shared with somebody, at the reference date.

    A consent holds up to and including its last day. Without a life domain it is about all of them, without a purpose
    for every purpose. A purpose in other words than ``purposes`` may be meant or not. Of a client without any consent
    nobody asked; of a client with some, what is not among them is not agreed to.

    Parameters
    ----------
    network
        Any number of clients.
    member, domain
        Rows of the members table and positions of life domains, pair by pair.
    purposes
        The purposes that are asked about.

    Returns
    -------
    states
        Yes, no or unknown, as in :class:`netwerkanalyse.model.arrays.Pairs`.
    """
    caseload = network.caseload
    frame, client = caseload.tables["consents"], caseload.keys.client["consents"]
    purpose = frame["purpose"].astype(object)
    meant = purpose.isna() | purpose.map(purposes.read, na_action="ignore").notna()
    holds = ~(frame["until"].to_numpy() < arrays.reference_dates(caseload)[client])
    given = _numbered(caseload.keys.refers["consents", "member"], arrays.codes_of(frame["domain"]))
    wanted = _numbered(member, domain), _numbered(member, np.full(len(member), -1))
    sure, perhaps = (
        np.isin(wanted[0], rows) | np.isin(wanted[1], rows)
        for rows in (given[holds & meant.to_numpy()], given[holds & ~meant.to_numpy()])
    )
    asked = np.isin(caseload.keys.client["members"][member], client)
    return np.select([sure, perhaps | ~asked], [arrays.YES, arrays.UNKNOWN], arrays.NO)


def _numbered(member: arrays.Ints, domain: arrays.Ints | arrays.Codes) -> arrays.Ints:
    """Number pairs of a person and a life domain, -1 being all of them."""
    return member.astype(np.int64) * (len(DOMAIN.names) + 1) + domain + 1

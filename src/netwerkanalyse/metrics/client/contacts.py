"""With how many people the dated contacts were, and in what order: per life domain, or per group of roles.

All indices measure concentration. In network care spreading over the right people is meant, so a low value is not bad
by itself, and they are never computed over the whole network.
"""

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.contacts import Concentration, Sequences, concentration
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Requires, Unit, empty_results, table
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.vocabulary import DOMAIN, ROLE


def measure_contacts(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure how concentrated contacts are, one row a life domain of a client.

    With ``n_i`` of ``N`` contacts with person ``i``, out of ``M`` people:

    - ``coc`` = (sum n_i^2 - N) / (N (N - 1)), the chance that two contacts were with the same person;
    - ``upc`` = max n_i / N, ``hi`` = sum (n_i / N)^2;
    - ``secon``, the share of contacts that were with the same person as the one before;
    - ``mmci`` = (1 - M / (N + 0.1)) / (1 - 1 / (N + 0.1)).

    Contacts up to the reference date count, also with people who have left. Contacts without a life domain stand in
    no row; :func:`count_contacts` counts them.

    Parameters
    ----------
    network
        Any number of clients.
    _cutoffs
        Not used: contacts have no cut-offs.

    Returns
    -------
    frame
        A row a life domain of a client; NaN where undefined.
    """
    contacts = _contacts(network)
    domain = arrays.codes_of(network.caseload.tables["contacts"]["domain"])[contacts].astype(np.int64)
    cell = network.caseload.keys.client["contacts"][contacts] * len(DOMAIN.names) + domain
    known = domain >= 0
    return _concentration(network, contacts[known], cell[known], network.client_domains)


def contacts_by_role(network: Network) -> pd.DataFrame:
    """Measure how concentrated contacts are, one row a group of roles of a client.

    Roles of one group (a casemanager and a casusregisseur) count together. Somebody without a role is left out.

    Parameters
    ----------
    network
        Any number of clients.

    Returns
    -------
    frame
        A row a client and group of roles with contacts; the columns of :func:`measure_contacts`.
    """
    caseload = network.caseload
    contacts = _contacts(network)
    role = caseload.tables["members"]["role"]
    group, groups = pd.factorize(role.map({name: ROLE.group(name) for name in ROLE.names}).fillna(role))
    group = group[caseload.keys.refers["contacts", "member"][contacts]]
    known = group >= 0
    pair = caseload.keys.client["contacts"][contacts][known] * max(len(groups), 1) + group[known]
    pairs, cell = np.unique(pair, return_inverse=True)
    client, of = np.divmod(pairs, max(len(groups), 1))
    index = pd.MultiIndex.from_arrays([network.clients.take(client), groups.take(of)], names=["client", "role_group"])
    return _concentration(network, contacts[known], cell, index)


def count_contacts(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Count the dated contacts, one row a client.

    Parameters
    ----------
    network
        Any number of clients.
    _cutoffs
        Not used: contacts have no cut-offs.

    Returns
    -------
    frame
        A row a client: contacts, and how many of them name no life domain.
    """
    contacts = _contacts(network)
    client = network.caseload.keys.client["contacts"][contacts]
    without = network.caseload.tables["contacts"]["domain"].isna().to_numpy()[contacts]
    columns = {
        "dated_contacts": np.bincount(client, minlength=len(network.caseload)),
        "contacts_without_domain": np.bincount(client[without], minlength=len(network.caseload)),
    }
    return pd.DataFrame(columns, index=network.clients)


def _contacts(network: Network) -> np.ndarray:
    """Give the rows of the contacts up to the reference date, client by client, in the order of their dates."""
    date = network.caseload.tables["contacts"]["date"].to_numpy()
    client = network.caseload.keys.client["contacts"]
    past = np.flatnonzero(~(date > arrays.reference_dates(network.caseload)[client]))
    return past[np.lexsort((past, date[past], client[past]))]


def _concentration(network: Network, contacts: np.ndarray, cell: np.ndarray, index: pd.MultiIndex) -> pd.DataFrame:
    """Measure the contacts of each cell; ``contacts`` are in the order of their dates within a client."""
    members = arrays.offsets(network.caseload.keys.client["members"], len(network.caseload))
    client = network.caseload.keys.client["contacts"][contacts]
    provider = network.caseload.keys.refers["contacts", "member"][contacts] - members[client]
    order = np.argsort(cell, kind="stable")
    start = arrays.offsets(cell[order], len(index))
    out = empty_results(Concentration, len(index))
    concentration.over_clients(start, Sequences(start, provider[order], int(provider.max(initial=-1)) + 1), out)
    return table(out, index, MEASURES)


CONTACT = Requires("contacts", "no_contacts", low=1)
TWO_CONTACTS = Requires("contacts", "fewer_than_two_contacts", low=2)
SOURCE = "indices of continuity of care as in BMC Health Services Research 2022"

MEASURES = (
    Measure("contacts", Unit.COUNT, source="own definition: dated contacts up to the reference date"),
    Measure("providers", Unit.COUNT, count="contacts", source=SOURCE),
    Measure("coc", Unit.SHARE, high=1, count="contacts", requires=(TWO_CONTACTS,), source=SOURCE),
    Measure("upc", Unit.SHARE, high=1, count="contacts", requires=(CONTACT,), source=SOURCE),
    Measure("hi", Unit.SHARE, high=1, count="contacts", requires=(CONTACT,), source=SOURCE),
    Measure("secon", Unit.SHARE, high=1, count="contacts", requires=(TWO_CONTACTS,), source=SOURCE),
    Measure("mmci", Unit.SHARE, high=1, count="contacts", requires=(CONTACT,), source=SOURCE),
)

COUNTS = (
    Measure("dated_contacts", Unit.COUNT, source="own definition: dated contacts up to the reference date"),
    Measure("contacts_without_domain", Unit.COUNT, count="dated_contacts", source="own definition"),
)

FAMILY = Family("contacts", Level.DOMAIN, measure_contacts, MEASURES)
CLIENT_FAMILY = Family("contacts", Level.CLIENT, count_contacts, COUNTS)
ROLE_FAMILY = Family("contacts", Level.ROLE, contacts_by_role, MEASURES)

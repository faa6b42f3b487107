"""Ways back and ways up: who could open the door again after scaling down, and whether crisis support is near."""

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import FORMAL
from netwerkanalyse.metrics.client.acquaintance import tie_states
from netwerkanalyse.metrics.client.withdrawal import withdrawal_of
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, as_unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.vocabulary import KIND, Code, Label, Vocabulary

CRISIS = "crisis_service"
"""The role that a way up leads to."""

BECAUSE = Vocabulary(
    "because",
    (
        Code("ended", Label("steun gestopt", "support ended")),
        Code("spared", Label("zou gemist kunnen worden", "could be spared")),
    ),
)
"""Why somebody has a way back to look for."""


def return_routes(network: Network, cutoffs: Cutoffs | None = None) -> pd.DataFrame:
    """Find, for formal support that stopped or could be spared, who could open the door again.

    That is a professional who stays in the network and has a tie to this person, or works for the same organisation.

    Parameters
    ----------
    network
        Any number of clients; ties are those of its layer.
    cutoffs
        Other cut-offs than the defaults.

    Returns
    -------
    frame
        A row a client and professional: ``because`` (``ended``: all their support ended; ``spared``: in the largest
        safe withdrawal), ``way_back`` (missing when an unknown tie or organisation could make the difference), and
        ``contact``, the first on the list who could, missing when there is none.
    """
    caseload = network.caseload
    spared = network.people.row[~np.isnan(withdrawal_of(network, cutoffs or Cutoffs()).withdrawn)]
    ended = _ended(network)
    row = np.concatenate([ended, spared])
    order = np.argsort(row, kind="stable")
    row, because = row[order], np.repeat(["ended", "spared"], [len(ended), len(spared)])[order]
    stays = np.setdiff1d(network.people.row[network.of_people("kind") == FORMAL], spared)
    at, contact = _beside(caseload.keys.client["members"][row], caseload.keys.client["members"][stays])
    one, other = row[at], stays[contact]
    tied = tie_states(network, one, other)
    organisation = pd.factorize(caseload.tables["members"]["organisation"])[0]
    same = (organisation[one] == organisation[other]) & (organisation[one] >= 0)
    opens = (one != other) & (same | (tied == arrays.YES))
    unsure = (one != other) & ((tied == arrays.UNKNOWN) | (organisation[one] < 0) | (organisation[other] < 0))
    found = np.flatnonzero(opens)
    first = np.full(len(row), -1)
    first[at[found[::-1]]] = other[found[::-1]]  # who is listed first is written last
    doubt = np.bincount(at[unsure], minlength=len(row)) > 0
    name = caseload.tables["members"]["member"]
    columns = {
        "because": pd.Categorical(because, list(BECAUSE.names)),
        "way_back": pd.arrays.BooleanArray(first >= 0, (first < 0) & doubt),
        "contact": name.take(np.maximum(first, 0)).mask(first < 0).array,
    }
    client = network.clients.take(caseload.keys.client["members"][row])
    return pd.DataFrame(columns, pd.MultiIndex.from_arrays([client, name.take(row)], names=["client", "member"]))


def measure_routes(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Tell whether crisis support is at most two steps away, one row a client.

    One step: somebody with the role of crisis service is in the network. Two steps: somebody with that role is listed
    but not in contact now, and has a tie to somebody in the network. A service with which the client does not want
    contact is no way up.

    Parameters
    ----------
    network
        Any number of clients; ties are those of its layer.
    _cutoffs
        Not used: the number of steps is fixed.

    Returns
    -------
    frame
        A row a client; missing when nobody knows whether there is such a way.
    """
    members, client = network.caseload.tables["members"], network.caseload.keys.client["members"]
    clients = len(network.caseload)
    wanted = ~arrays.is_yes(members["unwanted"]) & ~_gone(network)
    service = np.flatnonzero((members["role"] == CRISIS).to_numpy(dtype=bool) & wanted)
    at, beside = _beside(client[service], client[network.people.row])
    tied = tie_states(network, service[at], network.people.row[beside])
    near = np.isin(service, network.people.row)
    steps = np.full(clients, 3)
    np.minimum.at(steps, client[service[at[tied == arrays.YES]]], 2)
    np.minimum.at(steps, client[service[near]], 1)
    informal = members["kind"].cat.codes.to_numpy() == KIND.position["informal"]
    nameless = network.people.row[(members["role"].isna().to_numpy() & ~informal)[network.people.row]]
    unknown = np.bincount(client[nameless], minlength=clients) + np.bincount(
        client[service[at[tied == arrays.UNKNOWN]]], minlength=clients
    )
    columns = {
        "crisis_unknowns": unknown,
        "crisis_route": np.where(steps < 3, 1.0, np.where(unknown > 0, np.nan, 0.0)),
    }
    return pd.DataFrame({one.name: as_unit(columns[one.name], one) for one in MEASURES}, index=network.clients)


def _ended(network: Network) -> arrays.Ints:
    """List the professionals whose support ended and who support no more: rows of the members table."""
    supports, keys = network.caseload.tables["supports"], network.caseload.keys
    member, client = keys.refers["supports", "member"], keys.client["supports"]
    past = supports["end"].to_numpy() <= arrays.reference_dates(network.caseload)[client]
    over = (supports["status"] == "ended").to_numpy() | (past & (supports["status"] == "happening").to_numpy())
    formal = (network.caseload.tables["members"]["kind"] == "formal").to_numpy()
    return np.setdiff1d(member[over & formal[member]], member[network.supports.row])


def _gone(network: Network) -> arrays.Flags:
    """Tell who has left, or has not come yet, at the reference date."""
    members, client = network.caseload.tables["members"], network.caseload.keys.client["members"]
    return ~arrays.holds(members, arrays.reference_dates(network.caseload), client)


def _beside(one: arrays.Ints, other: arrays.Ints) -> tuple[arrays.Ints, arrays.Ints]:
    """Put every entry of ``one`` beside the entries of ``other`` of the same client; both are sorted by client."""
    low, high = np.searchsorted(other, one), np.searchsorted(other, one, side="right")
    at = np.repeat(np.arange(len(one)), high - low)
    place = np.arange(len(at)) - np.repeat(np.cumsum(high - low) - (high - low), high - low)
    return at, low[at] + place


OURS = "own definition: scaling up"
WAY_BACK = "own definition: return route"

MEASURES = (
    Measure("crisis_unknowns", Unit.COUNT, reading=Reading.ATTENTION, source=OURS),
    Measure(
        "crisis_route",
        Unit.YES_NO,
        high=1,
        reading=Reading.STRENGTH,
        count="crisis_unknowns",
        requires=(Requires("crisis_unknowns", "way_to_crisis_support_unknown", high=0),),
        source=OURS,
    ),
)

RETURN_MEASURES = (
    Measure("because", Unit.CODE, source=WAY_BACK, codes=BECAUSE),
    Measure(
        "way_back",
        Unit.YES_NO,
        high=1,
        reading=Reading.STRENGTH,
        requires=(Requires("way_back", "way_back_unknown"),),
        source=WAY_BACK,
    ),
    Measure("contact", Unit.LABEL, requires=(Requires("way_back", "no_way_back", equals=True),), source=WAY_BACK),
)

RETURN_FAMILY = Family("return_routes", Level.MEMBER, return_routes, RETURN_MEASURES)
FAMILY = Family("routes", Level.CLIENT, measure_routes, MEASURES)

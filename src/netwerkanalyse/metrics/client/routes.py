"""Ways back and ways up: who could open the door again after scaling down, and whether crisis support is near."""

from types import SimpleNamespace
from typing import NamedTuple

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import FORMAL
from netwerkanalyse.metrics.client.acquaintance import tie_states
from netwerkanalyse.metrics.client.consent import consents
from netwerkanalyse.metrics.client.withdrawal import withdrawal_of
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.kept import kept
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, table
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.codes import Code, Label, Vocabulary
from netwerkanalyse.model.vocabulary import DOMAIN, KIND, ROLE

CRISIS = "crisis_service"
"""The role that a way up leads to."""

PURPOSE = Vocabulary(
    "purpose",
    (
        Code("crisis", Label("crisis", "crisis")),
        Code("crisis_plan", Label("crisisplan", "crisis plan")),
        Code("scaling_up", Label("opschalen", "scaling up")),
    ),
)
"""The purposes of a consent that are surely about a way up."""

PERHAPS = 0.5
"""Between no (0) and yes (1), so that the surest of several ways is the largest, and the weakest step the smallest."""

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

    That is a professional who stays in the network and has a tie to this person, or works for the same organisation;
    not somebody with whom the client does not want contact, or whose contact is not safe.

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
    formal = network.people.row[network.of_people("kind") == FORMAL]
    stays = np.setdiff1d(formal[_may_be_met(network)[formal]], spared)
    at, contact = _beside(caseload.keys.client["members"][row], caseload.keys.client["members"][stays])
    one, other = row[at], stays[contact]
    tied = tie_states(network, one, other)
    organisation, _ = caseload.words("members", "organisation")
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


def measure_domain_routes(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Tell whether crisis support is at most two steps away, one row a life domain of a client.

    One step: somebody with the role of crisis service is in the network. Two steps: somebody who supports in this
    domain has a tie to somebody with that role, who is in the network or only listed. Nobody is on a way with whom the
    client does not want contact, or whose contact is not safe.

    - ``crisis_contact``: there is such a way, whatever was agreed on sharing;
    - ``crisis_route``: and the client agreed that the crisis service is told about this domain, for every purpose or
      for crisis (see :func:`netwerkanalyse.metrics.client.consent.consents`).

    Parameters
    ----------
    network
        Any number of clients; ties are those of its layer.
    cutoffs
        Not used: the number of steps is fixed.

    Returns
    -------
    frame
        A row a life domain of a client; missing without a need, and when a role, a tie or a consent that is not known
        could make the difference.
    """
    need, ways = network.needs.need, _ways_up(network, cutoffs)
    found = {name: np.where(need > 0, values, np.nan) for name, values in ways._asdict().items()}
    return table(SimpleNamespace(route_need=need, **found), network.client_domains, DOMAIN_MEASURES)


def measure_routes(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Tell whether there is a way to crisis support from every life domain with a need, one row a client.

    ``crisis_domains`` of the ``domains_to_scale_up`` have a ``crisis_route`` for sure, ``crisis_domains_unknown`` of
    them perhaps; ``crisis_route`` holds when all have.

    Parameters
    ----------
    network
        Any number of clients; ties are those of its layer.
    cutoffs
        Not used: the number of steps is fixed.

    Returns
    -------
    frame
        A row a client; missing without a known need, and when nobody knows.
    """
    needed, route = network.needs.need > 0, _ways_up(network, cutoffs).crisis_route
    domains, sure, unknown = (np.sum(needed & of, axis=1) for of in (needed, route == 1, np.isnan(route)))
    every = np.select([domains == 0, sure == domains, sure + unknown < domains], [np.nan, 1, 0], np.nan)
    found = SimpleNamespace(
        domains_to_scale_up=domains, crisis_domains=sure, crisis_domains_unknown=unknown, crisis_route=every
    )
    return table(found, network.clients, MEASURES)


class WaysUp(NamedTuple):
    """Whether there is a way to crisis support, clients by life domains: 1, 0, or NaN when nobody knows."""

    crisis_contact: arrays.Floats
    crisis_route: arrays.Floats


@kept
def _ways_up(network: Network, _cutoffs: Cutoffs) -> WaysUp:
    """Find the ways from every life domain, and which of them the client agreed to."""
    client = network.caseload.keys.client["members"]
    near, beside = _one_step(network), _two_steps(network)
    there, domain = np.append(near[0], beside[0]), np.append(near[1], beside[1])
    contact = np.append(near[2], beside[2])
    agreed = np.minimum(contact, _sureness(consents(network, there, domain, PURPOSE)))
    found = np.zeros((2, *network.needs.need.shape))
    for of, surest in zip((contact, agreed), found, strict=True):
        np.maximum.at(surest, (client[there], domain), of)
    return WaysUp(*np.where(found == PERHAPS, np.nan, found))


def _one_step(network: Network) -> tuple[arrays.Ints, arrays.Ints, arrays.Floats]:
    """List who in the network is, or may be, a crisis service: a row a life domain, and how sure it is."""
    people, keys = network.people.row, network.caseload.keys
    may = _may_be_met(network)[people]
    service = people[(network.roles == ROLE.position[CRISIS]) & may]
    informal = network.of_people("kind") == KIND.position["informal"]
    nameless = people[(network.roles == -1) & ~informal & may]
    # Where no consent is listed, all who may be a crisis service tell the same: one of them is enough.
    client = keys.client["members"][nameless]
    nameless = nameless[(np.diff(client, prepend=-1) > 0) | np.isin(client, keys.client["consents"])]
    near, domains = np.append(service, nameless), len(DOMAIN.names)
    sure = np.repeat([1.0, PERHAPS], [len(service) * domains, len(nameless) * domains])
    return np.repeat(near, domains), np.tile(np.arange(domains), len(near)), sure


def _two_steps(network: Network) -> tuple[arrays.Ints, arrays.Ints, arrays.Floats]:
    """List the crisis services beside who supports in a domain now, and how sure it is that they have a tie."""
    client, may, supports = network.caseload.keys.client["members"], _may_be_met(network), network.supports
    role, roles = network.caseload.words("members", "role")
    service = np.flatnonzero(np.append(roles == CRISIS, False)[role] & may & ~_gone(network))
    first = np.repeat(network.people.start[:-1], np.diff(supports.start))
    helper = network.people.row[first + supports.person]
    helps = np.flatnonzero(~supports.planned & may[helper])
    at, beside = _beside(client[service], client[helper[helps]])
    there, by = service[at], helper[helps[beside]]
    tied = np.where(there == by, arrays.NO, tie_states(network, there, by))
    return there, supports.domain[helps[beside]].astype(np.int64), _sureness(tied)


def _sureness(states: arrays.Ints) -> arrays.Floats:
    """Give 1 for yes, ``PERHAPS`` for unknown and 0 for no and for what the client does not want."""
    return np.select([states == arrays.YES, states == arrays.UNKNOWN], [1.0, PERHAPS], 0.0)


def _may_be_met(network: Network) -> arrays.Flags:
    """Tell with whom contact is safe, as far as known, and not refused by the client."""
    members = network.caseload.columns("members", "unwanted", "unsafe")
    return ~(arrays.is_yes(members["unwanted"]) | arrays.is_yes(members["unsafe"]))


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
    members, client = network.caseload.columns("members", "start", "end"), network.caseload.keys.client["members"]
    return ~arrays.holds(members, arrays.reference_dates(network.caseload), client)


def _beside(one: arrays.Ints, other: arrays.Ints) -> tuple[arrays.Ints, arrays.Ints]:
    """Put every entry of ``one`` beside the entries of ``other`` of the same client; both are sorted by client."""
    low, high = np.searchsorted(other, one), np.searchsorted(other, one, side="right")
    at = np.repeat(np.arange(len(one)), high - low)
    place = np.arange(len(at)) - np.repeat(np.cumsum(high - low) - (high - low), high - low)
    return at, low[at] + place


OURS = "own definition: scaling up"
WAY_BACK = "own definition: return route"


def _way(name: str, *requires: Requires) -> Measure:
    return Measure(name, Unit.YES_NO, 0, 1, Reading.STRENGTH, OURS, requires=requires)


NEEDED = (Requires("route_need", "need_unknown"), Requires("route_need", "no_need", low=1e-9))
CONTACT = (*NEEDED, Requires("crisis_contact", "way_to_crisis_support_unknown"))

DOMAIN_MEASURES = (
    Measure("route_need", Unit.AMOUNT, requires=NEEDED[:1], source=OURS),
    _way("crisis_contact", *CONTACT),
    _way("crisis_route", *CONTACT, Requires("crisis_route", "consent_unknown")),
)

MEASURES = (
    Measure("domains_to_scale_up", Unit.COUNT, high=13, source=OURS),
    Measure("crisis_domains", Unit.COUNT, 0, 13, Reading.STRENGTH, OURS, "domains_to_scale_up"),
    Measure("crisis_domains_unknown", Unit.COUNT, 0, 13, Reading.ATTENTION, OURS, "domains_to_scale_up"),
    Measure(
        "crisis_route",
        Unit.YES_NO,
        high=1,
        reading=Reading.STRENGTH,
        count="domains_to_scale_up",
        requires=(
            Requires("domains_to_scale_up", "no_known_need", low=1),
            Requires("crisis_route", "way_or_consent_unknown"),
        ),
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
DOMAIN_FAMILY = Family("routes", Level.DOMAIN, measure_domain_routes, DOMAIN_MEASURES)
FAMILY = Family("routes", Level.CLIENT, measure_routes, MEASURES)

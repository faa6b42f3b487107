"""Which roles nobody has, and which several people have."""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, table
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.vocabulary import KIND, ROLE

SLOTS = ("case_manager", "lead_clinician", "resource_coordinator", "general_practitioner")
"""The roles that are looked at; a role of the vocabulary fills the slot that is its group."""

AT_MOST_ONE = SLOTS[:3]
"""Roles that one person has, or nobody."""


def measure_roles(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Find roles that are empty (gap G9) and roles that several people have, one row a client.

    Among the people in the network now:

    - ``role_gap_general_practitioner``: nobody is the general practitioner;
    - ``role_gap_resource_coordinator``: the client has meetings of a resource group, and nobody coordinates it;
    - ``role_doublures``: of case manager (or care director), lead clinician and resource group coordinator, how many
      roles more than one person has.

    ``possible_role_holders`` are the people without a role who are not naasten: each could have any of these roles, one
    at most. A role that nobody has is a gap only when there are none of them, and missing otherwise.
    ``role_doublures_low`` takes it that they have other roles, ``role_doublures_high`` that they fill as many of these
    roles twice as they can; where the two differ ``role_doublures`` is missing.

    Parameters
    ----------
    network
        Any number of clients.
    _cutoffs
        Not used: roles have no cut-offs.

    Returns
    -------
    frame
        A row a client.

    Examples
    --------
    >>> import netwerkanalyse as na
    >>> frame = na.measure(na.datasets.load("voorbeeld"), ["roles"])
    >>> frame[["role_gap_general_practitioner", "case_managers", "role_doublures_high"]]
               role_gap_general_practitioner  case_managers  role_doublures_high
    client
    voorbeeld                          False              1                    0
    """
    clients = len(network.caseload)
    members = np.diff(network.people.start)
    client = np.repeat(np.arange(clients), members)
    without = np.bincount(client[network.roles == -1], minlength=clients)
    nameless = (network.roles == -1) & (network.of_people("kind") != KIND.position["informal"])
    possible = np.bincount(client[nameless], minlength=clients)
    filled = _filled(network.roles, client, clients)
    meetings = np.bincount(network.caseload.keys.client["meetings"], minlength=clients)
    empty = {slot: np.where(filled[slot] > 0, 0, np.where(possible > 0, np.nan, 1)) for slot in SLOTS}
    one_each = np.stack([filled[slot] for slot in AT_MOST_ONE])
    doublures, at_most = np.sum(one_each > 1, axis=0), _doublures_at_most(one_each, possible)
    found = SimpleNamespace(
        people_without_role=without,
        possible_role_holders=possible,
        resource_group_meetings=meetings,
        role_gap_general_practitioner=empty["general_practitioner"],
        role_gap_resource_coordinator=np.where(meetings > 0, empty["resource_coordinator"], np.nan),
        case_managers=filled["case_manager"],
        lead_clinicians=filled["lead_clinician"],
        resource_coordinators=filled["resource_coordinator"],
        role_doublures=np.where(doublures == at_most, doublures, np.nan),
        role_doublures_low=doublures,
        role_doublures_high=at_most,
    )
    return table(found, network.clients, MEASURES)


def _filled(roles: arrays.Codes, client: arrays.Ints, clients: int) -> dict[str, arrays.Ints]:
    """Count how many people fill each slot, per client."""
    # The last two places are for a role outside the vocabulary (-2) and a blank one (-1).
    slot = np.array([SLOTS.index(group) if group in SLOTS else -1 for group in map(ROLE.group, ROLE.names)] + [-1, -1])
    fills = slot[roles]
    some = fills >= 0
    counts = np.bincount(client[some] * len(SLOTS) + fills[some], minlength=clients * len(SLOTS))
    return dict(zip(SLOTS, counts.reshape(clients, len(SLOTS)).T, strict=True))


def _doublures_at_most(filled: arrays.Ints, possible: arrays.Ints) -> arrays.Ints:
    """Count the roles (rows) that two people can have when those without a role fill what lacks least first."""
    lacking = np.cumsum(np.sort(np.maximum(2 - filled, 0), axis=0), axis=0)
    return np.sum(lacking <= possible, axis=0)


OURS = "own definition"


def _gap(role: str, *requires: Requires) -> Measure:
    needed = (*requires, Requires(f"role_gap_{role}", "roles_unknown"))
    return Measure(f"role_gap_{role}", Unit.YES_NO, 0, 1, Reading.ATTENTION, OURS, "possible_role_holders", needed)


def _doublures(name: str, *requires: Requires) -> Measure:
    return Measure(name, Unit.COUNT, 0, len(AT_MOST_ONE), Reading.ATTENTION, OURS, "possible_role_holders", requires)


MEASURES = (
    Measure("people_without_role", Unit.COUNT, reading=Reading.ATTENTION, source="own definition: unknown is not zero"),
    Measure(
        "possible_role_holders",
        Unit.COUNT,
        reading=Reading.ATTENTION,
        count="people_without_role",
        source="own definition: unknown is not zero",
    ),
    Measure("resource_group_meetings", Unit.COUNT, source=OURS),
    _gap("general_practitioner"),
    _gap("resource_coordinator", Requires("resource_group_meetings", "no_meetings", low=1)),
    Measure("case_managers", Unit.COUNT, source=OURS),
    Measure("lead_clinicians", Unit.COUNT, source=OURS),
    Measure("resource_coordinators", Unit.COUNT, source=OURS),
    _doublures("role_doublures", Requires("role_doublures", "roles_unknown")),
    _doublures("role_doublures_low"),
    _doublures("role_doublures_high"),
)

FAMILY = Family("roles", Level.CLIENT, measure_roles, MEASURES)

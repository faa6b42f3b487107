"""What is noted about the resource group, held beside what is usual for one.

These are our own checks of what is noted, not a fidelity scale: there is no score and no total, and the client decides
who is in the group. Blank is not known, never a no.
"""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import INFORMAL, Supply
from netwerkanalyse.kernels.coordination import Wholes, wholes
from netwerkanalyse.metrics.client.group_checks import judge
from netwerkanalyse.metrics.client.group_measures import MEASURES
from netwerkanalyse.metrics.client.group_meetings import measure_meetings, says_client
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, table
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.metrics.pairs import contacts_of
from netwerkanalyse.model import arrays
from netwerkanalyse.model.arrays import Flags, Floats, Ints
from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.model.vocabulary import GOAL_STATUS, ROLE, SECTOR, TERM

COORDINATOR = ROLE.position["resource_coordinator"]
DROPPED = GOAL_STATUS.position["dropped"]
SHORT, LONG = TERM.position["short"], TERM.position["long"]


def measure_resource_group(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Check what is noted about the resource group, one row a client.

    In the group is who the client chose for it (``nominated``) or who is on the list of a meeting, also one still to
    come, as far as they are around the client now. Every check is yes, no, not applicable or unknown, with the
    numbers behind it:

    - ``group_chosen_by_client`` (RG1): everybody was chosen by the client;
    - ``group_with_naaste`` (RG2): at least one naaste; not applicable when the client was asked about every naaste
      around and chose none of them;
    - ``group_both_sides`` (RG3): somebody from the medical and somebody from the social side;
    - ``group_with_goals`` (RG4): two goals for the short and two for the long term that the client worded and did not
      let go;
    - ``group_rhythm`` (RG5): never more than ``recent_meeting_days`` + ``meeting_slack_days`` between two meetings, or
      between the last one and the reference date;
    - ``group_led_by_client`` (RG6): the client chaired every meeting, and there is one coordinator;
    - ``group_all_have_task`` (RG7): everybody has a role, or works on a goal;
    - ``group_has_name`` (RG8): the group has a name of its own;
    - ``group_attendance_noted`` (RG9): of every meeting it is known who was there;
    - ``group_stable`` (RG10): at every meeting at least ``stable_group`` of the people of that meeting and the one
      before it were at both;
    - ``group_goes_on`` (RG11): there was a meeting after the last professional left; not applicable while none left;
    - ``group_connected`` (RG12): without the client the group is one whole. Sitting at one table is no contact here, or
      this would say nothing.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``recent_meeting_days``, ``meeting_slack_days`` and ``stable_group``.

    Returns
    -------
    frame
        A row a client; everything is missing where no resource group is noted.
    """
    found = SimpleNamespace(
        **_people(network, _in_group(network)), **_goals(network), **measure_meetings(network)._asdict()
    )
    found.group_named = network.caseload.tables["clients"]["group_name"].notna().to_numpy().astype(float)
    found.group_recorded = found.group_people + found.group_meetings
    for name, status in judge(found, cutoffs).items():
        setattr(found, name, np.where(found.group_recorded > 0, status, np.nan))
    return table(found, network.clients, MEASURES)


def _in_group(network: Network) -> Flags:
    """Tell who of the people in the network is in the group."""
    nominated = network.caseload.columns("members", "nominated")["nominated"]
    listed = np.zeros(len(nominated), dtype=bool)
    listed[network.caseload.keys.refers["attendance", "member"]] = True
    chosen: Flags = (arrays.is_yes(nominated) | listed)[network.people.row]
    return chosen


def _people(network: Network, group: Flags) -> dict[str, Ints | Floats]:
    """Count the people in the group, by what the checks ask about them."""
    clients = len(network.caseload)
    client = np.repeat(np.arange(clients), np.diff(network.people.start))
    members = network.caseload.columns("members", "nominated", "unwanted").iloc[network.people.row]
    chosen = members["nominated"]
    kind, sector = network.of_people("kind"), network.of_people("sector")
    sides = np.array([*map(SECTOR.group, SECTOR.names), ""])
    naaste = kind == INFORMAL
    refused = arrays.is_no(chosen) | arrays.is_yes(members["unwanted"])
    told = {
        "group_people": group,
        "group_people_chosen": group & arrays.is_yes(chosen),
        "group_people_not_chosen": group & arrays.is_no(chosen),
        "group_naasten": group & naaste,
        "naasten_around": naaste,
        "naasten_not_wanted_in_group": naaste & refused,
        "group_kind_unknown": group & (kind == -1),
        "group_medical": group & (sides == "medical")[sector],
        "group_social": group & (sides == "social")[sector],
        "group_sector_unknown": group & (sector == -1) & ~naaste,
        "group_coordinators": group & (network.roles == COORDINATOR),
        "group_role_unknown": group & (network.roles == -1) & ~naaste,
        "group_people_with_task": group & ((network.roles != -1) | _works_on_goal(network)),
    }
    counted = {name: np.bincount(client[flag], minlength=clients) for name, flag in told.items()}
    low, high = _wholes(network, group, client)
    return {**counted, "group_components_low": low, "group_components_high": high}


def _works_on_goal(network: Network) -> Flags:
    """Tell who of the people in the network works on a goal of the client."""
    tables, keys = network.caseload.tables, network.caseload.keys
    goals, client = tables["goals"]["owners"], keys.client["members"]
    owners = pd.Series(goals.str.split(LIST_SEPARATOR).to_numpy(), index=keys.client["goals"], dtype=object).explode()
    named = pd.MultiIndex.from_arrays([owners.index, owners.str.strip() if len(owners) else owners])
    works, some = np.zeros(len(client), dtype=bool), np.flatnonzero(np.isin(client, keys.client["goals"]))
    names = tables["members"]["member"].iloc[some].astype(object)
    works[some] = pd.MultiIndex.from_arrays([client[some], names]).isin(named)
    return works[network.people.row]


def _goals(network: Network) -> dict[str, Ints]:
    """Count the goals of the client's own, and by how many they are short of what cannot be told from a blank cell."""
    goals, client = network.caseload.tables["goals"], network.caseload.keys.client["goals"]
    clients = len(network.caseload)
    kept = arrays.codes_of(goals["status"]) != DROPPED
    term, unsigned = arrays.codes_of(goals["term"]), goals["author"].isna().to_numpy()
    own = says_client(goals["author"], goals["client"])
    told = {
        "group_goals_short": kept & own & (term == SHORT),
        "group_goals_long": kept & own & (term == LONG),
        "group_goals_unclear": kept & (own | unsigned) & (unsigned | (term == -1)),
        "goals_maybe_short": kept & unsigned & (term == SHORT),
        "goals_maybe_long": kept & unsigned & (term == LONG),
        "goals_noted": np.ones(len(goals), dtype=bool),
    }
    return {name: np.bincount(client[flag], minlength=clients) for name, flag in told.items()}


def _wholes(network: Network, group: Flags, client: Ints) -> tuple[Floats, Floats]:
    """Count the groups in which the people fall apart without the client: what unknown contact allows, and at most."""
    size = np.bincount(client[group], minlength=len(network.caseload))
    start = np.concatenate([[0], np.cumsum(size)])
    person = (np.arange(len(client)) - network.people.start[client])[group].astype(np.int32)
    empty = np.zeros(len(person))
    number = empty.astype(np.int32)
    who = Supply(np.column_stack([start[:-1], start[1:]]), person, empty, empty, number, number)
    out = Wholes(*np.empty((2, len(size), 1), dtype=np.int16))
    contacts = contacts_of(network.people.start, network.coordination)
    wholes.over_clients(network.people.start, contacts, who, False, out)
    few = np.where(size == 1, 1.0, np.nan)
    low, high = (np.where(size > 1, groups[:, 0], few) for groups in out)
    return low, high


FAMILY = Family("resource_group", Level.CLIENT, measure_resource_group, MEASURES)

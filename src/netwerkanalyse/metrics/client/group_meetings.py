"""What was noted about the meetings of a resource group: when, who chaired, who was there."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import FORMAL, INFORMAL, PEER
from netwerkanalyse.metrics.client.continuity import day_numbers
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.arrays import Codes, Flags, Floats, Ints
from netwerkanalyse.model.codes import fold

CLIENT = fold("cliënt")
"""How a cell says that it was the client, in Dutch and in English."""


class Meetings(NamedTuple):
    """Per client what was noted about meetings up to the reference date; the field names are those of the measures."""

    group_meetings: Ints
    group_longest_interval: Floats
    group_meetings_chaired: Ints
    group_chair_unknown: Ints
    group_attendance_informal: Floats
    group_attendance_formal: Floats
    group_attendance_peer: Floats
    group_asked_informal: Ints
    group_asked_formal: Ints
    group_asked_peer: Ints
    group_attendance_unknown: Ints
    group_overlaps: Ints
    group_overlap_lowest: Floats
    group_professionals_gone: Ints
    group_meetings_after: Floats
    group_days_after: Floats


class Held(NamedTuple):
    """The meetings up to the reference date, client by client and day by day.

    ``row`` is the position in the meetings table, ``place`` the way back (-1 for what is still to come), ``day`` a
    number of days, and ``next`` tells whether the one before it is of the same client.
    """

    row: Ints
    place: Ints
    client: Ints
    day: Ints
    next: Flags


def says_client(words: pd.Series, clients: pd.Series) -> Flags:
    """Tell which cells that say who, mean the client: by that word, or by the pseudonym of the same row."""
    said = _folded(words)
    means: Flags = said == CLIENT
    other = np.flatnonzero(~means & (said != ""))
    means[other] = said[other] == _folded(clients.iloc[other])
    return means


def _folded(words: pd.Series) -> np.ndarray:
    """Reduce spellings to what matters, blank where nothing stands; every spelling once."""
    number, names = pd.factorize(words.astype(object))
    return np.array([*(fold(str(name)) for name in names), ""], dtype=object)[number]


def measure_meetings(network: Network) -> Meetings:
    """Count what was noted about meetings, one value a client."""
    clients = len(network.caseload)
    held = _held(network)
    chair = network.caseload.tables["meetings"]["chair"].iloc[held.row]
    chaired = says_client(chair, network.caseload.tables["meetings"]["client"].iloc[held.row])
    present, asked, unknown = _attendance(network, held)
    overlaps, lowest = _overlaps(network, held)
    gone, after, since = _after(network, held)
    shares = np.where(asked > 0, present / np.maximum(asked, 1), np.nan)
    return Meetings(
        group_meetings=np.bincount(held.client, minlength=clients),
        group_longest_interval=_longest(network, held),
        group_meetings_chaired=np.bincount(held.client[chaired], minlength=clients),
        group_chair_unknown=np.bincount(held.client[chair.isna().to_numpy()], minlength=clients),
        group_attendance_informal=shares[INFORMAL],
        group_attendance_formal=shares[FORMAL],
        group_attendance_peer=shares[PEER],
        group_asked_informal=asked[INFORMAL],
        group_asked_formal=asked[FORMAL],
        group_asked_peer=asked[PEER],
        group_attendance_unknown=unknown,
        group_overlaps=overlaps,
        group_overlap_lowest=lowest,
        group_professionals_gone=gone,
        group_meetings_after=after,
        group_days_after=since,
    )


def _held(network: Network) -> Held:
    frame, client = network.caseload.tables["meetings"], network.caseload.keys.client["meetings"]
    day = day_numbers(frame["date"], 0)
    row = np.flatnonzero(~(frame["date"].to_numpy() > arrays.reference_dates(network.caseload)[client]))
    row = row[np.lexsort((day[row], client[row]))]
    place = np.full(len(frame), -1, dtype=np.int64)
    place[row] = np.arange(len(row))
    of = client[row]
    return Held(row, place, of, day[row], np.append(False, of[1:] == of[:-1])[: len(row)])


def _longest(network: Network, held: Held) -> Floats:
    """Give the most days between two meetings, or between the last one and the reference date."""
    clients = len(network.caseload)
    today = day_numbers(arrays.reference_dates(network.caseload), -1)
    longest = np.full(clients, -1, dtype=np.int64)
    between = np.flatnonzero(held.next)
    np.maximum.at(longest, held.client[between], held.day[between] - held.day[between - 1])
    last = np.flatnonzero(~np.append(held.next[1:], False)[: len(held.row)])
    dated = last[today[held.client[last]] >= 0]
    np.maximum.at(longest, held.client[dated], today[held.client[dated]] - held.day[dated])
    return np.where(longest >= 0, longest, np.nan)


def _attendance(network: Network, held: Held) -> tuple[Ints, Ints, Ints]:
    """Count by kind (rows) who was there and of whom it is known, and the meetings of which it is not all known."""
    frame, clients = network.caseload.tables["attendance"], len(network.caseload)
    meeting = held.place[network.caseload.keys.refers["attendance", "meeting"]]
    kind: Codes = arrays.codes_of(network.caseload.tables["members"]["kind"])[
        network.caseload.keys.refers["attendance", "member"]
    ]
    known, there = frame["present"].notna().to_numpy() & (meeting >= 0), arrays.is_yes(frame["present"])
    of = network.caseload.keys.client["attendance"]
    asked = np.stack([np.bincount(of[known & (kind == one)], minlength=clients) for one in (INFORMAL, FORMAL, PEER)])
    present = np.stack(
        [np.bincount(of[known & there & (kind == one)], minlength=clients) for one in (INFORMAL, FORMAL, PEER)]
    )
    return present, asked, np.bincount(held.client[~_known(network, held)], minlength=clients)


def _known(network: Network, held: Held) -> Flags:
    """Tell of which meetings it is known who was there: somebody is listed, and no answer is blank."""
    meeting = held.place[network.caseload.keys.refers["attendance", "meeting"]]
    blank = network.caseload.tables["attendance"]["present"].isna().to_numpy()
    listed = np.bincount(meeting[meeting >= 0], minlength=len(held.row))
    open_ = np.bincount(meeting[(meeting >= 0) & blank], minlength=len(held.row))
    return (listed > 0) & (open_ == 0)


def _overlaps(network: Network, held: Held) -> tuple[Ints, Floats]:
    """Compare the people at every meeting with those at the one before it (Jaccard), where both are known."""
    clients, tables = len(network.caseload), network.caseload.tables
    meeting = held.place[network.caseload.keys.refers["attendance", "meeting"]]
    known = _known(network, held)
    there = np.flatnonzero(arrays.is_yes(tables["attendance"]["present"]) & (meeting >= 0))
    member = network.caseload.keys.refers["attendance", "member"][there]
    people = len(tables["members"]) + 1
    seen = np.unique(meeting[there] * people + member)
    both = np.isin(seen - people, seen) & held.next[seen // people]
    size = np.bincount(seen // people, minlength=len(held.row))
    shared = np.bincount(seen[both] // people, minlength=len(held.row))
    either = size + np.append(0, size[:-1])[: len(size)] - shared
    judged = held.next & known & np.append(False, known[:-1])[: len(known)] & (either > 0)
    lowest = np.full(clients, np.inf)
    np.minimum.at(lowest, held.client[judged], shared[judged] / either[judged])
    return np.bincount(held.client[judged], minlength=clients), np.where(np.isfinite(lowest), lowest, np.nan)


def _after(network: Network, held: Held) -> tuple[Ints, Floats, Floats]:
    """Count the professionals who left, and the meetings and the days since the last of them left."""
    clients = len(network.caseload)
    members, client = network.caseload.tables["members"], network.caseload.keys.client["members"]
    today = arrays.reference_dates(network.caseload)
    left = (members["end"].to_numpy() <= today[client]) & (arrays.codes_of(members["kind"]) == FORMAL)
    gone = np.bincount(client[left], minlength=clients)
    last = np.full(clients, np.iinfo(np.int64).min)
    np.maximum.at(last, client[left], day_numbers(members["end"], 0)[left])
    later = held.client[held.day >= last[held.client]]
    none = gone == 0
    since = np.where(none, np.nan, day_numbers(today, 0) - np.where(none, 0, last))
    return gone, np.where(none, np.nan, np.bincount(later, minlength=clients)), since

"""Who took over from whom in a life domain, and how warm that was."""

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.continuity import History, handovers
from netwerkanalyse.metrics.client.acquaintance import tie_states
from netwerkanalyse.metrics.client.continuity import day_numbers, history
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, as_unit
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.vocabulary import DOMAIN, Code, Label, Vocabulary

WARMTH = Vocabulary(
    "warmth",
    (
        Code("warm", Label("warm", "warm")),
        Code("lukewarm", Label("lauw", "lukewarm")),
        Code("cold", Label("koud", "cold")),
    ),
)
"""How somebody handed over to a successor."""


def measure_handovers(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Describe every handover, one row a person who stopped in a life domain and had a successor.

    The successor is somebody else who began later in the same domain and was still there after the end: who began
    last before the end, otherwise who began first after it. Nobody takes over from somebody who goes on in the domain.
    With ``days`` from the end of the one to the start of the other:

    - *warm*: at least one day of overlap (``days`` < 0), and the two have a tie, or both had a contact or a meeting
      on the same day, at most ``handover_days`` before the start of the one or after the end of the other;
    - *lukewarm*: otherwise, when ``days`` <= ``handover_days``; *cold* when it took longer.

    Parameters
    ----------
    network
        Any number of clients; ties are those of its layer.
    cutoffs
        ``handover_days``.

    Returns
    -------
    frame
        A row a handover, numbered within client and domain by the day it ended.
    """
    past = history(network)
    successor = np.empty(len(past.person), dtype=np.int64)
    handovers.over_clients(past.start, past, int(cutoffs.handover_days), successor)
    client = np.repeat(np.arange(len(network.caseload)), np.diff(past.start))
    ended = np.flatnonzero(successor >= 0)
    ended = ended[np.lexsort((past.end[ended], past.domain[ended], client[ended]))]
    begun = successor[ended]
    first = arrays.offsets(network.caseload.keys.client["members"], len(network.caseload))[client[ended]]
    left, came = first + past.person[ended], first + past.person[begun]
    days = past.begin[begun] - past.end[ended]
    connected = _connected(network, past, (ended, begun), (left, came), int(cutoffs.handover_days))
    name = network.caseload.tables["members"]["member"]
    columns = {
        "predecessor": name.take(left).array,
        "successor": name.take(came).array,
        "days_between": days,
        "connected": connected,
        "warmth": _warmth(days, connected, cutoffs.handover_days),
    }
    index = _index(network, client[ended], past.domain[ended])
    return pd.DataFrame({one.name: as_unit(columns[one.name], one) for one in MEASURES}, index=index)


def _warmth(days: arrays.Ints, connected: arrays.Floats, late: float) -> arrays.Floats:
    """Give the position in ``WARMTH``; NaN when there was overlap and nobody knows whether the two had contact."""
    apart = np.where(days <= late, WARMTH.position["lukewarm"], WARMTH.position["cold"])
    met = np.where(connected == 1, WARMTH.position["warm"], apart)
    return np.where(days >= 0, apart, np.where(np.isnan(connected), np.nan, met))


def _connected(
    network: Network,
    past: History,
    periods: tuple[arrays.Ints, arrays.Ints],
    people: tuple[arrays.Ints, arrays.Ints],
    around: int,
) -> arrays.Floats:
    """Tell whether the two have a tie or were seen on the same day: 1, 0, or NaN when nobody knows."""
    (ended, begun), (left, came) = periods, people
    state = tie_states(network, left, came)
    joint = _same_day(network, left, came, past.begin[begun] - around, past.end[ended] + around)
    return np.where(joint | (state == arrays.YES), 1.0, np.where(state == arrays.UNKNOWN, np.nan, 0.0))


def _same_day(
    network: Network, one: arrays.Ints, other: arrays.Ints, since: arrays.Ints, until: arrays.Ints
) -> arrays.Flags:
    """Tell which pairs of people both had a contact, or were at a meeting, on a day from ``since`` to ``until``."""
    seen = _days_seen(network)
    low = np.searchsorted(seen, _person_days(one, since))
    high = np.maximum(np.searchsorted(seen, _person_days(one, until), side="right"), low)
    pair = np.repeat(np.arange(len(one)), high - low)
    steps = np.arange(len(pair)) - np.repeat(np.cumsum(high - low) - (high - low), high - low)
    wanted = seen[low[pair] + steps] + _person_days(other - one, 0)[pair]
    both = np.searchsorted(seen, wanted, side="right") > np.searchsorted(seen, wanted)
    return np.bincount(pair[both], minlength=len(one)) > 0


def _days_seen(network: Network) -> arrays.Ints:
    """List who was seen when, as sorted numbers: dated contacts, and meetings where somebody was present."""
    tables, refers = network.caseload.tables, network.caseload.keys.refers
    present = np.flatnonzero(arrays.is_yes(tables["attendance"]["present"]))
    meeting = refers["attendance", "meeting"][present]
    contacts = _person_days(refers["contacts", "member"], day_numbers(tables["contacts"]["date"], 0))
    meetings = _person_days(
        refers["attendance", "member"][present], day_numbers(tables["meetings"]["date"], 0)[meeting]
    )
    return np.sort(np.concatenate([contacts, meetings]))


def _person_days(member: arrays.Ints, day: arrays.Ints | int) -> arrays.Ints:
    """Number (member, day) pairs so that the days of one member stand together, in order."""
    return member.astype(np.int64) * 2**24 + day


def _index(network: Network, client: arrays.Ints, domain: arrays.Codes) -> pd.MultiIndex:
    """Number the handovers within client and domain, from 1."""
    cell = client * len(DOMAIN.names) + domain
    number = pd.Series(cell).groupby(cell).cumcount().to_numpy() + 1
    named = np.array(DOMAIN.names, dtype=object)[domain]
    return pd.MultiIndex.from_arrays([network.clients.take(client), named, number], names=list(Level.HANDOVER.keys))


TIE_KNOWN = Requires("connected", "tie_unknown", low=0)
OURS = "own definition, after 'warme overdracht' in Dutch network care"

MEASURES = (
    Measure("predecessor", Unit.LABEL, source=OURS),
    Measure("successor", Unit.LABEL, source=OURS),
    Measure("days_between", Unit.DAYS, low=-np.inf, reading=Reading.ATTENTION, source=OURS),
    Measure("connected", Unit.YES_NO, high=1, reading=Reading.STRENGTH, requires=(TIE_KNOWN,), source=OURS),
    Measure("warmth", Unit.CODE, requires=(TIE_KNOWN,), source=OURS, codes=WARMTH),
)

FAMILY = Family("handover", Level.HANDOVER, measure_handovers, MEASURES)

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
from netwerkanalyse.model.codes import Code, Label, Vocabulary
from netwerkanalyse.model.vocabulary import DOMAIN

WARMTH = Vocabulary(
    "warmth",
    (
        Code("warm", Label("warm", "warm")),
        Code("maybe_warm", Label("misschien warm", "maybe warm")),
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

    - *warm*: at least one day of overlap (``days`` < 0), and the two are ``connected``: they have a tie, or sat at the
      same meeting at most ``handover_days`` before the start of the one or after the end of the other;
    - *maybe warm*: a day of overlap, and nobody knows whether they are connected: the tie is unknown, or both had a
      contact with the client on the same day around the handover. That may have been one contact of the three, or two;
      the tables do not say;
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
    """Give the position in ``WARMTH``."""
    chosen = np.select(
        [(days < 0) & (connected == 1), (days < 0) & np.isnan(connected), days <= late],
        [WARMTH.position[name] for name in ("warm", "maybe_warm", "lukewarm")],
        WARMTH.position["cold"],
    )
    return chosen.astype(float)


def _connected(
    network: Network,
    past: History,
    periods: tuple[arrays.Ints, arrays.Ints],
    people: tuple[arrays.Ints, arrays.Ints],
    around: int,
) -> arrays.Floats:
    """Tell whether the two have a tie or met: 1, 0, or NaN when nobody knows."""
    ended, begun = periods
    state = tie_states(network, *people)
    since, until = past.begin[begun] - around, past.end[ended] + around
    joint = _met(network, people, since, until) | (state == arrays.YES)
    open_ = _same_day(network, people, since, until) | (state == arrays.UNKNOWN)
    return np.where(joint, 1.0, np.where(open_, np.nan, 0.0))


def _met(
    network: Network, people: tuple[arrays.Ints, arrays.Ints], since: arrays.Ints, until: arrays.Ints
) -> arrays.Flags:
    """Tell which pairs of people sat at the same meeting on a day from ``since`` to ``until``."""
    tables, refers = network.caseload.tables, network.caseload.keys.refers
    present = np.flatnonzero(arrays.is_yes(tables["attendance"]["present"]))
    held = day_numbers(tables["meetings"]["date"], 0)
    order = np.argsort(held, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    seen = _numbered(refers["attendance", "member"][present], place[refers["attendance", "meeting"][present]])
    first, last = np.searchsorted(held[order], since), np.searchsorted(held[order], until, side="right") - 1
    return _both(np.sort(seen), people, first, last)


def _same_day(
    network: Network, people: tuple[arrays.Ints, arrays.Ints], since: arrays.Ints, until: arrays.Ints
) -> arrays.Flags:
    """Tell which pairs of people both had a contact with the client on a day from ``since`` to ``until``."""
    contacts = network.caseload.tables["contacts"]
    seen = _numbered(network.caseload.keys.refers["contacts", "member"], day_numbers(contacts["date"], 0))
    return _both(np.sort(seen), people, since, until)


def _both(
    seen: arrays.Ints, people: tuple[arrays.Ints, arrays.Ints], since: arrays.Ints, until: arrays.Ints
) -> arrays.Flags:
    """Tell which pairs of people were both seen at a moment from ``since`` to ``until``; ``seen`` is sorted."""
    one, other = people
    low = np.searchsorted(seen, _numbered(one, since))
    high = np.maximum(np.searchsorted(seen, _numbered(one, until), side="right"), low)
    pair = np.repeat(np.arange(len(one)), high - low)
    steps = np.arange(len(pair)) - np.repeat(np.cumsum(high - low) - (high - low), high - low)
    wanted = seen[low[pair] + steps] + _numbered(other - one, 0)[pair]
    both = np.searchsorted(seen, wanted, side="right") > np.searchsorted(seen, wanted)
    return np.bincount(pair[both], minlength=len(one)) > 0


def _numbered(member: arrays.Ints, moment: arrays.Ints | int) -> arrays.Ints:
    """Number pairs of a member and a day or a meeting, so that those of one member stand together, in order."""
    return member.astype(np.int64) * 2**32 + moment


def _index(network: Network, client: arrays.Ints, domain: arrays.Codes) -> pd.MultiIndex:
    """Number the handovers within client and domain, from 1."""
    cell = client * len(DOMAIN.names) + domain
    number = pd.Series(cell).groupby(cell).cumcount().to_numpy() + 1
    named = np.array(DOMAIN.names, dtype=object)[domain]
    return pd.MultiIndex.from_arrays([network.clients.take(client), named, number], names=list(Level.HANDOVER.keys))


CONTACT_KNOWN = Requires("connected", "joint_contact_unknown", low=0)
OURS = "own definition, after 'warme overdracht' in Dutch network care"

MEASURES = (
    Measure("predecessor", Unit.LABEL, source=OURS),
    Measure("successor", Unit.LABEL, source=OURS),
    Measure("days_between", Unit.DAYS, low=-np.inf, reading=Reading.ATTENTION, source=OURS),
    Measure("connected", Unit.YES_NO, high=1, reading=Reading.STRENGTH, requires=(CONTACT_KNOWN,), source=OURS),
    Measure("warmth", Unit.CODE, source=OURS, codes=WARMTH),
)

FAMILY = Family("handover", Level.HANDOVER, measure_handovers, MEASURES)

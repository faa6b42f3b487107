"""How the days of every need were covered, up to the reference date.

A day is covered when the support that happened on it reaches the cut-off ``enough`` times the need. Need and amounts
are those of the tables, for all days: their own history is not kept.
"""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.continuity import FAR_AWAY, LONG_AGO, Continuity, History, Limits, Windows, continuity
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.kept import kept
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, empty_results, table
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.codes import Code, Label, Vocabulary
from netwerkanalyse.model.vocabulary import DOMAIN

NEED_WINDOW = Vocabulary(
    "need_window",
    (
        Code("known", Label("bekend", "known")),
        Code("need_unknown", Label("behoefte niet bekend", "need not known")),
        Code("no_need", Label("geen behoefte", "no need")),
        Code("no_reference_date", Label("geen peildatum", "no reference date")),
        Code("no_start", Label("begin niet bekend", "start not known")),
    ),
)
"""Whether it is known on which days there was a need, and if not, why."""


def measure_continuity(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure how the days of every need were covered, one row a life domain of a client.

    The days with a need run from its start (when blank: the first start of support in that domain) to its end, at most
    up to and including the reference date. A day is covered when S >= ``enough`` x N, over support that happened on it:
    what ended counts, with its dates, what was refused or is planned does not. A day is unknown when an unknown amount,
    or support of which the end is not known, could make the difference.

    - ``person_day_coverage`` = covered days / days with a need, if no day is unknown;
    - ``long_gaps`` = uncovered stretches of more days than ``long_gap_from``: ``long_gap_days_light`` for a need up to
      ``light_need``, ``long_gap_days_intensive`` for any other. A substantial need (2) is not light: the stricter of
      the two holds, because a gap that is named can be talked about;
    - ``gap_handover``: support ended, and ``handover_days`` later the need is uncovered and nobody took over.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        ``enough``, ``long_gap_days_intensive``, ``long_gap_days_light``, ``light_need`` and ``handover_days``.

    Returns
    -------
    frame
        A row a life domain of a client; NaN where undefined.
    """
    return table(_followed(network, cutoffs), network.client_domains, MEASURES)


def measure_continuity_counts(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Count the life domains with a gap in time, one row a client.

    Beside the counts stand the domains in which it can be told: ``followed_domains`` have a need of which every day is
    known. ``unfollowed_domains`` have a need too, but not of every day is it known whether it was covered.

    - ``gaps_time`` (G5): domains with days on which the need was not covered;
    - ``gaps_handover`` (G7): domains where support ended, the need went on, and nobody took over in time.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        Those of :func:`measure_continuity`.

    Returns
    -------
    frame
        A row a client; NaN where no domain can be followed.
    """
    domain = _followed(network, cutoffs)
    followed = ~np.isnan(domain.person_day_coverage)
    some = followed.any(axis=1)
    counts = SimpleNamespace(
        followed_domains=followed.sum(axis=1),
        unfollowed_domains=((domain.need_through_time > 0) & ~followed).sum(axis=1),
        gaps_time=np.where(some, ((domain.gap_time == 1) & followed).sum(axis=1), np.nan),
        gaps_handover=np.where(some, ((domain.gap_handover == 1) & followed).sum(axis=1), np.nan),
    )
    return table(counts, network.clients, CLIENT_MEASURES)


@kept
def _followed(network: Network, cutoffs: Cutoffs) -> SimpleNamespace:
    """Follow every need through time: the measures of life domains by name, clients by life domains."""
    past = history(network)
    windows, window = need_windows(network, past, cutoffs)
    limits = Limits(cutoffs.enough, int(cutoffs.handover_days))
    out = empty_results(Continuity, window.shape)
    continuity.over_clients(past.start + np.arange(len(past.start)), past, windows, limits, out)
    return SimpleNamespace(
        **out._asdict(),
        need_through_time=windows.need,
        need_window=window,
        long_gap_from=np.where(windows.need > 0, windows.long_gap, np.nan),
        undated_supports=_per_domain(past, past.begin == LONG_AGO),
    )


def history(network: Network) -> History:
    """Give the periods in which support happened, up to the reference date, also by people who have left.

    Parameters
    ----------
    network
        Any number of clients.

    Returns
    -------
    history
        Periods, client by client. Nobody supports outside the time they are around. Support that ended on an unknown
        day counts, with an unknown amount, until the reference date. Without a reference date there is no history.
    """
    caseload = network.caseload
    frame = caseload.columns("supports", "domain", "amount", "status", "direction", "start", "end")
    members = caseload.columns("members", "active", "start", "end")
    client, member = caseload.keys.client["supports"], caseload.keys.refers["supports", "member"]
    today = day_numbers(arrays.reference_dates(caseload), FAR_AWAY)[client]
    begin = np.maximum(day_numbers(frame["start"], LONG_AGO), day_numbers(members["start"], LONG_AGO)[member])
    end = np.minimum(day_numbers(frame["end"], FAR_AWAY), day_numbers(members["end"], FAR_AWAY)[member])
    ended = (frame["status"] == "ended").to_numpy()
    when_unknown = ended & (end == FAR_AWAY)
    happening = (frame["status"] == "happening").to_numpy() & ~arrays.is_no(members["active"])[member]
    to_client = (frame["direction"] != "from_client").to_numpy()
    counts = (ended | happening) & to_client & (today < FAR_AWAY) & (begin <= today) & (begin < end)
    row = np.flatnonzero(counts)
    first = arrays.offsets(caseload.keys.client["members"], len(caseload))
    return History(
        arrays.offsets(client[row], len(caseload)),
        member[row] - first[client[row]],
        arrays.codes_of(frame["domain"])[row],
        begin[row],
        np.where(when_unknown, today, end)[row],
        np.where(when_unknown, np.nan, frame["amount"].to_numpy())[row],
        (~when_unknown & (end <= today))[row],
    )


def need_windows(network: Network, past: History, cutoffs: Cutoffs) -> tuple[Windows, np.ndarray]:
    """Give the days with a need per domain, and whether they are known.

    Parameters
    ----------
    network
        Any number of clients.
    past
        Its history: where the start of a need is blank, the first start of support stands in for it.
    cutoffs
        ``long_gap_days_intensive``, ``long_gap_days_light`` and ``light_need``.

    Returns
    -------
    windows, window
        First day and end of each need, clients by domains, and the position in ``NEED_WINDOW``.
    """
    caseload = network.caseload
    frame, client = caseload.columns("needs", "domain", "need", "start", "end"), caseload.keys.client["needs"]
    cells = client, arrays.codes_of(frame["domain"]).astype(np.int64)
    shape = len(caseload), len(DOMAIN.names)
    need, begin, end = np.full(shape, np.nan), np.full(shape, LONG_AGO), np.full(shape, FAR_AWAY)
    need[cells] = frame["need"].to_numpy()
    begin[cells] = day_numbers(frame["start"], LONG_AGO)
    end[cells] = day_numbers(frame["end"], FAR_AWAY)
    today = day_numbers(arrays.reference_dates(caseload), FAR_AWAY)[:, None]
    begin = np.where(begin == LONG_AGO, _first_start(past, shape), begin)
    end = np.minimum(end, today + 1)
    window = np.select(
        [np.isnan(need), need <= 0, np.broadcast_to(today == FAR_AWAY, shape), begin == FAR_AWAY, begin >= end],
        [
            NEED_WINDOW.position[name]
            for name in ("need_unknown", "no_need", "no_reference_date", "no_start", "no_need")
        ],
        NEED_WINDOW.position["known"],
    )
    known = window == NEED_WINDOW.position["known"]
    long_gap = np.where(need <= cutoffs.light_need, cutoffs.long_gap_days_light, cutoffs.long_gap_days_intensive)
    return Windows(np.where(known, begin, 0), np.where(known, end, 0), need, long_gap), window


def _first_start(past: History, shape: tuple[int, int]) -> np.ndarray:
    """Give the first known start of support per domain, far away where there is none."""
    first = np.full(shape, FAR_AWAY)
    dated = past.begin > LONG_AGO
    client = np.repeat(np.arange(shape[0]), np.diff(past.start))
    np.minimum.at(first, (client[dated], past.domain[dated]), past.begin[dated])
    return first


def _per_domain(past: History, which: np.ndarray) -> np.ndarray:
    """Count periods per client and domain."""
    clients, domains = len(past.start) - 1, len(DOMAIN.names)
    cell = np.repeat(np.arange(clients), np.diff(past.start)) * domains + past.domain
    return np.bincount(cell[which], minlength=clients * domains).reshape(clients, domains)


def day_numbers(dates: pd.Series | np.ndarray, blank: int) -> np.ndarray:
    """Number days from 1 January 1970; ``blank`` where there is no date."""
    days = np.asarray(dates).astype("datetime64[D]")
    return np.where(np.isnat(days), blank, days.astype(np.int64))


OURS = "own definition, after continuity of care in Fortney et al. 2003"

# The most fundamental reason first: a need nobody asked about, no need, and only then days that are not known.
NEED_KNOWN = Requires("need_through_time", "need_unknown")
SOME_NEED = Requires("need_through_time", "no_need", low=1e-9)
WINDOW = (NEED_KNOWN, SOME_NEED, Requires("need_window", "no_need_window", equals="known"))
SURE = (*WINDOW, Requires("unknown_days", "support_history_unknown", high=0))


def _days(name: str, requires: tuple[Requires, ...], reading: Reading = Reading.ATTENTION) -> Measure:
    return Measure(name, Unit.DAYS, reading=reading, count="need_days", requires=requires, source=OURS)


def _gap(name: str, code: str) -> Measure:
    return Measure(name, Unit.YES_NO, 0, 1, Reading.ATTENTION, f"own definition: gap {code}", requires=SURE)


MEASURES = (
    Measure("need_through_time", Unit.AMOUNT, requires=(NEED_KNOWN,), source=OURS),
    Measure("need_window", Unit.CODE, source=OURS, codes=NEED_WINDOW),
    Measure("need_days", Unit.DAYS, requires=WINDOW, source=OURS),
    _days("unknown_days", WINDOW),
    _days("uncovered_days", WINDOW),
    Measure("person_day_coverage", Unit.SHARE, 0, 1, Reading.STRENGTH, OURS, "need_days", SURE),
    _gap("gap_time", "G5"),
    Measure("long_gap_from", Unit.DAYS, requires=(NEED_KNOWN, SOME_NEED), source=OURS),
    Measure("long_gaps", Unit.COUNT, reading=Reading.ATTENTION, count="need_days", requires=SURE, source=OURS),
    _days("longest_gap", SURE),
    _gap("gap_handover", "G7"),
    Measure("undated_supports", Unit.COUNT, reading=Reading.ATTENTION, source="own definition: unknown is not zero"),
)

FOLLOWED = Requires("followed_domains", "no_followed_domain", low=1)


def _gaps(name: str, code: str) -> Measure:
    source = f"own definition: gap {code}"
    return Measure(f"gaps_{name}", Unit.COUNT, 0, 13, Reading.ATTENTION, source, "followed_domains", (FOLLOWED,))


CLIENT_MEASURES = (
    Measure("followed_domains", Unit.COUNT, high=13, source=OURS),
    Measure("unfollowed_domains", Unit.COUNT, high=13, reading=Reading.ATTENTION, source=OURS),
    _gaps("time", "G5"),
    _gaps("handover", "G7"),
)

DOMAIN_FAMILY = Family("continuity", Level.DOMAIN, measure_continuity, MEASURES)
CLIENT_FAMILY = Family("continuity", Level.CLIENT, measure_continuity_counts, CLIENT_MEASURES)

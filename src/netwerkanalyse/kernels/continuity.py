"""Support through time: which days of a need were covered, and who took over from whom."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.kernels._arrays import SAME, Codes, Flags, Floats, Ints
from netwerkanalyse.kernels._jit import inner, kernel, loop

# c = client, d = domain, p and q = periods of support, t = days. A period is begin <= t < end.

COVERED, UNKNOWN, UNCOVERED = 1, 0, -1
LONG_AGO, FAR_AWAY = -(2**40), 2**40
"""Days that stand for a blank begin and a blank end."""


class History(NamedTuple):
    """Periods in which support happened, client by client.

    Days are numbers. ``amount`` is NaN when it is not known how much there was. ``over`` tells that the period ended,
    on a known day, before the reference date or on it.
    """

    start: Ints
    person: Ints
    domain: Codes
    begin: Ints
    end: Ints
    amount: Floats
    over: Flags


class Windows(NamedTuple):
    """The days with a need, clients by domains; no days where ``begin`` equals ``end``.

    A gap is long when it lasts more than ``long_gap`` days.
    """

    begin: Ints
    end: Ints
    need: Floats
    long_gap: Floats


class Limits(NamedTuple):
    """Cut-offs: the share of a need that is enough, and the days a successor may take."""

    enough: float
    handover: int


class Continuity(NamedTuple):
    """Results per client and domain; NaN where undefined. Names are those of the measures."""

    need_days: Floats
    unknown_days: Floats
    uncovered_days: Floats
    person_day_coverage: Floats
    gap_time: Floats
    long_gaps: Floats
    longest_gap: Floats
    gap_handover: Floats


class Room(NamedTuple):
    """Room for the periods of one domain, and the days on which one begins or ends."""

    periods: Ints
    cuts: Ints


@kernel
def continuity(first: int, last: int, history: History, windows: Windows, limits: Limits, out: Continuity) -> None:
    """Measure how the days of every need were covered."""
    most = np.max(np.diff(history.start[first : last + 1])) if last > first else 0
    room = Room(np.empty(most, np.int64), np.empty(2 * most + 2, np.int64))
    _follow_all(first, last, history, windows, limits, room, out)


@loop
def _follow_all(
    first: int, last: int, history: History, windows: Windows, limits: Limits, room: Room, out: Continuity
) -> None:
    periods = room.periods
    for c in range(first, last):
        for d in range(windows.need.shape[1]):
            if windows.begin[c, d] < windows.end[c, d]:
                k = 0
                for p in range(history.start[c], history.start[c + 1]):
                    if history.domain[p] == d:
                        periods[k] = p
                        k += 1
                _days(c, d, periods[:k], history, windows, limits, room.cuts, out)
                _handover_gap(c, d, periods[:k], history, windows, limits, out)


@inner
def _days(
    c: int,
    d: int,
    periods: Ints,
    history: History,
    windows: Windows,
    limits: Limits,
    cuts: Ints,
    out: Continuity,
) -> None:
    """Count days by state; the state only changes where a period begins or ends."""
    first, end = windows.begin[c, d], windows.end[c, d]
    enough = limits.enough * windows.need[c, d] - SAME
    number = _cuts(first, end, periods, history, cuts)
    uncovered, unknown, gap, longest, long_gaps = 0, 0, 0, 0, 0
    for k in range(number - 1):
        length = cuts[k + 1] - cuts[k]
        state = _state(cuts[k], enough, periods, history)
        unknown += length * (state == UNKNOWN)
        uncovered += length * (state == UNCOVERED)
        if state == UNCOVERED:
            long_gaps += gap <= windows.long_gap[c, d] < gap + length
            gap += length
            longest = max(longest, gap)
        else:
            gap = 0
    out.need_days[c, d] = end - first
    out.unknown_days[c, d] = unknown
    out.uncovered_days[c, d] = uncovered
    if uncovered > 0 or unknown == 0:
        out.gap_time[c, d] = uncovered > 0
    if unknown == 0:
        out.person_day_coverage[c, d] = 1 - uncovered / (end - first)
        out.long_gaps[c, d] = long_gaps
        out.longest_gap[c, d] = longest


@inner
def _cuts(first: int, end: int, periods: Ints, history: History, cuts: Ints) -> int:
    """List the days, each once and in order, on which a state may begin or the window ends; return how many."""
    cuts[0], number = first, 1
    for k in range(len(periods)):
        number = _insert(history.begin[periods[k]], first, end, number, cuts)
        number = _insert(history.end[periods[k]], first, end, number, cuts)
    cuts[number] = end
    return number + 1


@inner
def _insert(day: int, first: int, end: int, number: int, cuts: Ints) -> int:
    """Put a day within the window in its place, unless it is there; return how many days there are."""
    if not first < day < end:
        return number
    k = number
    while cuts[k - 1] > day:
        k -= 1
    if cuts[k - 1] == day:
        return number
    for j in range(number, k, -1):
        cuts[j] = cuts[j - 1]
    cuts[k] = day
    return number + 1


@inner
def _handover_gap(
    c: int, d: int, periods: Ints, history: History, windows: Windows, limits: Limits, out: Continuity
) -> None:
    """Tell whether support ended, the need went on uncovered, and nobody took over in time."""
    enough = limits.enough * windows.need[c, d] - SAME
    found, doubt = False, False
    for k in range(len(periods)):
        p = periods[k]
        late = history.end[p] + limits.handover
        if history.over[p] and windows.begin[c, d] <= history.end[p] and late < windows.end[c, d]:
            succeeded = False
            for j in range(len(periods)):
                q = periods[j]
                begun = history.begin[p] < history.begin[q] <= late
                succeeded = succeeded or (begun and history.end[q] > history.end[p])
            if not succeeded:
                state = _state(late, enough, periods, history)
                found = found or state == UNCOVERED
                doubt = doubt or state == UNKNOWN
    if found or not doubt:
        out.gap_handover[c, d] = found


@inner
def _state(t: int, enough: float, periods: Ints, history: History) -> int:
    """Tell whether day ``t`` is covered for sure, uncovered for sure, or unknown."""
    total, unknown = 0.0, False
    for k in range(len(periods)):
        p = periods[k]
        if history.begin[p] <= t < history.end[p]:
            if np.isnan(history.amount[p]):
                unknown = True
            else:
                total += history.amount[p]
    if total >= enough:
        return COVERED
    return UNKNOWN if unknown else UNCOVERED


@kernel
def handovers(first: int, last: int, history: History, wait: int, successor: Ints) -> None:
    """Find who took over when somebody stopped in a domain: ``successor`` is a period, -1 when there is none.

    Nobody takes over from somebody who goes on in that domain, or comes back within ``wait`` days.
    """
    for c in range(first, last):
        for p in range(history.start[c], history.start[c + 1]):
            successor[p] = -1
            if history.over[p] and not _goes_on(c, p, wait, history):
                successor[p] = _successor(c, p, history)


@inner
def _goes_on(c: int, p: int, wait: int, history: History) -> bool:
    for q in range(history.start[c], history.start[c + 1]):
        if q != p and history.person[q] == history.person[p] and history.domain[q] == history.domain[p]:
            longer = history.end[q] > history.end[p] and history.begin[q] <= history.end[p] + wait
            if longer or (history.end[q] == history.end[p] and q < p):
                return True
    return False


@inner
def _successor(c: int, p: int, history: History) -> int:
    """Choose who began last before the end, otherwise who began first after it; ties go to who is listed first."""
    chosen = -1
    for q in range(history.start[c], history.start[c + 1]):
        other = history.domain[q] == history.domain[p] and history.person[q] != history.person[p]
        # A blank begin is never later than another, so who was there all along takes over from nobody.
        later = history.begin[q] > history.begin[p] and history.end[q] > history.end[p]
        if other and later and (chosen < 0 or _sooner(history.begin[q], history.begin[chosen], history.end[p])):
            chosen = q
    return chosen


@inner
def _sooner(mine: int, yours: int, end: int) -> bool:
    """Tell whether a beginning comes before another in the choice of a successor."""
    if (mine < end) != (yours < end):
        return mine < end
    return mine > yours if mine < end else mine < yours

"""Support day by day."""

from datetime import date, timedelta
from itertools import groupby

ALWAYS, NEVER = date.min, date.max


def happened(people, supports, today):
    """Periods of support until today: dicts with person, domain, begin, end, amount (None is unknown) and over."""
    periods = []
    for support in supports:
        person = people[support["member"]]
        begin = max(support.get("start") or ALWAYS, person.get("start") or ALWAYS)
        end = min(support.get("end") or NEVER, person.get("end") or NEVER)
        happens = support["status"] == "happening" and person.get("active") != "no"
        lost = support["status"] == "ended" and end == NEVER
        if not (happens or support["status"] == "ended") or support.get("direction") == "from_client":
            continue
        if begin <= today and begin < end:
            periods.append(
                {
                    "person": support["member"],
                    "domain": support["domain"],
                    "begin": begin,
                    "end": today if lost else end,
                    "amount": None if lost else support["amount"],
                    "over": not lost and end <= today,
                }
            )
    return periods


def need_window(need, periods, today):
    """The days with a need, a list; or in one word why they are not known."""
    if need is None or need.get("need") is None:
        return "need_unknown"
    if need["need"] == 0:
        return "no_need"
    if today is None:
        return "no_reference_date"
    starts = [period["begin"] for period in periods if period["begin"] != ALWAYS]
    begin = need.get("start") or min(starts, default=None)
    if begin is None:
        return "no_start"
    end = min(need.get("end") or NEVER, today + timedelta(days=1))
    days = [begin + timedelta(days=day) for day in range((end - begin).days)]
    return days or "no_need"


def day_state(day, need, covered, periods):
    """Whether a day is covered: True, False, or None when nobody knows."""
    there = [period for period in periods if period["begin"] <= day < period["end"]]
    if sum(period["amount"] or 0 for period in there) >= covered * need:
        return True
    return None if any(period["amount"] is None for period in there) else False


def stretches(states):
    """The lengths of uncovered stretches of days."""
    return [len(list(days)) for state, days in groupby(states) if state is False]


def handover_gap(days, need, covered, periods, wait):
    """Whether support ended, the need went on uncovered and nobody took over within ``wait`` days."""
    answers = []
    for period in periods:
        late = period["end"] + timedelta(days=wait) if period["over"] else None
        if late is None or period["end"] < days[0] or late > days[-1]:
            continue
        later = [other for other in periods if other["begin"] > period["begin"] and other["end"] > period["end"]]
        if not any(other["begin"] <= late for other in later):
            answers.append(day_state(late, need, covered, periods))
    return True if False in answers else None if None in answers else False


def handovers(periods, wait):
    """Pairs (who stopped, who took over), positions in a list of periods."""
    found = []
    for at, one in enumerate(periods):
        mine = [
            (place, other)
            for place, other in enumerate(periods)
            if place != at and (other["person"], other["domain"]) == (one["person"], one["domain"])
        ]
        back = one["end"] + timedelta(days=wait) if one["over"] else None
        goes_on = any(other["end"] > one["end"] and other["begin"] <= back for _, other in mine) if back else True
        twice = any(other["end"] == one["end"] and place < at for place, other in mine)
        if not one["over"] or goes_on or twice:
            continue
        others = [
            (place, other)
            for place, other in enumerate(periods)
            if other["domain"] == one["domain"] and other["person"] != one["person"]
            if other["begin"] > one["begin"] and other["end"] > one["end"]
        ]
        before = [(place, other) for place, other in others if other["begin"] < one["end"]]
        if before:
            found.append((at, max(before, key=lambda item: (item[1]["begin"], -item[0]))[0]))
        elif others:
            found.append((at, min(others, key=lambda item: (item[1]["begin"], item[0]))[0]))
    return found


def gap_counts(needs, periods, today, enough, wait):
    """Domains followed, not followed, with a gap in time and with a handover gap; None where none is followed."""
    followed = unfollowed = time = handover = 0
    for need in needs:
        if not need.get("need"):
            continue
        here = [period for period in periods if period["domain"] == need["domain"]]
        days = need_window(need, here, today)
        states = [None] if isinstance(days, str) else [day_state(day, need["need"], enough, here) for day in days]
        if None in states:
            unfollowed += 1
            continue
        followed += 1
        time += False in states
        handover += bool(handover_gap(days, need["need"], enough, here, wait))
    some = followed > 0
    return {
        "followed_domains": followed,
        "unfollowed_domains": unfollowed,
        "gaps_time": time if some else None,
        "gaps_handover": handover if some else None,
    }


def warmth(days, connected, late):
    """Warm, lukewarm or cold; maybe warm when there was overlap and nobody knows whether the two had contact."""
    if days < 0 and connected is not False:
        return "warm" if connected else "maybe_warm"
    return "lukewarm" if days <= late else "cold"

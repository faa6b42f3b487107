"""What became of referrals, read a second time: one referral at a time, on the last day that is looked at.

A referral is (day, source, target, case, day of first contact, outcome); what is blank is None. Days are numbers.
"""

from fractions import Fraction

ENDED = ("contact", "returned", "forwarded", "lost")


def last_named(rows):
    """The last day that any referral names."""
    return max((day for row in rows for day in (row[0], row[4]) if day is not None), default=None)


def seen(rows, last):
    """The referrals to others up to the last day, in the order of their day, and of the table within a day."""
    return sorted((row for row in rows if row[1] != row[2] and row[0] <= last), key=lambda row: row[0])


def met(row, last):
    """Whether there was contact up to the last day: contact on a later day has not happened yet."""
    return row[5] == "contact" if row[4] is None else row[4] <= last


def ended(row, last):
    """Whether it is known how it ended: contact that is still to come is no end."""
    return met(row, last) or row[5] in ENDED[1:]


def bounced(row, last):
    """Sent back or on, without contact."""
    return not met(row, last) and row[5] in ("returned", "forwarded")


def came_back(place, rows, window=90):
    """Whether the same case was referred the other way afterwards, within so many days."""
    day, source, target, case, *_ = rows[place]
    return any(
        other[3] == case and (other[1], other[2]) == (target, source) and other[0] - day <= window
        for other in rows[place + 1 :]
    )


def wait(row, last):
    """Days until contact and True, or days without contact and False; None when the day of contact is not known."""
    if not met(row, last):
        return last - row[0], False
    return None if row[4] is None else (row[4] - row[0], True)


def waiting(waits):
    """Day by day, the share that still waits at the end of the day; up to the longest wait."""
    share, found = Fraction(1), []
    for day in range(max(days for days, _ in waits) + 1):
        there = sum(days >= day for days, _ in waits)
        share *= Fraction(there - waits.count((day, True)), there)
        found.append(share)
    return found


def outcomes(everything, last, to=None, within=30, window=90):
    """Shares of all referrals, or of those to one; None where there is nothing to divide by."""
    rows = seen(everything, last)
    own = [(place, row) for place, row in enumerate(rows) if to is None or row[2] == to]
    over = [row for _, row in own if ended(row, last)]
    followed = [place for place, row in own if row[3] is not None and last - row[0] >= window]
    waits = [one for _, row in own if (one := wait(row, last)) is not None]
    left = waiting(waits) if waits else []
    # Beyond the longest wait the share is known only when nobody waits any more.
    in_time = left[within] if within < len(left) else 0 if left and left[-1] == 0 else None
    return {
        "contact_share": share([met(row, last) for _, row in own]),
        "bounce_share": share([bounced(row, last) for row in over]),
        "back_share": share([came_back(place, rows, window) for place in followed]),
        "contact_in_time": None if in_time is None else 1 - in_time,
        "days_to_contact": next((day for day, still in enumerate(left) if still <= Fraction(1, 2)), None),
    }


def share(yes):
    """The share of yes."""
    return Fraction(sum(yes), len(yes)) if yes else None


def both_ways(rows, last):
    """Of the pairs between which there were referrals, the share with referrals both ways."""
    ways = {tuple(row[1:3]) for row in seen(rows, last)}
    return share([{(one, two), (two, one)} <= ways for one, two in {tuple(sorted(pair)) for pair in ways}])

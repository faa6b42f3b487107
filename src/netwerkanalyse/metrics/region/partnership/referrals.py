"""What becomes of referrals: first contact, sent on without contact, back and forth, and routes both ways."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit
from netwerkanalyse.metrics.region.partnership.network import Partnership
from netwerkanalyse.metrics.region.partnership.referral_rows import Referrals, referral_rows
from netwerkanalyse.metrics.region.partnership.survival import happened_within, kaplan_meier, median_days
from netwerkanalyse.metrics.region.tables import framed, ratio
from netwerkanalyse.metrics.suppression import small, suppress_list

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

OWN = "own definition"
KAPLAN_MEIER = "Kaplan and Meier 1958"


class Groups(NamedTuple):
    """Referrals by group (all together, or by who received them), and which groups are too small to show."""

    of: Ints
    groups: int
    limit: float
    hidden: Flags


class Share(NamedTuple):
    """A share by group with the referrals it is of, NaN where it may not be shown."""

    whole: Floats
    share: Floats
    shown: Flags


def measure_received_referrals(partnership: Partnership) -> pd.DataFrame:
    """Measure what became of the referrals that every organisation received, and count those it sent.

    - ``received_contact_share``: with a first contact so far.
    - ``received_contact_in_time``: first contact within 30 days, and ``received_days_to_contact``: the days within
      which half had a first contact, both by Kaplan and Meier. Who had no contact, for whatever reason, counts as
      still waiting on the last day.
    - ``received_bounce_share``: of those that ended (contact, returned, forwarded, lost), returned or forwarded
      without contact.
    - ``received_back_share``: of the referrals with a case that could be followed for 90 days, those of which the same
      case was referred back to where it came from within 90 days.

    Counts of fewer than ten clients are suppressed, and whatever would give them away; a share is not shown when those
    in it or those not in it are too few, the median only when all those it is of are. A case is a client; a referral
    without case counts as one client.

    Parameters
    ----------
    partnership
        The region, and the day up to which referrals are known.

    Returns
    -------
    frame
        A row an organisation.
    """
    rows, size = referral_rows(partnership), len(partnership.region)
    limit = partnership.cutoffs.smallest_cell
    sent, received = (_counted(rows, side, size, limit) for side in (rows.source, rows.target))
    groups = Groups(rows.target, size, limit, received.hidden)
    return framed(
        {
            "referrals_sent_shown": ~sent.hidden,
            "referrals_sent": np.where(sent.hidden, np.nan, np.bincount(rows.source, minlength=size)),
            **_outcomes(partnership, rows, groups, "received"),
        },
        partnership.organisations,
        MEASURES,
    )


def measure_referrals(partnership: Partnership) -> pd.DataFrame:
    """Measure what became of all referrals together; see :func:`measure_received_referrals`.

    ``return_route_share`` is, of the pairs of organisations between which there were referrals, the share with
    referrals both ways.

    Parameters
    ----------
    partnership
        The region, and the day up to which referrals are known.

    Returns
    -------
    frame
        One row.
    """
    rows = referral_rows(partnership)
    everywhere = np.zeros(len(rows.source), dtype=np.int64)
    groups = _counted(rows, everywhere, 1, partnership.cutoffs.smallest_cell)
    size = max(len(partnership.region), 1)
    arcs = np.unique(rows.source * size + rows.target)
    pairs = len(np.unique(np.minimum(arcs // size, arcs % size) * size + np.maximum(arcs // size, arcs % size)))
    shown = not groups.hidden.any()
    return framed(
        {
            **_outcomes(partnership, rows, groups, "all"),
            "referral_pairs": pairs if shown else np.nan,
            "return_route_share": ratio(len(arcs) - pairs, pairs) if shown else np.nan,
        },
        partnership.whole,
        WHOLE_MEASURES,
    )


def _counted(rows: Referrals, of: Ints, count: int, limit: float) -> Groups:
    """Group referrals and hide the groups of few clients, with others that would give them away."""
    everything = np.ones(len(of), dtype=bool)
    return Groups(of, count, limit, _hidden(rows, Groups(of, count, limit, np.zeros(count, dtype=bool)), everything))


def _hidden(rows: Referrals, groups: Groups, chosen: Flags) -> Flags:
    """Tell in which groups the chosen referrals may not be counted; none at all may be."""
    count = np.bincount(groups.of[chosen], minlength=groups.groups)
    people = np.unique(np.column_stack([groups.of[chosen], rows.case[chosen]]), axis=0)
    clients = np.bincount(people[:, 0], minlength=groups.groups)
    return suppress_list(count, groups.limit, also=small(clients, groups.limit) | groups.hidden).cells


def _share(rows: Referrals, groups: Groups, whole: Flags, part: Flags) -> Share:
    """Compute a share by group, and hide it where those in it, those not in it, or those left out are too few."""
    hidden = groups.hidden.copy()
    for chosen in (whole & part, whole & ~part, ~whole):
        hidden |= _hidden(rows, groups, chosen)
    count, some = (np.bincount(groups.of[chosen], minlength=groups.groups) for chosen in (whole, whole & part))
    return Share(np.where(hidden, np.nan, count), np.where(hidden, np.nan, ratio(some, count)), ~hidden)


def _outcomes(partnership: Partnership, rows: Referrals, groups: Groups, name: str) -> dict[str, npt.ArrayLike]:
    """Measure what became of the referrals of every group."""
    contact = _share(rows, groups, np.ones(len(rows.source), dtype=bool), rows.contact)
    bounce = _share(rows, groups, rows.ended, rows.bounced)
    back = _share(rows, groups, rows.followed, rows.sent_back)
    in_time, median = _waits(rows, groups, partnership.cutoffs.first_contact_days)
    known = ~np.isnan(rows.days)
    dated = _share(rows, groups, known, known)
    return {
        f"{name}_shown": ~groups.hidden,
        f"{name}_referrals": np.where(groups.hidden, np.nan, np.bincount(groups.of, minlength=groups.groups)),
        f"{name}_contact_shown": contact.shown,
        f"{name}_contact_share": contact.share,
        f"{name}_dated_shown": dated.shown,
        f"{name}_dated": dated.whole,
        f"{name}_long_enough": ~np.isnan(in_time),
        f"{name}_contact_in_time": np.where(contact.shown & dated.shown, in_time, np.nan),
        f"{name}_half_reached": ~np.isnan(median),
        f"{name}_days_to_contact": np.where(dated.shown, median, np.nan),
        f"{name}_bounce_shown": bounce.shown,
        f"{name}_ended": bounce.whole,
        f"{name}_bounce_share": bounce.share,
        f"{name}_back_shown": back.shown,
        f"{name}_followed": back.whole,
        f"{name}_back_share": back.share,
    }


def _waits(rows: Referrals, groups: Groups, days: float) -> tuple[Floats, Floats]:
    """Estimate, by group, the share with first contact within so many days, and the days within which half had it."""
    known = ~np.isnan(rows.days)
    order = np.argsort(groups.of[known], kind="stable")
    waited, contact = rows.days[known][order], rows.contact[known][order]
    ends = np.cumsum(np.bincount(groups.of[known], minlength=groups.groups))[:-1]
    waits = [kaplan_meier(*part) for part in zip(np.split(waited, ends), np.split(contact, ends), strict=True)]
    return np.array([happened_within(one, days) for one in waits]), np.array([median_days(one) for one in waits])


def _measures(name: str) -> tuple[Measure, ...]:
    """Give the columns of :func:`_outcomes`."""
    shown = Requires(f"{name}_shown", "suppressed", equals=True)
    some = (shown, Requires(f"{name}_referrals", "no_referrals", low=1))
    return (
        _flag(f"{name}_shown"),
        Measure(f"{name}_referrals", Unit.COUNT, requires=(shown,), source=OWN),
        *_contact_measures(name, some),
        *_counted_share(name, "bounce", "ended", "no_referral_ended", some),
        *_counted_share(name, "back", "followed", "no_case_followed", some),
    )


def _contact_measures(name: str, some: tuple[Requires, ...]) -> tuple[Measure, ...]:
    contact = Requires(f"{name}_contact_shown", "suppressed", equals=True)
    days = (*some, Requires(f"{name}_dated_shown", "suppressed", equals=True))
    dated = (*days, Requires(f"{name}_dated", "no_dated_contact", low=1))
    followed = Requires(f"{name}_long_enough", "not_followed_long_enough", equals=True)
    reached = Requires(f"{name}_half_reached", "half_not_reached", equals=True)
    return (
        _flag(f"{name}_contact_shown"),
        _share_measure(f"{name}_contact_share", f"{name}_referrals", Reading.STRENGTH, (*some, contact)),
        _flag(f"{name}_dated_shown"),
        Measure(f"{name}_dated", Unit.COUNT, requires=days, source=OWN),
        _flag(f"{name}_long_enough"),
        _share_measure(
            f"{name}_contact_in_time", f"{name}_dated", Reading.STRENGTH, (*dated, contact, followed), KAPLAN_MEIER
        ),
        _flag(f"{name}_half_reached"),
        Measure(
            f"{name}_days_to_contact",
            Unit.DAYS,
            reading=Reading.ATTENTION,
            count=f"{name}_dated",
            requires=(*dated, reached),
            source=KAPLAN_MEIER,
        ),
    )


def _counted_share(name: str, what: str, of: str, nothing: str, some: tuple[Requires, ...]) -> tuple[Measure, ...]:
    shown = (*some, Requires(f"{name}_{what}_shown", "suppressed", equals=True))
    there = Requires(f"{name}_{of}", nothing, low=1)
    return (
        _flag(f"{name}_{what}_shown"),
        Measure(f"{name}_{of}", Unit.COUNT, requires=shown, source=OWN),
        _share_measure(f"{name}_{what}_share", f"{name}_{of}", Reading.ATTENTION, (*shown, there)),
    )


def _flag(name: str) -> Measure:
    return Measure(name, Unit.YES_NO, high=1, source=OWN)


def _share_measure(
    name: str, count: str, reading: Reading, requires: tuple[Requires, ...], source: str = OWN
) -> Measure:
    return Measure(name, Unit.SHARE, high=1, reading=reading, count=count, requires=requires, source=source)


SHOWN = Requires("all_shown", "suppressed", equals=True)

MEASURES = (
    Measure("referrals_sent_shown", Unit.YES_NO, high=1, source=OWN),
    Measure(
        "referrals_sent",
        Unit.COUNT,
        requires=(Requires("referrals_sent_shown", "suppressed", equals=True),),
        source=OWN,
    ),
    *_measures("received"),
)

WHOLE_MEASURES = (
    *_measures("all"),
    Measure("referral_pairs", Unit.COUNT, requires=(SHOWN,), source=OWN),
    Measure(
        "return_route_share",
        Unit.SHARE,
        high=1,
        reading=Reading.STRENGTH,
        count="referral_pairs",
        requires=(SHOWN, Requires("referral_pairs", "no_referrals", low=1)),
        source=OWN,
    ),
)

FAMILY = Family("received_referrals", Level.ORGANISATION, measure_received_referrals, MEASURES)
WHOLE_FAMILY = Family("region_referrals", Level.REGION, measure_referrals, WHOLE_MEASURES)

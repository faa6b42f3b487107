"""Dated referrals as arrays: what became of each, and how far it could be followed."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.metrics.region.partnership.network import Partnership

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

BOUNCED = ("returned", "forwarded")
ENDED = (*BOUNCED, "contact", "lost")


class Referrals(NamedTuple):
    """The referrals up to the last day, each a position.

    ``days`` are those until first contact, or until the last day when there was none; NaN when there was contact on a
    day that is not known. ``case`` numbers the cases; a referral without case has a number of its own.
    """

    source: Ints
    target: Ints
    days: Floats
    contact: Flags
    ended: Flags
    bounced: Flags
    case: Ints
    cased: Flags
    followed: Flags
    sent_back: Flags


def referral_rows(partnership: Partnership) -> Referrals:
    """Give the referrals of a region as they are known on the last day.

    What an organisation refers to itself is left out. Contact after the last day has not happened yet.

    Parameters
    ----------
    partnership
        The region, and the last day.

    Returns
    -------
    referrals
        In the order of their day.
    """
    frame, keys = partnership.region.tables["referrals"], partnership.region.keys.refers
    frame = frame.assign(source=keys["referrals", "source"], target=keys["referrals", "target"])
    until = _last_day(partnership, frame)
    frame = frame[(frame["date"] <= until) & (frame["source"] != frame["target"])].sort_values("date", kind="stable")
    day, first = frame["date"], frame["first_contact"].where(frame["first_contact"] <= until)
    outcome = frame["outcome"].astype(object).mask(lambda said: (said == "contact") & (frame["first_contact"] > until))
    contact = (first.notna() | (outcome == "contact")).to_numpy()
    open_days = (until - day).dt.days
    days = (first - day).dt.days.where(first.notna(), open_days.where(~contact)).to_numpy(dtype=float)
    cased = frame["case"].notna().to_numpy()
    case, _ = pd.factorize(frame["case"])
    case = np.where(cased, case, len(frame) + np.arange(len(frame)))
    source, target = frame["source"].to_numpy(dtype=np.int64), frame["target"].to_numpy(dtype=np.int64)
    window = partnership.cutoffs.return_days
    number = (day - pd.Timestamp(0)).dt.days.to_numpy(dtype=np.int64)
    return Referrals(
        source,
        target,
        days,
        contact,
        contact | outcome.isin(ENDED).to_numpy(),
        ~contact & outcome.isin(BOUNCED).to_numpy(),
        case.astype(np.int64),
        cased,
        cased & (open_days.to_numpy() >= window),
        cased & _sent_back(number, source, target, case, window),
    )


def _last_day(partnership: Partnership, frame: pd.DataFrame) -> pd.Timestamp:
    """Give the day that was asked for, or else the last one that the referrals name."""
    if partnership.until is not None:
        return pd.Timestamp(partnership.until)
    return max((day for day in (frame["date"].max(), frame["first_contact"].max()) if pd.notna(day)), default=pd.NaT)


def _sent_back(day: Ints, source: Ints, target: Ints, case: Ints, window: float) -> Flags:
    """Tell which referrals are followed by one of the same case the other way, within the window.

    Rows are in the order of their day; on one day in the order of the table.
    """
    ahead = pd.DataFrame({"case": case, "one": source, "other": target, "day": day, "row": np.arange(len(day))})
    back = ahead.rename(columns={"one": "other", "other": "one"})
    # The first referral back after each: both are sorted by row, and a row is never its own way back.
    met = pd.merge_asof(
        ahead, back, on="row", by=["case", "one", "other"], direction="forward", allow_exact_matches=False
    )
    within: Flags = (met["day_y"] - met["day_x"] <= window).to_numpy(dtype=bool)
    return within

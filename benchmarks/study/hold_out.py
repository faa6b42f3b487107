"""Take support away from clients, with everything that would give it away."""

from typing import NamedTuple

import numpy as np
import pandas as pd

import netwerkanalyse as na
from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload

DERIVED = ("client_rating", "professional_rating", "wanted_kind", "wanted_type")
"""What was said about a need while the support was there: a need called met, or a wish for what was given."""


class HeldOut(NamedTuple):
    """A caseload without some support, and that support.

    ``rows`` has ``client``, ``member`` and ``domain``, with the ``kind`` and ``organisation`` of that person; ``units``
    is how many people support in a life domain with a known need, ``hanging`` with how many of them coverage falls.
    """

    caseload: Caseload
    rows: pd.DataFrame
    units: int
    hanging: int


def hold_out(caseload: Caseload, removed: int, seed: int) -> HeldOut:
    """Take away what so many people do in one life domain each, of every client who has as much.

    Only support that happens, of a known amount, without which coverage falls: where others still cover the need,
    nothing would be missing. The person stays, and so does contact: both were asked about apart from support. The
    ratings and wishes of the life domain go.
    """
    supports = caseload.tables["supports"]
    counting = arrays.supports(caseload, arrays.people(caseload))
    rows = supports.iloc[counting.row[~counting.planned]][["client", "member", "domain", "amount"]]
    rows = rows.astype({"client": str, "member": str, "domain": str})
    given = rows.groupby(["client", "member", "domain"], sort=False)["amount"].agg(lambda one: one.sum(skipna=False))
    found = na.measure(caseload, ["coverage"], level=na.Level.DOMAIN).loc[given.index.droplevel("member")]
    need, supply = (found[name].to_numpy(dtype=float) for name in ("need", "effective_supply"))
    wanted = (need > 0) & ~np.isnan(found["coverage"].to_numpy(dtype=float)) & given.notna().to_numpy()
    hangs = wanted & (supply - given.to_numpy() < need - 1e-9)
    units = given.index[hangs].to_frame(index=False)
    shuffled = units.iloc[np.random.default_rng([seed, removed]).permutation(len(units))]
    place = shuffled.groupby("client").cumcount()
    enough = shuffled.groupby("client")["member"].transform("size") >= removed
    held = shuffled[(place < removed) & enough].sort_values(["client", "domain", "member"])
    with_traits = held.merge(_people(caseload), on=["client", "member"])
    return HeldOut(without(caseload, held), with_traits, int(wanted.sum()), int(hangs.sum()))


def without(caseload: Caseload, held: pd.DataFrame) -> Caseload:
    """Leave out support, and blank what was said about those needs."""
    supports, needs = caseload.tables["supports"], caseload.tables["needs"]
    unit = pd.MultiIndex.from_frame(held[["client", "member", "domain"]])
    gone = pd.MultiIndex.from_frame(supports[["client", "member", "domain"]].astype(str)).isin(unit)
    cell = pd.MultiIndex.from_frame(held[["client", "domain"]])
    about = pd.MultiIndex.from_frame(needs[["client", "domain"]].astype(str)).isin(cell)
    blanked = needs.assign(**{name: needs[name].mask(about) for name in DERIVED})
    return Caseload.build({**caseload.tables, "supports": supports[~gone].reset_index(drop=True), "needs": blanked})


def _people(caseload: Caseload) -> pd.DataFrame:
    people = caseload.tables["members"][["client", "member", "kind", "organisation"]].astype(object)
    return people.where(people.notna(), "")

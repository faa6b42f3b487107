"""What could be proposed for clients: every proposal of support that keeps within the limits, as a table.

All rankings order the same candidates, which are fixed before any of them is made.
"""

from dataclasses import asdict, fields
from typing import NamedTuple

import numpy as np
import pandas as pd

from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.recommend.proposal import Gain, Proposal
from netwerkanalyse.recommend.recommendations import Recommendations


class Candidates(NamedTuple):
    """Candidates, client by client.

    ``frame`` has ``client``, ``domain``, ``person`` (blank for a newcomer), ``provider`` (what other clients can have
    too: an organisation, or a role; blank for a sort of person), ``side`` (kind), ``amount``, ``room`` (what somebody
    can still give, or free places), ``far`` (how far away), ``place`` (among the shown, 0 when not) and ``ours``
    (higher comes first in our order). ``proposals`` are the same, as they were made.
    """

    frame: pd.DataFrame
    proposals: tuple[Proposal, ...]


def candidates_of(found: Recommendations, caseload: Caseload, travel: pd.DataFrame, seed: int) -> Candidates:
    """Make the table of candidates, in random order, so that no ranking follows ours by the order of rows.

    Parameters
    ----------
    found
        All proposals.
    caseload
        The clients they are for.
    travel
        ``area``, ``service`` and ``distance``; no rows when nothing is known.
    seed
        Of the order.
    """
    every = [one for one in found.proposals if one.kind == "support"]
    proposals = tuple(every[at] for at in np.random.default_rng(seed).permutation(len(every)))
    people = _people(caseload)
    area = caseload.tables["clients"].set_index("client")["area"].astype(object)
    distance = travel.set_index(["area", "service"])["distance"].to_dict()
    rows = [_row(one, people, distance, area[one.client]) for one in proposals]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return Candidates(frame.assign(ours=_in_our_order(frame, proposals)), proposals)


COLUMNS = ["client", "domain", "person", "provider", "side", "amount", "room", "far", "place"]
SERVICE_FAR, UNKNOWN_FAR, NOWHERE = 10.0, 9.0, 1e9
"""Anybody around the client is nearer than any service; a sort of person is nowhere yet."""


def _row(one: Proposal, people: pd.DataFrame, distance: dict[tuple[str, str], float], area: str) -> tuple[object, ...]:
    involved = one.involved
    about = (one.client, one.finding.domain)
    if involved.asked:
        person = people.loc[(one.client, involved.asked)]
        what = (involved.asked, person["provider"], involved.side, involved.amount, person["room"], person["far"])
    elif involved.service is not None:
        service = involved.service
        far = SERVICE_FAR + distance.get((area, service.code), 1e6)
        room = np.nan if service.places is None else service.places
        what = ("", service.organisation, involved.side, involved.amount, room, far)
    else:
        what = ("", "", involved.side, involved.amount, np.nan, NOWHERE)
    return (*about, *what, one.place)


def _people(caseload: Caseload) -> pd.DataFrame:
    """Give everybody around a client what rankings look at."""
    members = caseload.tables["members"]
    return pd.DataFrame(
        {
            "provider": providers(members).to_numpy(),
            "room": members["capacity"].to_numpy(dtype=float) - _given(caseload),
            "far": members["circle"].astype(float).fillna(UNKNOWN_FAR).to_numpy(),
        },
        index=pd.MultiIndex.from_frame(members[["client", "member"]]),
    )


def _given(caseload: Caseload) -> np.ndarray:
    """Add up what everybody gives or has promised."""
    members, supports = caseload.tables["members"], caseload.tables["supports"]
    gives = supports[supports["status"].isin(["happening", "planned"]) | supports["status"].isna()]
    given = gives.groupby(["client", "member"])["amount"].sum()
    return given.reindex(pd.MultiIndex.from_frame(members[["client", "member"]]), fill_value=0.0).to_numpy()


def with_room(caseload: Caseload, room: float) -> Caseload:
    """Take it that everybody said they can give so much more than they do; alike for all, so that it tells nothing."""
    members = caseload.tables["members"]
    return Caseload.build({**caseload.tables, "members": members.assign(capacity=_given(caseload) + room)})


def providers(members: pd.DataFrame) -> pd.Series:
    """Name what of a person other clients can have too: the organisation, otherwise the role."""
    plain = members[["organisation", "role"]].astype(object)
    return plain["organisation"].where(plain["organisation"].notna(), plain["role"]).fillna("")


def _in_our_order(frame: pd.DataFrame, proposals: tuple[Proposal, ...]) -> np.ndarray:
    """Score by our order: the shown ones by their place, then the others by what they add, aim by aim."""
    shown = np.where(frame["place"] > 0, frame["place"], np.inf).astype(float)
    gains = np.array([list(asdict(one.gain).values()) for one in proposals]).reshape(len(proposals), len(fields(Gain)))
    order = np.lexsort([*(-gains.T[::-1]), shown])
    _, same = np.unique(np.column_stack([shown, gains]), axis=0, return_inverse=True)
    score = np.empty(len(frame))
    score[order] = -np.arange(len(frame), dtype=float)
    best = pd.Series(score).groupby(same).transform("max")  # what adds the same is in no order
    return best.to_numpy()

"""What came out of an allocation, as tables."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from netwerkanalyse.model.arrays import Floats, Ints
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.recommend.allocation.asks import Asks, Found, NotAsked
from netwerkanalyse.recommend.allocation.flow import Plan
from netwerkanalyse.recommend.allocation.problem import Problem, Why
from netwerkanalyse.recommend.allocation.shadow import Bounds
from netwerkanalyse.recommend.social_map import SocialMap

REASONS = tuple(why.name.lower() for why in Why)
"""Why an ask stays open, as it is written in tables; words stand in the texts under ``allocation.reason.<name>``."""


class Solved(NamedTuple):
    """A problem with its plan; ``extra`` is the ask that one more place of each service would serve."""

    caseload: Caseload
    services: SocialMap
    asks: Asks
    problem: Problem
    plan: Plan
    extra: Ints

    def about(self, asks: Ints) -> dict[str, np.ndarray]:
        """Give the columns that say which asks they are, and how they came in their order."""
        return {
            "client": self.caseload.tables["clients"]["client"].to_numpy(dtype=object)[self.asks.client[asks]],
            "domain": np.array(DOMAIN.names, dtype=object)[self.asks.domain[asks]],
            "severity": self.asks.severity[asks],
            "waited_days": self.asks.waited[asks],
        }


def offers(solved: Solved, before: Found, after: Found, distance: Floats) -> pd.DataFrame:
    """List who could be offered what, in the order of the caseload; ``distance`` is clients by services."""
    asks = np.flatnonzero(solved.plan.served)
    entries, which = solved.services.entries, solved.plan.service[asks]
    at = solved.asks.client[asks], solved.asks.domain[asks]
    named = {
        name: np.array([getattr(one, name) for one in entries], dtype=object)[which]
        for name in ("code", "organisation")
    }
    waits = np.array([np.nan if one.waiting_days is None else one.waiting_days for one in entries], dtype=float)
    return pd.DataFrame(
        {
            **solved.about(asks),
            "service": named["code"],
            "organisation": named["organisation"],
            "gap_before": before.gap_size[at],
            "gap_after": after.gap_size[at],
            "service_wait_days": waits[which],
            "distance": distance[at[0], which],
        }
    )


def still_open(solved: Solved) -> pd.DataFrame:
    """List what stays open, and why."""
    asks = np.flatnonzero(~solved.plan.served)
    why = solved.problem.why[solved.problem.group[asks]]
    return pd.DataFrame({**solved.about(asks), "gap": solved.asks.gap[asks], "reason": np.array(REASONS, object)[why]})


def service_table(solved: Solved, in_use: Ints) -> pd.DataFrame:
    """Say of every service its places, how many are used and asked, and what one more would change."""
    problem, entries = solved.problem, solved.services.entries
    size = np.bincount(problem.group, minlength=len(problem.why))
    return pd.DataFrame(
        {
            "organisation": [one.organisation for one in entries],
            "capacity": np.array([np.nan if one.places is None else one.places for one in entries], dtype=float),
            "in_use": in_use,
            "places": problem.places,
            "used": np.bincount(problem.head, solved.plan.used, minlength=len(entries)).astype(np.int64),
            "asked": np.bincount(problem.head, size[problem.tail], minlength=len(entries)).astype(np.int64),
            "one_more": np.append(solved.asks.severity, 0)[solved.extra],
        },
        index=pd.Index([one.code for one in entries], name="service", dtype="str"),
    )


def severities(found: Bounds) -> pd.DataFrame:
    """Say of every class of severity, the gravest first, how many are asked and offered, and what is the most.

    ``*_from`` count the class and the graver ones.
    """
    classes = len(found.asked)
    index = pd.Index(np.arange(classes, 0, -1), name="severity")
    asked, offered = np.diff(found.asked, prepend=0), np.diff(found.served, prepend=0)
    columns = {"asked": asked, "offered": offered, "left": asked - offered}
    columns |= {"offered_from": found.served, "at_most_from": found.at_most}
    return pd.DataFrame(columns, index=index)


def domains(solved: Solved, not_asked: NotAsked) -> pd.DataFrame:
    """Count by life domain what is offered, what stays open for which reason, and of what it cannot be told."""
    asks, names = solved.asks, DOMAIN.names
    outcome = np.where(solved.plan.served, 0, 1 + solved.problem.why[solved.problem.group])
    width = 1 + len(REASONS)
    counts = np.bincount(asks.domain * width + outcome, minlength=len(names) * width).reshape(-1, width)
    frame = pd.DataFrame(counts, columns=["offered", *REASONS], index=pd.Index(names, name="domain"))
    return frame.assign(need_unknown=not_asked.need_unknown, amount_unknown=not_asked.amount_unknown)

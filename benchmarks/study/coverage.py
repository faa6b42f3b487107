"""Orders that look at coverage only: greedy, and the best set by integer programming."""

import numpy as np
import pandas as pd

import netwerkanalyse as na
from netwerkanalyse.model.caseload import Caseload


def fills_of(frame: pd.DataFrame, caseload: Caseload) -> tuple[np.ndarray, np.ndarray]:
    """Give which part of the need in its life domain each candidate fills, and which part is not covered there."""
    cells = pd.MultiIndex.from_frame(frame[["client", "domain"]])
    found = na.measure(caseload, ["coverage"], level=na.Level.DOMAIN).loc[cells]
    need = found["need"].to_numpy(dtype=float)
    return frame["amount"].to_numpy(dtype=float) / need, 1.0 - found["coverage"].fillna(1.0).to_numpy(dtype=float)


def greedy(domain: np.ndarray, fills: np.ndarray, open_: np.ndarray) -> np.ndarray:
    """Score candidates of one client: who adds most coverage to those before comes first."""
    score, left, chosen = np.zeros(len(fills)), open_.copy(), np.zeros(len(fills), dtype=bool)
    while True:
        adds = np.where(chosen, 0.0, np.minimum(fills, left))
        best = int(adds.argmax()) if len(adds) else 0
        if not len(adds) or adds[best] <= 1e-12:
            return score
        score[best], chosen[best] = len(fills) - chosen.sum(), True
        left[domain == domain[best]] -= adds[best]


def exact(domain: np.ndarray, person: np.ndarray, fills: np.ndarray, open_: np.ndarray, most: int) -> np.ndarray:
    """Score 1 for the best set of at most so many that asks nobody twice, 0 for the others."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    domains, at = np.unique(domain, return_inverse=True)
    people, who = np.unique(person[person != ""], return_inverse=True)
    count, width = len(fills), len(fills) + len(domains)
    room = np.zeros(len(domains))
    room[at] = open_
    covered = np.zeros((len(domains), width))
    covered[at, np.arange(count)] = -fills
    covered[:, count:] = np.eye(len(domains))
    once = np.zeros((len(people), width))
    once[who, np.flatnonzero(person != "")] = 1
    number = np.r_[np.ones(count), np.zeros(len(domains))][None, :]
    rules = np.concatenate([covered, once, number])
    limits = np.r_[np.zeros(len(domains)), np.ones(len(people)), most]
    found = milp(
        -np.r_[np.zeros(count), np.ones(len(domains))],
        integrality=np.r_[np.ones(count), np.zeros(len(domains))],
        bounds=Bounds(0, np.r_[np.ones(count), room]),
        constraints=LinearConstraint(rules, -np.inf, limits),
    )
    return np.round(found.x[:count])

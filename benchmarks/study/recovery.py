"""Support is taken away, and looked for among the proposals, in our order and in other orders.

Only support is taken away without which coverage falls: where others still cover the need, nothing is missing.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

import netwerkanalyse as na
from netwerkanalyse.metrics.client.doubles import DOUBLE_CLASS
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.vocabulary import DOMAIN
from netwerkanalyse.recommend.change import together
from netwerkanalyse.recommend.what_if import OVER_CAPACITY, Measured, measured, what_if
from study import baselines
from study.candidates import Candidates, candidates_of, with_room
from study.coverage import exact, fills_of, greedy
from study.hold_out import HeldOut, hold_out
from study.intervals import bootstrap
from study.scores import hit_at

OURS, SHOWN, EXACT = "netwerkanalyse, all support", "netwerkanalyse, as shown", "best coverage (integer programming)"
BASELINES: dict[str, Callable[[pd.DataFrame, Caseload], baselines.Scores]] = {
    "random": baselines.at_random,
    "most popular in the area": baselines.most_popular_in_the_area,
    "most capacity": baselines.most_capacity,
    "nearest": baselines.nearest,
    "same life domain": baselines.same_domain,
    "clients alike (Jaccard)": baselines.nearest_neighbours,
    "Adamic-Adar": baselines.adamic_adar,
}
GREEDY = "greedy on coverage"
EVERYTHING = 10**6

HITS = ("hit", "sort_hit", "domain_hit")
EFFECTS = ("restored", "covered", "tolerance", "doublure", "over_capacity")
NO_TRAVEL = pd.DataFrame({"area": [], "service": [], "distance": []})


class Task(NamedTuple):
    """What was taken away and what could be proposed; one entry of ``lost`` a client whose coverage fell."""

    held: HeldOut
    candidates: Candidates
    before: Measured
    now: Measured
    lost: dict[str, np.ndarray]


class Recovered(NamedTuple):
    """What came out of a study of recovery.

    Parameters
    ----------
    scores
        A row a ranking and a number of first proposals: the share of clients with a hit (the same person, or the same
        organisation, for the same life domain), with the right sort of person, with the right life domain; the share of
        the lost coverage that is restored, the coverage gained overall, drop-out tolerance gained where support was
        lost; and the share of clients with a doublure more, or with somebody who is asked more than they can give.
    clients
        Of how many clients support was taken away.
    units, hanging
        How many people support in a life domain with a known need, and how many of them coverage hangs on.
    shown
        Of the support that is shown: how often a person who is there, a service, or a sort of person.
    """

    scores: pd.DataFrame
    clients: int
    units: int
    hanging: int
    shown: dict[str, int]


def recover(
    caseload: Caseload,
    region: Region | None,
    removed: int,
    firsts: tuple[int, ...],
    seed: int,
    room: float | None = None,
) -> Recovered:
    """Take away support and score every ranking; ``room`` is taken to be what everybody said they can still give."""
    task = prepare(caseload, region, removed, seed, room)
    rankings = dict(ranked(task.candidates.frame, task.held.caseload, firsts))
    hits = pd.DataFrame(hits_of(task, rankings, firsts))
    effects = pd.DataFrame(effects_of(task, rankings, firsts, seed))
    rows = []
    for (name, first), group in hits.groupby(["ranking", "first"], sort=False):
        done = effects[(effects["ranking"] == name) & (effects["first"] == first)]
        scores = {column: bootstrap(group[column], seed) for column in HITS}
        scores |= {column: bootstrap(done[column], seed) for column in EFFECTS} if len(done) else {}
        rows.append({"ranking": name, "first": first, **scores})
    held = task.held
    return Recovered(pd.DataFrame(rows), len(task.lost), held.units, held.hanging, _shown(task.candidates.frame))


def prepare(caseload: Caseload, region: Region | None, removed: int, seed: int, room: float | None = None) -> Task:
    """Take away support, see how coverage falls, and fix the candidates."""
    held, cutoffs = hold_out(caseload, removed, seed), Cutoffs()
    if room is not None:
        held = held._replace(caseload=with_room(held.caseload, room))
    before, now = measured(caseload, cutoffs), measured(held.caseload, cutoffs)
    fall = np.nan_to_num(before.domain["coverage"] - now.domain["coverage"])
    fall[fall < 1e-9] = 0.0
    index = caseload.client_index
    names = [name for name in held.rows["client"].unique() if fall[index.get_loc(name)].any()]
    lost = {name: fall[index.get_loc(name)] for name in names}
    travel = NO_TRAVEL if region is None else region.tables["travel"]
    chosen = held.caseload.select(names)
    found = na.recommend.client(chosen, region)
    return Task(held, candidates_of(found, chosen, travel, seed), before, now, lost)


def ranked(
    frame: pd.DataFrame, caseload: Caseload, firsts: tuple[int, ...]
) -> Iterator[tuple[str, dict[int, np.ndarray]]]:
    """Give the scores of the candidates by every ranking, for every number of first proposals."""
    yield OURS, dict.fromkeys(firsts, frame["ours"].to_numpy())
    place = frame["place"].to_numpy()
    yield SHOWN, {first: np.where((place > 0) & (place <= first), 1.0, -np.inf) for first in firsts}
    for name, score in BASELINES.items():
        yield name, dict.fromkeys(firsts, score(frame, caseload))
    fills, open_ = fills_of(frame, caseload)
    domain, person = frame["domain"].to_numpy(), frame["person"].to_numpy()
    quick, best = np.zeros(len(frame)), {first: np.zeros(len(frame)) for first in firsts}
    for rows in frame.groupby("client").indices.values():
        quick[rows] = greedy(domain[rows], fills[rows], open_[rows])
        for first in firsts:
            best[first][rows] = exact(domain[rows], person[rows], fills[rows], open_[rows], first)
    yield GREEDY, dict.fromkeys(firsts, quick)
    yield EXACT, best


def relevance(task: Task) -> dict[str, np.ndarray]:
    """Tell of every candidate whether it is what was taken away, of that sort, or for that life domain at least."""
    frame = task.candidates.frame
    rows = task.held.rows
    position = pd.Index(DOMAIN.names)
    gone = rows[[task.lost.get(client, _NONE)[position.get_loc(domain)] > 0 for client, domain in _cells(rows)]]

    def among(mine: list[str], theirs: list[str]) -> np.ndarray:
        taken = pd.MultiIndex.from_frame(gone[theirs].astype(str))
        return pd.MultiIndex.from_frame(frame[mine].astype(str)).isin(taken)

    same = among(["client", "domain", "person"], ["client", "domain", "member"])
    service = (frame["person"] == "").to_numpy() & (frame["provider"] != "").to_numpy()
    same |= service & among(["client", "domain", "provider"], ["client", "domain", "organisation"])
    return {
        "hit": same,
        "sort_hit": among(["client", "domain", "side"], ["client", "domain", "kind"]),
        "domain_hit": among(["client", "domain"], ["client", "domain"]),
    }


def hits_of(
    task: Task, rankings: dict[str, dict[int, np.ndarray]], firsts: tuple[int, ...]
) -> Iterator[dict[str, object]]:
    """Give for every client and ranking the chance of a hit among the first so many; and among all candidates."""
    relevant = relevance(task)
    rows = task.candidates.frame.groupby("client").indices
    nobody = np.array([], dtype=np.int64)
    for client in task.lost:
        at = rows.get(client, nobody)
        for name, scores in rankings.items():
            for first in firsts:
                allowed = at[scores[first][at] > -np.inf]
                found = {
                    kind: hit_at(flags[allowed], scores[first][allowed], first) for kind, flags in relevant.items()
                }
                yield {"client": client, "ranking": name, "first": first, **found}
        found = {kind: float(flags[at].any()) for kind, flags in relevant.items()}
        yield {"client": client, "ranking": "all candidates", "first": EVERYTHING, **found}


def effects_of(
    task: Task, rankings: dict[str, dict[int, np.ndarray]], firsts: tuple[int, ...], seed: int
) -> list[dict[str, object]]:
    """Measure what the first so many would change together, of every client and ranking."""
    index, rng = task.held.caseload.client_index, np.random.default_rng(seed)
    rows, keys, changes = task.candidates.frame.groupby("client").indices, [], []
    equal = rng.random(len(task.candidates.frame))
    for name, scores in rankings.items():
        for first in firsts:
            for client in task.lost:
                at = rows.get(client, np.array([], dtype=np.int64))
                at = at[np.lexsort([equal[at], -scores[first][at]])][:first]
                at = at[scores[first][at] > -np.inf]
                keys.append((client, name, first))
                changes.append(together(task.candidates.proposals[one].change for one in at))
    clients = np.array([index.get_loc(client) for client, _, _ in keys], dtype=np.int64)
    after = what_if(task.held.caseload, clients, changes, Cutoffs())
    return [
        {"client": client, "ranking": name, "first": first, **_effect(task, after, number, index.get_loc(client))}
        for number, (client, name, first) in enumerate(keys)
    ]


def _effect(task: Task, after: Measured, number: int, client: int) -> dict[str, float]:
    now, fall = task.now, task.lost[task.held.caseload.client_index[client]]
    back = np.clip(np.nan_to_num(after.domain["coverage"][number] - now.domain["coverage"][client]), 0.0, fall)
    firm = [np.nan_to_num(part.domain["drop_out_tolerance"][at]) for part, at in ((after, number), (now, client))]
    double = [part.domain["double_class"][at] == _DOUBLURE for part, at in ((after, number), (now, client))]
    return {
        "restored": back.sum() / fall.sum(),
        "covered": after.client["network_coverage"][number] - now.client["network_coverage"][client],
        "tolerance": float((firm[0] - firm[1])[fall > 0].mean()),
        "doublure": float(double[0].sum() > double[1].sum()),
        "over_capacity": float(after.client[OVER_CAPACITY][number] > now.client[OVER_CAPACITY][client]),
    }


def _shown(frame: pd.DataFrame) -> dict[str, int]:
    """Count who or what is proposed among the shown."""
    shown = frame[frame["place"] > 0]
    person, named = shown["person"] != "", shown["provider"] != ""
    return {
        "person": int(person.sum()),
        "service": int((~person & named).sum()),
        "sort": int((~person & ~named).sum()),
    }


def _cells(rows: pd.DataFrame) -> Iterator[tuple[str, str]]:
    return zip(rows["client"], rows["domain"], strict=True)


_NONE = np.zeros(len(DOMAIN.names))
_DOUBLURE = DOUBLE_CLASS.position["doublure"]

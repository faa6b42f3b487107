"""Contact is taken away, and looked for among the proposals and by what is common in predicting ties.

Proposals for contact are meant to bring together who is apart; what predicts ties looks for who is close already. So it
would be a surprise if ours predicted well, and no reason to change them.

Everything is measured again without the ties that were taken away, which stand there as "no contact", like the pairs
among which they have to be found. The pairs that take part are fixed before: all that were asked about and had no
contact, and the ties that were taken away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from typing import NamedTuple

import numpy as np
import pandas as pd

import netwerkanalyse as na
from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.region import Region
from study.intervals import bootstrap
from study.links import PREDICTORS, Matrix
from study.scores import auc, average_precision, hit_at

OURS = "netwerkanalyse"
SHARE = 0.2
"""Of the ties of a network so many are taken away, one at least."""


class Network(NamedTuple):
    """The people of one client: their codes, and of every pair 1 (contact), 0 (none) or NaN (nobody asked)."""

    client: str
    people: tuple[str, ...]
    state: Matrix


class Puzzle(NamedTuple):
    """A network without some ties (``tied`` has 0 there), and the pairs among which they have to be found."""

    network: Network
    tied: Matrix
    one: np.ndarray
    other: np.ndarray
    taken: np.ndarray


def recover(caseload: Caseload, repeats: int, firsts: tuple[int, ...], seed: int) -> pd.DataFrame:
    """Take ties away, so many times, and score every ranking of pairs.

    Returns
    -------
    scores
        A row a ranking: AUC, average precision and hits, as means over networks with bootstrap intervals over networks.
    """
    networks, rows = list(networks_of(caseload)), []
    for repeat in range(repeats):
        puzzles = [one for one in (puzzle(network, [seed, repeat, at]) for at, network in enumerate(networks)) if one]
        ours = proposed(without(caseload, puzzles))
        for one in puzzles:
            rankings = {OURS: _ours(one, ours)} | {name: score(one.tied) for name, score in PREDICTORS.items()}
            for name, score in rankings.items():
                scores = _scores(one.taken, score[one.one, one.other], firsts)
                rows.append({"client": one.network.client, "ranking": name, **scores})
    mean = pd.DataFrame(rows).groupby(["ranking", "client"], sort=False).mean()
    found = [
        {"ranking": name, **{column: bootstrap(group[column], seed) for column in group}}
        for name, group in mean.groupby("ranking", sort=False)
    ]
    return pd.DataFrame(found)


def networks_of(caseload: Caseload) -> Iterator[Network]:
    """Give the network of every client: who is in it now, and what is known of every pair."""
    people = arrays.people(caseload)
    pairs = arrays.pairs(caseload, people, "coordinates")
    codes = caseload.tables["members"]["member"].to_numpy(dtype=object)[people.row]
    unlisted = np.where(caseload.tables["clients"]["pairs_asked"] == "all", 0.0, np.nan)
    meaning = np.full(1 + max(arrays.YES, arrays.NO, arrays.UNKNOWN, arrays.UNWANTED), np.nan)
    meaning[arrays.YES], meaning[arrays.NO] = 1.0, 0.0
    for at, client in enumerate(caseload.client_index):
        here = slice(people.start[at], people.start[at + 1])
        state = np.full((here.stop - here.start,) * 2, unlisted[at])
        among = slice(pairs.start[at], pairs.start[at + 1])
        source, target = pairs.source[among], pairs.target[among]
        state[source, target] = state[target, source] = meaning[pairs.state[among]]
        yield Network(client, tuple(codes[here]), state)


def puzzle(network: Network, seed: Sequence[int]) -> Puzzle | None:
    """Take ties of a network away; None when there is none, or no pair without contact to tell it from."""
    one, other = np.triu_indices(len(network.people), 1)
    state = network.state[one, other]
    ties, none = np.flatnonzero(state == 1), np.flatnonzero(state == 0)
    if not len(ties) or not len(none):
        return None
    taken = np.random.default_rng(list(seed)).permutation(ties)[: max(1, round(SHARE * len(ties)))]
    pairs = np.sort(np.concatenate([taken, none]))
    tied = np.nan_to_num(network.state)
    tied[one[taken], other[taken]] = tied[other[taken], one[taken]] = 0.0
    np.fill_diagonal(tied, 0.0)
    return Puzzle(network, tied, one[pairs], other[pairs], np.isin(pairs, taken))


def without(caseload: Caseload, puzzles: Sequence[Puzzle]) -> Caseload:
    """Say of the ties that were taken away that there is no contact, in every layer, for the clients that take part."""
    taken = {
        (one.network.client, *sorted((one.network.people[a], one.network.people[b])))
        for one in puzzles
        for a, b in zip(one.one[one.taken], one.other[one.taken], strict=True)
    }
    chosen = caseload.select([one.network.client for one in puzzles])
    ties = chosen.tables["ties"]
    rows = zip(ties["client"], ties["source"], ties["target"], strict=True)
    gone = np.array([(client, *sorted((source, target))) in taken for client, source, target in rows], dtype=bool)
    present = ties["present"].astype(object).mask(gone, "no")
    return Caseload.build({**chosen.tables, "ties": ties.assign(present=present)})


def proposed(caseload: Caseload) -> dict[str, dict[frozenset[str], float]]:
    """Score the pairs of which contact is proposed, by client: the shown first, then by what they add, aim by aim."""
    found: dict[str, dict[frozenset[str], float]] = {client: {} for client in caseload.client_index}
    proposals = [one for one in na.recommend.client(caseload).proposals if one.involved.meet]
    ordered = sorted(proposals, key=lambda one: (one.place or np.inf, [-aim for aim in astuple(one.gain)]))
    for place, one in enumerate(ordered):
        for pair in one.involved.meet:
            found[one.client].setdefault(pair, float(len(ordered) - place))
    return found


def as_client(region: Region, name: str) -> Caseload:
    """Read organisations and their ties as people of one client and their contact, whatever direction a tie has.

    Proposals for a region rest on clients whom organisations share, and these networks have no clients.
    """
    organisations = region.tables["organisations"]["organisation"].astype(str)
    rows = region.tables["collaborations"]
    pairs = {frozenset(pair) for pair in zip(rows["source"], rows["target"], strict=True)}
    ties = pd.DataFrame([sorted(pair) for pair in pairs if len(pair) == 2], columns=["source", "target"])
    members = pd.DataFrame({"member": organisations, "kind": "formal", "organisation": organisations})
    return Caseload.build(
        {
            "clients": pd.DataFrame({"client": [name], "pairs_asked": "all"}),
            "members": members.assign(client=name),
            "ties": ties.sort_values(["source", "target"]).assign(client=name),
        }
    )


def _ours(one: Puzzle, found: dict[str, dict[frozenset[str], float]]) -> Matrix:
    score = np.zeros_like(one.tied)
    place = {code: at for at, code in enumerate(one.network.people)}
    for pair, value in found[one.network.client].items():
        if pair <= place.keys():
            a, b = (place[code] for code in pair)
            score[a, b] = score[b, a] = value
    return score


def _scores(taken: np.ndarray, score: np.ndarray, firsts: tuple[int, ...]) -> dict[str, float]:
    hits = {f"hit_{first}": hit_at(taken, score, first) for first in firsts}
    return {"auc": auc(taken, score), "precision": average_precision(taken, score), **hits, "pairs": len(taken)}

"""Other ways to order the same candidates (definitions, section 5.5). A higher score comes first; equal is in no order.

What other clients have is counted without the client whom it is for, and after support was taken away.
"""

from collections.abc import Iterator
from math import log

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.vocabulary import DOMAIN
from study.candidates import providers

NEIGHBOURS = 20
"""With so many clients a client is compared."""

Scores = NDArray[np.float64]


def at_random(frame: pd.DataFrame, _caseload: Caseload) -> Scores:
    """Any of the candidates."""
    return np.zeros(len(frame))


def most_popular_in_the_area(frame: pd.DataFrame, caseload: Caseload) -> Scores:
    """The organisation, or role, that supports most other clients in the area of the client."""
    area = caseload.tables["clients"].set_index("client")["area"].astype(object).fillna("")
    given = _by_provider(caseload)[["client", "provider"]].drop_duplicates()
    count = given.groupby([given["client"].map(area), "provider"]).size()
    asked = pd.MultiIndex.from_arrays([frame["client"].map(area), frame["provider"]])
    own = pd.MultiIndex.from_frame(frame[["client", "provider"]]).isin(pd.MultiIndex.from_frame(given))
    return _named(frame, count.reindex(asked, fill_value=0).to_numpy() - own)


def most_capacity(frame: pd.DataFrame, _caseload: Caseload) -> Scores:
    """Who, or what, has most room left; not known comes last."""
    return frame["room"].fillna(-1.0).to_numpy(dtype=float)


def nearest(frame: pd.DataFrame, _caseload: Caseload) -> Scores:
    """Who stands nearest to the client; then services by distance."""
    return -frame["far"].to_numpy(dtype=float)


def same_domain(frame: pd.DataFrame, caseload: Caseload) -> Scores:
    """The organisation, or role, of whose support of other clients most is in this life domain."""
    given = _by_provider(caseload)
    every, here = given.groupby("provider").size(), given.groupby(["provider", "domain"]).size()
    own = given.groupby(["client", "provider"]).size()
    mine = pd.MultiIndex.from_frame(given)
    among = (
        every.reindex(frame["provider"], fill_value=0).to_numpy()
        - own.reindex(pd.MultiIndex.from_frame(frame[["client", "provider"]]), fill_value=0).to_numpy()
    )
    asked = pd.MultiIndex.from_frame(frame[["provider", "domain"]])
    is_mine = pd.MultiIndex.from_frame(frame[["client", "provider", "domain"]]).isin(mine)
    share = (here.reindex(asked, fill_value=0).to_numpy() - is_mine) / np.maximum(among, 1)
    return _named(frame, share)


def nearest_neighbours(frame: pd.DataFrame, caseload: Caseload) -> Scores:
    """What the clients have whose needs are most alike (Jaccard over life domains with a need), weighted by that."""
    needs, given = caseload.tables["needs"], _by_provider(caseload)
    index = caseload.client_index
    profile = np.zeros((len(index), len(DOMAIN.names)))
    wanted = needs[needs["need"] > 0]
    profile[index.get_indexer(wanted["client"]), pd.Index(DOMAIN.names).get_indexer(wanted["domain"])] = 1
    alike = jaccard(profile)
    np.fill_diagonal(alike, -1.0)
    near = np.argsort(-alike, axis=1, kind="stable")[:, :NEIGHBOURS]
    have = given.groupby(["provider", "domain"])["client"].agg(list).to_dict()
    score = np.zeros(len(frame))
    asked = zip(index.get_indexer(frame["client"]), frame["provider"], frame["domain"], strict=True)
    for at, (client, provider, domain) in enumerate(asked):
        others = np.intersect1d(index.get_indexer(have.get((provider, domain), [])), near[client])
        score[at] = np.maximum(alike[client, others], 0).sum()
    return _named(frame, score)


def jaccard(profile: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give what rows share over what either has; two rows that have nothing share nothing."""
    both = profile @ profile.T
    either = profile.sum(axis=1)[:, None] + profile.sum(axis=1) - both
    return both / np.maximum(either, 1)


def adamic_adar(frame: pd.DataFrame, caseload: Caseload) -> Scores:
    """Who is in contact with those who support in the life domain, who have little other contact (Adamic-Adar).

    The graph of a client is that of people in contact, and of people with the life domains in which they support.
    """
    graphs = dict(graphs_of(caseload))
    asked = zip(frame["client"], frame["person"], frame["domain"], strict=True)
    return np.array([adamic_adar_of(graphs[client], person, domain) for client, person, domain in asked])


def adamic_adar_of(graph: dict[str, set[str]], one: str, other: str) -> float:
    """Sum 1 / log(degree) over what two nodes are both tied to."""
    return sum(1 / log(len(graph[both])) for both in graph.get(one, set()) & graph.get(other, set()))


def graphs_of(caseload: Caseload) -> Iterator[tuple[str, dict[str, set[str]]]]:
    """Give the graph of every client: people in contact, and the life domains in which they support."""
    ties, given = caseload.tables["ties"], given_by(caseload)
    coordinates = ties["kind"].isna() | (ties["kind"] == "coordinates")
    contact = ties[coordinates & ~ties["present"].isin(["no", "unknown", "unwanted"])]
    edges = [
        contact[["client", "source", "target"]].set_axis(["client", "one", "other"], axis=1),
        given[["client", "member", "domain"]].set_axis(["client", "one", "other"], axis=1),
    ]
    graphs: dict[str, dict[str, set[str]]] = {client: {} for client in caseload.client_index}
    for client, one, other in pd.concat(edges).itertuples(index=False):
        graphs[client].setdefault(one, set()).add(other)
        graphs[client].setdefault(other, set()).add(one)
    yield from graphs.items()


def given_by(caseload: Caseload) -> pd.DataFrame:
    """List who gives support that counts now: ``client``, ``provider``, ``domain``, ``member``."""
    supports, members = caseload.tables["supports"], caseload.tables["members"]
    row = arrays.supports(caseload, arrays.people(caseload)).row
    frame = supports.iloc[row][["client", "member", "domain"]].astype(str)
    provider = providers(members).to_numpy()[caseload.keys.refers["supports", "member"][row]]
    return frame.assign(provider=provider)[["client", "provider", "domain", "member"]]


def _by_provider(caseload: Caseload) -> pd.DataFrame:
    """List what is given by providers that other clients can have too, once each."""
    given = given_by(caseload)[["client", "provider", "domain"]]
    return given[given["provider"] != ""].drop_duplicates()


def _named(frame: pd.DataFrame, score: NDArray) -> Scores:
    """Put sorts of people, who are nobody in particular, behind who and what has a name."""
    return np.where((frame["provider"] == "") & (frame["person"] == ""), -1.0, score).astype(float)

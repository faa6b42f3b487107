"""The place of each person among the people around the client, the client left out."""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from netwerkanalyse.kernels.breadth import Breadth, Delivered, breadth
from netwerkanalyse.kernels.members import Members, asked_about, contacts, positions
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.kept import kept
from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Requires, Unit, empty_results, table
from netwerkanalyse.metrics.network import Network


def measure_positions(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure the position of each person, one row a person.

    The client is left out of the network. A pair that nobody asked about counts as no tie; the place of somebody about
    whom nobody asked at all is missing.

    - ``own_pairs_asked``: the others of whom it is known whether the person has contact with them;
    - ``degree``: ties with others; ``informal_ties`` ... with naasten, professionals, peers;
    - ``strength``: the sum of the strengths of their ties;
    - ``betweenness``: the sum over pairs of others of the share of the pair's shortest paths that run through them;
    - ``component`` and ``component_size``: which group they are in, numbered as people are listed, and how large it is;
    - ``cut_member``: without them their group falls apart.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        Not used: positions have no cut-offs.

    Returns
    -------
    frame
        A row a person; missing where undefined.
    """
    return table(_positions(network, cutoffs), network.client_members, MEASURES)


def measure_hinges(network: Network, cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure how much hangs on single people, one row a client.

    Over the ``people_placed``, whose place is known:

    - ``cut_members``: how many people there are without whom a group falls apart;
    - ``highest_betweenness``: the largest betweenness of any person.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        Not used.

    Returns
    -------
    frame
        A row a client; NaN where undefined.
    """
    found = _positions(network, cutoffs)
    clients = len(network.caseload)
    placed = np.flatnonzero(~np.isnan(found.betweenness))
    client = np.repeat(np.arange(clients), np.diff(network.people.start))[placed]
    cut, highest = np.full(clients, np.nan), np.full(clients, np.nan)
    first = np.flatnonzero(np.diff(client, prepend=-1))
    somebody = client[first]
    cut[somebody] = np.add.reduceat(found.cut_member[placed], first)
    highest[somebody] = np.maximum.reduceat(found.betweenness[placed], first)
    people = np.bincount(client, minlength=clients)
    hinges = SimpleNamespace(people_placed=people, cut_members=cut, highest_betweenness=highest)
    return table(hinges, network.clients, HINGE_MEASURES)


def measure_breadth(network: Network, _cutoffs: Cutoffs) -> pd.DataFrame:
    """Measure how much of what the client needs each person can reach, one row a person.

    - ``own_need_domains``: the life domains with a need in which the person supports now;
    - ``reached_need_domains``: those in which the person, or somebody they have a tie with, supports now;
    - ``breadth`` = reached need domains / need domains. Ties that nobody asked about do not count: it may be more.

    Parameters
    ----------
    network
        Any number of clients.
    _cutoffs
        Not used: breadth has no cut-offs.

    Returns
    -------
    frame
        A row a person; missing where the client has no known need.
    """
    graph, supports = network.graph, network.supports
    domain = np.where(supports.planned, -1, supports.domain).astype(np.int32)
    delivered = Delivered(supports.start, supports.person, domain)
    out = empty_results(Breadth, len(network.people.row))
    breadth.over_clients(graph.people + supports.start, graph, delivered, network.needs.need, out)
    return table(out, network.client_members, BREADTH_MEASURES)


@kept
def _positions(network: Network, _cutoffs: Cutoffs) -> Members:
    graph = network.graph
    out = empty_results(Members, len(network.people.row))
    asked_about.over_clients(graph.people + network.listed.start, graph.people, network.listed, out)
    contacts.over_clients(graph.people + graph.start, graph, network.kinds, out)
    positions.over_clients(graph.people + graph.start, graph, out)
    return out


UCINET = "UCINET ego network basic measures (weak components)"
OURS = "own definition"
BETWEENNESS = "betweenness as in networkx and igraph, not normalised"

ASKED_ABOUT = Requires("own_pairs_asked", "no_pair_asked_about_person", low=1)

MEASURES = (
    Measure("own_pairs_asked", Unit.COUNT, source="own definition: unknown is not zero"),
    Measure("degree", Unit.COUNT, count="own_pairs_asked", source=OURS),
    Measure("informal_ties", Unit.COUNT, count="degree", source=OURS),
    Measure("formal_ties", Unit.COUNT, count="degree", source=OURS),
    Measure("peer_ties", Unit.COUNT, count="degree", source=OURS),
    Measure(
        "own_ties_without_strength",
        Unit.COUNT,
        reading=Reading.ATTENTION,
        count="degree",
        source="own definition: unknown is not zero",
    ),
    Measure(
        "strength",
        Unit.AMOUNT,
        count="degree",
        requires=(Requires("own_ties_without_strength", "strength_unknown", high=0),),
        source="own definition: sum of the strengths of ties",
    ),
    Measure(
        "betweenness",
        Unit.INDEX,
        reading=Reading.ATTENTION,
        count="own_pairs_asked",
        requires=(ASKED_ABOUT,),
        source=BETWEENNESS,
    ),
    Measure("component", Unit.LABEL, count="own_pairs_asked", requires=(ASKED_ABOUT,), source=UCINET),
    Measure("component_size", Unit.COUNT, low=1, count="own_pairs_asked", requires=(ASKED_ABOUT,), source=UCINET),
    Measure(
        "cut_member",
        Unit.YES_NO,
        high=1,
        reading=Reading.ATTENTION,
        count="own_pairs_asked",
        requires=(ASKED_ABOUT,),
        source="articulation points, as in networkx",
    ),
)

PLACED = Requires("people_placed", "nobody_placed", low=1)

HINGE_MEASURES = (
    Measure("people_placed", Unit.COUNT, source="own definition: unknown is not zero"),
    Measure(
        "cut_members",
        Unit.COUNT,
        reading=Reading.ATTENTION,
        count="people_placed",
        requires=(PLACED,),
        source="articulation points, as in networkx",
    ),
    Measure(
        "highest_betweenness",
        Unit.INDEX,
        reading=Reading.ATTENTION,
        count="people_placed",
        requires=(PLACED,),
        source=BETWEENNESS,
    ),
)

NEED_KNOWN = Requires("need_domains", "no_known_need", low=1)

BREADTH_MEASURES = (
    Measure("need_domains", Unit.COUNT, source=OURS),
    Measure("own_need_domains", Unit.COUNT, count="need_domains", source=OURS),
    Measure("reached_need_domains", Unit.COUNT, count="need_domains", source=OURS),
    Measure(
        "breadth",
        Unit.SHARE,
        high=1,
        count="need_domains",
        requires=(NEED_KNOWN,),
        source="own definition of the breadth of a T-shaped professional",
    ),
)

FAMILY = Family("positions", Level.MEMBER, measure_positions, MEASURES)
HINGES_FAMILY = Family("hinges", Level.CLIENT, measure_hinges, HINGE_MEASURES)
BREADTH_FAMILY = Family("breadth", Level.MEMBER, measure_breadth, BREADTH_MEASURES)

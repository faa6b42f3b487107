"""A caseload made ready to measure: its arrays, each made when first needed and kept."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import Graph
from netwerkanalyse.kernels.adjacency import neighbours
from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.vocabulary import DOMAIN

COORDINATES = "coordinates"
"""The default layer of ties: the pair coordinates about the client."""


@dataclass(frozen=True, eq=False)
class Network:
    """The people, ties, needs and supports of a caseload as arrays.

    Parameters
    ----------
    caseload
        Any number of clients.
    layer
        The layer of ties that graph measures look at: ``coordinates`` or ``knows``.
    """

    caseload: Caseload
    layer: str = COORDINATES

    @cached_property
    def people(self) -> arrays.People:
        """Who is in each network."""
        return arrays.people(self.caseload)

    @cached_property
    def pairs(self) -> arrays.Pairs:
        """The listed pairs of the layer."""
        return arrays.pairs(self.caseload, self.people, self.layer)

    @cached_property
    def needs(self) -> arrays.Needs:
        """The needs, clients by life domains."""
        return arrays.needs(self.caseload)

    @cached_property
    def supports(self) -> arrays.Supports:
        """The support that reaches each client."""
        return arrays.supports(self.caseload, self.people)

    @cached_property
    def graph(self) -> Graph:
        """The ties of the layer, with neighbour lists."""
        return graph_of(self.people.start, self.pairs)

    @property
    def clients(self) -> pd.Index:
        """Index of a table of one row a client."""
        return self.caseload.client_index

    @property
    def client_domains(self) -> pd.MultiIndex:
        """Index of a table of one row a life domain of a client, all domains of every client."""
        clients, domains = len(self.caseload), len(DOMAIN.names)
        codes = [np.repeat(np.arange(clients), domains), np.tile(np.arange(domains), clients)]
        return pd.MultiIndex(levels=[self.clients, DOMAIN.names], codes=codes, names=["client", "domain"])

    @property
    def client_members(self) -> pd.MultiIndex:
        """Index of a table of one row a person in the network."""
        member = self.caseload.tables["members"]["member"].take(self.people.row)
        client = np.repeat(np.arange(len(self.caseload)), np.diff(self.people.start))
        return pd.MultiIndex.from_arrays([self.clients.take(client), member], names=["client", "member"])

    def of_people(self, column: str) -> np.ndarray:
        """Return a members column for the people in the network, in their order: codes for code columns."""
        values = self.caseload.tables["members"][column]
        if values.dtype == "category":
            return arrays.codes_of(values)[self.people.row]
        return values.to_numpy()[self.people.row]


def graph_of(people: arrays.Ints, pairs: arrays.Pairs) -> Graph:
    """Make a graph of the pairs that have a tie.

    Parameters
    ----------
    people
        Offsets of people by client.
    pairs
        Listed pairs; those whose state is yes become ties.

    Returns
    -------
    graph
        Ties and neighbour lists.
    """
    tied = np.flatnonzero(pairs.state == arrays.YES)
    client = np.repeat(np.arange(len(people) - 1), np.diff(pairs.start))[tied]
    source, target = pairs.source[tied], pairs.target[tied]
    start = arrays.offsets(client, len(people) - 1)
    ends = np.concatenate([people[client] + source, people[client] + target])
    indptr = arrays.offsets(ends, int(people[-1]))
    indices = np.empty(2 * len(tied), dtype=np.int32)
    graph = Graph(people, start, source, target, pairs.strength[tied], indptr, indices)
    neighbours.over_clients(people + start, graph)
    return graph

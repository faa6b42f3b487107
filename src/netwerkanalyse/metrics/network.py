"""A caseload made ready to measure: its arrays, each made when first needed and kept."""

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Self

import numpy as np
import pandas as pd

from netwerkanalyse.kernels._arrays import (
    FORMAL,
    INFORMAL,
    PEER,
    Contacts,
    Demand,
    Graph,
    Listed,
    Numbers,
    Supply,
    Ties,
)
from netwerkanalyse.kernels.adjacency import Attendance as Attending
from netwerkanalyse.kernels.adjacency import join_those_who_met
from netwerkanalyse.metrics.pairs import contacts_of, graph_of, listed_of, ties_of
from netwerkanalyse.metrics.peers import Peers, counted
from netwerkanalyse.metrics.shared import of_caseload
from netwerkanalyse.metrics.supply import supply_of
from netwerkanalyse.metrics.weighting import Weighting, domain_weights
from netwerkanalyse.model import arrays
from netwerkanalyse.model.attendance import Attendance, attendance
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.vocabulary import DOMAIN, ROLE, SUPPORT_TYPE

OVERVIEW = frozenset({"lead_clinician", "case_manager", "resource_coordinator"})
"""Groups of roles of the professionals who keep the overview."""

NEVER_DOUBLE = frozenset({"friends", "second_opinion"})
"""Groups of roles of people whose support never doubles with that of others."""

COORDINATES = "coordinates"
"""The default layer of ties: the pair coordinates about the client."""


class ByKind(NamedTuple):
    """The people in the network by kind, -1 when blank.

    ``key`` holds who matter most, by side: naasten whom the client chose and professionals with the overview; -1
    others.
    """

    kind: Numbers
    key: Numbers


@dataclass(frozen=True, eq=False)
class Network:
    """The people, ties, needs and supports of a caseload as arrays.

    Parameters
    ----------
    caseload
        Any number of clients.
    layer
        The layer of ties that graph measures look at: ``coordinates`` or ``knows``.
    peers
        With whom peers count; measuring takes it from the cut-offs.
    found
        What was computed before (see :func:`netwerkanalyse.metrics.kept.kept`).
    """

    caseload: Caseload
    layer: str = COORDINATES
    peers: Peers = Peers.OWN
    found: dict[object, Any] = field(default_factory=dict, init=False, repr=False)

    def counting(self, peers: Peers) -> Self:
        """Return the same network with peers counted otherwise."""
        return self if peers is self.peers else replace(self, peers=peers)

    @of_caseload
    def people(self) -> arrays.People:
        """Who is in each network."""
        return arrays.people(self.caseload)

    @of_caseload
    def pairs(self) -> arrays.Pairs:
        """The listed pairs of the layer."""
        return arrays.pairs(self.caseload, self.people, self.layer)

    @of_caseload
    def listed(self) -> Listed:
        """The listed pairs of the layer, as kernels take them."""
        return listed_of(self.pairs)

    @of_caseload
    def contacts(self) -> Contacts:
        """The listed pairs of the layer, and those not listed, as rows of bits."""
        return contacts_of(self.people.start, self.listed)

    @of_caseload
    def coordination(self) -> Listed:
        """The listed pairs of the layer ``coordinates``, whatever layer graph measures look at."""
        if self.layer == COORDINATES:
            return self.listed
        return listed_of(arrays.pairs(self.caseload, self.people, COORDINATES))

    @of_caseload
    def coordinating(self) -> Contacts:
        """The pairs of the layer ``coordinates`` as rows of bits; who sat at one meeting have contact too."""
        contacts = contacts_of(self.people.start, self.coordination)
        met = self.attendance
        join_those_who_met.over_clients(self.people.start + met.start, Attending(*met), contacts)
        return contacts

    @of_caseload
    def needs(self) -> arrays.Needs:
        """The needs, clients by life domains."""
        return arrays.needs(self.caseload)

    @of_caseload
    def supports(self) -> arrays.Supports:
        """The support that reaches each client."""
        return arrays.supports(self.caseload, self.people)

    @of_caseload
    def attendance(self) -> Attendance:
        """Who sat together at a meeting up to the reference date."""
        return attendance(self.caseload, self.people)

    @property
    def support_work(self) -> arrays.Ints:
        """Offsets of the work by client for kernels that go over people and support."""
        return self.people.start + self.supports.start

    def supply(self, planned_fit: float, *, doubling: bool = False) -> Supply:
        """Who supports in which life domain and how much; planned support counts for ``planned_fit``.

        With ``doubling`` only support that can double with that of others.
        """
        if (planned_fit, doubling) not in self._supplies:
            counts = self.can_double if doubling else np.ones(len(self.supports.row), dtype=bool)
            self._supplies[planned_fit, doubling] = supply_of(self.people, self.supports, planned_fit, counts)
        return self._supplies[planned_fit, doubling]

    @of_caseload
    def _supplies(self) -> dict[tuple[float, bool], Supply]:
        return {}

    @of_caseload
    def can_double(self) -> arrays.Flags:
        """Which rows of support can double with others.

        That is support that happens, is not emotional, is no backup, and comes from somebody who is neither a peer, nor
        a friend, neighbour or other acquaintance, nor asked for a second opinion.
        """
        supports = self.supports
        # The last two places are for a role outside the vocabulary (-2) and a blank one (-1).
        can = np.array([*(ROLE.group(name) not in NEVER_DOUBLE for name in ROLE.names), True, True])
        person = (self.of_people("kind") != PEER) & can[self.roles]
        first = np.repeat(self.people.start[:-1], np.diff(supports.start))
        backup = arrays.is_yes(self.caseload.columns("supports", "backup")["backup"])[supports.row]
        emotional = supports.type == SUPPORT_TYPE.position["emotional"]
        able: arrays.Flags = person[first + supports.person] & ~backup & ~emotional & ~supports.planned
        return able

    def demand(self, weighting: Weighting) -> Demand:
        """What each client needs in every life domain, and how heavily it weighs."""
        if weighting not in self._demands:
            self._demands[weighting] = Demand(self.needs.need, domain_weights(self.needs, weighting))
        return self._demands[weighting]

    @of_caseload
    def _demands(self) -> dict[Weighting, Demand]:
        return {}

    @of_caseload
    def organisations(self) -> arrays.Ints:
        """The organisation of the people in the network as a number, -1 when blank; equal numbers, equal names."""
        number, _ = self.caseload.words("members", "organisation")
        return number.astype(np.int64)[self.people.row]

    def groups(self, column: str) -> Numbers:
        """The group of the people in the network by a members column of codes, or by organisation; -1 when blank."""
        if column == "kind":
            return self.by_kind.kind
        if column not in self._groups:
            codes = self.organisations if column == "organisation" else self.of_people(column)
            self._groups[column] = codes.astype(np.int32)
        return self._groups[column]

    @property
    def by_kind(self) -> "ByKind":
        """What depends on the kind as which people count."""
        if self.peers not in self._by_kind:
            self._by_kind[self.peers] = self._sorted_by_kind()
        return self._by_kind[self.peers]

    @of_caseload
    def _by_kind(self) -> "dict[Peers, ByKind]":
        return {}

    def _sorted_by_kind(self) -> "ByKind":
        kind = self.kinds.astype(np.int32)
        chosen = arrays.is_yes(self.caseload.columns("members", "nominated")["nominated"])[self.people.row]
        overview = np.array([*(ROLE.group(role) in OVERVIEW for role in ROLE.names), False, False])[self.roles]
        counts = ((kind == INFORMAL) & chosen) | ((kind == FORMAL) & overview)
        return ByKind(kind, np.where(counts, kind, -1))

    @property
    def kinds(self) -> arrays.Codes:
        """The kind as which the people in the network count, -1 when blank."""
        return counted(self.of_people("kind"), self.peers)

    @of_caseload
    def circles(self) -> Numbers:
        """The circle of closeness of the people in the network: 0, 1, 2 for the first three, -1 when blank."""
        return (np.nan_to_num(self.numbers_of_people("circle"), nan=0.0) - 1).astype(np.int32)

    @of_caseload
    def _groups(self) -> dict[str, Numbers]:
        return {}

    @of_caseload
    def roles(self) -> arrays.Codes:
        """The role of the people in the network: its position in the vocabulary, -2 another role, -1 blank."""
        number, names = self.caseload.words("members", "role")
        position = np.array([*(ROLE.position.get(name, -2) for name in names), -1], dtype=np.int16)
        return position[number][self.people.row]

    @of_caseload
    def ties(self) -> Ties:
        """The ties of the layer."""
        return ties_of(self.people.start, self.pairs)

    @of_caseload
    def graph(self) -> Graph:
        """The ties of the layer, with neighbour lists."""
        return graph_of(self.ties)

    @of_caseload
    def clients(self) -> pd.Index:
        """Index of a table of one row a client."""
        return self.caseload.client_index

    @of_caseload
    def client_domains(self) -> pd.MultiIndex:
        """Index of a table of one row a life domain of a client, all domains of every client."""
        clients, domains = len(self.caseload), len(DOMAIN.names)
        codes = [np.repeat(np.arange(clients), domains), np.tile(np.arange(domains), clients)]
        return pd.MultiIndex(levels=[self.clients, DOMAIN.names], codes=codes, names=["client", "domain"])

    @of_caseload
    def client_members(self) -> pd.MultiIndex:
        """Index of a table of one row a person in the network."""
        number, names = self.caseload.words("members", "member")
        client = np.repeat(np.arange(len(self.caseload)), np.diff(self.people.start))
        return pd.MultiIndex(
            levels=[self.clients, names], codes=[client, number[self.people.row]], names=["client", "member"]
        )

    def of_people(self, column: str) -> np.ndarray:
        """Return a members column for the people in the network, in their order: codes for code columns."""
        values = self.caseload.columns("members", column)[column]
        if values.dtype == "category":
            return arrays.codes_of(values)[self.people.row]
        return values.to_numpy()[self.people.row]

    def numbers_of_people(self, column: str) -> arrays.Floats:
        """Return a members column of numbers for the people in the network, in their order: NaN where blank."""
        values = self.caseload.columns("members", column)[column]
        return values.to_numpy(dtype=np.float64, na_value=np.nan)[self.people.row]

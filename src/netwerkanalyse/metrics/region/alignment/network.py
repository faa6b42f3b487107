"""A region and a caseload laid on each other: who is a client of which organisations, and which of these agreed."""

from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from netwerkanalyse.kernels.projection import Memberships
from netwerkanalyse.kernels.realisation import Agreements, Served, realisation
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.metrics.region.alignment.disclosure import Hidden, OrganisationPairs, guarded
from netwerkanalyse.metrics.region.alignment.helping import Helping, helping_in
from netwerkanalyse.metrics.region.alignment.shared_clients import SharedClients, memberships_of, shared_of
from netwerkanalyse.metrics.region.alignment.takeable import takeable
from netwerkanalyse.metrics.region.cutoffs import RegionCutoffs
from netwerkanalyse.metrics.region.network import RegionNetwork
from netwerkanalyse.metrics.region.partnership.network import NOT_KNOWN, NOT_TIED, TIED, pairs_of
from netwerkanalyse.metrics.suppression import small, suppress_list
from netwerkanalyse.model import arrays
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.keys import look_up
from netwerkanalyse.model.region import Region

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Workers(NamedTuple):
    """For whom the people in the networks work.

    ``organisation`` is the position in the region, -1 for whoever does not count: no organisation is filled in, the
    region does not know it (``elsewhere``), or the client did not agree.
    """

    organisation: Ints
    blank: Flags
    elsewhere: Flags
    without_consent: Flags


@dataclass(frozen=True, eq=False)
class Alignment:
    """The agreements of a region beside the clients that its organisations share.

    Somebody around a client counts for their organisation when they are in the network at the reference date. Of a
    client who recorded consents only people with a consent in force count; without any consent nobody asked.
    An agreement counts when it is in force on the last reference date of the caseload.

    Parameters
    ----------
    region
        The organisations and their agreements.
    caseload
        The clients; ``organisation`` of their people is the code that the region uses.
    cutoffs
        Below how many clients a number is suppressed, and the other cut-offs.
    """

    region: Region
    caseload: Caseload
    cutoffs: RegionCutoffs = field(default_factory=RegionCutoffs)

    @cached_property
    def network(self) -> Network:
        """The networks of the clients."""
        return Network(self.caseload)

    @cached_property
    def workers(self) -> Workers:
        """For whom the people in the networks work."""
        row = self.network.people.row
        written = self.caseload.tables["members"]["organisation"]
        found = look_up(written, self.region.organisation_index)[row]
        blank, silent = written.isna().to_numpy()[row], _not_agreed(self.caseload)[row]
        return Workers(np.where(silent, -1, found), blank & ~silent, ~blank & ~silent & (found < 0), silent)

    @property
    def organisations_elsewhere(self) -> list[str]:
        """The organisations of people in the networks that the region does not know, in order of the alphabet."""
        written = self.caseload.tables["members"]["organisation"].iloc[self.network.people.row]
        return sorted(written[self.workers.elsewhere].unique())

    @cached_property
    def memberships(self) -> Memberships:
        """Who is a client of which organisations."""
        people = self.network.people.start
        client = np.repeat(np.arange(len(self.caseload)), np.diff(people))
        counted = self.workers.organisation >= 0
        return memberships_of(client[counted], self.workers.organisation[counted], len(self.caseload), len(self.region))

    @cached_property
    def clients(self) -> Ints:
        """The number of clients of every organisation."""
        return np.diff(self.memberships.of_organisation)

    @cached_property
    def clients_of_any(self) -> int:
        """The number of clients of at least one organisation."""
        return int((np.diff(self.memberships.of_client) > 0).sum())

    @cached_property
    def shared(self) -> SharedClients:
        """The clients that organisations have in common."""
        return shared_of(self.memberships)

    @cached_property
    def helping(self) -> Helping:
        """Who helps a client in which life domain, now."""
        return helping_in(self.network, self.workers.organisation)

    @cached_property
    def agreements(self) -> Agreements:
        """What is known of agreements between every two organisations."""
        layer = RegionNetwork(_in_force(self.region, self.day), "agreement", self.cutoffs)
        pairs, others = pairs_of([layer]), NOT_TIED if layer.listed.all_asked else NOT_KNOWN
        size = np.array([len(self.region)])
        key = pairs.source * size + pairs.target
        return Agreements(size, key, pairs.state[:, 0].astype(np.int64), np.array([others]))

    @property
    def day(self) -> np.datetime64:
        """The last reference date of the caseload, NaT when none is filled in."""
        dates = arrays.reference_dates(self.caseload)
        return np.fmax.reduce(dates, initial=np.datetime64("NaT", "us"))

    @cached_property
    def pairs(self) -> OrganisationPairs:
        """The pairs of organisations that share clients or have an agreement."""
        size = max(len(self.region), 1)
        shared, known = self.shared, self.agreements
        sharing = shared.first.astype(np.int64) * size + shared.second
        key = np.union1d(sharing, known.key[known.state == TIED])
        clients = np.zeros(len(key), dtype=np.int64)
        clients[np.searchsorted(key, sharing)] = shared.clients
        agreement = np.full(len(key), known.elsewhere[0])
        listed = known.key[np.isin(known.key, key)]
        agreement[np.searchsorted(key, listed)] = known.state[np.isin(known.key, key)]
        return OrganisationPairs(key // size, key % size, clients, agreement)

    @cached_property
    def counted(self) -> Ints:
        """By client, agreement and tie: how many pairs of organisations that serve the client there are."""
        counted = np.zeros((len(self.caseload), 3, 4), dtype=np.int64)
        people, memberships = self.network.people.start, self.memberships
        served = Served(people, self._places, memberships.of_client, memberships.organisation)
        realisation.over_clients(people, served, self.network.coordination, self.agreements, counted)
        return counted

    @cached_property
    def hidden(self) -> Hidden:
        """What may not be shown; decided once, for all tables.

        Of a pair that is shown, nobody may learn how many clients of either organisation are *not* shared when these
        are few. The pairs of each kind (with agreement, without, not known) are shown with their total. Last comes what
        goes with all this, because of what the tables tell together.
        """
        limit, pairs = self.cutoffs.smallest_cell, self.pairs
        hidden, loads = np.zeros(len(pairs.clients), dtype=bool), np.zeros(3, dtype=bool)
        others = (self.clients[side] - pairs.clients for side in (pairs.first, pairs.second))
        also = np.logical_or.reduce([small(rest, limit) for rest in others])
        behind = (self.counted.sum(axis=2) > 0).sum(axis=0)
        for kind, clients in enumerate(behind):
            of_kind = pairs.agreement == kind
            hidden[of_kind], total = suppress_list(pairs.clients[of_kind], limit, also=also[of_kind])
            loads[kind] = total or bool(small(clients, limit))
        everybody = self.clients_of_any
        few_others = (self.clients > 0) & small(everybody - self.clients, limit)
        organisations = small(self.clients, limit) | few_others
        few = bool(small(np.asarray(everybody), limit))
        found = Hidden(
            hidden, organisations, few, loads, people=False, around=loads, helped=np.zeros_like(organisations)
        )
        there = takeable(self.memberships, self.helping, pairs.first, pairs.second)
        return guarded(found, pairs, self.clients, there)

    @property
    def whole(self) -> pd.Index:
        """Index of a table of one row: the region."""
        return pd.Index(["region"], name="region")

    @cached_property
    def _places(self) -> Ints:
        """The place of everybody's organisation in the list of their client."""
        memberships, people = self.memberships, self.network.people.start
        size = max(len(self.region), 1)
        clients = len(self.caseload)
        client = np.repeat(np.arange(clients), np.diff(people))
        members_client = np.repeat(np.arange(clients), np.diff(memberships.of_client))
        rows = int(memberships.of_client[-1])
        listed = members_client * size + memberships.organisation[:rows]
        at = np.searchsorted(listed, client * size + self.workers.organisation) - memberships.of_client[client]
        return np.where(self.workers.organisation >= 0, at, -1)


def _not_agreed(caseload: Caseload) -> Flags:
    """Tell of which people the client agreed to no sharing, by row of members.

    Of a client without any consent nobody asked. Of a client with some, only people with a consent in force at the
    reference date are agreed to, whatever life domain or purpose it is about.
    """
    member, client = caseload.keys.refers["consents", "member"], caseload.keys.client["consents"]
    over = caseload.tables["consents"]["until"].to_numpy() < arrays.reference_dates(caseload)[client]
    agreed = np.isin(np.arange(len(caseload.tables["members"])), member[~over])
    return ~agreed & np.isin(caseload.keys.client["members"], client)


def _in_force(region: Region, day: np.datetime64) -> Region:
    """Give the region in which what has ended, or has not begun, on a day is not there; blank dates do not limit."""
    frame = region.tables["collaborations"]
    over = (frame["until"].to_numpy() < day) | (frame["since"].to_numpy() > day)
    present = frame["present"].mask(over & (frame["present"] == "yes").to_numpy(dtype=bool), "no")
    tables = MappingProxyType({**region.tables, "collaborations": frame.assign(present=present)})
    return Region(tables, region.keys, region.warnings)

"""What clients lack: an ask is a life domain of a client in which the need is known not to be met."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.metrics.client.catalogue import measure_network
from netwerkanalyse.metrics.client.gaps import VIEW
from netwerkanalyse.metrics.cutoffs import Cutoffs
from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.metrics.network import Network
from netwerkanalyse.model import arrays
from netwerkanalyse.model.arrays import Flags, Floats, Ints
from netwerkanalyse.model.vocabulary import DOMAIN, KIND, SUPPORT_TYPE
from netwerkanalyse.recommend.allocation.settings import AllocationSettings
from netwerkanalyse.recommend.sorts import treated

MEASURED = ("need", "effective_supply", "supporters", "coverage", "gap_size")
"""The measures of life domains that an allocation looks at, beside what the client says of them."""

_SAME = 1e-9

_TREATED = np.array([[treated(type_, kind) for kind in (*KIND.names, "")] for type_ in (*SUPPORT_TYPE.names, "")])
"""Whether only a professional can give what is wanted, types by kinds of people; the last of each is blank (-1)."""


class Asks(NamedTuple):
    """A row an ask, client by client.

    ``client`` and ``domain`` are positions; ``missing`` is how much support lacks, ``gap`` which share of the need that
    is, ``severity`` its class (1 is the lightest), ``waited`` the days since the need began (NaN when unknown), and
    ``kinds`` a number whose bits are the kinds of people who could give it.
    """

    client: Ints
    domain: Ints
    missing: Floats
    gap: Floats
    severity: Ints
    waited: Floats
    kinds: Ints

    def order(self, settings: AllocationSettings) -> Ints:
        """Put who lacks most first; among equals who waited longest, and then a lottery."""
        lot = np.random.default_rng(settings.seed).permutation(len(self.client))
        waited = np.where(np.isnan(self.waited), settings.unknown_wait, self.waited)
        return np.lexsort((lot, -waited, -self.severity)).astype(np.int64)


class Found(NamedTuple):
    """What was measured, clients by life domains; NaN where it cannot be told."""

    need: Floats
    effective_supply: Floats
    supporters: Floats
    coverage: Floats
    gap_size: Floats
    content: Flags


class NotAsked(NamedTuple):
    """Life domains of which it cannot be told what lacks, by domain: the need is unknown, or the amount of support."""

    need_unknown: Ints
    amount_unknown: Ints


def found_in(network: Network, cutoffs: Cutoffs) -> Found:
    """Measure every life domain.

    Parameters
    ----------
    network
        Any number of clients.
    cutoffs
        The cut-offs of measures.

    Returns
    -------
    found
        ``content`` tells where a client calls an uncovered need met: there may be hidden support.
    """
    frame = measure_network(network, ["coverage", "gaps"], level=Level.DOMAIN, cutoffs=cutoffs)
    shape = network.needs.need.shape
    numbers = {name: frame[name].to_numpy(dtype=float, na_value=np.nan).reshape(shape) for name in MEASURED}
    content = frame["client_view"].cat.codes.to_numpy() == VIEW.position["hidden_support"]
    return Found(**numbers, content=content.reshape(shape))


def asks_of(network: Network, found: Found, settings: AllocationSettings) -> tuple[Asks, NotAsked]:
    """Find what clients lack.

    Parameters
    ----------
    network
        Any number of clients.
    found
        What was measured of them.
    settings
        ``severity_from``.

    Returns
    -------
    asks, not_asked
        Where a client calls an uncovered need met there is no ask. An unknown need is no need, and is counted apart.
    """
    client, domain = np.nonzero((found.gap_size > 0) & ~found.content)
    at = client, domain
    gap = found.gap_size[at]
    severity = np.searchsorted(np.array(settings.severity_from) - _SAME, gap, side="right")
    asks = Asks(
        client,
        domain,
        (found.need - found.effective_supply)[at],
        gap,
        np.maximum(severity, 1).astype(np.int64),
        _waited(network)[at],
        _kinds(network.needs.wanted_kind[at], network.needs.wanted_type[at]),
    )
    unsure = (found.need > 0) & np.isnan(found.gap_size)
    return asks, NotAsked(np.isnan(found.need).sum(axis=0), unsure.sum(axis=0))


def _kinds(wanted: arrays.Codes, wanted_type: arrays.Codes) -> Ints:
    """Say who could give it: who is wanted, and professionals; treatment comes from professionals only."""
    formal, everybody = 1 << KIND.position["formal"], (1 << len(KIND.names)) - 1
    mine = np.where(wanted < 0, everybody, (1 << np.maximum(wanted, 0).astype(np.int64)) | formal)
    return np.where(_TREATED[wanted_type, wanted], formal, mine)


def _waited(network: Network) -> Floats:
    """Give the days since each need began, clients by life domains."""
    caseload = network.caseload
    frame, client = caseload.tables["needs"], caseload.keys.client["needs"]
    today = arrays.reference_dates(caseload)
    now: Flags = arrays.holds(frame, today, client)
    days = (today[client] - frame["start"].to_numpy()) / np.timedelta64(1, "D")
    waited = np.full((len(caseload), len(DOMAIN.names)), np.nan)
    waited[client[now], frame["domain"].cat.codes.to_numpy()[now]] = days[now]
    return waited

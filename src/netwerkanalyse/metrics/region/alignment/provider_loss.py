"""Clients who would lose the only professional help they have in a life domain, if an organisation fell away."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.measure import Family, Level, Measure, Reading, Unit
from netwerkanalyse.metrics.region.alignment.network import Alignment, Flags, Ints
from netwerkanalyse.metrics.region.tables import framed, if_shown
from netwerkanalyse.metrics.suppression import small
from netwerkanalyse.model.vocabulary import DOMAIN, KIND

COUNTS = ("provider_clients", "clients_losing_only_provider", "clients_left_with_nobody")
"""Each is part of the one before it."""


def measure_provider_loss(alignment: Alignment) -> pd.DataFrame:
    """Count clients by organisation and life domain, and what would be left to them without the organisation.

    ``provider_clients`` get support in the domain from the organisation, now; for ``clients_losing_only_provider`` no
    other professional or peer does, and for ``clients_left_with_nobody`` nobody else at all. A professional whose
    organisation is not filled in, or may not be counted, is another one: who loses something loses it for certain.

    Parameters
    ----------
    alignment
        A region and a caseload. Who counts for which organisation is decided there.

    Returns
    -------
    frame
        A row a life domain of an organisation. A number of fewer clients than ``smallest_cell`` is suppressed, and so
        is one that leaves such a number when it is taken off the one before it, or off all clients of the organisation,
        and one that is the suppressed number of all clients of the organisation.
    """
    counts = _counts(alignment)
    limit, hidden = alignment.cutoffs.smallest_cell, []
    shown, elsewhere = (np.repeat(clients, len(DOMAIN.names)) for clients in _clients(alignment))
    for count in counts:
        of_this = small(count, limit) | small(np.where(shown < 0, 0, shown - count), limit) | (count == elsewhere)
        shown = np.where(of_this, shown, count)
        hidden.append(of_this)
    found: dict[str, np.ndarray] = {}
    for name, count, of_this in zip(COUNTS, counts, hidden, strict=True):
        found |= {f"{name}_suppressed": of_this, name: count}
    names = alignment.region.organisation_index
    index = pd.MultiIndex.from_product([names, DOMAIN.names], names=Level.ORGANISATION_DOMAIN.keys)
    return framed(found, index, MEASURES)


def _clients(alignment: Alignment) -> tuple[Ints, Ints]:
    """Give the clients of every organisation as they are shown elsewhere, and as they are suppressed there.

    Where they are suppressed, the number of all clients is what is known; -1 if not even that is shown. Where they are
    not, -1 stands in the second; nobody at all is not suppressed, so that none of these is nought.
    """
    hidden, clients = alignment.hidden.organisations, alignment.clients
    everybody = -1 if alignment.hidden.clients else alignment.clients_of_any
    return np.where(hidden, everybody, clients), np.where(hidden, clients, -1)


def _counts(alignment: Alignment) -> tuple[Ints, Ints, Ints]:
    """Count clients by organisation and domain: all, without another professional, and without anybody else."""
    organisation, cell, informal = _support(alignment)
    provider = np.where(organisation >= 0, organisation, len(alignment.region))
    size = len(alignment.region) + 1
    pair = np.unique(cell[~informal] * size + provider[~informal])
    cells, providers = np.divmod(pair, size)
    by_nobody_else = np.isin(cells, cell[informal], invert=True)
    alone = np.isin(cells, cells[1:][cells[1:] == cells[:-1]], invert=True)
    domains, known = len(DOMAIN.names), providers < len(alignment.region)

    def counted(which: Flags) -> Ints:
        chosen = which & known
        row = providers[chosen] * domains + cells[chosen] % domains
        return np.bincount(row, minlength=len(alignment.region) * domains)

    return counted(known), counted(alone), counted(alone & by_nobody_else)


def _support(alignment: Alignment) -> tuple[Ints, Ints, Flags]:
    """Give, by support that happens now: the organisation, the life domain of a client, and whether it is a naaste's.

    A volunteer of an organisation is help from that organisation.
    """
    network = alignment.network
    supports, people = network.supports, network.people
    client = np.repeat(np.arange(len(alignment.caseload)), np.diff(supports.start))
    person = people.start[client] + supports.person
    organisation = alignment.workers.organisation[person]
    informal = (network.of_people("kind")[person] == KIND.position["informal"]) & (organisation < 0)
    now = ~supports.planned
    return organisation[now], (client * len(DOMAIN.names) + supports.domain)[now], informal[now]


def _measures(name: str, count: str) -> tuple[Measure, ...]:
    reading = Reading.ATTENTION if count else Reading.NEUTRAL
    return if_shown(
        f"{name}_suppressed",
        Measure(name, Unit.COUNT, reading=reading, count=count, source="own definition: leave one organisation out"),
        source="own definition: fewer clients than the smallest cell",
    )


MEASURES = tuple(one for name, count in zip(COUNTS, ("", *COUNTS[:-1]), strict=True) for one in _measures(name, count))

FAMILY = Family("provider_loss", Level.ORGANISATION_DOMAIN, measure_provider_loss, MEASURES)
